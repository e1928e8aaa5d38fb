"""Clocks start with their tickets, follow what happens to them, and fall due by themselves.

A ticket keeps the policy version that it was promised by, whatever becomes of the policy, until something
that policies look at changes about the ticket: then it takes what is in force, and keeps what has elapsed.

next_reply counts only what a customer writes after the first reply: until then it is the first reply that
is owed, and one silence is not two promises broken.

Time is told alike whoever comes first: what fell due before something else happened is told before it,
under the instants at which it fell due, whether the job `sla_due` had looked or not.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import SQLModel

from services.ticketing.sla import clock, looking, open_hours, past, policies, promises, queries, telling
from services.ticketing.sla.clock import ClockState, Fact, Kind, Watch
from services.ticketing.sla.levels import Rule
from services.ticketing.sla.models import SlaClock, SlaPolicy, SlaStretch, SlaWatch, become, columns, new_row
from services.ticketing.sla.promises import Promise
from shared.db.statements import fetch
from shared.events import writing
from shared.events.cause import Cause
from shared.events.writing import Rows
from shared.features.audit import service as audit
from shared.ids import uuid7

OWED_FROM_THE_START = [name for name, metric in clock.METRICS.items() if metric.owed_from is Kind.CREATED]
_PROMISED_BY = {"policy_id", "policy_version", "priority"}

RETARGETED = "sla.retarget"
"""What the audit trail calls a ticket's taking the policy that is in force for it now."""


@dataclass(frozen=True)
class Subject:
    """A ticket as policies and clocks see it.

    account_tier: None while the account is not known. cause: what opened the ticket.
    """

    ticket_id: UUID
    account_id: UUID | None
    response_id: UUID | None
    trace_id: UUID
    type: str
    channel: str
    tags: tuple[str, ...]
    priority: str
    status: str
    account_tier: str | None
    brand: str
    created_at: datetime
    cause: Cause


async def first_clocks(session: AsyncSession, subjects: Sequence[Subject]) -> dict[type[SQLModel], Rows]:
    """The clocks of new tickets by the policies in force, as rows for the caller to write; tells sla.applied."""
    if not subjects:
        return {}
    in_force = await queries.in_force(session, max(subject.created_at for subject in subjects))
    chosen = [(subject, promises.first(in_force, subject)) for subject in subjects]
    hours = await open_hours.newest(
        session, {named for subject, policy in chosen if policy for named in policy.calendar_ids(subject.priority)}
    )
    rules = await looking.RULES.get(session)
    clocks, watches = list[dict[str, Any]](), list[dict[str, Any]]()
    alike: dict[tuple[Any, ...], list[tuple[ClockState, dict[str, Any]]]] = {}
    for subject, policy in chosen:
        if policy is None:
            continue
        key = (policy.id, subject.priority, subject.status, subject.created_at)
        if key not in alike:
            alike[key] = _started(subject, promises.promised(policy, subject.priority, hours), rules)
        for state, kept in alike[key]:
            new = _NewClock(uuid7(), subject.ticket_id, subject.account_id, subject.trace_id)
            clocks.append({**kept, **new.columns()})
            telling.moved(session, subject.cause, new, None, state)
        if not alike[key]:  # no clock names its policy
            watches.append(_watch_of(subject, policy.id, policy.version).model_dump())
    return {SlaClock: clocks, SlaWatch: watches}


async def follow(session: AsyncSession, cause: Cause, subject: Subject, happened: Sequence[Fact]) -> None:
    """Let a ticket's clocks follow what happened to it; tells what becomes of them.

    subject: the ticket as it is now; the caller holds its row locked. A RETARGETED needs no target: what is
    in force for the subject is taken.
    """
    rows, held = await queries.newest_cycles(session, subject.ticket_id)
    kept = held or _first_watch(subject, rows)
    watches = await _watches(session, kept, rows)
    ledger = _Ledger(session, cause, subject, rows, await looking.RULES.get(session))
    for fact in clock.in_order(happened):
        news = await _news(session, cause, subject, kept, watches, fact)
        for metric, heard in news.items():
            watches[metric] = ledger.step(watches[metric], heard)
    one = watches["first_reply"]
    owed = [metric for metric, watch in watches.items() if watch.owed]
    become(kept, {"status": one.status, "merged": one.merged, "owed": owed})
    if held is None:  # by the driver: the ORM takes three times as long for one row
        row = kept.model_dump()
        await fetch(session, writing.inserting(SlaWatch, tuple(row), 1), writing.as_json([row]))
    await ledger.close()


