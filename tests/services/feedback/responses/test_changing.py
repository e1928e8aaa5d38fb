"""Editing and deleting answers, and reading what is there."""

from typing import Any

import pytest

from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest
from tests.services.feedback import facts
from tests.services.feedback.answers import answer, of_customer


async def test_an_answer_that_turns_negative_opens_its_loop_case(feedback: ServiceUnderTest) -> None:
    item = await feedback.post("/v1/responses", of_customer(9, comment="Great!", locale="en"))
    edited = await feedback.patch(
        f"/v1/responses/{item['id']}", {"score": 3, "comment": "Slow"}, headers={"If-Match": '"1"'}
    )
    assert (edited["outcome"], edited["sentiment"]["label"], edited["themes"]) == ("negative", "negative", ["speed"])
    assert (edited["version"], edited["loop_case_id"] is not None) == (2, True)
    assert edited["edited_at"] > edited["recorded_at"]
    received, told, opened = await feedback.told()
    assert {opened.type, told.type} == {"loop.opened.v1", "response.edited.v1"}
    told = next(fact for fact in (told, opened) if fact.type == "response.edited.v1")
    assert (told.data["previous_score"], told.data["previous_outcome"]) == (9, "positive")
    assert (told.data["score"], told.data["outcome"], told.data["edited_at"]) == (3, "negative", edited["edited_at"])
    assert told.data.keys() == {*received.data, "previous_score", "previous_outcome", "edited_at"}
    [case] = (await feedback.get("/v1/loop-cases", response_id=item["id"]))["items"]
    assert (case["id"], case["account_id"], case["trace_id"]) == (
        edited["loop_case_id"],
        item["account_id"],
        item["trace_id"],
    )


async def test_an_answer_that_turns_positive_keeps_its_loop_case(feedback: ServiceUnderTest) -> None:
    item = await feedback.post("/v1/responses", of_customer(3))
    better = await feedback.patch(f"/v1/responses/{item['id']}", {"score": 9})
    worse = await feedback.patch(f"/v1/responses/{item['id']}", {"score": 2})
    assert better["loop_case_id"] == worse["loop_case_id"] == item["loop_case_id"]
    [case] = (await feedback.get("/v1/loop-cases"))["items"]
    assert case["state"] == "open"
    assert len(await feedback.told("loop.opened.v1")) == 1
    assert [fact.data["previous_outcome"] for fact in await feedback.told("response.edited.v1")] == [
        "negative",
        "positive",
    ]


@pytest.mark.parametrize("patch", [{}, {"score": 3}, {"comment": "Slow", "answers": []}], ids=str)
async def test_a_patch_that_changes_nothing_is_no_edit(feedback: ServiceUnderTest, patch: dict[str, Any]) -> None:
    item = await feedback.post("/v1/responses", answer(3, comment="Slow"))
    assert await feedback.patch(f"/v1/responses/{item['id']}", patch) == item
    assert await feedback.told("response.edited.v1") == []


async def test_null_removes(feedback: ServiceUnderTest) -> None:
    item = await feedback.post(
        "/v1/responses", answer(9, comment="Great!", locale="en", answers=[{"question": "reason", "value": 1}])
    )
    edited = await feedback.patch(f"/v1/responses/{item['id']}", {"score": None, "comment": None, "answers": None})
    assert (edited["score"], edited["outcome"], edited["comment"], edited["answers"], edited["sentiment"]) == (
        None,
        "unscored",
        None,
        [],
        None,
    )


async def test_edits_are_refused(feedback: ServiceUnderTest) -> None:
    item = await feedback.post("/v1/responses", answer(3))
    path = f"/v1/responses/{item['id']}"
    off_scale = await feedback.client.patch(path, json={"score": 11})
    other_field = await feedback.client.patch(path, json={"account_id": str(uuid7())})
    stale = await feedback.client.patch(path, json={"score": 4}, headers={"If-Match": '"7"'})
    unknown = await feedback.client.patch(f"/v1/responses/{uuid7()}", json={"score": 4})
    assert [one.status_code for one in (off_scale, other_field, stale, unknown)] == [422, 422, 412, 404]
    assert off_scale.json()["errors"][0]["loc"] == ["body", "score"]
    assert await feedback.get(path) == item


