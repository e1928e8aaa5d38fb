"""Reading groups and agents."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import Select, exists, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.ticketing.directory.models import Staff
from services.ticketing.routing.models import Agent, AgentPresence, Group, GroupMember, RoutingDecision, RoutingRule
from services.ticketing.routing.rule_schemas import RuleFilters
from services.ticketing.routing.schemas import AgentFilters, GroupFilters
from shared.http.errors import NotFound


async def group(session: AsyncSession, group_id: UUID, *, lock: bool = False) -> Group:
    """One group. Raises NotFound."""
    found = await session.get(Group, group_id, with_for_update=lock or None, populate_existing=lock)
    if found is None:
        raise NotFound("There is no group with this id.")
    return found


async def group_exists(session: AsyncSession, group_id: UUID) -> bool:
    """Is there such a group?"""
    return bool(await session.scalar(select(exists().where(col(Group.id) == group_id))))


async def group_called(session: AsyncSession, name: str) -> Group | None:
    """The group of this name."""
    return await session.scalar(select(Group).where(col(Group.name) == name))


def groups(filters: GroupFilters) -> Select[Group]:
    """All groups that fit, in the order of their making."""
    listed = select(Group).order_by(col(Group.id))
    return listed.where(col(Group.name) == filters.name) if filters.name else listed


async def members(session: AsyncSession, group_ids: Iterable[UUID]) -> dict[UUID, list[UUID]]:
    """The members of each group, by group_id."""
    rows = await session.scalars(
        select(GroupMember)
        .where(col(GroupMember.group_id).in_(sorted(group_ids)))
        .order_by(col(GroupMember.group_id), col(GroupMember.staff_id))
    )
    held: dict[UUID, list[UUID]] = {}
    for row in rows:
        held.setdefault(row.group_id, []).append(row.staff_id)
    return held


async def groups_of(session: AsyncSession, staff_ids: Iterable[UUID]) -> dict[UUID, list[UUID]]:
    """The groups of each member of staff, by staff_id."""
    rows = await session.scalars(
        select(GroupMember)
        .where(col(GroupMember.staff_id).in_(sorted(staff_ids)))
        .order_by(col(GroupMember.staff_id), col(GroupMember.group_id))
    )
    held: dict[UUID, list[UUID]] = {}
    for row in rows:
        held.setdefault(row.staff_id, []).append(row.group_id)
    return held


async def agent(session: AsyncSession, staff_id: UUID) -> tuple[Staff, Agent | None]:
    """One member of staff, and what was set about them here. Raises NotFound."""
    found = await session.get(Staff, staff_id)
    if found is None:
        raise NotFound("The directory has not told of a member of staff with this id.")
    return found, await session.get(Agent, staff_id)


def agents(filters: AgentFilters) -> Select[Staff, Agent | None]:
    """Every member of staff that fits, with what was set about them here."""
    listed = (
        select(Staff, Agent).outerjoin(Agent, col(Agent.staff_id) == col(Staff.staff_id)).order_by(col(Staff.staff_id))
    )
    if filters.active is not None:
        listed = listed.where(col(Staff.active) == filters.active)
    if filters.group_id is not None:
        listed = listed.join(GroupMember, col(GroupMember.staff_id) == col(Staff.staff_id)).where(
            col(GroupMember.group_id) == filters.group_id
        )
    return listed


async def presence(session: AsyncSession, staff_id: UUID) -> AgentPresence | None:
    """What somebody has said of their presence. Raises NotFound."""
    await agent(session, staff_id)
    return await session.get(AgentPresence, staff_id)


async def rule(session: AsyncSession, rule_id: UUID, *, lock: bool = False) -> RoutingRule:
    """One routing rule. Raises NotFound."""
    found = await session.get(RoutingRule, rule_id, with_for_update=lock or None, populate_existing=lock)
    if found is None:
        raise NotFound("There is no routing rule with this id.")
    return found


def rules(filters: RuleFilters) -> Select[RoutingRule]:
    """All rules that fit, in the order in which they are tried."""
    listed = select(RoutingRule).order_by(col(RoutingRule.rank), col(RoutingRule.id))
    if filters.active is not None:
        listed = listed.where(col(RoutingRule.active) == filters.active)
    if filters.group_id is not None:
        listed = listed.where(col(RoutingRule.group_id) == filters.group_id)
    return listed


def decisions(ticket_id: UUID) -> Select[RoutingDecision]:
    """What was decided about a ticket, the newest first."""
    return (
        select(RoutingDecision)
        .where(col(RoutingDecision.ticket_id) == ticket_id)
        .order_by(col(RoutingDecision.id).desc())
    )
