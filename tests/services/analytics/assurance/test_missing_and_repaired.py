"""A lost step: found once it is certain, repaired once, closed when the evidence comes."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

from shared.contracts.platform import RepairAnswered
from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest
from tests.services.analytics.assurance.watching import (
    DEMO_RULE,
    expectations,
    findings,
    hear,
    read_up_to,
    states,
    sweep,
)
from tests.services.analytics.stories import Story

TOLERANCE = 60  # seconds; the settings' default


async def lose_a_step(analytics: ServiceUnderTest, story: Story, **rule: Any) -> datetime:
    """An answer under the demo's rule whose escalation never comes, and proof of that; answers when it came."""
    await analytics.post("/v1/assurance/rules", {**DEMO_RULE, **rule})
    recorded_at = analytics.clock()
    answer = story.received(source="demo-lost")
    await analytics.deliver(answer, recorded_at=recorded_at, trace_id=story.response_id)
    await hear(analytics, "ticketing", recorded_at + timedelta(seconds=4 + TOLERANCE))
    return recorded_at


async def lose_and_find(analytics: ServiceUnderTest, story: Story, **rule: Any) -> dict[str, Any]:
    """The same, and the finding of it."""
    await lose_a_step(analytics, story, **rule)
    assert await sweep(analytics) == 1
    [finding] = await findings(analytics, state="open")
    return finding


async def test_the_demo(analytics: ServiceUnderTest, story: Story) -> None:
    recorded_at = await lose_a_step(analytics, story)
    trace_id = str(story.response_id)
    assert await findings(analytics) == []
    assert (await analytics.get(f"/v1/traces/{trace_id}"))["state"] == "open"

    assert await sweep(analytics) == 1
    assert await sweep(analytics) == 0
    [finding] = await findings(analytics)
    assert (finding["rule_id"], finding["kind"], finding["state"]) == ("demo_lost_step", "missing", "open")
    assert (await analytics.get(f"/v1/traces/{trace_id}"))["state"] == "broken"
    assert (await states(analytics, story))["escalation_opened"] == "open", "the shipped rule still waits"

    asked = await analytics.client.post("/v1/assurance/repairs", json={"finding_id": finding["id"]})
    assert asked.status_code == 201
    repair = asked.json()
    again = await analytics.client.post("/v1/assurance/repairs", json={"finding_id": finding["id"]})
    assert (again.status_code, again.json()) == (200, repair)
    [request] = await analytics.told("automation.repair_requested.v1")
    assert request.data["repair_key"] == repair["repair_key"]
    assert request.data["service"] == "ticketing"
    assert request.data["trigger"]["data"]["source"] == "demo-lost"
    assert request.data["trigger"]["data"]["comment"] == "Slow", "the service that lost it has not got it"
    assert request.data["trigger"]["correlationid"] == request.trace_id == trace_id

    answer = RepairAnswered(repair_id=repair["id"], result="done", reason=None)
    await analytics.deliver(answer, source="ticketing")
    await analytics.deliver(
        story.escalated(("csm", story.mia)), recorded_at=recorded_at + timedelta(seconds=30), trace_id=story.response_id
    )
    [expectation] = await expectations(analytics, rule_id="demo_lost_step")
    assert (expectation["state"], expectation["repaired"]) == ("late", True)
    assert (expectation["finding_id"], expectation["repair_id"]) == (finding["id"], repair["id"])
    [closed] = await findings(analytics)
    assert (closed["id"], closed["state"], closed["repair_id"]) == (finding["id"], "closed", repair["id"])
    answered = await analytics.get(f"/v1/assurance/repairs/{repair['id']}")
    assert (answered["state"], answered["result"]) == ("answered", "done")
    told = [fact.type for fact in await analytics.told() if fact.type.startswith("automation.finding")]
    assert told == ["automation.finding_opened.v1", "automation.finding_closed.v1"]
    assert (await analytics.get(f"/v1/traces/{trace_id}"))["state"] == "open", "the plan is still due"

    ended = await analytics.post("/v1/assurance/rules/demo_lost_step/end")
    assert ended["ended_at"] is not None
    other = Story()
    await analytics.deliver(other.received(source="demo-lost"))
    assert await states(analytics, other, "demo_lost_step") == {}


async def test_nothing_is_missing_without_a_heartbeat(analytics: ServiceUnderTest, story: Story) -> None:
    await analytics.deliver(story.received(), recorded_at=datetime(2026, 1, 1, tzinfo=UTC))
    await hear(analytics, "feedback", analytics.clock())
    assert await sweep(analytics) == 0
    assert await findings(analytics) == []


