"""What happened leads to exactly one decision each, and to at most one survey."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from shared.contracts.onboarding import ContactUpdated
from shared.contracts.ticketing import ComplaintClosed, ComplaintOpened, TicketMerged, TicketUnmerged
from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest, envelope_of, renew
from tests.services.feedback import facts
from tests.services.feedback.answers import answer
from tests.services.feedback.asking import (
    DAY,
    codes,
    decisions,
    end_all,
    on_event,
    person,
    program,
)

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)  # a Wednesday


async def test_a_solved_ticket_asks_its_requester_once(feedback: ServiceUnderTest) -> None:
    csat = await on_event(feedback, "ticket.solved", delay_seconds=3600)
    ana = await person(feedback, locale="sv")
    feedback.clock.stop_at(NOON)
    solved = facts.solved(ana, at=NOON - timedelta(minutes=1))
    await feedback.deliver(solved)
    [decision] = await decisions(feedback, ticket_id=str(solved.ticket_id))
    assert (decision["verdict"], decision["reasons"], decision["program_id"]) == ("send", [], csat["id"])
    [invitation] = await feedback.rows("SELECT * FROM invitation")
    assert invitation.state == "queued"
    assert invitation.not_before == invitation.next_at == invitation.reserved_at == NOON + timedelta(minutes=59)
    assert (invitation.address, invitation.locale, invitation.channel) == (f"{ana}@acme.example", "sv", "email")
    assert str(invitation.decision_id) == decision["id"]
    [queued] = await feedback.told("survey.queued.v1")
    assert queued.data["invitation_id"] == str(invitation.id)
    assert queued.data["decision_id"] == decision["id"]
    assert queued.trace_id == str(invitation.trace_id)
    assert await feedback.told("survey.suppressed.v1") == []


async def test_each_time_that_it_is_solved_is_decided(feedback: ServiceUnderTest) -> None:
    await on_event(feedback, "ticket.solved", gap_seconds=DAY)
    ana = await person(feedback)
    first = facts.solved(ana)
    again = first.model_copy(update={"reopen_count": 1})
    await feedback.deliver(first)
    await feedback.deliver(again)
    found = await decisions(feedback, ticket_id=str(first.ticket_id))
    assert [codes(one) for one in found] == [[], ["quarantine"]]
    [told] = await feedback.told("survey.suppressed.v1")
    assert [reason["code"] for reason in told.data["reasons"]] == ["quarantine"]
    [queued] = await feedback.told("survey.queued.v1")
    assert (queued.data["reopen_count"], told.data["reopen_count"]) == (0, 1), "by which the ledger tells them apart"


async def test_two_tickets_of_one_contact_in_one_set_ask_once(feedback: ServiceUnderTest) -> None:
    await on_event(feedback, "ticket.solved", gap_seconds=DAY)
    ana = await person(feedback)
    await feedback.deliver(facts.solved(ana), facts.solved(ana))
    assert sorted(map(codes, await decisions(feedback, contact_id=str(ana)))) == [[], ["quarantine"]]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"solved_by": "bot"}, "auto_closed"),
        ({"solved_by": "system"}, "auto_closed"),
        ({"resolution_code": "spam"}, "spam"),
        ({"type": "escalation"}, "escalation_ticket"),
    ],
)
async def test_some_tickets_never_ask(feedback: ServiceUnderTest, changes: dict[str, Any], code: str) -> None:
    await on_event(feedback, "ticket.solved")
    solved = facts.solved(await person(feedback), **changes)
    await feedback.deliver(solved)
    [decision] = await decisions(feedback, ticket_id=str(solved.ticket_id))
    assert (decision["verdict"], codes(decision), decision["next_eligible_at"]) == ("suppress", [code], None)
    assert await feedback.rows("SELECT 1 FROM invitation") == []


async def test_without_a_program_or_a_contact_there_is_a_decision_too(feedback: ServiceUnderTest) -> None:
    await on_event(feedback, "ticket.solved")
    nobodys, strangers = facts.solved(None), facts.solved(uuid7())
    await feedback.deliver(nobodys, strangers)
    await end_all(feedback)
    ana = await person(feedback)
    nobody_asks, bot = facts.solved(ana), facts.solved(None, solved_by="bot")
    await feedback.deliver(nobody_asks, bot)
    for solved, why in (
        (nobodys, ["no_contact"]),
        (strangers, ["no_contact"]),
        (nobody_asks, ["no_program"]),
        (bot, ["auto_closed", "no_program", "no_contact"]),
    ):
        [decision] = await decisions(feedback, ticket_id=str(solved.ticket_id))
        assert (decision["verdict"], codes(decision)) == ("suppress", why)
    assert len(await feedback.told("survey.suppressed.v1")) == 4
    assert await feedback.told("survey.queued.v1") == []


async def test_what_was_decided_stays_when_a_program_comes_later(feedback: ServiceUnderTest) -> None:
    await end_all(feedback)
    solved = envelope_of(facts.solved(await person(feedback)))
    await feedback.apply([solved])
    await on_event(feedback, "ticket.solved")
    await feedback.apply([renew(solved)])
    assert [codes(one) for one in await decisions(feedback)] == [["no_program"]]


async def test_two_programs_that_choose_one_contact_at_once_ask_once(feedback: ServiceUnderTest) -> None:
    """Two hundred contacts, each chosen by two programs in transactions that run side by side."""
    await on_event(feedback, "ticket.solved", gap_seconds=DAY)
    await program(
        feedback,
        "ces",
        trigger={"kind": "event", "event": "recovery.completed"},
        quarantine_class="relationship",
        gap_seconds=DAY,
    )
    people = [await person(feedback) for _ in range(200)]
    chosen = [
        (envelope_of(facts.solved(ana, at=NOON)), envelope_of(facts.recovered(ana, completed_at=NOON)))
        for ana in people
    ]
    feedback.clock.stop_at(NOON)
    for start in range(0, len(chosen), 10):
        together = [feedback.apply([one]) for pair in chosen[start : start + 10] for one in pair]
        await asyncio.gather(*together)
    found = await decisions(feedback, verdict="send") + await decisions(feedback, verdict="suppress")
    counted = await feedback.rows("SELECT verdict, reason, count(*) FROM send_decision GROUP BY 1, 2 ORDER BY 1")
    assert [tuple(row) for row in counted] == [("send", None, 200), ("suppress", "quarantine", 200)]
    [asked] = await feedback.rows("SELECT count(*), count(DISTINCT contact_id) FROM invitation")
    assert tuple(asked) == (200, 200)
    assert found
    assert await feedback.rows("SELECT 1 FROM dead_letter") == []


async def test_an_open_complaint_escalation_or_recovery_keeps_a_contact_from_being_asked(
    feedback: ServiceUnderTest,
) -> None:
    await on_event(feedback, "ticket.solved")
    ana = await person(feedback)
    complaint = {**ComplaintOpened.example, "contact_id": ana}
    escalation = facts.escalation(uuid7()).model_copy(update={"contact_id": ana})
    recovery = facts.opened(uuid7()).model_copy(update={"contact_id": ana})
    await feedback.deliver(ComplaintOpened.model_validate(complaint), escalation, recovery)
    all_open = facts.solved(ana)
    await feedback.deliver(all_open)
    closed = ComplaintClosed.model_validate({**ComplaintClosed.example, "contact_id": ana})
    ended = facts.completed(recovery.response_id).model_copy(update={"contact_id": ana})
    over = facts.solved(ana, ticket_id=escalation.ticket_id, type="escalation")
    await feedback.deliver(closed, ended, over)
    after = facts.solved(ana)
    await feedback.deliver(after)
    assert [codes(one) for one in await decisions(feedback, ticket_id=str(all_open.ticket_id))] == [
        ["open_complaint", "open_escalation", "open_recovery"]
    ]
    assert [codes(one) for one in await decisions(feedback, ticket_id=str(after.ticket_id))] == [[]]


async def test_a_merged_escalation_is_over_as_long_as_it_is_merged(feedback: ServiceUnderTest) -> None:
    await on_event(feedback, "ticket.solved")
    ana = await person(feedback)
    escalation = facts.escalation(uuid7()).model_copy(update={"contact_id": ana})
    merged = TicketMerged.model_validate({**TicketMerged.example, "ticket_id": escalation.ticket_id})
    unmerged = TicketUnmerged.model_validate({**TicketUnmerged.example, "ticket_id": escalation.ticket_id})
    for fact, expected in ((escalation, ["open_escalation"]), (merged, []), (unmerged, ["open_escalation"])):
        await feedback.deliver(fact)
        solved = facts.solved(ana)
        await feedback.deliver(solved)
        [decision] = await decisions(feedback, ticket_id=str(solved.ticket_id))
        assert codes(decision) == expected, type(fact).__name__


async def test_a_late_opening_does_not_open_what_has_ended(feedback: ServiceUnderTest) -> None:
    await on_event(feedback, "ticket.solved")
    ana = await person(feedback)
    complaint = uuid7()
    body = {"contact_id": ana, "complaint_id": complaint}
    opened = envelope_of(ComplaintOpened.model_validate({**ComplaintOpened.example, **body}))
    closed = envelope_of(ComplaintClosed.model_validate({**ComplaintClosed.example, **body}))
    await feedback.apply([closed])
    await feedback.apply([opened])
    await feedback.deliver(facts.solved(ana))
    assert [codes(one) for one in await decisions(feedback)] == [[]]


async def test_a_ticket_that_is_part_of_another_asks_nobody(feedback: ServiceUnderTest) -> None:
    await on_event(feedback, "ticket.solved")
    solved = facts.solved(await person(feedback))
    merged = TicketMerged.model_validate({**TicketMerged.example, "ticket_id": solved.ticket_id})
    await feedback.deliver(merged)
    await feedback.deliver(solved)
    assert [codes(one) for one in await decisions(feedback, ticket_id=str(solved.ticket_id))] == [["merged"]]


async def test_the_survey_that_closes_a_story_passes_its_own_cases_and_every_quarantine(
    feedback: ServiceUnderTest,
) -> None:
    closing = await on_event(
        feedback, "recovery.completed", "post_recovery", quarantine_class="follow_up", min_tenure_seconds=366 * DAY,
        cadence_seconds=366 * DAY, gap_seconds=366 * DAY, sampling_rate=0.000001,
    )  # fmt: skip
    await program(feedback, trigger={"kind": "event", "event": "ticket.solved"}, quarantine_class="transactional")
    ana = await person(feedback, created_at=datetime.now(UTC).isoformat())
    story = uuid7()
    await feedback.deliver(facts.solved(ana))
    escalation = facts.escalation(uuid7()).model_copy(update={"contact_id": ana})
    await feedback.deliver(escalation, trace_id=story)
    done = facts.recovered(ana)
    await feedback.deliver(done, trace_id=story)
    [decision] = await decisions(feedback, program_id=closing["id"])
    assert (decision["verdict"], decision["reasons"], decision["probability"]) == ("send", [], 1.0)
    assert decision["trace_id"] == str(story)
    assert decision["recovery_case_id"] == str(done.recovery_case_id)
    elsewhere = facts.recovered(ana)
    await feedback.deliver(elsewhere, trace_id=uuid7())
    assert [codes(one) for one in await decisions(feedback, program_id=closing["id"])] == [[], ["open_escalation"]]


async def test_opt_out_suppression_and_a_missing_channel_stop_even_the_closing_survey(
    feedback: ServiceUnderTest,
) -> None:
    await on_event(feedback, "recovery.completed", "post_recovery", quarantine_class="follow_up")
    out = await person(feedback, consent={"email": False})
    mute = await person(feedback, email=None)
    gone = await person(feedback, email="Gone@Acme.example")
    await feedback.execute(
        "INSERT INTO suppression (id, address, reason, created_at, updated_at)"
        " VALUES (gen_random_uuid(), 'gone@acme.example', 'bounced', now(), now())"
    )
    for ana, why in ((out, "opted_out"), (mute, "no_channel"), (gone, "suppressed")):
        await feedback.deliver(facts.recovered(ana))
        assert [codes(one) for one in await decisions(feedback, contact_id=str(ana))] == [[why]]


async def test_the_third_negative_answer_ends_the_story(feedback: ServiceUnderTest) -> None:
    await on_event(feedback, "recovery.completed", "post_recovery", quarantine_class="follow_up")
    ana, story = await person(feedback), uuid7()
    verdicts = []
    for _ in range(3):
        await feedback.post("/v1/responses", answer(2, contact_id=str(ana), trace_id=str(story)))
        await feedback.deliver(facts.recovered(ana), trace_id=story)
        verdicts = [codes(one) for one in await decisions(feedback, contact_id=str(ana))]
    assert verdicts == [[], [], ["story_exhausted"]]


async def test_a_merged_contacts_history_is_that_of_both(feedback: ServiceUnderTest) -> None:
    await on_event(feedback, "ticket.solved", gap_seconds=DAY)
    ana, anna = await person(feedback), await person(feedback)
    await feedback.deliver(facts.solved(ana))
    await feedback.execute(
        "INSERT INTO suppression (id, contact_id, reason, until, created_at, updated_at)"
        f" VALUES (gen_random_uuid(), '{ana}', 'manual', '2000-01-01T00:00:00Z', now(), now())"
    )
    part = ContactUpdated.model_validate(
        {**ContactUpdated.example, "contact_id": ana, "merged_into_id": anna, "account_id": uuid7()}
    )
    await feedback.deliver(part)
    after, late = facts.solved(anna), facts.solved(ana)
    await feedback.deliver(after)
    await feedback.deliver(late)
    found = await decisions(feedback, contact_id=str(anna))
    assert [codes(one) for one in found] == [[], ["quarantine"], ["quarantine"]]
    [invitation] = await feedback.rows("SELECT contact_id FROM invitation")
    assert invitation.contact_id == anna
    assert [row.contact_id for row in await feedback.rows("SELECT contact_id FROM suppression")] == [anna]


async def test_an_accounts_cap_counts_within_the_cadence(feedback: ServiceUnderTest) -> None:
    await on_event(feedback, "ticket.solved", account_cap=2, cadence_seconds=10 * DAY)
    acme = uuid7()
    people = [await person(feedback, account_id=acme) for _ in range(4)]
    feedback.clock.stop_at(NOON)
    await feedback.deliver(*(facts.solved(ana, at=NOON) for ana in people[:3]))
    found = await decisions(feedback)
    assert [codes(one) for one in found] == [[], [], ["account_cap"]]
    assert found[2]["next_eligible_at"] == "2026-12-05T12:00:00Z"
    feedback.clock.stop_at(NOON + timedelta(days=10))
    await feedback.deliver(facts.solved(people[3]))
    assert [codes(one) for one in await decisions(feedback, contact_id=str(people[3]))] == [[]]


async def test_a_cancelled_invitation_gives_its_slot_back(feedback: ServiceUnderTest) -> None:
    await on_event(feedback, "ticket.solved", gap_seconds=DAY)
    ana = await person(feedback)
    await feedback.deliver(facts.solved(ana))
    await feedback.execute("UPDATE invitation SET state = 'cancelled', next_at = NULL")
    await feedback.deliver(facts.solved(ana))
    assert [codes(one) for one in await decisions(feedback, contact_id=str(ana))] == [[], []]
