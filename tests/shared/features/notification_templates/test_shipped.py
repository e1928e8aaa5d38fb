"""Every text that ships, in every language."""

import pytest

from services.feedback.follow_ups.templates import GOOD_NEWS
from services.ticketing.escalation.wordings import ESCALATION_OPENED
from shared.features.notification_templates import language, templates
from shared.features.notification_templates.digest import DIGEST
from shared.features.notification_templates.language import Part
from shared.features.notification_templates.templates import Template, Templates

LOCALES = ("en", "es", "sv", "no", "sr-Cyrl", "sr-Latn", "bg")
CYRILLIC = {"sr-Cyrl", "bg"}

every_template = pytest.mark.parametrize("template", [ESCALATION_OPENED, GOOD_NEWS, DIGEST], ids=lambda one: one.name)
every_locale = pytest.mark.parametrize("locale", LOCALES)


@every_template
def test_ships_in_six_languages_and_both_scripts_of_serbian(template: Template) -> None:
    assert set(template.wordings) == set(LOCALES)


@every_template
@every_locale
def test_may_be_written_so_and_is_whole(template: Template, locale: str) -> None:
    wording = template.wordings[locale]
    for part, source in ((Part.SUBJECT, wording.subject), (Part.TEXT, wording.text), (Part.HTML, wording.html)):
        assert source is None or language.faults(part, source, template.example) == []
    said = Templates([template]).render(template.name, locale, template.example, {})
    assert said.subject
    assert said.text.endswith("\n")
    for value in template.in_words(template.example, locale).values():
        assert str(value) in f"{said.subject}\n{said.text}"
    assert "{" not in said.subject + said.text


@every_template
@every_locale
def test_is_written_in_its_script(template: Template, locale: str) -> None:
    wording = template.wordings[locale]
    letters = [
        letter for letter in templates.rendered(wording, dict.fromkeys(template.example, "")).text if letter.isalpha()
    ]
    in_cyrillic = sum("\u0400" <= letter <= "\u04ff" for letter in letters)
    assert in_cyrillic == (len(letters) if locale in CYRILLIC else 0)


@every_template
@every_locale
def test_reads_well_where_something_is_not_known(template: Template, locale: str) -> None:
    unknown = {**template.example, "account": None, "customer": None}
    said = Templates([template]).render(template.name, locale, unknown, {})
    assert "–" not in said.subject
    assert "  " not in said.subject


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("sv", "sv"),
        ("sv-FI", "sv"),
        ("nb-NO", "no"),
        ("nn", "no"),
        ("sr", "sr-Cyrl"),
        ("sr-RS", "sr-Cyrl"),
        ("sr-Latn-RS", "sr-Latn"),
        ("de-AT", "en"),
        ("", "en"),
    ],
)
def test_falls_back_from_exact_to_language_to_english(wanted: str, found: str) -> None:
    assert Templates([GOOD_NEWS]).locale_for("good_news", wanted, {}) == found


def test_words_stand_for_codes() -> None:
    said = Templates([ESCALATION_OPENED]).render("escalation_opened", "sr-RS", ESCALATION_OPENED.example, {})
    assert "Приоритет: висок" in said.text
