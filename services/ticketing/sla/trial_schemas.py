"""HTTP bodies of what is only tried out: simulations and replays."""

from collections.abc import Iterable
from datetime import datetime
from typing import Annotated, Any, Final, Protocol, Self
from uuid import UUID

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError, to_jsonable_python

from services.ticketing.sla import clock
from services.ticketing.sla.clock import ClockState
from services.ticketing.sla.schemas import (
    MOST_TARGETS,
    Metric,
    OnReopen,
    Rank,
    SlaConditions,
    SlaTarget,
)
from shared.http.fields import Body, Id, Instant, ShortText, View, example

MOST_TICKETS: Final = 1_000  # of one simulation

_TICKET = "01a207e6-dd40-7d40-8a95-72e0c61fb30f"
_CLOCK = "01a207e6-dd40-7d41-9be2-0c4a81d3f511"
_POLICY = "01a19b45-b800-7005-8c6f-1b2c3d4e5f60"


class SlaPolicyChange(Body):
    """What the policy would say otherwise, as a merge-patch; a list is replaced whole.

    It is taken to have held all along, so it has no effective_from.
    """

    name: ShortText | None = None
    rank: Rank | None = None
    conditions: SlaConditions | None = None
    targets: Annotated[list[SlaTarget], Field(max_length=MOST_TARGETS)] | None = None
    on_reopen: OnReopen | None = None


class OpenedBetween(Body):
    """The tickets that were opened from one instant until before another, the first 1,000 of them."""

    begins_at: Instant = Field(alias="from")
    ends_at: Instant = Field(alias="to")

    @model_validator(mode="after")
    def _forwards(self) -> Self:
        if self.ends_at <= self.begins_at:
            raise PydanticCustomError("backwards", "`to` lies after `from`")
        return self


class SlaSimulationIn(Body):
    """A change of a policy, and the past tickets to try it on: those of a time, or these."""

    model_config = example(
        {
            "change": {"targets": [{"metric": "first_reply", "priority": "high", "seconds": 1800}]},
            "over": {"from": "2026-11-01T00:00:00Z", "to": "2026-11-08T00:00:00Z"},
        }
    )

    change: SlaPolicyChange
    over: OpenedBetween | None = None
    ticket_ids: Annotated[list[Id], Field(min_length=1, max_length=MOST_TICKETS)] | None = None

    @model_validator(mode="after")
    def _names_them_one_way(self) -> Self:
        if (self.over is None) == (self.ticket_ids is None):
            raise PydanticCustomError("selection", "Give either over or ticket_ids")
        return self


class SlaJudged(View):
    """How many clocks of a metric were in time, late, or are not judged (yet)."""

    met: int
    breached: int
    pending: int


class SlaMetricSimulated(View):
    """A metric's clocks as they were, and as they would have been."""

    metric: Metric
    then: SlaJudged
    now: SlaJudged


class SlaSide(View):
    """A clock on one side of a simulation."""

    policy_id: UUID
    policy_version: int
    target_seconds: int
    elapsed_seconds: int
    verdict: clock.Verdict
    due_at: datetime | None
    breached_at: datetime | None

    @classmethod
    def of(cls, state: ClockState) -> Self:
        """A state as the API shows it."""
        assert state.target.policy_id is not None
        return cls(
            policy_id=UUID(state.target.policy_id),
            policy_version=state.target.policy_version,
            target_seconds=state.target.seconds,
            elapsed_seconds=state.elapsed_seconds,
            verdict=state.verdict,
            due_at=state.due_at,
            breached_at=state.breached_at,
        )


class SlaDiffering(View):
    """A clock that would have been judged otherwise; null where there is none on that side."""

    ticket_id: UUID
    metric: Metric
    cycle: int
    then: SlaSide | None
    now: SlaSide | None


class _Differing(Protocol):
    @property
    def ticket_id(self) -> UUID: ...
    @property
    def metric(self) -> str: ...
    @property
    def cycle(self) -> int: ...
    @property
    def then(self) -> ClockState | None: ...
    @property
    def now(self) -> ClockState | None: ...


class _Simulated(Protocol):
    tickets: int
    left_out: int
    whole: bool
    differ: int
    then: dict[str, dict[str, int]]
    now: dict[str, dict[str, int]]

    @property
    def differing(self) -> Iterable[_Differing]: ...


