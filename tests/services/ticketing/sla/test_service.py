"""Clocks start with every ticket and follow what happens to it; what is explained adds up."""

from datetime import timedelta

import pytest

from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest
from tests.services.ticketing.facts import received
from tests.services.ticketing.sla.clocks import (
    HOUR,
    MONDAY,
    a_policy,
    a_ticket,
    clocks,
    later,
    moved,
    names,
    only,
    replied,
    target,
    told,
    wrote,
)

FRIDAY = MONDAY + timedelta(days=4)


@pytest.fixture(autouse=True)
def still(ticketing: ServiceUnderTest) -> None:
    ticketing.clock.stop_at(MONDAY)


# ── Starting ──


async def test_a_new_ticket_has_the_clocks_of_the_default_policy(ticketing: ServiceUnderTest) -> None:
    path = await a_ticket(ticketing)
    ticketing.clock.advance(seconds=12)
    reply = await only(ticketing, path, "first_reply")
    assert reply == {
        "id": reply["id"],
        "ticket_id": path.rpartition("/")[2],
        "metric": "first_reply",
        "cycle": 1,
        "policy_id": "01935f2e-7c00-7000-8000-000000000301",
        "policy_version": 1,
        "calendar_id": None,
        "state": "running",
        "verdict": "pending",
        "target_seconds": 8 * HOUR,
        "elapsed_seconds": 12,
        "remaining_seconds": 8 * HOUR - 12,
        "started_at": later(),
        "due_at": later(hours=8),
        "paused_at": None,
        "fulfilled_at": None,
        "breached_at": None,
        "detected_at": None,
        "as_of": later(seconds=12),
    }
    assert (await only(ticketing, path, "total_resolution"))["due_at"] == later(days=5)
    assert await clocks(ticketing, path, "next_reply") == []
    facts = [fact for fact in await ticketing.told() if fact.type.startswith("sla.")]
    assert [(fact.type, fact.data["metric"], fact.subject) for fact in facts] == [
        ("sla.applied.v1", "first_reply", path.rpartition("/")[2]),
        ("sla.applied.v1", "total_resolution", path.rpartition("/")[2]),
    ]
    assert facts[0].data["clock_id"] == reply["id"]
    assert (facts[0].data["due_at"], facts[0].headers["ce_time"]) == (later(hours=8), later())


async def test_escalations_get_theirs_in_one_set_and_once(ticketing: ServiceUnderTest) -> None:
    answers = [received(account_id=uuid7()) for _ in range(5)]
    await ticketing.deliver(*answers)
    assert len(await ticketing.rows("SELECT id FROM sla_clock")) == 10
    applied = await told(ticketing, "first_reply")
    assert names(applied) == ["applied"] * 5
    assert {(fact.data["target_seconds"], fact.data["due_at"]) for fact in applied} == {(4 * HOUR, later(hours=4))}
    assert {fact.data["account_id"] for fact in applied} == {str(answer.account_id) for answer in answers}


async def test_no_clocks_of_no_ticket(ticketing: ServiceUnderTest) -> None:
    for path in ("sla", "sla/explain"):
        assert (await ticketing.client.get(f"/v1/tickets/{uuid7()}/{path}")).status_code == 404


# ── Replies ──


async def test_bots_notes_and_customers_give_no_first_reply(ticketing: ServiceUnderTest) -> None:
    path = await a_ticket(ticketing)
    await replied(ticketing, path, author={"kind": "bot"})
    await replied(ticketing, path, visibility="internal")
    await wrote(ticketing, path)
    assert (await only(ticketing, path, "first_reply"))["state"] == "running"
    ticketing.clock.advance(hours=2)
    await replied(ticketing, path)
    ticketing.clock.advance(days=2)
    reply = await only(ticketing, path, "first_reply")
    assert (reply["state"], reply["verdict"], reply["elapsed_seconds"]) == ("fulfilled", "met", 2 * HOUR)
    assert (reply["fulfilled_at"], reply["remaining_seconds"]) == (later(hours=2), 6 * HOUR)
    assert names(await told(ticketing, "first_reply")) == ["applied", "fulfilled"]


async def test_reached_exactly_at_due_is_met(ticketing: ServiceUnderTest) -> None:
    path = await a_ticket(ticketing)
    ticketing.clock.advance(hours=8)
    await ticketing.run_job("sla_due")
    await replied(ticketing, path)
    assert (await only(ticketing, path, "first_reply"))["verdict"] == "met"
    assert "breached" not in names(await told(ticketing, "first_reply"))


