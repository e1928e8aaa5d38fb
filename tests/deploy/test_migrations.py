"""Each service's revisions: up from empty, down and up again, and what they make is what the models declare."""

import asyncio
import subprocess
import sys
import uuid
from collections.abc import Callable, Iterator, Sequence
from io import SEEK_END, StringIO
from pathlib import Path

import asyncpg
import pytest
from alembic import command
from alembic.runtime.environment import EnvironmentContext
from alembic.script import ScriptDirectory
from sqlalchemy import CheckConstraint, create_mock_engine
from sqlalchemy.schema import MetaData

from deploy import services
from deploy.local.postgres import Postgres
from shared.db import migrations, revisions
from tests.fixtures.servers import MakeDatabase

every_service = pytest.mark.parametrize("name", services.NAMES)

SQUAWK = Path(sys.executable).parent / "squawk"
LET_PASS = (
    "ban-drop-constraint",  # the next statement adds one that lets more pass
    "prefer-bigint-over-int",  # what is counted in them is small
    "prefer-bigint-over-smallint",
    "prefer-text-field",  # Alembic's own table
    "require-statement-timeout",  # an index that is built beside the writers may take its time
)

# Partitions are made by a job, `alembic_version` by Alembic.
OURS = "NOT (relname = 'alembic_version' OR relispartition) AND relnamespace = 'public'::regnamespace"
CONSTRAINTS = f"""
SELECT relname || ' ' || conname || ' ' || pg_get_constraintdef(con.oid) FROM pg_constraint con
JOIN pg_class ON pg_class.oid = conrelid WHERE {OURS}
"""
INDEXES = f"""
SELECT pg_get_indexdef(indexrelid) FROM pg_index JOIN pg_class ON pg_class.oid = indrelid WHERE {OURS}
"""
COLUMNS = f"""
SELECT concat_ws(' ', relname, attname, format_type(atttypid, atttypmod), attnotnull, attidentity,
                 pg_get_expr(adbin, adrelid))
FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid AND attnum > 0 AND NOT attisdropped
LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum WHERE relkind IN ('r', 'p') AND {OURS}
"""
OPTIONS = f"SELECT relname || ' ' || reloptions::text FROM pg_class WHERE reloptions IS NOT NULL AND {OURS}"
PARTIAL = "SELECT relname FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid WHERE indpred IS NOT NULL"
LEFT_BEHIND = """
SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relname !~ '^alembic_version'
UNION SELECT typname FROM pg_type WHERE typnamespace = 'public'::regnamespace AND typname !~ '^_?alembic_version$'
"""


@pytest.fixture
def empty(postgres: Postgres) -> Iterator[str]:
    """The name of an empty database."""
    name = f"empty_{uuid.uuid4().hex[:10]}"
    postgres.execute(f"CREATE DATABASE {name}")
    yield name
    postgres.execute(f"DROP DATABASE {name} WITH (FORCE)")


@every_service
def test_up_from_empty_down_and_up_again(name: str, postgres: Postgres, empty: str) -> None:
    folder = services.service(name).migrations
    configuration = migrations.configuration(folder, postgres.url(empty))
    command.upgrade(configuration, "head")
    made = catalog(postgres, empty)
    command.downgrade(configuration, "base")
    assert postgres.query(LEFT_BEHIND, empty) == []
    command.upgrade(configuration, "head")
    assert catalog(postgres, empty) == made
    assert postgres.query("SELECT version_num FROM alembic_version", empty) == [revisions.newest(folder)]


