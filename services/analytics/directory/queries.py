"""Reading the mirror."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.analytics.directory.models import AccountTeam, GroupLead, StaffMember


@dataclass(frozen=True)
class Mirror:
    """What the mirror knows of some accounts and groups: their histories, oldest first."""

    teams: Mapping[UUID, Sequence[AccountTeam]] = field(default_factory=dict)
    leads: Mapping[UUID, Sequence[GroupLead]] = field(default_factory=dict)
    staff: Mapping[UUID, StaffMember] = field(default_factory=dict)

    def away(self, at: datetime) -> frozenset[UUID]:
        """The members of staff who could not be reached at that time."""
        return frozenset(staff_id for staff_id, member in self.staff.items() if _is_away(member, at))


async def mirror(session: AsyncSession, account_ids: Collection[UUID], group_ids: Collection[UUID]) -> Mirror:
    """What the mirror knows of these accounts and groups, and of the staff in their teams."""
    teams: dict[UUID, list[AccountTeam]] = {}
    leads: dict[UUID, list[GroupLead]] = {}
    if account_ids:
        listed = select(AccountTeam).where(col(AccountTeam.account_id).in_(account_ids))
        for team in await session.scalars(listed.order_by(col(AccountTeam.sequence))):
            teams.setdefault(team.account_id, []).append(team)
    if group_ids:
        groups = select(GroupLead).where(col(GroupLead.group_id).in_(group_ids))
        for lead in await session.scalars(groups.order_by(col(GroupLead.sequence))):
            leads.setdefault(lead.group_id, []).append(lead)
    staff_ids = {UUID(m["staff_id"]) for some in teams.values() for team in some for m in team.members}
    staff: dict[UUID, StaffMember] = {}
    if staff_ids:
        members = await session.scalars(select(StaffMember).where(col(StaffMember.staff_id).in_(staff_ids)))
        staff = {member.staff_id: member for member in members}
    return Mirror(teams, leads, staff)


def _is_away(member: StaffMember, at: datetime) -> bool:
    if not member.active:
        return True
    if member.away_from is None or at < member.away_from:
        return False
    return member.away_until is None or at < member.away_until
