"""What the relay does when the broker's log is not the one it wrote to, or not whole any more.

A broker that was replaced has another cluster id; a power loss or a deleted topic leaves the id but a
shorter log. In both cases the retained rows that the log has lost become unpublished again: they keep
their ids and positions, and inboxes drop what they know.
"""

import json
from dataclasses import dataclass
from typing import Any

HEARTBEAT = "service.heartbeat.v1"
"""Never sent again to a replaced log: the next one says more."""

READ_STATE = """
INSERT INTO relay_state (id, log_id) VALUES (1, $1)
ON CONFLICT (id) DO UPDATE SET id = 1
RETURNING log_id, next_position, ends, batches
"""

FORGET_LOG = """
WITH heartbeats AS (DELETE FROM outbox WHERE published_at IS NOT NULL AND type = $1),
     state AS (
         UPDATE relay_state SET log_id = $2, ends = '{}', batches = '{}', changed_at = clock_timestamp() WHERE id = 1
     )
UPDATE outbox SET published_at = NULL WHERE published_at IS NOT NULL AND type <> $1
"""

FORGET_TAIL = """
UPDATE outbox SET published_at = NULL
FROM unnest($2::int[], $3::bigint[]) AS log_end (partition, "offset")
WHERE outbox.published_at IS NOT NULL AND outbox.log_id = $1
  AND outbox.partition = log_end.partition
  AND (outbox."offset" >= log_end."offset" OR outbox."offset" < 0) -- below 0: acknowledged without its place
"""

PARKED = "SELECT count(*) AS rows, array_agg(DISTINCT key) AS keys FROM outbox WHERE parked_at IS NOT NULL"


@dataclass(frozen=True, slots=True)
class LogState:
    """What a leader must know before it claims. `lost` rows were made unpublished."""

    next_position: int
    ends: dict[int, int]
    batches: dict[int, int]
    parked: int
    parked_keys: list[str]
    lost: int
    replaced: bool


async def reconcile(connection: Any, log_id: str, ends: dict[int, int]) -> LogState:
    """Compare what was marked with the log as it is, and make unpublished what the log has lost.

    ends: the next offset of each partition, as the broker tells it. They are held against the beginning of
    the last batch that was marked, not its end: a log loses whole batches, and the embedded broker tells the
    end of its last batch's first record. Runs in one transaction on the leader's connection.
    """
    async with connection.transaction():
        state = await connection.fetchrow(READ_STATE, log_id)
        replaced = state["log_id"] != log_id
        if replaced:
            lost = _count(await connection.execute(FORGET_LOG, HEARTBEAT, log_id))
            marked: dict[int, int] = {}
            batches: dict[int, int] = {}
        else:
            marked, batches = _by_partition(state["ends"]), _by_partition(state["batches"])
            short = {number: end for number, end in ends.items() if end <= batches.get(number, -1)}
            lost = 0
            if short:
                lost = _count(await connection.execute(FORGET_TAIL, log_id, list(short), list(short.values())))
                marked.update(short)
                batches.update({number: end - 1 for number, end in short.items()})
        parked = await connection.fetchrow(PARKED)
    return LogState(state["next_position"], marked, batches, parked["rows"], list(parked["keys"] or []), lost, replaced)


def _by_partition(column: str) -> dict[int, int]:
    return {int(number): offset for number, offset in json.loads(column).items()}


def _count(status: str) -> int:
    """The number at the end of PostgreSQL's `UPDATE 42`."""
    return int(status.rsplit(" ", 1)[1])