async def test_a_late_reply_is_a_breach_although_nobody_looked(ticketing: ServiceUnderTest) -> None:
    path = await a_ticket(ticketing)
    ticketing.clock.advance(hours=8, seconds=1)
    seen = await only(ticketing, path, "first_reply")
    assert (seen["verdict"], seen["breached_at"], seen["detected_at"]) == ("breached", later(hours=8), None)
    ticketing.clock.advance(hours=1)
    await replied(ticketing, path)
    reply = await only(ticketing, path, "first_reply")
    assert (reply["state"], reply["verdict"], reply["breached_at"]) == ("fulfilled", "breached", later(hours=8))
    assert (reply["detected_at"], reply["remaining_seconds"]) == (later(hours=9, seconds=1), -HOUR - 1)
    facts = await told(ticketing, "first_reply")
    assert names(facts) == ["applied", "warned", "breached", "fulfilled"]
    assert [fact.headers["ce_time"] for fact in facts] == [
        later(),
        later(hours=6),
        later(hours=8),
        later(hours=9, seconds=1),
    ]
    assert {fact.headers["ce_recordedtime"] for fact in facts[1:]} == {later(hours=9, seconds=1)}
    breached = facts[2].data
    assert (breached["due_at"], breached["breached_at"], breached["detected_at"]) == (
        later(hours=8),
        later(hours=8),
        later(hours=9, seconds=1),
    )
    assert facts[3].data["breached_at"] == later(hours=8)


async def test_the_next_reply_is_owed_from_the_first_message_after_the_first_reply(
    ticketing: ServiceUnderTest,
) -> None:
    path = await a_ticket(ticketing)
    await wrote(ticketing, path)
    await replied(ticketing, path)
    assert await clocks(ticketing, path, "next_reply") == []
    for hours in (1, 2):
        ticketing.clock.advance(hours=hours)
        await wrote(ticketing, path)
    ticketing.clock.advance(hours=1)
    await replied(ticketing, path)
    ticketing.clock.advance(hours=1)
    await wrote(ticketing, path)
    first, second = await clocks(ticketing, path, "next_reply")
    assert (first["cycle"], first["started_at"], first["elapsed_seconds"]) == (1, later(hours=1), 3 * HOUR)
    assert (second["cycle"], second["started_at"], second["state"]) == (2, later(hours=5), "running")


# ── Pauses ──


async def test_pauses_postpone_and_are_explained(ticketing: ServiceUnderTest) -> None:
    await a_policy(ticketing, target("first_reply", pause_statuses=["pending", "on_hold"]), target("requester_wait"))
    path = await a_ticket(ticketing)
    for minutes, to in ((10, "pending"), (20, "on_hold"), (30, "open"), (5, "pending")):
        ticketing.clock.advance(minutes=minutes)
        await moved(ticketing, path, to)
        await only(ticketing, path, "first_reply")
    ticketing.clock.advance(days=1)
    paused = await only(ticketing, path, "first_reply")
    assert (paused["state"], paused["due_at"], paused["paused_at"]) == ("paused", None, later(minutes=65))
    assert (paused["elapsed_seconds"], paused["verdict"]) == (15 * 60, "pending")
    await wrote(ticketing, path)
    resumed = await only(ticketing, path, "first_reply")
    assert (resumed["state"], resumed["due_at"]) == ("running", later(days=1, minutes=65 + 45))
    assert [(fact.type.split(".")[1], fact.data["reason"]) for fact in await told(ticketing, "first_reply")] == [
        ("applied", "created"),
        ("paused", "pending"),
        ("paused", "on_hold"),
        ("resumed", "open"),
        ("paused", "pending"),
        ("resumed", "open"),
    ]
    explained = (await ticketing.get(f"{path}/sla/explain"))["items"]
    [parts] = [item["intervals"] for item in explained if item["metric"] == "first_reply"]
    assert [(part["reason"], part["counted"], part["seconds"]) for part in parts] == [
        ("running", True, 600),
        ("pending", False, 1200),
        ("on_hold", False, 1800),
        ("running", True, 300),
        ("pending", False, 86_400),
    ]
    assert (await only(ticketing, path, "requester_wait"))["elapsed_seconds"] == 45 * 60


