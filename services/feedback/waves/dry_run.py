"""Who would be asked over the next days: read without a transaction, played through in a thread, nothing written."""

import asyncio
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.feedback.decisions.eligibility import Person, Rules
from services.feedback.decisions.rules import WITHOUT_WAVES, rules_of
from services.feedback.programs import schedule
from services.feedback.programs.models import Program
from services.feedback.waves.errors import TooManyContacts
from services.feedback.waves.forecasting import Contact, Event, Line, Outcome, Run, forecast
from services.feedback.waves.schemas import MOST_SHOWN, DryRunDayOut, ProgramDryRunOut, ReasonCountOut
from shared.db import alone
from shared.db.session import from_json
from shared.http.errors import NotFound

MOST_CONTACTS = 250_000

_PROGRAMS = """
SELECT program.*, survey.type AS survey_type
FROM program JOIN survey ON survey.id = program.survey_id
WHERE program.id = $1
   OR program.state = 'active' AND (program.next_due_at IS NOT NULL OR program.trigger_kind IN ('schedule', 'wave'))
ORDER BY program.id
"""
_CONTACTS = """
SELECT c.contact_id, c.account_id, c.email, c.consent_email, c.active, c.roles, c.timezone, c.since_at,
       a.tier, a.segment, a.tags
FROM contact AS c LEFT JOIN account AS a ON a.account_id = c.account_id
WHERE c.merged_into_id IS NULL ORDER BY c.contact_id LIMIT $1
"""
_ASKED = """
SELECT contact_id, survey_type, quarantine_class = 'follow_up' AS closing, max(reserved_at) AS at
FROM invitation WHERE contact_id IS NOT NULL AND (state <> 'cancelled' OR sent_at IS NOT NULL)
GROUP BY contact_id, survey_type, closing
"""
_SUPPRESSED = "SELECT lower(address) AS address, contact_id, reason, until FROM suppression"
_OPEN = """
SELECT contact_id, kind, trace_id FROM service_case WHERE contact_id IS NOT NULL AND NOT ended AND NOT merged
"""
_WAVES = """
SELECT id, program_id, number, state, not_before, trickle_seconds, after_contact_id, begun_at FROM wave
WHERE state IN ('planned', 'running') ORDER BY not_before, id
"""
_NUMBERS = "SELECT program_id, max(number) AS number FROM wave GROUP BY program_id"
_OF_WAVES = """
SELECT wave_id, account_id, count(*) AS asked FROM invitation
WHERE wave_id = ANY ($1::uuid[]) AND account_id IS NOT NULL AND (state <> 'cancelled' OR sent_at IS NOT NULL)
GROUP BY wave_id, account_id
"""
_OF_ACCOUNTS = """
SELECT account_id, reserved_at FROM invitation
WHERE program_id = $1 AND reserved_at > $2 AND account_id IS NOT NULL
  AND (state <> 'cancelled' OR sent_at IS NOT NULL)
"""
_HAPPENED = """
SELECT DISTINCT ON (ticket_id, split_part(key, '/', 2), split_part(key, '/', 3))
       key, contact_id, at, trace_id, reasons
FROM send_decision WHERE wave_id IS NULL AND at > $1 AND at <= $2 AND key LIKE $3
ORDER BY ticket_id, split_part(key, '/', 2), split_part(key, '/', 3), id
"""
OF_WHAT_HAPPENED = ("auto_closed", "spam", "merged", "escalation_ticket", "story_exhausted")


async def dry_run(session: AsyncSession, program_id: UUID, days: int, now: datetime) -> ProgramDryRunOut:
    """Who would be asked in so many days from now, and why the rest would not. Raises NotFound, TooManyContacts."""
    until = now + timedelta(days=days)
    outcomes, program = await outcomes_until(session, program_id, days, now)
    return await asyncio.to_thread(_summed_up, program, outcomes, now, until)


