"""HTTP bodies of suppliers, of what groups promise, and of internal clocks."""

from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from services.ticketing.ola.models import OlaClock
from services.ticketing.ola.stays import Metric
from services.ticketing.sla import clock, explaining
from services.ticketing.sla.schemas import SlaInterval
from shared.business_time import Calendar
from shared.http.fields import Body, Filters, Id, Instant, ShortText, View, example

LONGEST_TARGET = 366 * 86_400  # seconds

_SUPPLIER = "01a1f930-7a00-7d31-9c05-6e20b4d8f173"
_GROUP = "01935f2e-7c00-7000-8000-000000000101"
_TICKET = "01a207e6-dd40-7d40-8a95-72e0c61fb30f"
_CLOCK = "01a20a11-5c00-7d4b-8f16-3b92e7d0c584"
_TERMS = {"name": "Nordic Hosting", "target_seconds": 28_800, "calendar_id": None, "active": True}
_COUNTED = {
    "ended": 41,
    "breached": 3,
    "median_seconds": 9_240,
    "p90_seconds": 26_100,
    "longest_seconds": 61_200,
    "total_seconds": 512_640,
    "open": 2,
    "open_breached": 1,
}

Seconds = Annotated[int, Field(gt=0, le=LONGEST_TARGET)]


class SupplierIn(Body):
    """A third party for whom tickets wait, and how long that may take: business seconds of the calendar, or 24x7."""

    model_config = example(_TERMS)

    name: ShortText
    target_seconds: Seconds
    calendar_id: Id | None = None
    active: bool = True


class SupplierPatch(Body):
    """What changes about a supplier, as a merge-patch. What waits already keeps what it was promised."""

    model_config = example({"target_seconds": 14_400})

    name: ShortText | None = None
    target_seconds: Seconds | None = None
    calendar_id: Id | None = None
    active: bool | None = None


class SupplierFilters(Filters):
    """What the list of suppliers may be narrowed to."""

    active: bool | None = None


class SupplierOut(View):
    """A supplier."""

    model_config = example(
        {
            "id": _SUPPLIER,
            **_TERMS,
            "created_at": "2026-11-20T09:00:00Z",
            "updated_at": "2026-11-20T09:00:00Z",
            "version": 1,
        }
    )

    id: UUID
    name: str
    target_seconds: int
    calendar_id: UUID | None
    active: bool
    created_at: datetime
    updated_at: datetime
    version: int


class OlaTargetIn(Body):
    """How long a ticket may rest with a group: until somebody of it has it, and until it is solved or handed on.

    Business seconds of the calendar, or 24x7; null: nothing is promised, and nothing measured.
    """

    model_config = example({"pickup_seconds": 1_800, "handling_seconds": 28_800, "calendar_id": None})

    pickup_seconds: Seconds | None = None
    handling_seconds: Seconds | None = None
    calendar_id: Id | None = None


class OlaTargetOut(View):
    """What a group promises."""

    model_config = example(
        {
            "group_id": _GROUP,
            "pickup_seconds": 1_800,
            "handling_seconds": 28_800,
            "calendar_id": None,
            "updated_at": "2026-11-20T09:00:00Z",
            "version": 1,
        }
    )

    group_id: UUID
    pickup_seconds: int | None
    handling_seconds: int | None
    calendar_id: UUID | None
    updated_at: datetime
    version: int


