"""Metrics rebuilt from the stored facts: the same as counted, and a finding where they are not."""

import random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from services.analytics.metrics import recompute
from services.analytics.metrics.definitions import METRICS
from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest
from tests.services.analytics.metrics import histories
from tests.services.analytics.metrics.asking import answers, hear, value
from tests.services.analytics.metrics.histories import History
from tests.services.analytics.metrics.told import MONDAY, TicketStory, hours
from tests.services.analytics.stories import Story


async def rebuild(analytics: ServiceUnderTest, metric: str) -> dict[str, Any]:
    found: dict[str, Any] = await analytics.post(f"/v1/metrics/{metric}/recompute")
    return found


async def rebuild_all(analytics: ServiceUnderTest) -> dict[str, tuple[int, int]]:
    """How many contributions of each metric were compared, and how many differed."""
    found: dict[str, tuple[int, int]] = {}
    done = {"next_cursor": ""}
    while (cursor := done["next_cursor"]) is not None:
        done = await analytics.post("/v1/metrics/recompute", params={"cursor": cursor} if cursor else {})
        for item in done["items"]:
            compared, differing = found.get(item["metric_id"], (0, 0))
            found[item["metric_id"]] = (compared + item["compared"], differing + item["differing"])
    return found


async def findings(analytics: ServiceUnderTest) -> list[tuple[str, str, str]]:
    rows = await analytics.rows("SELECT kind, subject_id, state FROM finding WHERE kind = 'recompute_differs'")
    return [tuple(row) for row in rows]


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    told=st.lists(st.one_of(histories.answers(), histories.tickets()), min_size=1, max_size=6),
    seed=st.integers(0, 2**32),
)
async def test_shuffled_doubled_and_split_facts_count_as_a_rebuild_does(
    analytics: ServiceUnderTest, told: list[History], seed: int
) -> None:
    chance = random.Random(seed)
    envelopes = [envelope for story, _ in told for envelope in story.envelopes] * 2
    chance.shuffle(envelopes)
    while envelopes:
        size = chance.randint(1, 12)
        await analytics.apply(envelopes[:size])
        del envelopes[:size]
    assert await analytics.rows("SELECT error FROM dead_letter") == []
    expected = {
        (str(story.trace_id), name.partition(":")[0], *numbers)
        for story, expects in told
        for name, numbers in expects.items()
    }
    rows = await analytics.rows(
        "SELECT trace_id, metric, at, numerator, value FROM contribution"
        " WHERE trace_id = ANY(:traces) AND metric <> 'automation_conformance'",
        traces=[story.trace_id for story, _ in told],
    )
    assert {(str(row.trace_id), row.metric, row.at, row.numerator, row.value) for row in rows} == expected
    for metric in METRICS:
        assert (await rebuild(analytics, metric))["differences"] == [], metric


async def test_what_agrees_is_said_to_agree(analytics: ServiceUnderTest) -> None:
    await hear(analytics, *answers("nps", 9, 3, 7))
    done = await rebuild(analytics, "nps")
    assert {name: done[name] for name in ("metric_id", "compared", "differing", "differences", "next_cursor")} == {
        "metric_id": "nps",
        "compared": 3,
        "differing": 0,
        "differences": [],
        "next_cursor": None,
    }
    assert await findings(analytics) == []


async def test_what_differs_is_put_right_and_found(analytics: ServiceUnderTest) -> None:
    wrong, lost, right = answers("nps", 9, 9, 9)
    await hear(analytics, wrong, lost, right)
    of = "WHERE metric = 'nps' AND subject = :subject"
    await analytics.execute(f"UPDATE contribution SET numerator = -1 {of}", subject=wrong.response_id)
    await analytics.execute(f"DELETE FROM contribution {of}", subject=lost.response_id)
    orphan = uuid7()
    await analytics.execute(
        "INSERT INTO contribution SELECT metric, version, :subject, :subject, :subject, at, hour, groups, numerator,"
        f" denominator, value, mature_at FROM contribution {of.replace(':subject', ':right')}",
        subject=orphan,
        right=right.response_id,
    )
    done = await rebuild(analytics, "nps")
    assert done["differing"] == 3
    by_subject = {item["subject_id"]: item for item in done["differences"]}
    assert by_subject[str(wrong.response_id)]["held"]["numerator"] == -1
    assert by_subject[str(wrong.response_id)]["rebuilt"]["numerator"] == 1
    assert by_subject[str(lost.response_id)]["held"] is None
    assert by_subject[str(orphan)]["rebuilt"] is None
    item = await value(analytics, "nps")
    assert (item["value"], item["n"]) == (100.0, 3)
    assert await findings(analytics) == [("recompute_differs", "nps", "open")]
    assert len(await analytics.told("automation.finding_opened.v1")) == 1

    assert (await rebuild(analytics, "csat"))["differing"] == 0
    assert await findings(analytics) == [("recompute_differs", "nps", "open")]
    assert (await rebuild(analytics, "nps"))["differing"] == 0
    assert await findings(analytics) == [("recompute_differs", "nps", "closed")]


async def test_a_rebuilt_answer_goes_on_as_if_nothing_had_been(analytics: ServiceUnderTest) -> None:
    [story] = answers("nps", 3)
    await hear(analytics, story)
    await analytics.execute("DELETE FROM contribution")
    await analytics.execute("DELETE FROM metric_owner")
    for metric in ("nps", "detractors_contacted_48h"):
        assert (await rebuild(analytics, metric))["differing"] == 1
    story.contacted(MONDAY + hours(1))
    await hear(analytics, story)
    assert (await value(analytics, "detractors_contacted_48h"))["value"] == 1.0
    assert (await rebuild(analytics, "detractors_contacted_48h"))["differing"] == 0


