"""The tables of suppliers, of what groups promise, and of the clocks that measure both.

Who changes a clock holds its ticket's row.
"""

from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Index, Text, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from services.ticketing.base import Base
from services.ticketing.ola.stays import Metric, Stay
from services.ticketing.sla.clock import ClockState, State
from services.ticketing.sla.models import MICROSECOND, HoursKey
from services.ticketing.sla.promises import Promise
from shared.business_time import Calendar
from shared.db.base import Identified, Stamped, Versioned

OPEN = "state IN ('running', 'paused')"


class Supplier(Identified, Stamped, Versioned, Base, table=True):
    """A third party for whom tickets wait. target_seconds: how long at most, of the calendar or 24x7."""

    __tablename__ = "supplier"
    __table_args__ = (
        CheckConstraint("target_seconds > 0", name="target_seconds"),
        Index("uq_supplier_name", text("lower(name)"), unique=True),
    )

    name: str = Field(sa_type=Text)
    active: bool = True
    target_seconds: int
    calendar_id: UUID | None = None


class OlaTarget(Stamped, Versioned, Base, table=True):
    """What a group promises: how soon somebody has the ticket, and how long it rests there; null for nothing."""

    __tablename__ = "ola_target"
    __table_args__ = (CheckConstraint("pickup_seconds > 0 AND handling_seconds > 0", name="seconds"),)

    group_id: UUID = Field(primary_key=True, foreign_key="agent_group.id")
    pickup_seconds: int | None = None
    handling_seconds: int | None = None
    calendar_id: UUID | None = None


class OlaClock(Identified, Base, table=True):
    """One stay of a ticket with a group or a supplier, as `sla_clock` keeps a cycle.

    past: how it stood before, {since, state, reason} each, the oldest first. next_at: when time alone has something
    to tell.
    """

    __tablename__ = "ola_clock"
    __table_args__ = (
        CheckConstraint("metric IN ('pickup', 'handling', 'supplier_wait')", name="metric"),
        CheckConstraint("state IN ('running', 'paused', 'fulfilled')", name="state"),
        CheckConstraint("num_nonnulls(group_id, supplier_id) = 1", name="holder"),
        CheckConstraint("(metric = 'supplier_wait') = (supplier_id IS NOT NULL)", name="supplier"),
        CheckConstraint("target_seconds > 0 AND elapsed_us >= 0", name="numbers"),
        CheckConstraint("(calendar_id IS NULL) = (calendar_version IS NULL)", name="calendar"),
        CheckConstraint("detected_at IS NULL OR breached_at IS NOT NULL", name="detected"),
        Index("ix_ola_clock_ticket_id_id", "ticket_id", "id"),
        Index("uq_ola_clock_open", "ticket_id", "metric", unique=True, postgresql_where=text(OPEN)),
        Index("ix_ola_clock_next_at", "next_at", postgresql_where=text("next_at IS NOT NULL")),
        Index("ix_ola_clock_supplier_open", "supplier_id", postgresql_where=text(OPEN)),
        Index("ix_ola_clock_group_open", "group_id", "metric", postgresql_where=text(OPEN)),
        Index("ix_ola_clock_supplier_ended", "supplier_id", "since", postgresql_where=text("state = 'fulfilled'")),
        Index("ix_ola_clock_group_ended", "group_id", "metric", "since", postgresql_where=text("state = 'fulfilled'")),
    )

    ticket_id: UUID = Field(foreign_key="ticket.id")
    account_id: UUID | None = None
    trace_id: UUID
    metric: str = Field(sa_type=Text)
    group_id: UUID | None = None
    supplier_id: UUID | None = None
    target_seconds: int
    calendar_id: UUID | None = None
    calendar_version: int | None = None
    state: str = Field(sa_type=Text)
    reason: str = Field(sa_type=Text)
    started_at: datetime
    since: datetime
    elapsed_us: int = Field(sa_type=BigInteger)
    due_at: datetime | None = None
    paused_at: datetime | None = None
    breached_at: datetime | None = None
    detected_at: datetime | None = None
    next_at: datetime | None = None
    past: list[dict[str, Any]] = Field(default_factory=list, sa_type=JSONB)

    @property
    def hours(self) -> HoursKey:
        """By which calendar it counts."""
        return (self.calendar_id, self.calendar_version) if self.calendar_id and self.calendar_version else None

    @property
    def holder(self) -> UUID:
        """The group or supplier that it rests with."""
        found = self.group_id or self.supplier_id
        assert found is not None
        return found

    def standing(self, calendar: Calendar | None) -> ClockState:
        """The state that the row keeps. calendar: of `hours`."""
        return ClockState(
            metric=self.metric,
            cycle=1,
            target=Promise(
                seconds=self.target_seconds,
                calendar=calendar,
                calendar_id=self.calendar_id,
                calendar_version=self.calendar_version,
            ),
            state=State(self.state),
            reason=self.reason,
            started_at=self.started_at,
            since=self.since,
            elapsed=self.elapsed_us * MICROSECOND,
            due_at=self.due_at,
            paused_at=self.paused_at,
            breached_at=self.breached_at,
        )

    def trail(self, calendar: Calendar | None) -> list[ClockState]:
        """All states that it has been in, as far as `explaining.explain` asks; the present one last."""
        present = self.standing(calendar)
        stood = [
            replace(
                present,
                state=State(each["state"]),
                reason=each["reason"],
                since=datetime.fromisoformat(each["since"]),
            )
            for each in self.past
        ]
        return [*stood, present]

    def keep(self, state: ClockState) -> None:
        """Become this state."""
        if self.since < state.since:
            stood = {"since": self.since.isoformat(), "state": self.state, "reason": self.reason}
            self.past = [*self.past, stood]
        for name, value in columns(state).items():
            setattr(self, name, value)
        if self.detected_at is not None:
            self.next_at = None


def columns(state: ClockState) -> dict[str, Any]:
    """A state as columns of `ola_clock`."""
    return {
        "state": state.state.value,
        "reason": state.reason,
        "since": state.since,
        "elapsed_us": state.elapsed // MICROSECOND,
        "due_at": state.due_at,
        "paused_at": state.paused_at,
        "breached_at": state.breached_at,
        "next_at": state.due_at if state.state is State.RUNNING else None,
    }


def new_row(stay: Stay, whose: dict[str, Any]) -> OlaClock:
    """A stay that begins. whose: ticket_id, account_id and trace_id."""
    promise = stay.clock.target
    assert isinstance(promise, Promise)
    held: dict[str, Any] = {"supplier_id" if stay.metric == "supplier_wait" else "group_id": stay.holder}
    return OlaClock(
        **whose,
        metric=stay.metric,
        **held,
        target_seconds=promise.seconds,
        calendar_id=promise.calendar_id,
        calendar_version=promise.calendar_version,
        started_at=stay.clock.started_at,
        **columns(stay.clock),
    )


def as_stay(row: OlaClock, metric: Metric, calendar: Calendar | None) -> Stay:
    """A row as the rules take it."""
    return Stay(metric, row.holder, row.standing(calendar))