async def test_a_deleted_answer_is_forgotten_and_closes_its_loop(feedback: ServiceUnderTest) -> None:
    body = of_customer(3, comment="Slow", respondent={"name": "Ana"}, answers=[{"question": "reason", "value": "Slow"}])
    item = await feedback.post("/v1/responses", body)
    path = f"/v1/responses/{item['id']}"
    gone = await feedback.client.delete(path, params={"reason": "entered_twice"}, headers={"If-Match": '"1"'})
    assert (gone.status_code, gone.content) == (204, b"")
    [told] = await feedback.told("response.deleted.v1")
    assert (told.data["account_id"], told.data["contact_id"], told.data["reason"]) == (
        body["account_id"],
        body["contact_id"],
        "entered_twice",
    )
    [closed] = await feedback.told("loop.closed.v1")
    assert (closed.data["result"], closed.data["reason"]) == ("no_action", "response_deleted")
    [case] = (await feedback.get("/v1/loop-cases", response_id=item["id"]))["items"]
    assert (case["state"], case["result"]) == ("closed", "no_action")
    [left] = await feedback.rows(
        "SELECT comment, respondent, answers, contact_id, score, sentiment, themes FROM response"
    )
    assert tuple(left) == (None, None, [], None, None, None, [])
    assert (await feedback.client.get(path)).status_code == 404
    assert (await feedback.client.delete(path)).status_code == 404
    assert (await feedback.client.patch(path, json={"score": 9})).status_code == 404
    assert (await feedback.get("/v1/responses"))["items"] == []


@pytest.mark.parametrize("change", [{}, {"score": 9}], ids=["same request", "another request"])
async def test_a_deleted_answer_is_not_recorded_again(feedback: ServiceUnderTest, change: dict[str, Any]) -> None:
    body = of_customer(3)
    item = await feedback.post("/v1/responses", body)
    await feedback.client.delete(f"/v1/responses/{item['id']}")
    again = await feedback.client.post("/v1/responses", json={**body, **change})
    assert (again.status_code, again.json()["code"]) == (409, "response_deleted")
    assert again.json()["conflicting_id"] == item["id"]
    assert len(await feedback.told("response.received.v1")) == 1


async def test_recovery_after_the_deletion_moves_nothing(feedback: ServiceUnderTest) -> None:
    item = await feedback.post("/v1/responses", of_customer(3))
    await feedback.client.delete(f"/v1/responses/{item['id']}")
    of_loops = ("loop.opened.v1", "loop.assigned.v1", "loop.contacted.v1", "loop.closed.v1")
    told = len(await feedback.told(*of_loops))
    await feedback.deliver(facts.escalation(item["id"]), facts.contacted(item["id"]), facts.completed(item["id"]))
    [case] = (await feedback.get("/v1/loop-cases"))["items"]
    assert (case["result"], case["contacted_at"], case["ticket_id"]) == ("no_action", None, str(facts.TICKET))
    assert len(await feedback.told(*of_loops)) == told


async def test_lists_are_narrowed_and_paged(feedback: ServiceUnderTest) -> None:
    ticket_id = str(uuid7())
    first = await feedback.post(
        "/v1/responses", of_customer(3, comment="Slow", locale="en", answered_at="2026-11-01T00:00:00Z")
    )
    second = await feedback.post("/v1/responses", of_customer(9, ticket_id=ticket_id))
    third = await feedback.post("/v1/responses", of_customer(4, survey_type="csat"))
    narrowed = {
        first["id"]: {"theme": "speed"},
        second["id"]: {"ticket_id": ticket_id},
        third["id"]: {"survey_type": "csat"},
    }
    for expected, filters in narrowed.items():
        assert [one["id"] for one in (await feedback.get("/v1/responses", **filters))["items"]] == [expected]
    for name in ("account_id", "contact_id", "source_id", "trace_id"):
        assert [one["id"] for one in (await feedback.get("/v1/responses", **{name: first[name]}))["items"]] == [
            first["id"]
        ]
    since = await feedback.get("/v1/responses", answered_since="2026-11-02T00:00:00Z", outcome="positive")
    assert [one["id"] for one in since["items"]] == [third["id"], second["id"]]
    page = await feedback.get("/v1/responses", limit=2)
    rest = await feedback.get("/v1/responses", limit=2, cursor=page["next_cursor"])
    assert [one["id"] for one in page["items"] + rest["items"]] == [third["id"], second["id"], first["id"]]
    assert rest["next_cursor"] is None
    assert (await feedback.client.get("/v1/responses", params={"outcome": "great"})).status_code == 422
    assert (await feedback.client.get("/v1/responses", params={"colour": "red"})).status_code == 422
