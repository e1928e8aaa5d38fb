"""What the answer page itself says, in the languages of the surveys that ship.

The customer is addressed formally where the language does so, and no text assumes the customer's gender. Serbian is
written here in Cyrillic.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import datetime

from services.feedback.surveys import locales, serbian

FALLBACK = "en"


@dataclass(frozen=True, slots=True)
class Words:
    """The page's words in one locale. months: in the form in which a date names them; date: with day and month."""

    name: str
    language: str
    send: str
    change: str
    save: str
    try_again: str
    optional: str
    who_reads: str
    not_saved: str
    down: str
    choose_number: str
    choose_option: str
    each_row: str
    needed: str
    too_long: str
    saved_score: str
    saved: str
    go_on: str
    more: str
    until: str
    your_score: str
    your_text: str
    sent_to: str
    stop: str
    forged: str
    forged_more: str
    expired: str
    expired_more: str
    used: str
    used_more: str
    closed: str
    closed_more: str
    broken: str
    broken_more: str
    date: str
    months: str

    def day(self, at: datetime) -> str:
        """A moment, exact to the minute and in UTC: nobody knows here in which zone it is read."""
        month = self.months.split()[at.month - 1]
        return f"{self.date.format(day=at.day, month=month, year=at.year)}, {at:%H:%M} UTC"

    def fault(self, code: str, kind: str, low: int | None, high: int | None) -> str:
        """What is wrong with an answer, as its place says it."""
        if kind == "score":
            return self.choose_number.format(low=low, high=high)
        if kind == "matrix":
            return self.each_row
        if code == "too_long":
            return self.too_long
        return self.choose_option if kind == "choice" else self.needed


