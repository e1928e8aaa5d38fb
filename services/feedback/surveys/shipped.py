"""The surveys that ship, in the six languages of their texts.

The customer is addressed formally where the language does so in business letters, and no text assumes the
customer's gender. Serbian is in Cyrillic, as the locale `sr` says without a script of its own.
"""

from typing import Any, NamedTuple

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
}

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

TEXTS = {"nps": NPS, "csat": CSAT, "ces": CES}


def surveys() -> list[SurveyIn]:
    """The surveys that ship, as a caller would post them."""
    return [_survey(survey_type) for survey_type in TEXTS]


def _survey(survey_type: str) -> SurveyIn:
    scale, bands = STANDARD[survey_type]
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
            "locales": {locale: _texts(said) for locale, said in TEXTS[survey_type].items()},
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
