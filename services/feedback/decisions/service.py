"""Deciding whether contacts are asked: each consideration leaves a row, and whoever is asked an invitation."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.feedback.decisions import gathering
from services.feedback.decisions.eligibility import Judgement, Occasion, Person, Reason, channel_of, judge
from services.feedback.decisions.gathering import Known
from services.feedback.decisions.models import SendDecision
from services.feedback.decisions.rules import Asking
from services.feedback.invitations.queueing import PlannedInvitation, queue
from shared.contracts.feedback import DecisionReason, SurveySuppressed
from shared.db.statements import fetch
from shared.events.cause import Cause
from shared.events.outbox import tell
from shared.events.writing import as_json, blank, inserting
from shared.ids import uuid7

UNKNOWN_CONTACT = Reason("no_contact", "the directory does not know the contact")
NO_CONTACT = Reason("no_contact")
NO_PROGRAM = Reason("no_program")

_BLANK = blank(SendDecision)
_COLUMNS = tuple(SendDecision.model_fields)
_STORE = f"{inserting(SendDecision, _COLUMNS, 1)} ON CONFLICT (key) DO NOTHING RETURNING key"
_STORED = "SELECT key FROM send_decision WHERE key = ANY ($1::text[])"


@dataclass(frozen=True, slots=True)
class About:
    """What a consideration is about: these ids go with the decision, the invitation and their facts.

    reopen_count: how often the ticket had been reopened when it was solved; the fact that tells the decision names it.
    """

    ticket_id: UUID | None = None
    project_id: UUID | None = None
    recovery_case_id: UUID | None = None
    response_id: UUID | None = None
    reopen_count: int | None = None


NOTHING = About()


@dataclass(frozen=True, slots=True)
class Consideration:
    """Somebody whom something that happened may lead to ask.

    asking: None where no program takes it. key: what makes the decision once. at: when they would be asked. more:
    reasons against it that lie in what happened.
    """

    cause: Cause
    key: str
    asking: Asking | None
    contact_id: UUID | None
    account_id: UUID | None
    occasion: Occasion
    at: datetime
    trace_id: UUID
    about: About = NOTHING
    more: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision as it is stored, and the invitation that comes of it."""

    row: dict[str, Any]
    planned: PlannedInvitation | None


async def consider(session: AsyncSession, considered: Sequence[Consideration]) -> list[UUID]:
    """Decide about these, one after the other; what was decided before is left alone. Answers the decisions' ids.

    Tells survey.queued of everyone who is asked, and survey.suppressed of everyone else.
    """
    if not considered:
        return []
    considered = await _of_survivors(session, considered)
    asked = {one.contact_id for one in considered if one.asking is not None and one.contact_id is not None}
    known = await gathering.named(session, asked, lock=True)
    there = {row.key for row in await fetch(session, _STORED, [one.key for one in considered])}
    caps: dict[UUID, dict[UUID, list[datetime]]] = {}
    fresh: dict[str, tuple[Consideration, Decided]] = {}
    for one in considered:
        if one.key in there or one.key in fresh:
            continue
        contact = known.get(one.contact_id) if one.contact_id is not None else None
        if one.asking is not None and one.asking.rules.program_id not in caps:
            accounts = [each.person.account_id for each in known.values()]
            caps[one.asking.rules.program_id] = await gathering.asked_of_accounts(
                session, one.asking, accounts, one.at, lock=True
            )
        fresh[one.key] = one, _decide(one, contact, caps)
    stored = await _store(session, [decided.row for _, decided in fresh.values()])
    made = [fresh[key] for key in fresh if key in stored]
    await queue(session, considered[0].cause, [decided.planned for _, decided in made if decided.planned is not None])
    for one, decided in made:
        if decided.planned is None:
            _tell_suppressed(session, one, decided.row)
    return [decided.row["id"] for _, decided in made]


async def _of_survivors(session: AsyncSession, considered: Sequence[Consideration]) -> list[Consideration]:
    contacts = {one.contact_id for one in considered if one.contact_id is not None}
    survivor = await gathering.survivors(session, contacts) if contacts else {}
    return [
        replace(one, contact_id=survivor[one.contact_id]) if one.contact_id in survivor else one for one in considered
    ]


def _decide(one: Consideration, contact: Known | None, caps: dict[UUID, dict[UUID, list[datetime]]]) -> Decided:
    if one.asking is None:
        missing = (NO_PROGRAM,) if one.contact_id is not None else (NO_PROGRAM, NO_CONTACT)
        return _refused(one, (*one.more, *missing))
    if contact is None:
        missing = (NO_CONTACT,) if one.contact_id is None else (UNKNOWN_CONTACT,)
        return _refused(one, (*one.more, *missing))
    of_account = caps[one.asking.rules.program_id]
    account_id = contact.person.account_id
    person = contact.before(one.asking, of_account.get(account_id, []) if account_id is not None else [])
    judgement = judge(one.asking.rules, person, one.occasion, one.at, one.more)
    decided = decide(
        one.cause, one.asking, person, judgement, key=one.key, trace_id=one.trace_id, about=one.about, wave_id=None
    )
    if decided.planned is not None:
        contact.asked(one.asking, decided.planned.not_before)
    return decided


