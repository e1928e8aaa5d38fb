"""What is known of contacts whom somebody wants to ask, read in sets; locked, nobody else asks them meanwhile.

Contacts are locked in the order of their ids, after them accounts in theirs.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.feedback.decisions.eligibility import FOLLOW_UP, Person
from services.feedback.decisions.rules import Asking
from shared.db.statements import fetch

MOST_MERGES = 20  # one after the other
NOBODY = UUID(int=0)

_COLUMNS = """
SELECT c.contact_id, c.account_id, c.email, c.consent_email, c.active, c.roles, c.timezone, c.locale, c.since_at,
       a.tier, a.segment, a.tags
"""
_NAMED = f"""
{_COLUMNS} FROM contact AS c LEFT JOIN account AS a USING (account_id)
WHERE c.contact_id = ANY ($1::uuid[]) AND c.merged_into_id IS NULL ORDER BY c.contact_id
"""
_FOLLOWING = f"""
{_COLUMNS} FROM contact AS c LEFT JOIN account AS a USING (account_id)
WHERE c.contact_id > $1 AND c.merged_into_id IS NULL ORDER BY c.contact_id LIMIT $2
"""
_LOCKED = "FOR NO KEY UPDATE OF c"
_LOCK_ACCOUNTS = """
SELECT FROM account WHERE account_id = ANY ($1::uuid[]) ORDER BY account_id FOR NO KEY UPDATE
"""
_MERGED = """
SELECT contact_id, merged_into_id FROM contact WHERE contact_id = ANY ($1::uuid[]) AND merged_into_id IS NOT NULL
"""
STANDS = "NOT (state = 'cancelled' AND sent_at IS NULL)"
"""Of an invitation: it counts as having asked, since it was sent or is to be."""
_ASKED = f"""
SELECT contact_id, survey_type, max(reserved_at) AS at,
       max(reserved_at) FILTER (WHERE quarantine_class <> '{FOLLOW_UP}') AS counting_at
FROM invitation WHERE contact_id = ANY ($1::uuid[]) AND {STANDS} GROUP BY contact_id, survey_type
"""  # noqa: S608
_SUPPRESSED = """
SELECT address, contact_id, reason, until FROM suppression
WHERE contact_id = ANY ($1::uuid[]) OR address = ANY ($2::text[])
"""
_OPEN = """
SELECT contact_id, kind, trace_id FROM service_case
WHERE contact_id = ANY ($1::uuid[]) AND NOT ended AND NOT merged ORDER BY id
"""
_ASKED_OF_ACCOUNTS = f"""
SELECT account_id, reserved_at FROM invitation
WHERE account_id = ANY ($1::uuid[]) AND program_id = $2 AND reserved_at > $3 AND {STANDS}
"""  # noqa: S608
_IN_WAVE = f"""
SELECT account_id, count(*) AS asked FROM invitation
WHERE wave_id = $1 AND account_id = ANY ($2::uuid[]) AND {STANDS} GROUP BY account_id
"""  # noqa: S608


@dataclass(slots=True)
class Known:
    """A contact, and when they were asked last by each type of survey."""

    person: Person
    asked_at: dict[str, datetime] = field(default_factory=dict)

    def before(self, asking: Asking, account_asked: list[datetime]) -> Person:
        """The contact as a program's checks see them."""
        self.person.last_of_type_at = self.asked_at.get(asking.survey_type)
        self.person.account_asked = account_asked
        return self.person

    def asked(self, asking: Asking, at: datetime) -> None:
        """They are asked then."""
        person, kind = self.person, asking.survey_type
        self.asked_at[kind] = max(at, self.asked_at.get(kind, at))
        if asking.rules.quarantine_class != FOLLOW_UP:
            person.last_asked_at = max(at, person.last_asked_at or at)
        person.account_asked.append(at)


async def survivors(session: AsyncSession, contact_ids: Iterable[UUID]) -> dict[UUID, UUID]:
    """Of the contacts that are part of others now, whom they are part of in the end."""
    at_end = {contact_id: contact_id for contact_id in contact_ids}
    for _ in range(MOST_MERGES):
        merged = {
            row.contact_id: row.merged_into_id for row in await fetch(session, _MERGED, sorted(set(at_end.values())))
        }
        if not merged:
            break
        at_end = {first: merged.get(last, last) for first, last in at_end.items()}
    return {first: last for first, last in at_end.items() if first != last}