async def test_business_hours_count_and_a_changed_calendar_leaves_what_was_counted(
    ticketing: ServiceUnderTest,
) -> None:
    desk = await ticketing.post(
        "/v1/calendars",
        {
            "name": "desk",
            "timezone": "UTC",
            "intervals": [{"weekday": day, "from": "09:00", "to": "17:00"} for day in range(5)],
        },
    )
    await a_policy(ticketing, target("first_reply", 2 * HOUR, calendar_id=desk["id"]))
    ticketing.clock.stop_at(FRIDAY + timedelta(hours=7, minutes=30))
    path = await a_ticket(ticketing)
    ticketing.clock.advance(hours=1)
    clock = await only(ticketing, path, "first_reply")
    assert (clock["calendar_id"], clock["elapsed_seconds"], clock["due_at"]) == (
        desk["id"],
        1800,
        later(days=7, hours=1, minutes=30),
    )
    weekend = {"intervals": [{"weekday": day, "from": "09:00", "to": "17:00"} for day in range(7)]}
    await ticketing.patch(f"/v1/calendars/{desk['id']}", weekend)
    ticketing.clock.stop_at(FRIDAY + timedelta(days=3, minutes=30))
    clock = await only(ticketing, path, "first_reply")
    assert (clock["elapsed_seconds"], clock["due_at"]) == (HOUR, later(days=7, hours=1, minutes=30))
    other = await only(ticketing, await a_ticket(ticketing), "first_reply")
    assert other["due_at"] == later(days=7, hours=2, minutes=30)
    ticketing.clock.advance(minutes=5)
    await replied(ticketing, path)
    ticketing.clock.advance(days=30)
    assert (await only(ticketing, path, "first_reply"))["elapsed_seconds"] == HOUR + 300


# ── Solving and reopening ──


async def test_solving_fulfils_the_resolution_and_cancels_what_nobody_answered(ticketing: ServiceUnderTest) -> None:
    path = await a_ticket(ticketing)
    ticketing.clock.advance(hours=1)
    await moved(ticketing, path, "solved")
    ticketing.clock.advance(days=30)
    resolution = await only(ticketing, path, "total_resolution")
    assert (resolution["state"], resolution["verdict"], resolution["elapsed_seconds"]) == ("fulfilled", "met", HOUR)
    reply = await only(ticketing, path, "first_reply")
    assert (reply["state"], reply["verdict"], reply["fulfilled_at"]) == ("cancelled", "pending", None)
    assert await ticketing.run_job("sla_due") == 0
    assert names(await told(ticketing, "first_reply")) == ["applied"]
    assert names(await told(ticketing, "total_resolution")) == ["applied", "fulfilled"]


async def test_a_ticket_solved_late_without_a_reply_has_breached_both(ticketing: ServiceUnderTest) -> None:
    path = await a_ticket(ticketing)
    ticketing.clock.advance(days=6)
    await moved(ticketing, path, "solved")
    assert names(await told(ticketing, "first_reply")) == ["applied", "warned", "breached"]
    assert names(await told(ticketing, "total_resolution")) == ["applied", "warned", "breached", "fulfilled"]
    reply = await only(ticketing, path, "first_reply")
    assert (reply["state"], reply["verdict"]) == ("cancelled", "breached")


async def test_a_reopened_ticket_begins_new_cycles(ticketing: ServiceUnderTest) -> None:
    path = await a_ticket(ticketing)
    await replied(ticketing, path)
    ticketing.clock.advance(hours=1)
    await moved(ticketing, path, "solved")
    ticketing.clock.advance(hours=5)
    await wrote(ticketing, path)
    first, second = await clocks(ticketing, path, "total_resolution")
    assert (first["state"], first["verdict"], first["elapsed_seconds"]) == ("fulfilled", "met", HOUR)
    assert (second["cycle"], second["started_at"], second["due_at"]) == (2, later(hours=6), later(days=5, hours=6))
    assert (await only(ticketing, path, "next_reply"))["started_at"] == later(hours=6)
    assert len(await clocks(ticketing, path, "first_reply")) == 1
    assert names(await told(ticketing, "total_resolution")) == ["applied", "fulfilled", "applied"]


async def test_a_reopened_ticket_resumes_its_cycle_where_the_policy_says_so(ticketing: ServiceUnderTest) -> None:
    await a_policy(ticketing, target("total_resolution", 2 * HOUR), on_reopen="resume")
    path = await a_ticket(ticketing)
    ticketing.clock.advance(hours=1)
    await moved(ticketing, path, "solved")
    ticketing.clock.advance(hours=5)
    await moved(ticketing, path, "open")
    ticketing.clock.advance(minutes=30)
    clock = await only(ticketing, path, "total_resolution")
    assert (clock["cycle"], clock["state"], clock["elapsed_seconds"]) == (1, "running", HOUR + 1800)
    assert (clock["due_at"], clock["fulfilled_at"]) == (later(hours=7), None)
    assert names(await told(ticketing, "total_resolution")) == ["applied", "fulfilled", "resumed"]
    [_, solved, _] = (await ticketing.get(f"{path}/sla/explain"))["items"][0]["intervals"]
    assert (solved["counted"], solved["seconds"], solved["reason"]) == (False, 5 * HOUR, "solved")


