"""Reading the mirror, for many subjects at once. What is not known yet is absent from the answer."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.ticketing.directory import team
from services.ticketing.directory.models import Account, Contact, Staff
from shared.db.statements import fetch


@dataclass(frozen=True, slots=True)
class Customer:
    """An account, as far as it is known, and its team."""

    name: str | None
    tier: str | None
    members: list[dict[str, Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Colleague(team.Absence):
    """A member of staff: presence, and where to reach them."""

    address: str


@dataclass(frozen=True, slots=True)
class Mirror:
    """What is known of some accounts, and of the people who work with them, by their ids."""

    customers: dict[UUID, Customer]
    staff: dict[UUID, Colleague]


SHARE_TEAM = "pg_advisory_xact_lock_shared(hashtextextended('team:' || account_id, 0))"
"""In a statement with `account_id`: keeps that account's team from changing until the transaction's end.

An escalation that reads a team and a change that looks for waiting escalations would otherwise pass each other
unseen: neither has committed when the other looks. All take the locks in the order of the accounts.
"""

_CHANGE_TEAMS = """
SELECT pg_advisory_xact_lock(hashtextextended('team:' || account_id, 0)) FROM unnest($1::uuid[]) AS account_id
"""

# Each row is a customer or a colleague: one round trip for both.
_KNOWN = """
WITH customer AS MATERIALIZED (
    SELECT account_id, account.name, account.tier, account_team.members
    FROM unnest($1::uuid[]) AS asked (account_id)
         LEFT JOIN account USING (account_id)
         LEFT JOIN account_team USING (account_id)
), colleague AS (
    SELECT staff.* FROM staff
    WHERE staff_id IN (
        SELECT unnest($2::uuid[])
        UNION SELECT (member ->> 'staff_id')::uuid FROM customer, jsonb_array_elements(members) AS member
    )
)
SELECT account_id, customer.name, tier, members, staff_id, email, notify_address, active, away_from, away_until
FROM customer FULL JOIN colleague ON false
"""


async def hold_teams(session: AsyncSession, account_ids: Iterable[UUID]) -> None:
    """Be the one who changes these accounts' teams, until the end; see SHARE_TEAM."""
    await fetch(session, _CHANGE_TEAMS, sorted(set(account_ids)))


async def known(
    session: AsyncSession, account_ids: Iterable[UUID | None], staff_ids: Iterable[UUID | None] = ()
) -> Mirror:
    """The accounts with their teams and the members of these, and other members of staff, by their ids.

    A team that must not change meanwhile is held by a statement before this one: a statement sees what was
    committed before it began, even if it waited.
    """
    found = Mirror({}, {})
    ids = [sorted({each for each in some if each is not None}) for some in (account_ids, staff_ids)]
    if not any(ids):
        return found
    for row in await fetch(session, _KNOWN, *ids):
        if row.staff_id is None:
            found.customers[row.account_id] = Customer(row.name, row.tier, row.members or [])
        else:
            found.staff[row.staff_id] = Colleague(
                active=row.active,
                away_from=row.away_from,
                away_until=row.away_until,
                address=row.notify_address or f"mailto:{row.email}",
            )
    return found


async def tier_of(session: AsyncSession, account_id: UUID | None) -> str | None:
    """An account's tier; None while it is not known."""
    if account_id is None:
        return None
    return await session.scalar(select(col(Account.tier)).where(col(Account.account_id) == account_id))


async def accounts_of(session: AsyncSession, contact_ids: Iterable[UUID | None]) -> dict[UUID, UUID]:
    """The account of each contact, by contact_id."""
    ids = sorted({contact_id for contact_id in contact_ids if contact_id is not None})
    if not ids:
        return {}
    rows = await fetch(session, "SELECT contact_id, account_id FROM contact WHERE contact_id = ANY ($1)", ids)
    return {row.contact_id: row.account_id for row in rows}


async def staff(session: AsyncSession, staff_id: UUID) -> Staff | None:
    """One member of staff; None while not known."""
    return await session.get(Staff, staff_id)


async def email_of(session: AsyncSession, contact_id: UUID | None) -> str | None:
    """The mail address of a contact; None where none is known."""
    if contact_id is None:
        return None
    return await session.scalar(select(col(Contact.email)).where(col(Contact.contact_id) == contact_id))
