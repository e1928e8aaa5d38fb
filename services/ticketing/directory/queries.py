"""Reading the mirror, for many subjects at once. What is not known yet is absent from the answer."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, Uuid, bindparam, select, text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.ticketing.directory import team
from services.ticketing.directory.models import Account, Contact, Staff


@dataclass(frozen=True, slots=True)
class Customer:
    """An account, as far as it is known, and its team."""

    name: str | None
    tier: str | None
    members: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Colleague:
    """A member of staff: presence, and where to reach them."""

    staff_id: UUID
    name: str
    address: str
    absence: team.Absence


_CUSTOMERS = text("""
SELECT account_id, account.name, account.tier, account_team.members
FROM unnest(:ids) AS asked (account_id)
     LEFT JOIN account USING (account_id)
     LEFT JOIN account_team USING (account_id)
""").bindparams(bindparam("ids", type_=ARRAY(Uuid())))

_HOLD = {
    shared: text(
        f"SELECT pg_advisory_xact_lock{'_shared' if shared else ''}(hashtextextended(id, 0))"  # noqa: S608
        " FROM unnest(CAST(:ids AS text[])) AS id"
    )
    for shared in (True, False)
}


async def hold_teams(session: AsyncSession, account_ids: Iterable[UUID | None], *, shared: bool) -> None:
    """Keep these accounts' teams from changing (shared), or be the one who changes them, until the end.

    An escalation that reads a team and a change that looks for waiting escalations would otherwise pass
    each other unseen: neither has committed when the other looks. The locks are taken in one order.
    """
    ids = sorted({f"team:{account_id}" for account_id in account_ids if account_id is not None})
    if ids:
        await session.execute(_HOLD[shared], {"ids": ids})


async def customers(session: AsyncSession, account_ids: Iterable[UUID | None]) -> dict[UUID, Customer]:
    """The accounts with their teams, by account_id."""
    ids = sorted({account_id for account_id in account_ids if account_id is not None})
    if not ids:
        return {}
    rows = await session.execute(_CUSTOMERS, {"ids": ids})
    return {row.account_id: Customer(row.name, row.tier, row.members or []) for row in rows}


async def colleagues(session: AsyncSession, staff_ids: Iterable[UUID | None]) -> dict[UUID, Colleague]:
    """Members of staff, by staff_id."""
    ids = sorted({staff_id for staff_id in staff_ids if staff_id is not None})
    if not ids:
        return {}
    rows = await session.scalars(select(Staff).where(col(Staff.staff_id).in_(ids)))
    return {staff.staff_id: _colleague(staff) for staff in rows}


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
    rows = await session.execute(
        select(col(Contact.contact_id), col(Contact.account_id)).where(col(Contact.contact_id).in_(ids))
    )
    return {row.contact_id: row.account_id for row in rows}


async def staff(session: AsyncSession, staff_id: UUID) -> Staff | None:
    """One member of staff; None while not known."""
    return await session.get(Staff, staff_id)


def _colleague(row: Staff) -> Colleague:
    return Colleague(
        row.staff_id,
        row.name,
        row.notify_address or f"mailto:{row.email}",
        team.Absence(row.active, row.away_from, row.away_until),
    )
