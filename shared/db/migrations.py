"""How a service's database is brought to its newest revision, and how the next revision is written.

Migrations run with a short lock timeout: one that cannot get its lock fails and is tried again, instead of
queueing every request of the table behind it. One process migrates a database at a time; others wait their turn.
"""

import asyncio
import random
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal

from alembic import command, context
from alembic.autogenerate.api import AutogenContext
from alembic.config import Config
from sqlalchemy import Connection, MetaData, pool, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import create_async_engine
from sqlmodel.sql.sqltypes import AutoString

from shared.db.session import asyncpg_url

LOCK_TIMEOUT = "500ms"  # for so long every writer of the table waits behind a migration that waits
PATIENCE_SECONDS = 300.0  # a backup reads a table for minutes
LOCK_NOT_AVAILABLE = "55P03"
# Held by the connection, since a revision may commit in its middle. Tried and not waited for: who waits has a
# snapshot, and an index that is built beside the running system waits for all of those.
ONE_AT_A_TIME = text("SELECT pg_try_advisory_lock(23457)")
NEXT = text("SELECT pg_advisory_unlock(23457)")


class AnotherMigrates(RuntimeError):
    """Another process has been migrating this database all the while."""


def upgrade(folder: Path, database_url: str, revision: str = "head") -> None:
    """Bring the database to a revision. Not to be called inside an event loop.

    While another transaction holds a lock that it needs, or another process migrates, it starts over, for five
    minutes at most. Raises AnotherMigrates.
    """
    deadline = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            return command.upgrade(configuration(folder, database_url), revision)
        except (DBAPIError, AnotherMigrates) as error:
            if not _may_pass(error) or time.monotonic() > deadline:
                raise
        time.sleep(random.uniform(0.5, 1.5))


def _may_pass(error: DBAPIError | AnotherMigrates) -> bool:
    return isinstance(error, AnotherMigrates) or getattr(error.orig, "sqlstate", None) == LOCK_NOT_AVAILABLE


def configuration(folder: Path, database_url: str, tables: Sequence[MetaData] = ()) -> Config:
    """Alembic's configuration for a service.

    folder: the service's revisions. tables: its metadata, needed only to compare or to write a revision.
    """
    config = Config()
    for option, value in {
        "script_location": str(Path(__file__).parent / "alembic"),
        "version_locations": str(folder),
        "path_separator": "os",
        "file_template": "%(rev)s_%(slug)s",
    }.items():
        config.set_main_option(option, value.replace("%", "%%"))
    config.attributes["database_url"] = database_url
    config.attributes["tables"] = list(tables)
    return config


def run() -> None:
    """Run the migrations that Alembic asks for; called by env.py."""
    given = context.config.attributes
    asyncio.run(_run(given["database_url"], given["tables"]))


async def _run(url: str, metadata: Sequence[MetaData]) -> None:
    engine = create_async_engine(asyncpg_url(url), poolclass=pool.NullPool)
    try:
        async with engine.connect() as connection:
            await connection.run_sync(_migrate, metadata)
            await connection.commit()
    finally:
        await engine.dispose()


def _migrate(connection: Connection, metadata: Sequence[MetaData]) -> None:
    context.configure(
        connection=connection,
        target_metadata=list(metadata),
        render_item=_render_item,
        compare_type=True,
        compare_server_default=False,
        include_object=_is_declared,
    )
    with context.begin_transaction():
        if not connection.execute(ONE_AT_A_TIME).scalar_one():
            raise AnotherMigrates
        # Not LOCAL: it must hold in a revision's `autocommit_block` as well.
        connection.execute(text(f"SET lock_timeout = '{LOCK_TIMEOUT}'"))
        context.run_migrations()
    connection.execute(NEXT)


def _render_item(kind: str, item: Any, autogen: AutogenContext) -> str | Literal[False]:
    """SQLModel's own types as plain SQLAlchemy, so that a revision imports nothing of ours."""
    if kind == "type" and isinstance(item, AutoString):
        return "sa.Text()"
    if kind == "type" and type(item).__name__ == "UTCDateTime":
        return "sa.DateTime(timezone=True)"
    return False


def _is_declared(item: Any, name: str | None, kind: str, reflected: bool, compared: Any) -> bool:
    """Partitions are made by jobs, not by revisions."""
    return not (kind == "table" and reflected and (name or "").startswith("fact_"))
