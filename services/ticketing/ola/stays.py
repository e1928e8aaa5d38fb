"""How long a ticket rests with whom: a pure function of where it stands, and when; the clock is `sla.clock`'s.

pickup: with a group, until somebody of it has the ticket, or it is handed on. handling: with a group, until it is
handed on or solved. Both stand still while the ticket waits for its customer or for a supplier. supplier_wait: on hold
for a supplier, until it is not. All stand still while the ticket is merged into another one.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from services.ticketing.sla import clock
from services.ticketing.sla.clock import ClockState, Target

Metric = Literal["pickup", "handling", "supplier_wait"]

OVER = ("solved", "closed")
ELSEWHERE = ("pending", "on_hold")
"""The statuses in which a ticket does not wait for its group."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a ticket stands. assigned: it is somebody's. supplier_id: for whom it is on hold."""

    group_id: UUID | None
    assigned: bool
    status: str
    merged: bool = False
    supplier_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Stay:
    """A ticket's rest with one group or supplier, by one metric."""

    metric: Metric
    holder: UUID
    clock: ClockState


TargetOf = Callable[[Metric, UUID], Target | None]
"""What a group or supplier promises by a metric; None: nothing, and nothing is measured."""


def owed(standing: Standing) -> dict[Metric, UUID]:
    """By whom something is owed now."""
    found: dict[Metric, UUID] = {}
    if standing.status in OVER:
        return found
    if standing.group_id is not None:
        found["handling"] = standing.group_id
        if not standing.assigned:
            found["pickup"] = standing.group_id
    if standing.status == "on_hold" and standing.supplier_id is not None:
        found["supplier_wait"] = standing.supplier_id
    return found


def follow(
    held: Mapping[Metric, Stay], standing: Standing, target_of: TargetOf, at: datetime
) -> tuple[list[Stay], list[Stay]]:
    """What becomes of a ticket's open stays where it stands now, and those that begin. Unchanged ones are left out."""
    wanted = owed(standing)
    changed, begun = [], []
    for metric, stay in held.items():
        if wanted.get(metric) == stay.holder:
            after = _run_or_pause(metric, stay.clock, standing, at)
        else:
            after = clock.fulfil(stay.clock, at, _ending(metric, stay.holder, standing))
        if after is not stay.clock:
            changed.append(Stay(metric, stay.holder, after))
    for metric, holder in wanted.items():
        target = None if metric in held and held[metric].holder == holder else target_of(metric, holder)
        if target is not None:
            started = clock.start(metric, 1, target, at, "given")
            begun.append(Stay(metric, holder, _run_or_pause(metric, started, standing, at)))
    return changed, begun


def _run_or_pause(metric: Metric, state: ClockState, standing: Standing, at: datetime) -> ClockState:
    reason = _pause_reason(metric, standing)
    return clock.pause(state, at, reason) if reason else clock.resume(state, at, standing.status)


def _pause_reason(metric: Metric, standing: Standing) -> str | None:
    if standing.merged:
        return "merged"
    return standing.status if metric != "supplier_wait" and standing.status in ELSEWHERE else None


def _ending(metric: Metric, holder: UUID, standing: Standing) -> str:
    if standing.status in OVER:
        return standing.status
    if metric == "supplier_wait":
        return "came_back" if standing.status != "on_hold" else "handed_on"
    return "handed_on" if standing.group_id != holder else "picked_up"