async def test_nothing_is_missing_within_the_tolerance(analytics: ServiceUnderTest, story: Story) -> None:
    recorded_at = datetime(2026, 1, 1, tzinfo=UTC)
    due_at = recorded_at + timedelta(minutes=5)
    await analytics.deliver(story.received(), recorded_at=recorded_at)
    await hear(analytics, "ticketing", due_at + timedelta(seconds=TOLERANCE))
    assert await sweep(analytics) == 0
    await hear(analytics, "ticketing", due_at + timedelta(seconds=TOLERANCE, milliseconds=1))
    assert await sweep(analytics) == 1


async def test_a_stuck_outbox_proves_nothing(analytics: ServiceUnderTest, story: Story) -> None:
    recorded_at = datetime(2026, 1, 1, tzinfo=UTC)
    await analytics.deliver(story.received(), recorded_at=recorded_at)
    await hear(analytics, "ticketing", recorded_at + timedelta(minutes=30), oldest=30 * 60)
    assert await sweep(analytics) == 0


async def test_what_was_published_must_have_been_read(analytics: ServiceUnderTest, story: Story) -> None:
    recorded_at = datetime(2026, 1, 1, tzinfo=UTC)
    await analytics.deliver(story.received(), recorded_at=recorded_at)
    await hear(analytics, "ticketing", recorded_at + timedelta(hours=1), published=41)
    assert await sweep(analytics) == 0, "nothing read"
    await read_up_to(analytics, "ticketing", 40)
    assert await sweep(analytics) == 0, "one short"
    await read_up_to(analytics, "ticketing", 41, log_id="another log")
    assert await sweep(analytics) == 0, "of another log"
    await read_up_to(analytics, "ticketing", 41)
    assert await sweep(analytics) == 1


async def test_an_observer_that_always_lags_a_little_gets_on(analytics: ServiceUnderTest, story: Story) -> None:
    """Each heartbeat names offsets that are read only after the next one has come."""
    recorded_at = datetime(2026, 1, 1, tzinfo=UTC)
    await analytics.deliver(story.received(), recorded_at=recorded_at)
    for minute in range(30):
        await read_up_to(analytics, "ticketing", minute - 1)
        await hear(analytics, "ticketing", recorded_at + timedelta(minutes=minute), published=minute)
    assert await sweep(analytics) == 1


async def test_a_heartbeat_of_a_log_that_is_gone_proves_nothing(analytics: ServiceUnderTest, story: Story) -> None:
    recorded_at = datetime(2026, 1, 1, tzinfo=UTC)
    await analytics.deliver(story.received(), recorded_at=recorded_at)
    await hear(analytics, "ticketing", recorded_at + timedelta(minutes=6, seconds=1), published=41, log_id="old")
    await hear(analytics, "ticketing", recorded_at + timedelta(seconds=1), published=3, log_id="new")
    await read_up_to(analytics, "ticketing", 41, log_id="new")
    assert await sweep(analytics) == 0


async def test_two_sweepers_raise_one_finding(analytics: ServiceUnderTest, story: Story) -> None:
    await lose_a_step(analytics, story)
    counts = await asyncio.gather(*(sweep(analytics) for _ in range(6)))
    assert sum(counts) == 1
    assert len(await findings(analytics)) == 1
    assert len(await analytics.told("automation.finding_opened.v1")) == 1


async def test_evidence_and_the_sweep_at_once_leave_no_open_finding(analytics: ServiceUnderTest) -> None:
    stories = [Story() for _ in range(6)]
    recorded_at = datetime(2026, 1, 1, tzinfo=UTC)
    await analytics.deliver(*(story.received() for story in stories), recorded_at=recorded_at)
    await hear(analytics, "ticketing", recorded_at + timedelta(hours=1))
    late = recorded_at + timedelta(minutes=7)
    await asyncio.gather(
        sweep(analytics),
        *(analytics.deliver(story.escalated(("csm", story.mia)), recorded_at=late) for story in stories),
        sweep(analytics),
    )
    for story in stories:
        assert (await states(analytics, story))["escalation_opened"] == "late"
    still_open = [item["step"] for item in await findings(analytics, state="open")]
    assert "escalation_opened" not in still_open


