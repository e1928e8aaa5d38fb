"""Observing: what the facts set off, what came of it, and what must be called missing."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.analytics.assurance import erasures, findings, heartbeats, ledger, reconciliation, repairs, rules_in_use
from services.analytics.assurance.ledger import StoryKey
from services.analytics.assurance.rules import Happened, RuleBook
from services.analytics.directory import queries as directory
from services.analytics.metrics import service as metrics
from shared.contracts.onboarding import AccountTeamChanged
from shared.contracts.ticketing import GroupChanged
from shared.events.cause import Cause
from shared.events.event import Event

TELLERS = ("ticketing", "feedback", "onboarding")
"""The services whose steps are watched."""


async def observe(session: AsyncSession, events: list[Event[Any]]) -> None:
    """Match the facts with what is owed: new triggers, evidence, teams that changed, answers, heartbeats."""
    if not events:
        return
    book = await rules_in_use.book(session)
    for event in events:
        if book.matches(event.type):
            _ = event.data  # what its contract refuses is a dead letter now, and spoils no story later
    await match(session, events[0].cause, book, events)
    await repairs.hear_answers(session, events)
    await heartbeats.hear(session, events)


async def match(session: AsyncSession, cause: Cause, book: RuleBook, events: list[Event[Any]]) -> None:
    """Keep the facts that rules look at, and bring the ledger of their stories in line."""
    came = [place for event in events for place in places(book, event)]
    came += await erasures.places(session, events)
    keys = {key for key, _ in came} | await _touched_by_teams(session, events)
    if not keys:
        return
    await ledger.lock(session, keys)
    if came:
        await ledger.keep(session, came)
    await reconcile(session, cause, keys, book)


async def sweep(session: AsyncSession, cause: Cause, *, tolerance: timedelta, at_most: int) -> int:
    """Decide against the open steps of which everything is known by now; answers how many it decided."""
    covered = await heartbeats.coverage(session)
    known_until = {service: until - tolerance for service, until in covered.items()}
    keys = await ledger.unsettled(session, known_until, at_most=at_most)
    if not keys:
        return 0
    book = await rules_in_use.book(session)
    await ledger.lock(session, keys)
    return await reconcile(session, cause, keys, book, Knowledge(covered, tolerance))


@dataclass(frozen=True)
class Knowledge:
    """Up to when everything that each service told is known, and how much longer to wait for the rest."""

    covered: Mapping[str, datetime] = field(default_factory=dict)
    tolerance: timedelta = timedelta(0)


NOTHING_SETTLED = Knowledge()
"""What is known while facts come in: only the sweep decides that a step is missing."""


async def reconcile(
    session: AsyncSession,
    cause: Cause,
    keys: Collection[StoryKey],
    book: RuleBook,
    knowledge: Knowledge = NOTHING_SETTLED,
) -> int:
    """Bring the ledger of these stories, which the caller has locked, in line with their facts.

    Answers how many expectations changed.
    """
    facts = await ledger.facts_of(session, keys)
    held = await ledger.expectations_of(session, keys)
    cases = [case for key in sorted(facts) for case in reconciliation.cases(key, facts[key], held.get(key, []), book)]
    orphans = reconciliation.orphans(cases, [row for rows in held.values() for row in rows], at=cause.at)
    mirror = await mirror_of(session, cases)
    changes = [
        change
        for case in cases
        for change in reconciliation.changes(case, mirror, knowledge.covered, knowledge.tolerance, at=cause.at)
    ]
    changes.extend(orphans)
    await findings.follow(session, cause, changes)
    await ledger.write(
        session,
        new=[change.row for change in changes if change.before is None],
        changed=[change.row for change in changes if change.before is not None],
    )
    await metrics.judge_steps(session, [change.row for change in changes if change.moves_conformance])
    return len(changes)


def places(book: RuleBook, event: Event[Any]) -> list[tuple[StoryKey, Happened]]:
    """The stories that a fact belongs to."""
    found: list[tuple[StoryKey, Happened]] = []
    for match in book.matches(event.type):
        subject_id = event.raw.get(match)
        if isinstance(subject_id, str):
            kept = book.kept(event.type, event.raw)
            fact = Happened(
                event.id,
                event.type,
                event.source,
                event.subject,
                event.trace_id,
                event.time,
                event.recorded_at,
                kept,
            )
            found.append(((match, subject_id), fact))
    return found


async def _touched_by_teams(session: AsyncSession, events: list[Event[Any]]) -> set[StoryKey]:
    teams = _when_changed(events, AccountTeamChanged.fact_type, "account_id")
    groups = _when_changed(events, GroupChanged.fact_type, "group_id")
    return await ledger.owed_to_teams(session, teams) | await ledger.owed_to_leads(session, groups)


def _when_changed(events: list[Event[Any]], type_: str, name: str) -> dict[UUID, datetime]:
    changed: dict[UUID, datetime] = {}
    for event in events:
        if event.type == type_:
            subject_id = UUID(event.raw[name])
            changed[subject_id] = min(event.recorded_at, changed.get(subject_id, event.recorded_at))
    return changed


async def mirror_of(session: AsyncSession, cases: list[reconciliation.StoryCase]) -> directory.Mirror:
    """What the directory says of the accounts and groups whose people are owed something."""
    accounts = {case.account_id for case in cases if case.account_id is not None}
    groups = {case.group_id for case in cases if case.group_id is not None}
    if not accounts and not groups:
        return directory.Mirror()
    return await directory.mirror(session, accounts, groups)
