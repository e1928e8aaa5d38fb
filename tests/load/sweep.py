"""Stage: the job that tells which SLA clocks fell due, with a million open clocks beside a thousand; 100 are due.

It is the product's own job in the product's own runner, lease and commit included. The application's clock stands
where just as many clocks have fallen due.
"""

import asyncio
import time
from collections.abc import Sequence
from datetime import datetime
from statistics import median

from services.ticketing.sla import jobs
from shared.db.session import Database
from shared.worker.jobs import JobRunner
from tests.load.dataset import kept
from tests.load.dataset.kept import LARGE, SMALL, Kept
from tests.load.figures import Figure
from tests.load.site import Site

STAGE = "due-job sweep"
REACH = 1.3
WARM, MEASURED = 1, 3  # runs a round
[JOB] = jobs.JOBS
DUE = JOB.batch

UNTIL_SO_MANY_ARE_DUE = f"SELECT next_at FROM sla_clock WHERE next_at IS NOT NULL ORDER BY next_at OFFSET {DUE} LIMIT 1"
OPEN = "SELECT count(*) FROM sla_clock WHERE state = 'running'"
TOLD = "SELECT count(*) FROM outbox WHERE type = 'sla.warned.v1'"


def measure(site: Site, rounds: int) -> list[Figure]:
    """Sweep both in turns. Raises AssertionError where it did not tell of each clock that was due."""
    took: dict[str, list[float]] = {SMALL: [], LARGE: []}
    with kept.opened(site.data) as data, data.copy("ticketing", f"sweep_{LARGE}") as large:
        [clocks] = data.rows(OPEN, f"sweep_{LARGE}")
        [few] = data.rows(OPEN, f"sweep_{SMALL}")
        for number in range(rounds):
            with data.copy("ticketing", f"sweep_{SMALL}") as small:
                data.postgres.execute("CHECKPOINT")
                took[SMALL].append(_round(data, small, SMALL, told_before=0))
            took[LARGE].append(_round(data, large, LARGE, told_before=number * (WARM + MEASURED) * DUE))
    measure = f"{DUE} due of {int(clocks):,} clocks, by {int(few):,}, p50"
    return [Figure(STAGE, measure, "ms", "less", took[LARGE], took[SMALL], REACH)]


def _round(data: Kept, url: str, size: str, *, told_before: int) -> float:
    """The median of the runs, in milliseconds."""
    milliseconds = asyncio.run(_runs(url))
    [told] = data.rows(TOLD, f"sweep_{size}_copy")
    expected = told_before + (WARM + MEASURED) * DUE
    assert int(told) == expected, f"sweep, {size}: told of {told} clocks, not of {expected}"
    return median(milliseconds[WARM:])


async def _runs(url: str) -> Sequence[float]:
    now: list[datetime] = []
    database = Database("ticketing", url, process="bench")
    runner = JobRunner(database, lambda: now[-1], [JOB])
    try:
        await database.fetch(
            f"INSERT INTO job (name, interval_seconds) VALUES ('{JOB.name}', 1) ON CONFLICT DO NOTHING"
        )
        took = []
        for _ in range(WARM + MEASURED):
            [[until]] = await database.fetch(UNTIL_SO_MANY_ARE_DUE)
            now.append(until)
            await database.fetch("UPDATE job SET next_run_at = now()")
            began = time.perf_counter()
            count = await runner.run_once(JOB)
            took.append((time.perf_counter() - began) * 1000)
            assert count == DUE, f"{count} clocks were due, not {DUE}"
    finally:
        await database.close()
    return took
