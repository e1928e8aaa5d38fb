"""A survey as a form, and back: what nobody touched stays, in every language."""

from contextlib import suppress
from copy import deepcopy
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from services.feedback.studio import builder
from services.feedback.surveys.schemas import SurveyVersionIn, plain
from services.feedback.surveys.shipped import surveys
from tests.services.feedback.surveys.test_previews import CHAIN

KEYS = st.from_regex(r"[a-z][a-z0-9_]{0,9}", fullmatch=True)
SAID = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=30)


@st.composite
def definitions(draw: st.DrawFn) -> dict[str, Any]:
    """A definition that the schema takes, in one to three locales."""
    keys = draw(st.lists(KEYS, min_size=1, max_size=5, unique=True))
    questions: list[dict[str, Any]] = []
    for key in keys:
        kind = draw(st.sampled_from(["text", "choice", "matrix"]))
        names = st.lists(KEYS, min_size=1, max_size=3, unique=True)
        show_if = None
        choices = [one for one in questions if one["kind"] == "choice"]
        if choices and draw(st.booleans()):
            asked = draw(st.sampled_from(choices))
            any_of = draw(st.lists(st.sampled_from(asked["options"]), unique=True))
            show_if = {"question": asked["key"], "min": None, "max": None, "any_of": any_of}
        questions.append(
            {
                "key": key,
                "kind": kind,
                "required": draw(st.booleans()),
                "options": draw(names) if kind != "text" else [],
                "rows": draw(names) if kind == "matrix" else [],
                "show_if": show_if,
            }
        )
    locales = draw(st.lists(st.sampled_from(["en", "sv", "sr-Latn"]), min_size=1, unique=True))

    def texts() -> dict[str, Any]:
        said = {
            question["key"]: {
                "label": draw(SAID),
                "options": {name: draw(SAID) for name in question["options"]},
                "rows": {name: draw(SAID) for name in question["rows"]},
            }
            for question in questions
        }
        return {"title": draw(SAID), "thanks": draw(SAID), "questions": said}

    made = {"questions": questions, "fallback_locale": locales[0], "locales": {tag: texts() for tag in locales}}
    return plain(SurveyVersionIn.model_validate(made))


@settings(max_examples=40)
@given(definitions(), st.data())
def test_a_form_that_nobody_touched_says_the_same(definition: dict[str, Any], data: st.DataObject) -> None:
    locale = data.draw(st.sampled_from(sorted(definition["locales"])))
    form = builder.fields_of(definition, locale)
    assert plain(SurveyVersionIn.model_validate(builder.definition_of(form, definition))) == definition


def test_every_shipped_survey_goes_through_the_form_unchanged() -> None:
    for survey in surveys():
        definition = plain(survey)
        for locale in definition["locales"]:
            form = builder.fields_of(definition, locale)
            assert plain(SurveyVersionIn.model_validate(builder.definition_of(form, definition))) == definition


def chain() -> dict[str, Any]:
    made = deepcopy(CHAIN)
    made["locales"]["sv"] = deepcopy(made["locales"]["en"]) | {"title": "Din vecka"}
    return plain(SurveyVersionIn.model_validate(made))


def changed(**fields: str) -> dict[str, Any]:
    definition = chain()
    form = builder.fields_of(definition, "en") | {name.replace("__", "."): value for name, value in fields.items()}
    return plain(SurveyVersionIn.model_validate(builder.definition_of(form, definition)))


def test_a_new_question_gets_a_key_and_is_said_in_every_language() -> None:
    made = changed(
        new__kind="choice", new__label="Vilka känslor?", new__options="Glad\nArg = arg\n\nGlad", new__place="2"
    )
    assert [question["key"] for question in made["questions"]] == ["score", "vilka_kanslor", "topic", "desks"]
    assert made["questions"][1]["options"] == ["glad", "arg", "glad_2"]
    assert made["locales"]["sv"]["questions"]["vilka_kanslor"] == made["locales"]["en"]["questions"]["vilka_kanslor"]
    assert made["locales"]["sv"]["title"] == "Din vecka"


def test_what_is_removed_is_removed_in_every_language() -> None:
    made = changed(q__2__remove="1", q__1__options="price = The price")
    assert [question["key"] for question in made["questions"]] == ["score", "topic"]
    for texts in made["locales"].values():
        assert texts["questions"].keys() == {"score", "topic"}
        assert texts["questions"]["topic"]["options"] == {"price": "The price"}


def test_questions_change_places_up_and_down() -> None:
    form = builder.fields_of(chain(), "en")
    order = {"up": {"q.2.place": "1"}, "down": {"q.0.place": "3"}, "last": {"q.1.place": "9"}}
    found = {
        name: [one["key"] for one in builder.definition_of({**form, **fields}, chain())["questions"]]
        for name, fields in order.items()
    }
    assert found == {
        "up": ["desks", "score", "topic"],
        "down": ["topic", "desks", "score"],
        "last": ["score", "desks", "topic"],
    }


def test_a_language_is_added_with_the_texts_at_hand_and_taken_away() -> None:
    assert changed(add_locale="de")["locales"]["de"]["title"] == "Your week"
    definition = chain()
    form = builder.fields_of(definition, "sv") | {"remove_locale": "1"}
    assert list(builder.definition_of(form, definition)["locales"]) == ["en"]


NAMES = [*builder.fields_of(chain(), "en"), "new.label", "new.kind", "new.options", "add_locale", "remove_locale"]
TYPED = st.sampled_from(["", "0", "score", "matrix", "=", "a = b\na = c", "en", "q.0", "−9", "\x00", "９"]) | SAID


@example({"q.2.key": "topic"})
@given(st.dictionaries(st.sampled_from(NAMES), TYPED))
def test_whatever_is_sent_is_a_version_or_refused(typed: dict[str, str]) -> None:
    definition = chain()
    form = builder.fields_of(definition, "sv") | typed
    with suppress(ValidationError):  # any other error would be a 500
        SurveyVersionIn.model_validate(builder.definition_of(form, definition))
