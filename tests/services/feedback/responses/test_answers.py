"""Answers are checked by the questions of the version that they are given to."""

from typing import Any

import pytest

from tests.fixtures.services import ServiceUnderTest
from tests.fixtures.statements import noted, of_the_request
from tests.services.feedback.answers import answer, of_customer
from tests.services.feedback.surveys.test_previews import PULSE


def given(**answers: Any) -> list[dict[str, Any]]:
    return [{"question": question, "value": value} for question, value in answers.items()]


async def survey_id(feedback: ServiceUnderTest) -> str:
    return str((await feedback.post("/v1/surveys", PULSE))["id"])


def to(survey: str, score: int | None = 1, **changes: Any) -> dict[str, Any]:
    return answer(score, survey_type="pulse", survey_id=survey, **changes)


@pytest.mark.parametrize(
    ("answers", "code", "place", "fault"),
    [
        (given(colour="red"), "unknown_question", ["body", "answers", 0, "question"], "unknown_question"),
        (
            given(topic="price", colour="red"),
            "unknown_question",
            ["body", "answers", 1, "question"],
            "unknown_question",
        ),
        (given(topic="weather"), "answer_refused", ["body", "answers", 0, "value"], "not_offered"),
        (given(topic={"a": 1}), "answer_refused", ["body", "answers", 0, "value"], "wrong_kind"),
        (
            given(topic="speed", desks={"phone": "good"}),
            "answer_refused",
            ["body", "answers", 1, "value"],
            "row_missing",
        ),
        (given(score=3), "answer_refused", ["body", "answers", 0, "value"], "other_score"),
        (given(topic="price") * 2, "answer_refused", ["body", "answers", 1, "question"], "answered_twice"),
    ],
    ids=str,
)
async def test_answers_that_do_not_fit_are_refused_by_their_place(
    feedback: ServiceUnderTest, answers: list[dict[str, Any]], code: str, place: list[Any], fault: str
) -> None:
    refused = await feedback.client.post("/v1/responses", json=to(await survey_id(feedback), answers=answers))
    assert (refused.status_code, refused.json()["code"]) == (422, code)
    [error] = refused.json()["errors"]
    assert (error["loc"], error["type"]) == (place, fault)
    assert await feedback.rows("SELECT 1 FROM response") == []
    assert await feedback.told() == []


async def test_what_is_answered_to_a_hidden_question_is_dropped(feedback: ServiceUnderTest) -> None:
    survey = await survey_id(feedback)
    desks = {"phone": "good", "chat": "bad"}
    whole = await feedback.post("/v1/responses", to(survey, answers=given(desks=desks, topic="speed", score=1)))
    assert whole["answers"] == given(topic="speed", desks=desks)
    hidden = await feedback.post("/v1/responses", to(survey, 3, answers=given(topic="speed", desks=desks)))
    assert hidden["answers"] == []
    edited = await feedback.patch(f"/v1/responses/{whole['id']}", {"score": 3})
    assert (edited["score"], edited["answers"]) == (3, [])


async def test_a_required_question_is_asked_of_who_answers_others_alone(feedback: ServiceUnderTest) -> None:
    questions = [{**one, "required": True} if one["key"] == "topic" else one for one in PULSE["questions"]]
    survey = (await feedback.post("/v1/surveys", {**PULSE, "questions": questions}))["id"]
    refused = await feedback.client.post("/v1/responses", json=to(survey, answers=given(score=1)))
    assert [(error["loc"], error["type"]) for error in refused.json()["errors"]] == [(["body", "answers"], "required")]
    # A score alone is an answer, and so is none: other tools ask less than a survey of ours.
    assert (await feedback.post("/v1/responses", to(survey)))["answers"] == []
    assert (await feedback.post("/v1/responses", to(survey, None, answers=[])))["outcome"] == "unscored"


async def test_an_answer_without_a_score_may_say_why(feedback: ServiceUnderTest) -> None:
    made = await feedback.post("/v1/responses", of_customer(None, answers=given(reason="Nobody asked before")))
    assert (made["outcome"], made["answers"]) == ("unscored", given(reason="Nobody asked before"))


async def test_what_was_taken_is_not_refused_again_for_a_newer_version(feedback: ServiceUnderTest) -> None:
    survey = await survey_id(feedback)
    sent = to(survey, answers=given(topic="speed"))
    taken = await feedback.post("/v1/responses", sent)
    definition = {name: PULSE[name] for name in ("scale", "bands", "fallback_locale")}
    texts = PULSE["locales"]["en"]
    said = {**texts, "questions": {"score": texts["questions"]["score"]}}
    score = next(question for question in PULSE["questions"] if question["kind"] == "score")
    await feedback.post(f"/v1/surveys/{survey}/versions", {**definition, "questions": [score], "locales": {"en": said}})
    again = await feedback.client.post("/v1/responses", json=sent)
    assert (again.status_code, again.json()["id"]) == (200, taken["id"])
    other = await feedback.client.post("/v1/responses", json={**sent, "source_id": "another"})
    assert (other.status_code, other.json()["code"]) == (422, "unknown_question")


async def test_a_correction_is_checked_as_well(feedback: ServiceUnderTest) -> None:
    made = await feedback.post("/v1/responses", to(await survey_id(feedback), answers=given(topic="price")))
    path = f"/v1/responses/{made['id']}"
    refused = await feedback.client.patch(path, json={"answers": given(colour="red")})
    assert (refused.status_code, refused.json()["code"]) == (422, "unknown_question")
    assert (await feedback.patch(path, {"answers": given(topic="price")}))["version"] == 1
    assert (await feedback.patch(path, {"answers": None}))["answers"] == []


async def test_an_answer_of_before_the_check_can_have_its_score_corrected(feedback: ServiceUnderTest) -> None:
    made = await feedback.post("/v1/responses", answer(3))
    await feedback.execute("""UPDATE response SET answers = '[{"question": "why", "value": {"old": 1}}]'""")
    edited = await feedback.patch(f"/v1/responses/{made['id']}", {"score": 9})
    assert (edited["outcome"], edited["answers"]) == ("positive", given(why={"old": 1}))


async def test_the_check_asks_the_database_nothing(feedback: ServiceUnderTest) -> None:
    await feedback.post("/v1/responses", answer(3))
    with noted() as sent:
        await feedback.post("/v1/responses", answer(3, answers=given(reason="Slow")))
    assert len(of_the_request(sent)) == 1