# ── Changes of priority and policy ──


async def test_another_priority_keeps_what_has_elapsed(ticketing: ServiceUnderTest) -> None:
    path = await a_ticket(ticketing)
    ticketing.clock.advance(minutes=30)
    await ticketing.patch(path, {"priority": "urgent"})
    ticketing.clock.advance(minutes=10)
    clock = await only(ticketing, path, "first_reply")
    assert (clock["target_seconds"], clock["elapsed_seconds"], clock["due_at"]) == (HOUR, 40 * 60, later(hours=1))
    facts = await told(ticketing, "first_reply")
    assert names(facts) == ["applied", "applied"]
    assert (facts[1].data["reason"], facts[1].data["target_seconds"]) == ("retargeted", HOUR)


async def test_a_priority_whose_target_has_passed_breaches_at_its_change(ticketing: ServiceUnderTest) -> None:
    path = await a_ticket(ticketing)
    ticketing.clock.advance(hours=2)
    await ticketing.patch(path, {"priority": "urgent"})
    clock = await only(ticketing, path, "first_reply")
    assert (clock["verdict"], clock["breached_at"], clock["detected_at"]) == (
        "breached",
        later(hours=2),
        later(hours=2),
    )
    assert names(await told(ticketing, "first_reply")) == ["applied", "applied", "breached"]
    ticketing.clock.advance(hours=2)
    assert await ticketing.run_job("sla_due") == 0


async def test_fulfilled_clocks_never_change(ticketing: ServiceUnderTest) -> None:
    path = await a_ticket(ticketing)
    ticketing.clock.advance(hours=1)
    await replied(ticketing, path)
    before = await only(ticketing, path, "first_reply")
    ticketing.clock.advance(hours=1)
    await ticketing.patch(path, {"priority": "urgent"})
    await moved(ticketing, path, "pending")
    await moved(ticketing, path, "solved")
    assert await only(ticketing, path, "first_reply") == {**before, "as_of": later(hours=2)}


async def test_a_trait_of_another_policy_takes_that_policy(ticketing: ServiceUnderTest) -> None:
    vip = await a_policy(ticketing, target("first_reply", 2 * HOUR), conditions={"tags": ["vip"]})
    path = await a_ticket(ticketing)
    ticketing.clock.advance(hours=1)
    await ticketing.patch(path, {"tags": ["vip"]})
    clock = await only(ticketing, path, "first_reply")
    assert (clock["policy_id"], clock["elapsed_seconds"], clock["due_at"]) == (vip["id"], HOUR, later(hours=2))
    resolution = await only(ticketing, path, "total_resolution")  # which that policy does not promise
    assert (resolution["state"], resolution["verdict"]) == ("cancelled", "pending")
    await ticketing.patch(path, {"tags": ["vip", "paris"]})
    assert names(await told(ticketing, "first_reply")) == ["applied", "applied"]


async def test_what_another_policy_adds_counts_from_the_change(ticketing: ServiceUnderTest) -> None:
    await a_policy(ticketing, conditions={"type": ["task"]})  # promises nothing
    path = await a_ticket(ticketing, type="task")
    await replied(ticketing, path)
    assert (await ticketing.get(f"{path}/sla"))["items"] == []
    ticketing.clock.advance(hours=1)
    await wrote(ticketing, path)
    await ticketing.patch(path, {"type": "question"})
    assert (await only(ticketing, path, "total_resolution"))["started_at"] == later(hours=1)
    assert (await only(ticketing, path, "next_reply"))["started_at"] == later(hours=1)
    assert await clocks(ticketing, path, "first_reply") == []


async def test_each_fact_names_its_story(ticketing: ServiceUnderTest) -> None:
    account, trace = uuid7(), uuid7()
    await ticketing.deliver(received(account_id=account), trace_id=trace)
    ticketing.clock.advance(days=1)
    await ticketing.run_job("sla_due")
    facts = await told(ticketing, "first_reply")
    assert names(facts) == ["applied", "warned", "breached"]
    assert {(fact.trace_id, fact.data["account_id"]) for fact in facts} == {(str(trace), str(account))}
