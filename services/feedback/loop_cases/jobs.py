"""What time does to loop cases: a step that was not done in time is told, once."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.feedback.loop_cases import clocks, service
from services.feedback.loop_cases.models import LoopCase
from shared.events.cause import Cause
from shared.worker.jobs import InBatches, Job


async def tell_overdue(session: AsyncSession, cause: Cause, at_most: int) -> int:
    """Tell the steps that were due before they were done; answers how many cases were looked at.

    Times decide, not when this runs: a step that was late and is done by now is told as well, and one that was in time
    never. What somebody else has locked is found the next time.
    """
    due = (
        select(LoopCase)
        .where(col(LoopCase.next_due_at) < cause.at)
        .order_by(col(LoopCase.next_due_at))
        .limit(at_most)
        .with_for_update(skip_locked=True)
        .execution_options(populate_existing=True)
    )
    cases = (await session.scalars(due)).all()
    for case in cases:
        for stage, due_at in clocks.missed(case.dues, case.times, cause.at):
            if stage not in case.overdue_stages:
                case.overdue_stages = [*case.overdue_stages, stage]
                service.tell_overdue(session, cause, case, stage, due_at)
        case.next_due_at = clocks.next_due(case.dues, case.times, cause.at)
    return len(cases)


JOBS = (Job("loop_overdue", every_seconds=5.0, deed=InBatches(tell_overdue, most=100)),)
