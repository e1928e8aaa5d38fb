"""Waves: everybody is considered once, a thousand a transaction, whatever interrupts them."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from services.feedback.waves import jobs, service
from shared.events.cause import Cause
from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest
from tests.services.feedback import facts
from tests.services.feedback.asking import DAY, codes, decisions, people, person, program

TUESDAY = datetime(2026, 11, 24, 9, tzinfo=UTC)


async def decide(feedback: ServiceUnderTest) -> None:
    """Go on with waves until none is due."""
    while await jobs.go_on(feedback.database, feedback.clock):
        pass


async def test_a_wave_considers_everybody_once(feedback: ServiceUnderTest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service, "AT_ONCE", 3)
    feedback.clock.stop_at(TUESDAY)
    asked = await people(feedback, 7)
    silent = await people(feedback, 2, consent={"email": False})
    asking = await program(feedback)
    wave = await feedback.post(f"/v1/programs/{asking['id']}/waves", {"name": "Autumn"})
    assert (wave["state"], wave["number"], wave["counts"]) == ("planned", 1, {})
    await decide(feedback)
    done = await feedback.get(f"/v1/waves/{wave['id']}")
    assert (done["state"], done["counts"]) == ("done", {"opted_out": 2, "send": 7})
    found = await decisions(feedback, wave_id=wave["id"])
    assert sorted(one["contact_id"] for one in found) == sorted(map(str, [*asked, *silent]))
    [told] = await feedback.told("wave.decided.v1")
    assert told.data["considered"] == 9
    assert told.data["counts"] == [{"code": "opted_out", "contacts": 2}, {"code": "send", "contacts": 7}]
    assert await feedback.told("survey.suppressed.v1") == [], "a wave tells its counts instead"
    queued = await feedback.told("survey.queued.v1")
    assert len(queued) == 7
    assert {fact.data["wave_id"] for fact in queued} == {wave["id"]}
    assert len({fact.trace_id for fact in queued}) == 7, "each begins a story of its own"


async def test_a_wave_goes_on_where_its_last_commit_ended(
    feedback: ServiceUnderTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A worker dies in the middle of its transaction, as under kill -9: nothing of it is kept, and nothing is lost."""
    monkeypatch.setattr(service, "AT_ONCE", 2)
    await people(feedback, 5)
    asking = await program(feedback)
    await feedback.post(f"/v1/programs/{asking['id']}/waves", {"name": "Autumn"})
    assert await jobs.go_on(feedback.database, feedback.clock) == 2
    queue = service.queue

    async def dies(session: AsyncSession, cause: Cause, planned: list[object]) -> list[object]:
        await queue(session, cause, planned)  # type: ignore[arg-type]
        await session.flush()
        raise asyncio.CancelledError

    monkeypatch.setattr(service, "queue", dies)
    with pytest.raises(asyncio.CancelledError):
        await jobs.go_on(feedback.database, feedback.clock)
    monkeypatch.setattr(service, "queue", queue)
    [row] = await feedback.rows("SELECT count(*) AS asked FROM invitation")
    assert row.asked == 2
    await decide(feedback)
    [row] = await feedback.rows("SELECT count(*) AS asked, count(DISTINCT contact_id) AS people FROM invitation")
    assert (row.asked, row.people) == (5, 5)
    assert len(await feedback.told("survey.queued.v1")) == 5


async def test_two_workers_do_not_decide_one_wave_twice(
    feedback: ServiceUnderTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "AT_ONCE", 5)
    await people(feedback, 60)
    asking = await program(feedback)
    wave = await feedback.post(f"/v1/programs/{asking['id']}/waves", {"name": "Autumn"})
    while (await feedback.get(f"/v1/waves/{wave['id']}"))["state"] != "done":
        await asyncio.gather(*(jobs.go_on(feedback.database, feedback.clock) for _ in range(4)))
    [row] = await feedback.rows("SELECT count(*) AS made, count(DISTINCT contact_id) AS people FROM send_decision")
    assert (row.made, row.people) == (60, 60)
    assert len(await feedback.told("wave.decided.v1")) == 1


async def test_two_waves_side_by_side_ask_nobody_twice(
    feedback: ServiceUnderTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "AT_ONCE", 7)
    await people(feedback, 100)
    for kind in ("nps", "ces"):
        asking = await program(feedback, kind, gap_seconds=DAY)
        await feedback.post(f"/v1/programs/{asking['id']}/waves", {"name": kind})
    while await feedback.rows("SELECT 1 FROM wave WHERE state <> 'done'"):
        await asyncio.gather(*(jobs.go_on(feedback.database, feedback.clock) for _ in range(2)))
    [row] = await feedback.rows("SELECT count(*) AS asked, count(DISTINCT contact_id) AS people FROM invitation")
    assert (row.asked, row.people) == (100, 100)
    counted = await feedback.rows("SELECT reason, count(*) FROM send_decision GROUP BY reason ORDER BY reason")
    assert [tuple(row) for row in counted] == [("quarantine", 100), (None, 100)]


