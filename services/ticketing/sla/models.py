"""The tables of SLA policies and clocks.

A clock's row is its `clock.ClockState`; what it was before lies in `sla_stretch`, one row a state that
lasted, so that what is explained is what was counted. Every writer of a clock holds its ticket's row.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Index, Text, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlmodel import Field

from services.ticketing.base import Base
from services.ticketing.sla import clock
from services.ticketing.sla.clock import ClockState, State
from services.ticketing.sla.levels import Progress
from services.ticketing.sla.promises import Policy, Promise
from shared.business_time import Calendar
from shared.db.base import Identified
from shared.events.writing import blank

HoursKey = tuple[UUID, int] | None
"""The calendar, and its version, by which a clock counts; None = 24x7."""

MICROSECOND = timedelta(microseconds=1)
METRIC = (
    "metric IN ('first_reply', 'next_reply', 'requester_wait', 'agent_work', 'periodic_update', 'total_resolution')"
)
STATE = "state IN ('running', 'paused', 'fulfilled', 'cancelled')"


class SlaPolicy(Base, table=True):
    """One version of a policy: which tickets it is for, and what it promises them.

    newest: the version that was made last; older ones stay, since clocks name them. A version holds from
    effective_from on, until one that is newer does. conditions, targets: as the API gives them.
    """

    __tablename__ = "sla_policy"
    __table_args__ = (
        CheckConstraint("on_reopen IN ('new_cycle', 'resume')", name="on_reopen"),
        Index("uq_sla_policy_newest", "id", unique=True, postgresql_where=text("newest")),
    )

    id: UUID = Field(primary_key=True)
    version: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    newest: bool = True
    name: str = Field(sa_type=Text)
    rank: int
    conditions: dict[str, Any] = Field(sa_type=JSONB)
    targets: list[dict[str, Any]] = Field(sa_type=JSONB)
    on_reopen: str = Field(sa_type=Text)
    effective_from: datetime
    created_at: datetime

    def plain(self) -> Policy:
        """The version as the rules read it."""
        return Policy(
            id=self.id,
            version=self.version,
            rank=self.rank,
            conditions=self.conditions,
            targets=self.targets,
            on_reopen="resume" if self.on_reopen == "resume" else "new_cycle",
            name=self.name,
        )


class SlaCalendar(Base, table=True):
    """A calendar as clocks have counted by it. What was reckoned before a calendar's change stands."""

    __tablename__ = "sla_calendar"

    calendar_id: UUID = Field(primary_key=True)
    version: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    body: dict[str, Any] = Field(sa_type=JSONB)


