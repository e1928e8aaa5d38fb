"""The body of every service's migrations/env.py, and how a service is brought to its newest revision.

Migrations run with a short lock timeout: one that cannot get its lock fails and is tried again, instead of
queueing every request of the table behind it.
"""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal

from alembic import command, context
from alembic.autogenerate.api import AutogenContext
from alembic.config import Config
from sqlalchemy import Connection, MetaData, pool, text
from sqlalchemy.ext.asyncio import create_async_engine
from sqlmodel.sql.sqltypes import AutoString

from shared.db.session import asyncpg_url

LOCK_TIMEOUT = "5s"


def upgrade(folder: Path, database_url: str, revision: str = "head") -> None:
    """Bring the database to a revision. Not to be called inside an event loop."""
    command.upgrade(configuration(folder, database_url), revision)


def configuration(folder: Path, database_url: str) -> Config:
    """Alembic's configuration for a service's migrations folder."""
    config = Config()
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    config.attributes["database_url"] = database_url
    return config


def run(*metadata: MetaData) -> None:
    """Run the migrations that Alembic asks for; called by a service's env.py with the metadata of its tables."""
    url: str = context.config.attributes["database_url"]
    asyncio.run(_run(url, metadata))


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
        connection.execute(text(f"SET LOCAL lock_timeout = '{LOCK_TIMEOUT}'"))
        context.run_migrations()


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