async def test_an_account_is_asked_no_more_often_than_its_cap_over_all_transactions(
    feedback: ServiceUnderTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "AT_ONCE", 2)
    acme = uuid7()
    await people(feedback, 7, account_id=acme)
    asking = await program(feedback, account_cap=3)
    for number in (1, 2):
        await feedback.post(f"/v1/programs/{asking['id']}/waves", {"name": f"Wave {number}"})
        await decide(feedback)
    waves = (await feedback.get(f"/v1/programs/{asking['id']}/waves", state="done"))["items"]
    assert [wave["counts"] for wave in waves] == [{"account_cap": 4, "send": 3}] * 2


async def test_a_wave_trickles(feedback: ServiceUnderTest) -> None:
    """Over five days, in the same order each time, and by the clock of the contact's window."""
    feedback.clock.stop_at(TUESDAY)
    asked = await people(feedback, 50, timezone="Europe/Stockholm")
    asking = await program(feedback, sending_window={"days": [1, 2, 3, 4, 5], "from": "09:00", "until": "17:00"})
    for _ in range(2):
        await feedback.post(f"/v1/programs/{asking['id']}/waves", {"name": "Slow", "trickle_seconds": 5 * DAY})
        await decide(feedback)
    first, second = [
        await feedback.rows(
            "SELECT contact_id, invitation.not_before FROM invitation JOIN wave ON wave.id = wave_id"
            f" WHERE number = {number} ORDER BY contact_id"
        )
        for number in (1, 2)
    ]
    assert first == second
    assert [row.contact_id for row in first] == asked
    assert all(TUESDAY <= row.not_before <= TUESDAY + timedelta(days=6) for row in first)
    assert all(row.not_before.weekday() < 5 and 8 <= row.not_before.hour < 16 for row in first)
    assert len({row.not_before.date() for row in first}) == 5
    [waits] = await feedback.rows("SELECT count(*) FROM send_decision WHERE verdict = 'queue'")
    assert waits[0] > 0


async def test_a_wave_waits_until_it_begins_and_is_paused_and_cancelled(
    feedback: ServiceUnderTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "AT_ONCE", 1)
    feedback.clock.stop_at(TUESDAY)
    await people(feedback, 4)
    asking = await program(feedback)
    later = {"name": "Later", "not_before": "2026-11-24T10:00:00Z"}
    wave = await feedback.post(f"/v1/programs/{asking['id']}/waves", later)
    path = f"/v1/waves/{wave['id']}"
    assert await jobs.go_on(feedback.database, feedback.clock) == 0
    feedback.clock.advance(hours=1)
    assert await jobs.go_on(feedback.database, feedback.clock) == 1
    assert (await feedback.post(f"{path}/pause"))["state"] == "paused"
    assert await jobs.go_on(feedback.database, feedback.clock) == 0
    assert (await feedback.post(f"{path}/resume"))["state"] == "running"
    assert await jobs.go_on(feedback.database, feedback.clock) == 1
    await feedback.post(f"/v1/programs/{asking['id']}/pause")
    assert await jobs.go_on(feedback.database, feedback.clock) == 0, "nor while its program is paused"
    await feedback.post(f"/v1/programs/{asking['id']}/activate")
    assert (await feedback.post(f"{path}/cancel"))["state"] == "cancelled"
    assert await jobs.go_on(feedback.database, feedback.clock) == 0
    refused = await feedback.client.post(f"{path}/resume")
    assert (refused.status_code, refused.json()["code"]) == (409, "transition_not_allowed")


async def test_which_programs_have_waves(feedback: ServiceUnderTest) -> None:
    event = await program(feedback, trigger={"kind": "event", "event": "recovery.completed"})
    draft = await program(feedback, active=False)
    for asking, code in ((event, "program_has_no_waves"), (draft, "program_not_active")):
        refused = await feedback.client.post(f"/v1/programs/{asking['id']}/waves", json={"name": "Wave"})
        assert (refused.status_code, refused.json()["code"]) == (409, code)


async def test_a_schedule_starts_its_waves_and_makes_up_for_none(feedback: ServiceUnderTest) -> None:
    feedback.clock.stop_at(TUESDAY)
    await people(feedback, 3)
    weekly = {"kind": "schedule", "rrule": "FREQ=WEEKLY;BYDAY=TH", "starts_at": "2026-11-05T09:00:00Z"}
    asking = await program(feedback, trigger=weekly, trickle_seconds=DAY)
    assert await feedback.run_job("start_scheduled_waves") == 0
    feedback.clock.advance(days=17)  # three Thursdays, while nobody was there
    assert await feedback.run_job("start_scheduled_waves") == 1
    assert await feedback.run_job("start_scheduled_waves") == 0
    [wave] = (await feedback.get(f"/v1/programs/{asking['id']}/waves"))["items"]
    assert (wave["not_before"], wave["trickle_seconds"]) == ("2026-11-26T09:00:00Z", DAY)
    assert (await feedback.get(f"/v1/programs/{asking['id']}"))["next_due_at"] == "2026-12-17T09:00:00Z"
    await decide(feedback)
    assert (await feedback.get(f"/v1/waves/{wave['id']}"))["counts"] == {"send": 3}