_ENGLISH = Words(
    name="English",
    language="Language",
    send="Send my answer",
    change="Change my answer",
    save="Save for now",
    try_again="Try again",
    optional="Optional",
    who_reads="What you write goes to the people who work with you.",
    not_saved="Your answer is not saved yet",
    down="The service cannot take it right now. All that you gave is still here: please try again in a moment.",
    choose_number="Choose a number from {low} to {high}.",
    choose_option="Choose one of the options.",
    each_row="Choose one option in each row.",
    needed="This question needs an answer.",
    too_long="This text is too long.",
    saved_score="Your score is saved: {score} of {high}.",
    saved="Your answer is saved.",
    go_on="You can change it, or tell us more below.",
    more="Your answer leads to a few more questions.",
    until="You can change your answer until {date}.",
    your_score="Your score",
    your_text="Your text",
    sent_to="Sent to {address}",
    stop="Stop these surveys",
    forged="This link is not valid",
    forged_more="Please open the link as it stands in our message, or copy it whole.",
    expired="This survey has ended",
    expired_more="The time to answer is over. Thank you for wanting to.",
    used="Your answer has been received",
    used_more="It can no longer be changed. Thank you for it.",
    closed="This survey is closed",
    closed_more="There is nothing more to answer. Thank you for coming.",
    broken="This page cannot be shown right now",
    broken_more="Please try again in a moment.",
    date="{day} {month} {year}",
    months="January February March April May June July August September October November December",
)
_SPANISH = Words(
    name="Español",
    language="Idioma",
    send="Enviar mi respuesta",
    change="Cambiar mi respuesta",
    save="Guardar por ahora",
    try_again="Intentar de nuevo",
    optional="Opcional",
    who_reads="Lo que escriba llegará a las personas que trabajan con usted.",
    not_saved="Su respuesta todavía no se ha guardado",
    down="El servicio no puede recibirla en este momento. Todo lo que indicó sigue aquí: inténtelo de nuevo enseguida.",
    choose_number="Elija un número del {low} al {high}.",
    choose_option="Elija una de las opciones.",
    each_row="Elija una opción en cada fila.",
    needed="Esta pregunta necesita una respuesta.",
    too_long="Este texto es demasiado largo.",
    saved_score="Su puntuación se ha guardado: {score} de {high}.",
    saved="Su respuesta se ha guardado.",
    go_on="Puede cambiarla o contarnos más a continuación.",
    more="De su respuesta surgen algunas preguntas más.",
    until="Puede cambiar su respuesta hasta el {date}.",
    your_score="Su puntuación",
    your_text="Su texto",
    sent_to="Enviado a {address}",
    stop="No recibir más encuestas",
    forged="Este enlace no es válido",
    forged_more="Abra el enlace tal como figura en nuestro mensaje o cópielo completo.",
    expired="Esta encuesta ha terminado",
    expired_more="El plazo para responder ha concluido. Gracias por su interés.",
    used="Hemos recibido su respuesta",
    used_more="Ya no se puede cambiar. Se la agradecemos.",
    closed="Esta encuesta está cerrada",
    closed_more="Ya no queda nada por responder. Gracias por su visita.",
    broken="Esta página no se puede mostrar en este momento",
    broken_more="Inténtelo de nuevo enseguida.",
    date="{day} de {month} de {year}",
    months="enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
)
_SWEDISH = Words(
    name="Svenska",
    language="Språk",
    send="Skicka mitt svar",
    change="Ändra mitt svar",
    save="Spara så länge",
    try_again="Försök igen",
    optional="Frivilligt",
    who_reads="Det du skriver går till dem som arbetar med dig.",
    not_saved="Ditt svar är inte sparat än",
    down="Tjänsten kan inte ta emot det just nu. Allt du har fyllt i finns kvar här: försök igen om en liten stund.",
    choose_number="Välj en siffra från {low} till {high}.",
    choose_option="Välj ett av alternativen.",
    each_row="Välj ett alternativ på varje rad.",
    needed="Frågan behöver ett svar.",
    too_long="Texten är för lång.",
    saved_score="Ditt betyg är sparat: {score} av {high}.",
    saved="Ditt svar är sparat.",
    go_on="Du kan ändra det eller berätta mer nedan.",
    more="Ditt svar leder till några frågor till.",
    until="Du kan ändra ditt svar till och med {date}.",
    your_score="Ditt betyg",
    your_text="Din text",
    sent_to="Skickat till {address}",
    stop="Stoppa de här undersökningarna",
    forged="Länken är inte giltig",
    forged_more="Öppna länken som den står i vårt meddelande, eller kopiera hela länken.",
    expired="Undersökningen är avslutad",
    expired_more="Svarstiden har gått ut. Tack för att du ville svara.",
    used="Ditt svar har kommit fram",
    used_more="Det kan inte längre ändras. Tack för det.",
    closed="Undersökningen är stängd",
    closed_more="Det finns inget mer att svara på. Tack för ditt besök.",
    broken="Sidan kan inte visas just nu",
    broken_more="Försök igen om en liten stund.",
    date="{day} {month} {year}",
    months="januari februari mars april maj juni juli augusti september oktober november december",
)
_NORWEGIAN = Words(
    name="Norsk",
    language="Språk",
    send="Send svaret mitt",
    change="Endre svaret mitt",
    save="Lagre så lenge",
    try_again="Prøv igjen",
    optional="Valgfritt",
    who_reads="Det du skriver, leses av dem som jobber med deg.",
    not_saved="Svaret ditt er ikke lagret ennå",
    down="Tjenesten kan ikke ta imot det akkurat nå. Alt du har fylt inn, er fortsatt her: prøv igjen om litt.",
    choose_number="Velg et tall fra {low} til {high}.",
    choose_option="Velg ett av alternativene.",
    each_row="Velg ett alternativ på hver rad.",
    needed="Spørsmålet trenger et svar.",
    too_long="Teksten er for lang.",
    saved_score="Poengsummen din er lagret: {score} av {high}.",
    saved="Svaret ditt er lagret.",
    go_on="Du kan endre det eller fortelle mer nedenfor.",
    more="Svaret ditt fører til noen spørsmål til.",
    until="Du kan endre svaret til og med {date}.",
    your_score="Poengsummen din",
    your_text="Teksten din",
    sent_to="Sendt til {address}",
    stop="Stopp disse undersøkelsene",
    forged="Lenken er ikke gyldig",
    forged_more="Åpne lenken slik den står i meldingen fra oss, eller kopier hele lenken.",
    expired="Undersøkelsen er avsluttet",
    expired_more="Svarfristen er ute. Takk for at du ville svare.",
    used="Svaret ditt er mottatt",
    used_more="Det kan ikke lenger endres. Takk for svaret.",
    closed="Undersøkelsen er lukket",
    closed_more="Det er ikke mer å svare på. Takk for besøket.",
    broken="Siden kan ikke vises akkurat nå",
    broken_more="Prøv igjen om litt.",
    date="{day}. {month} {year}",
    months="januar februar mars april mai juni juli august september oktober november desember",
)
_SERBIAN = Words(
    name="Српски",
    language="Језик",
    send="Пошаљите одговор",
    change="Измените одговор",
    save="Сачувајте за сада",
    try_again="Покушајте поново",
    optional="Није обавезно",
    who_reads="Оно што напишете читају људи који раде са Вама.",
    not_saved="Ваш одговор још није сачуван",
    down="Сервис тренутно не може да га прими. Све што сте унели и даље је овде: покушајте поново за који тренутак.",
    choose_number="Изаберите број од {low} до {high}.",
    choose_option="Изаберите једну од понуђених могућности.",
    each_row="Изаберите по једну могућност у сваком реду.",
    needed="На ово питање је потребан одговор.",
    too_long="Овај текст је предугачак.",
    saved_score="Ваша оцена је сачувана: {score} од {high}.",
    saved="Ваш одговор је сачуван.",
    go_on="Можете га изменити или нам у наставку рећи више.",
    more="Ваш одговор води до још неколико питања.",
    until="Одговор можете да измените до {date}.",
    your_score="Ваша оцена",
    your_text="Ваш текст",
    sent_to="Послато на {address}",
    stop="Не желим више анкете",
    forged="Ова веза није исправна",
    forged_more="Отворите везу онако како стоји у нашој поруци или је копирајте целу.",
    expired="Ова анкета је завршена",
    expired_more="Рок за одговор је истекао. Хвала Вам на жељи да одговорите.",
    used="Примили смо Ваш одговор",
    used_more="Више га није могуће изменити. Хвала Вам.",
    closed="Ова анкета је затворена",
    closed_more="Нема више питања за одговор. Хвала Вам на посети.",
    broken="Ова страница тренутно не може да се прикаже",
    broken_more="Покушајте поново за који тренутак.",
    date="{day}. {month} {year}.",
    months="јануара фебруара марта априла маја јуна јула августа септембра октобра новембра децембра",
)
_BULGARIAN = Words(
    name="Български",
    language="Език",
    send="Изпращане на отговора",
    change="Промяна на отговора",
    save="Запазване засега",
    try_again="Нов опит",
    optional="По желание",
    who_reads="Написаното от Вас достига до хората, които работят с Вас.",
    not_saved="Отговорът Ви още не е запазен",
    down="Услугата не може да го приеме в момента. Всичко въведено от Вас е тук: моля, опитайте отново след малко.",
    choose_number="Изберете число от {low} до {high}.",
    choose_option="Изберете една от възможностите.",
    each_row="Изберете по една възможност на всеки ред.",
    needed="На този въпрос е нужен отговор.",
    too_long="Този текст е твърде дълъг.",
    saved_score="Оценката Ви е запазена: {score} от {high}.",
    saved="Отговорът Ви е запазен.",
    go_on="Можете да промените отговора си или да ни кажете повече по-долу.",
    more="Отговорът Ви води до още няколко въпроса.",
    until="Можете да промените отговора си до {date}.",
    your_score="Вашата оценка",
    your_text="Вашият текст",
    sent_to="Изпратено до {address}",
    stop="Спиране на тези анкети",
    forged="Тази връзка не е валидна",
    forged_more="Отворете връзката така, както е в нашето съобщение, или я копирайте цялата.",
    expired="Тази анкета приключи",
    expired_more="Срокът за отговор изтече. Благодарим Ви за желанието да отговорите.",
    used="Получихме отговора Ви",
    used_more="Той вече не може да се променя. Благодарим Ви.",
    closed="Тази анкета е затворена",
    closed_more="Няма повече въпроси за отговор. Благодарим Ви за посещението.",
    broken="Страницата не може да се покаже в момента",
    broken_more="Моля, опитайте отново след малко.",
    date="{day} {month} {year} г.",
    months="януари февруари март април май юни юли август септември октомври ноември декември",
)