async def test_who_comes_second_waits_until_the_first_has_migrated(
    postgres: Postgres, empty: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def upgrade() -> None:
        migrations.upgrade(services.service("feedback").migrations, postgres.url(empty))

    first = await asyncpg.connect(postgres.url(empty))
    assert await first.fetchval(str(migrations.ONE_AT_A_TIME))
    monkeypatch.setattr(migrations, "PATIENCE_SECONDS", 0.0)
    with pytest.raises(migrations.AnotherMigrates):
        await asyncio.to_thread(upgrade)
    assert postgres.query(LEFT_BEHIND, empty) == []

    monkeypatch.setattr(migrations, "PATIENCE_SECONDS", 60.0)
    second = asyncio.create_task(asyncio.to_thread(upgrade))
    assert not (await asyncio.wait([second], timeout=2.0))[0]
    await first.close()
    await second
    assert postgres.query("SELECT count(*) FROM alembic_version", empty) == ["1"]


@every_service
def test_a_database_in_use_can_be_taken_down(name: str, postgres: Postgres, fresh_database: MakeDatabase) -> None:
    """With what ships in it, and with the partitions that a job made."""
    url = fresh_database(name)
    command.downgrade(migrations.configuration(services.service(name).migrations, url), "base")
    assert postgres.query(LEFT_BEHIND, url.rsplit("/", 1)[1]) == []


@every_service
def test_the_catalog_holds_what_the_models_declare(
    name: str, postgres: Postgres, template_database: Callable[[str], str], empty: str
) -> None:
    """Alembic's comparison sees neither CHECKs nor the predicates of indexes."""
    declared = services.service(name).tables
    postgres.execute(*statements_of(declared), database=empty)
    postgres.execute("CREATE DATABASE migrated_copy_of_" + empty + " TEMPLATE " + template_database(name))
    migrated = f"migrated_copy_of_{empty}"
    try:
        made, wanted = catalog(postgres, migrated), catalog(postgres, empty)
        assert sorted(wanted - made) == [], "declared, but not made by the revisions"
        assert sorted(made - wanted) == [], "made by the revisions, but not declared"
        checks = {row.split(" ")[1] for row in made if " CHECK (" in row}
        assert {str(check.name) for check in checks_of(declared)} <= checks
        assert partial_indexes_of(declared) <= set(postgres.query(PARTIAL, migrated))
    finally:
        postgres.execute(f"DROP DATABASE {migrated} WITH (FORCE)")


def test_the_comparison_sees_a_check_and_a_predicate(postgres: Postgres, empty: str) -> None:
    before = catalog(postgres, empty)
    postgres.execute(
        "CREATE TABLE thing (id int, state text, CONSTRAINT ck_state CHECK (state <> ''))",
        "CREATE INDEX ix_open ON thing (id) WHERE state = 'open'",
        database=empty,
    )
    with_open = catalog(postgres, empty)
    assert any("ck_state CHECK" in row for row in with_open - before)
    postgres.execute("DROP INDEX ix_open", "CREATE INDEX ix_open ON thing (id) WHERE state = 'closed'", database=empty)
    assert with_open != catalog(postgres, empty)


@every_service
def test_squawk_finds_nothing_in_the_sql(name: str, tmp_path: Path) -> None:
    said = squawk(sql_of(services.service(name).migrations), tmp_path)
    assert said.returncode == 0, said.stdout


def test_squawk_finds_what_would_stop_writers(tmp_path: Path) -> None:
    said = squawk("CREATE INDEX ix_open ON ticket (status);", tmp_path)
    assert said.returncode != 0
    assert "require-concurrent-index-creation" in said.stdout


def squawk(sql: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """What the linter of migrations says of a script."""
    script = folder / "revisions.sql"
    script.write_text(sql)
    excluded = [word for rule in LET_PASS for word in ("--exclude", rule)]
    return subprocess.run(
        [SQUAWK, "--pg-version", "18", "--reporter", "gcc", *excluded, script],
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )


def sql_of(folder: Path) -> str:
    """All revisions of a service as one script."""
    configuration = migrations.configuration(folder, "")
    revisions = ScriptDirectory.from_config(configuration)
    written = StringIO(f"SET lock_timeout = '{migrations.LOCK_TIMEOUT}';\n")
    written.seek(0, SEEK_END)
    with EnvironmentContext(
        configuration, revisions, fn=lambda revision, _: revisions._upgrade_revs("head", revision), as_sql=True
    ) as environment:
        environment.configure(dialect_name="postgresql", output_buffer=written, literal_binds=True)
        with environment.begin_transaction():
            environment.run_migrations()
    return written.getvalue()


def catalog(postgres: Postgres, database: str) -> set[str]:
    """Every constraint, index, column and option, as PostgreSQL's catalog describes it."""
    return {row for query in (CONSTRAINTS, INDEXES, COLUMNS, OPTIONS) for row in postgres.query(query, database)}


def statements_of(declared: Sequence[MetaData]) -> list[str]:
    """The statements by which SQLAlchemy would make the tables."""
    made: list[str] = []
    engine = create_mock_engine(
        "postgresql+asyncpg://", lambda sql, *_: made.append(str(sql.compile(dialect=engine.dialect)).strip())
    )
    for metadata in declared:
        metadata.create_all(engine, checkfirst=False)
    return made


def checks_of(declared: Sequence[MetaData]) -> list[CheckConstraint]:
    return [
        constraint
        for metadata in declared
        for table in metadata.tables.values()
        for constraint in table.constraints
        if isinstance(constraint, CheckConstraint)
    ]


def partial_indexes_of(declared: Sequence[MetaData]) -> set[str]:
    return {
        str(index.name)
        for metadata in declared
        for table in metadata.tables.values()
        for index in table.indexes
        if index.dialect_options["postgresql"]["where"] is not None
    }
