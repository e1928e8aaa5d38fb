"""The facts of clocks. The caller holds the ticket's row, or has just inserted it."""

from datetime import datetime
from typing import Protocol
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.ticketing.sla import clock
from services.ticketing.sla.clock import ClockState, Kind, State
from services.ticketing.sla.promises import Promise
from shared.contracts.ticketing import (
    SlaApplied,
    SlaBreached,
    SlaFact,
    SlaFulfilled,
    SlaPaused,
    SlaResumed,
    SlaWarned,
)
from shared.events import outbox
from shared.events.cause import Cause


class Named(Protocol):
    """What a fact says of a clock besides its state: a row of `sla_clock`, or what is about to be one.

    detected_at: when its breach was told.
    """

    id: UUID
    ticket_id: UUID
    account_id: UUID | None
    trace_id: UUID
    detected_at: datetime | None


def moved(session: AsyncSession, cause: Cause, named: Named, before: ClockState | None, after: ClockState) -> None:
    """Tell what became of a clock; before: None for a new cycle. Another target is applied anew.

    A clock that is cancelled tells nothing: what ended it does (ticket.solved), and no fact is meant for it.
    """
    for kind in _kinds(before, after):
        reason = Kind.RETARGETED.value if before is not None and kind is SlaApplied else after.reason
        _tell(session, cause, kind, named, after, at=after.since, happened_at=after.since, reason=reason)


def warned(session: AsyncSession, cause: Cause, named: Named, state: ClockState, at: datetime) -> None:
    """Tell that the policy's share of the target was used up at an instant, whenever that was seen."""
    _tell(session, cause, SlaWarned, named, clock.as_of(state, at), at=at, happened_at=at)


def breached(session: AsyncSession, cause: Cause, named: Named, state: ClockState) -> None:
    """Tell that the clock ran past its due time, and that it is seen now."""
    seen = clock.as_of(state, cause.at)
    _tell(session, cause, SlaBreached, named, seen, at=cause.at, happened_at=seen.breached_at)


def _kinds(before: ClockState | None, after: ClockState) -> list[type[SlaFact]]:
    kinds: list[type[SlaFact]] = []
    if before is None or (before.open and after.open and after.target != before.target):
        kinds.append(SlaApplied)
    elif after.state is State.RUNNING and before.state is not State.RUNNING:
        kinds.append(SlaResumed)
    elif after.state is State.FULFILLED and before.open:
        kinds.append(SlaFulfilled)
    stood = before is not None and not kinds and before.state is State.PAUSED and before.reason == after.reason
    if after.state is State.PAUSED and not stood:
        kinds.append(SlaPaused)
    return kinds


def _tell(
    session: AsyncSession,
    cause: Cause,
    kind: type[SlaFact],
    named: Named,
    state: ClockState,
    *,
    at: datetime,
    happened_at: datetime | None,
    reason: str | None = None,
) -> None:
    promise = state.target
    assert isinstance(promise, Promise)
    assert promise.policy_id is not None
    fact = kind(
        ticket_id=named.ticket_id,
        account_id=named.account_id,
        clock_id=named.id,
        metric=state.metric,
        cycle=state.cycle,
        policy_id=UUID(promise.policy_id),
        policy_version=promise.policy_version,
        calendar_id=promise.calendar_id,
        target_seconds=promise.seconds,
        elapsed_seconds=state.elapsed_seconds,
        due_at=state.due_at,
        reason=reason,
        breached_at=state.breached_at,
        detected_at=named.detected_at,
        at=at,
    )
    outbox.tell(session, fact, cause, trace_id=named.trace_id, time=happened_at)