async def test_what_is_coming(feedback: ServiceUnderTest) -> None:
    feedback.clock.stop_at(TUESDAY)
    monthly = {"kind": "schedule", "rrule": "FREQ=MONTHLY;BYMONTHDAY=1", "starts_at": "2026-11-01T09:00:00Z"}
    scheduled = await program(feedback, trigger=monthly)
    asking = await program(feedback, "ces")
    body = {"name": "Winter", "not_before": "2026-12-24T09:00:00Z"}
    wave = await feedback.post(f"/v1/programs/{asking['id']}/waves", body)
    coming = await feedback.get("/v1/programs/calendar", days=60)
    assert [(item["at"], item["program_id"], item["kind"], item["wave_id"]) for item in coming["items"]] == [
        ("2026-12-01T09:00:00Z", scheduled["id"], "schedule", None),
        ("2026-12-24T09:00:00Z", asking["id"], "wave", wave["id"]),
        ("2027-01-01T09:00:00Z", scheduled["id"], "schedule", None),
    ]
    other = await feedback.client.post("/v1/programs/calendar", json={})
    assert other.status_code == 405


async def test_asking_by_hand_and_seeing_beforehand(feedback: ServiceUnderTest) -> None:
    feedback.clock.stop_at(TUESDAY)
    ana = await person(feedback)
    asking = await program(feedback, trigger={"kind": "manual"}, gap_seconds=DAY)
    path = f"/v1/contacts/{ana}/eligibility"
    before = await feedback.get(path, program_id=asking["id"])
    assert (before["verdict"], before["reasons"], before["next_eligible_at"]) == ("send", [], None)
    asked = await feedback.post(f"/v1/programs/{asking['id']}/ask", {"contact_id": str(ana)})
    assert asked["verdict"] == "send"
    assert await feedback.get(f"/v1/decisions/{asked['id']}") == asked
    after = await feedback.get(path, program_id=asking["id"])
    assert after == {
        "contact_id": str(ana),
        "program_id": asking["id"],
        "verdict": "suppress",
        "reasons": [{"code": "quarantine", "detail": None, "until": "2026-11-25T09:00:00Z"}],
        "next_eligible_at": "2026-11-25T09:00:00Z",
        "as_of": "2026-11-24T09:00:00Z",
    }
    again = await feedback.post(f"/v1/programs/{asking['id']}/ask", {"contact_id": str(ana)})
    assert (again["verdict"], codes(again)) == ("suppress", ["quarantine"])
    unknown = await feedback.client.get(f"/v1/contacts/{uuid7()}/eligibility", params={"program_id": asking["id"]})
    assert unknown.status_code == 404
    assert (await feedback.client.get(path)).status_code == 422
    stranger = await feedback.client.post(f"/v1/programs/{asking['id']}/ask", json={"contact_id": str(uuid7())})
    assert (stranger.status_code, stranger.json()["code"]) == (422, "unknown_contact")


async def test_by_events_nobody_is_asked_by_hand(feedback: ServiceUnderTest) -> None:
    asking = await program(feedback)
    ana = await person(feedback)
    refused = await feedback.client.post(f"/v1/programs/{asking['id']}/ask", json={"contact_id": str(ana)})
    assert (refused.status_code, refused.json()["code"]) == (409, "program_not_manual")


async def test_eligibility_says_what_the_next_wave_will_do(feedback: ServiceUnderTest) -> None:
    asked = await people(feedback, 20)
    asking = await program(feedback, sampling_rate=0.5)
    said = {
        str(ana): (await feedback.get(f"/v1/contacts/{ana}/eligibility", program_id=asking["id"]))["verdict"]
        for ana in asked
    }
    assert set(said.values()) == {"send", "suppress"}
    await feedback.post(f"/v1/programs/{asking['id']}/waves", {"name": "Autumn"})
    await decide(feedback)
    done = {one["contact_id"]: one["verdict"] for one in await decisions(feedback)}
    assert done == said
    [kept] = await feedback.rows("SELECT DISTINCT probability FROM invitation")
    assert kept.probability == 0.5


async def test_decisions_by_each_filter(feedback: ServiceUnderTest) -> None:
    ana = await person(feedback)
    await feedback.deliver(facts.solved(ana), facts.solved(None))
    [of_ana] = await decisions(feedback, contact_id=str(ana))
    for filters in (
        {"program_id": of_ana["program_id"], "verdict": "send"},
        {"ticket_id": of_ana["ticket_id"]},
        {"verdict": "send"},
    ):
        assert await decisions(feedback, **filters) == [of_ana], filters
    [other] = await decisions(feedback, reason="no_contact")
    assert other["contact_id"] is None
    assert await decisions(feedback, reason="quarantine") == []
