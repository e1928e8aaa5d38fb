"""The dry run says, contact by contact, what then really happens; and it writes nothing.

Its oracle is the service itself, on a clock that is moved on day by day: the two share the check functions alone.
"""

import random
from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from services.feedback.waves import dry_run, jobs, service
from shared.contracts.ticketing import ComplaintOpened
from shared.events.transaction import transaction
from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest
from tests.services.feedback import facts
from tests.services.feedback.asking import DAY, end_all, on_event, people, person, program

NOW = datetime(2026, 11, 24, 7, tzinfo=UTC)  # a Tuesday
DAYS = 90
Came = tuple[str, bool, datetime, tuple[str, ...]]
"""Of one consideration: whom, whether they are asked, when, and why not."""

DIGEST = "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1"


async def digests(feedback: ServiceUnderTest) -> dict[str, str]:
    """What every table holds."""
    found = {}
    for row in await feedback.rows(DIGEST):
        [held] = await feedback.rows(
            f"SELECT md5(coalesce(string_agg(row::text, '|' ORDER BY row::text), '')) FROM {row.relname} AS row"
        )
        found[row.relname] = held[0]
    return found


async def many_kinds_of_people(feedback: ServiceUnderTest, number: int) -> list[UUID]:
    """Contacts of a few accounts, with and without whatever keeps one from being asked."""
    draw = random.Random(7)
    accounts = [uuid7() for _ in range(number // 6)]
    await feedback.deliver(
        *(facts.account(each, tier=draw.choice(["gold", "silver", None])) for each in accounts), times=1
    )
    ids = []
    for _ in range(number):
        ids += await people(
            feedback,
            account_id=draw.choice(accounts),
            timezone=draw.choice(["Europe/Stockholm", "America/New_York", "Pacific/Apia", None]),
            roles=draw.choice([["champion"], ["user"], ["champion", "user"]]),
            consent={"email": draw.choice([True, None, None, False])},
            active=draw.random() > 0.05,
            created_at=(NOW - timedelta(days=draw.choice([1, 20, 200]))).isoformat(),
            **({} if draw.random() > 0.1 else {"email": None}),
        )
    complaining = [
        ComplaintOpened.model_validate({**ComplaintOpened.example, "complaint_id": uuid7(), "contact_id": each})
        for each in draw.sample(ids, number // 10)
    ]
    await feedback.deliver(*complaining, times=1)
    for each, until in zip(draw.sample(ids, 4), ("NULL", "'2026-12-01'", "'2027-01-15'", "'2020-01-01'"), strict=True):
        await feedback.execute(
            "INSERT INTO suppression (id, contact_id, reason, until, created_at, updated_at)"
            f" VALUES (gen_random_uuid(), '{each}', 'manual', {until}, now(), now())"
        )
    return ids


async def foretold(feedback: ServiceUnderTest, asking: Any) -> list[Came]:
    async with transaction(feedback.database) as session:
        outcomes, _ = await dry_run.outcomes_until(session, UUID(asking["id"]), DAYS, feedback.clock())
    return sorted((str(one.contact_id), one.asked, one.on, one.codes) for one in outcomes)


async def happened(feedback: ServiceUnderTest, asking: Any, since: datetime) -> list[Came]:
    """What came of the program's considerations, in the same words."""
    rows = await feedback.rows(
        "SELECT send_decision.contact_id, invitation.not_before, at, reasons FROM send_decision"
        " LEFT JOIN invitation ON decision_id = send_decision.id"
        f" WHERE send_decision.program_id = '{asking['id']}' AND at > '{since.isoformat()}'"
    )
    return sorted(
        (
            str(row.contact_id),
            row.not_before is not None,
            row.not_before or row.at,
            tuple(reason["code"] for reason in row.reasons),
        )
        for row in rows
    )


async def play(feedback: ServiceUnderTest) -> None:
    """Ninety days, an hour after the other."""
    for _ in range(DAYS * 24):
        feedback.clock.advance(hours=1)
        now = feedback.clock().isoformat()
        due = await feedback.rows(
            f"SELECT 1 FROM program WHERE next_due_at <= '{now}' UNION ALL"
            f" SELECT 1 FROM wave WHERE state IN ('planned', 'running') AND not_before <= '{now}'"
        )
        if due:
            await feedback.run_job("start_scheduled_waves")
            while await jobs.go_on(feedback.database, feedback.clock):
                pass


@pytest.mark.parametrize("trickle_seconds", [0, 4 * DAY])
async def test_it_is_what_then_happens(
    feedback: ServiceUnderTest, monkeypatch: pytest.MonkeyPatch, trickle_seconds: int
) -> None:
    """Two programs with schedules and one with a wave that compete for the same people."""
    monkeypatch.setattr(service, "AT_ONCE", 25)
    feedback.clock.stop_at(NOW)
    await end_all(feedback)
    await many_kinds_of_people(feedback, 60)
    window = {"days": [1, 2, 3, 4, 5], "from": "09:00", "until": "17:00"}
    nps = await program(
        feedback,
        trigger={"kind": "schedule", "rrule": "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", "starts_at": "2026-11-05T09:00:00Z"},
        audience={"roles": ["champion"]},
        sending_window=window,
        min_tenure_seconds=40 * DAY,
        cadence_seconds=60 * DAY,
        gap_seconds=30 * DAY,
        account_cap=1,
        trickle_seconds=trickle_seconds,
    )
    ces = await program(
        feedback,
        "ces",
        trigger={"kind": "schedule", "rrule": "FREQ=DAILY;INTERVAL=9", "starts_at": "2026-11-20T10:00:00Z"},
        quarantine_class="transactional",
        sampling_rate=0.4,
        gap_seconds=14 * DAY,
    )
    pulse = await program(feedback, "pulse", audience={"tiers": ["gold"]}, gap_seconds=3 * DAY)
    body = {"name": "Pulse", "not_before": "2026-12-08T06:00:00Z", "trickle_seconds": trickle_seconds}
    await feedback.post(f"/v1/programs/{pulse['id']}/waves", body)
    told = {each["id"]: await foretold(feedback, each) for each in (nps, ces, pulse)}
    shown = await feedback.post(f"/v1/programs/{nps['id']}/dry-run", {"days": DAYS})
    await play(feedback)
    met: set[str] = set()
    for each in (nps, ces, pulse):
        real = await happened(feedback, each, NOW)
        assert [one for one in real if one[1]] == [one for one in told[each["id"]] if one[1]], each["name"]
        # Of whom it does not ask, the dry run tells the slot; a decision's `at` is when it was made.
        refused = Counter((one[0], one[3]) for one in real if not one[1])
        assert refused == Counter((one[0], one[3]) for one in told[each["id"]] if not one[1]), each["name"]
        met |= {code for one in real for code in one[3]}
    assert met >= {"opted_out", "no_channel", "open_complaint", "quarantine", "cadence", "account_cap", "sampled_out"}
    real = await happened(feedback, nps, NOW)
    assert shown["asked"] == sum(one[1] for one in real) > 0
    assert shown["considered"] == len(real)
    by_day = Counter(one[2].date().isoformat() for one in real if one[1])
    assert {day["on"]: day["asked"] for day in shown["days"] if day["asked"]} == by_day
    assert sum(reason["contacts"] for reason in shown["reasons"]) == shown["considered"] - shown["asked"]


async def test_past_events_come_again(feedback: ServiceUnderTest) -> None:
    """Tickets were solved while the program was a draft; it is foretold what it does when they come again."""
    await end_all(feedback)
    feedback.clock.stop_at(NOW - timedelta(days=DAYS))
    asked = await many_kinds_of_people(feedback, 30)
    draw, past = random.Random(3), []
    for _ in range(60):
        feedback.clock.advance(hours=draw.randint(1, 60))
        solved = {"solved_by": draw.choice(["agent", "agent", "bot"])}
        past.append((feedback.clock(), draw.choice([*asked, None]), solved))
        await feedback.deliver(facts.solved(past[-1][1], at=past[-1][0], **solved), times=1)
    feedback.clock.stop_at(NOW)
    recovery = await on_event(
        feedback, "ticket.solved", delay_seconds=3600, gap_seconds=14 * DAY, account_cap=2, cadence_seconds=20 * DAY,
        sending_window={"days": [1, 2, 3, 4, 5], "from": "09:00", "until": "17:00"},
    )  # fmt: skip
    since = [(at, who, what) for at, who, what in past if at > NOW - timedelta(days=DAYS)]
    told = await foretold(feedback, recovery)
    assert len(told) == len(since)
    for at, who, what in since:
        feedback.clock.stop_at(at + timedelta(days=DAYS))
        await feedback.deliver(facts.solved(who, at=feedback.clock(), **what), times=1)
    real = await happened(feedback, recovery, NOW)
    assert [one for one in real if one[1]] == [one for one in told if one[1]] != []
    refused = Counter((one[0], one[3]) for one in real if not one[1])
    assert refused == Counter((one[0], one[3]) for one in told if not one[1])
    assert {"auto_closed", "no_contact"} <= {code for one in real for code in one[3]}


async def test_it_writes_nothing(feedback: ServiceUnderTest) -> None:
    feedback.clock.stop_at(NOW)
    await many_kinds_of_people(feedback, 12)
    draft = await program(
        feedback,
        active=False,
        trigger={"kind": "schedule", "rrule": "FREQ=WEEKLY", "starts_at": "2026-11-24T09:00:00Z"},
    )
    before = await digests(feedback)
    shown = await feedback.post(f"/v1/programs/{draft['id']}/dry-run", {})
    assert shown["asked"] > 0, "as if it were active"
    assert await digests(feedback) == before
    kept = await feedback.post(f"/v1/programs/{draft['id']}/dry-run", {}, headers={"Idempotency-Key": "a"})
    assert kept == shown
    after = await digests(feedback)
    assert {table for table in after if after[table] != before[table]} == {"idempotency_key"}


async def test_what_cannot_be_foretold(feedback: ServiceUnderTest) -> None:
    asking = await program(feedback)
    missing = await feedback.client.post(f"/v1/programs/{uuid7()}/dry-run", json={})
    assert missing.status_code == 404
    too_far = await feedback.client.post(f"/v1/programs/{asking['id']}/dry-run", json={"days": 91})
    assert too_far.status_code == 422
    await person(feedback)
    assert (await feedback.post(f"/v1/programs/{asking['id']}/dry-run", {}))["days"] == []


async def test_it_refuses_a_directory_that_is_too_large(
    feedback: ServiceUnderTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dry_run, "MOST_CONTACTS", 2)
    await people(feedback, 3)
    asking = await program(feedback)
    refused = await feedback.client.post(f"/v1/programs/{asking['id']}/dry-run", json={})
    assert (refused.status_code, refused.json()["code"]) == (409, "too_many_contacts")
