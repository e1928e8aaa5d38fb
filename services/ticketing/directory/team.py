"""Who holds a role in an account's team now, and where to reach them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Absence:
    """What the directory says of a member of staff's presence."""

    active: bool = True
    away_from: datetime | None = None
    away_until: datetime | None = None

    def present(self, at: datetime) -> bool:
        """Is the person active, and not away at this time?"""
        if not self.active:
            return False
        if self.away_from is None and self.away_until is None:
            return True
        begun = self.away_from is None or self.away_from <= at
        over = self.away_until is not None and self.away_until <= at
        return not begun or over


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who holds a role, or stands in for its holder."""

    staff_id: UUID
    address: str
    backup: bool


def holder(
    members: Iterable[Mapping[str, Any]], role: str, known: Mapping[UUID, Absence], at: datetime
) -> Holder | None:
    """The role's holder if present, else the backup if present, else nobody.

    members: as account.team_changed gives them. known: of whom the directory has told more; somebody of
    whom it has not counts as present, since the team's fact came first.
    """
    held = sorted((member for member in members if member["role"] == role), key=lambda member: member["backup"])
    for member in held:
        staff_id = UUID(str(member["staff_id"]))
        if known.get(staff_id, Absence()).present(at):
            return Holder(staff_id, member["notify_address"] or f"mailto:{member['email']}", member["backup"])
    return None
