"""The surveys that ship, in the six languages of their texts, Serbian in both of its scripts.

The customer is addressed formally where the language does so in business letters, and no text assumes the
customer's gender. Serbian is written here in Cyrillic, as the locale `sr` says without a script of its own.
"""

from typing import Any, NamedTuple

from services.feedback.surveys import serbian
from services.feedback.surveys.outcome import STANDARD, Bands, Range
from services.feedback.surveys.schemas import SurveyIn


class Said(NamedTuple):
    """One survey in one locale: its title, the score's question with the ends of its scale, the reason asked."""

    title: str
    question: str
    low: str
    high: str
    reason: str
    thanks: str


NAMES = {
    "nps": "Net Promoter Score",
    "csat": "Customer satisfaction",
    "ces": "Customer effort",
    "onboarding": "Onboarding",
    "post_recovery": "After a recovery",
}

SCALES = STANDARD | dict.fromkeys(("onboarding", "post_recovery"), STANDARD["csat"])
"""Scale and bands of each: those of satisfaction where the type has no score of its own."""

NPS = {
    "en": Said(
        "Would you recommend us?",
        "How likely are you to recommend us to a friend or colleague?",
        "Not at all likely",
        "Extremely likely",
        "What is the main reason for your score?",
        "Thank you for your answer.",
    ),
    "es": Said(
        "¿Nos recomendaría?",
        "¿Qué probabilidad hay de que nos recomiende a un amigo o colega?",
        "Nada probable",
        "Muy probable",
        "¿Cuál es el motivo principal de su puntuación?",
        "Gracias por su respuesta.",
    ),
    "sv": Said(
        "Skulle du rekommendera oss?",
        "Hur troligt är det att du skulle rekommendera oss till en vän eller kollega?",
        "Inte alls troligt",
        "Mycket troligt",
        "Vilken är den främsta anledningen till ditt betyg?",
        "Tack för ditt svar.",
    ),
    "no": Said(
        "Ville du anbefalt oss?",
        "Hvor sannsynlig er det at du vil anbefale oss til en venn eller kollega?",
        "Ikke sannsynlig i det hele tatt",
        "Svært sannsynlig",
        "Hva er hovedgrunnen til at du ga denne poengsummen?",
        "Takk for svaret.",
    ),
    "sr": Said(
        "Да ли бисте нас препоручили?",
        "Колико је вероватно да бисте нас препоручили пријатељу или колеги?",
        "Нимало вероватно",
        "Веома вероватно",
        "Који је главни разлог за Вашу оцену?",
        "Хвала Вам на одговору.",
    ),
    "bg": Said(
        "Бихте ли ни препоръчали?",
        "Колко вероятно е да ни препоръчате на приятел или колега?",
        "Изобщо не е вероятно",
        "Много вероятно",
        "Каква е основната причина за Вашата оценка?",
        "Благодарим Ви за отговора.",
    ),
}

CSAT = {
    "en": Said(
        "How did we do?",
        "How satisfied are you with our service?",
        "Very dissatisfied",
        "Very satisfied",
        "What is the main reason for your rating?",
        "Thank you for your answer.",
    ),
    "es": Said(
        "¿Cómo lo hemos hecho?",
        "¿Cuál es su grado de satisfacción con nuestro servicio?",
        "Muy bajo",
        "Muy alto",
        "¿Cuál es el motivo principal de su valoración?",
        "Gracias por su respuesta.",
    ),
    "sv": Said(
        "Hur gick det?",
        "Hur nöjd är du med vår service?",
        "Mycket missnöjd",
        "Mycket nöjd",
        "Vilken är den främsta anledningen till ditt betyg?",
        "Tack för ditt svar.",
    ),
    "no": Said(
        "Hvordan gikk det?",
        "Hvor fornøyd er du med servicen vår?",
        "Svært misfornøyd",
        "Svært fornøyd",
        "Hva er hovedgrunnen til vurderingen din?",
        "Takk for svaret.",
    ),
    "sr": Said(
        "Како смо се показали?",
        "Колико сте задовољни нашом услугом?",
        "Нимало",
        "Веома",
        "Који је главни разлог за Вашу оцену?",
        "Хвала Вам на одговору.",
    ),
    "bg": Said(
        "Как се справихме?",
        "Каква е Вашата удовлетвореност от нашето обслужване?",
        "Много ниска",
        "Много висока",
        "Каква е основната причина за Вашата оценка?",
        "Благодарим Ви за отговора.",
    ),
}

CES = {
    "en": Said(
        "How easy was it?",
        "How far do you agree: “It was easy to get my issue solved”?",
        "Strongly disagree",
        "Strongly agree",
        "What made it easy or hard?",
        "Thank you for your answer.",
    ),
    "es": Said(
        "¿Le resultó fácil?",
        "¿Hasta qué punto está de acuerdo con esta frase: «Fue fácil resolver mi problema»?",
        "Totalmente en desacuerdo",
        "Totalmente de acuerdo",
        "¿Qué lo hizo fácil o difícil?",
        "Gracias por su respuesta.",
    ),
    "sv": Said(
        "Hur lätt var det?",
        "I vilken grad instämmer du i påståendet ”Det var lätt att få mitt ärende löst”?",
        "Instämmer inte alls",
        "Instämmer helt",
        "Vad gjorde det lätt eller svårt?",
        "Tack för ditt svar.",
    ),
    "no": Said(
        "Hvor enkelt var det?",
        "I hvilken grad er du enig i påstanden «Det var enkelt å få løst saken min»?",
        "Helt uenig",
        "Helt enig",
        "Hva gjorde det enkelt eller vanskelig?",
        "Takk for svaret.",
    ),
    "sr": Said(
        "Колико је било лако?",
        "У којој мери се слажете са тврдњом „Било је лако решити мој проблем”?",
        "Уопште се не слажем",
        "Потпуно се слажем",
        "Шта је олакшало или отежало решавање?",
        "Хвала Вам на одговору.",
    ),
    "bg": Said(
        "Колко лесно беше?",
        "До каква степен сте съгласни с твърдението „Беше лесно да се реши проблемът ми“?",
        "Пълно несъгласие",
        "Пълно съгласие",
        "Какво Ви улесни или затрудни?",
        "Благодарим Ви за отговора.",
    ),
}