async def outcomes_until(
    session: AsyncSession, program_id: UUID, days: int, now: datetime
) -> tuple[list[Outcome], Program]:
    """Every consideration of the program in so many days from now. Raises NotFound, TooManyContacts."""
    until = now + timedelta(days=days)
    programs = [dict(row) for row in await alone.read(session, _PROGRAMS, program_id)]
    lines = {row["id"]: _line(row) for row in programs}
    if program_id not in lines:
        raise NotFound("There is no program with this id.")
    program = next(_program(row) for row in programs if row["id"] == program_id)
    contacts = await _contacts(session)
    runs = await _runs(session, programs, lines, program_id, now, until)
    events, asked = await _events(session, program, lines[program_id], days, now)

    def play() -> list[Outcome]:
        return [one for one in forecast(contacts, runs, events, asked) if one.program_id == program_id]

    return await asyncio.to_thread(play), program


async def _contacts(session: AsyncSession) -> dict[UUID, Contact]:
    rows = await alone.read(session, _CONTACTS, MOST_CONTACTS + 1)
    if len(rows) > MOST_CONTACTS:
        raise TooManyContacts(f"A dry run looks at {MOST_CONTACTS} contacts at most.")
    contacts = {row["contact_id"]: Contact(_person(row)) for row in rows}
    for row in await alone.read(session, _ASKED):
        if contact := contacts.get(row["contact_id"]):
            _was_asked(contact, row["survey_type"], row["at"], closing=row["closing"])
    for row in await alone.read(session, _OPEN):
        if contact := contacts.get(row["contact_id"]):
            contact.person.open_cases = [*contact.person.open_cases, (row["kind"], row["trace_id"])]
    _suppress(contacts, await alone.read(session, _SUPPRESSED))
    return contacts


def _was_asked(contact: Contact, survey_type: str, at: datetime, *, closing: bool) -> None:
    contact.asked_at[survey_type] = max(at, contact.asked_at.get(survey_type, at))
    if not closing:
        contact.person.last_asked_at = max(at, contact.person.last_asked_at or at)


def _suppress(contacts: dict[UUID, Contact], rows: Sequence[Mapping[str, Any]]) -> None:
    of_address = {row["address"]: row for row in rows if row["address"] is not None}
    of_contact = {row["contact_id"]: row for row in rows if row["contact_id"] is not None}
    for contact_id, contact in contacts.items() if rows else ():
        address = (contact.person.email or "").lower()
        found = [row for row in (of_contact.get(contact_id), of_address.get(address)) if row is not None]
        if found:
            longest = next((row for row in found if row["until"] is None), None) or max(found, key=_until)
            contact.person.suppressed, contact.person.suppressed_until = longest["reason"], longest["until"]


def _until(row: Mapping[str, Any]) -> datetime:
    until: datetime = row["until"]
    return until


async def _runs(
    session: AsyncSession,
    programs: list[dict[str, Any]],
    lines: dict[UUID, Line],
    program_id: UUID,
    now: datetime,
    until: datetime,
) -> list[Run]:
    """The waves that are planned or under way, and those that schedules will start."""
    waves = [row for row in await alone.read(session, _WAVES) if row["program_id"] in lines]
    numbers = {row["program_id"]: row["number"] for row in await alone.read(session, _NUMBERS)}
    asked: dict[UUID, dict[UUID, int]] = defaultdict(dict)
    for row in await alone.read(session, _OF_WAVES, [row["id"] for row in waves]):
        asked[row["wave_id"]][row["account_id"]] = row["asked"]
    runs = [
        Run(
            at=row["begun_at"] or max(now, row["not_before"]),
            line=lines[row["program_id"]],
            number=row["number"],
            trickle=timedelta(seconds=row["trickle_seconds"]),
            after=row["after_contact_id"],
            going_on=now,
            asked=asked[row["id"]],
        )
        for row in waves
        if row["not_before"] <= until
    ]
    for row in programs:
        if row["trigger_kind"] == "schedule" and row["starts_at"] is not None:
            runs += _of_schedule(row, lines[row["id"]], numbers.get(row["id"], 0), now, until)
    return runs


