"""A storm of missing steps: asked for under the ceiling, none twice, none forgotten, whoever else asks meanwhile."""

import asyncio
import random
import time
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from shared.contracts.platform import RepairAnswered
from tests.fixtures.services import ServiceUnderTest, ToldFact, envelope_of
from tests.services.analytics.assurance.watching import DEMO_RULE, another, findings, hear, states, sweep
from tests.services.analytics.stories import Story

CEILING = 30  # a minute; the settings' default
MINUTE = timedelta(minutes=1)
AT_ONCE = 500  # facts a transaction, as the consumer takes them

UNASKED = """
(SELECT id FROM finding WHERE state = 'open' AND repair_id IS NULL ORDER BY id LIMIT :at_most)
UNION (SELECT id FROM finding WHERE state = 'open' AND repair_id IS NULL ORDER BY id DESC LIMIT :at_most)
"""
STATES = """
SELECT expectation.state, repaired, finding.state, count(*)
FROM expectation JOIN finding ON finding.expectation_id = expectation.id
WHERE expectation.rule_id = 'demo_lost_step' GROUP BY 1, 2, 3
"""
ASKED_FOR = "SELECT count(*) AS n FROM outbox WHERE type = 'automation.repair_requested.v1'"


@pytest.mark.timeout(1800)
@pytest.mark.parametrize("missing", [100, pytest.param(10_000, marks=pytest.mark.full_matrix)])
async def test_a_storm_of_missing_steps_stays_under_the_ceiling(analytics: ServiceUnderTest, missing: int) -> None:
    began = time.monotonic()
    dice = random.Random(missing)
    analytics.clock.stop_at(datetime.now(UTC))
    await analytics.post("/v1/assurance/rules", {**DEMO_RULE, "repair": "automatic"})
    stories = {str(story.response_id): story for story in await lose(analytics, missing)}
    observers = (analytics, another(analytics))
    minutes, refused, quiet = 0, 0, 0
    while quiet < 2:
        before = await count(analytics)
        answers = await ask_for_repairs(analytics, observers)
        refused += answers.count(429)
        assert set(answers) <= {200, 201, 429}
        quiet = quiet + 1 if await count(analytics) == before and not await unasked(analytics, 1) else 0
        minutes += 1
        analytics.clock.advance(seconds=dice.choice((7, 20, 30, 61)))
    told = await analytics.told("automation.repair_requested.v1")
    assert most_in_a_minute(told) == CEILING
    assert len(told) == missing, "as many requests as steps"
    assert {fact.data["trigger"]["subject"] for fact in told} == set(stories)
    await answer(analytics, told, stories)
    rows = await analytics.rows(
        "SELECT state, repaired, count(*) AS n FROM expectation WHERE rule_id = :rule GROUP BY 1, 2",
        rule="demo_lost_step",
    )
    assert [(row.state, row.repaired, row.n) for row in rows] == [("late", True, missing)]
    closed = await analytics.rows(
        "SELECT state, count(*) AS n FROM finding WHERE rule_id = :rule GROUP BY 1", rule="demo_lost_step"
    )
    assert [(row.state, row.n) for row in closed] == [("closed", missing)]
    print(
        f"{missing} missing steps: {len(told)} requests, at most {most_in_a_minute(told)} in any minute,"
        f" {refused} of people refused with 429, all repaired; {time.monotonic() - began:.0f} s"
    )


async def test_repairs_that_failed_do_not_keep_later_ones_from_being_asked_for(analytics: ServiceUnderTest) -> None:
    """A step that went missing, was asked for, and then failed has a second finding that no request answers."""
    analytics.clock.stop_at(datetime.now(UTC))
    await analytics.post("/v1/assurance/rules", {**await shipped(analytics), "repair": "automatic"})
    first, later = [Story() for _ in range(CEILING)], [Story() for _ in range(5)]
    await lose_notices(analytics, first)
    assert await analytics.run_job("assurance_repairs") == CEILING
    await analytics.deliver(*(story.not_notified(story.mia) for story in first), source="ticketing")
    still = await findings(analytics, state="open")
    assert [finding["kind"] for finding in still] == ["failed"] * CEILING
    analytics.clock.advance(seconds=61)
    await lose_notices(analytics, later)
    assert await analytics.run_job("assurance_repairs") == len(later)
    assert await analytics.run_job("assurance_repairs") == 0
    assert await count(analytics) == CEILING + len(later)


