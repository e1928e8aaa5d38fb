"""Reading the directory."""

from typing import Any
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.onboarding.directory.fields import folded
from services.onboarding.directory.models import Account, Contact, Staff, TeamMember
from services.onboarding.directory.schemas import AccountFilters
from services.onboarding.directory.staff_schemas import StaffFilters, StaffInTeam, TeamRoleOut
from shared.http.errors import NotFound


async def account(session: AsyncSession, account_id: UUID) -> Account:
    """One account. Raises NotFound."""
    found = await session.get(Account, account_id)
    if found is None:
        raise NotFound("There is no account with this id.")
    return found


async def locked_account(session: AsyncSession, account_id: UUID) -> Account:
    """One account, which no other transaction may change until ours ends. Raises NotFound."""
    found = await session.scalar(
        select(Account)
        .where(col(Account.id) == account_id)
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    )
    if found is None:
        raise NotFound("There is no account with this id.")
    return found


def accounts(filters: AccountFilters) -> Select[Account]:
    """Accounts in the order of their making; with `updated_since` in that of their last change."""
    listed = select(Account)
    if filters.status is not None:
        listed = listed.where(col(Account.status) == filters.status)
    if filters.segment is not None:
        listed = listed.where(col(Account.segment) == filters.segment)
    if filters.tier is not None:
        listed = listed.where(col(Account.tier) == filters.tier)
    if filters.updated_since is not None:
        return listed.where(col(Account.updated_at) >= filters.updated_since).order_by(
            col(Account.updated_at), col(Account.id)
        )
    return listed.order_by(col(Account.id))


async def contact(session: AsyncSession, contact_id: UUID) -> Contact:
    """One contact. Raises NotFound."""
    found = await session.get(Contact, contact_id)
    if found is None:
        raise NotFound("There is no contact with this id.")
    return found


def contacts(account_id: UUID) -> Select[Contact]:
    """An account's contacts, in the order of their making."""
    return select(Contact).where(col(Contact.account_id) == account_id).order_by(col(Contact.id))


async def contact_by_email(session: AsyncSession, account_id: UUID, email: str) -> Contact | None:
    """The account's contact with this address, whatever its case."""
    found: Contact | None = await session.scalar(
        select(Contact).where(col(Contact.account_id) == account_id, col(Contact.email_folded) == folded(email))
    )
    return found


async def staff_member(session: AsyncSession, staff_id: UUID) -> Staff:
    """One member of staff. Raises NotFound."""
    found = await session.get(Staff, staff_id)
    if found is None:
        raise NotFound("There is no member of staff with this id.")
    return found


async def staff_by_email(session: AsyncSession, email: str) -> Staff | None:
    """The member of staff with this address, whatever its case."""
    found: Staff | None = await session.scalar(select(Staff).where(col(Staff.email_folded) == folded(email)))
    return found


def staff(filters: StaffFilters) -> Select[Staff]:
    """Staff in the order of their making."""
    listed = select(Staff).order_by(col(Staff.id))
    if filters.active is not None:
        listed = listed.where(col(Staff.active).is_(filters.active))
    if filters.email is not None:
        listed = listed.where(col(Staff.email_folded) == folded(filters.email))
    return listed


async def team(session: AsyncSession, account_id: UUID) -> list[TeamRoleOut]:
    """An account's team as it is now, by role."""
    found = await session.execute(
        select(TeamMember, Staff)
        .join(Staff, col(Staff.id) == col(TeamMember.staff_id))
        .where(col(TeamMember.account_id) == account_id, col(TeamMember.until_at).is_(None))
        .order_by(col(TeamMember.role), col(TeamMember.backup))
    )
    held: dict[str, TeamRoleOut] = {}
    for member, person in found:
        if member.backup:
            held[member.role].backup = StaffInTeam.of(person)
            continue
        held[member.role] = TeamRoleOut.model_validate(
            {
                "account_id": account_id,
                "role": member.role,
                "staff": StaffInTeam.of(person),
                "backup": None,
                "since_at": member.since_at,
                "version": member.version,
            }
        )
    return list(held.values())


async def team_role(session: AsyncSession, account_id: UUID, role: str) -> TeamRoleOut:
    """Who holds a role now. Raises NotFound."""
    for held in await team(session, account_id):
        if held.role == role:
            return held
    raise NotFound("Nobody holds this role at the account.")


def team_history(account_id: UUID, role: str) -> Select[*tuple[Any, ...]]:
    """Who held a role and backed its holder up, the first ones first."""
    held: Select[*tuple[Any, ...]] = (
        select(TeamMember, Staff)
        .join(Staff, col(Staff.id) == col(TeamMember.staff_id))
        .where(col(TeamMember.account_id) == account_id, col(TeamMember.role) == role)
        .order_by(col(TeamMember.id))
    )
    return held
