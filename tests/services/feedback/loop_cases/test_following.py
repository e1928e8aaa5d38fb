"""A loop case follows what ticketing does about its answer, in whatever order it hears of it."""

import itertools
from typing import Any

import pytest

from shared.contracts import story
from shared.events.fact import Fact
from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest, envelope_of
from tests.services.feedback import facts
from tests.services.feedback.answers import of_customer


async def negative(feedback: ServiceUnderTest) -> dict[str, Any]:
    item: dict[str, Any] = await feedback.post("/v1/responses", of_customer(3))
    return item


async def case_of(feedback: ServiceUnderTest, item: dict[str, Any]) -> dict[str, Any]:
    [case] = (await feedback.get("/v1/loop-cases", response_id=item["id"]))["items"]
    assert isinstance(case, dict)
    return case


async def test_it_goes_from_the_answer_to_the_end(feedback: ServiceUnderTest) -> None:
    item = await negative(feedback)
    stages = [(await case_of(feedback, item))["stage"]]
    for fact in (
        facts.escalation(item["id"]),
        facts.opened(item["id"]),
        facts.planned(item["id"]),
        facts.contacted(item["id"]),
        facts.completed(item["id"]),
    ):
        await feedback.deliver(fact)
        stages.append((await case_of(feedback, item))["stage"])
    assert stages == ["triggered", "assigned", "assigned", "planned", "contacted", "contacted"]
    case = await case_of(feedback, item)
    assert (case["ticket_id"], case["recovery_case_id"], case["owner_id"]) == (story.TICKET, story.CASE, story.MIA)
    assert (case["assigned_at"], case["planned_at"], case["contacted_at"]) == (
        story.ESCALATED_AT,
        story.PLANNED_AT,
        story.CONTACTED_AT,
    )
    assert (case["state"], case["result"], case["reason"]) == ("closed", "resolved", None)
    assert await feedback.get(f"/v1/loop-cases/{case['id']}") == case
    told = await feedback.told("loop.opened.v1", "loop.assigned.v1", "loop.contacted.v1", "loop.closed.v1")
    assert [fact.type for fact in told] == [
        "loop.opened.v1",
        "loop.assigned.v1",
        "loop.contacted.v1",
        "loop.closed.v1",
    ]
    assert {(fact.subject, fact.trace_id) for fact in told} == {(case["id"], item["trace_id"])}
    assert [fact.data["at"] for fact in told[1:3]] == [story.ESCALATED_AT, story.CONTACTED_AT]
    assert told[1].headers["ce_time"] == story.ESCALATED_AT


ORDERS = list(itertools.permutations(("escalation", "planned", "contacted", "completed")))


@pytest.mark.parametrize("order", ORDERS[::3], ids="-".join)
async def test_any_order_ends_the_same(feedback: ServiceUnderTest, order: tuple[str, ...]) -> None:
    item = await negative(feedback)
    for name in order:
        fact: Fact = getattr(facts, name)(item["id"])
        await feedback.deliver(fact)
    case = await case_of(feedback, item)
    assert (case["assigned_at"], case["planned_at"], case["contacted_at"]) == (
        story.ESCALATED_AT,
        story.PLANNED_AT,
        story.CONTACTED_AT,
    )
    assert (case["stage"], case["state"], case["result"]) == ("contacted", "closed", "resolved")
    told = [fact.type for fact in await feedback.told() if fact.type.startswith("loop.")]
    assert sorted(told) == ["loop.assigned.v1", "loop.closed.v1", "loop.contacted.v1", "loop.opened.v1"]


@pytest.mark.parametrize(
    ("outcome", "result"),
    [("recovered", "resolved"), ("partly", "resolved"), ("lost", "not_recovered"), ("unreachable", "unreachable")],
)
async def test_the_recovery_s_outcome_is_the_loop_s_result(
    feedback: ServiceUnderTest, outcome: str, result: str
) -> None:
    item = await negative(feedback)
    await feedback.deliver(facts.completed(item["id"], outcome))
    assert (await case_of(feedback, item))["result"] == result


async def test_a_case_of_a_group_is_assigned_when_somebody_owns_it(feedback: ServiceUnderTest) -> None:
    item = await negative(feedback)
    await feedback.deliver(facts.assignment(item["id"], None), facts.escalation(item["id"], None))
    case = await case_of(feedback, item)
    assert (case["stage"], case["owner_id"], case["ticket_id"]) == ("triggered", None, story.TICKET)
    await feedback.deliver(facts.assignment(item["id"], facts.MIA))
    await feedback.deliver(facts.assignment(item["id"], facts.IDA))
    case = await case_of(feedback, item)
    assert (case["stage"], case["owner_id"]) == ("assigned", story.IDA)
    [assigned] = await feedback.told("loop.assigned.v1")
    assert assigned.data["owner_id"] == story.MIA


async def test_an_older_owner_that_comes_late_changes_nothing(feedback: ServiceUnderTest) -> None:
    item = await negative(feedback)
    older = envelope_of(facts.assignment(item["id"], facts.MIA))
    newer = envelope_of(facts.assignment(item["id"], facts.IDA))
    await feedback.apply([newer])
    await feedback.apply([older])
    assert (await case_of(feedback, item))["owner_id"] == story.IDA


async def test_a_set_of_facts_moves_many_cases(feedback: ServiceUnderTest) -> None:
    items = [await negative(feedback) for _ in range(12)]
    told: list[Fact] = [facts.escalation(item["id"]) for item in items]
    told += [facts.contacted(item["id"]) for item in items]
    await feedback.deliver(*told, shuffle=True)
    cases = (await feedback.get("/v1/loop-cases", state="open"))["items"]
    assert {case["stage"] for case in cases} == {"contacted"}
    assert len(await feedback.told("loop.assigned.v1")) == len(await feedback.told("loop.contacted.v1")) == 12


async def test_all_that_a_set_says_of_a_case_is_one_change_of_it(feedback: ServiceUnderTest) -> None:
    item = await negative(feedback)
    said = [facts.assignment(item["id"], None), facts.escalation(item["id"]), facts.opened(item["id"])]
    said += [facts.planned(item["id"]), facts.contacted(item["id"]), facts.completed(item["id"])]
    await feedback.deliver(*said)
    case = await case_of(feedback, item)
    assert (case["stage"], case["state"], case["planned_at"]) == ("contacted", "closed", story.PLANNED_AT)
    told = await feedback.told("loop.assigned.v1", "loop.contacted.v1", "loop.closed.v1")
    assert [(fact.type, fact.data["stage"], fact.data["result"]) for fact in told] == [
        ("loop.assigned.v1", "assigned", None),
        ("loop.contacted.v1", "contacted", None),
        ("loop.closed.v1", "contacted", "resolved"),
    ]
    assert case["version"] == 3  # the set moved it, and the same facts told anew named their newer owner


async def test_facts_of_other_tickets_are_passed_by(feedback: ServiceUnderTest) -> None:
    await feedback.deliver(
        facts.assignment(None, facts.MIA), facts.completed(None), facts.escalation(uuid7()), facts.planned(uuid7())
    )
    assert [fact.type for fact in await feedback.told() if fact.type.startswith("loop.")] == []
    assert (await feedback.client.get(f"/v1/loop-cases/{uuid7()}")).status_code == 404