async def named(session: AsyncSession, contact_ids: Collection[UUID], *, lock: bool) -> dict[UUID, Known]:
    """These contacts, as far as the directory knows them and they are part of no other."""
    if not contact_ids:
        return {}
    await session.flush()
    rows = await fetch(session, f"{_NAMED} {_LOCKED}" if lock else _NAMED, sorted(contact_ids))
    return await _known(session, rows)


async def following(session: AsyncSession, after: UUID | None, most: int) -> dict[UUID, Known]:
    """The next contacts in the order of their ids, locked."""
    return await _known(session, await fetch(session, f"{_FOLLOWING} {_LOCKED}", after or NOBODY, most))


async def asked_of_accounts(
    session: AsyncSession, asking: Asking, account_ids: Iterable[UUID | None], at: datetime, *, lock: bool
) -> dict[UUID, list[datetime]]:
    """When contacts of these accounts were asked, as far as the cap of a program without waves counts them."""
    rules = asking.rules
    accounts = sorted({account_id for account_id in account_ids if account_id is not None})
    if rules.account_cap is None or rules.cap_period is None or not accounts:
        return {}
    if lock:
        await fetch(session, _LOCK_ACCOUNTS, accounts)
    found: dict[UUID, list[datetime]] = {account_id: [] for account_id in accounts}
    for row in await fetch(session, _ASKED_OF_ACCOUNTS, accounts, rules.program_id, at - rules.cap_period):
        found[row.account_id].append(row.reserved_at)
    return found


async def asked_in_wave(
    session: AsyncSession, asking: Asking, wave_id: UUID, account_ids: Iterable[UUID | None], at: datetime
) -> dict[UUID, list[datetime]]:
    """As many times as the wave has asked contacts of these accounts; the times themselves do not matter."""
    accounts = sorted({account_id for account_id in account_ids if account_id is not None})
    if asking.rules.account_cap is None or not accounts:
        return {}
    found: dict[UUID, list[datetime]] = {account_id: [] for account_id in accounts}
    for row in await fetch(session, _IN_WAVE, wave_id, accounts):
        found[row.account_id] = [at] * row.asked
    return found


async def _known(session: AsyncSession, rows: Sequence[Any]) -> dict[UUID, Known]:
    known = {row.contact_id: Known(_person(row)) for row in rows}
    if not known:
        return {}
    ids = list(known)
    for row in await fetch(session, _ASKED, ids):
        one = known[row.contact_id]
        one.asked_at[row.survey_type] = row.at
        if row.counting_at is not None:
            one.person.last_asked_at = max(row.counting_at, one.person.last_asked_at or row.counting_at)
    for row in await fetch(session, _OPEN, ids):
        person = known[row.contact_id].person
        person.open_cases = (*person.open_cases, (row.kind, row.trace_id))
    await _suppress(session, known)
    return known


async def _suppress(session: AsyncSession, known: Mapping[UUID, Known]) -> None:
    by_address: dict[str, list[Person]] = {}
    for one in known.values():
        if one.person.email:
            by_address.setdefault(one.person.email.lower(), []).append(one.person)
    for row in await fetch(session, _SUPPRESSED, list(known), list(by_address)):
        people = by_address[row.address] if row.address is not None else [known[row.contact_id].person]
        for person in people:
            if person.suppressed is None or _ends_later(row.until, person.suppressed_until):
                person.suppressed, person.suppressed_until = row.reason, row.until


def _ends_later(until: datetime | None, than: datetime | None) -> bool:
    return than is not None and (until is None or until > than)


def _person(row: Any) -> Person:
    return Person(
        contact_id=row.contact_id,
        account_id=row.account_id,
        email=row.email,
        consent_email=row.consent_email,
        active=row.active,
        roles=row.roles,
        tier=row.tier,
        segment=row.segment,
        tags=row.tags or (),
        zone=row.timezone,
        locale=row.locale,
        since_at=row.since_at,
    )