async def lose(analytics: ServiceUnderTest, missing: int) -> list[Story]:
    """So many answers whose escalation never comes, all found missing."""
    stories = [Story() for _ in range(missing)]
    recorded_at = analytics.clock()
    for start in range(0, missing, AT_ONCE):
        some = stories[start : start + AT_ONCE]
        await analytics.apply(
            [
                envelope_of(story.received(source="demo-lost"), recorded_at=recorded_at, trace_id=story.response_id)
                for story in some
            ]
        )
    await hear(analytics, "ticketing", analytics.clock.advance(seconds=70))
    decided = 0
    while some_more := await sweep(analytics):
        decided += some_more
    assert decided == missing
    return stories


async def ask_for_repairs(analytics: ServiceUnderTest, observers: tuple[ServiceUnderTest, ...]) -> list[int]:
    """Two observers' jobs and people ask at once, for the same findings and for others; answers their statuses."""

    async def person(finding_id: Any) -> int:
        return (await analytics.client.post("/v1/assurance/repairs", json={"finding_id": str(finding_id)})).status_code

    people = [person(finding_id) for finding_id in await unasked(analytics, 3)]
    done = await asyncio.gather(*people, *(observer.run_job("assurance_repairs") for observer in observers))
    return list(done[: len(people)])


async def answer(analytics: ServiceUnderTest, told: list[ToldFact], stories: dict[str, Story]) -> None:
    """The owner does what it was asked for, and says so."""
    for start in range(0, len(told), AT_ONCE // 2):
        envelopes = []
        for fact in told[start : start + AT_ONCE // 2]:
            story = stories[fact.data["trigger"]["subject"]]
            done = RepairAnswered(repair_id=fact.data["repair_id"], result="done", reason=None)
            escalated = story.escalated(("csm", story.mia))
            at = analytics.clock()
            envelopes.append(envelope_of(done, source="ticketing", recorded_at=at))
            envelopes.append(envelope_of(escalated, recorded_at=at, trace_id=story.response_id))
        await analytics.apply(envelopes)
    assert await analytics.rows("SELECT error FROM dead_letter") == []


async def lose_notices(analytics: ServiceUnderTest, stories: list[Story]) -> None:
    """Escalations whose notification never comes."""
    at = analytics.clock()
    for story in stories:
        await analytics.deliver(story.received(), recorded_at=at, times=1)
        await analytics.deliver(story.escalated(("csm", story.mia), notify_roles=["csm"]), recorded_at=at, times=1)
    await hear(analytics, "ticketing", analytics.clock.advance(seconds=700))
    assert await sweep(analytics) == len(stories)
    assert (await states(analytics, stories[0]))[f"notification_sent:{stories[0].mia}"] == "missing"


async def shipped(analytics: ServiceUnderTest) -> dict[str, Any]:
    """The body of the rule for negative answers."""
    rule = await analytics.get("/v1/assurance/rules/negative_response")
    return {name: rule[name] for name in ("rule_id", "triggers", "match", "steps", "called_off_by")}


async def unasked(analytics: ServiceUnderTest, at_most: int) -> list[Any]:
    """The oldest and the newest findings for which nobody asked yet."""
    return [row.id for row in await analytics.rows(UNASKED, at_most=at_most)]


async def count(analytics: ServiceUnderTest) -> int:
    """How many repairs were asked for."""
    return int((await analytics.rows(ASKED_FOR))[0].n)


def most_in_a_minute(told: list[ToldFact]) -> int:
    """The most requests in any 60 seconds, by the times that the facts bear."""
    times = sorted(datetime.fromisoformat(fact.headers["ce_recordedtime"]) for fact in told)
    most = first = 0
    for place, at in enumerate(times):
        while times[first] <= at - MINUTE:
            first += 1
        most = max(most, place - first + 1)
    return most
