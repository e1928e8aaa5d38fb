"""What is due when, for a ticket that does not exist yet. Changes nothing."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.ticketing.directory import queries as directory
from services.ticketing.sla import clock, open_hours, promises, queries
from services.ticketing.sla.clock import ClockState, Fact, Kind, Watch
from services.ticketing.sla.past import Held, PastTraits
from services.ticketing.sla.preview_schemas import SlaPreviewIn
from services.ticketing.sla.promises import Policy, Promise

MOST_POLICIES = 200  # that are shown


@dataclass(frozen=True)
class Considered:
    """A policy, and why it does not take the ticket: no reasons for the one that does."""

    policy: Policy
    effective_from: datetime
    reasons: list[str]


@dataclass(frozen=True)
class Previewed:
    """One metric. clock: None where it starts only with what is to come."""

    metric: str
    promise: Promise
    clock: ClockState | None

    @property
    def warn_at(self) -> datetime | None:
        """When its warning would be told."""
        return clock.share_at(self.clock, self.promise.warn_at_share) if self.clock else None


@dataclass(frozen=True)
class Preview:
    """What a ticket opened at `at` would be promised. policy: None where none fits."""

    at: datetime
    policy: Policy | None
    account_tier: str | None
    considered: list[Considered]
    clocks: list[Previewed]


async def preview(session: AsyncSession, body: SlaPreviewIn, now: datetime) -> Preview:
    """Say what a ticket like this would be promised, by the policies as they are known now."""
    at = body.created_at or now
    traits = PastTraits(
        type=body.type,
        channel=body.channel,
        tags=tuple(body.tags),
        priority=body.priority,
        brand=body.brand,
        account_tier=await directory.tier_of(session, body.account_id),
    )
    held = _newest(await queries.book(session), at)
    taken = promises.first((each.policy for each in held if each.effective_from <= at), traits)
    shown = sorted(held, key=lambda each: (each.policy.rank, each.policy.id))[:MOST_POLICIES]
    considered = [Considered(each.policy, each.effective_from, _reasons(each, taken, traits, at)) for each in shown]
    clocks = await _clocks(session, taken, body.priority, body.status, at) if taken else []
    return Preview(at, taken, traits.account_tier, considered, clocks)


def _newest(book: list[Held], at: datetime) -> list[Held]:
    """Each policy in the version that holds at an instant, or else in its newest, which holds later."""
    found: dict[UUID, Held] = {}
    for each in book:
        before = found.get(each.policy.id)
        if each.effective_from <= at or before is None or before.effective_from > at:
            found[each.policy.id] = each
    return list(found.values())


def _reasons(each: Held, taken: Policy | None, traits: PastTraits, at: datetime) -> list[str]:
    if each.policy is taken:
        return []
    reasons = ["not_effective_yet"] if each.effective_from > at else []
    reasons += promises.misfits(each.policy.conditions, traits)
    return reasons or ["outranked"]


async def _clocks(session: AsyncSession, policy: Policy, priority: str, status: str, at: datetime) -> list[Previewed]:
    hours_at = await open_hours.as_of(session, policy.calendar_ids(priority))
    hours = {named: hours_at(named, datetime.max.replace(tzinfo=at.tzinfo)) for named in policy.calendar_ids(priority)}
    promised = promises.promised(policy, priority, hours)
    created = Fact(at, Kind.CREATED)
    return [
        Previewed(metric, promised[metric], clock.step(Watch(metric, promised[metric], status), created).newest)
        for metric in clock.METRICS
        if metric in promised
    ]
