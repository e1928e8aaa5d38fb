"""What time triggers: forgetting ended jobs, what exports wrote, and uploads of which no job came."""

from sqlalchemy import CursorResult, text
from sqlalchemy.ext.asyncio import AsyncSession

from shared.events.cause import Cause
from shared.features.bulk_jobs.schemas import EXPORT_KEPT
from shared.worker.jobs import InBatches, Job

EVERY_SECONDS = 600.0
KEPT_DAYS = 7
UPLOAD_HOURS = 1  # from the arrival of a piece until it is nobody's; an upload takes 5 minutes at most
PIECES = 200  # of 256 KiB, less what compressing saves
BATCH = 5_000  # rows

# Their sub-selects are no joins, so that the few old rows that the index leads to are looked up one by one.
_FORGET_PIECES = text("""
DELETE FROM bulk_piece WHERE (job_id, number) IN (
    SELECT piece.job_id, piece.number FROM bulk_piece AS piece
    WHERE piece.stored_at < now() - make_interval(hours => :upload_hours)
      AND coalesce(
          (SELECT ended_at < now() - make_interval(secs => :kept) OR (ended_at IS NOT NULL AND state <> 'done')
           FROM bulk_job WHERE bulk_job.id = piece.job_id), NOT EXISTS (
               SELECT FROM bulk_job WHERE bulk_job.id = piece.job_id))
    ORDER BY piece.stored_at LIMIT :batch)
""")
_OLD = """
SELECT id FROM bulk_job WHERE ended_at IS NOT NULL AND ended_at < now() - make_interval(days => :days)
ORDER BY ended_at LIMIT 100
"""
_FORGET_ROWS = text(f"""
WITH old AS MATERIALIZED ({_OLD}), forgotten AS MATERIALIZED (
    SELECT each.job_id, each.number FROM old
           CROSS JOIN LATERAL (
               SELECT job_id, number FROM bulk_job_row WHERE bulk_job_row.job_id = old.id LIMIT :batch
           ) AS each
    LIMIT :batch
), gone AS (
    DELETE FROM bulk_job_row USING forgotten
    WHERE bulk_job_row.job_id = forgotten.job_id AND bulk_job_row.number = forgotten.number
    RETURNING 1
)
SELECT count(*) FROM gone
""")  # noqa: S608 - our own words
_FORGET_JOBS = text(f"""
WITH old AS MATERIALIZED ({_OLD}), gone AS (
    DELETE FROM bulk_job USING old
    WHERE bulk_job.id = old.id AND NOT EXISTS (SELECT FROM bulk_job_row WHERE bulk_job_row.job_id = old.id)
    RETURNING 1
)
SELECT count(*) FROM gone
""")  # noqa: S608 - our own words


async def forget_pieces(session: AsyncSession, cause: Cause, at_most: int) -> int:
    """Remove what exports wrote once it is past its day, and uploads that are nobody's; answers how many pieces."""
    kept = {"upload_hours": UPLOAD_HOURS, "kept": EXPORT_KEPT.total_seconds(), "batch": at_most}
    gone = await session.execute(_FORGET_PIECES, kept)
    assert isinstance(gone, CursorResult)
    return gone.rowcount


async def forget_jobs(session: AsyncSession, cause: Cause, at_most: int) -> int:
    """Remove jobs that ended long ago, what came of their rows first; answers how many rows."""
    gone: int = await session.scalar(_FORGET_ROWS, {"days": KEPT_DAYS, "batch": at_most}) or 0
    await session.execute(_FORGET_JOBS, {"days": KEPT_DAYS})
    return gone


JOBS = (
    Job("forget_bulk_pieces", EVERY_SECONDS, InBatches(forget_pieces, most=PIECES)),
    Job("forget_bulk_jobs", EVERY_SECONDS, InBatches(forget_jobs, most=BATCH)),
)
