"""The fact table's monthly partitions: made ahead by `migrate` and by a job, and on demand for a stray month."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from weakref import WeakKeyDictionary

from sqlalchemy import Engine
from sqlalchemy.ext.asyncio import AsyncSession

MONTHS_AHEAD = 3

PRESENT = """
SELECT child.relname FROM pg_inherits JOIN pg_class child ON child.oid = inhrelid
WHERE inhparent = 'fact'::regclass
"""

# Attaching locks the parent against other DDL only; CREATE TABLE ... PARTITION OF would stop its readers.
MAKE = "CREATE TABLE {name} (LIKE fact INCLUDING DEFAULTS INCLUDING CONSTRAINTS)"
ATTACH = "ALTER TABLE fact ATTACH PARTITION {name} FOR VALUES FROM ('{first} 00:00+00') TO ('{end} 00:00+00')"

MADE_HERE = "made_partitions"
"""A session's own new partitions: no other may rely on them before the commit."""

_present: WeakKeyDictionary[Engine, set[date]] = WeakKeyDictionary()
"""The months that a database is known to have. Partitions are never taken away while a service runs."""


def month_of(instant: datetime) -> date:
    """The first day of the instant's month, in UTC."""
    return instant.astimezone(UTC).date().replace(day=1)


def following(month: date) -> date:
    """The first day of the next month."""
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)


def ahead_of(instant: datetime) -> list[date]:
    """This month and the next ones."""
    months = [month_of(instant)]
    for _ in range(MONTHS_AHEAD):
        months.append(following(months[-1]))
    return months


async def ensure(session: AsyncSession, months: Iterable[date]) -> int:
    """Make the partitions that are missing; answers how many it made.

    It asks the database only about months that this process has not seen there before.
    """
    connection = await session.connection()
    known = _present.setdefault(connection.engine.sync_engine, set())
    wanted = set(months) - known
    if not wanted:
        return 0
    made: set[date] = session.sync_session.info.setdefault(MADE_HERE, set())
    known |= (wanted & await _present_months(session)) - made
    missing = sorted(wanted - known - made)
    if missing:
        await connection.exec_driver_sql("SELECT pg_advisory_xact_lock(hashtext('fact partitions'))")
        missing = sorted(set(missing) - await _present_months(session))
        for month in missing:
            name = _name(month)
            await connection.exec_driver_sql(MAKE.format(name=name))
            await connection.exec_driver_sql(ATTACH.format(name=name, first=month, end=following(month)))
            made.add(month)
    return len(missing)


async def _present_months(session: AsyncSession) -> set[date]:
    connection = await session.connection()
    names = (await connection.exec_driver_sql(PRESENT)).scalars()
    return {date.fromisoformat(f"{name.removeprefix('fact_').replace('_', '-')}-01") for name in names}


def _name(month: date) -> str:
    return f"fact_{month:%Y_%m}"
