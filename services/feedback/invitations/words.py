"""What mails and the page of stopped surveys say themselves, in the languages of the surveys that ship.

The customer is addressed as the shipped surveys do it, and no text assumes the customer's gender.
"""

from collections.abc import Mapping
from typing import NamedTuple


class Words(NamedTuple):
    """One language. In braces what is filled in.

    how: what happens when a number is chosen. reminder: the subject of a reminder; reminded: what it says first.
    sent_to: the last line of a mail. ask, button: on the page that stops surveys; stopped, after: once it is done.
    unknown, why_unknown: what a link says that is not ours.
    """

    how: str
    open: str
    reminder: str
    reminded: str
    sent_to: str
    stop: str
    ask: str
    button: str
    stopped: str
    after: str
    unknown: str
    why_unknown: str


WORDS: Mapping[str, Words] = {
    "en": Words(
        "Choose a number. A page opens with it chosen; nothing is sent until you press the button there.",
        "Open the questions",
        "Reminder: {title}",
        "We asked you this a while ago. If you have a moment, your answer still helps.",
        "Sent to {address} by {brand}",
        "Stop these surveys",
        "Shall we stop sending surveys to {address}?",
        "Stop the surveys",
        "You get no more surveys",
        "We send no more surveys to {address}. Those that were on their way are taken back.",
        "This link does not work",
        "It may not be whole. Copy all of it from the mail, and open it again.",
    ),
    "es": Words(
        "Elija un número. Se abre una página con él marcado; no se envía nada hasta que pulse allí el botón.",
        "Abrir las preguntas",
        "Recordatorio: {title}",
        "Hace un tiempo le hicimos esta pregunta. Si tiene un momento, su respuesta todavía nos ayuda.",
        "Enviado a {address} por {brand}",
        "No recibir más encuestas",
        "¿Dejamos de enviar encuestas a {address}?",
        "No enviar más encuestas",
        "Ya no recibirá encuestas",
        "No enviaremos más encuestas a {address}. Las que estaban en camino se retiran.",
        "Este enlace no funciona",
        "Quizá no esté completo. Cópielo entero del correo y ábralo de nuevo.",
    ),
    "sv": Words(
        "Välj en siffra. En sida öppnas där den är vald; inget skickas förrän du trycker på knappen där.",
        "Öppna frågorna",
        "Påminnelse: {title}",
        "För en tid sedan ställde vi den här frågan. Om du har en stund över hjälper ditt svar oss fortfarande.",
        "Skickat till {address} av {brand}",
        "Få inga fler enkäter",
        "Ska vi sluta skicka enkäter till {address}?",
        "Sluta skicka enkäter",
        "Du får inga fler enkäter",
        "Vi skickar inga fler enkäter till {address}. De som var på väg dras tillbaka.",
        "Länken fungerar inte",
        "Den är kanske inte hel. Kopiera hela länken från mejlet och öppna den igen.",
    ),
    "no": Words(
        "Velg et tall. En side åpnes der det er valgt; ingenting sendes før du trykker på knappen der.",
        "Åpne spørsmålene",
        "Påminnelse: {title}",
        "For en stund siden stilte vi deg dette spørsmålet. Har du et øyeblikk, hjelper svaret ditt oss fortsatt.",
        "Sendt til {address} av {brand}",
        "Ikke send flere undersøkelser",
        "Skal vi slutte å sende undersøkelser til {address}?",
        "Slutt å sende undersøkelser",
        "Du får ingen flere undersøkelser",
        "Vi sender ingen flere undersøkelser til {address}. De som var på vei, trekkes tilbake.",
        "Lenken virker ikke",
        "Den er kanskje ikke hel. Kopier hele lenken fra e-posten og åpne den igjen.",
    ),
    "sr": Words(
        "Изаберите број. Отвара се страница на којој је он означен; ништа се не шаље док тамо не притиснете дугме.",
        "Отворите питања",
        "Подсетник: {title}",
        "Недавно смо Вам поставили ово питање. Ако имате тренутак, Ваш одговор нам и даље помаже.",
        "Послато на {address}, шаље {brand}",
        "Не шаљите ми више упитнике",
        "Да престанемо да шаљемо упитнике на {address}?",
        "Престаните да шаљете упитнике",
        "Више нећете добијати упитнике",
        "Не шаљемо више упитнике на {address}. Они који су били на путу су повучени.",
        "Ова веза не ради",
        "Можда није цела. Копирајте је целу из поруке и отворите је поново.",
    ),
    "sr-Latn": Words(
        "Izaberite broj. Otvara se stranica na kojoj je on označen; ništa se ne šalje dok tamo ne pritisnete dugme.",
        "Otvorite pitanja",
        "Podsetnik: {title}",
        "Nedavno smo Vam postavili ovo pitanje. Ako imate trenutak, Vaš odgovor nam i dalje pomaže.",
        "Poslato na {address}, šalje {brand}",
        "Ne šaljite mi više upitnike",
        "Da prestanemo da šaljemo upitnike na {address}?",
        "Prestanite da šaljete upitnike",
        "Više nećete dobijati upitnike",
        "Ne šaljemo više upitnike na {address}. Oni koji su bili na putu su povučeni.",
        "Ova veza ne radi",
        "Možda nije cela. Kopirajte je celu iz poruke i otvorite je ponovo.",
    ),
    "bg": Words(
        "Изберете число. Отваря се страница, на която то е отбелязано; нищо не се изпраща, докато не натиснете"
        " бутона там.",
        "Отворете въпросите",
        "Напомняне: {title}",
        "Неотдавна Ви зададохме този въпрос. Ако имате минута, отговорът Ви все още ни помага.",
        "Изпратено до {address} от {brand}",
        "Не изпращайте повече анкети",
        "Да спрем ли да изпращаме анкети на {address}?",
        "Спрете анкетите",
        "Няма да получавате повече анкети",
        "Няма да изпращаме повече анкети на {address}. Тези, които бяха на път, са оттеглени.",
        "Тази връзка не работи",
        "Може би не е цяла. Копирайте я цялата от писмото и я отворете отново.",
    ),
}
FALLBACK = "en"


def of(locale: str | None) -> Words:
    """In this language and script, else in English. `sr` alone is Cyrillic; both written forms of Norwegian are one."""
    language, *rest = (locale or FALLBACK).replace("_", "-").lower().split("-")
    language = {"nb": "no", "nn": "no"}.get(language, language)
    if language == "sr" and ("latn" in rest or "me" in rest):
        return WORDS["sr-Latn"]
    return WORDS.get(language, WORDS[FALLBACK])


def language_of(said: Words) -> str:
    """The tag of the language that these words are in, for a page's `lang`."""
    return next(tag for tag, words in WORDS.items() if words is said)


def masked(address: str | None) -> str:
    """`ana@acme.example` as `a…@acme.example`: enough for its owner, and little for who was forwarded the mail."""
    local, _, domain = (address or "").rpartition("@")
    return f"{local[:1]}…@{domain}" if local else "…"