async def tell_due_clocks(session: AsyncSession, cause: Cause, at_most: int) -> int:
    """Tell which clocks have used up their warning's share, and which their time; answers how many it looked at."""
    rows = (await session.scalars(queries.due(cause.at, at_most))).all()
    standing = await queries.standings(session, rows)
    for row in rows:
        _tell_due(session, cause, row, standing[row.id], cause.at)
        row.look_ahead()
    return len(rows)


async def seed(session: AsyncSession, cause: Cause) -> None:
    """Make the default policy unless it is there, whatever it was changed to."""
    if await session.get(SlaPolicy, (policies.DEFAULT_POLICY_ID, 1)) is None:
        await policies.create_policy(session, cause, policies.DEFAULT_POLICY, policy_id=policies.DEFAULT_POLICY_ID)


class _Ledger:
    """Writes and tells what the steps of one ticket's clocks make of them."""

    def __init__(
        self, session: AsyncSession, cause: Cause, subject: Subject, rows: Mapping[str, SlaClock], rules: list[Rule]
    ) -> None:
        self._session = session
        self._cause = cause
        self._subject = subject
        self._rows = {(row.metric, row.cycle): row for row in rows.values()}
        self._rules = rules
        self._stretches: list[SlaStretch] = []

    def step(self, before: Watch, fact: Fact) -> Watch:
        """Take one step of one metric."""
        if before.newest is not None:
            _tell_due(self._session, self._cause, self._row(before.newest), before.newest, fact.at)
        after = clock.step(before, fact)
        known = {state.cycle: state for state in before.clocks}
        for state in after.clocks:
            if state != known.get(state.cycle):
                self._write(known.get(state.cycle), state)
        return after

    async def close(self) -> None:
        """Write the pasts, after the clocks that they belong to."""
        for row in self._rows.values():
            if row.account_id != self._subject.account_id:
                row.account_id = self._subject.account_id
            row.look_ahead()
        await self._session.flush()
        writing.write_later(self._session, SlaStretch, [stretch.model_dump() for stretch in self._stretches])

    def _write(self, before: ClockState | None, after: ClockState) -> None:
        if before is None:
            row = _row(self._subject, after, self._rules)
            self._rows[after.metric, after.cycle] = row
            self._session.add(row)
        else:
            row = self._row(before)
            if before.since < after.since:
                self._stretches.append(_stretch(row, before))
            unseen = looking.move_on(row, before, after.since, self._rules)
            if unseen is not None:
                self._session.add(unseen)
            row.keep(after)
            looking.look_ahead(row, after, self._rules)
        telling.moved(self._session, self._cause, row, before, after)
        _tell_due(self._session, self._cause, row, after, after.since)

    def _row(self, state: ClockState) -> SlaClock:
        return self._rows[state.metric, state.cycle]


@dataclass(slots=True)
class _NewClock:
    """What tells apart the clocks of tickets that are promised alike at one time."""

    id: UUID
    ticket_id: UUID
    account_id: UUID | None
    trace_id: UUID
    detected_at: datetime | None = None

    def columns(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self.__slots__}


def _started(
    subject: Subject, promised: Mapping[str, Promise], rules: list[Rule]
) -> list[tuple[ClockState, dict[str, Any]]]:
    """The clocks that start with a ticket, each as a state and as columns."""
    created = Fact(subject.created_at, Kind.CREATED)
    watches = [Watch(name, promised[name], subject.status) for name in OWED_FROM_THE_START if name in promised]
    states = [clock.step(watch, created).clocks[0] for watch in watches]
    return [(state, {**new_row(state), **looking.beginning(state, rules)}) for state in states]


def _row(subject: Subject, state: ClockState, rules: list[Rule]) -> SlaClock:
    row = SlaClock(
        ticket_id=subject.ticket_id,
        account_id=subject.account_id,
        trace_id=subject.trace_id,
        **columns(state),
        **looking.beginning(state, rules),
    )
    row.look_ahead()
    return row


