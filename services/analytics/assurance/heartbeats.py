"""Heartbeats: who is alive, and up to when everything that a service told is known here."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.analytics.assurance import findings
from services.analytics.assurance.models import Heartbeat
from shared.contracts.platform import ServiceHeartbeat
from shared.events.cause import Cause
from shared.events.event import Event
from shared.events.tables import ConsumerPosition

OWN = "analytics"
SILENT = "silent"

Positions = Mapping[str, tuple[str, int]]
"""{"topic/partition": (log_id, next offset to read)} of this service's consumer."""


async def hear(session: AsyncSession, events: list[Event[Any]]) -> None:
    """Keep what heartbeats say; of each service only the newest one stays."""
    beats = [event for event in events if event.type == ServiceHeartbeat.fact_type]
    if not beats:
        return
    services = sorted({event.raw["service"] for event in beats if event.raw["service"] == event.teller})
    listed = select(Heartbeat).where(col(Heartbeat.service).in_(services)).order_by(col(Heartbeat.service))
    held = {row.service: row for row in await session.scalars(listed.with_for_update())}
    positions = await _positions(session)
    for event in sorted(beats, key=lambda event: (event.teller, event.sequence)):
        if event.teller not in services:
            continue
        row = held.get(event.teller)
        if row is None:
            row = held[event.teller] = _first(event)
            session.add(row)
        elif event.sequence <= row.sequence:
            continue
        _take(row, event, positions)
    await session.flush()


async def coverage(session: AsyncSession) -> dict[str, datetime]:
    """{service: time up to which everything that it told is known here}; platform.md, Jobs, says when."""
    positions = await _positions(session)
    known: dict[str, datetime] = {}
    for row in await session.scalars(select(Heartbeat)):
        until = row.covered_until
        if row.pending_until is not None and _consumed(row, positions):
            until = max(until or row.pending_until, row.pending_until)
        if until is not None:
            known[row.service] = until
    return known


@dataclass
class Watch:
    """Finds silent services. It remembers since when this process has listened without a break.

    limit: the silence that is a finding. While analytics hears nothing of itself it cannot tell whether
    the others are silent: then there is one finding, about itself.
    """

    limit: timedelta
    _ran_at: datetime | None = None
    _watching_since: datetime | None = None
    _hearing_since: datetime | None = None

    async def look(self, session: AsyncSession, cause: Cause) -> int:
        """Raise a finding for each service that fell silent, close those that are heard again."""
        now = cause.at
        if self._ran_at is None or self._watching_since is None or now - self._ran_at > self.limit:
            self._watching_since, self._hearing_since = now, None
        self._ran_at = now
        rows = {row.service: row for row in await session.scalars(select(Heartbeat))}
        changed = 0
        for service, silent in self._judge(rows, now).items():
            follow = findings.raise_for if silent else findings.close_for
            changed += await follow(session, cause, SILENT, subject=("service", service))
        return changed

    def _judge(self, rows: Mapping[str, Heartbeat], now: datetime) -> dict[str, bool]:
        """{service: silent?}; a service of which nothing can be said is not in it."""
        assert self._watching_since is not None
        own = rows.get(OWN)
        heard = max(own.received_at, self._watching_since) if own else self._watching_since
        if now - heard > self.limit:
            self._hearing_since = None
            return {OWN: True}
        if own is None or own.received_at < self._watching_since:
            return {}
        if self._hearing_since is None:
            self._hearing_since = now
        judged = {service: self._is_silent(row, now) for service, row in rows.items()}
        return {service: silent for service, silent in judged.items() if silent is not None}

    def _is_silent(self, row: Heartbeat, now: datetime) -> bool | None:
        """Has it said nothing for too long, or does it say itself that its facts do not get out?

        None where this process cannot tell: it listens for too short a time, or what was said is stale. Another
        observer may have told, so that saying no would close what is true.
        """
        assert self._hearing_since is not None
        if now - row.received_at > self.limit:
            return True if now - self._hearing_since > self.limit else None
        if timedelta(seconds=row.outbox_oldest_seconds) <= self.limit:
            return False
        return True if now - row.at <= self.limit / 2 else None


def _first(event: Event[Any]) -> Heartbeat:
    return Heartbeat(
        service=event.teller,
        sequence=event.sequence,
        at=event.recorded_at,
        received_at=event.cause.at,
        jobs=[],
        outbox_oldest_seconds=0,
        published={},
        consumed={},
    )


def _take(row: Heartbeat, event: Event[Any], positions: Positions) -> None:
    said = event.raw
    if said["log_id"] != row.log_id:
        row.published, row.consumed = {}, {}
        row.pending_until = row.pending_offsets = None
    elif row.pending_until is not None and _consumed(row, positions):
        row.covered_until = max(row.covered_until or row.pending_until, row.pending_until)
        row.pending_until = row.pending_offsets = None
    row.sequence = event.sequence
    row.at = datetime.fromisoformat(said["at"])
    row.received_at = event.cause.at
    row.log_id = said["log_id"]
    row.jobs = said["jobs"]
    row.outbox_oldest_seconds = said["outbox_oldest_seconds"]
    row.published = {**row.published, **_offsets(said["published"])}
    row.consumed = {**row.consumed, **_offsets(said["consumed"])}
    if row.pending_until is None and row.log_id is not None:
        row.pending_until = row.at - timedelta(seconds=row.outbox_oldest_seconds)
        row.pending_offsets = row.published


def _consumed(row: Heartbeat, positions: Positions) -> bool:
    """Has everything been read that was published by the pending heartbeat, in the same log?"""
    for place, offset in (row.pending_offsets or {}).items():
        log_id, next_offset = positions.get(place, (None, 0))
        if log_id != row.log_id or next_offset <= offset:
            return False
    return True


def _offsets(said: list[dict[str, Any]]) -> dict[str, int]:
    """{"topic/partition": offset}. The newest word holds: a log that lost its tail begins lower again."""
    return {f"{position['topic']}/{position['partition']}": position["offset"] for position in said}


async def _positions(session: AsyncSession) -> dict[str, tuple[str, int]]:
    rows = await session.scalars(select(ConsumerPosition))
    return {f"{row.topic}/{row.partition}": (row.log_id, row.offset) for row in rows}
