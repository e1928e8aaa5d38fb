"""In which of a survey's locales somebody is asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.feedback.surveys import locales
from services.feedback.surveys.serbian import in_latin

SHIPPED = ("en", "es", "sv", "no", "sr", "bg", "sr-Latn")


@pytest.mark.parametrize(
    ("wanted", "chosen", "step"),
    [
        ("sv", "sv", "exact"),
        ("sr-latn", "sr-Latn", "exact"),
        ("SR", "sr", "exact"),
        ("sr-Latn-RS", "sr-Latn", "script"),
        ("sr-Latn-ME", "sr-Latn", "script"),
        ("sr-ME", "sr-Latn", "script"),
        ("sr-Cyrl", "sr", "script"),
        ("sr-Cyrl-BA", "sr", "script"),
        ("sr-RS", "sr", "script"),
        ("es-419", "es", "language"),
        ("en-GB-oxendict", "en", "language"),
        ("nb", "no", "language"),
        ("nn-NO", "no", "language"),
        ("de", "en", "fallback"),
        ("serb", "en", "fallback"),
        (None, "en", "fallback"),
    ],
)
def test_the_nearest_locale_is_chosen(wanted: str | None, chosen: str, step: str) -> None:
    found = locales.choose(wanted, SHIPPED, "en")
    assert (found.locale, found.step, found.fallback) == (chosen, step, step == "fallback")


def test_who_reads_latin_gets_cyrillic_only_where_there_is_no_latin() -> None:
    assert locales.choose("sr-Latn", ("en", "sr"), "en") == locales.Choice("sr", "language")
    assert locales.choose("sr-Latn-RS", ("en", "sr", "sr-Latn-BA"), "en").locale == "sr-Latn-BA"
    assert locales.choose("sr", ("en", "sr-Latn"), "en") == locales.Choice("sr-Latn", "language")


def test_the_region_decides_between_two_of_a_language() -> None:
    offered = ("pt", "pt-BR", "pt-PT", "en")
    assert locales.choose("pt-AO", offered, "en").locale == "pt"
    assert locales.choose("pt-BR", offered, "en").step == "exact"
    assert locales.choose("es-MX", ("es-AR", "es-ES", "en"), "en").locale == "es-AR"
    assert locales.choose("es-ES-valencia", ("es-AR", "es-ES", "en"), "en").locale == "es-ES"


TAGS = st.from_regex(r"\A[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}\Z")


@given(TAGS, st.sets(TAGS, min_size=1, max_size=6))
def test_some_locale_is_always_chosen_and_a_fallback_is_said(wanted: str, offered: set[str]) -> None:
    fallback = min(offered)
    found = locales.choose(wanted, offered, fallback)
    assert found.locale in offered
    same_language = any(one.split("-")[0].lower() == wanted.split("-")[0].lower() for one in offered)
    assert not (same_language and found.fallback)
    assert found.locale == fallback or not found.fallback


@pytest.mark.parametrize(
    ("cyrillic", "latin"),
    [
        ("Љубав, њива и џеп", "Ljubav, njiva i džep"),
        ("Ђак чека ћуп", "Đak čeka ćup"),
        ("Његош", "Njegoš"),
        ("10 од 10 (CSAT)", "10 od 10 (CSAT)"),
    ],
)
def test_serbian_is_written_in_both_scripts(cyrillic: str, latin: str) -> None:
    assert in_latin(cyrillic) == latin
