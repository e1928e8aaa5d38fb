"""Rules over HTTP: versions, what they refuse, what they would have said."""

import copy
from datetime import timedelta
from typing import Any

import pytest

from tests.fixtures.services import ServiceUnderTest
from tests.services.analytics.assurance.watching import DEMO_RULE, expectations, states
from tests.services.analytics.stories import Story

RULES = "/v1/assurance/rules"
STEP = DEMO_RULE["steps"][0]


def with_step(**changes: Any) -> dict[str, Any]:
    return {**DEMO_RULE, "steps": [{**STEP, **changes}]}


async def test_a_rule_is_made_and_read(analytics: ServiceUnderTest) -> None:
    made = await analytics.client.post(RULES, json=DEMO_RULE)
    assert made.status_code == 201
    assert made.headers["Location"] == f"{RULES}/demo_lost_step"
    assert made.headers["ETag"] == '"1"'
    rule = made.json()
    assert await analytics.get(f"{RULES}/demo_lost_step") == rule
    assert {name: rule["steps"][0][name] for name in STEP} == STEP
    assert (rule["version"], rule["ended_at"]) == (1, None)


async def test_what_ships_is_there(analytics: ServiceUnderTest) -> None:
    rules = {rule["rule_id"]: rule for rule in (await analytics.get(RULES))["items"]}
    assert [step["step"] for step in rules["negative_response"]["steps"]] == [
        "escalation_opened",
        "notification_sent",
        "recovery_planned",
        "recovery_contacted",
        "loop_closed",
    ]
    assert [step["step"] for step in rules["positive_response"]["steps"]] == ["notification_sent"]
    for rule_id in ("ticket_solved", "recovery_completed"):
        [decided] = rules[rule_id]["steps"]
        assert (decided["type"], decided["also"]) == ("survey.queued.v1", ["survey.suppressed.v1"])
    assert rules["ticket_solved"]["steps"][0]["same"] == ["reopen_count"]


async def test_the_same_rule_again_is_the_same_version(analytics: ServiceUnderTest) -> None:
    first = await analytics.post(RULES, DEMO_RULE)
    again = await analytics.client.post(RULES, json=DEMO_RULE)
    assert (again.status_code, again.json()) == (200, first)


async def test_a_version_holds_for_triggers_recorded_since(analytics: ServiceUnderTest) -> None:
    await analytics.post(RULES, DEMO_RULE)
    change = analytics.clock() + timedelta(minutes=1)
    second = await analytics.post(RULES, {**with_step(due_seconds=9), "effective_from": change.isoformat()})
    assert second["version"] == 2
    before, after = Story(), Story()
    await analytics.deliver(before.received(source="demo-lost"), recorded_at=change - timedelta(seconds=1))
    await analytics.deliver(after.received(source="demo-lost"), recorded_at=change)
    versions = {
        item["subject"]["id"]: item["rule_version"] for item in await expectations(analytics, rule_id="demo_lost_step")
    }
    assert versions == {str(before.response_id): 1, str(after.response_id): 2}


async def test_where_compares_fields_of_the_trigger(analytics: ServiceUnderTest) -> None:
    await analytics.post(RULES, DEMO_RULE)
    for story, fields in [(Story(), {}), (Story(), {"source": "demo-lost", "outcome": "neutral"})]:
        await analytics.deliver(story.received(**fields))
        assert await states(analytics, story, "demo_lost_step") == {}


async def test_a_new_rule_takes_in_what_was_recorded_since_it_holds(analytics: ServiceUnderTest) -> None:
    story = Story()
    recorded_at = analytics.clock() - timedelta(minutes=10)
    await analytics.deliver(story.received(source="demo-lost"), recorded_at=recorded_at)
    await analytics.deliver(story.escalated(("csm", story.mia)), recorded_at=recorded_at + timedelta(seconds=1))
    since = recorded_at - timedelta(minutes=1)
    await analytics.post(RULES, {**DEMO_RULE, "effective_from": since.isoformat()})
    assert await states(analytics, story, "demo_lost_step") == {"escalation_opened": "met"}