def decide(
    cause: Cause,
    asking: Asking,
    person: Person,
    judgement: Judgement,
    *,
    key: str,
    trace_id: UUID | None,
    about: About,
    wave_id: UUID | None,
) -> Decided:
    """A judgement as a decision, and as an invitation where it is one to ask."""
    row = {
        **_BLANK,
        "id": uuid7(),
        "key": key,
        "contact_id": person.contact_id,
        "account_id": person.account_id,
        "program_id": asking.rules.program_id,
        "wave_id": wave_id,
        "at": cause.at,
        "verdict": judgement.verdict,
        "reasons": [reason._asdict() for reason in judgement.reasons],
        "reason": judgement.reasons[0].code if judgement.reasons else None,
        "next_eligible_at": judgement.next_eligible_at,
        "probability": asking.rules.sampling_rate if asking.rules.quarantine_class != "follow_up" else 1.0,
        "ticket_id": about.ticket_id,
        "project_id": about.project_id,
        "recovery_case_id": about.recovery_case_id,
        "response_id": about.response_id,
        "trace_id": trace_id,
    }
    planned = None if judgement.verdict == "suppress" else _planned(cause, asking, person, judgement, row, about)
    return Decided(row, planned)


def _planned(
    cause: Cause, asking: Asking, person: Person, judgement: Judgement, row: dict[str, Any], about: About
) -> PlannedInvitation:
    program, channel = asking.program, channel_of(asking.rules, person)
    assert channel is not None, "no_channel is a reason not to ask"
    return PlannedInvitation(
        cause=cause,
        decision_id=row["id"],
        program_id=program.id,
        survey_id=program.survey_id,
        survey_version=asking.survey_version,
        survey_type=asking.survey_type,
        quarantine_class=program.quarantine_class,
        brand=program.brand,
        channel=channel,
        not_before=judgement.not_before,
        expires_at=judgement.not_before + timedelta(seconds=program.expires_after_seconds),
        edit_window_seconds=program.edit_window_seconds,
        contact_id=person.contact_id,
        account_id=person.account_id,
        address=person.email if channel == "email" else None,
        locale=person.locale,
        wave_id=row["wave_id"],
        ticket_id=row["ticket_id"],
        project_id=row["project_id"],
        recovery_case_id=row["recovery_case_id"],
        response_id=row["response_id"],
        trace_id=row["trace_id"],
        probability=row["probability"],
        reasons=_told(judgement.reasons),
        reopen_count=about.reopen_count,
    )


def _refused(one: Consideration, reasons: tuple[Reason, ...]) -> Decided:
    """Nobody can be asked, or nobody asks."""
    row = {
        **_BLANK,
        "id": uuid7(),
        "key": one.key,
        "contact_id": one.contact_id,
        "account_id": one.account_id,
        "program_id": one.asking.rules.program_id if one.asking else None,
        "at": one.cause.at,
        "verdict": "suppress",
        "reasons": [reason._asdict() for reason in reasons],
        "reason": reasons[0].code,
        "ticket_id": one.about.ticket_id,
        "project_id": one.about.project_id,
        "recovery_case_id": one.about.recovery_case_id,
        "response_id": one.about.response_id,
        "trace_id": one.trace_id,
    }
    return Decided(row, None)


async def _store(session: AsyncSession, rows: list[dict[str, Any]]) -> set[str]:
    """Store decisions, and answer the keys of those that nobody had stored before."""
    if not rows:
        return set()
    in_order = [{name: row[name] for name in _COLUMNS} for row in rows]
    return {row.key for row in await fetch(session, _STORE, as_json(in_order))}


def _tell_suppressed(session: AsyncSession, one: Consideration, row: dict[str, Any]) -> None:
    asking = one.asking
    suppressed = SurveySuppressed(
        decision_id=row["id"],
        program_id=row["program_id"],
        wave_id=None,
        survey_id=asking.program.survey_id if asking else None,
        survey_type=asking.survey_type if asking else None,
        contact_id=row["contact_id"],
        account_id=row["account_id"],
        ticket_id=row["ticket_id"],
        project_id=row["project_id"],
        recovery_case_id=row["recovery_case_id"],
        response_id=row["response_id"],
        reasons=tuple(DecisionReason(**reason) for reason in row["reasons"]),
        next_eligible_at=row["next_eligible_at"],
        at=one.cause.at,
        reopen_count=one.about.reopen_count,
    )
    tell(session, suppressed, one.cause, trace_id=one.trace_id)


def _told(reasons: tuple[Reason, ...]) -> tuple[DecisionReason, ...]:
    return tuple(DecisionReason(**reason._asdict()) for reason in reasons)
