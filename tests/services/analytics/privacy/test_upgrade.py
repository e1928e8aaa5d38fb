"""A database in which facts lie already is indexed partition by partition, and knows its contacts' addresses."""

import uuid
from collections.abc import Iterator

import pytest
from alembic import command

from deploy import services
from deploy.local.postgres import Postgres
from shared.db import migrations

CONTACT = "01a1f82f-1e81-7a11-9b3e-60c4a7d15f02"
A_FACT = f"""
CREATE TABLE fact_2026_11 PARTITION OF fact FOR VALUES FROM ('2026-11-01') TO ('2026-12-01');
CREATE TABLE fact_2026_12 PARTITION OF fact FOR VALUES FROM ('2026-12-01') TO ('2027-01-01');
INSERT INTO fact (event_id, recorded_at, time, source, type, subject, sequence, trace_id, causation_id, actor, data)
VALUES (gen_random_uuid(), '2026-11-23', '2026-11-23', '/onboarding', 'contact.created.v1', 'x', 1, gen_random_uuid(),
        'request/x', 'key/x', '{{"contact_id": "{CONTACT}", "email": "Ana@acme.example", "phone": null}}')
"""
VALID = """
SELECT count(*) FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
WHERE relname ~ '^ix_fact.*(contact_id|respondent_email)' AND indisvalid
"""


@pytest.fixture
def database(postgres: Postgres) -> Iterator[str]:
    """An empty database."""
    name = f"upgrade_{uuid.uuid4().hex[:10]}"
    postgres.execute(f"CREATE DATABASE {name}")
    yield name
    postgres.execute(f"DROP DATABASE {name} WITH (FORCE)")


def test_what_is_there_is_indexed_and_its_addresses_are_known(postgres: Postgres, database: str) -> None:
    configuration = migrations.configuration(services.service("analytics").migrations, postgres.url(database))
    command.upgrade(configuration, "0006")
    postgres.execute(*filter(str.strip, A_FACT.split(";")), database=database)
    for _ in range(2):
        command.upgrade(configuration, "head")
        valid = [str(count) for count in postgres.query(VALID, database)]
        assert valid == ["6"], "two of the parent's, four of its parts"
        known = postgres.query("SELECT contact_id || ' ' || address FROM contact_address", database)
        assert known == [f"{CONTACT} ana@acme.example"]
        command.downgrade(configuration, "0006")
