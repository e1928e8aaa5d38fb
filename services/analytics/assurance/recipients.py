"""Who had to be told: the observer's own answer, from its mirror of teams and groups. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

GROUP_LEAD = "group_lead"
WHOLE_TEAM = "account_team"

HEARD_LATE = timedelta(seconds=60)
"""How long after a change of a team a service may still act on the team before: the tolerance of every verdict."""


@dataclass(frozen=True, slots=True)
class Member:
    """One member of an account's team: a role's holder, or who stands in."""

    role: str
    staff_id: UUID
    backup: bool = False


@dataclass(frozen=True, slots=True)
class Valid:
    """Who held which role from `since` on."""

    since: datetime
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Directory:
    """The history of one account's team and of one group's lead, oldest first.

    away: who could not be reached when the trigger was recorded.
    """

    team: Sequence[Valid] = ()
    leads: Sequence[Valid] = ()
    away: frozenset[UUID] = frozenset()

    def knows(self, role: str) -> bool:
        """Can anything be said about the role's holders?"""
        if role == WHOLE_TEAM:
            return bool(self.team)
        return any(member.role == role for valid in self._history(role) for member in valid.members)

    def acceptable(self, role: str, start: datetime, end: datetime) -> set[UUID]:
        """Holders and backups of the role in any version that was valid between start and end."""
        return {
            member.staff_id
            for valid in _valid_between(self._history(role), start, end)
            for member in valid.members
            if role in (member.role, WHOLE_TEAM)
        }

    def held_throughout(self, role: str, start: datetime, end: datetime) -> UUID | None:
        """Who held the role at the start, if nobody could find it vacant between start and end."""
        versions = _valid_between(self._history(role), start, end)
        if not versions or versions[0].since > start:
            return None
        holders = [self._reachable(valid, role) for valid in versions]
        return holders[0] if all(holders) else None

    def roles_at(self, at: datetime) -> list[str]:
        """The roles of the account's team that were held then."""
        versions = _valid_between(self.team, at, at)
        return sorted({member.role for valid in versions for member in valid.members})

    def _history(self, role: str) -> Sequence[Valid]:
        return self.leads if role == GROUP_LEAD else self.team

    def _reachable(self, valid: Valid, role: str) -> UUID | None:
        held = [member for member in valid.members if member.role == role and member.staff_id not in self.away]
        held.sort(key=lambda member: (member.backup, str(member.staff_id)))
        return held[0].staff_id if held else None


NOBODY_KNOWN = Directory()


def _valid_between(history: Sequence[Valid], start: datetime, end: datetime) -> list[Valid]:
    """The versions that held at some time in [start, end]."""
    ends: list[datetime | None] = [following.since for following in history[1:]]
    return [
        valid
        for valid, until in zip(history, [*ends, None], strict=False)
        if valid.since <= end and (until is None or until > start)
    ]


@dataclass(frozen=True, slots=True)
class Owed:
    """One who had to be told.

    doubted: the mirror never saw them in the role for which the service told them.
    role: the one that they are doubted in.
    """

    staff_id: UUID
    doubted: bool = False
    role: str | None = None


def owed_as_named(
    data: Mapping[str, Any], told: set[UUID], directory: Directory, start: datetime, end: datetime
) -> list[Owed]:
    """Who is owed a notification by a fact that names its recipients and the roles to be notified.

    told: who was notified. start, end: any team that was valid in between counts.
    Whoever the service named is owed one; in doubt the right person takes their place once told. A role that
    the service passed over is owed to whoever held it all the time. A role that nobody holds makes no step.
    """
    owed: dict[UUID, Owed] = {}
    named = [(recipient["role"], UUID(recipient["staff_id"])) for recipient in data["recipients"]]
    told_besides = told - {staff_id for _, staff_id in named}
    for role, staff_id in named:
        right = directory.acceptable(role, start, end)
        if staff_id in right or not directory.knows(role):
            owed[staff_id] = Owed(staff_id)
        elif rightly_told := sorted(right & told_besides, key=str):
            owed[rightly_told[0]] = Owed(rightly_told[0])
        else:
            owed.setdefault(staff_id, Owed(staff_id, doubted=True, role=role))
    passed_over = set(data.get("notify_roles") or ()) - {role for role, _ in named}
    for role in sorted(passed_over):
        _add_holder(owed, role, told, directory, start, end)
    if not owed:
        owed = {staff_id: Owed(staff_id) for staff_id in told}
    return _in_order(owed)


def owed_to_team(told: set[UUID], directory: Directory, start: datetime, end: datetime) -> list[Owed]:
    """Who of the account's team is owed a notification by a fact that names no recipients.

    Where nobody is, it is owed to those who were told: members, or such as had left less than HEARD_LATE before,
    of which the service had not heard yet.
    """
    owed: dict[UUID, Owed] = {}
    for role in directory.roles_at(start):
        _add_holder(owed, role, told, directory, start, end)
    if not owed:
        team = directory.acceptable(WHOLE_TEAM, start - HEARD_LATE, end)
        owed = {staff_id: Owed(staff_id) for staff_id in told if staff_id in team or not directory.team}
    return _in_order(owed)


def _add_holder(
    owed: dict[UUID, Owed], role: str, told: set[UUID], directory: Directory, start: datetime, end: datetime
) -> None:
    holder = directory.held_throughout(role, start, end)
    if holder is None:
        return
    reached = sorted(directory.acceptable(role, start, end) & (told | set(owed)), key=str)
    if holder not in reached and reached:
        holder = reached[0]
    owed[holder] = Owed(holder)


def _in_order(owed: Mapping[UUID, Owed]) -> list[Owed]:
    return [owed[staff_id] for staff_id in sorted(owed, key=str)]