def _stretch(row: SlaClock, state: ClockState) -> SlaStretch:
    """What a clock was until now; its row still says by which calendar."""
    return SlaStretch(
        clock_id=row.id,
        since=state.since,
        state=state.state,
        reason=state.reason,
        calendar_id=row.calendar_id,
        calendar_version=row.calendar_version,
    )


def _tell_due(session: AsyncSession, cause: Cause, row: SlaClock, state: ClockState, at: datetime) -> None:
    """Tell what fell due on a clock before an instant, once: its warning, then its breach."""
    if row.detected_at is not None:
        return
    if row.warned_at is None and row.warn_at is not None and row.warn_at < at:
        row.warned_at = row.warn_at
        telling.warned(session, cause, row, state, row.warn_at)
    become(row, {"breached_at": clock.as_of(state, at).breached_at})
    if row.breached_at is not None:
        row.detected_at = cause.at
        telling.breached(session, cause, row, state)


def _first_watch(subject: Subject, rows: Mapping[str, SlaClock]) -> SlaWatch:
    """What is kept of a ticket to which something happens for the first time: its first clocks name its policy."""
    first = next(iter(rows.values()), None)
    return _watch_of(subject, first.policy_id, first.policy_version) if first else _watch_of(subject)


async def _watches(session: AsyncSession, kept: SlaWatch, rows: Mapping[str, SlaClock]) -> dict[str, Watch]:
    """The ticket as `clock.step` takes it, by metric."""
    promised = await _promised(session, kept)
    standing = await queries.standings(session, rows.values())
    return {
        metric: Watch(
            metric=metric,
            target=promised.get(metric),
            status=kept.status,
            merged=kept.merged,
            owed=metric in kept.owed,
            clocks=(standing[rows[metric].id],) if metric in rows else (),
        )
        for metric in clock.METRICS
    }


async def _news(
    session: AsyncSession,
    cause: Cause,
    subject: Subject,
    kept: SlaWatch,
    watches: Mapping[str, Watch],
    fact: Fact,
) -> dict[str, Fact]:
    """The fact as each metric hears it; left out are those for which it is none."""
    if fact.kind is Kind.RETARGETED:
        promised = await _promised_anew(session, cause, subject, kept)
        heard = {metric: replace(fact, target=promised.get(metric)) for metric in watches}
        return {metric: news for metric, news in heard.items() if past.promises_otherwise(watches[metric], news.target)}
    unheard = {"next_reply"} if fact.kind is Kind.CUSTOMER_WROTE and watches["first_reply"].owed else set()
    return {metric: fact for metric in watches if metric not in unheard}


async def _promised(session: AsyncSession, kept: SlaWatch) -> dict[str, Promise]:
    """What the ticket's policy promises for its next cycles."""
    if kept.policy_id is None or kept.policy_version is None:
        return {}
    policy = await queries.version_of(session, kept.policy_id, kept.policy_version)
    hours = await open_hours.newest(session, policy.calendar_ids(kept.priority))
    return promises.promised(policy, kept.priority, hours)


async def _promised_anew(session: AsyncSession, cause: Cause, subject: Subject, kept: SlaWatch) -> dict[str, Promise]:
    """Take the policy that is in force for the ticket as it is now."""
    before = kept.model_dump(include=_PROMISED_BY)
    policy = promises.first(await queries.in_force(session, cause.at), subject)
    kept.policy_id = policy.id if policy else None
    kept.policy_version = policy.version if policy else None
    kept.priority = subject.priority
    # Also where both are alike: a replay would have to guess what a change without it took.
    await audit.record(
        session,
        cause,
        action=RETARGETED,
        entity="sla_watch",
        entity_id=subject.ticket_id,
        before=before,
        after=kept.model_dump(include=_PROMISED_BY),
    )
    return await _promised(session, kept)


def _watch_of(subject: Subject, policy_id: UUID | None = None, policy_version: int | None = None) -> SlaWatch:
    """A ticket to which nothing has happened yet, and the policy by which it was promised."""
    return SlaWatch(
        ticket_id=subject.ticket_id,
        policy_id=policy_id,
        policy_version=policy_version,
        priority=subject.priority,
        status=subject.status,
        owed=list(OWED_FROM_THE_START),
    )
