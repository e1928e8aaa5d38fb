"""The limit of a consumer: all that one poll brought is written by one statement: inbox, mirror and position.

It decodes only what it writes, and expects nothing but account facts. DATABASE_URL: a database with ticketing's tables.
"""

from typing import Any
from uuid import UUID

import uvloop
from pydantic_core import from_json

from tests.load.limits.reading import read

WRITE = """
WITH fresh AS (
    INSERT INTO inbox (event_id) SELECT unnest($1::uuid[]) ON CONFLICT DO NOTHING RETURNING event_id
), moved AS (
    INSERT INTO consumer_position AS held (topic, partition, log_id, "offset")
    SELECT 'limit', partition, 'limit', "offset" FROM unnest($6::int[], $7::bigint[]) AS p (partition, "offset")
    ON CONFLICT (topic, partition) DO UPDATE SET "offset" = excluded."offset", moved_at = now()
)
INSERT INTO account AS held (account_id, name, tier, sequence)
SELECT DISTINCT ON (account_id) account_id, name, tier, sequence
FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::bigint[])
     AS given (event_id, account_id, name, tier, sequence)
JOIN fresh USING (event_id) ORDER BY account_id, sequence DESC
ON CONFLICT (account_id) DO UPDATE SET name = excluded.name, tier = excluded.tier, sequence = excluded.sequence
WHERE held.sequence < excluded.sequence
"""


def row(record: Any) -> tuple[Any, ...]:
    """What is written of a record."""
    headers, data = dict(record.headers), from_json(record.value)
    event_id, sequence = UUID(headers["ce_id"].decode()), int(headers["ce_sequence"])
    return event_id, UUID(data["account_id"]), data["name"], data["tier"], sequence


if __name__ == "__main__":
    uvloop.run(read(WRITE, row))
