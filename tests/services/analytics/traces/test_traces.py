"""The whole story in one answer."""

from datetime import UTC, datetime, timedelta

from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest, envelope_of
from tests.services.analytics.assurance.watching import DEMO_RULE, hear, sweep
from tests.services.analytics.stories import Story

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def at(**after: float) -> datetime:
    return NOON + timedelta(**after)


async def test_a_story_lists_what_happened_and_what_is_still_expected(analytics: ServiceUnderTest) -> None:
    story = Story()
    trace_id = uuid7()
    [received] = await analytics.deliver(
        story.received(), recorded_at=NOON, time=at(hours=-1), trace_id=trace_id, times=2
    )
    caused = envelope_of(story.escalated(("csm", story.mia)), recorded_at=at(seconds=1), trace_id=trace_id)
    await analytics.apply([caused._replace(causation_id=f"fact/{received}")])
    await analytics.deliver(
        story.case_opened(at(hours=8), at(hours=48)), recorded_at=at(seconds=1), trace_id=trace_id, times=2
    )
    trace = await analytics.get(f"/v1/traces/{trace_id}")
    assert [(hop["step"], hop["state"], hop["verdict"]) for hop in trace["hops"]] == [
        ("response_received", "happened", None),
        ("escalation_opened", "happened", "met"),
        ("recovery_opened", "happened", None),
        ("notification_sent", "expected", "open"),
        ("recovery_planned", "expected", "open"),
        ("recovery_contacted", "expected", "open"),
        ("loop_closed", "expected", "open"),
    ]
    first, second, *_, last = trace["hops"]
    assert (first["at"], first["caused_by"], first["service"]) == ("2026-11-23T11:00:00Z", None, "feedback")
    assert (second["caused_by"], second["due_at"]) == (str(received), "2026-11-23T12:05:00Z")
    assert second["expectation_id"] is not None
    assert (last["fact_id"], last["at"], last["due_at"], last["caused_by"]) == (None, None, None, str(received))
    assert (trace["state"], trace["started_at"]) == ("open", "2026-11-23T11:00:00Z")
    assert trace["response_ids"] == [str(story.response_id)]
    assert trace["ticket_ids"][-1] == str(story.ticket_id)
    assert trace["account_id"] == str(story.account_id)


async def test_a_story_of_which_all_is_met_is_complete(analytics: ServiceUnderTest) -> None:
    story = Story()
    trace_id = story.response_id
    facts = [
        (story.received(), NOON, None),
        (story.escalated(("csm", story.mia)), at(seconds=1), None),
        (story.case_opened(at(hours=8), at(hours=48)), at(seconds=1), None),
        (story.notified(story.mia), at(seconds=2), "ticketing"),
        (story.planned(), at(hours=1), None),
        (story.contacted(), at(hours=2), None),
        (story.completed(), at(hours=3), None),
        (story.loop_closed(), at(hours=3, seconds=1), None),
        (story.asked(), at(hours=3, seconds=1), None),
        (story.survey_sent(), at(hours=3, seconds=2), None),
    ]
    for fact, recorded_at, source in facts:
        await analytics.deliver(fact, recorded_at=recorded_at, source=source, trace_id=trace_id, times=2)
    trace = await analytics.get(f"/v1/traces/{trace_id}")
    assert trace["state"] == "complete"
    assert {hop["state"] for hop in trace["hops"]} == {"happened"}
    assert len(trace["hops"]) == len(facts)
    asked = [(hop["step"], hop["verdict"], hop["due_at"] is not None) for hop in trace["hops"][-2:]]
    assert asked == [("survey_queued", "met", True), ("survey_sent", None, False)]


async def test_a_missing_step_breaks_the_story_and_shows_where(analytics: ServiceUnderTest) -> None:
    story = Story()
    await analytics.post("/v1/assurance/rules", DEMO_RULE)
    recorded_at = analytics.clock()
    await analytics.deliver(story.received(source="demo-lost"), recorded_at=recorded_at, trace_id=story.response_id)
    await hear(analytics, "ticketing", recorded_at + timedelta(seconds=64))
    assert await sweep(analytics) == 1
    trace = await analytics.get(f"/v1/traces/{story.response_id}")
    lost = [(hop["state"], hop["verdict"]) for hop in trace["hops"] if hop["step"] == "escalation_opened"]
    assert lost == [("missing", "missing"), ("expected", "open")], "the demo's rule and the shipped one"
    assert trace["state"] == "broken"
    found = await sweep(analytics)
    assert found == 0

    escalated_at = recorded_at + timedelta(seconds=70)
    await analytics.deliver(
        story.escalated(("csm", story.mia)), recorded_at=escalated_at, trace_id=story.response_id, times=2
    )
    trace = await analytics.get(f"/v1/traces/{story.response_id}")
    [hop] = [hop for hop in trace["hops"] if hop["step"] == "escalation_opened"]
    assert (hop["state"], hop["verdict"]) == ("happened", "late"), "the worse of two verdicts"
    assert trace["state"] == "open"


async def test_a_hop_says_the_reason_of_its_verdict(analytics: ServiceUnderTest) -> None:
    """As the README has it of an answer that names no account: nobody in particular could be told."""
    story = Story()
    await analytics.deliver(story.received(account_id=None), recorded_at=NOON, trace_id=story.response_id)
    await analytics.deliver(story.escalated(account_id=None), recorded_at=at(seconds=1), trace_id=story.response_id)
    trace = await analytics.get(f"/v1/traces/{story.response_id}")
    [hop] = [hop for hop in trace["hops"] if hop["step"] == "notification_sent"]
    assert (hop["verdict"], hop["reason"], trace["state"]) == ("failed", "no_recipient", "broken")


async def test_an_unknown_story_is_404(analytics: ServiceUnderTest) -> None:
    assert (await analytics.client.get(f"/v1/traces/{uuid7()}")).status_code == 404
    assert (await analytics.client.get("/v1/traces/none")).status_code == 422
