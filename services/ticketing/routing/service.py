"""Making and changing groups, and saying what agents can do."""

from collections.abc import Collection, Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.ticketing.routing import queries
from services.ticketing.routing.errors import GroupNameTaken, UnknownGroups
from services.ticketing.routing.models import Agent, AgentPresence, Group, GroupMember
from services.ticketing.routing.schemas import AgentIn, GroupIn, GroupPatch
from shared.contracts.ticketing import GroupChanged
from shared.db import remembered
from shared.events import outbox
from shared.events.cause import Cause
from shared.features.audit import service as audit
from shared.http import etags, merge_patch
from shared.ids import uuid7


async def create_group(session: AsyncSession, cause: Cause, body: GroupIn, *, group_id: UUID | None = None) -> Group:
    """Make a group. Raises GroupNameTaken."""
    fields = body.model_dump(exclude={"member_ids"})
    row = Group(id=group_id or uuid7(), created_at=cause.at, updated_at=cause.at, version=1, **fields)
    made = await session.scalar(
        upsert(Group).values(row.model_dump()).on_conflict_do_nothing().returning(col(Group.id))
    )
    if made is None:
        taken = await queries.group_called(session, body.name)
        raise GroupNameTaken(conflicting_id=taken.id if taken else None)
    await _set_members(session, cause, row.id, body.member_ids)
    remembered.forget_after(session)
    _tell(session, cause, row, body.member_ids)
    await audit.record(session, cause, action="group.create", entity="group", entity_id=row.id, after=body.model_dump())
    return row


async def change_group(
    session: AsyncSession, cause: Cause, group_id: UUID, patch: GroupPatch, expected: int | None
) -> tuple[Group, list[UUID]]:
    """Change a group; answers it with its members. Raises NotFound, PreconditionFailed, GroupNameTaken."""
    row = await queries.group(session, group_id, lock=True)
    etags.check(row.version, expected)
    members = (await queries.members(session, [group_id])).get(group_id, [])
    before = {**row.model_dump(mode="json"), "member_ids": [str(member) for member in members]}
    held = {name: before[name] for name in GroupIn.model_fields}
    body = merge_patch.merged(GroupIn, held, patch)
    changed = {name: value for name, value in body.model_dump(mode="json").items() if value != held[name]}
    if not changed:
        return row, members
    if "name" in changed:
        taken = await queries.group_called(session, body.name)
        if taken is not None:
            raise GroupNameTaken(conflicting_id=taken.id)
    for name, value in body.model_dump(exclude={"member_ids"}).items():
        setattr(row, name, value)
    row.updated_at = cause.at
    remembered.forget_after(session)
    await _set_members(session, cause, group_id, body.member_ids)
    _tell(session, cause, row, body.member_ids)
    await audit.record(
        session,
        cause,
        action="group.change",
        entity="group",
        entity_id=group_id,
        before={name: held[name] for name in changed},
        after=changed,
    )
    await session.flush()
    return row, body.member_ids


async def set_agent(session: AsyncSession, cause: Cause, staff_id: UUID, body: AgentIn, expected: int | None) -> bool:
    """Say what a member of staff can do and in which groups; answers whether that is new.

    Raises NotFound for somebody of whom the directory has not told, UnknownGroups, PreconditionFailed.
    """
    await queries.agent(session, staff_id)
    row = Agent(
        staff_id=staff_id,
        skills=body.skills,
        capacity=body.capacity,
        created_at=cause.at,
        updated_at=cause.at,
        version=1,
    )
    made = await session.scalar(
        upsert(Agent).values(row.model_dump()).on_conflict_do_nothing().returning(col(Agent.staff_id))
    )
    agent = await session.get(Agent, staff_id, with_for_update=True, populate_existing=True)
    assert agent is not None
    etags.check(0 if made else agent.version, expected)
    groups_before = set((await queries.groups_of(session, [staff_id])).get(staff_id, []))
    before = {
        "group_ids": sorted(map(str, groups_before)),
        "skills": agent.skills,
        "capacity": agent.capacity,
    }
    await _change_membership(session, cause, staff_id, groups_before, set(body.group_ids))
    after = {**body.model_dump(mode="json"), "group_ids": sorted(map(str, body.group_ids))}
    if made or before != after:
        agent.skills, agent.capacity, agent.updated_at = body.skills, body.capacity, cause.at
        await audit.record(
            session,
            cause,
            action="agent.set",
            entity="agent",
            entity_id=staff_id,
            before={} if made else before,
            after=after,
        )
        await session.flush()
    return made is not None


async def _change_membership(
    session: AsyncSession, cause: Cause, staff_id: UUID, before: set[UUID], after: set[UUID]
) -> None:
    """Put a member of staff into exactly these groups, and tell of each group that changes by it."""
    changing = before ^ after
    rows = await session.scalars(
        select(Group).where(col(Group.id).in_(changing)).order_by(col(Group.id)).with_for_update()
    )
    groups = rows.all()
    if len(groups) != len(changing):
        raise UnknownGroups
    await session.execute(
        delete(GroupMember).where(col(GroupMember.staff_id) == staff_id, col(GroupMember.group_id).in_(before - after))
    )
    await _insert_members(session, cause, [(group_id, staff_id) for group_id in after - before])
    members = await queries.members(session, changing)
    for group in groups:
        group.updated_at = cause.at
        _tell(session, cause, group, members.get(group.id, []))


async def _set_members(session: AsyncSession, cause: Cause, group_id: UUID, staff_ids: Collection[UUID]) -> None:
    """Make exactly these the members; who stays keeps their turn."""
    await session.execute(
        delete(GroupMember).where(col(GroupMember.group_id) == group_id, col(GroupMember.staff_id).not_in(staff_ids))
    )
    await _insert_members(session, cause, [(group_id, staff_id) for staff_id in staff_ids])


async def _insert_members(session: AsyncSession, cause: Cause, pairs: list[tuple[UUID, UUID]]) -> None:
    """Insert who is not a member yet; each has a presence, whose row is the lock under which they get tickets."""
    if not pairs:
        return
    stamps = {"state": "available", "created_at": cause.at, "updated_at": cause.at}
    there: list[dict[str, Any]] = [{"staff_id": staff, **stamps} for staff in sorted({staff for _, staff in pairs})]
    await session.execute(upsert(AgentPresence).on_conflict_do_nothing(), there)
    rows: list[dict[str, Any]] = [{"group_id": group, "staff_id": staff} for group, staff in sorted(pairs)]
    await session.execute(upsert(GroupMember).on_conflict_do_nothing(), rows)


def _tell(session: AsyncSession, cause: Cause, group: Group, member_ids: Iterable[UUID]) -> None:
    fact = GroupChanged(
        group_id=group.id,
        name=group.name,
        lead_id=group.lead_id,
        member_ids=tuple(member_ids),
        notify_address=group.notify_address,
        strategy=group.strategy,
        account_owner_first=group.account_owner_first,
    )
    outbox.tell(session, fact, cause, trace_id=group.id)
