"""Reading the mirror."""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, select, text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped
from sqlmodel import col

from services.feedback.directory.models import Account, AccountTeam, Contact, Staff
from services.feedback.directory.schemas import ContactFilters

_AUDIENCE_VALUES = text(
    """
    SELECT DISTINCT kind, value FROM (
        SELECT 'roles' AS kind, unnest(roles) AS value
        FROM (SELECT roles FROM contact ORDER BY contact_id DESC LIMIT 2000) AS contacts
        UNION ALL
        SELECT one.kind, one.value
        FROM (SELECT tier, segment, tags FROM account ORDER BY account_id DESC LIMIT 2000) AS accounts,
             LATERAL (SELECT 'tiers' AS kind, tier AS value UNION ALL SELECT 'segments', segment
                      UNION ALL SELECT 'tags', unnest(tags)) AS one
    ) AS held WHERE value IS NOT NULL ORDER BY kind, value
    """
)
"""Of the newest two thousand, so that a form need not read them all."""


@dataclass(frozen=True, slots=True)
class Member:
    """Someone who works with a customer, and where to reach them."""

    staff_id: UUID
    role: str
    name: str
    address: str


@dataclass(slots=True)
class Customer:
    """A customer as far as the mirror knows it: who works with it now, and its contacts' names by id."""

    name: str | None = None
    tier: str | None = None
    team: list[Member] = field(default_factory=list)
    contacts: Mapping[UUID, str | None] = field(default_factory=dict)


def contacts(filters: ContactFilters) -> Select[Contact]:
    """All contacts that fit and are part of no other, in the order of their ids."""
    listed = select(Contact).where(col(Contact.merged_into_id).is_(None)).order_by(col(Contact.contact_id))
    if filters.email is not None:
        listed = listed.where(func.lower(col(Contact.email)) == filters.email.strip().lower())
    return listed


async def audience_values(session: AsyncSession) -> dict[str, list[str]]:
    """What audiences may be chosen by: roles, tiers, segments and tags, as far as the newest rows have them."""
    found: dict[str, list[str]] = {}
    for kind, value in await session.execute(_AUDIENCE_VALUES):
        found.setdefault(kind, []).append(value)
    return found


def has_a_team(account_id: Mapped[UUID | None]) -> ColumnElement[bool]:
    """In a statement about accounts: somebody works with this one. account_id: a column of the statement."""
    team = select(AccountTeam).where(
        col(AccountTeam.account_id) == account_id, func.jsonb_array_length(AccountTeam.members) > 0
    )
    return team.exists()


async def customers(
    session: AsyncSession, account_ids: Set[UUID], contact_ids: Set[UUID], at: datetime
) -> dict[UUID, Customer]:
    """The customers with these ids; one of which nothing is known yet is there all the same."""
    if not account_ids:
        return {}
    contacts = await _contact_names(session, contact_ids)
    found = {account_id: Customer(contacts=contacts) for account_id in account_ids}
    asked = select(col(Account.account_id), col(Account.name), col(Account.tier)).where(
        col(Account.account_id).in_(account_ids)
    )
    for account_id, name, tier in await session.execute(asked):
        found[account_id].name, found[account_id].tier = name, tier
    teams = select(AccountTeam).where(col(AccountTeam.account_id).in_(account_ids))
    teams_found = (await session.execute(teams)).scalars().all()
    staff = await _staff(session, {UUID(member["staff_id"]) for team in teams_found for member in team.members})
    for team in teams_found:
        found[team.account_id].team = list(_there(team.members, staff, at))
    return found


async def _contact_names(session: AsyncSession, contact_ids: Set[UUID]) -> dict[UUID, str | None]:
    if not contact_ids:
        return {}
    asked = select(col(Contact.contact_id), col(Contact.name)).where(col(Contact.contact_id).in_(contact_ids))
    return {row.contact_id: row.name for row in await session.execute(asked)}


async def _staff(session: AsyncSession, staff_ids: Set[UUID]) -> dict[UUID, Staff]:
    if not staff_ids:
        return {}
    asked = select(Staff).where(col(Staff.staff_id).in_(staff_ids))
    return {member.staff_id: member for member in (await session.execute(asked)).scalars()}


def _there(members: Iterable[dict[str, Any]], staff: Mapping[UUID, Staff], at: datetime) -> Iterable[Member]:
    """Each role's holder, or the backup while the holder is not there; each person once."""
    told: set[UUID] = set()
    held: set[str] = set()
    for member in sorted(members, key=lambda one: (one["role"], one["backup"])):
        staff_id = UUID(member["staff_id"])
        known = staff.get(staff_id)
        if member["role"] in held or (known is not None and not known.there(at)):
            continue
        held.add(member["role"])
        if staff_id not in told:
            told.add(staff_id)
            email = known.email if known else member["email"]
            address = (known.notify_address if known else member["notify_address"]) or f"mailto:{email}"
            yield Member(staff_id, member["role"], known.name if known else member["name"], address)
