"""A job deals with all that is due, also where a whole batch would never end in time, and comes when it should."""

from collections.abc import AsyncIterator

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from shared.db.session import Database
from shared.events.cause import Cause
from shared.ops.clock import system_clock
from shared.worker.batch_size import BatchSize
from shared.worker.jobs import InBatches, Job, JobRunner, OneByOne
from tests.fixtures.servers import MakeDatabase
from tests.shared.events.conftest import running, until

SELDOM = 3600.0  # seconds: no run comes within a test that did not follow at once
TIMEOUT_SECONDS = 0.8
EACH_SECONDS = 0.02  # so that fifty never end within the timeout

_TAKE = text("""
WITH taken AS (
    UPDATE thing SET times = times + 1
    WHERE number IN (SELECT number FROM thing WHERE times = 0 ORDER BY number LIMIT :most) RETURNING 1
)
SELECT count(*) FROM taken
""")
_WAIT = text("SELECT pg_sleep(:seconds)")


class Things:
    """What is to be dealt with, and how that goes. asked: how many at most each run was told."""

    def __init__(self, database: Database) -> None:
        self.asked: list[int] = []
        self.seconds_each = 0.0
        self.error: Exception | None = None
        self._database = database

    async def add(self, many: int) -> None:
        """So many more."""
        await self._database.fetch("INSERT INTO thing (times) SELECT 0 FROM generate_series(1, $1::int)", many)

    async def times(self) -> set[int]:
        """How often each was dealt with."""
        return {row["times"] for row in await self._database.fetch("SELECT times FROM thing")}

    async def take(self, session: AsyncSession, cause: Cause, at_most: int) -> int:
        """Deal with the next of them."""
        self.asked.append(at_most)
        taken = await session.scalar(_TAKE, {"most": at_most}) or 0
        for _ in range(taken):
            await session.execute(_WAIT, {"seconds": self.seconds_each})
        if self.error is not None:
            raise self.error
        return taken

    async def take_one(self, session: AsyncSession, cause: Cause) -> int:
        """Deal with the next one."""
        return await self.take(session, cause, 1)


class Runs:
    """A worker's runs of a job."""

    def __init__(self, database: Database, job: Job) -> None:
        self._database = database
        self._job = job
        self._runner = JobRunner(database, system_clock, [job])

    async def due(self) -> int | None:
        """The next run, its time having come."""
        await self._runner._declare()
        await self._database.fetch("UPDATE job SET next_run_at = now() WHERE name = $1", self._job.name)
        return await self.next()

    async def next(self) -> int | None:
        """The next run, if it is due."""
        return await self._runner.run_once(self._job)


@pytest.fixture
async def database(fresh_database: MakeDatabase) -> AsyncIterator[Database]:
    found = Database("ticketing", fresh_database("ticketing"), process="tests")
    await found.fetch("CREATE TABLE thing (number int GENERATED ALWAYS AS IDENTITY, times int)")
    yield found
    await found.close()


@pytest.fixture
def things(database: Database) -> Things:
    return Things(database)


async def test_what_never_ends_in_time_as_a_whole_is_done_in_parts(database: Database, things: Things) -> None:
    await things.add(50)
    things.seconds_each = EACH_SECONDS
    hurried = Database("ticketing", database.url, process="tests", transaction_timeout_seconds=TIMEOUT_SECONDS)
    job = Job("take", 0.1, InBatches(things.take, most=50))
    async with running(JobRunner(hurried, system_clock, [job]).run()):
        await until(things.times, lambda found: found == {1}, seconds=60)
    await hurried.close()
    assert things.asked[:2] == [50, 25]


async def test_a_job_that_recovers_gets_its_full_size_again(database: Database, things: Things) -> None:
    await things.add(100)
    runs = Runs(database, Job("take", SELDOM, InBatches(things.take, most=10)))
    things.error = ValueError("whatever it is")
    assert [await runs.due() for _ in range(6)] == [None] * 6
    things.error = None
    assert [await runs.due() for _ in range(6)] == [1, 2, 4, 8, 10, 10]
    assert things.asked == [10, 5, 3, 2, 1, 1, 1, 2, 4, 8, 10, 10]


async def test_a_full_batch_is_followed_at_once_also_after_a_failure(database: Database, things: Things) -> None:
    await things.add(18)
    runs = Runs(database, Job("take", SELDOM, InBatches(things.take, most=8)))
    things.error = ValueError("whatever it is")
    await runs.due()
    assert await runs.next() is None, "what failed waits"
    things.error = None
    assert await runs.due() == 4
    assert [await runs.next() for _ in range(3)] == [8, 6, None]


async def test_one_by_one_goes_on_until_none_is_left(database: Database, things: Things) -> None:
    await things.add(2)
    runs = Runs(database, Job("take", SELDOM, OneByOne(things.take_one)))
    things.error = ValueError("whatever it is")
    await runs.due()
    things.error = None
    assert await runs.due() == 1
    assert [await runs.next() for _ in range(3)] == [1, 0, None]


async def test_a_job_without_batches_comes_at_its_time(database: Database, things: Things) -> None:
    await things.add(2)
    runs = Runs(database, Job("take", SELDOM, things.take_one))
    assert [await runs.due(), await runs.next(), await runs.due()] == [1, None, 1]


def test_a_batch_that_took_long_or_was_not_full_grows_no_larger() -> None:
    size = BatchSize(100, timeout_seconds=30.0)
    size.failed()
    size.took(15.0, 50)
    size.took(0.1, 49)
    assert size.now == 50
    size.took(14.9, 50)
    assert size.now == 100
