"""The worker's half: claims a job, deals with some of its rows in one transaction, and goes on with the next.

A batch is bound by its number of rows and by its time, so that it ends well within the transaction's limit and keeps
nobody long from what it has locked. A batch that is lost as a whole is tried again row by row, later and later.
"""

import logging
from collections.abc import Iterator, Sequence
from time import monotonic
from typing import Any
from uuid import UUID

from pydantic import ValidationError
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from shared.db.session import Database
from shared.db.statements import fetch
from shared.events import writing
from shared.events.cause import Cause
from shared.events.inbox import describe
from shared.events.transaction import transaction
from shared.events.transient import is_transient
from shared.features.bulk_jobs import exporting, pieces, queries, rows
from shared.features.bulk_jobs.kinds import Asked, Dealt, Entity, RowKind
from shared.features.bulk_jobs.models import BulkJob, BulkJobRow
from shared.features.bulk_jobs.rows import Row, Unreadable
from shared.http import bodies, fields, problems
from shared.http.backlog import Backlog
from shared.http.errors import Invalid, Problem, Unavailable, place
from shared.http.invalid import places
from shared.ops.clock import Clock
from shared.ops.metrics import Metrics
from shared.ops.settings import ServiceSettings

MOST_ROWS = 200  # a batch
LONGEST_SECONDS = 0.5  # a batch; it holds locks that requests wait for
SHARE = 0.25  # of a transaction's time, where that is less
FEW, MANY = 2, 6  # pieces that are read at once; MANY hold the longest row
PATIENCE = 3  # batches in a row, lost because of their first row alone, until that is given up
MOST_FAILURES = 8  # batches in a row, until the job is; two minutes after the first
LONGEST_WAIT = 120  # seconds

_LIMITS = text("SELECT set_config('lock_timeout', :wait, true), set_config('statement_timeout', :statement, true)")
"""A row that is held, or that takes too long, is lost alone and not with its batch's transaction."""
_LATER = text("""
UPDATE bulk_job SET failures = failures + 1, due_at = now() + make_interval(secs => least(:longest, 2 ^ failures)),
       worked_at = now()
WHERE id = :id AND ended_at IS NULL RETURNING failures
""")

log = logging.getLogger(__name__)

Record = dict[str, Any]


class BulkRunner:
    """One worker's hand in its service's bulk jobs."""

    def __init__(
        self,
        database: Database,
        settings: ServiceSettings,
        kinds: Sequence[RowKind],
        exports: Sequence[Entity],
        metrics: Metrics,
        clock: Clock,
    ) -> None:
        self._database = database
        self._metrics = metrics
        self._clock = clock
        self._kinds = {kind.name: kind for kind in kinds}
        self._exports = {entity.kind: entity for entity in exports}
        self._backlog = Backlog(database, rows=settings.outbox_limit, seconds=settings.outbox_limit_seconds)
        self._seconds = min(LONGEST_SECONDS, SHARE * settings.transaction_timeout_seconds)
        longest = 2 * SHARE * settings.transaction_timeout_seconds
        self._limits = {"wait": f"{int(self._seconds * 1000)}ms", "statement": f"{int(longest * 1000)}ms"}

    async def run_once(self) -> int:
        """One batch of the job that has waited longest; answers 1, or 0 where nothing is due or may be told."""
        job_id, done = None, {}
        try:
            async with transaction(self._database) as session:
                job = await queries.next_job(session, [*self._kinds, *self._exports])
                if job is None or (job.kind in self._kinds and await self._backlog.refusal() is not None):
                    return 0
                job_id, done = job.id, job.outcomes
                session.expunge(job)  # a savepoint that is rolled back must not touch it
                await self._work(session, job)
                session.add(job)
        except Exception as error:
            if job_id is None:
                raise
            log.warning("bulk job %s lost a batch: %s", job_id, describe(error))
            await self._wait_after_failure(job_id)
        else:
            for outcome, count in job.outcomes.items():
                self._metrics.bulk_rows_total.labels(outcome).inc(count - done[outcome])
        return 1

    async def _work(self, session: AsyncSession, job: BulkJob) -> None:
        deadline = monotonic() + self._seconds
        cause = Cause(f"job/{job.kind}/{job.id}", job.actor, self._clock(), job.staff_id, job.traceparent)
        job.start(cause.at)
        job.worked_at = await session.scalar(text("SELECT clock_timestamp()"))
        if job.kind in self._exports:
            ended = await exporting.write_some(session, job, self._exports[job.kind], deadline)
        else:
            await session.execute(_LIMITS, self._limits)
            held = fields.request_time.set(cause.at)
            try:
                ended = await self._deal_with_some(session, cause, job, deadline)
            finally:
                fields.request_time.reset(held)
            if ended:
                await pieces.forget(session, job.id)
        if ended:
            job.end("done", cause.at)

    async def _deal_with_some(self, session: AsyncSession, cause: Cause, job: BulkJob, deadline: float) -> bool:
        """Deal with a batch of rows; answers whether they were the last."""
        batch = _Batch(self._kinds[job.kind], job, Asked(job.options, job.scopes))
        most = 1 if job.failures else MOST_ROWS
        for count in (FEW, MANY):
            at = job.position["at"]
            first, offset = divmod(at, pieces.PIECE)
            window = await pieces.window(session, job.id, first, count)
            whole = first * pieces.PIECE + len(window) >= (job.input_bytes or 0)
            for row in _rows(job, window, offset, whole=whole):
                if row.content is not None or row.fault is not None:
                    record = await batch.record(session, cause, row)
                    if record is None:
                        break
                    batch.records.append(record)
                job.position = {"at": first * pieces.PIECE + row.ends_at} | ({"cut": True} if row.cut else {})
                if len(batch.records) >= most or monotonic() >= deadline:
                    break
            if job.position["at"] > at or batch.records:
                break  # with fewer pieces there may be no whole row
        if batch.records:
            kept = [{"job_id": job.id, **record} for record in batch.records]
            await fetch(session, writing.inserting(BulkJobRow, tuple(kept[0]), 1), writing.as_json(kept))
        job.count([record["outcome"] for record in batch.records])
        return bool(job.position["at"] >= (job.input_bytes or 0))

    async def _wait_after_failure(self, job_id: UUID) -> None:
        async with transaction(self._database) as session:
            failures = await session.scalar(_LATER, {"id": job_id, "longest": LONGEST_WAIT})
            gives_up = (failures or 0) >= MOST_FAILURES  # none where it was cancelled meanwhile
            if gives_up:
                job = await queries.job(session, job_id, lock=True)
                job.end("failed", self._clock(), "gave_up")
                await pieces.forget(session, job_id)
        if gives_up:
            self._metrics.bulk_jobs_failed_total.inc()


