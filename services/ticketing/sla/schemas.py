"""HTTP bodies of SLA policies and clocks."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import Field, field_validator
from pydantic_core import PydanticCustomError

from services.ticketing.sla import clock, explaining
from services.ticketing.sla.clock import ClockState
from services.ticketing.sla.explaining import Interval
from services.ticketing.sla.models import SlaClock, SlaPolicy
from shared.http.fields import Body, Id, Instant, ShortText, Text, View, example

LONGEST_TARGET = 366 * 86_400  # seconds
MOST_VALUES = 100  # of one condition
MOST_TARGETS = 24  # six metrics for four priorities

Metric = Literal["first_reply", "next_reply", "requester_wait", "agent_work", "periodic_update", "total_resolution"]
Priority = Literal["low", "normal", "high", "urgent"]
TicketType = Literal["question", "incident", "complaint", "escalation", "task", "repair"]
Channel = Literal["email", "chat", "phone", "social", "in_person", "web", "api", "survey"]
PauseStatus = Literal["new", "open", "pending", "on_hold"]
OnReopen = Literal["new_cycle", "resume"]
Word = Annotated[Text, Field(min_length=1, max_length=80)]
Rank = Annotated[int, Field(ge=0, le=1_000_000)]

_TICKET = "01a207e6-dd40-7d40-8a95-72e0c61fb30f"
_CLOCK = "01a207e6-dd40-7d41-9be2-0c4a81d3f511"
_POLICY = "01a19b45-b800-7005-8c6f-1b2c3d4e5f60"
_CONDITIONS = {"type": ["question"], "channel": [], "tags": [], "account_tier": ["gold"], "brand": []}
_TARGET = {
    "metric": "first_reply",
    "priority": "high",
    "seconds": 3600,
    "calendar_id": "01935f2e-7c00-7000-8000-000000000001",
    "pause_statuses": ["pending"],
    "warn_at_share": 0.75,
}


class SlaConditions(Body):
    """Which tickets a policy is for: every condition that is given must hold; an empty one always does.

    Of several values one suffices.
    """

    type: list[TicketType] = Field(default=[], max_length=MOST_VALUES)
    channel: list[Channel] = Field(default=[], max_length=MOST_VALUES)
    tags: list[Word] = Field(default=[], max_length=MOST_VALUES)
    account_tier: list[Word] = Field(default=[], max_length=MOST_VALUES)
    brand: list[ShortText] = Field(default=[], max_length=MOST_VALUES)


class SlaTarget(Body):
    """What is promised for one metric and priority, in seconds of the calendar (null = 24x7).

    pause_statuses: in which the clocks of replies stand still; the other metrics have statuses of their
    own. warn_at_share: the share of the target at which sla.warned is told.
    """

    metric: Metric
    priority: Priority
    seconds: Annotated[int, Field(gt=0, le=LONGEST_TARGET)]
    calendar_id: Id | None = None
    pause_statuses: list[PauseStatus] = Field(default=[], max_length=4)
    warn_at_share: Annotated[float, Field(gt=0, lt=1)] = 0.75

    @field_validator("pause_statuses")
    @classmethod
    def _each_once(cls, statuses: list[PauseStatus]) -> list[PauseStatus]:
        return sorted(set(statuses))


def _one_for_each_priority(targets: list[SlaTarget] | None) -> list[SlaTarget] | None:
    named = [(target.metric, target.priority) for target in targets or ()]
    if len(set(named)) < len(named):
        raise PydanticCustomError("two_targets", "A metric has at most one target for each priority")
    return targets


class SlaPolicyIn(Body):
    """What tickets are promised. The policy with the lowest rank that fits a new ticket is taken.

    A metric or priority without a target is not promised. on_reopen: whether a reopened ticket starts new
    cycles or goes on with those that its solution ended. effective_from: now unless given.
    """

    model_config = example(
        {
            "name": "Gold",
            "rank": 10,
            "conditions": _CONDITIONS,
            "targets": [_TARGET],
            "on_reopen": "new_cycle",
        }
    )

    name: ShortText
    rank: Rank
    conditions: SlaConditions = SlaConditions()
    targets: list[SlaTarget] = Field(max_length=MOST_TARGETS)
    on_reopen: OnReopen = "new_cycle"
    effective_from: Instant | None = None

    @field_validator("targets")
    @classmethod
    def _promises_once(cls, targets: list[SlaTarget]) -> list[SlaTarget]:
        _one_for_each_priority(targets)
        return targets


class SlaPolicyPatch(Body):
    """What the policy's next version says otherwise, as a merge-patch; a list is replaced whole."""

    model_config = example({"rank": 20, "on_reopen": "resume"})

    name: ShortText | None = None
    rank: Rank | None = None
    conditions: SlaConditions | None = None
    targets: Annotated[list[SlaTarget], Field(max_length=MOST_TARGETS)] | None = None
    on_reopen: OnReopen | None = None
    effective_from: Instant | None = None


