"""Facts of a ticket's internal clocks: how long it rests with a group, or waits for a supplier."""

from typing import Any, ClassVar
from uuid import UUID

from shared.contracts import story
from shared.contracts.ticketing.telling import TicketingFact
from shared.events.fact import ANALYTICS_ALONE, Instant


class OlaFact(TicketingFact, subject="ticket_id"):
    """Where one stay of a ticket stands.

    metric: pickup and handling of a group, supplier_wait of a supplier; the other id is null. calendar_id: null = 24x7.
    due_at: null while paused. elapsed_seconds: business time so far. breached_at is due_at, detected_at when it was
    seen. reason: given; picked_up, handed_on, came_back, solved, closed once it has ended.
    """

    ticket_id: UUID
    account_id: UUID | None
    clock_id: UUID
    metric: str
    group_id: UUID | None
    supplier_id: UUID | None
    calendar_id: UUID | None
    target_seconds: int
    elapsed_seconds: int
    due_at: Instant | None
    reason: str
    breached_at: Instant | None
    detected_at: Instant | None
    at: Instant


class OlaStarted(OlaFact, type="ola.started.v1", listeners=ANALYTICS_ALONE):
    """A ticket was given to a group, or put on hold for a supplier."""

    example: ClassVar[dict[str, Any]] = story.SUPPLIER_WAIT


class OlaBreached(OlaFact, type="ola.breached.v1", listeners=ANALYTICS_ALONE):
    """It took longer than was promised, decided from timestamps and not by when somebody looked."""

    example: ClassVar[dict[str, Any]] = {
        **story.SUPPLIER_WAIT,
        "elapsed_seconds": 28801,
        "breached_at": story.SUPPLIER_WAIT["due_at"],
        "detected_at": story.SUPPLIER_LATE_AT,
        "at": story.SUPPLIER_LATE_AT,
    }


class OlaEnded(OlaFact, type="ola.ended.v1", listeners=ANALYTICS_ALONE):
    """The group has done its part, or the supplier; in time unless `breached_at` is set."""

    example: ClassVar[dict[str, Any]] = {
        **story.SUPPLIER_WAIT,
        "elapsed_seconds": 5400,
        "reason": "came_back",
        "at": story.SUPPLIER_BACK_AT,
    }
