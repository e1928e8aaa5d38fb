"""POST /v1/responses: what is stored, answered and told, and what the same request does again."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from services.feedback.surveys.schemas import QUESTIONS_EXAMPLE
from shared.ids import uuid7
from tests.fixtures.servers import MakeDatabase
from tests.fixtures.services import ServiceUnderTest, service_under_test
from tests.services.feedback.answers import answer, of_customer

CONTRACT = frozenset(
    {
        "id",
        "source",
        "source_id",
        "survey_id",
        "survey_version",
        "survey_type",
        "program_id",
        "invitation_id",
        "account_id",
        "contact_id",
        "respondent",
        "ticket_id",
        "brand",
        "locale",
        "state",
        "score",
        "answers",
        "comment",
        "outcome",
        "sentiment",
        "themes",
        "themes_by_hand",
        "needs_triage",
        "loop_case_id",
        "answered_at",
        "recorded_at",
        "edited_at",
        "trace_id",
        "version",
    }
)


async def test_a_negative_answer_is_stored_answered_and_told(feedback: ServiceUnderTest) -> None:
    body = of_customer(
        3,
        comment="Slow",
        locale="en",
        answered_at="2026-11-22T11:15:00+01:00",
        answers=[{"question": "reason", "value": "Slow"}],
    )
    created = await feedback.client.post("/v1/responses", json=body)
    item = created.json()
    assert created.status_code == 201
    assert created.headers["location"] == f"/v1/responses/{item['id']}"
    assert created.headers["etag"] == '"1"'
    assert item.keys() == CONTRACT | {"language", "silent"}
    given = {name: item[name] for name in body if name != "answered_at"}
    assert given == {name: value for name, value in body.items() if name != "answered_at"}
    assert item["answered_at"] == "2026-11-22T10:15:00Z"
    assert (item["outcome"], item["survey_version"], item["brand"], item["state"]) == (
        "negative",
        1,
        "default",
        "completed",
    )
    assert item["trace_id"] == item["id"]
    assert item["sentiment"]["label"] == "negative"
    assert item["themes"] == ["speed"]
    assert await feedback.get(f"/v1/responses/{item['id']}") == item

    received, opened = await feedback.told()
    assert (received.type, received.subject, received.trace_id) == ("response.received.v1", item["id"], item["id"])
    assert received.headers["ce_time"] == "2026-11-22T10:15:00Z"
    assert received.data["comment"] == "Slow"
    assert received.data["respondent"] is None
    assert {name: received.data[name] for name in received.data if name in item} == {
        name: item[name] for name in received.data if name in item
    }
    assert (opened.type, opened.subject, opened.trace_id) == ("loop.opened.v1", item["loop_case_id"], item["id"])
    [case] = (await feedback.get("/v1/loop-cases", response_id=item["id"]))["items"]
    assert (case["id"], case["stage"], case["state"]) == (item["loop_case_id"], "triggered", "open")
    [noted] = await feedback.rows("SELECT actor, action, entity_id, after FROM audit WHERE entity = 'response'")
    assert (noted.action, noted.entity_id) == ("response.record", UUID(item["id"]))
    assert noted.actor.startswith("key/")


@pytest.mark.parametrize(
    ("survey_type", "score", "outcome", "looped", "followed"),
    [
        ("nps", 9, "positive", 0, 1),
        ("nps", 8, "neutral", 0, 0),
        ("nps", 0, "negative", 1, 0),
        ("csat", 3, "neutral", 0, 0),
        ("csat", 2, "negative", 1, 0),
        ("ces", 5, "positive", 0, 1),
        ("ces", None, "unscored", 0, 0),
    ],
)
async def test_the_outcome_decides_what_follows(
    feedback: ServiceUnderTest, survey_type: str, score: int | None, outcome: str, looped: int, followed: int
) -> None:
    item = await feedback.post("/v1/responses", of_customer(score, survey_type=survey_type))
    assert item["outcome"] == outcome
    assert (item["loop_case_id"] is not None) == bool(looped)
    [counted] = await feedback.rows(
        "SELECT (SELECT count(*) FROM loop_case) AS looped, (SELECT count(*) FROM follow_up_run) AS followed"
    )
    assert (counted.looped, counted.followed) == (looped, followed)
    assert len(await feedback.told("response.received.v1")) == 1
    assert len(await feedback.told("loop.opened.v1")) == looped


async def test_the_same_request_again_is_the_same_answer(feedback: ServiceUnderTest) -> None:
    body = of_customer()
    first = await feedback.post("/v1/responses", body)
    again = await feedback.client.post("/v1/responses", json=dict(reversed(body.items())))
    assert (again.status_code, again.json()) == (200, first)
    await feedback.patch(f"/v1/responses/{first['id']}", {"comment": "Now with words"})
    later = await feedback.client.post("/v1/responses", json=body)
    assert (later.status_code, later.json()["comment"]) == (200, "Now with words")
    assert len(await feedback.told("response.received.v1")) == 1
    assert len(await feedback.rows("SELECT 1 FROM loop_case")) == 1


@pytest.mark.parametrize("change", [{"score": 4}, {"comment": "Other"}, {"brand": "default"}], ids=str)
async def test_another_request_under_the_same_key_is_a_conflict(
    feedback: ServiceUnderTest, change: dict[str, Any]
) -> None:
    body = of_customer()
    first = await feedback.post("/v1/responses", body)
    other = await feedback.client.post("/v1/responses", json={**body, **change})
    assert other.status_code == 409
    assert (other.json()["code"], other.json()["conflicting_id"]) == ("source_conflict", first["id"])
    assert len(await feedback.told("response.received.v1")) == 1


async def test_one_response_an_invitation(feedback: ServiceUnderTest) -> None:
    invitation_id = str(uuid7())
    first = await feedback.post("/v1/responses", of_customer(invitation_id=invitation_id))
    other = await feedback.client.post("/v1/responses", json=of_customer(invitation_id=invitation_id))
    assert other.status_code == 409
    assert other.json()["conflicting_id"] == first["id"]


async def test_twenty_at_once_are_recorded_once(feedback: ServiceUnderTest) -> None:
    body = of_customer()
    answers = await asyncio.gather(*(feedback.client.post("/v1/responses", json=body) for _ in range(20)))
    assert sorted(one.status_code for one in answers) == [200] * 19 + [201]
    assert len({one.json()["id"] for one in answers}) == 1
    assert len(await feedback.told("response.received.v1")) == 1
    assert len(await feedback.rows("SELECT 1 FROM loop_case")) == 1


async def test_ids_are_never_checked_against_the_mirror(feedback: ServiceUnderTest) -> None:
    body = of_customer(program_id=str(uuid7()), ticket_id=str(uuid7()), trace_id=str(uuid7()))
    item = await feedback.post("/v1/responses", body)
    assert item["trace_id"] == body["trace_id"]
    assert {fact.trace_id for fact in await feedback.told()} == {body["trace_id"]}


async def test_the_respondent_is_told_only_where_no_contact_is_known(feedback: ServiceUnderTest) -> None:
    ana = {"name": "Ana", "email": "ana@acme.example"}
    unknown = await feedback.post("/v1/responses", answer(respondent=ana))
    known = await feedback.post("/v1/responses", of_customer(respondent=ana))
    assert unknown["respondent"] == known["respondent"] == ana
    told = {fact.subject: fact.data["respondent"] for fact in await feedback.told("response.received.v1")}
    assert told == {unknown["id"]: ana, known["id"]: None}


async def test_the_comment_stays_here_where_settings_say_so(fresh_database: MakeDatabase) -> None:
    async with service_under_test("feedback", fresh_database("feedback"), FEEDBACK_SHARE_COMMENT=False) as feedback:
        item = await feedback.post("/v1/responses", of_customer(comment="Slow", locale="en"))
        await feedback.patch(f"/v1/responses/{item['id']}", {"comment": "Very slow"})
        assert item["comment"] == "Slow"
        assert [fact.data.get("comment") for fact in await feedback.told()] == [None, None, None]


async def test_an_employee_s_answer_names_nobody_and_sets_nothing_off(feedback: ServiceUnderTest) -> None:
    survey = await feedback.post("/v1/surveys", {"name": "Our week", "type": "employee", **QUESTIONS_EXAMPLE})
    body = {**of_customer(1), "survey_type": "employee", "survey_id": survey["id"]}
    body |= {"comment": "Too slow a tool", "locale": "en", "respondent": {"name": "Leo"}}
    item = await feedback.post("/v1/responses", body | {"invitation_id": str(uuid7())})
    praise = await feedback.post("/v1/responses", {**body, "source_id": "praise", "score": 3})
    assert (item["outcome"], item["loop_case_id"], praise["outcome"]) == ("negative", None, "positive")
    received, _ = await feedback.told()
    for name in ("account_id", "contact_id", "invitation_id", "comment", "sentiment", "respondent"):
        assert received.data[name] is None
    assert await feedback.rows("SELECT 1 FROM follow_up_run") == []
    await feedback.client.delete(f"/v1/responses/{item['id']}")
    [deleted] = await feedback.told("response.deleted.v1")
    assert (deleted.data["account_id"], deleted.data["contact_id"]) == (None, None)


async def test_answers_may_lie_five_minutes_ahead_and_no_more(feedback: ServiceUnderTest) -> None:
    now = feedback.clock()
    soon = await feedback.client.post(
        "/v1/responses", json=answer(answered_at=(now + timedelta(minutes=4)).isoformat())
    )
    later = await feedback.client.post(
        "/v1/responses", json=answer(answered_at=(now + timedelta(minutes=6)).isoformat())
    )
    assert (soon.status_code, later.status_code) == (201, 422)
    assert later.json()["errors"][0]["loc"] == ["body", "answered_at"]


REFUSED: dict[str, tuple[dict[str, Any], list[str]]] = {
    "above the scale": ({"score": 11}, ["body", "score"]),
    "below the scale": ({"score": -1}, ["body", "score"]),
    "off another scale": ({"survey_type": "csat", "score": 0}, ["body", "score"]),
    "a fraction": ({"score": 3.0}, ["body", "score"]),
    "a text": ({"score": "3"}, ["body", "score"]),
    "a flag": ({"score": True}, ["body", "score"]),
    "beyond 32 bits": ({"score": 2**40}, ["body", "score"]),
    "a naive time": ({"answered_at": "2026-11-22T10:15:00"}, ["body", "answered_at"]),
    "a far time": ({"answered_at": "9999-12-31T23:59:59-14:00"}, ["body", "answered_at"]),
    "no survey": ({"survey_type": None}, ["body", "survey_type"]),
    "an unknown type": ({"survey_type": "guess"}, ["body", "survey_type"]),
    "a type without a shipped survey": ({"survey_type": "pulse"}, ["body", "survey_type"]),
    "an unknown survey": ({"survey_id": str(uuid7())}, ["body", "survey_id"]),
    "an unknown field": ({"colour": "red"}, ["body", "colour"]),
    "no source": ({"source": ""}, ["body", "source"]),
    "a long source": ({"source_id": "x" * 201}, ["body", "source_id"]),
    "no uuid": ({"account_id": "acme"}, ["body", "account_id"]),
    "a strange locale": ({"locale": "en us"}, ["body", "locale"]),
    "an address without @": ({"respondent": {"email": "ana"}}, ["body", "respondent", "email"]),
}


@pytest.mark.parametrize("case", REFUSED)
async def test_what_is_not_valid_is_refused_by_its_place(feedback: ServiceUnderTest, case: str) -> None:
    change, place = REFUSED[case]
    refused = await feedback.client.post("/v1/responses", json=answer(**change))
    assert refused.status_code == 422, refused.text
    assert refused.headers["content-type"] == "application/problem+json"
    assert refused.json()["errors"][0]["loc"] == place
    assert await feedback.rows("SELECT 1 FROM response") == []
    assert await feedback.told() == []


async def test_a_missing_score_is_refused_and_null_is_unscored(feedback: ServiceUnderTest) -> None:
    body = answer(None)
    assert (await feedback.post("/v1/responses", body))["outcome"] == "unscored"
    del body["score"]
    missing = await feedback.client.post("/v1/responses", json=body)
    assert (missing.status_code, missing.json()["errors"][0]["loc"]) == (422, ["body", "score"])


async def test_survey_type_and_survey_id_must_agree(feedback: ServiceUnderTest) -> None:
    [csat] = (await feedback.get("/v1/surveys", type="csat"))["items"]
    both = {"survey_id": csat["id"], "score": 4}
    assert (await feedback.post("/v1/responses", answer(**both, survey_type="csat")))["survey_id"] == csat["id"]
    refused = await feedback.client.post("/v1/responses", json=answer(**both, survey_type="nps"))
    assert (refused.status_code, refused.json()["code"]) == (422, "unknown_survey")
