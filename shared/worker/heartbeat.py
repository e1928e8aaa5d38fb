"""service.heartbeat: that this worker lives, how old its oldest unpublished fact is, and how far it has come.

Analytics calls a step missing only after a heartbeat that says the owing service had published all it
knew by then; so published offsets and the outbox's age are read in one statement.
"""

import math
from collections.abc import Sequence

from sqlalchemy import event, text
from sqlalchemy.ext.asyncio import AsyncSession

from shared.contracts.platform import JobBeat, LogPosition, ServiceHeartbeat
from shared.events.cause import Cause
from shared.events.fact import topic_of
from shared.events.outbox import tell
from shared.events.relay_log import HEARTBEAT
from shared.ids import uuid7
from shared.worker.jobs import Job

ALL_EVERY = 10  # beats
KEEP_MINUTES = 10

PROGRESS = text("""
SELECT state.log_id, state.ends,
       (SELECT extract(epoch FROM clock_timestamp() - min(created_at)) FROM outbox
        WHERE published_at IS NULL AND parked_at IS NULL AND type <> :heartbeat) AS oldest
FROM relay_state AS state WHERE id = 1
""")
CONSUMED = text("""
SELECT topic, partition, "offset" - 1 AS "offset" FROM consumer_position
WHERE log_id = :log_id ORDER BY topic, partition
""")
JOBS = text("SELECT name, interval_seconds, last_run_at, outcome FROM job ORDER BY name")
PURGE = text("""
DELETE FROM outbox WHERE type = :heartbeat AND published_at < now() - make_interval(mins => :minutes)
""")


class Heart:
    """Remembers what the last beat said, so that the next names only the partitions that moved."""

    def __init__(self, service: str, every_seconds: float) -> None:
        self._service = service
        self._beats = 0
        self._log_id: str | None = None
        self._said: dict[tuple[str, int, str], int] = {}
        self.job = Job("heartbeat", every_seconds, self.beat)

    async def beat(self, session: AsyncSession, cause: Cause) -> int:
        """Tell one heartbeat and forget those published long ago."""
        await session.execute(PURGE, {"heartbeat": HEARTBEAT, "minutes": KEEP_MINUTES})
        progress = (await session.execute(PROGRESS, {"heartbeat": HEARTBEAT})).one_or_none()
        log_id = progress.log_id if progress else None
        if log_id != self._log_id:  # an offset of another log may be the same number
            self._log_id = log_id
            self._said.clear()
        ends: dict[str, int] = progress.ends if progress else {}
        topic = topic_of(self._service)
        published = [
            LogPosition(topic=topic, partition=int(number), offset=end - 1)
            for number, end in sorted(ends.items(), key=lambda item: int(item[0]))
            if end > 0
        ]
        consumed = [
            LogPosition(topic=row.topic, partition=row.partition, offset=row.offset)
            for row in await session.execute(CONSUMED, {"log_id": log_id})
        ]
        jobs = tuple(
            JobBeat(
                name=row.name,
                interval_seconds=math.ceil(row.interval_seconds),
                last_run_at=row.last_run_at,
                outcome=row.outcome,
            )
            for row in await session.execute(JOBS)
        )
        fact = ServiceHeartbeat(
            service=self._service,
            at=cause.at,
            log_id=log_id,
            jobs=jobs,
            outbox_oldest_seconds=math.ceil(progress.oldest or 0) if progress else 0,
            published=self._moved(session, published, "published"),
            consumed=self._moved(session, consumed, "consumed"),
        )
        self._beats += 1
        tell(session, fact, cause, trace_id=uuid7())
        return 1

    def _moved(self, session: AsyncSession, positions: Sequence[LogPosition], side: str) -> tuple[LogPosition, ...]:
        """Those that moved since the last beat; every tenth beat says all, for whoever missed one.

        What is said is remembered at the commit: a beat that failed has said nothing.
        """
        said = {(position.topic, position.partition, side): position.offset for position in positions}
        moved = tuple(
            position
            for (place, offset), position in zip(said.items(), positions, strict=True)
            if self._beats % ALL_EVERY == 0 or self._said.get(place) != offset
        )
        event.listen(session.sync_session, "after_commit", lambda _: self._said.update(said), once=True)
        return moved
