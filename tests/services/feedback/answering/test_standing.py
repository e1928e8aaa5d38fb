"""Whether an invitation can be answered, and what a form says: the rules alone."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.feedback import frames
from services.feedback.answering import form, words
from services.feedback.answering.standing import Answer, Invited, changeable_until, standing
from services.feedback.surveys.logic import Condition, Question
from services.feedback.surveys.outcome import Range

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
DAY, SECOND = timedelta(days=1), timedelta(seconds=1)
SENT = Invited("sent", NOW + DAY, DAY)


@pytest.mark.parametrize(
    ("invited", "answer", "expected"),
    [
        (SENT, None, "open"),
        (SENT._replace(expires_at=NOW + SECOND), None, "open"),
        (SENT._replace(expires_at=NOW), None, "expired"),
        (SENT._replace(state="expired"), None, "expired"),
        (SENT._replace(state="cancelled"), None, "closed"),
        (SENT._replace(state="bounced"), None, "closed"),
        (SENT._replace(state="partial", expires_at=NOW - DAY), Answer(NOW, False, NOW - DAY), "open"),
        (SENT._replace(state="completed"), Answer(None, False, NOW - DAY + SECOND), "open"),
        (SENT._replace(state="completed", expires_at=NOW - DAY), Answer(None, False, NOW - SECOND), "open"),
        (SENT._replace(state="completed"), Answer(None, False, NOW - DAY), "used"),
        (SENT._replace(state="completed", edit_window=timedelta(0)), Answer(None, False, NOW), "used"),
        (SENT, Answer(None, True, NOW), "closed"),
        (SENT, Answer(NOW, True, NOW), "closed"),
    ],
)
def test_what_an_invitation_allows(invited: Invited, answer: Answer | None, expected: str) -> None:
    assert standing(invited, answer, NOW) == expected


def test_a_partial_answer_can_be_changed_at_least_until_it_settles() -> None:
    partial = Answer(NOW + 15 * SECOND, False, NOW)
    assert changeable_until(SENT, partial) == NOW + DAY
    assert changeable_until(SENT._replace(edit_window=timedelta(0)), partial) == NOW + 15 * SECOND


@given(st.integers(0, 10**7), st.integers(0, 10**7))
def test_an_answer_can_be_changed_exactly_until_it_is_said(window: int, passed: int) -> None:
    invited = SENT._replace(state="completed", expires_at=NOW + DAY, edit_window=timedelta(seconds=window))
    answer = Answer(None, False, NOW - timedelta(seconds=passed))
    assert (standing(invited, answer, NOW) == "open") == (changeable_until(invited, answer) > NOW)


SCORE = Question("score", "score", required=True)
WHY = Question("why", "text", required=True, show_if=Condition("score", max=2))
EACH = Question("each", "matrix", options=("good", "bad"), rows=("desk", "phone"))
ASKED = (SCORE, WHY, EACH)
FIVE = Range(1, 5)


def judged(completed: bool = False, **fields: str) -> form.Verdict:
    named = {name.replace("__", "."): text for name, text in fields.items()}
    return form.judge(form.sent(named, ASKED), ASKED, FIVE, completed=completed)


def test_a_form_that_says_all_is_whole() -> None:
    verdict = judged(score="4", asked="score each")
    assert (verdict.checked.kept, verdict.wrong, verdict.whole, verdict.more) == ({"score": 4}, (), True, False)


def test_what_leads_to_a_new_question_is_saved_and_asked_on() -> None:
    verdict = judged(score="1", asked="score each")
    assert (verdict.wrong, verdict.whole, verdict.more) == ((), False, True)


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"asked": "score each"}, [("score", "required")]),
        ({"score": "9", "asked": "score each"}, [("score", "off_scale")]),
        ({"score": "two", "asked": "score each"}, [("score", "wrong_kind")]),
        ({"score": "1", "asked": "score why each"}, [("why", "required")]),
        ({"score": "1", "q__why": " \n", "asked": "score why each"}, [("why", "required")]),
        ({"score": "4", "q__each__desk": "good", "asked": "score each"}, [("each", "row_missing")]),
        (
            {"score": "4", "q__each__desk": "so", "q__each__phone": "bad", "asked": "score each"},
            [("each", "not_offered")],
        ),
        ({"do": "save", "asked": "score each"}, [("score", "required")]),
        ({"do": "save", "score": "9", "asked": "score each"}, [("score", "off_scale")]),
    ],
    ids=str,
)
def test_what_is_wrong_with_a_form_is_named(fields: dict[str, str], wrong: list[tuple[str, str]]) -> None:
    assert [(fault.question, fault.code) for fault in judged(**fields).wrong] == wrong


def test_what_is_saved_for_now_may_lack_the_rest() -> None:
    verdict = judged(do="save", score="1", q__each__desk="good", asked="score why each")
    assert (verdict.checked.kept, verdict.wrong, verdict.whole) == ({"score": 1}, (), False)


def test_a_sent_answer_is_changed_as_a_whole() -> None:
    assert [fault.question for fault in judged(completed=True, do="save", score="1").wrong] == ["why"]


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("3", 3),
        (" 3 ", 3),
        ("0", None),
        ("6", None),
        ("3.0", None),
        ("", None),
        (None, None),
        ("٣", None),
        ("9" * 99, None),
    ],
)
def test_a_link_names_a_score_of_the_scale_or_none(text: str | None, score: int | None) -> None:
    assert form.score_of(text, FIVE) == score
    assert form.score_of(text, None) is None


def test_only_origins_open_a_frame() -> None:
    portal = "https://portal.example:8443"
    assert frames.ancestors(["https://a.example"], [portal, portal]) == f"https://a.example {portal}"
    assert frames.ancestors(["https://a.example", "*", "'self'", "https:", "https://a.example; script-src *"]) == (
        "https://a.example"
    )
    assert frames.ancestors(["*"], []) == "'none'"
    with pytest.raises(frames.NotAnOrigin):
        frames.origins_of(["http://a.example"])


@pytest.mark.parametrize(
    ("header", "tags"),
    [
        ("sv, en;q=0.5", ["sv", "en"]),
        ("en;q=0.5,sr-Latn", ["sr-Latn", "en"]),
        ("*;q=0.1, de;q=0, no;q=x", []),
        ("", []),
    ],
)
def test_the_languages_of_a_browser_are_read(header: str, tags: list[str]) -> None:
    assert words.accepted(header) == tags


def test_every_language_has_words_of_its_own_and_all_months() -> None:
    assert set(words.WORDS) == {"en", "es", "sv", "no", "sr", "sr-Latn", "bg"}
    for said in words.WORDS.values():
        assert len(said.months.split()) == 12
        assert "2026" in said.day(NOW)
        assert "{" not in said.saved_score.format(score=3, high=5)
    for name in ("send", "not_saved", "expired", "used", "forged", "closed", "broken", "choose_number"):
        assert len({getattr(said, name) for said in words.WORDS.values()}) == 7, name
