"""What would come of programs and waves, played through in memory. Pure.

It goes its own way from what is known to who is asked: of what really decides it shares the check functions alone, so
that each can be held against the other (tests/services/feedback/waves/test_dry_run.py).
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from services.feedback.decisions import eligibility
from services.feedback.decisions.eligibility import Check, Occasion, Person, Rules


@dataclass(slots=True)
class Contact:
    """A contact as the forecast goes on. asked_at: when they were asked last, by the type of the survey."""

    person: Person
    asked_at: dict[str, datetime] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Line:
    """A program, in what it asks of people, and the type of its survey."""

    rules: Rules
    survey_type: str


@dataclass(frozen=True, slots=True)
class Run:
    """A program asks everybody at some time. after: up to which contact that has happened already, before `going_on`.

    asked: how many of each account it has asked by then.
    """

    at: datetime
    line: Line
    number: int
    trickle: timedelta = timedelta()
    after: UUID | None = None
    going_on: datetime | None = None
    asked: dict[UUID, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Event:
    """Something happens that a program asks one contact about, at `at` or after its delay. against: in itself."""

    at: datetime
    due_at: datetime
    line: Line
    name: str
    contact_id: UUID | None
    trace_id: UUID | None
    against: tuple[str, ...] = ()


class Outcome(NamedTuple):
    """What comes of one consideration. on: when they are asked, or would have been."""

    program_id: UUID
    contact_id: UUID | None
    asked: bool
    on: datetime
    codes: tuple[str, ...]


def forecast(
    contacts: dict[UUID, Contact],
    runs: Sequence[Run],
    events: Sequence[Event],
    account_asked: dict[UUID, list[datetime]],
) -> Iterator[Outcome]:
    """Everything that comes, in the order of time. contacts, by id: in the order of their ids, and changed on the way.

    account_asked: when contacts of an account were asked, as far as the cap of the events' program counts it.
    """
    capped: dict[UUID, list[datetime]] = defaultdict(list, account_asked)
    in_order: list[Run | Event] = sorted([*runs, *events], key=lambda one: one.at)
    for what in in_order:
        if isinstance(what, Run):
            yield from _run(contacts, what)
        else:
            yield _happen(contacts, what, capped)


def _run(contacts: dict[UUID, Contact], run: Run) -> Iterator[Outcome]:
    rules, occasion = run.line.rules, Occasion(str(run.number))
    checks = _checks(rules)
    of_account: dict[UUID | None, list[datetime]] = defaultdict(list)
    for account_id, asked in run.asked.items():
        of_account[account_id] = [run.at] * asked
    for contact_id, contact in contacts.items():
        if run.after is not None and contact_id <= run.after:
            continue
        at = run.at
        if run.trickle:
            at += eligibility.share(contact_id, rules.program_id, "slot") * run.trickle
        if run.going_on is not None:
            at = max(at, run.going_on)
        person = contact.person
        person.account_asked = of_account[person.account_id] if person.account_id is not None else []
        yield _outcome(contact, run.line, checks, occasion, at, ())


def _happen(contacts: dict[UUID, Contact], event: Event, capped: dict[UUID, list[datetime]]) -> Outcome:
    contact = contacts.get(event.contact_id) if event.contact_id is not None else None
    if contact is None:
        codes = (*event.against, "no_contact")
        return Outcome(event.line.rules.program_id, event.contact_id, False, event.due_at, codes)
    account_id = contact.person.account_id
    contact.person.account_asked = capped[account_id] if account_id is not None else []
    occasion = Occasion(event.name, event.trace_id)
    return _outcome(contact, event.line, _checks(event.line.rules), occasion, event.due_at, event.against)


def _checks(rules: Rules) -> tuple[Check, ...]:
    closing = rules.quarantine_class == "follow_up"
    return tuple(
        check
        for check in eligibility.CHECKS
        if check is not eligibility.outside_window and not (closing and check in eligibility.SKIPPED_BY_FOLLOW_UPS)
    )


def _outcome(
    contact: Contact,
    line: Line,
    checks: tuple[Check, ...],
    occasion: Occasion,
    at: datetime,
    against: tuple[str, ...],
) -> Outcome:
    rules, person = line.rules, contact.person
    person.last_of_type_at = contact.asked_at.get(line.survey_type)
    closed = eligibility.outside_window(rules, person, occasion, at)
    on = at if closed is None or closed.until is None else closed.until
    codes = [reason.code for check in checks if (reason := check(rules, person, occasion, on)) is not None]
    codes += against
    if codes:
        if closed is not None:
            codes.insert(len(codes) - len(against), closed.code)
        return Outcome(rules.program_id, person.contact_id, False, at, tuple(codes))
    contact.asked_at[line.survey_type] = max(on, contact.asked_at.get(line.survey_type, on))
    if rules.quarantine_class != "follow_up":
        person.last_asked_at = on if person.last_asked_at is None else max(on, person.last_asked_at)
    person.account_asked.append(on)
    return Outcome(rules.program_id, person.contact_id, True, on, () if closed is None else (closed.code,))
