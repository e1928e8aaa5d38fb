"""Reading bulk jobs and what came of their rows."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import Select, func, select, text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from shared.db.filtering import narrowed
from shared.features.bulk_jobs.models import BulkJob, BulkJobRow
from shared.features.bulk_jobs.schemas import BulkJobFilters, BulkJobRowFilters
from shared.http.errors import NotFound


def jobs(filters: BulkJobFilters) -> Select[BulkJob]:
    """The jobs that fit, the newest first."""
    return narrowed(select(BulkJob).order_by(col(BulkJob.id).desc()), BulkJob, filters)


async def job(session: AsyncSession, job_id: UUID, *, lock: bool = False) -> BulkJob:
    """One job. lock: until the transaction ends; it waits for the batch that is under way. Raises NotFound."""
    found = await session.get(BulkJob, job_id, with_for_update=lock)
    if found is None:
        raise NotFound("There is no bulk job with this id.")
    return found


async def export(session: AsyncSession, job_id: UUID) -> BulkJob:
    """One export. Raises NotFound, for other jobs too."""
    found = await session.get(BulkJob, job_id)
    if found is None or not found.kind.startswith("export_"):
        raise NotFound("There is no export with this id.")
    return found


def rows(job_id: UUID, filters: BulkJobRowFilters) -> Select[BulkJobRow]:
    """What came of a job's rows, in their order."""
    listed = select(BulkJobRow).where(col(BulkJobRow.job_id) == job_id).order_by(col(BulkJobRow.number))
    return narrowed(listed, BulkJobRow, filters)


async def count_unfinished(session: AsyncSession) -> int:
    """How many jobs wait or run."""
    unfinished = select(func.count()).select_from(BulkJob).where(col(BulkJob.ended_at).is_(None))
    return await session.scalar(unfinished) or 0


async def next_job(session: AsyncSession, kinds: Collection[str]) -> BulkJob | None:
    """Of the jobs that are due and that no other worker has in hand the one that has waited longest, locked."""
    waiting = (
        select(BulkJob)
        .where(
            col(BulkJob.ended_at).is_(None),
            col(BulkJob.due_at) <= text("now()"),
            col(BulkJob.kind).in_(list(kinds)),
        )
        .order_by(col(BulkJob.worked_at))
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    found: BulkJob | None = await session.scalar(waiting)
    return found
