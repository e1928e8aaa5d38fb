"""What comments say, in six languages, and what is honestly not read."""

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.feedback.phrases import phrase
from services.feedback.responses import language, reading, shipped
from services.feedback.responses.reading import Reading, Spoken, Vocabulary
from services.feedback.responses.words import WORDS
from services.feedback.surveys.outcome import Outcome
from tests.services.feedback.responses import comments

SHIPPED = Vocabulary(
    {
        language: [
            *(
                Spoken(words.kind, theme=False, words=words.words)
                for words in shipped.word_lists()
                if words.locale == language
            ),
            *(Spoken(theme.code, theme=True, words=theme.words[language]) for theme in shipped.themes()),
        ]
        for language in WORDS
    }
)


def read(comment: str | None, locale: str | None, outcome: Outcome, vocabulary: Vocabulary = SHIPPED) -> Reading:
    return reading.read(comment, locale, outcome, vocabulary)


SAMPLE = [
    ("en", "Slow", "negative"),
    ("en", "Great!", "positive"),
    ("en", "Too slow and nobody called back", "negative"),
    ("en", "not helpful", "negative"),
    ("en", "I love it", "positive"),
    ("en", "Very good support, thank you", "positive"),
    ("es", "Muy lento, no estoy contento", "negative"),
    ("es", "Excelente atención, muy amables", "positive"),
    ("es", "Nadie responde", "negative"),
    ("sv", "För långsamt", "negative"),
    ("sv", "Mycket bra hjälp, tack", "positive"),
    ("sv", "Jag är inte nöjd", "negative"),
    ("no", "Tregt og dyrt", "negative"),
    ("no", "Veldig bra service, takk", "positive"),
    ("no", "Jeg er ikke fornøyd", "negative"),
    ("sr", "Spora podrška, nisam zadovoljan", "negative"),
    ("sr", "Спора подршка, нисам задовољан", "negative"),
    ("sr", "Odlična usluga, hvala", "positive"),
    ("bg", "Бавно обслужване, не съм доволен", "negative"),
    ("bg", "Много добро обслужване, благодаря", "positive"),
]


@pytest.mark.parametrize(("spoken", "comment", "label"), SAMPLE)
def test_language_and_sound_are_found(spoken: str, comment: str, label: str) -> None:
    assert language.of_text(comment) == spoken
    found = read(comment, None, "negative")
    assert found.sentiment is not None
    assert found.sentiment.label == label


@pytest.mark.parametrize(
    "comment",
    [
        "Zu langsam und nicht gut",
        "Très lent, mais le service est bon",
        "Muito lento, não gostei",
        "Всё было очень плохо",
    ],
)
def test_other_languages_are_not_read(comment: str) -> None:
    assert read(comment, None, "negative") == reading.NOTHING


def test_no_language_is_named_wrongly_and_most_are_named() -> None:
    named = [(spoken, language.of_text(comment)) for spoken, comment in comments.OURS]
    assert [pair for pair in named if pair[1] not in (pair[0], None)] == []
    assert sum(spoken == found for spoken, found in named) >= 53


@pytest.mark.parametrize("comment", comments.OTHERS)
def test_other_languages_are_not_taken_for_ours(comment: str) -> None:
    assert language.of_text(comment) is None


@pytest.mark.parametrize(
    ("locale", "read_as"),
    [("en-GB", "en"), ("nb-NO", "no"), ("nn", "no"), ("sr-Latn-RS", "sr"), ("de", None), ("sv", "sv")],
)
def test_the_locale_says_how_to_read(locale: str, read_as: str | None) -> None:
    assert read("Bra", locale, "negative").language == read_as


def test_sound_lies_between_minus_one_and_one_and_negation_turns_it() -> None:
    good = read("Mycket bra", "sv", "neutral").sentiment
    not_good = read("Inte bra", "sv", "neutral").sentiment
    assert good
    assert not_good
    assert -1 <= not_good.score < 0 < good.score <= 1


@pytest.mark.parametrize(
    ("comment", "locale", "themes"),
    [
        ("Slow and expensive", "en", ("price", "speed")),
        ("La factura estaba mal y el soporte es lento", "es", ("billing", "speed", "support")),
        ("Spora podrška", "sr", ("speed", "support")),
        ("Спора подршка", "sr", ("speed", "support")),
        ("Nothing of note", "en", ()),
    ],
)
def test_themes_are_found_by_words(comment: str, locale: str, themes: tuple[str, ...]) -> None:
    assert read(comment, locale, "negative").themes == themes


@pytest.mark.parametrize(
    ("comment", "locale", "outcome", "triage"),
    [
        ("I will call my lawyer", "en", "negative", True),
        ("Quiero darme de baja", "es", "negative", True),
        ("Slow", "en", "negative", False),
        ("Terrible, slow and broken", "en", "positive", True),
        ("Great!", "en", "positive", False),
    ],
    ids=["legal", "leaving", "plain", "contradiction", "praise"],
)
def test_critical_and_contradictory_comments_go_to_triage(
    comment: str, locale: str, outcome: str, triage: bool
) -> None:
    assert read(comment, locale, outcome).needs_triage is triage  # type: ignore[arg-type]


def test_every_language_has_the_same_themes() -> None:
    assert {frozenset(words.themes) for words in WORDS.values()} == {frozenset(WORDS["en"].themes)}
    assert {frozenset(words.critical) for words in WORDS.values()} == {
        frozenset({"safety", "legal", "leaving", "complaint"})
    }


@given(st.text(max_size=300), st.sampled_from([None, *WORDS]))
def test_any_text_can_be_read(comment: str, locale: str | None) -> None:
    found = read(comment, locale, "positive")
    assert found.sentiment is None or -1 <= found.sentiment.score <= 1