class SlaSimulationOut(View):
    """What a changed policy would have done. Nothing was changed.

    tickets: gone through. left_out: tickets without clocks, and those whose history is not whole. whole: whether all
    that were asked for were looked at, in the time there is. differ: clocks that would be judged otherwise; differing
    shows the first 200. The account's tier is taken as it is now.
    """

    model_config = example(
        {
            "policy_id": _POLICY,
            "tickets": 212,
            "left_out": 3,
            "whole": True,
            "metrics": [
                {
                    "metric": "first_reply",
                    "then": {"met": 198, "breached": 14, "pending": 0},
                    "now": {"met": 171, "breached": 41, "pending": 0},
                }
            ],
            "differ": 27,
            "differing": [
                {
                    "ticket_id": _TICKET,
                    "metric": "first_reply",
                    "cycle": 1,
                    "then": {
                        "policy_id": _POLICY,
                        "policy_version": 1,
                        "target_seconds": 3600,
                        "elapsed_seconds": 2400,
                        "verdict": "met",
                        "due_at": "2026-11-23T11:15:00Z",
                        "breached_at": None,
                    },
                    "now": {
                        "policy_id": _POLICY,
                        "policy_version": 2,
                        "target_seconds": 1800,
                        "elapsed_seconds": 2400,
                        "verdict": "breached",
                        "due_at": "2026-11-23T10:45:00Z",
                        "breached_at": "2026-11-23T10:45:00Z",
                    },
                }
            ],
        }
    )

    policy_id: UUID
    tickets: int
    left_out: int
    whole: bool
    metrics: list[SlaMetricSimulated]
    differ: int
    differing: list[SlaDiffering]

    @classmethod
    def of(cls, policy_id: UUID, found: _Simulated) -> Self:
        """What was found, as the API shows it: metrics without a clock on either side are left out."""
        return cls(
            policy_id=policy_id,
            tickets=found.tickets,
            left_out=found.left_out,
            whole=found.whole,
            metrics=[
                SlaMetricSimulated.model_validate({"metric": metric, "then": then, "now": found.now[metric]})
                for metric, then in found.then.items()
                if any(then.values()) or any(found.now[metric].values())
            ],
            differ=found.differ,
            differing=[
                SlaDiffering.model_validate(
                    {
                        "ticket_id": each.ticket_id,
                        "metric": each.metric,
                        "cycle": each.cycle,
                        "then": each.then and SlaSide.of(each.then),
                        "now": each.now and SlaSide.of(each.now),
                    }
                )
                for each in found.differing
            ],
        )


class SlaDifference(View):
    """A field that is kept otherwise than the ticket's history says.

    metric and cycle are null for what is kept of the ticket besides its clocks; clock_id where there is no such clock.
    """

    clock_id: UUID | None
    metric: Metric | None
    cycle: int | None
    field: str
    kept: Any
    replayed: Any


class SlaReplayOut(View):
    """A ticket's clocks gone through again from its history. Nothing was changed.

    deeds: of the history; clocks: cycles that come of it. differences: empty where all is kept as it should be.
    """

    model_config = example(
        {
            "ticket_id": _TICKET,
            "deeds": 7,
            "clocks": 3,
            "differences": [
                {
                    "clock_id": _CLOCK,
                    "metric": "first_reply",
                    "cycle": 1,
                    "field": "due_at",
                    "kept": "2026-11-23T15:15:00Z",
                    "replayed": "2026-11-23T14:15:00Z",
                }
            ],
            "as_of": "2026-11-23T12:00:00Z",
        }
    )

    ticket_id: UUID
    deeds: int
    clocks: int
    differences: list[SlaDifference]
    as_of: datetime

    @classmethod
    def of(cls, ticket_id: UUID, deeds: int, clocks: int, differences: Iterable[Any], now: datetime) -> Self:
        """A replay as the API shows it."""
        shown = [
            {**vars(each), "kept": to_jsonable_python(each.kept), "replayed": to_jsonable_python(each.replayed)}
            for each in differences
        ]
        return cls.model_validate(
            {"ticket_id": ticket_id, "deeds": deeds, "clocks": clocks, "differences": shown, "as_of": now}
        )
