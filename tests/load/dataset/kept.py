"""The data set: databases that are loaded once and kept in STATE until the product writes other rows.

Each service has a small database and one that is RATIO times as large; both hold the same hours. BENCH_TICKETS says how
large; the facts are FACTS_OF_A_TICKET times as many.
"""

import asyncio
import contextlib
import hashlib
import io
import json
import os
import shutil
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import asyncpg

from deploy.local import processes
from deploy.local.postgres import Postgres
from deploy.local.processes import ServerError
from services.analytics.facts import partitions
from services.analytics.metrics import cells
from services.analytics.metrics.definitions import SUMMED
from shared.db.session import Database
from shared.events.cause import Cause
from shared.events.transaction import transaction
from shared.ops import log
from shared.ops.clock import system_clock
from tests.fixtures import run
from tests.load.dataset import sample
from tests.load.dataset.copies import Copies, Starts
from tests.load.dataset.sample import STARTS_AT, TICKETS_OF_A_COPY, Sample

FACTS_OF_A_TICKET = 5
RATIO = 100
FEWEST_TICKETS = 100_000  # with fewer a small database would fill no page of some lists
SMALL, LARGE = "small", "large"
FEW_CLOCKS = 1000  # open ones in the small database for the sweep; the large one has as many as there are tickets
RECOMPUTED = "analytics_recomputed"
"""As many facts as BENCH_TICKETS."""

MOST_HOURS = 400  # ten weeks of five days of eight hours
HOURS_OF_A_DAY, DAYS_OF_A_WEEK = 8, 5
QUARTER_OF_AN_HOUR = timedelta(minutes=15)
AT_ONCE = 500  # copies in one COPY

MARK_ALL_HOURS = """
INSERT INTO metric_stale_hour (metric, version, hour)
SELECT DISTINCT metric, version, hour FROM contribution
JOIN unnest($1::text[], $2::int[]) AS summed (metric, version) USING (metric, version)
"""


@dataclass(frozen=True)
class Part:
    """One database. copies: of which sample. tickets: in all copies."""

    name: str
    service: str
    sample: Sample
    copies: int
    starts: Starts
    tickets: int


class Kept:
    """The data set's server, running. Its databases are to be left as they are: write to a `copy`."""

    def __init__(self, postgres: Postgres) -> None:
        self.postgres = postgres

    def url(self, service: str, size: str) -> str:
        """The DSN of a service's database."""
        return self.postgres.url(f"{service}_{size}", role=service)

    def rows(self, statement: str, database: str) -> list[str]:
        """What a query answers, one string per row."""
        return self.postgres.query(statement, database)

    @contextlib.contextmanager
    def copy(self, service: str, database: str) -> Iterator[str]:
        """The DSN of a copy that may be written to, until the end of the block."""
        name = f"{database}_copy"
        self.postgres.execute(
            f"DROP DATABASE IF EXISTS {name}",
            f"CREATE DATABASE {name} TEMPLATE {database} OWNER {service} STRATEGY file_copy",
        )
        try:
            yield self.postgres.url(name, role=service)
        finally:
            self.postgres.execute(f"DROP DATABASE {name} WITH (FORCE)")


def tickets() -> int:
    """How many the large databases hold: BENCH_TICKETS, a million without it."""
    text = os.environ.get("BENCH_TICKETS") or "1000000"
    if not text.isdecimal() or int(text) < FEWEST_TICKETS:
        raise ServerError(f"BENCH_TICKETS is {text!r}, but must be a number from {FEWEST_TICKETS} on")
    return int(text)


@contextlib.contextmanager
def opened(folder: Path) -> Iterator[Kept]:
    """The data set's server, until the end of the block. `make` was called before."""
    postgres = Postgres(folder / "postgres", port=processes.free_port(), log=folder / "postgres.log")
    postgres.start()
    try:
        yield Kept(postgres)
    finally:
        postgres.stop()


def make(folder: Path) -> None:
    """Load it, unless it is there in this size and the product would write it so still."""
    marker, wanted = folder / "made.json", _description()
    if marker.exists() and json.loads(marker.read_text()) == wanted:
        return
    began = time.monotonic()
    print(f"making the data set of {tickets():,} tickets …", file=sys.stderr, flush=True)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    folder.chmod(0o711)  # PostgreSQL, which refuses root, has to pass through
    log.configure(service="bench", level="ERROR")
    # What a crash loses is made again.
    postgres = Postgres(folder / "postgres", port=processes.free_port(), log=folder / "postgres.log", durable=False)
    postgres.start()
    try:
        for part in _parts(postgres, tickets()):
            load(postgres, part)
    finally:
        postgres.stop()
    os.sync()
    marker.write_text(json.dumps(wanted, indent=2) + "\n")
    print(f"made it in {time.monotonic() - began:.0f} s; it stays in {folder}", file=sys.stderr, flush=True)


def load(postgres: Postgres, part: Part) -> None:
    """Make one database."""
    began = time.monotonic()
    run.clone_database(part.service, part.name, postgres)
    asyncio.run(_load(postgres, part))
    took = time.monotonic() - began
    print(f"  {part.name}: {part.tickets:,} tickets in {took:.0f} s", file=sys.stderr, flush=True)


