"""A step that is not done in time is told once, however late anybody looks; and whose dues are the operator's."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from shared.contracts.ticketing import EscalationOpened, RecoveryContacted
from shared.events.outbox import rfc3339
from shared.features.calendars.service import DEFAULT_ID
from tests.fixtures.services import ServiceUnderTest
from tests.services.feedback import facts
from tests.services.feedback.answers import of_customer

MONDAY = datetime(2026, 11, 23, 10, tzinfo=UTC)
NEVER = dict.fromkeys(("assigned", "planned", "contacted", "closed"))
HOURS = {"seconds": 3_600, "calendar_id": None}


async def negative(feedback: ServiceUnderTest, at: datetime = MONDAY) -> dict[str, Any]:
    feedback.clock.stop_at(at)
    item = await feedback.post("/v1/responses", of_customer(3))
    assert isinstance(item, dict)
    return item


async def case_of(feedback: ServiceUnderTest, item: dict[str, Any]) -> dict[str, Any]:
    [case] = (await feedback.get("/v1/loop-cases", response_id=item["id"]))["items"]
    assert isinstance(case, dict)
    return case


def assigned_at(item: dict[str, Any], at: datetime) -> EscalationOpened:
    return facts.escalation(item["id"]).model_copy(update={"opened_at": at})


def contacted_at(item: dict[str, Any], at: datetime) -> RecoveryContacted:
    return facts.contacted(item["id"]).model_copy(update={"planned_at": None, "contacted_at": at})


async def told(feedback: ServiceUnderTest) -> list[tuple[str, str]]:
    return [(fact.data["overdue_stage"], fact.data["due_at"]) for fact in await feedback.told("loop.overdue.v1")]


async def test_a_case_has_its_dues_from_the_answer_on(feedback: ServiceUnderTest) -> None:
    case = await case_of(feedback, await negative(feedback))
    assert {name: case[name] for name in case if name.endswith("_due_at")} == {
        "assigned_due_at": "2026-11-23T14:00:00Z",
        "planned_due_at": "2026-11-24T10:00:00Z",
        "contacted_due_at": "2026-11-25T10:00:00Z",
        "closed_due_at": "2026-12-07T10:00:00Z",
    }
    friday = await case_of(feedback, await negative(feedback, datetime(2026, 11, 27, 16, tzinfo=UTC)))
    assert friday["assigned_due_at"] == "2026-11-30T12:00:00Z"  # an hour on Friday, three on Monday


async def test_an_answer_that_turns_negative_has_them_from_the_edit_on(feedback: ServiceUnderTest) -> None:
    feedback.clock.stop_at(MONDAY)
    item = await feedback.post("/v1/responses", of_customer(9))
    feedback.clock.stop_at(MONDAY + timedelta(hours=1))
    await feedback.patch(f"/v1/responses/{item['id']}", {"score": 2})
    assert (await case_of(feedback, item))["assigned_due_at"] == "2026-11-23T15:00:00Z"


async def test_each_step_is_told_once_though_nobody_looked_for_weeks(feedback: ServiceUnderTest) -> None:
    item = await negative(feedback)
    feedback.clock.stop_at(MONDAY + timedelta(days=30))
    assert await feedback.run_job("loop_overdue") == 1
    assert await feedback.run_job("loop_overdue") == 0
    case = await case_of(feedback, item)
    assert await told(feedback) == [
        (stage, case[f"{stage}_due_at"]) for stage in ("assigned", "planned", "contacted", "closed")
    ]
    assert case["overdue_stages"] == ["assigned", "planned", "contacted", "closed"]
    for fact in await feedback.told("loop.overdue.v1"):
        assert (fact.subject, fact.trace_id) == (case["id"], item["trace_id"])
        assert fact.headers["ce_time"] == fact.data["due_at"]
        assert (fact.data["stage"], fact.data["at"]) == ("triggered", rfc3339(feedback.clock()))


async def test_a_job_that_looks_often_tells_the_same(feedback: ServiceUnderTest) -> None:
    item = await negative(feedback)
    for hours in range(0, 24 * 16, 6):
        feedback.clock.stop_at(MONDAY + timedelta(hours=hours, minutes=1))
        await feedback.run_job("loop_overdue")
    assert [stage for stage, _ in await told(feedback)] == ["assigned", "planned", "contacted", "closed"]
    assert (await case_of(feedback, item))["version"] < 12


async def test_a_due_is_in_time_to_the_microsecond(feedback: ServiceUnderTest) -> None:
    await negative(feedback)
    feedback.clock.stop_at(MONDAY + timedelta(hours=4))
    assert await feedback.run_job("loop_overdue") == 0
    feedback.clock.advance(microseconds=1)
    assert await feedback.run_job("loop_overdue") == 1
    assert [stage for stage, _ in await told(feedback)] == ["assigned"]


async def test_what_was_done_too_late_is_told_though_it_is_done(feedback: ServiceUnderTest) -> None:
    item = await negative(feedback)
    await feedback.deliver(assigned_at(item, MONDAY + timedelta(hours=5)))
    feedback.clock.stop_at(MONDAY + timedelta(hours=6))
    await feedback.run_job("loop_overdue")
    assert [stage for stage, _ in await told(feedback)] == ["assigned"]
    [fact] = await feedback.told("loop.overdue.v1")
    assert (fact.data["stage"], fact.data["owner_id"]) == ("assigned", str(facts.MIA))


async def test_what_was_done_in_time_is_never_told(feedback: ServiceUnderTest) -> None:
    item = await negative(feedback)
    await feedback.deliver(contacted_at(item, MONDAY + timedelta(hours=4)))
    feedback.clock.stop_at(MONDAY + timedelta(days=13))
    await feedback.run_job("loop_overdue")
    assert await told(feedback) == []  # who reached the customer owned the case and had a plan
    await feedback.deliver(facts.completed(item["id"]))
    feedback.clock.stop_at(MONDAY + timedelta(days=30))
    await feedback.run_job("loop_overdue")
    assert await told(feedback) == []


async def test_a_case_that_ended_late_tells_it(feedback: ServiceUnderTest) -> None:
    item = await negative(feedback)
    await feedback.deliver(contacted_at(item, MONDAY))
    feedback.clock.stop_at(MONDAY + timedelta(days=14, seconds=1))
    await feedback.deliver(facts.completed(item["id"]))
    await feedback.run_job("loop_overdue")
    assert [stage for stage, _ in await told(feedback)] == ["closed"]


async def test_a_deleted_answer_s_case_is_not_overdue(feedback: ServiceUnderTest) -> None:
    item = await negative(feedback)
    await feedback.client.delete(f"/v1/responses/{item['id']}")
    feedback.clock.stop_at(MONDAY + timedelta(days=30))
    await feedback.run_job("loop_overdue")
    assert await told(feedback) == []


async def test_workers_at_once_tell_each_step_once(feedback: ServiceUnderTest) -> None:
    for _ in range(12):
        await negative(feedback)
    feedback.clock.stop_at(MONDAY + timedelta(days=30))

    while sum(await asyncio.gather(*(feedback.run_job("loop_overdue") for _ in range(5)))):
        pass
    found = await feedback.told("loop.overdue.v1")
    assert len(found) == len({(fact.subject, fact.data["overdue_stage"]) for fact in found}) == 48


async def test_the_list_knows_what_is_overdue_before_any_job_looks(feedback: ServiceUnderTest) -> None:
    late, taken = await negative(feedback), await negative(feedback)
    await feedback.deliver(contacted_at(taken, MONDAY))
    feedback.clock.stop_at(MONDAY + timedelta(days=3))

    async def found(**query: Any) -> list[str]:
        return [case["response_id"] for case in (await feedback.get("/v1/loop-cases", **query))["items"]]

    assert await found(overdue=True) == [late["id"]]
    assert await found(overdue=False) == [taken["id"]]
    assert await found(stage="triggered") == [late["id"]]
    assert await found(stage="contacted", overdue=False) == [taken["id"]]
    assert await found(stage="planned") == []
    feedback.clock.stop_at(MONDAY + timedelta(days=20))
    assert await found(overdue=True, account_id=taken["account_id"]) == [taken["id"]]


async def test_the_dues_are_the_operator_s(feedback: ServiceUnderTest) -> None:
    before = await case_of(feedback, await negative(feedback))
    shown = await feedback.get("/v1/loop-policy")
    assert shown["planned"] == {"seconds": 28_800, "calendar_id": str(DEFAULT_ID)}
    changed = await feedback.put("/v1/loop-policy", {**NEVER, "contacted": HOURS})
    assert (changed["contacted"], changed["planned"], changed["version"]) == (HOURS, None, 2)
    assert await feedback.put("/v1/loop-policy", {**NEVER, "contacted": HOURS}) == changed
    case = await case_of(feedback, await negative(feedback))
    dues = [case[f"{stage}_due_at"] for stage in NEVER]
    assert dues == [None, None, "2026-11-23T11:00:00Z", None]
    assert (await feedback.get(f"/v1/loop-cases/{before['id']}")) == before
    stale = await feedback.client.put("/v1/loop-policy", json=NEVER, headers={"If-Match": '"1"'})
    assert stale.status_code == 412
    unknown = {**NEVER, "closed": {"seconds": 60, "calendar_id": before["id"]}}
    refused = await feedback.client.put("/v1/loop-policy", json=unknown)
    assert (refused.status_code, refused.json()["code"]) == (422, "unknown_calendar")


@pytest.mark.parametrize(
    "change",
    [{"assigned": {"seconds": 0}}, {"assigned": {"seconds": 366 * 86_400 + 1}}, {"assigned": 3}, {"triggered": None}],
)
async def test_what_is_no_policy_is_refused(feedback: ServiceUnderTest, change: dict[str, Any]) -> None:
    assert (await feedback.client.put("/v1/loop-policy", json={**NEVER, **change})).status_code == 422


async def test_a_case_without_any_due_is_never_overdue(feedback: ServiceUnderTest) -> None:
    await feedback.put("/v1/loop-policy", NEVER)
    item = await negative(feedback)
    feedback.clock.stop_at(MONDAY + timedelta(days=300))
    assert await feedback.run_job("loop_overdue") == 0
    listed = await feedback.get("/v1/loop-cases", overdue=False)
    assert [case["response_id"] for case in listed["items"]] == [item["id"]]