class SlaClock(Identified, Base, table=True):
    """One cycle of one metric's clock on one ticket: its state since `since`, and what was told of it.

    target_seconds to warn_at_share: what is promised, copied, so that no later policy changes it.
    warn_at: when warn_at_share is reached if it runs on. warned_at, detected_at: set once told.
    next_at: the next instant at which time alone has something to tell; null when nothing is left.
    levels_at: when to look at its escalation levels next. levels_us, levels_target: how far they were looked at.
    """

    __tablename__ = "sla_clock"
    __table_args__ = (
        CheckConstraint(METRIC, name="metric"),
        CheckConstraint(STATE, name="state"),
        CheckConstraint("on_reopen IN ('new_cycle', 'resume')", name="on_reopen"),
        CheckConstraint("cycle > 0 AND target_seconds > 0 AND elapsed_us >= 0", name="numbers"),
        CheckConstraint("(state = 'paused') = (paused_at IS NOT NULL)", name="paused"),
        CheckConstraint("detected_at IS NULL OR breached_at IS NOT NULL", name="detected"),
        CheckConstraint("next_at IS NULL OR state = 'running'", name="next"),
        CheckConstraint("(calendar_id IS NULL) = (calendar_version IS NULL)", name="calendar"),
        UniqueConstraint("ticket_id", "metric", "cycle"),
        Index("ix_sla_clock_next_at", "next_at", postgresql_where=text("next_at IS NOT NULL")),
        Index("ix_sla_clock_levels_at", "levels_at", postgresql_where=text("levels_at IS NOT NULL")),
    )

    ticket_id: UUID
    account_id: UUID | None = None
    trace_id: UUID
    metric: str = Field(sa_type=Text)
    cycle: int
    policy_id: UUID
    policy_version: int
    calendar_id: UUID | None = None
    calendar_version: int | None = None
    target_seconds: int
    pause_statuses: list[str] = Field(sa_type=ARRAY(Text))
    on_reopen: str = Field(sa_type=Text)
    warn_at_share: float
    state: str = Field(sa_type=Text)
    reason: str = Field(sa_type=Text)
    started_at: datetime
    since: datetime
    elapsed_us: int = Field(sa_type=BigInteger)
    due_at: datetime | None = None
    paused_at: datetime | None = None
    breached_at: datetime | None = None
    detected_at: datetime | None = None
    warn_at: datetime | None = None
    warned_at: datetime | None = None
    next_at: datetime | None = None
    levels_at: datetime | None = None
    levels_us: int | None = Field(default=None, sa_type=BigInteger)
    levels_target: int | None = None

    @property
    def progress(self) -> Progress:
        """How far its levels have been looked at; of a clock from before there were any: so far as it had come."""
        seconds = self.levels_target or self.target_seconds
        if self.levels_us is not None:
            return Progress(self.levels_us * MICROSECOND, seconds)
        return Progress((-1 if self.state == State.RUNNING else self.elapsed_us) * MICROSECOND, seconds)

    def look_at(self, elapsed: timedelta, seconds: int) -> None:
        """Its levels have been looked at, so far of a target of so many seconds."""
        self.levels_us, self.levels_target = elapsed // MICROSECOND, seconds

    @property
    def hours(self) -> HoursKey:
        """By which calendar it counts."""
        return _hours(self.calendar_id, self.calendar_version)

    def standing(self, calendar: Calendar | None) -> ClockState:
        """The state that the row keeps. calendar: of `hours`."""
        return ClockState(
            metric=self.metric,
            cycle=self.cycle,
            target=Promise(
                seconds=self.target_seconds,
                calendar=calendar,
                pause_statuses=frozenset(self.pause_statuses),
                on_reopen="resume" if self.on_reopen == "resume" else "new_cycle",
                policy_id=str(self.policy_id),
                policy_version=self.policy_version,
                calendar_id=self.calendar_id,
                calendar_version=self.calendar_version,
                warn_at_share=self.warn_at_share,
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

    def keep(self, state: ClockState) -> None:
        """Become this state."""
        become(self, columns(state))
        self.look_ahead()

    def look_ahead(self) -> None:
        """Say when time alone has something to tell: the warning once a cycle, the breach once and after it."""
        runs = self.state == State.RUNNING and self.detected_at is None
        next_at = _earliest(self.due_at, self.warn_at if self.warned_at is None else None) if runs else None
        become(self, {"next_at": next_at})


class SlaStretch(Base, table=True):
    """A part of a clock's past: how it stood from `since` until its next stretch, or its present state."""

    __tablename__ = "sla_stretch"
    __table_args__ = (CheckConstraint(STATE, name="state"),)

    clock_id: UUID = Field(primary_key=True, foreign_key="sla_clock.id")
    since: datetime = Field(primary_key=True)
    state: str = Field(sa_type=Text)
    reason: str = Field(sa_type=Text)
    calendar_id: UUID | None = None
    calendar_version: int | None = None

    @property
    def hours(self) -> HoursKey:
        """By which calendar it counted."""
        return _hours(self.calendar_id, self.calendar_version)

    def standing(self, present: ClockState, calendar: Calendar | None) -> ClockState:
        """The state then, as far as `explaining.explain` asks. present: the clock's now. calendar: of `hours`."""
        target = replace(present.target, calendar=calendar)
        return replace(present, state=State(self.state), reason=self.reason, since=self.since, target=target)


class SlaWatch(Base, table=True):
    """What clocks must know of a ticket besides themselves; made when the first thing happens to it.

    policy and priority: by which its next cycle is promised. status, merged: as the clocks last heard.
    owed: the metrics whose reply or solution is.
    """

    __tablename__ = "sla_watch"

    ticket_id: UUID = Field(primary_key=True)
    policy_id: UUID | None = None
    policy_version: int | None = None
    priority: str = Field(sa_type=Text)
    status: str = Field(sa_type=Text)
    merged: bool = False
    owed: list[str] = Field(sa_type=ARRAY(Text))


def become(row: SlaClock | SlaWatch, columns: Mapping[str, Any]) -> None:
    """Set what differs: for what is set to what it is already, the ORM looks through all of the row at its flush."""
    for name, value in columns.items():
        if getattr(row, name) != value:
            setattr(row, name, value)


def _hours(calendar_id: UUID | None, version: int | None) -> HoursKey:
    return None if calendar_id is None or version is None else (calendar_id, version)


def _earliest(*instants: datetime | None) -> datetime | None:
    return min((instant for instant in instants if instant is not None), default=None)


_BLANK = blank(SlaClock)


def new_row(state: ClockState) -> dict[str, Any]:
    """The columns of a clock that has just started, without those that say whose it is."""
    row = {**_BLANK, **columns(state)}
    if state.state is State.RUNNING:
        row["next_at"] = _earliest(row["due_at"], row["warn_at"])
    return row


def columns(state: ClockState) -> dict[str, Any]:
    """A state as columns of `sla_clock`."""
    promise = state.target
    assert isinstance(promise, Promise)
    assert promise.policy_id is not None
    return {
        "metric": state.metric,
        "cycle": state.cycle,
        "policy_id": UUID(promise.policy_id),
        "policy_version": promise.policy_version,
        "calendar_id": promise.calendar_id,
        "calendar_version": promise.calendar_version,
        "target_seconds": promise.seconds,
        "pause_statuses": sorted(promise.pause_statuses),
        "on_reopen": promise.on_reopen,
        "warn_at_share": promise.warn_at_share,
        "state": state.state.value,
        "reason": state.reason,
        "started_at": state.started_at,
        "since": state.since,
        "elapsed_us": state.elapsed // MICROSECOND,
        "due_at": state.due_at,
        "paused_at": state.paused_at,
        "breached_at": state.breached_at,
        "warn_at": clock.share_at(state, promise.warn_at_share),
    }