async def test_a_rule_does_not_reach_back_over_too_many_facts(
    analytics: ServiceUnderTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("services.analytics.assurance.rulebook.MOST_PAST_FACTS", 1)
    await analytics.deliver(Story().received(), Story().received(), times=1)
    since = analytics.clock() - timedelta(hours=1)
    refused = await analytics.client.post(RULES, json={**DEMO_RULE, "effective_from": since.isoformat()})
    assert (refused.status_code, refused.json()["errors"][0]["loc"]) == (422, ["body", "effective_from"])


async def test_a_dry_run_says_what_past_facts_would_give_and_stores_nothing(analytics: ServiceUnderTest) -> None:
    recorded_at = analytics.clock() - timedelta(hours=1)
    stories = [Story() for _ in range(3)]
    await analytics.deliver(*(story.received(source="demo-lost") for story in stories), recorded_at=recorded_at)
    in_time, too_late, _ = stories
    await analytics.deliver(in_time.escalated(("csm", in_time.mia)), recorded_at=recorded_at + timedelta(seconds=1))
    await analytics.deliver(too_late.escalated(("csm", too_late.mia)), recorded_at=recorded_at + timedelta(seconds=9))
    foreseen = await analytics.client.post(f"{RULES}?dry_run=true", json=DEMO_RULE)
    assert foreseen.status_code == 200
    assert foreseen.json()["triggers"] == 3
    assert foreseen.json()["counts"] == {"met": 1, "late": 1, "missing": 1}
    assert (await analytics.client.get(f"{RULES}/demo_lost_step")).status_code == 404


REFUSED: list[tuple[dict[str, Any], list[str | int]]] = [
    (with_step(**{"from": "nowhere"}), ["body", "steps", 0, "from"]),
    (with_step(**{"from": "ticket.created.v1"}), ["body", "steps", 0, "from"]),
    (with_step(due_field={"type": "recovery.opened.v1", "field": "plan_due_at"}), ["body", "steps", 0, "due_field"]),
    (
        with_step(due_seconds=None, due_field={"type": "recovery.opened.v1", "field": "no_such"}),
        ["body", "steps", 0, "due_field", "field"],
    ),
    (with_step(due_seconds=None), ["body", "steps", 0, "due_seconds"]),
    (with_step(due_seconds="3"), ["body", "steps", 0, "due_seconds"]),
    (with_step(due_seconds=3.0), ["body", "steps", 0, "due_seconds"]),
    (with_step(due_seconds=-1), ["body", "steps", 0, "due_seconds"]),
    (with_step(type="escalation.opend.v1"), ["body", "steps", 0, "type"]),
    (with_step(service="feedback"), ["body", "steps", 0, "service"]),
    (with_step(each="recipient"), ["body", "steps", 0, "each"]),
    (with_step(calendar_id="01935f2e-7c00-7000-8000-000000000101"), ["body", "steps", 0, "calendar_id"]),
    (with_step(step="trigger"), ["body", "steps", 0, "step"]),
    (with_step(surprise=1), ["body", "steps", 0, "surprise"]),
    (with_step(also=["tea.made.v1"]), ["body", "steps", 0, "also"]),
    (with_step(also=["account.created.v1"]), ["body", "steps", 0, "also"]),
    (with_step(same=["reopen_count"]), ["body", "steps", 0, "same"]),
    ({**DEMO_RULE, "steps": [STEP, STEP]}, ["body", "steps", 1, "step"]),
    (
        {**DEMO_RULE, "steps": [{**STEP, "from": "b"}, {**STEP, "step": "b", "from": "escalation_opened"}]},
        ["body", "steps", 0, "from"],
    ),
    ({**DEMO_RULE, "match": "surprise"}, ["body", "match"]),
    ({**DEMO_RULE, "triggers": [{"type": "response.lost.v1"}]}, ["body", "triggers", 0, "type"]),
    (
        {**DEMO_RULE, "triggers": [{"type": "response.received.v1", "where": {"mood": ["bad"]}}]},
        ["body", "triggers", 0, "where", "mood"],
    ),
    ({**DEMO_RULE, "repair": "maybe"}, ["body", "repair"]),
    ({**DEMO_RULE, "rule_id": "Bad Name"}, ["body", "rule_id"]),
    ({**DEMO_RULE, "rule_id": "nul\x00"}, ["body", "rule_id"]),
    ({**DEMO_RULE, "steps": []}, ["body", "steps"]),
]


@pytest.mark.parametrize("dry_run", [False, True])
async def test_what_does_not_fit_together_is_refused_with_its_place(analytics: ServiceUnderTest, dry_run: bool) -> None:
    for body, loc in REFUSED:
        refused = await analytics.client.post(f"{RULES}?dry_run={str(dry_run).lower()}", json=copy.deepcopy(body))
        assert refused.status_code == 422, refused.text
        assert loc in [error["loc"] for error in refused.json()["errors"]], refused.text
    assert len((await analytics.get(RULES))["items"]) == 5


async def test_ending_twice_is_ending_once(analytics: ServiceUnderTest) -> None:
    await analytics.post(RULES, DEMO_RULE)
    first = await analytics.post(f"{RULES}/demo_lost_step/end")
    assert await analytics.post(f"{RULES}/demo_lost_step/end") == first
    assert (await analytics.client.post(f"{RULES}/unknown/end")).status_code == 404
    assert (await analytics.post(RULES, DEMO_RULE))["version"] == 2, "a rule that ended begins again as a new version"


async def test_a_version_that_reaches_back_takes_the_place_of_the_other(analytics: ServiceUnderTest) -> None:
    await analytics.post(RULES, DEMO_RULE)
    story = Story()
    await analytics.deliver(story.received(source="demo-lost"))
    since = analytics.clock() - timedelta(minutes=1)
    await analytics.post(RULES, {**with_step(due_seconds=9), "effective_from": since.isoformat()})
    found = await expectations(analytics, rule_id="demo_lost_step")
    assert [(item["rule_version"], item["state"], item["reason"]) for item in found] == [
        (1, "skipped", "superseded"),
        (2, "open", None),
    ]
