"""Who is alive: the newest heartbeat of each service, and one finding for each that fell silent."""

from datetime import datetime, timedelta

import pytest

from tests.fixtures.services import ServiceUnderTest, envelope_of, renew
from tests.services.analytics.assurance.watching import findings, hear
from tests.services.analytics.stories import heartbeat

SERVICES = ("analytics", "feedback", "onboarding", "ticketing")
LIMIT = 10 * 30  # seconds; the settings' defaults


@pytest.fixture(autouse=True)
def stopped_clock(analytics: ServiceUnderTest) -> None:
    analytics.clock.stop_at(analytics.clock())


async def hear_all(analytics: ServiceUnderTest, *services: str) -> None:
    for service in services:
        await hear(analytics, service, analytics.clock())


async def look(analytics: ServiceUnderTest, *heard: str, seconds: float = 30) -> None:
    """Time passes, these services are heard, then the job looks."""
    analytics.clock.advance(seconds=seconds)
    await hear_all(analytics, *heard)
    await analytics.run_job("assurance_silence")


async def silent(analytics: ServiceUnderTest) -> list[tuple[str, str]]:
    """(service, state) of the findings about silence."""
    return [(item["subject"]["id"], item["state"]) for item in await findings(analytics, kind="silent")]


async def test_the_newest_heartbeat_stays(analytics: ServiceUnderTest) -> None:
    at = analytics.clock()
    old, new = heartbeat("ticketing", at), heartbeat("ticketing", at + timedelta(seconds=2), published=[(3, 7)])
    envelopes = [envelope_of(old, source="ticketing"), envelope_of(new, source="ticketing")]
    await analytics.apply(envelopes[::-1])
    await analytics.apply(envelopes)
    [item] = (await analytics.get("/v1/assurance/heartbeats"))["items"]
    assert (item["service"], item["published"]) == ("ticketing", {"ticketing-events/3": 7})
    assert datetime.fromisoformat(item["covered_until"]) == at, "of the newer one not everything has been read"


async def test_a_service_speaks_for_itself_only(analytics: ServiceUnderTest) -> None:
    await analytics.deliver(heartbeat("ticketing", analytics.clock()), source="feedback")
    assert (await analytics.get("/v1/assurance/heartbeats"))["items"] == []


async def test_offsets_add_up_over_heartbeats_of_one_log(analytics: ServiceUnderTest) -> None:
    at = analytics.clock()
    beats = [
        heartbeat("ticketing", at, published=[(0, 5), (1, 2)]),
        heartbeat("ticketing", at + timedelta(seconds=2), published=[(1, 3)]),
    ]
    for beat in beats:
        await analytics.deliver(beat, source="ticketing", times=1)
    [item] = (await analytics.get("/v1/assurance/heartbeats"))["items"]
    assert item["published"] == {"ticketing-events/0": 5, "ticketing-events/1": 3}
    replaced = heartbeat("ticketing", at + timedelta(seconds=4), published=[(1, 0)], log_id="new")
    await analytics.deliver(replaced, source="ticketing", times=1)
    [item] = (await analytics.get("/v1/assurance/heartbeats"))["items"]
    assert item["published"] == {"ticketing-events/1": 0}


async def test_a_silent_service_is_one_finding_that_closes_when_it_is_heard(analytics: ServiceUnderTest) -> None:
    await look(analytics, *SERVICES)
    for _ in range(12):
        await look(analytics, "analytics", "feedback", "onboarding")
    assert await silent(analytics) == [("ticketing", "open")]
    [finding] = await findings(analytics, kind="silent")
    assert finding["subject"] == {"kind": "service", "id": "ticketing"}
    assert (finding["rule_id"], finding["expectation_id"], finding["trace_id"]) == (None, None, None)
    await look(analytics, *SERVICES)
    assert await silent(analytics) == [("ticketing", "closed")]
    told = [fact.type for fact in await analytics.told()]
    assert told == ["automation.finding_opened.v1", "automation.finding_closed.v1"]


async def test_an_observer_that_hears_nothing_accuses_itself_alone(analytics: ServiceUnderTest) -> None:
    await look(analytics, *SERVICES)
    for _ in range(12):
        await look(analytics)
    assert await silent(analytics) == [("analytics", "open")]
    # It hears itself before the others: they have their time from here on.
    for _ in range(9):
        await look(analytics, "analytics")
    assert await silent(analytics) == [("analytics", "closed")]
    await look(analytics, *SERVICES)
    assert await silent(analytics) == [("analytics", "closed")]


async def test_a_restart_after_a_night_accuses_nobody(analytics: ServiceUnderTest) -> None:
    await look(analytics, *SERVICES)
    await look(analytics, seconds=8 * 3600)
    for _ in range(3):
        await look(analytics, "analytics")
    await look(analytics, *SERVICES)
    assert await silent(analytics) == []


async def test_an_outbox_that_is_stuck_is_one_finding(analytics: ServiceUnderTest) -> None:
    await look(analytics, *SERVICES)
    analytics.clock.advance(seconds=30)
    await hear_all(analytics, "analytics", "feedback", "onboarding")
    await hear(analytics, "ticketing", analytics.clock(), oldest=LIMIT + 1)
    for _ in range(3):
        await analytics.run_job("assurance_silence")
    assert await silent(analytics) == [("ticketing", "open")]
    await look(analytics, *SERVICES)
    assert await silent(analytics) == [("ticketing", "closed")]


async def test_the_same_heartbeat_under_a_new_id_changes_nothing(analytics: ServiceUnderTest) -> None:
    at = analytics.clock()
    first = envelope_of(heartbeat("ticketing", at, published=[(0, 5)]), source="ticketing")
    await analytics.apply([first])
    await analytics.apply([renew(first)])
    [item] = (await analytics.get("/v1/assurance/heartbeats"))["items"]
    assert item["published"] == {"ticketing-events/0": 5}