async def test_a_repair_that_waits_for_approval_is_approved_by_another(
    analytics: ServiceUnderTest, story: Story
) -> None:
    finding = await lose_and_find(analytics, story, repair="approval")
    repair = await analytics.post("/v1/assurance/repairs", {"finding_id": finding["id"]})
    assert (repair["state"], repair["approved_by"]) == ("awaiting_approval", None)
    assert await analytics.told("automation.repair_requested.v1") == []
    path = f"/v1/assurance/repairs/{repair['id']}/approve"
    refused = await analytics.client.post(path)
    assert (refused.status_code, refused.json()["code"]) == (403, "approver_is_requester")
    async with analytics.client_with("*") as other:
        approved = (await other.post(path)).json()
        assert (approved["state"], approved["requested_by"] != approved["approved_by"]) == ("requested", True)
        assert (await other.post(path)).status_code == 200
    assert len(await analytics.told("automation.repair_requested.v1")) == 1


async def test_one_person_with_two_keys_is_one_person(analytics: ServiceUnderTest, story: Story) -> None:
    finding = await lose_and_find(analytics, story, repair="approval")
    mia = uuid7()
    async with analytics.client_with("*", staff_id=mia) as one, analytics.client_with("*", staff_id=mia) as two:
        asked = await one.post("/v1/assurance/repairs", json={"finding_id": finding["id"]})
        approved = await two.post(f"/v1/assurance/repairs/{asked.json()['id']}/approve")
    assert approved.status_code == 403


async def test_who_makes_a_key_does_not_approve_with_it(analytics: ServiceUnderTest, story: Story) -> None:
    finding = await lose_and_find(analytics, story, repair="approval")
    repair = await analytics.post("/v1/assurance/repairs", {"finding_id": finding["id"]})
    path = f"/v1/assurance/repairs/{repair['id']}/approve"
    made = await analytics.post("/v1/api-keys", {"name": "mine too", "scopes": ["*"]})
    async with analytics.client_with(headers={"X-API-Key": made["key"]}) as second:
        refused = await second.post(path)
        assert (refused.status_code, refused.json()["code"]) == (403, "approver_is_requester")
        made = (await second.post("/v1/api-keys", json={"name": "and mine", "scopes": ["*"]})).json()
    async with analytics.client_with(headers={"X-API-Key": made["key"]}) as third:
        assert (await third.post(path)).status_code == 403


async def test_two_people_with_keys_of_one_admin_are_two(analytics: ServiceUnderTest, story: Story) -> None:
    finding = await lose_and_find(analytics, story, repair="approval")
    keys = [{"name": "one's", "scopes": ["*"], "staff_id": str(uuid7())} for _ in range(2)]
    given = [{"X-API-Key": (await analytics.post("/v1/api-keys", body))["key"]} for body in keys]
    async with analytics.client_with(headers=given[0]) as ida, analytics.client_with(headers=given[1]) as mia:
        asked = await ida.post("/v1/assurance/repairs", json={"finding_id": finding["id"]})
        approved = await mia.post(f"/v1/assurance/repairs/{asked.json()['id']}/approve")
    assert approved.status_code == 200


async def test_a_repair_nobody_needs_any_more_is_cancelled(analytics: ServiceUnderTest, story: Story) -> None:
    finding = await lose_and_find(analytics, story, repair="approval")
    repair = await analytics.post("/v1/assurance/repairs", {"finding_id": finding["id"]})
    await analytics.deliver(story.escalated(("csm", story.mia)))
    assert (await analytics.get(f"/v1/assurance/repairs/{repair['id']}"))["state"] == "cancelled"
    [expectation] = await expectations(analytics, rule_id="demo_lost_step")
    assert expectation["repaired"] is False
    async with analytics.client_with("*") as other:
        refused = await other.post(f"/v1/assurance/repairs/{repair['id']}/approve")
    assert (refused.status_code, refused.json()["code"]) == (409, "not_awaiting_approval")


async def test_a_dry_run_stores_nothing(analytics: ServiceUnderTest, story: Story) -> None:
    finding = await lose_and_find(analytics, story)
    foreseen = await analytics.client.post("/v1/assurance/repairs", json={"finding_id": finding["id"], "dry_run": True})
    assert (foreseen.status_code, foreseen.json()["id"], foreseen.json()["service"]) == (200, None, "ticketing")
    assert await analytics.rows("SELECT id FROM repair") == []
    assert await analytics.told("automation.repair_requested.v1") == []


