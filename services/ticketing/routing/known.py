"""The rules in force and the groups with a strategy, kept in the process: no ticket need wait for them to be read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.ticketing.routing.choosing import Strategy
from services.ticketing.routing.models import Group, RoutingRule
from shared.db.remembered import Remembered


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule that is in force."""

    id: UUID
    version: int
    name: str
    rank: int
    match: Mapping[str, Any]
    group_id: UUID
    account_owner_first: bool
    skills: Sequence[str]


@dataclass(frozen=True, slots=True)
class Desk:
    """How a group's tickets find an assignee."""

    strategy: Strategy = "manual"
    account_owner_first: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """rules: in the order in which they are tried. desks: by group_id, of those that do not leave all to people."""

    rules: Sequence[Rule]
    desks: Mapping[UUID, Desk]

    def desk(self, group_id: UUID) -> Desk:
        """How this group's tickets find an assignee."""
        return self.desks.get(group_id, _LEFT_TO_PEOPLE)


_LEFT_TO_PEOPLE = Desk()


async def _read(session: AsyncSession) -> Known:
    rules = await session.scalars(
        select(RoutingRule).where(col(RoutingRule.active)).order_by(col(RoutingRule.rank), col(RoutingRule.id))
    )
    groups = await session.scalars(
        select(Group).where(or_(col(Group.strategy) != "manual", col(Group.account_owner_first)))
    )
    return Known(
        [_rule(row) for row in rules],
        {row.id: Desk(cast("Strategy", row.strategy), row.account_owner_first) for row in groups},
    )


def _rule(row: RoutingRule) -> Rule:
    return Rule(
        id=row.id,
        version=row.version,
        name=row.name,
        rank=row.rank,
        match=row.match,
        group_id=row.group_id,
        account_owner_first=row.account_owner_first,
        skills=tuple(row.skills),
    )


KNOWN = Remembered(_read)
"""What decides about a ticket, besides who is there."""
