"""Making programs, changing them, and the states that they go through."""

from datetime import UTC, datetime
from typing import Any

import pytest

from services.feedback import seeds
from shared.events.cause import Cause
from shared.events.transaction import transaction
from tests.fixtures.services import ServiceUnderTest
from tests.services.feedback.asking import DAY, program, survey

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
SCHEDULE = {"kind": "schedule", "rrule": "FREQ=WEEKLY;BYDAY=MO", "starts_at": "2026-11-02T09:00:00Z"}


async def test_what_ships(feedback: ServiceUnderTest) -> None:
    """Nothing that an install starts by itself writes to more than the one person to whom something happened."""
    shipped = {one["shipped"]: one for one in (await feedback.get("/v1/programs"))["items"]}
    assert {"relationship_nps", "csat"} <= shipped.keys()
    assert shipped["relationship_nps"]["state"] == "draft"
    assert (shipped["csat"]["state"], shipped["csat"]["trigger"]["event"]) == ("active", "ticket.solved")
    assert all(one["trigger"]["kind"] == "event" for one in shipped.values() if one["state"] == "active")
    assert shipped["relationship_nps"]["cadence_seconds"] == 90 * DAY
    assert shipped["relationship_nps"]["gap_seconds"] == 30 * DAY
    assert shipped["csat"]["gap_seconds"] == 14 * DAY
    told = await feedback.told("program.state_changed.v1")
    assert {(fact.data["program_id"], fact.data["state"], fact.data["previous_state"]) for fact in told} == {
        (one["id"], one["state"], None) for one in shipped.values()
    }


async def test_seeding_again_changes_nothing(feedback: ServiceUnderTest) -> None:
    [csat] = [one for one in (await feedback.get("/v1/programs"))["items"] if one["shipped"] == "csat"]
    await feedback.patch(f"/v1/programs/{csat['id']}", {"sampling_rate": 0.1})
    before = await feedback.get("/v1/programs")
    async with transaction(feedback.database) as session:
        await seeds.seed(session, Cause("job/seed", "service/feedback", feedback.clock()))
    assert await feedback.get("/v1/programs") == before


async def test_a_program_goes_from_draft_to_ended(feedback: ServiceUnderTest) -> None:
    feedback.clock.stop_at(NOON)
    made = await program(feedback, active=False, trigger=SCHEDULE)
    assert (made["state"], made["next_due_at"]) == ("draft", None)
    path = f"/v1/programs/{made['id']}"
    active = await feedback.post(f"{path}/activate")
    assert (active["state"], active["next_due_at"]) == ("active", "2026-11-30T09:00:00Z")
    assert await feedback.post(f"{path}/activate") == active, "again is no change"
    paused = await feedback.post(f"{path}/pause")
    assert (paused["state"], paused["next_due_at"]) == ("paused", None)
    await feedback.post(f"{path}/activate")
    await feedback.post(f"{path}/end")
    refused = await feedback.client.post(f"{path}/activate")
    assert (refused.status_code, refused.json()["code"], refused.json()["allowed"]) == (
        409,
        "transition_not_allowed",
        [],
    )
    changed = await feedback.client.patch(path, json={"name": "Other"})
    assert (changed.status_code, changed.json()["code"]) == (409, "program_ended")
    told = [fact.data for fact in await feedback.told("program.state_changed.v1") if fact.subject == made["id"]]
    assert [(fact["previous_state"], fact["state"]) for fact in told] == [
        (None, "draft"),
        ("draft", "active"),
        ("active", "paused"),
        ("paused", "active"),
        ("active", "ended"),
    ]


async def test_a_draft_cannot_be_paused(feedback: ServiceUnderTest) -> None:
    made = await program(feedback, active=False)
    refused = await feedback.client.post(f"/v1/programs/{made['id']}/pause")
    assert (refused.status_code, refused.json()["allowed"]) == (409, ["active", "ended"])


async def test_what_nobody_tells_yet_cannot_be_activated(feedback: ServiceUnderTest) -> None:
    made = await program(feedback, "nps", active=False, trigger={"kind": "event", "event": "project.completed"})
    refused = await feedback.client.post(f"/v1/programs/{made['id']}/activate")
    assert (refused.status_code, refused.json()["code"]) == (409, "event_not_told")
    assert (await feedback.get(f"/v1/programs/{made['id']}"))["state"] == "draft"