def _in_latin(words: Words) -> Words:
    return Words(**{field.name: serbian.in_latin(getattr(words, field.name)) for field in fields(Words)})


WORDS: Mapping[str, Words] = {
    "en": _ENGLISH,
    "es": _SPANISH,
    "sv": _SWEDISH,
    "no": _NORWEGIAN,
    "sr": _SERBIAN,
    "sr-Latn": _in_latin(_SERBIAN),
    "bg": _BULGARIAN,
}


def of(locale: str) -> Words:
    """The page's words in the nearest locale."""
    return WORDS[locales.choose(locale, WORDS, FALLBACK).locale]


def name_of(locale: str) -> str:
    """How a language is called by those who speak it; its tag where that is not known."""
    found = locales.choose(locale, WORDS, FALLBACK)
    return locale if found.fallback else WORDS[found.locale].name


def accepted(header: str) -> list[str]:
    """The tags of an Accept-Language header, the most wanted first, ten at most."""
    wanted = []
    for number, part in enumerate(header.split(",")[:10]):
        tag, _, quality = part.strip().partition(";")
        try:
            weight = float(quality.strip().removeprefix("q=") or 1)
        except ValueError:
            continue
        if weight > 0 and tag.strip() not in ("", "*"):
            wanted.append((-weight, number, tag.strip()))
    return [tag for _, _, tag in sorted(wanted)]


def nearest(wanted: Iterable[str | None], offered: Collection[str], fallback: str) -> str:
    """The first of the wanted locales that is offered in some form, else the fallback."""
    choices = (locales.choose(tag, offered, fallback) for tag in wanted if tag)
    return next((choice.locale for choice in choices if not choice.fallback), fallback)
