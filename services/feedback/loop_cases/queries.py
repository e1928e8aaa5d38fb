"""Reading loop cases."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, func, not_, or_, select, text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.feedback.loop_cases.clocks import STAGES
from services.feedback.loop_cases.models import AT_STAGE, LoopCase
from services.feedback.loop_cases.schemas import LoopCaseFilters
from shared.db.filtering import narrowed
from shared.http.errors import NotFound


async def loop_case(session: AsyncSession, loop_case_id: UUID, *, lock: bool = False) -> LoopCase:
    """One loop case. Raises NotFound."""
    found = await session.get(LoopCase, loop_case_id, with_for_update=lock or None, populate_existing=lock)
    if found is None:
        raise NotFound("There is no loop case with this id.")
    return found


def loop_cases(filters: LoopCaseFilters, at: datetime) -> Select[LoopCase]:
    """All loop cases that fit, in the order they were opened. at: when they are looked at, for what is overdue."""
    listed = narrowed(select(LoopCase).order_by(col(LoopCase.id)), LoopCase, filters, apart=["stage", "overdue"])
    if filters.stage is not None:
        listed = listed.where(text(AT_STAGE[filters.stage]))
    if filters.overdue is not None:
        late = _is_late(at)
        listed = listed.where(late if filters.overdue else not_(late))
    return listed


async def story(session: AsyncSession, trace_id: UUID | None, ticket_id: UUID | None) -> LoopCase | None:
    """The first case of a story that has a ticket, or else its first; named by its trace or by one of its tickets."""
    if trace_id is None and ticket_id is None:
        return None
    named = col(LoopCase.trace_id) == trace_id if trace_id else col(LoopCase.ticket_id) == ticket_id
    first = select(LoopCase).where(named).order_by(col(LoopCase.ticket_id).is_(None), col(LoopCase.id)).limit(1)
    return (await session.scalars(first)).first()


def _is_late(at: datetime) -> ColumnElement[bool]:
    """In a list of cases: one is open, and a step of it is due and not done, by itself or by one after it."""
    late = []
    for number, stage in enumerate(STAGES):
        undone = [getattr(LoopCase, f"{after}_at").is_(None) for after in STAGES[number:]]
        late.append(and_(getattr(LoopCase, f"{stage}_due_at") < at, *undone))
    # coalesce: a step that has no due is not late, and neither is it unknown whether it is
    return and_(col(LoopCase.state) == "open", func.coalesce(or_(*late), False))