async def test_ten_requests_at_once_are_one_repair(analytics: ServiceUnderTest, story: Story) -> None:
    finding = await lose_and_find(analytics, story)
    body = {"finding_id": finding["id"]}
    answers = await asyncio.gather(*(analytics.client.post("/v1/assurance/repairs", json=body) for _ in range(10)))
    assert sorted(answer.status_code for answer in answers) == [200] * 9 + [201]
    assert len(await analytics.told("automation.repair_requested.v1")) == 1


async def test_what_is_repaired_automatically_keeps_under_the_ceiling(analytics: ServiceUnderTest) -> None:
    analytics.clock.stop_at(datetime.now(UTC))
    await analytics.post("/v1/assurance/rules", {**DEMO_RULE, "repair": "automatic"})
    stories = [Story() for _ in range(40)]
    recorded_at = analytics.clock()
    await analytics.deliver(*(story.received(source="demo-lost") for story in stories), recorded_at=recorded_at)
    await hear(analytics, "ticketing", recorded_at + timedelta(seconds=4 + TOLERANCE))
    assert await sweep(analytics) == 40
    assert await analytics.run_job("assurance_repairs") == 30
    assert await analytics.run_job("assurance_repairs") == 0
    [finding, *_] = [item for item in await findings(analytics) if item["repair_id"] is None]
    refused = await analytics.client.post("/v1/assurance/repairs", json={"finding_id": finding["id"]})
    assert (refused.status_code, refused.json()["code"]) == (429, "too_many_repairs")
    assert int(refused.headers["Retry-After"]) > 0
    analytics.clock.advance(seconds=61)
    assert await analytics.run_job("assurance_repairs") == 10
    assert len(await analytics.told("automation.repair_requested.v1")) == 40


async def test_only_the_owner_answers_a_repair(analytics: ServiceUnderTest, story: Story) -> None:
    finding = await lose_and_find(analytics, story)
    repair = await analytics.post("/v1/assurance/repairs", {"finding_id": finding["id"]})
    answer = RepairAnswered(repair_id=repair["id"], result="refused", reason="people_do_this")
    await analytics.deliver(answer, source="feedback")
    assert (await analytics.get(f"/v1/assurance/repairs/{repair['id']}"))["state"] == "requested"
    await analytics.deliver(answer, source="ticketing")
    answered = await analytics.get(f"/v1/assurance/repairs/{repair['id']}")
    assert (answered["state"], answered["result"], answered["reason"]) == ("answered", "refused", "people_do_this")
    [still_open] = await findings(analytics, state="open")
    assert still_open["id"] == finding["id"]


async def test_what_cannot_be_repaired_is_refused(analytics: ServiceUnderTest, story: Story) -> None:
    await analytics.deliver(story.received())
    for _ in range(2):
        await analytics.deliver(story.escalated(("csm", story.mia), ticket_id=uuid7()))
    [finding] = await findings(analytics)
    refused = await analytics.client.post("/v1/assurance/repairs", json={"finding_id": finding["id"]})
    assert (refused.status_code, refused.json()["code"]) == (409, "not_repairable")
    unknown = await analytics.client.post("/v1/assurance/repairs", json={"finding_id": str(uuid7())})
    assert (unknown.status_code, unknown.json()["errors"][0]["loc"]) == (422, ["body", "finding_id"])


async def test_the_wrong_target_is_a_finding_once_the_team_is_certain(
    analytics: ServiceUnderTest, story: Story
) -> None:
    recorded_at = analytics.clock()
    stranger = uuid7()
    await analytics.deliver(story.team(("csm", story.mia)), recorded_at=recorded_at - timedelta(days=1))
    await analytics.deliver(story.received(), recorded_at=recorded_at)
    await analytics.deliver(story.escalated(("csm", stranger)), recorded_at=recorded_at)
    await analytics.deliver(story.notified(stranger), source="ticketing", recorded_at=recorded_at)
    assert (await states(analytics, story))[f"notification_sent:{stranger}"] == "open"
    await hear(analytics, "onboarding", recorded_at + timedelta(seconds=TOLERANCE + 1))
    assert await sweep(analytics) == 1
    [finding] = await findings(analytics, state="open")
    assert finding["kind"] == "wrong_target"
    # A fact of the team that had been put away as a dead letter comes after all.
    late = story.team(("csm", stranger))
    await analytics.deliver(late, recorded_at=recorded_at - timedelta(seconds=1))
    assert (await states(analytics, story))[f"notification_sent:{stranger}"] == "met"
    assert await findings(analytics, state="open") == []
