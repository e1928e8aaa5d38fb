"""Which policy a ticket falls under, and what that policy promises it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple, Protocol
from uuid import UUID

from services.ticketing.conditions import among
from services.ticketing.sla import clock
from shared.business_time import Calendar


class Traits(Protocol):
    """What of a ticket a policy's conditions look at."""

    @property
    def type(self) -> str: ...  # noqa: D102 - as the ticket's
    @property
    def channel(self) -> str: ...  # noqa: D102
    @property
    def tags(self) -> Sequence[str]: ...  # noqa: D102
    @property
    def account_tier(self) -> str | None: ...  # noqa: D102
    @property
    def brand(self) -> str: ...  # noqa: D102


class OpenHours(NamedTuple):
    """A calendar in one of its versions."""

    version: int
    calendar: Calendar


@dataclass(frozen=True)
class Promise(clock.Target):
    """A clock's target, and what its row has to remember besides.

    calendar_version: the calendar as it was when this was promised. warn_at_share: of the target.
    """

    calendar_id: UUID | None = None
    calendar_version: int | None = None
    warn_at_share: float = 0.75


@dataclass(frozen=True)
class Policy:
    """One version of a policy; `targets` as `POST /v1/sla-policies` gives them."""

    id: UUID
    version: int
    rank: int
    conditions: Mapping[str, Any]
    targets: Sequence[Mapping[str, Any]]
    on_reopen: Literal["new_cycle", "resume"]
    name: str = ""

    def for_priority(self, priority: str) -> dict[str, Mapping[str, Any]]:
        """The targets of one priority, by metric."""
        return {target["metric"]: target for target in self.targets if target["priority"] == priority}

    def calendar_ids(self, priority: str) -> set[UUID]:
        """The calendars by which it counts for one priority."""
        named = (target["calendar_id"] for target in self.for_priority(priority).values())
        return {UUID(calendar_id) for calendar_id in named if calendar_id is not None}


def first(policies: Iterable[Policy], ticket: Traits) -> Policy | None:
    """The policy with the lowest rank that fits; of equal ranks the older one."""
    fitting = [policy for policy in policies if fits(policy.conditions, ticket)]
    return min(fitting, key=lambda policy: (policy.rank, policy.id), default=None)


def fits(conditions: Mapping[str, Any], ticket: Traits) -> bool:
    """Do all given conditions hold? An empty or absent one always does; of several tags one suffices."""
    return (
        among(conditions.get("type"), [ticket.type])
        and among(conditions.get("channel"), [ticket.channel])
        and among(conditions.get("tags"), ticket.tags)
        and among(conditions.get("account_tier"), [ticket.account_tier])
        and among(conditions.get("brand"), [ticket.brand])
    )


def misfits(conditions: Mapping[str, Any], ticket: Traits) -> list[str]:
    """The names of the conditions that do not hold."""
    return [name for name, wanted in conditions.items() if not fits({name: wanted}, ticket)]


def promised(policy: Policy, priority: str, hours: Mapping[UUID, OpenHours]) -> dict[str, Promise]:
    """What a policy promises tickets of one priority, by metric. hours: of `policy.calendar_ids`."""
    return {metric: _promise(policy, target, hours) for metric, target in policy.for_priority(priority).items()}


def _promise(policy: Policy, target: Mapping[str, Any], hours: Mapping[UUID, OpenHours]) -> Promise:
    calendar_id = None if target["calendar_id"] is None else UUID(target["calendar_id"])
    open_hours = None if calendar_id is None else hours[calendar_id]
    return Promise(
        seconds=target["seconds"],
        calendar=open_hours.calendar if open_hours else None,
        pause_statuses=frozenset(target["pause_statuses"]),
        on_reopen=policy.on_reopen,
        policy_id=str(policy.id),
        policy_version=policy.version,
        calendar_id=calendar_id,
        calendar_version=open_hours.version if open_hours else None,
        warn_at_share=target["warn_at_share"],
    )