class SlaPolicyOut(View):
    """A policy in its newest version, which holds from effective_from on."""

    model_config = example(
        {
            "id": _POLICY,
            "name": "Gold",
            "rank": 10,
            "conditions": _CONDITIONS,
            "targets": [_TARGET],
            "on_reopen": "new_cycle",
            "effective_from": "2026-11-20T09:00:00Z",
            "created_at": "2026-11-20T09:00:00Z",
            "version": 1,
        }
    )

    id: UUID
    name: str
    rank: int
    conditions: SlaConditions
    targets: list[SlaTarget]
    on_reopen: OnReopen
    effective_from: datetime
    created_at: datetime
    version: int

    @classmethod
    def of(cls, row: SlaPolicy) -> Self:
        """A row as the API shows it."""
        return cls.model_validate(row.model_dump())


class SlaClockOut(View):
    """One cycle of a clock, counted up to `as_of`.

    due_at: null while paused. breached_at: when the target was used up; detected_at: when that was told.
    """

    model_config = example(
        {
            "id": _CLOCK,
            "ticket_id": _TICKET,
            "metric": "first_reply",
            "cycle": 1,
            "policy_id": _POLICY,
            "policy_version": 1,
            "calendar_id": None,
            "state": "running",
            "verdict": "pending",
            "target_seconds": 14400,
            "elapsed_seconds": 12,
            "remaining_seconds": 14388,
            "started_at": "2026-11-23T10:15:00Z",
            "due_at": "2026-11-23T14:15:00Z",
            "paused_at": None,
            "fulfilled_at": None,
            "breached_at": None,
            "detected_at": None,
            "as_of": "2026-11-23T10:15:12Z",
        }
    )

    id: UUID
    ticket_id: UUID
    metric: Metric
    cycle: int
    policy_id: UUID
    policy_version: int
    calendar_id: UUID | None
    state: clock.State
    verdict: clock.Verdict
    target_seconds: int
    elapsed_seconds: int
    remaining_seconds: int
    started_at: datetime
    due_at: datetime | None
    paused_at: datetime | None
    fulfilled_at: datetime | None
    breached_at: datetime | None
    detected_at: datetime | None
    as_of: datetime

    @classmethod
    def of(cls, row: SlaClock, standing: ClockState, now: datetime) -> Self:
        """A row as the API shows it. standing: the state that it keeps."""
        seen = clock.as_of(standing, now)
        counted = {name: getattr(seen, name) for name in _COUNTED}
        return cls.model_validate({**row.model_dump(), **counted, "as_of": now})


_COUNTED = ("verdict", "elapsed_seconds", "remaining_seconds", "fulfilled_at", "breached_at")


class SlaInterval(View):
    """A part of a clock's time. reason: why it was counted, or why not."""

    starts_at: datetime = Field(alias="from")
    ends_at: datetime = Field(alias="to")
    counted: bool
    seconds: int
    reason: str

    @classmethod
    def of(cls, interval: Interval) -> Self:
        """An interval as the API shows it."""
        start, end, counted, seconds, reason = interval
        return cls.model_validate({"from": start, "to": end, "counted": counted, "seconds": seconds, "reason": reason})


class SlaExplanationOut(View):
    """How a clock came to what has elapsed: the seconds of its counted intervals add up to it."""

    model_config = example(
        {
            "clock_id": _CLOCK,
            "metric": "first_reply",
            "cycle": 1,
            "elapsed_seconds": 900,
            "target_seconds": 14400,
            "due_at": "2026-11-23T14:20:00Z",
            "intervals": [
                {
                    "from": "2026-11-23T10:15:00Z",
                    "to": "2026-11-23T10:20:00Z",
                    "counted": True,
                    "seconds": 300,
                    "reason": "running",
                },
                {
                    "from": "2026-11-23T10:20:00Z",
                    "to": "2026-11-23T10:25:00Z",
                    "counted": False,
                    "seconds": 300,
                    "reason": "pending",
                },
                {
                    "from": "2026-11-23T10:25:00Z",
                    "to": "2026-11-23T10:35:00Z",
                    "counted": True,
                    "seconds": 600,
                    "reason": "running",
                },
            ],
        }
    )

    clock_id: UUID
    metric: Metric
    cycle: int
    elapsed_seconds: int
    target_seconds: int
    due_at: datetime | None
    intervals: list[SlaInterval]

    @classmethod
    def of(cls, row: SlaClock, trail: Sequence[ClockState], now: datetime) -> Self:
        """A clock as the API explains it. trail: its states, the oldest first."""
        return cls(
            clock_id=row.id,
            metric=row.metric,
            cycle=row.cycle,
            elapsed_seconds=clock.as_of(trail[-1], now).elapsed_seconds,
            target_seconds=row.target_seconds,
            due_at=row.due_at,
            intervals=[SlaInterval.of(interval) for interval in explaining.explain(trail, now)],
        )
