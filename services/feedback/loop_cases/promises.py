"""When the steps of new loop cases are due, as the policy says now, kept in the process."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.feedback.loop_cases import clocks
from services.feedback.loop_cases.clocks import DueStage, Target
from services.feedback.loop_cases.models import LoopPolicy
from shared.db.remembered import Remembered
from shared.features.calendars import queries as calendars


@dataclass(frozen=True, slots=True)
class Dues:
    """The dues of a case, under the names of its columns."""

    assigned_due_at: datetime | None = None
    planned_due_at: datetime | None = None
    contacted_due_at: datetime | None = None
    closed_due_at: datetime | None = None
    next_due_at: datetime | None = None


async def dues(session: AsyncSession, start: datetime) -> Dues:
    """When the steps of a case that opens at this time are due."""
    found = clocks.dues(await _TARGETS.get(session), start)
    return Dues(**{f"{stage}_due_at": at for stage, at in found.items()}, next_due_at=clocks.next_due(found, {}, start))


async def _read(session: AsyncSession) -> Mapping[DueStage, Target]:
    policy = await session.get(LoopPolicy, 1)
    stages: dict[str, Any] = policy.stages if policy else {}
    given = {stage: stages[stage] for stage in clocks.STAGES if stages.get(stage)}
    named = [each["calendar_id"] for each in given.values()]
    known = await calendars.load(session, (UUID(name) for name in named if name))
    targets: dict[DueStage, Target] = {}
    for stage, each in given.items():
        calendar = known.get(UUID(each["calendar_id"])) if each["calendar_id"] else None
        targets[stage] = Target(each["seconds"], calendar)
    return targets


_TARGETS = Remembered(_read)
