"""What time triggers: each due run of a job is done once, whichever worker comes first.

A run is one transaction that holds the job's row locked: a worker that dies in it leaves the run due.
"""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

from shared.db.session import Database
from shared.events.cause import Cause
from shared.events.inbox import describe
from shared.events.transaction import transaction
from shared.ids import uuid7
from shared.ops.clock import Clock
from shared.ops.pauses import pause
from shared.worker.batch_size import BatchSize

TICK_SECONDS = 0.25

log = logging.getLogger(__name__)

JobDeed = Callable[[AsyncSession, Cause], Awaitable[int]]
BatchDeed = Callable[[AsyncSession, Cause, int], Awaitable[int]]

DECLARE = text("""
INSERT INTO job (name, interval_seconds) SELECT * FROM unnest(CAST(:names AS text[]), CAST(:intervals AS float8[]))
ON CONFLICT (name) DO UPDATE SET interval_seconds = excluded.interval_seconds,
    next_run_at = least(job.next_run_at, now() + make_interval(secs => excluded.interval_seconds))
WHERE job.interval_seconds <> excluded.interval_seconds
""")
DUE = text("SELECT name FROM job WHERE next_run_at <= now() AND name = ANY (:names)")
LEASE = text("SELECT 1 FROM job WHERE name = :name AND next_run_at <= now() FOR UPDATE SKIP LOCKED")
STATES = text("""
SELECT name, greatest(0, extract(epoch FROM now() - next_run_at)) AS overdue,
       coalesce(outcome LIKE 'failed%', false) AS failed
FROM job WHERE name = ANY (:names)
""")
RECORD = text("""
UPDATE job SET last_run_at = now(), last_duration_seconds = :seconds, last_count = :count, outcome = :outcome,
       next_run_at = now() + make_interval(secs => :wait)
WHERE name = :name
""")


@dataclass(frozen=True, slots=True)
class InBatches:
    """A deed that deals with at most as many things as it is told. A full batch is followed by the next run at once.

    most: how many that are; fewer for a while after a run that failed.
    """

    deed: BatchDeed
    most: int


@dataclass(frozen=True, slots=True)
class OneByOne:
    """A deed that deals with one thing. If it did, the next run follows at once."""

    deed: JobDeed


@dataclass(frozen=True, slots=True)
class Job:
    """Work that is due every so many seconds.

    deed: one transaction; answers how many things it dealt with.
    """

    name: str
    every_seconds: float
    deed: JobDeed | InBatches | OneByOne

    @property
    def batch(self) -> int:
        """How many things a run deals with if more may be left; 0 where no run leaves any."""
        match self.deed:
            case InBatches(most=most):
                return most
            case OneByOne():
                return 1
            case _:
                return 0

    async def run(self, session: AsyncSession, cause: Cause, at_most: int) -> int:
        """Do the deed; answers how many things it dealt with. at_most: for one in batches."""
        match self.deed:
            case InBatches(deed=deed):
                return await deed(session, cause, at_most)
            case OneByOne(deed=deed):
                return await deed(session, cause)
            case deed:
                return await deed(session, cause)


@dataclass(frozen=True, slots=True)
class Loop:
    """Work that takes its own leases and transactions because it goes out to the network in between.

    work: one round; answers how many things it dealt with; a round that dealt with some is followed at once.
    """

    name: str
    every_seconds: float
    work: Callable[[], Awaitable[int]]


class JobRunner:
    """Runs until it is cancelled."""

    def __init__(self, database: Database, clock: Clock, jobs: Sequence[Job], loops: Sequence[Loop] = ()) -> None:
        self._database = database
        self._clock = clock
        self._jobs = {job.name: job for job in jobs}
        timeout = database.transaction_timeout_seconds
        self._sizes = {job.name: BatchSize(job.batch, timeout) for job in jobs}
        self._loops = loops

    async def run(self) -> None:
        """Declare the jobs, then run what is due, for ever."""
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._run_jobs())
            for loop in self._loops:
                tasks.create_task(self._run_loop(loop))

    async def _run_jobs(self) -> None:
        declared = False
        while True:
            try:
                if not declared:
                    await self._declare()
                    declared = True
                async with self._database.session() as session:
                    due = (await session.scalars(DUE, {"names": list(self._jobs)})).all()
                await asyncio.gather(*(self.run_once(self._jobs[name]) for name in due))
            except Exception as error:
                log.warning("jobs wait: %s", describe(error))
                await pause(1)
            await pause(TICK_SECONDS)

    async def _declare(self) -> None:
        async with transaction(self._database) as session:
            await session.execute(
                DECLARE,
                {"names": list(self._jobs), "intervals": [float(job.every_seconds) for job in self._jobs.values()]},
            )

    async def states(self, session: AsyncSession) -> Sequence[Row[Any]]:
        """Of each job: its name, for how many seconds it has been due, and whether its last run failed."""
        return (await session.execute(STATES, {"names": list(self._jobs)})).all()

    async def run_once(self, job: Job) -> int | None:
        """Run a job if it is due and nobody else does; answers its count, None if it was not run or failed."""
        started = time.monotonic()
        size = self._sizes[job.name]
        try:
            async with transaction(self._database) as session:
                if (await session.execute(LEASE, {"name": job.name})).first() is None:
                    return None
                cause = Cause(f"job/{job.name}/{uuid7()}", f"service/{self._database.service}", self._clock())
                count = await job.run(session, cause, size.now)
                await self._record(session, job, "done", count, time.monotonic() - started)
        except Exception as error:
            size.failed()
            log.warning("job %s failed: %s", job.name, describe(error))
            if size.now < job.batch:
                log.info("job %s takes %d at most for now", job.name, size.now)
            async with transaction(self._database) as session:
                await self._record(session, job, f"failed: {describe(error)}", None, time.monotonic() - started)
            return None
        size.took(time.monotonic() - started, count)
        return count

    async def _record(self, session: AsyncSession, job: Job, outcome: str, count: int | None, seconds: float) -> None:
        more = count is not None and self._sizes[job.name].is_full(count)
        wait = 0.0 if more else job.every_seconds
        await session.execute(
            RECORD, {"name": job.name, "outcome": outcome, "count": count, "seconds": seconds, "wait": wait}
        )

    async def _run_loop(self, loop: Loop) -> None:
        while True:
            try:
                while await loop.work():
                    pass
            except Exception as error:
                log.warning("%s starts over: %s", loop.name, describe(error))
            await pause(loop.every_seconds)
