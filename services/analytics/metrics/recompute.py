"""Counting metrics again from nothing, by the code that counted them first, and comparing.

Facts are read once for all the metrics that are asked for. It goes story by story (trace): the facts of a few
hundred stories are read together, so memory stays flat. What differs is looked at once more with its owner
locked: facts that came in between are no difference. What differs still is replaced by what was rebuilt.
"""

import time
from collections import Counter
from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select, union
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.analytics.facts import queries as facts
from services.analytics.facts.models import StoredFact
from services.analytics.metrics import reading, service, store
from services.analytics.metrics.contribution import Contribution, Kept, Key
from services.analytics.metrics.definitions import Metric
from services.analytics.metrics.models import ContributionRow
from services.analytics.metrics.reading import Owner
from services.analytics.metrics.store import Change, Heard
from shared.events.cause import Cause

STORIES = 200
"""Stories that are compared together."""

SECONDS = 10.0
"""After so long an answer is given; its cursor goes on from there."""


@dataclass(frozen=True)
class Source:
    """Where a metric's contributions can be rebuilt from.

    traces(session, metrics, after, limit): the next stories that have any, in order of their ids.
    of_traces(session, cause, traces): the contributions of these stories, to any metric. It may miss what
    other stories say of the same owner.
    hold(session, cause, owner_ids): all contributions of these owners, who are locked from now on.
    """

    traces: Callable[[AsyncSession, Sequence[Metric], UUID | None, int], Awaitable[Sequence[UUID]]]
    of_traces: Callable[[AsyncSession, Cause, Sequence[UUID]], Awaitable[Sequence[Contribution]]]
    hold: Callable[[AsyncSession, Cause, Collection[UUID]], Awaitable[Sequence[Contribution]]]


@dataclass(frozen=True)
class Recomputed:
    """What came of it for one metric.

    compared: contributions looked at. begun_after: the story that it went on from, None = from the first.
    stopped_after: the story that it broke off after, None = it came to the end.
    """

    compared: int
    differences: Sequence[Change]
    begun_after: UUID | None
    stopped_after: UUID | None

    @property
    def whole(self) -> bool:
        """Whether it went over everything that there is."""
        return self.begun_after is None and self.stopped_after is None


async def recompute(
    session: AsyncSession,
    cause: Cause,
    metrics: Sequence[Metric],
    source: Source,
    *,
    after: UUID | None = None,
    seconds: float = SECONDS,
) -> dict[str, Recomputed]:
    """Rebuild the contributions of metrics and put right those that differ; what came of it, by metric id.

    after: the story that an earlier call stopped after. seconds: about how long it may take.
    """
    until = time.monotonic() + seconds
    kept = sorted({_kept(metric) for metric in metrics})
    begun_after = after
    compared = Counter[tuple[str, int]]()
    differences: list[Change] = []
    while True:
        traces = await _next_traces(session, metrics, kept, source, after)
        after = traces[-1] if traces else None
        if traces:
            # First what is held, then what is rebuilt: the other way round a new contribution would look orphaned.
            held = await store.held_of_traces(session, kept, traces)
            rebuilt = _of(kept, await source.of_traces(session, cause, traces))
            compared.update(key[:2] for key in held.keys() | rebuilt.keys())
            differing = [key for key in held.keys() | rebuilt.keys() if held.get(key) != rebuilt.get(key)]
            if differing:
                owners = {(held.get(key) or rebuilt[key]).owner_id for key in differing}
                differences += await _put_right(session, cause, kept, source, differing, owners)
        if after is None or time.monotonic() > until:
            break
    return {
        metric.id: Recomputed(
            compared[_kept(metric)],
            [change for change in differences if change.key[:2] == _kept(metric)],
            begun_after,
            after,
        )
        for metric in metrics
    }


async def _put_right(
    session: AsyncSession, cause: Cause, kept: Sequence[Kept], source: Source, keys: list[Key], owners: set[UUID]
) -> list[Change]:
    rebuilt = _of(kept, await source.hold(session, cause, owners))
    held = await store.held(session, keys)
    changes = [Change(held.get(key), rebuilt.get(key)) for key in sorted(keys)]
    real = [change for change in changes if change.before != change.after]
    await store.write(session, real)
    return real


async def _next_traces(
    session: AsyncSession, metrics: Sequence[Metric], kept: Sequence[Kept], source: Source, after: UUID | None
) -> Sequence[UUID]:
    told = await source.traces(session, metrics, after, STORIES)
    held = union(*(_traces_held(one, after) for one in kept))
    return sorted({*told, *await session.scalars(held)})[:STORIES]


def _traces_held(kept: Kept, after: UUID | None) -> Select[UUID]:
    """The next stories to which a contribution of a metric belongs: each metric has its own place in the index."""
    trace_id = col(ContributionRow.trace_id)
    metric, version = kept
    listed = (
        select(trace_id)
        .distinct()
        .where(col(ContributionRow.metric) == metric, col(ContributionRow.version) == version)
        .order_by(trace_id)
        .limit(STORIES)
    )
    return listed if after is None else listed.where(trace_id > after)


def _kept(metric: Metric) -> Kept:
    return metric.kept_as, metric.version


def _of(kept: Collection[Kept], contributions: Sequence[Contribution]) -> dict[Key, Contribution]:
    return {one.key: one for one in contributions if (one.metric, one.version) in kept}


async def _traces(session: AsyncSession, metrics: Sequence[Metric], after: UUID | None, limit: int) -> Sequence[UUID]:
    trace_id = col(StoredFact.trace_id)
    listed = select(trace_id).distinct().where(col(StoredFact.type).in_(_types(metrics))).order_by(trace_id)
    if after is not None:
        listed = listed.where(trace_id > after)
    return (await session.scalars(listed.limit(limit))).all()


async def _of_traces(session: AsyncSession, cause: Cause, traces: Sequence[UUID]) -> Sequence[Contribution]:
    return _contributions(await _hear(session, cause, facts.OF_TRACES, traces))


async def _hold(session: AsyncSession, cause: Cause, owner_ids: Collection[UUID]) -> Sequence[Contribution]:
    ids = [str(owner_id) for owner_id in owner_ids]
    # No index leads from an answer to its recovery case: this reads all facts of the types, for the few that differ.
    locked: set[Owner] = set()
    while True:
        found = await _hear(session, cause, facts.THAT_SPEAK_OF, ids)
        heard = {owner: found[owner] for owner in found if owner.id in owner_ids}
        if heard.keys() <= locked:
            await store.say(session, heard)
            return _contributions(heard)
        await store.make_or_lock(session, heard)
        locked |= heard.keys()


async def _hear(session: AsyncSession, cause: Cause, which: str, ids: Sequence[Any]) -> dict[Owner, Heard]:
    return service.hear(await facts.found(session, cause, which, list(reading.TYPES), list(ids)))


def _contributions(heard: dict[Owner, Heard]) -> Sequence[Contribution]:
    return [one for owner in heard for one in reading.contributions(owner, heard[owner].said)]


def _types(metrics: Sequence[Metric]) -> list[str]:
    return [type_ for type_ in reading.TYPES if any(type_ in metric.facts for metric in metrics)]


FACTS = Source(_traces, _of_traces, _hold)
"""The fact store, from which all metrics are rebuilt that facts move directly."""
