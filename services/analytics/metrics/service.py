"""Keeping metrics by facts: late, doubled and shuffled ones give the same numbers as ordered ones."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from services.analytics.metrics import reading, store
from services.analytics.metrics.contribution import UNKNOWN, Contribution, Key
from services.analytics.metrics.definitions import CONFORMANCE, STEP_GROUPS
from services.analytics.metrics.reading import Owner
from services.analytics.metrics.registers import Registers
from services.analytics.metrics.store import Change, Heard
from shared.events.event import Event

DECIDED = frozenset({"met", "late", "missing", "duplicate", "wrong_target", "failed"})
"""The states of an expectation that say whether the step happened as the rules ask."""


async def project(session: AsyncSession, events: list[Event[Any]]) -> None:
    """Let facts move the metrics that they move; those that no metric asks for are passed by."""
    heard = hear(events)
    if not heard:
        return
    made = await store.make_or_lock(session, heard)
    before = await store.heard_of(session, heard.keys() - made)
    after = {owner: before[owner].merged(heard[owner]) for owner in before}
    await store.say(session, {owner: after[owner] for owner in after if after[owner] != before[owner]})
    changes = [Change(None, one) for owner in made for one in reading.contributions(owner, heard[owner].said)]
    for owner in after:
        changes += _changes(owner, before[owner], after[owner])
    await store.write(session, changes)


def hear(events: Iterable[Event[Any]]) -> dict[Owner, Heard]:
    """What these facts say, by the answer or ticket that they speak of."""
    of_owner: dict[Owner, list[Event[Any]]] = {}
    for event in events:
        owner = reading.owner_of(event)
        if owner is not None:
            of_owner.setdefault(owner, []).append(event)
    return {
        owner: Heard(Registers.together(map(reading.say, facts)), max(fact.time for fact in facts))
        for owner, facts in of_owner.items()
    }


def _changes(owner: Owner, before: Heard, after: Heard) -> list[Change]:
    old = {one.key: one for one in reading.contributions(owner, before.said)}
    new = {one.key: one for one in reading.contributions(owner, after.said)}
    return [Change(old.get(key), new.get(key)) for key in old.keys() | new.keys()]


async def contribute(
    session: AsyncSession, contributions: Sequence[Contribution], *, withdrawn: Iterable[Key] = ()
) -> None:
    """Put the contributions of subjects that another feature decides on, in its transaction.

    The caller holds what decides them locked (an expectation's story), so that the newest call is the truth.
    withdrawn: the keys of subjects that contribute nothing now.
    """
    given: dict[Key, Contribution | None] = dict.fromkeys(withdrawn)
    given |= {one.key: one for one in contributions}
    if given:
        before = await store.held(session, given)
        await store.write(session, [Change(before.get(key), one) for key, one in given.items()])


async def judge_steps(session: AsyncSession, expectations: Iterable[Mapping[str, Any]]) -> None:
    """Let expectations move automation_conformance: `contribute` for the ledger's rows.

    An expectation has the columns of the ledger's table: id, state, rule_id, step, service, trace_id, due_at,
    met_at and decided_at.
    """
    steps: dict[Key, Contribution | None] = {
        (CONFORMANCE.id, CONFORMANCE.version, row["id"]): step_contribution(row) for row in expectations
    }
    counted = [step for step in steps.values() if step is not None]
    await contribute(session, counted, withdrawn=[key for key, step in steps.items() if step is None])


def step_contribution(expectation: Mapping[str, Any]) -> Contribution | None:
    """What an expectation adds to automation_conformance; None while it is open, skipped or waived."""
    state = expectation["state"]
    at: datetime | None = expectation["met_at"] if state == "met" else expectation["due_at"]
    at = at or expectation["decided_at"]
    if state not in DECIDED or at is None:
        return None
    groups = {name: expectation[name] or UNKNOWN for name in STEP_GROUPS}
    return Contribution(
        metric=CONFORMANCE.id,
        version=CONFORMANCE.version,
        subject=expectation["id"],
        owner_id=expectation["id"],
        trace_id=expectation["trace_id"],
        at=at,
        groups=groups,
        numerator=int(state == "met"),
        denominator=1,
    )
