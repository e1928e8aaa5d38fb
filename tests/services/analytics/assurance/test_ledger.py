"""The ledger as facts come in: whatever their order, however often, from however many transactions at once."""

import asyncio
import random
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from services.analytics.assurance import service
from shared.events.fact import Fact
from shared.events.inbox import as_event
from shared.events.transaction import transaction
from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest, envelope_of, renew
from tests.services.analytics.assurance.watching import expectations, findings, hear, states, sweep
from tests.services.analytics.stories import Story

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def at(**after: float) -> datetime:
    return NOON + timedelta(**after)


def whole(story: Story) -> list[tuple[Fact, datetime, str | None]]:
    return [
        (story.team(("csm", story.mia)), at(days=-1), None),
        (story.led_by(story.leo), at(days=-1), None),
        (story.received(), NOON, None),
        (story.escalated(("csm", story.mia), ("group_lead", story.leo)), at(seconds=1), None),
        (story.case_opened(at(hours=8), at(hours=48)), at(seconds=1), None),
        (story.notified(story.mia), at(seconds=2), "ticketing"),
        (story.notified(story.leo), at(seconds=3), "ticketing"),
        (story.planned(), at(hours=1), None),
        (story.contacted(), at(hours=2), None),
        (story.completed(), at(hours=3), None),
        (story.loop_closed(), at(hours=5), None),
    ]


def met(story: Story) -> dict[str, str]:
    return {
        "escalation_opened": "met",
        f"notification_sent:{story.mia}": "met",
        f"notification_sent:{story.leo}": "met",
        "recovery_planned": "met",
        "recovery_contacted": "met",
        "loop_closed": "late",
    }


async def test_each_step_is_met_by_its_evidence(analytics: ServiceUnderTest, story: Story) -> None:
    for fact, recorded_at, source in whole(story):
        await analytics.deliver(fact, recorded_at=recorded_at, source=source, trace_id=story.response_id)
    assert await states(analytics, story) == met(story)
    [item] = await expectations(analytics, trace_id=str(story.response_id), state="late")
    assert (item["step"], item["due_at"], item["met_at"]) == (
        "loop_closed",
        "2026-11-23T16:00:00Z",
        "2026-11-23T17:00:00Z",
    )
    assert item["subject"] == {"kind": "response", "id": str(story.response_id)}
    assert [fact["source"] for fact in item["evidence"]] == ["/feedback"]
    assert await findings(analytics) == []


@pytest.mark.parametrize("seed", range(5))
async def test_the_order_in_which_facts_come_does_not_matter(
    analytics: ServiceUnderTest, story: Story, seed: int
) -> None:
    envelopes = [
        envelope_of(fact, recorded_at=recorded_at, source=source) for fact, recorded_at, source in whole(story)
    ]
    shuffled = [*envelopes, *(renew(envelope) for envelope in envelopes)]
    random.Random(seed).shuffle(shuffled)
    half = len(shuffled) // 2
    for part in (shuffled[:half], shuffled[half:], shuffled):
        await analytics.apply(part)
    assert await analytics.rows("SELECT error FROM dead_letter") == []
    assert await states(analytics, story) == met(story)


async def test_facts_of_one_story_in_many_transactions_at_once(analytics: ServiceUnderTest) -> None:
    """Without the story's lock a trigger and its evidence would each miss the other."""
    stories = [Story() for _ in range(5)]

    async def apply(envelope: Any) -> None:
        await analytics.apply([envelope])

    envelopes = [
        envelope_of(fact, recorded_at=recorded_at, source=source)
        for story in stories
        for fact, recorded_at, source in whole(story)[2:]
    ]
    random.shuffle(envelopes)
    await asyncio.gather(*(apply(envelope) for envelope in envelopes))
    assert await analytics.rows("SELECT error FROM dead_letter") == []
    for story in stories:
        assert await states(analytics, story) == met(story)


async def test_trigger_and_evidence_in_two_transactions_do_not_miss_each_other(
    analytics: ServiceUnderTest, story: Story
) -> None:
    await analytics.deliver(story.completed(), recorded_at=at(hours=3), times=1)
    trigger = envelope_of(story.received(), recorded_at=NOON)
    evidence = envelope_of(story.escalated(("csm", story.mia)), recorded_at=at(seconds=1))
    async with transaction(analytics.database) as session:
        await service.observe(session, [as_event(trigger, service="analytics", at=NOON)])
        second = asyncio.create_task(analytics.apply([evidence]))
        await _until_somebody_waits(analytics)
    await second
    assert (await states(analytics, story))["escalation_opened"] == "met"


async def _until_somebody_waits(analytics: ServiceUnderTest) -> None:
    waiting = "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
    for _ in range(1000):
        if await analytics.rows(waiting):
            return
        await asyncio.sleep(0.01)
    pytest.fail("the second transaction did not wait for the first")


async def test_one_row_without_target_until_the_recipients_are_named(analytics: ServiceUnderTest, story: Story) -> None:
    await analytics.deliver(story.received(), recorded_at=NOON)
    [before] = [item for item in await expectations(analytics) if item["step"] == "notification_sent"]
    assert (before["target"], before["due_at"], before["state"]) == (None, None, "open")
    await analytics.deliver(story.escalated(("csm", story.mia), ("group_lead", story.leo)), recorded_at=at(seconds=1))
    after = [item for item in await expectations(analytics) if item["step"] == "notification_sent"]
    assert {item["target"]["staff_id"] for item in after} == {str(story.mia), str(story.leo)}
    assert before["id"] in {item["id"] for item in after}


