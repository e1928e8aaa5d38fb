"""Which questions are shown, and which answers fit: examples, and what holds for all surveys."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.feedback.surveys import logic
from services.feedback.surveys.logic import Condition, Question
from services.feedback.surveys.outcome import Range

FIVE = Range(1, 5)
SCORE = Question("score", "score", required=True)
WHY = Question("why", "choice", options=("price", "speed"), show_if=Condition("score", max=3))
WHERE = Question("where", "text", required=True, show_if=Condition("why", any_of=("speed",)))
EACH = Question("each", "matrix", options=("good", "bad"), rows=("desk", "phone"))
ASKED = [SCORE, WHY, WHERE, EACH]


def keys(answers: dict[str, Any]) -> list[str]:
    return [question.key for question in logic.shown(ASKED, answers)]


def codes(answers: dict[str, Any], asked: list[Question] | None = None) -> list[tuple[str, str]]:
    return [(wrong.question, wrong.code) for wrong in logic.check(asked or ASKED, answers, FIVE).wrong]


@pytest.mark.parametrize(
    ("answers", "shown"),
    [
        ({}, ["score", "each"]),
        ({"score": 4}, ["score", "each"]),
        ({"score": 3}, ["score", "why", "each"]),
        ({"score": 3, "why": "price"}, ["score", "why", "each"]),
        ({"score": 3, "why": "speed"}, ["score", "why", "where", "each"]),
        ({"score": 4, "why": "speed"}, ["score", "each"]),
        ({"why": "speed"}, ["score", "each"]),
        ({"score": "3"}, ["score", "each"]),
        ({"score": True}, ["score", "each"]),
    ],
    ids=str,
)
def test_a_chain_shows_as_far_as_its_links_hold(answers: dict[str, Any], shown: list[str]) -> None:
    assert keys(answers) == shown


def test_an_answer_that_a_later_one_hid_is_dropped_and_said() -> None:
    checked = logic.check(ASKED, {"score": 5, "why": "speed", "where": "Oslo"}, FIVE)
    assert (checked.kept, checked.hidden, checked.wrong) == ({"score": 5}, ("why", "where"), ())


MATRIX = {"desk": "good", "phone": "bad"}


@pytest.mark.parametrize(
    ("answers", "fault"),
    [
        ({"colour": "red"}, ("colour", "unknown_question")),
        ({"score": "4"}, ("score", "wrong_kind")),
        ({"score": True}, ("score", "wrong_kind")),
        ({"score": 4.0}, ("score", "wrong_kind")),
        ({"score": 0}, ("score", "off_scale")),
        ({"score": 6}, ("score", "off_scale")),
        ({"score": 1, "why": "weather"}, ("why", "not_offered")),
        ({"score": 1, "why": ["price"]}, ("why", "wrong_kind")),
        ({"score": 1, "why": "speed"}, ("where", "required")),
        ({"score": 1, "why": "speed", "where": "  "}, ("where", "required")),
        ({"score": 1, "why": "speed", "where": ["Oslo"]}, ("where", "wrong_kind")),
        ({"score": 1, "why": "speed", "where": "x" * 20_001}, ("where", "too_long")),
        ({"score": 4, "each": "good"}, ("each", "wrong_kind")),
        ({"score": 4, "each": {"desk": "good"}}, ("each", "row_missing")),
        ({"score": 4, "each": {"desk": "good", "phone": None}}, ("each", "row_missing")),
        ({"score": 4, "each": {**MATRIX, "roof": "bad"}}, ("each", "unknown_row")),
        ({"score": 4, "each": {**MATRIX, "desk": "awful"}}, ("each", "not_offered")),
        ({"score": 4, "each": {**MATRIX, "desk": []}}, ("each", "not_offered")),
        ({}, ("score", "required")),
        ({"score": None}, ("score", "required")),
    ],
    ids=str,
)
def test_what_does_not_fit_is_named(answers: dict[str, Any], fault: tuple[str, str]) -> None:
    assert fault in codes(answers)


@pytest.mark.parametrize(
    "answers",
    [
        {"score": 1},
        {"score": 5},
        {"score": 1, "why": "speed", "where": "x" * 20_000},
        {"score": 1, "why": "speed", "where": 7},
        {"score": 4, "each": MATRIX},
        {"score": 4, "each": {}},
        {"score": 4, "each": None},
    ],
    ids=lambda answers: str(answers)[:40],
)
def test_what_fits_is_not_refused(answers: dict[str, Any]) -> None:
    assert codes(answers) == []


@st.composite
def surveys(draw: st.DrawFn) -> list[Question]:
    """Up to six questions, each perhaps shown by an earlier one, as a definition allows and beyond."""
    asked: list[Question] = []
    for number in range(draw(st.integers(1, 6))):
        condition = None
        if asked and draw(st.booleans()):
            bound = st.none() | st.integers(1, 5)
            condition = Condition(
                draw(st.sampled_from(asked)).key,
                draw(bound),
                draw(bound),
                tuple(draw(st.lists(st.sampled_from("ab"), max_size=2))),
            )
        kind = draw(st.sampled_from(("score", "choice", "text")))
        options = ("a", "b") if kind == "choice" else ()
        asked.append(Question(f"q{number}", kind, draw(st.booleans()), options, show_if=condition))
    return asked


ANSWERS = st.dictionaries(
    st.sampled_from([f"q{number}" for number in range(7)]),
    st.none() | st.integers(0, 6) | st.sampled_from(["a", "b", "", "more"]) | st.booleans(),
)


@given(surveys(), ANSWERS, st.randoms())
def test_the_order_of_answers_is_no_matter(asked: list[Question], answers: dict[str, Any], chance: Any) -> None:
    shuffled = list(answers.items())
    chance.shuffle(shuffled)
    one, other = logic.check(asked, answers, FIVE), logic.check(asked, dict(shuffled), FIVE)
    assert (one.kept, one.hidden, set(one.wrong)) == (other.kept, other.hidden, set(other.wrong))


@given(surveys(), ANSWERS)
def test_what_is_shown_has_its_condition_met_by_what_is_shown(asked: list[Question], answers: dict[str, Any]) -> None:
    visible = {question.key: question for question in logic.shown(asked, answers)}
    for question in asked:
        condition = question.show_if
        met = condition is None or (condition.question in visible and condition.holds(answers.get(condition.question)))
        assert (question.key in visible) == met


@given(surveys(), ANSWERS, st.integers(0, 6) | st.sampled_from(["a", "b"]))
def test_a_hidden_question_never_counts(asked: list[Question], answers: dict[str, Any], other: Any) -> None:
    """Whatever is answered to one, all else stays as it was."""
    before = logic.check(asked, answers, FIVE)
    visible = {question.key for question in logic.shown(asked, answers)}
    assert before.kept.keys() <= visible
    for question in asked:
        if question.key not in visible:
            after = logic.check(asked, answers | {question.key: other}, FIVE)
            assert (after.kept, after.wrong) == (before.kept, before.wrong)