@pytest.mark.parametrize("locale", [None, *WORDS])
def test_the_longest_comment_is_read_quickly(locale: str | None) -> None:
    words = [word.rstrip("*") for listed in WORDS.values() for word in listed.positive.split()]
    comment = " ".join(random.Random(8841).choices(words, k=4_000))[:20_000]
    read(comment, locale, "negative")
    started = time.process_time()
    read(comment, locale, "negative")
    assert time.process_time() - started < 0.1  # 0.003 as measured


CRITICAL = [
    ("en", "Their van caught fire", ("safety",)),
    ("en", "See you in court", ("legal",)),
    ("en", "We are switching to a competitor", ("leaving",)),
    ("es", "Es peligroso", ("safety",)),
    ("es", "Queremos darnos de baja", ("leaving",)),
    ("sv", "Vi säger upp avtalet", ("leaving",)),
    ("sv", "Det är en polisanmälan värd", ("legal",)),
    ("no", "Vi vurderer å bytte leverandør", ("leaving",)),
    ("no", "Det brant, en ulykke", ("safety",)),
    ("sr", "Zovemo advokata", ("legal",)),
    ("sr", "Зовемо адвоката", ("legal",)),
    ("sr", "Раскидамо уговор", ("leaving",)),
    ("bg", "Ще говорим с адвокат", ("legal",)),
    ("bg", "Прекратяваме договора", ("leaving",)),
]


@pytest.mark.parametrize(("locale", "comment", "reasons"), CRITICAL)
def test_critical_words_are_found_in_each_language_and_script(
    locale: str, comment: str, reasons: tuple[str, ...]
) -> None:
    assert read(comment, locale, "negative").triage == reasons


@pytest.mark.parametrize(
    ("locale", "comment", "contradicts"),
    [
        ("en", "I must make a complaint", True),
        ("en", "No complaints at all", False),
        ("es", "Tengo una queja", True),
        ("es", "Ninguna queja", False),
        ("sv", "Jag har ett klagomål", True),
        ("sv", "Inga klagomål", False),
        ("no", "Jeg vil klage", True),
        ("sr", "Имам рекламацију", True),
        ("sr", "Nemam žalbi", False),
        ("bg", "Имам оплакване", True),
        ("bg", "Нямам оплаквания", False),
    ],
)
def test_a_ten_with_a_complaint_contradicts_itself(locale: str, comment: str, contradicts: bool) -> None:
    themes = Vocabulary(
        {
            locale: [
                Spoken(words.kind, theme=False, words=words.words)
                for words in shipped.word_lists()
                if words.locale == locale
            ]
        }
    )
    found = read(comment, locale, "positive", themes)
    assert ("contradictory" in found.triage) is contradicts
    assert "contradictory" not in read(comment, locale, "negative", themes).triage


def test_an_empty_vocabulary_still_hears_how_a_comment_sounds() -> None:
    found = read("Terrible", "en", "positive", Vocabulary({}))
    assert (found.themes, found.triage) == ((), ("contradictory",))


@pytest.mark.parametrize(("locale", "source"), [("en", "vader"), ("sv", "words"), ("bg", "words")])
def test_a_sound_says_by_what_it_was_found(locale: str, source: str) -> None:
    sounds = read("Bra", locale, "positive").sentiment
    assert sounds is not None
    assert sounds.source == source


def test_a_language_that_only_an_operator_listed_is_read_for_words_alone() -> None:
    german = Vocabulary({"de": [Spoken("legal", theme=False, words=["anwalt*"])]})
    found = read("Unser Anwalt wird sich melden", "de-AT", "negative", german)
    assert (found.language, found.sentiment, found.triage) == ("de", None, ("legal",))
    assert read("Das ist nicht gut, der Anwalt kommt", None, "negative", german).triage == ("legal",)
    assert read("Unser Anwalt wird sich melden", "de-AT", "negative").triage == ()


SCRIPTS = {
    "latin": "väldigt bra ",
    "cyrillic": "много добре ",
    "greek": "πολύ καλό ",
    "arabic": "جيد جدا ",
    "hebrew": "טוב מאוד ",
    "devanagari": "बहुत अच्छा ",
    "thai": "ดีมาก ",
    "han": "非常好",
    "hangul": "아주 좋아요 ",
    "emoji": "👍🏽👩‍👩‍👧‍👦 ",
    "combining": "e\u0301\u0301\u0301 ",
    "controls": "\u202e\u200b\ufeff ",
    "surrogate pairs": "𝒷𝓇𝒶 ",
}


@pytest.mark.parametrize("script", SCRIPTS)
@pytest.mark.parametrize("locale", [None, *WORDS])
def test_ten_thousand_characters_of_any_script_are_read_to_their_end(script: str, locale: str | None) -> None:
    comment = (SCRIPTS[script] * 10_000)[:9_980] + " gdpr rgpd"
    found = read(comment, locale, "positive")
    if locale is not None:
        assert "legal" in found.triage


def test_a_long_comment_sounds_as_it_begins_and_as_it_ends() -> None:
    middle = "and then it was on the table " * 200
    good, bad = read(f"Great! {middle}", "en", "neutral"), read(f"{middle} Terrible!", "en", "neutral")
    assert good.sentiment
    assert bad.sentiment
    assert (good.sentiment.label, bad.sentiment.label) == ("positive", "negative")


def test_every_shipped_word_is_one_that_an_operator_could_list() -> None:
    for words in shipped.word_lists():
        assert words.words == [phrase(word) for word in words.words]
    for theme in shipped.themes():
        assert set(theme.words) == set(WORDS)