def _description() -> dict[str, object]:
    """What the data set depends on: its size, who makes it, and the databases' newest revisions."""
    makers = sorted(maker for maker in Path(__file__).parent.glob("*.py") if not maker.name.startswith("test_"))
    return {
        "tickets": tickets(),
        "makers": hashlib.sha256(b"".join(maker.read_bytes() for maker in makers)).hexdigest(),
        "revisions": {
            service: max(path.name for path in Path(f"services/{service}/migrations").glob("[0-9]*.py"))
            for service in sample.TABLES
        },
    }


def _parts(postgres: Postgres, tickets: int) -> list[Part]:
    whole = asyncio.run(sample.taken(lambda service: _for_a_sample(service, postgres)))
    unseen = asyncio.run(sample.taken_for_the_sweep(lambda service: _for_a_sample(service, postgres)))
    facts_of_a_copy = whole.rows["analytics"]["fact"].count(b"\n")
    copies = {
        "ticketing": tickets // TICKETS_OF_A_COPY,
        "feedback": tickets // TICKETS_OF_A_COPY,
        "analytics": tickets * FACTS_OF_A_TICKET // facts_of_a_copy,
    }
    hours = min(MOST_HOURS, *(many // RATIO for many in copies.values()))

    def part(name: str, service: str, many: int) -> Part:
        return Part(name, service, whole, many, working_hours(many, hours), many * TICKETS_OF_A_COPY)

    found = [part(RECOMPUTED, "analytics", tickets // facts_of_a_copy)]
    for size, share, clocks in ((SMALL, RATIO, FEW_CLOCKS), (LARGE, 1, tickets)):
        found += [part(f"{service}_{size}", service, many // share) for service, many in copies.items()]
        waiting = clocks // 2  # tickets, of two clocks each
        found.append(Part(f"sweep_{size}", "ticketing", unseen, waiting, within_an_hour(waiting), waiting))
    return found


def _for_a_sample(service: str, postgres: Postgres) -> str:
    """A new database, in which a sample is taken."""
    postgres.execute(f"DROP DATABASE IF EXISTS sample_{service}")
    return run.clone_database(service, f"sample_{service}", postgres)


def working_hours(copies: int, hours: int) -> Starts:
    """As many copies in the first quarter of each of these hours, from Mondays to Fridays."""

    def starts(number: int) -> datetime:
        hour, rest = divmod(number * hours, copies)
        day, hour_of_day = divmod(hour, HOURS_OF_A_DAY)
        week, weekday = divmod(day, DAYS_OF_A_WEEK)
        moved = timedelta(weeks=week, days=weekday, hours=hour_of_day)
        return STARTS_AT + moved + QUARTER_OF_AN_HOUR * rest / copies

    return starts


def within_an_hour(copies: int) -> Starts:
    """All copies in one hour, so that no two fall due at once."""
    return lambda number: STARTS_AT + timedelta(hours=1) * number / copies


async def _load(postgres: Postgres, part: Part) -> None:
    database = Database(part.service, postgres.url(part.name, role=part.service), transaction_timeout_seconds=0)
    try:
        if part.service == "analytics":
            await _make_partitions(database, part)
        await _copy_in(postgres.url(part.name), part)
        if part.service == "analytics":
            await _add_up_hours(database)
    finally:
        await database.close()
    connection = await asyncpg.connect(postgres.url(part.name))
    try:
        await connection.execute("VACUUM (FREEZE, ANALYZE)")
    finally:
        await connection.close()


async def _copy_in(superuser_url: str, part: Part) -> None:
    copies = Copies(part.sample, part.service, starts=part.starts, tickets=part.tickets)
    connection = await asyncpg.connect(superuser_url)
    try:
        # References hold as they held in the sample; to look each up would take as long again.
        await connection.execute("SET session_replication_role = replica")
        for first in range(0, part.copies, AT_ONCE):
            values = [copies.values(number) for number in range(first, min(first + AT_ONCE, part.copies))]
            for table, template in copies.templates.items():
                rows = b"".join([template % each for each in values])
                if rows:
                    await connection.copy_to_table(table, source=io.BytesIO(rows))
    finally:
        await connection.close()


async def _make_partitions(database: Database, part: Part) -> None:
    """By the product's own code, for all months in which there are facts."""
    month = partitions.month_of(STARTS_AT)
    months = {month}
    while month < partitions.month_of(part.starts(part.copies - 1) + timedelta(days=15)):
        months.add(month := partitions.following(month))
    async with transaction(database) as session:
        await partitions.ensure(session, months)


async def _add_up_hours(database: Database) -> None:
    """By the product's own job, as if all hours had come to rest."""
    columns = tuple(list(column) for column in zip(*sorted(SUMMED), strict=True))
    async with transaction(database) as session:
        connection = await session.connection()
        await connection.exec_driver_sql(MARK_ALL_HOURS, columns)
    cause, done = Cause("job/bench", "service/bench", system_clock()), 1
    while done:
        async with transaction(database) as session:
            done = await cells.add_up_hours(session, cause, 50, rest_seconds=0)
