"""No column that can hold words is forgotten by an erasure: each is declared, and a new one fails here first."""

from typing import Any

from shared.contracts import contracts
from shared.features.privacy.copies import PERSONAL_FACTS
from shared.features.privacy.redaction import IN_FACTS
from tests.fixtures.services import ServiceUnderTest
from tests.services.columns import declared

# Of a partitioned table's parts the parent speaks.
HOLDING_WORDS = """
SELECT relname || '.' || attname AS "column"
FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
WHERE relkind IN ('r', 'p') AND NOT relispartition AND relnamespace = 'public'::regnamespace
  AND relname <> 'alembic_version' AND attnum > 0 AND NOT attisdropped
  AND atttypid NOT IN ('uuid'::regtype, 'timestamptz'::regtype, 'date'::regtype, 'bool'::regtype, 'int2'::regtype,
                       'int4'::regtype, 'int8'::regtype, 'float8'::regtype)
ORDER BY 1
"""

STAFF_FACTS = {"staff.updated.v1", "account.team_changed.v1"}
COMPANY_FACTS = {"account.created.v1", "account.updated.v1"}
NAMES_OF_THINGS = {"group.changed.v1", "service.heartbeat.v1"}


async def test_every_column_that_can_hold_words_is_declared(service: ServiceUnderTest) -> None:
    there = {row.column for row in await service.rows(HOLDING_WORDS)}
    assert len(there) > 40
    said = set(declared(service.name))
    assert there - said == set(), "say in tests/services/columns.py whether an erasure must empty them"
    assert said - there == set(), "these are no longer there"


def test_every_fact_that_carries_a_contacts_data_is_scrubbed_in_the_outbox() -> None:
    carrying = {fact.fact_type for fact in contracts() if IN_FACTS & set(_names(fact.example))}
    scrubbed = {fact.fact_type for fact in PERSONAL_FACTS}
    assert carrying == scrubbed | STAFF_FACTS | COMPANY_FACTS | NAMES_OF_THINGS


def _names(value: Any) -> set[str]:
    if isinstance(value, dict):
        return set(value) | {name for part in value.values() for name in _names(part)}
    if isinstance(value, (list, tuple)):
        return {name for part in value for name in _names(part)}
    return set()