async def test_quiet_hours_are_no_finding(analytics: ServiceUnderTest, story: Story) -> None:
    now = analytics.clock()
    await analytics.deliver(story.received(), recorded_at=now)
    await analytics.deliver(story.escalated(("csm", story.mia)), recorded_at=now)
    until = now + timedelta(hours=9)
    await analytics.deliver(story.put_off(story.mia, until), source="ticketing", recorded_at=now)
    await hear(analytics, "ticketing", now + timedelta(hours=9))
    await sweep(analytics)
    assert (await states(analytics, story))[f"notification_sent:{story.mia}"] == "open"
    assert await findings(analytics) == []
    await hear(analytics, "ticketing", until + timedelta(minutes=12))
    await sweep(analytics)
    assert (await states(analytics, story))[f"notification_sent:{story.mia}"] == "missing"


async def test_nobody_to_tell_is_a_finding_that_closes_when_somebody_is_told(
    analytics: ServiceUnderTest, story: Story
) -> None:
    now = analytics.clock()
    await analytics.deliver(story.received(), recorded_at=now)
    await analytics.deliver(story.escalated(), recorded_at=now)
    assert await findings(analytics) == []
    for teller in ("ticketing", "onboarding"):
        await hear(analytics, teller, now + timedelta(seconds=61))
    await sweep(analytics)
    [finding] = await findings(analytics, state="open")
    assert (finding["kind"], finding["step"]) == ("failed", "notification_sent")
    await analytics.deliver(story.team(("csm", story.mia)), recorded_at=now + timedelta(seconds=62))
    await analytics.deliver(story.notified(story.mia), source="ticketing", recorded_at=now + timedelta(seconds=63))
    assert (await states(analytics, story))[f"notification_sent:{story.mia}"] == "met"
    assert [item["state"] for item in await findings(analytics)] == ["closed"]


async def test_a_team_that_came_late_and_went_early_raises_no_finding(
    analytics: ServiceUnderTest, story: Story
) -> None:
    """Ticketing named nobody, heard of the team, told its CSM; the ledger hears of all that in the wrong order."""
    now = analytics.clock()
    await analytics.deliver(story.received(), recorded_at=now)
    await analytics.deliver(story.escalated(), recorded_at=now + timedelta(seconds=18))
    await analytics.deliver(story.team(("csm", story.mia)), recorded_at=now - timedelta(seconds=40))
    await analytics.deliver(story.team(), recorded_at=now + timedelta(seconds=44))
    await analytics.deliver(story.notified(story.mia), source="ticketing", recorded_at=now + timedelta(seconds=36))
    assert (await states(analytics, story))[f"notification_sent:{story.mia}"] == "met"
    assert await findings(analytics) == []


async def test_two_tickets_for_one_answer_raise_one_finding(analytics: ServiceUnderTest, story: Story) -> None:
    await analytics.deliver(story.received(), recorded_at=NOON)
    for ticket_id in (story.ticket_id, uuid7(), uuid7()):
        second = story.escalated(("csm", story.mia), ticket_id=ticket_id)
        await analytics.deliver(second, recorded_at=at(seconds=1))
    [finding] = await findings(analytics)
    assert (finding["kind"], finding["state"]) == ("duplicate", "open")
    [told] = await analytics.told("automation.finding_opened.v1")
    assert told.data["finding_id"] == finding["id"]
    assert told.data["subject"] == {"kind": "response", "id": str(story.response_id)}


async def test_a_deleted_answer_skips_what_is_open(analytics: ServiceUnderTest, story: Story) -> None:
    await analytics.deliver(story.received(), recorded_at=NOON)
    await analytics.deliver(story.escalated(("csm", story.mia)), recorded_at=at(seconds=1))
    await analytics.deliver(story.deleted(), recorded_at=at(minutes=1))
    found = await expectations(analytics)
    assert {item["state"] for item in found} == {"met", "skipped"}
    assert {item["reason"] for item in found if item["state"] == "skipped"} == {"response_deleted"}


async def test_an_answer_edited_to_negative_is_expected_to_escalate(analytics: ServiceUnderTest, story: Story) -> None:
    await analytics.deliver(story.received("positive"), recorded_at=NOON)
    assert await states(analytics, story) == {}
    await analytics.deliver(story.edited("negative", "positive"), recorded_at=at(minutes=1))
    assert (await states(analytics, story))["escalation_opened"] == "open"
    [item, *_] = await expectations(analytics, rule_id="negative_response")
    assert item["trigger"]["type"] == "response.edited.v1"


async def test_a_broken_fact_becomes_a_dead_letter_and_the_others_stand(
    analytics: ServiceUnderTest, story: Story
) -> None:
    broken = envelope_of(story.escalated(("csm", story.mia)), recorded_at=NOON)
    broken.raw["recipients"] = [{"role": "csm"}]
    good = envelope_of(story.received(), recorded_at=NOON)
    await analytics.apply([good, broken])
    [row] = await analytics.rows("SELECT type, handler FROM dead_letter")
    assert (row.type, row.handler) == ("escalation.opened.v1", "analytics.assurance.service.observe")
    assert (await states(analytics, story))["escalation_opened"] == "open"


async def test_a_broken_fact_that_comes_before_its_trigger_spoils_nothing(
    analytics: ServiceUnderTest, story: Story
) -> None:
    broken = envelope_of(story.escalated(("csm", story.mia)), recorded_at=NOON)
    broken.raw["recipients"] = [{"role": "csm"}]
    await analytics.apply([broken])
    await analytics.apply([envelope_of(story.received(), recorded_at=NOON)])
    assert (await states(analytics, story))["escalation_opened"] == "open"
    assert len(await analytics.rows("SELECT id FROM dead_letter")) == 1
