"""HTTP bodies of a preview: what is due when for a ticket that does not exist yet."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Literal, Protocol, Self
from uuid import UUID

from pydantic import Field

from services.ticketing.sla import clock
from services.ticketing.sla.clock import ClockState
from services.ticketing.sla.promises import Policy, Promise
from services.ticketing.sla.schemas import Channel, Metric, Priority, TicketType, Word
from shared.http.fields import Body, Id, Instant, ShortText, View, example

MOST_TAGS = 50

_POLICY = "01a19b45-b800-7005-8c6f-1b2c3d4e5f60"
_ACCOUNT = "01a1f82f-1e81-7a10-8c51-2f6d0b7e9a01"


class SlaPreviewIn(Body):
    """A ticket that does not exist yet, as far as policies look at it. created_at: now unless given.

    status: open where it is opened with an assignee.
    """

    model_config = example({"type": "question", "priority": "high", "channel": "email", "account_id": _ACCOUNT})

    type: TicketType
    priority: Priority = "normal"
    channel: Channel = "api"
    status: Literal["new", "open"] = "new"
    tags: list[Word] = Field(default=[], max_length=MOST_TAGS)
    brand: ShortText = "default"
    account_id: Id | None = None
    created_at: Instant | None = None


class SlaConsidered(View):
    """A policy that was looked at, in order. It takes the ticket if there are no reasons why it does not.

    reasons: the conditions that do not hold, `not_effective_yet`, or `outranked` by one that comes before it.
    """

    policy_id: UUID
    policy_version: int
    name: str
    rank: int
    effective_from: datetime
    reasons: list[str]


class SlaPreviewedClock(View):
    """What is due when for one metric. starts_with: what starts its clock, where that is still to come."""

    metric: Metric
    target_seconds: int
    calendar_id: UUID | None
    state: clock.State | None
    due_at: datetime | None
    warn_at: datetime | None
    starts_with: str | None


class SlaPreviewOut(View):
    """What a ticket like this would be promised. policy_id: null where no policy takes it."""

    model_config = example(
        {
            "as_of": "2026-11-23T10:15:00Z",
            "account_tier": "gold",
            "policy_id": _POLICY,
            "policy_version": 1,
            "clocks": [
                {
                    "metric": "first_reply",
                    "target_seconds": 3600,
                    "calendar_id": None,
                    "state": "running",
                    "due_at": "2026-11-23T11:15:00Z",
                    "warn_at": "2026-11-23T11:00:00Z",
                    "starts_with": None,
                }
            ],
            "considered": [
                {
                    "policy_id": _POLICY,
                    "policy_version": 1,
                    "name": "Gold",
                    "rank": 10,
                    "effective_from": "2026-11-20T09:00:00Z",
                    "reasons": [],
                }
            ],
        }
    )

    as_of: datetime
    account_tier: str | None
    policy_id: UUID | None
    policy_version: int | None
    clocks: list[SlaPreviewedClock]
    considered: list[SlaConsidered]

    @classmethod
    def of(cls, found: "_Previewed") -> Self:
        """A preview as the API shows it."""
        policy = found.policy
        return cls.model_validate(
            {
                "as_of": found.at,
                "account_tier": found.account_tier,
                "policy_id": policy and policy.id,
                "policy_version": policy and policy.version,
                "clocks": [_clock(each.metric, each.promise, each.clock, each.warn_at) for each in found.clocks],
                "considered": [
                    {**_named(each.policy), "effective_from": each.effective_from, "reasons": each.reasons}
                    for each in found.considered
                ],
            }
        )


class _Previewed(Protocol):
    @property
    def at(self) -> datetime: ...
    @property
    def policy(self) -> Policy | None: ...
    @property
    def account_tier(self) -> str | None: ...
    @property
    def clocks(self) -> Iterable[Any]: ...
    @property
    def considered(self) -> Iterable[Any]: ...


def _named(policy: Policy) -> Mapping[str, Any]:
    return {"policy_id": policy.id, "policy_version": policy.version, "name": policy.name, "rank": policy.rank}


def _clock(metric: str, promise: Promise, state: ClockState | None, warn_at: datetime | None) -> Mapping[str, Any]:
    return {
        "metric": metric,
        "target_seconds": promise.seconds,
        "calendar_id": promise.calendar_id,
        "state": state and state.state,
        "due_at": state and state.due_at,
        "warn_at": warn_at,
        "starts_with": None if state else clock.METRICS[metric].owed_from.value,
    }