async def test_a_contact_of_another_story_still_counts(analytics: ServiceUnderTest) -> None:
    [story] = answers("nps", 3)
    story.trace_id = uuid7()
    story.contacted(MONDAY + hours(1))
    await hear(analytics, story)
    assert (await rebuild(analytics, "detractors_contacted_48h"))["differing"] == 0
    assert (await value(analytics, "detractors_contacted_48h"))["value"] == 1.0


async def test_a_long_one_goes_on_from_its_cursor(analytics: ServiceUnderTest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recompute, "STORIES", 2)
    monkeypatch.setattr(recompute.recompute, "__kwdefaults__", {"after": None, "seconds": 0.0})
    tickets = [TicketStory(MONDAY) for _ in range(5)]
    for ticket in tickets:
        ticket.solved(MONDAY + hours(1))
    await hear(analytics, *tickets)
    await analytics.execute("UPDATE contribution SET value = 1 WHERE metric = 'time_to_resolution'")
    calls = [await rebuild(analytics, "time_to_resolution")]
    while cursor := calls[-1]["next_cursor"]:
        calls.append(await analytics.post("/v1/metrics/time_to_resolution/recompute", params={"cursor": cursor}))
    assert [call["compared"] for call in calls] == [2, 2, 1, 0]
    assert sum(call["differing"] for call in calls) == 5


async def test_all_metrics_are_rebuilt_together(analytics: ServiceUnderTest, monkeypatch: pytest.MonkeyPatch) -> None:
    ticket = TicketStory(MONDAY)
    ticket.solved(MONDAY + hours(1))
    await hear(analytics, ticket, *answers("nps", 9, 3), *answers("csat", 5))
    whole = await rebuild_all(analytics)
    assert whole["nps"] == (2, 0)
    assert whole["tickets_closed"] == whole["time_to_resolution_p90"] == (1, 0)
    assert whole.keys() == METRICS.keys()

    await analytics.execute("UPDATE contribution SET numerator = 7 WHERE metric = 'nps'")
    await analytics.execute("DELETE FROM contribution WHERE metric = 'time_to_resolution'")
    differing = {metric: found for metric, found in (await rebuild_all(analytics)).items() if found[1]}
    assert differing == {
        "nps": (2, 2),
        "tickets_closed": (1, 1),
        "time_to_resolution": (1, 1),
        "time_to_resolution_p90": (1, 1),
    }
    assert {(subject, state) for _, subject, state in await findings(analytics)} == {
        (metric, "open") for metric in differing
    }
    monkeypatch.setattr(recompute, "STORIES", 1)
    monkeypatch.setattr(recompute.recompute, "__kwdefaults__", {"after": None, "seconds": 0.0})
    assert await rebuild_all(analytics) == whole
    assert {state for _, _, state in await findings(analytics)} == {"open"}  # no call went over all of it
    monkeypatch.undo()
    await rebuild_all(analytics)
    assert {state for _, _, state in await findings(analytics)} == {"closed"}


async def test_conformance_follows_the_ledger(analytics: ServiceUnderTest) -> None:
    """A negative answer whose escalation came in time: one step owed and met, the others not decided."""
    analytics.clock.stop_at(MONDAY)
    story = Story()
    await analytics.deliver(story.received(), trace_id=(trace_id := uuid7()))
    assert (await value(analytics, "automation_conformance"))["n"] == 0
    await analytics.deliver(story.escalated(("csm", story.mia)), trace_id=trace_id)
    item = await value(analytics, "automation_conformance", group_by="step")
    assert (item["group"], item["value"], item["numerator"], item["denominator"]) == ("escalation_opened", 1.0, 1, 1)
    assert (await rebuild(analytics, "automation_conformance"))["differing"] == 0
    await analytics.execute("UPDATE contribution SET numerator = 0 WHERE metric = 'automation_conformance'")
    assert (await rebuild(analytics, "automation_conformance"))["differing"] == 1
    assert (await value(analytics, "automation_conformance"))["value"] == 1.0


async def test_a_late_step_counts_against_the_time_when_it_was_due(analytics: ServiceUnderTest) -> None:
    analytics.clock.stop_at(MONDAY)
    story = Story()
    await analytics.deliver(story.received(), trace_id=(trace_id := uuid7()))
    late = MONDAY + hours(3)
    await analytics.deliver(story.escalated(("csm", story.mia)), trace_id=trace_id, recorded_at=late)
    [[due_at, at, numerator]] = await analytics.rows(
        "SELECT due_at, at, numerator FROM contribution JOIN expectation ON expectation.id = owner_id"
        " WHERE metric = 'automation_conformance' AND state = 'late'"
    )
    assert (at, numerator) == (due_at, 0)
    assert due_at < late
    assert (await rebuild(analytics, "automation_conformance"))["differing"] == 0


async def test_the_way_to_recompute_all_is_not_taken_for_a_metric(analytics: ServiceUnderTest) -> None:
    assert (await analytics.client.options("/v1/metrics/recompute")).headers["allow"] == "POST"
    assert (await analytics.client.options("/v1/metrics/nps")).headers["allow"] == "GET"