def _of_schedule(row: Mapping[str, Any], line: Line, number: int, now: datetime, until: datetime) -> Iterable[Run]:
    due = schedule.between(row["rrule"], row["timezone"], row["starts_at"], now, until)
    if (late := row["next_due_at"]) is not None and late <= now:
        due.insert(0, now)  # it starts at once
    trickle = timedelta(seconds=row["trickle_seconds"])
    return [Run(at, line, number + place, trickle) for place, at in enumerate(due, start=1)]


async def _events(
    session: AsyncSession, program: Program, line: Line, days: int, now: datetime
) -> tuple[list[Event], dict[UUID, list[datetime]]]:
    """What set off the program's event in as many days before now, as many days later."""
    if program.event is None:
        return [], {}
    later, delay = timedelta(days=days), timedelta(seconds=program.delay_seconds)
    happened = await alone.read(session, _HAPPENED, now - later, now, f"{program.event}/%")
    events = [
        Event(
            at=row["at"] + later,
            due_at=row["at"] + later + delay,
            line=line,
            name=row["key"].removeprefix(f"{program.event}/").rpartition("/")[0],
            contact_id=row["contact_id"],
            trace_id=row["trace_id"],
            against=tuple(reason["code"] for reason in _json(row["reasons"]) if reason["code"] in OF_WHAT_HAPPENED),
        )
        for row in happened
    ]
    period = line.rules.cap_period
    if line.rules.account_cap is None or period is None:
        return events, {}
    asked: dict[UUID, list[datetime]] = defaultdict(list)
    for row in await alone.read(session, _OF_ACCOUNTS, program.id, now - period):
        asked[row["account_id"]].append(row["reserved_at"])
    return events, asked


def _summed_up(program: Program, outcomes: list[Outcome], now: datetime, until: datetime) -> ProgramDryRunOut:
    asked: dict[date, list[UUID]] = defaultdict(list)
    against: dict[date, Counter[str]] = defaultdict(Counter)
    for one in outcomes:
        day = one.on.date()
        if one.asked and one.contact_id is not None:
            asked[day].append(one.contact_id)
        else:
            against[day][one.codes[0]] += 1
    days = [
        DryRunDayOut(
            on=day,
            asked=len(asked.get(day, ())),
            contact_ids=sorted(asked.get(day, ()))[:MOST_SHOWN],
            reasons=_counts(against.get(day, Counter())),
        )
        for day in sorted({*asked, *against})
    ]
    basis = "past_events" if program.trigger_kind in WITHOUT_WAVES else "schedule"
    return ProgramDryRunOut.model_validate(
        {
            "program_id": program.id,
            "from": now,
            "until": until,
            "basis": basis,
            "considered": len(outcomes),
            "asked": sum(map(len, asked.values())),
            "days": days,
            "reasons": _counts(sum(against.values(), Counter())),
        }
    )


def _counts(counted: Counter[str]) -> list[ReasonCountOut]:
    return [ReasonCountOut(code=code, contacts=contacts) for code, contacts in counted.most_common()]


def _line(row: Mapping[str, Any]) -> Line:
    return Line(_rules(row), row["survey_type"])


def _rules(row: Mapping[str, Any]) -> Rules:
    return rules_of(_program(row))


def _program(row: Mapping[str, Any]) -> Program:
    held = {name: row[name] for name in Program.model_fields}
    return Program(**held | {name: _json(held[name]) for name in ("audience", "sending_window")})


def _json(held: Any) -> Any:
    """What a jsonb column holds; under an Idempotency-Key the driver's connection hands over its text."""
    return from_json(held) if isinstance(held, str) else held


def _person(row: Mapping[str, Any]) -> Person:
    return Person(
        contact_id=row["contact_id"],
        account_id=row["account_id"],
        email=row["email"],
        consent_email=row["consent_email"],
        active=row["active"],
        roles=row["roles"],
        tier=row["tier"],
        segment=row["segment"],
        tags=row["tags"] or (),
        zone=row["timezone"],
        since_at=row["since_at"],
    )
