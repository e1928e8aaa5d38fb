"""The words of the SLA clock: what can happen to a ticket, what a clock does and judges, and what each metric owes."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Literal

from shared.business_time import Calendar

ACTIVE = frozenset({"new", "open", "pending", "on_hold"})
NOTHING = timedelta()


class State(StrEnum):
    """What a clock does."""

    RUNNING = "running"
    PAUSED = "paused"
    FULFILLED = "fulfilled"
    CANCELLED = "cancelled"


class Verdict(StrEnum):
    """Whether the promise held. A clock that was cancelled in time stays pending."""

    PENDING = "pending"
    MET = "met"
    BREACHED = "breached"


class Kind(StrEnum):
    """What can happen to a ticket, as far as clocks care; facts of one instant apply in this order."""

    CREATED = "created"
    BOT_REPLIED = "bot_replied"  # or an auto-acknowledgement: never counts
    CUSTOMER_WROTE = "customer_wrote"  # in public; the opening message too
    UNMERGED = "unmerged"
    STATUS_CHANGED = "status_changed"  # to any but solved; from solved to an active one reopens
    MERGED = "merged"
    AGENT_REPLIED = "agent_replied"  # in public, by a human; a SOLVED before it would cancel what it fulfils
    SOLVED = "solved"
    CANCELLED = "cancelled"
    RETARGETED = "retargeted"  # the policy, its version, its calendar or the priority changed: from here on


# To look a member up in its class takes three times as long as a name of this module, and a step looks up a dozen.
RUNNING, PAUSED, FULFILLED, CANCELLED = State
(
    CREATED,
    BOT_REPLIED,
    CUSTOMER_WROTE,
    UNMERGED,
    STATUS_CHANGED,
    MERGED,
    AGENT_REPLIED,
    SOLVED,
    ENDED,
    RETARGETED,
) = Kind

ORDER = {kind: place for place, kind in enumerate(Kind)}


WORDS = (BOT_REPLIED, CUSTOMER_WROTE, AGENT_REPLIED)


@dataclass(frozen=True)
class Metric:
    """What is owed from when, in which statuses its clock runs, and what fulfils it."""

    owed_from: Kind
    fulfilled_by: Literal[Kind.AGENT_REPLIED, Kind.SOLVED]
    runs_in: frozenset[str] = ACTIVE
    pausable: bool = False  # whether the target's pause statuses are honoured


METRICS = {
    "first_reply": Metric(Kind.CREATED, Kind.AGENT_REPLIED, pausable=True),
    "next_reply": Metric(Kind.CUSTOMER_WROTE, Kind.AGENT_REPLIED, pausable=True),
    "requester_wait": Metric(Kind.CREATED, Kind.SOLVED, ACTIVE - {"pending"}),
    "agent_work": Metric(Kind.CREATED, Kind.SOLVED, ACTIVE - {"pending", "on_hold"}),
    "periodic_update": Metric(Kind.AGENT_REPLIED, Kind.AGENT_REPLIED, pausable=True),
    "total_resolution": Metric(Kind.CREATED, Kind.SOLVED),
}


@dataclass(frozen=True)
class Target:
    """What one policy version promises for one metric and priority; `calendar` None = 24x7."""

    seconds: int
    calendar: Calendar | None = None
    pause_statuses: frozenset[str] = frozenset()
    on_reopen: Literal["new_cycle", "resume"] = "new_cycle"
    policy_id: str | None = None
    policy_version: int = 1


@dataclass(frozen=True)
class Fact:
    """One thing that happened to a ticket.

    `status`: of CREATED (default new) and STATUS_CHANGED. `target`: of RETARGETED, for the metric at hand;
    None = no longer promised.
    """

    at: datetime
    kind: Kind
    status: str | None = None
    target: Target | None = None

    def __post_init__(self) -> None:
        if self.kind is STATUS_CHANGED and self.status in (None, "solved"):
            raise ValueError("a change of status names the new one, and to solved it is a SOLVED")
