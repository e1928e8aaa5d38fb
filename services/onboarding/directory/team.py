"""Deeds on account teams. The account's row is locked: it is the subject of account.team_changed."""

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.onboarding.directory import queries, staff
from services.onboarding.directory.fields import folded
from services.onboarding.directory.models import Account, Role, Staff, TeamMember
from services.onboarding.directory.staff_schemas import TeamRoleIn, TeamRoleOut, notify_address
from shared.contracts import onboarding as contracts
from shared.events.cause import Cause
from shared.events.outbox import tell
from shared.features.audit import service as audit
from shared.http import etags
from shared.http.errors import Invalid, NotFound, PreconditionFailed, place
from shared.ids import uuid7


class SamePerson(Invalid):
    """Nobody backs themselves up."""

    code = "same_person"


class SetRole(NamedTuple):
    """A role as it is now, and whether nobody held it before."""

    role: TeamRoleOut
    is_new: bool


class _Held(NamedTuple):
    """Staff ids by seat."""

    holder: UUID | None = None
    backup: UUID | None = None


async def set_role(
    session: AsyncSession,
    cause: Cause,
    account_id: UUID,
    role: Role,
    body: TeamRoleIn,
    expected: int | None = None,
) -> SetRole:
    """Give a role to its holder and backup; who held it until now has held it until now.

    Raises NotFound, PreconditionFailed and SamePerson.
    """
    account = await queries.locked_account(session, account_id)
    held = await _held(session, account_id, role)
    version = await _version(session, account_id, role)
    if expected is not None and held == _Held():
        raise PreconditionFailed("Nobody holds this role.")
    etags.check(version, expected)
    wanted = await _people(session, cause, body)
    if wanted != held:
        await _move(session, account_id, role, held, wanted, at=cause.at, version=version + 1)
        await _tell(session, cause, account)
        await _record(session, cause, account_id, role, held, wanted)
    return SetRole(await queries.team_role(session, account_id, role), is_new=held == _Held())


async def vacate(
    session: AsyncSession, cause: Cause, account_id: UUID, role: Role, expected: int | None = None
) -> None:
    """End who holds a role and who backs them up. Raises NotFound and PreconditionFailed."""
    account = await queries.locked_account(session, account_id)
    held = await _held(session, account_id, role)
    if held == _Held():
        raise NotFound("Nobody holds this role at the account.")
    version = await _version(session, account_id, role)
    etags.check(version, expected)
    await _move(session, account_id, role, held, _Held(), at=cause.at, version=version + 1)
    await _tell(session, cause, account)
    await _record(session, cause, account_id, role, held, _Held())


async def _people(session: AsyncSession, cause: Cause, body: TeamRoleIn) -> _Held:
    """The holder and the backup, found or made. Raises SamePerson."""
    ids: dict[str, UUID] = {}
    # By address, so that two teams that name the same new people cannot lock each other out.
    for ref in sorted(filter(None, (body.staff, body.backup)), key=lambda ref: folded(ref.email)):
        ids[ref.email] = (await staff.find_or_make(session, cause, ref)).id
    people = _Held(ids[body.staff.email], ids[body.backup.email] if body.backup else None)
    if people.holder == people.backup:
        raise SamePerson(errors=[place("body", "backup", msg="The holder is the backup too", code="same_person")])
    return people


async def _held(session: AsyncSession, account_id: UUID, role: Role) -> _Held:
    found = await session.execute(
        select(col(TeamMember.backup), col(TeamMember.staff_id)).where(
            col(TeamMember.account_id) == account_id,
            col(TeamMember.role) == role,
            col(TeamMember.until_at).is_(None),
        )
    )
    seats = dict(found.all())
    return _Held(seats.get(False), seats.get(True))


async def _version(session: AsyncSession, account_id: UUID, role: Role) -> int:
    """The role's version; 0 before anybody held it."""
    found = await session.scalar(
        select(func.max(col(TeamMember.version))).where(
            col(TeamMember.account_id) == account_id, col(TeamMember.role) == role
        )
    )
    return found or 0


async def _move(
    session: AsyncSession,
    account_id: UUID,
    role: Role,
    held: _Held,
    wanted: _Held,
    *,
    at: datetime,
    version: int,
) -> None:
    sitting = update(TeamMember).where(
        col(TeamMember.account_id) == account_id,
        col(TeamMember.role) == role,
        col(TeamMember.until_at).is_(None),
    )
    await session.execute(sitting.values(version=version))
    for backup, before, after in ((False, held.holder, wanted.holder), (True, held.backup, wanted.backup)):
        if before == after:
            continue
        if before is not None:
            await session.execute(sitting.where(col(TeamMember.backup).is_(backup)).values(until_at=at))
        if after is not None:
            member = TeamMember(
                id=uuid7(),
                account_id=account_id,
                role=role,
                backup=backup,
                staff_id=after,
                since_at=at,
                version=version,
            )
            session.add(member)
            await session.flush()


async def _tell(session: AsyncSession, cause: Cause, account: Account) -> None:
    found = await session.execute(
        select(TeamMember, Staff)
        .join(Staff, col(Staff.id) == col(TeamMember.staff_id))
        .where(col(TeamMember.account_id) == account.id, col(TeamMember.until_at).is_(None))
        .order_by(col(TeamMember.role), col(TeamMember.backup))
    )
    members = tuple(
        contracts.TeamMember(
            role=member.role,
            staff_id=person.id,
            name=person.name,
            email=person.email,
            notify_address=notify_address(person),
            backup=member.backup,
            since_at=member.since_at,
        )
        for member, person in found
    )
    fact = contracts.AccountTeamChanged(account_id=account.id, members=members)
    tell(session, fact, cause, trace_id=account.trace_id)


async def _record(
    session: AsyncSession, cause: Cause, account_id: UUID, role: Role, before: _Held, after: _Held
) -> None:
    await audit.record(
        session,
        cause,
        action="account.change_team",
        entity="account",
        entity_id=account_id,
        before={role: before._asdict()},
        after={role: after._asdict()},
    )