ONBOARDING = {
    "en": Said(
        "How was your start with us?",
        "How satisfied are you with the way we got you started?",
        "Very dissatisfied",
        "Very satisfied",
        "What went well, and what could we have done better?",
        "Thank you for your answer.",
    ),
    "es": Said(
        "¿Cómo fueron sus primeros pasos?",
        "¿Cuál es su grado de satisfacción con la puesta en marcha?",
        "Muy bajo",
        "Muy alto",
        "¿Qué salió bien y qué podríamos haber hecho mejor?",
        "Gracias por su respuesta.",
    ),
    "sv": Said(
        "Hur gick starten?",
        "Hur nöjd är du med hur vi hjälpte dig att komma igång?",
        "Mycket missnöjd",
        "Mycket nöjd",
        "Vad gick bra, och vad hade vi kunnat göra bättre?",
        "Tack för ditt svar.",
    ),
    "no": Said(
        "Hvordan gikk oppstarten?",
        "Hvor fornøyd er du med hvordan vi hjalp deg i gang?",
        "Svært misfornøyd",
        "Svært fornøyd",
        "Hva gikk bra, og hva kunne vi ha gjort bedre?",
        "Takk for svaret.",
    ),
    "sr": Said(
        "Како је протекао почетак?",
        "Колико сте задовољни почетком наше сарадње?",
        "Нимало",
        "Веома",
        "Шта је било добро, а шта смо могли боље?",
        "Хвала Вам на одговору.",
    ),
    "bg": Said(
        "Как премина началото?",
        "Каква е Вашата удовлетвореност от началото на съвместната ни работа?",
        "Много ниска",
        "Много висока",
        "Какво мина добре и какво можехме да направим по-добре?",
        "Благодарим Ви за отговора.",
    ),
}

POST_RECOVERY = {
    "en": Said(
        "Did we put it right?",
        "Has your issue been resolved to your satisfaction?",
        "Not at all",
        "Completely",
        "What helped, or what is still unresolved?",
        "Thank you for your answer.",
    ),
    "es": Said(
        "¿Lo hemos solucionado?",
        "¿Se ha resuelto su problema de forma satisfactoria?",
        "En absoluto",
        "Por completo",
        "¿Qué ha ayudado o qué queda por resolver?",
        "Gracias por su respuesta.",
    ),
    "sv": Said(
        "Löste vi problemet?",
        "Har ditt ärende lösts till din belåtenhet?",
        "Inte alls",
        "Helt och hållet",
        "Vad hjälpte, eller vad återstår att lösa?",
        "Tack för ditt svar.",
    ),
    "no": Said(
        "Fikk vi løst problemet?",
        "Er saken din løst på en tilfredsstillende måte?",
        "Ikke i det hele tatt",
        "Fullt ut",
        "Hva hjalp, eller hva er fortsatt uløst?",
        "Takk for svaret.",
    ),
    "sr": Said(
        "Да ли смо решили проблем?",
        "Да ли је Ваш проблем решен на задовољавајући начин?",
        "Нимало",
        "У потпуности",
        "Шта је помогло или шта још није решено?",
        "Хвала Вам на одговору.",
    ),
    "bg": Said(
        "Решихме ли проблема?",
        "Решен ли е проблемът Ви по удовлетворителен начин?",
        "Изобщо не",
        "Напълно",
        "Какво помогна или какво остава нерешено?",
        "Благодарим Ви за отговора.",
    ),
}

TEXTS = {"nps": NPS, "csat": CSAT, "ces": CES, "onboarding": ONBOARDING, "post_recovery": POST_RECOVERY}


def surveys() -> list[SurveyIn]:
    """The surveys that ship, as a caller would post them."""
    return [_survey(survey_type) for survey_type in TEXTS]


def _survey(survey_type: str) -> SurveyIn:
    scale, bands = SCALES[survey_type]
    said = TEXTS[survey_type]
    in_all = said | {"sr-Latn": Said(*map(serbian.in_latin, said["sr"]))}
    return SurveyIn.model_validate(
        {
            "name": NAMES[survey_type],
            "type": survey_type,
            "scale": _range(scale),
            "bands": _bands(bands),
            "questions": [
                {"key": "score", "kind": "score", "required": True},
                {"key": "reason", "kind": "text"},
            ],
            "fallback_locale": "en",
            "locales": {locale: _texts(one) for locale, one in in_all.items()},
        }
    )


def _texts(said: Said) -> dict[str, Any]:
    return {
        "title": said.title,
        "thanks": said.thanks,
        "questions": {
            "score": {"label": said.question, "low": said.low, "high": said.high},
            "reason": {"label": said.reason},
        },
    }


def _bands(bands: Bands) -> dict[str, Any]:
    ranges = {"positive": bands.positive, "neutral": bands.neutral, "negative": bands.negative}
    return {name: _range(band) for name, band in ranges.items() if band is not None}


def _range(numbers: Range) -> dict[str, int]:
    return {"min": numbers.min, "max": numbers.max}
