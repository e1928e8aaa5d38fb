"""A service is migrated while it is written to: no writer waits for a second."""

import asyncio
import shutil
import time
import uuid
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import asyncpg
import pytest
from alembic.script import ScriptDirectory

from deploy import services
from deploy.local.postgres import Postgres
from shared.db import migrations, revisions
from tests.fixtures.stack import eventually

MANY = 100_000  # rows
FEW = 1_000
LONGEST_STALL = 1.0  # seconds
READS_FOR = 2.5  # seconds

FILL = """
INSERT INTO outbox (event_id, topic, key, type, subject, headers, payload)
SELECT gen_random_uuid(), 'load', number::text, 'load', number::text, '{}', convert_to(repeat('x', 300), 'UTF8')
FROM generate_series(1, $1::int) AS number
"""

MADE_UP = """
import sqlalchemy as sa
from alembic import op

revision = "{revision}"
down_revision = "{head}"
branch_labels = depends_on = None


def upgrade() -> None:
    op.add_column("outbox", sa.Column("made_up", sa.Integer(), server_default="0", nullable=False))
    with op.get_context().autocommit_block():
        op.create_index("ix_outbox_made_up", "outbox", ["made_up"], postgresql_concurrently=True)
"""
"""What a release adds to a large table: a column, and an index beside its writers."""


@pytest.fixture
def database(postgres: Postgres) -> Iterator[str]:
    """The URL of an empty database."""
    name = f"load_{uuid.uuid4().hex[:10]}"
    postgres.execute(f"CREATE DATABASE {name}")
    yield postgres.url(name)
    postgres.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def with_one_more(tmp_path: Path) -> Path:
    """Feedback's revisions and a made-up one after them."""
    folder = tmp_path / "migrations"
    shutil.copytree(services.service("feedback").migrations, folder)
    more = MADE_UP.format(revision="made_up", head=revisions.newest(folder))
    (folder / "made_up.py").write_text(more)
    return folder


@pytest.mark.full_matrix
@pytest.mark.parametrize("name", services.NAMES)
async def test_the_newest_revision_stops_no_writer(name: str, database: str) -> None:
    folder = services.service(name).migrations
    steps = ScriptDirectory.from_config(migrations.configuration(folder, "")).walk_revisions()
    revisions = [step.revision for step in steps]
    if len(revisions) == 1:
        pytest.skip("the first revision makes the tables: nobody writes yet")
    await migrate(folder, database, revisions[1])
    await fill(database, MANY)
    async with writing(database) as stalls:
        await migrate(folder, database)
    print(f"{name}: the longest writer's wait was {max(stalls):.3f} s")
    assert max(stalls) < LONGEST_STALL


@pytest.mark.full_matrix
async def test_a_column_and_an_index_on_a_large_table_stop_no_writer(database: str, with_one_more: Path) -> None:
    await migrate(services.service("feedback").migrations, database)
    await fill(database, MANY)
    async with writing(database) as stalls:
        await migrate(with_one_more, database)
    print(f"the longest writer's wait was {max(stalls):.3f} s")
    assert max(stalls) < LONGEST_STALL
    assert await indexed(database)


async def test_a_migration_that_waits_for_a_reader_stops_no_writer(database: str, with_one_more: Path) -> None:
    """A backup reads the table; writers must not queue behind the migration that waits for its end."""
    await migrate(services.service("feedback").migrations, database)
    await fill(database, FEW)
    reader = await asyncpg.connect(database)
    async with writing(database) as stalls:
        reading = reader.transaction()
        await reading.start()
        await reader.fetch("SELECT count(*) FROM outbox")
        migrating = asyncio.create_task(migrate(with_one_more, database))
        await asyncio.sleep(READS_FOR)
        assert not migrating.done()
        await reading.commit()
        await migrating
    await reader.close()
    print(f"the longest writer's wait was {max(stalls):.3f} s")
    assert max(stalls) < LONGEST_STALL
    assert await indexed(database)


async def migrate(folder: Path, database: str, revision: str = "head") -> None:
    """As a release does it; in a thread, since it has an event loop of its own."""
    await asyncio.to_thread(migrations.upgrade, folder, database, revision)


async def fill(database: str, rows: int) -> None:
    connection = await asyncpg.connect(database)
    await connection.execute(FILL, rows)
    await connection.execute("ANALYZE outbox")
    await connection.close()


async def indexed(database: str) -> bool:
    """Whether the made-up index is there and whole."""
    connection = await asyncpg.connect(database)
    try:
        return bool(
            await connection.fetchval(
                "SELECT indisvalid FROM pg_index WHERE indexrelid = to_regclass('ix_outbox_made_up')"
            )
        )
    finally:
        await connection.close()


@asynccontextmanager
async def writing(database: str) -> AsyncIterator[list[float]]:
    """Four writers until the end of the block; gives how long each write took, in seconds."""
    stalls: list[float] = []
    ending = asyncio.Event()

    async def write() -> None:
        connection = await asyncpg.connect(database)
        while not ending.is_set():
            began = time.monotonic()
            await connection.execute(FILL, 1)
            stalls.append(time.monotonic() - began)
            await asyncio.sleep(0.01)
        await connection.close()

    writers = [asyncio.create_task(write()) for _ in range(4)]
    try:
        await eventually(lambda: len(stalls) > 20)
        yield stalls
    finally:
        ending.set()
        await asyncio.gather(*writers)