class OlaClockOut(View):
    """One stay of a ticket with a group or a supplier, counted up to `as_of`, or to ended_at.

    reason: why it stands still, or why it ended: picked_up, handed_on, came_back, solved, closed.
    """

    model_config = example(
        {
            "id": _CLOCK,
            "ticket_id": _TICKET,
            "metric": "supplier_wait",
            "group_id": None,
            "supplier_id": _SUPPLIER,
            "calendar_id": None,
            "state": "running",
            "reason": "given",
            "verdict": "pending",
            "target_seconds": 28_800,
            "elapsed_seconds": 600,
            "remaining_seconds": 28_200,
            "started_at": "2026-11-23T12:00:00Z",
            "due_at": "2026-11-23T20:00:00Z",
            "paused_at": None,
            "ended_at": None,
            "breached_at": None,
            "detected_at": None,
            "as_of": "2026-11-23T12:10:00Z",
        }
    )

    id: UUID
    ticket_id: UUID
    metric: Metric
    group_id: UUID | None
    supplier_id: UUID | None
    calendar_id: UUID | None
    state: clock.State
    reason: str
    verdict: clock.Verdict
    target_seconds: int
    elapsed_seconds: int
    remaining_seconds: int
    started_at: datetime
    due_at: datetime | None
    paused_at: datetime | None
    ended_at: datetime | None
    breached_at: datetime | None
    detected_at: datetime | None
    as_of: datetime

    @classmethod
    def of(cls, row: OlaClock, calendar: Calendar | None, now: datetime) -> Self:
        """A row as the API shows it. calendar: of its `hours`."""
        seen = clock.as_of(row.standing(calendar), now)
        counted = {name: getattr(seen, name) for name in ("verdict", "elapsed_seconds", "remaining_seconds")}
        counted["breached_at"], counted["ended_at"] = seen.breached_at, seen.fulfilled_at
        return cls.model_validate({**row.model_dump(), **counted, "as_of": now})


class OlaExplanationOut(View):
    """How a stay came to what has elapsed: the seconds of its counted intervals add up to it."""

    model_config = example(
        {
            "clock_id": _CLOCK,
            "metric": "supplier_wait",
            "elapsed_seconds": 600,
            "target_seconds": 28_800,
            "due_at": "2026-11-23T20:00:00Z",
            "intervals": [
                {
                    "from": "2026-11-23T12:00:00Z",
                    "to": "2026-11-23T12:10:00Z",
                    "counted": True,
                    "seconds": 600,
                    "reason": "running",
                }
            ],
        }
    )

    clock_id: UUID
    metric: Metric
    elapsed_seconds: int
    target_seconds: int
    due_at: datetime | None
    intervals: list[SlaInterval]

    @classmethod
    def of(cls, row: OlaClock, calendar: Calendar | None, now: datetime) -> Self:
        """A row as the API explains it. calendar: of its `hours`."""
        trail = row.trail(calendar)
        return cls(
            clock_id=row.id,
            metric=row.metric,
            elapsed_seconds=clock.as_of(trail[-1], now).elapsed_seconds,
            target_seconds=row.target_seconds,
            due_at=row.due_at,
            intervals=[SlaInterval.of(interval) for interval in explaining.explain(trail, now)],
        )


class OlaPeriod(Filters):
    """Of which stays statistics tell: those that ended in [from, to)."""

    starts_at: Instant = Field(alias="from")
    ends_at: Instant = Field(alias="to")

    @model_validator(mode="after")
    def _runs_forward(self) -> Self:
        if self.ends_at <= self.starts_at:
            raise PydanticCustomError("period", "A period ends after it begins")
        return self


class OlaCounts(View):
    """Stays that ended in the period, and what is open now. Durations are business seconds, null where none ended.

    median, p90: of the stays in their order, the first that at least so many are no longer than.
    """

    ended: int
    breached: int
    median_seconds: int | None
    p90_seconds: int | None
    longest_seconds: int | None
    total_seconds: int
    open: int
    open_breached: int


class SupplierStatisticsOut(OlaCounts):
    """How long tickets waited for a supplier."""

    model_config = example(
        {
            "supplier_id": _SUPPLIER,
            "from": "2026-11-01T00:00:00Z",
            "to": "2026-12-01T00:00:00Z",
            "as_of": "2026-12-01T08:00:00Z",
            **_COUNTED,
        }
    )

    supplier_id: UUID
    starts_at: datetime = Field(alias="from")
    ends_at: datetime = Field(alias="to")
    as_of: datetime


class GroupStatisticsOut(View):
    """How long tickets rested with a group."""

    model_config = example(
        {
            "group_id": _GROUP,
            "from": "2026-11-01T00:00:00Z",
            "to": "2026-12-01T00:00:00Z",
            "as_of": "2026-12-01T08:00:00Z",
            "pickup": _COUNTED,
            "handling": _COUNTED,
        }
    )

    group_id: UUID
    starts_at: datetime = Field(alias="from")
    ends_at: datetime = Field(alias="to")
    as_of: datetime
    pickup: OlaCounts
    handling: OlaCounts