async def test_a_change_is_a_merge_patch_over_the_whole(feedback: ServiceUnderTest) -> None:
    feedback.clock.stop_at(NOON)
    made = await program(
        feedback,
        trigger=SCHEDULE,
        audience={"roles": ["champion"], "tiers": ["gold"]},
        sending_window={"days": [1], "from": "09:00", "until": "17:00"},
    )
    path = f"/v1/programs/{made['id']}"
    changed = await feedback.patch(
        path, {"audience": {"tiers": None}, "sending_window": {"until": "12:00"}, "trigger": {"rrule": "FREQ=DAILY"}}
    )
    assert changed["audience"] == {**made["audience"], "tiers": []}
    assert changed["sending_window"] == {"days": [1], "from": "09:00", "until": "12:00"}
    assert changed["next_due_at"] == "2026-11-26T09:00:00Z"
    assert changed["version"] == made["version"] + 1
    assert await feedback.patch(path, {"name": made["name"]}) == changed, "the same is no change"
    stale = await feedback.client.patch(path, json={"name": "Other"}, headers={"If-Match": f'"{made["version"]}"'})
    assert (stale.status_code, stale.json()["code"]) == (412, "precondition_failed")
    assert (await feedback.patch(path, {"sending_window": None}))["sending_window"] is None


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"trigger": {"kind": "event"}}, "trigger_event"),
        ({"trigger": {"kind": "event", "event": "ticket.created"}}, "literal_error"),
        ({"trigger": {"kind": "schedule", "rrule": "FREQ=DAILY"}}, "trigger_rrule"),
        ({"trigger": {"kind": "wave", "rrule": "FREQ=DAILY"}}, "trigger_rrule"),
        ({"trigger": {"kind": "wave", "delay_seconds": 1}}, "trigger_delay"),
        ({"trigger": {**SCHEDULE, "rrule": "FREQ=MINUTELY"}}, "rrule"),
        ({"trigger": {**SCHEDULE, "rrule": "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30"}}, "rrule"),
        ({"timezone": "Europe/Atlantis"}, "timezone"),
        ({"sampling_rate": 0}, "greater_than"),
        ({"sampling_rate": 1.01}, "less_than_equal"),
        ({"channels": []}, "too_short"),
        ({"channels": ["email", "email"]}, "channels"),
        ({"channels": ["sms"]}, "literal_error"),
        ({"reminders": [DAY, 2 * DAY, 3 * DAY]}, "too_long"),
        ({"reminders": [2 * DAY, DAY]}, "reminders"),
        ({"reminders": [15 * DAY]}, "reminders"),
        ({"sending_window": {"days": [1], "from": "17:00", "until": "09:00"}}, "sending_window"),
        ({"sending_window": {"days": [1, 1], "from": "09:00", "until": "17:00"}}, "sending_window"),
        ({"sending_window": {"days": [8], "from": "09:00", "until": "17:00"}}, "less_than_equal"),
        ({"sending_window": {"days": [1], "from": "9:00", "until": "17:00"}}, "string_pattern_mismatch"),
        ({"trigger": {"kind": "manual"}, "account_cap": 1}, "account_cap"),
        ({"frame_origins": ["javascript:alert(1)"]}, "origin"),
        ({"audience": {"people": []}}, "extra_forbidden"),
        ({"survey_id": "01a19b45-b800-7003-a7e6-0c91d4f25b09"}, "unknown_survey"),
    ],
)
async def test_what_is_no_program(feedback: ServiceUnderTest, changes: dict[str, Any], code: str) -> None:
    body = {
        "name": "Ask",
        "survey_id": await survey(feedback),
        "trigger": {"kind": "wave"},
        "quarantine_class": "relationship",
        **changes,
    }
    refused = await feedback.client.post("/v1/programs", json=body)
    assert refused.status_code == 422, refused.text
    assert [error["type"] for error in refused.json()["errors"]] == [code]


async def test_who_may_not_write_may_only_look(feedback: ServiceUnderTest) -> None:
    made = await program(feedback)
    async with feedback.client_with("feedback:programs:read") as reader:
        assert (await reader.get(f"/v1/programs/{made['id']}")).status_code == 200
        assert (await reader.post(f"/v1/programs/{made['id']}/dry-run", json={})).status_code == 200
        for path in ("", f"/{made['id']}/pause", f"/{made['id']}/waves", f"/{made['id']}/ask"):
            assert (await reader.post(f"/v1/programs{path}", json={})).status_code == 403, path