class _NotForReal(Exception):
    """A dry run: what the row did is to be undone."""

    def __init__(self, dealt: Dealt) -> None:
        super().__init__()
        self.dealt = dealt


class _Batch:
    """The rows of one batch."""

    def __init__(self, kind: RowKind, job: BulkJob, asked: Asked) -> None:
        self._kind = kind
        self._job = job
        self._asked = asked
        self._done = job.done
        self.records: list[Record] = []

    async def record(self, session: AsyncSession, cause: Cause, row: Row) -> Record | None:
        """Deal with a row; answers what is kept of it, or None where it has to wait for a later batch.

        Raises what lost the whole batch, and what the first row has to wait for.
        """
        number = self._done + len(self.records) + 1
        body = None
        try:
            body = self._body(row)
            dealt = await self._dealt(session, cause, body)
        except Exception as error:
            if is_transient(error) and (self.records or self._job.failures < PATIENCE):
                if not self.records:
                    raise
                return None
            return _refused(number, error, self._thing(body))
        thing_id = None if self._job.dry_run and dealt.outcome == "succeeded" else dealt.thing_id
        return _record(number, dealt.outcome, thing_id, dealt.code)

    async def _dealt(self, session: AsyncSession, cause: Cause, body: Any) -> Dealt:
        try:
            async with session.begin_nested():
                dealt = await self._kind.deed(session, cause, self._asked, body)
                await session.flush()
                # Here, so that what two rows tell of one thing keeps its order.
                await session.run_sync(writing.store_what_waits_here)
                if self._job.dry_run:
                    raise _NotForReal(dealt)
        except _NotForReal as dry:
            return dry.dealt
        return dealt

    def _body(self, row: Row) -> Any:
        """What a row says, as JSON. Raises Invalid."""
        if row.fault is not None:
            raise _unreadable(row.fault)
        if isinstance(row.content, bytes):
            return bodies.parse(row.content, bodies.JSON)
        names, cells = self._job.options["names"], row.content or []
        if len(cells) != len(names):
            said = f"It has {len(cells)} fields where the header has {len(names)}"
            raise _unreadable(Unreadable("wrong_number_of_fields", said))
        return self._kind.columns.body(names, cells)

    def _thing(self, body: Any) -> UUID | None:
        return None if body is None else self._kind.thing(body)


def _rows(job: BulkJob, window: bytes, offset: int, *, whole: bool) -> Iterator[Row]:
    """The rows of a window from an offset on."""
    if job.position.get("cut"):
        rest = rows.behind_the_line(window[offset:])
        yield Row(offset + rest, cut=not window.endswith(b"\n", offset, offset + rest) and not whole)
        return
    if "names" in job.options:
        yield from rows.csv_rows(window, offset, delimiter=job.options["delimiter"], whole=whole)
    else:
        yield from rows.json_lines(window, offset, whole=whole)


def _unreadable(fault: Unreadable) -> Invalid:
    return Invalid(errors=[place("body", msg=fault.said, code=fault.code)])


def _refused(number: int, error: Exception, thing_id: UUID | None) -> Record:
    """What is kept of a row that was refused: what the API would answer. What nobody foresaw is in the log."""
    if isinstance(error, ValidationError):
        problem: Problem = Invalid(errors=places(error.errors(include_input=False, include_url=False), "body"))
    else:
        problem = problems.problem_of(error)
    if problem.status >= 500 and not isinstance(problem, Unavailable):
        log.error("a row of a bulk job failed: %s", describe(error))
    conflicting = UUID(problem.conflicting_id) if problem.conflicting_id else None
    detail = problem.detail or problem.title
    return _record(number, "failed", thing_id or conflicting, problem.code, detail, problem.errors)


def _record(
    number: int,
    outcome: str,
    thing_id: UUID | None,
    code: str | None = None,
    detail: str | None = None,
    errors: Sequence[Any] = (),
) -> Record:
    return {
        "number": number,
        "outcome": outcome,
        "thing_id": thing_id,
        "code": code,
        "detail": detail,
        "errors": list(errors),
    }
