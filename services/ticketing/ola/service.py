"""Internal clocks follow where their tickets stand, and fall due by themselves."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import SQLModel

from services.ticketing.ola import queries, stays
from services.ticketing.ola.errors import UnknownSupplier
from services.ticketing.ola.models import OlaClock, as_stay, new_row
from services.ticketing.ola.stays import Metric, Standing, Stay
from services.ticketing.sla import clock, open_hours
from services.ticketing.sla.clock import ClockState, State, Target
from shared.contracts.ticketing import OlaBreached, OlaEnded, OlaFact, OlaStarted
from shared.events import outbox
from shared.events.cause import Cause
from shared.events.writing import Rows


async def begin(session: AsyncSession, opened: Sequence[tuple[Mapping[str, Any], Cause]]) -> dict[type[SQLModel], Rows]:
    """The first stays of new tickets, as rows for the caller to write; tells ola.started. opened: tickets' columns."""
    with_group = [(row, cause) for row, cause in opened if row["group_id"] is not None and not row["silent"]]
    if not with_group or not await queries.TERMS.get(session):
        return {}
    begun = []
    for row, cause in with_group:
        standing = _standing(row, None)
        promised = await queries.promises(session, stays.owed(standing).items())
        _, fresh = stays.follow({}, standing, _targets(promised), cause.at)
        begun += [_begin(session, cause, row, stay) for stay in fresh]
    return {OlaClock: [row.model_dump() for row in begun]}


async def follow(
    session: AsyncSession, cause: Cause, ticket: Mapping[str, Any], supplier_id: UUID | None = None
) -> None:
    """Let a ticket's stays follow where it stands; tells what begins, ends and was late.

    ticket: its columns, changed already; the caller holds its row. supplier_id: for whom it is put on hold.
    """
    if ticket["silent"]:
        return
    rows = await queries.open_clocks(session, ticket["id"])
    if not rows and not await queries.TERMS.get(session):
        return
    hours = await open_hours.kept(session, [row.hours for row in rows.values()])
    held = {metric: as_stay(row, metric, hours[row.hours]) for metric, row in rows.items()}
    waits = held.get("supplier_wait")
    standing = _standing(ticket, supplier_id or (waits.holder if waits else None))
    promised = await queries.promises(session, _beginning(held, standing))
    changed, begun = stays.follow(held, standing, _targets(promised), cause.at)
    for stay in changed:
        _keep(session, cause, rows[stay.metric], held[stay.metric].clock, stay.clock)
    await session.flush()  # what ends makes room for what begins
    session.add_all([_begin(session, cause, ticket, stay) for stay in begun])


async def check_supplier(session: AsyncSession, supplier_id: UUID) -> None:
    """Raises UnknownSupplier for one that is not there, or not active."""
    found = await queries.known_supplier(session, supplier_id)
    if found is None or not found.active:
        raise UnknownSupplier


async def tell_due(session: AsyncSession, cause: Cause, at_most: int) -> int:
    """Tell which stays have used up their time; answers how many it looked at."""
    rows = (await session.scalars(queries.due(cause.at, at_most))).all()
    hours = await open_hours.kept(session, [row.hours for row in rows])
    for row in rows:
        seen = clock.as_of(row.standing(hours[row.hours]), cause.at)
        row.breached_at, row.detected_at, row.next_at = seen.breached_at, cause.at, None
        _tell(session, cause, OlaBreached, row, seen)
    return len(rows)


def _beginning(held: Mapping[Metric, Stay], standing: Standing) -> list[tuple[str, UUID]]:
    return [
        (metric, holder)
        for metric, holder in stays.owed(standing).items()
        if metric not in held or held[metric].holder != holder
    ]


def _standing(ticket: Mapping[str, Any], supplier_id: UUID | None) -> Standing:
    return Standing(
        group_id=ticket["group_id"],
        assigned=ticket["assignee_id"] is not None,
        status=ticket["status"],
        merged=ticket["merged_into_id"] is not None,
        supplier_id=supplier_id,
    )


def _targets(promised: Mapping[tuple[str, UUID], Target]) -> stays.TargetOf:
    return lambda metric, holder: promised.get((metric, holder))


def _begin(session: AsyncSession, cause: Cause, ticket: Mapping[str, Any], stay: Stay) -> OlaClock:
    whose = {"ticket_id": ticket["id"], "account_id": ticket["account_id"], "trace_id": ticket["trace_id"]}
    row = new_row(stay, whose)
    _tell(session, cause, OlaStarted, row, stay.clock)
    return row


def _keep(session: AsyncSession, cause: Cause, row: OlaClock, before: ClockState, after: ClockState) -> None:
    late = after.breached_at is not None and row.detected_at is None
    row.keep(after)
    if late:
        row.detected_at, row.next_at = cause.at, None
        _tell(session, cause, OlaBreached, row, clock.as_of(before, cause.at))
    if after.state is State.FULFILLED:
        _tell(session, cause, OlaEnded, row, after)


def _tell(session: AsyncSession, cause: Cause, kind: type[OlaFact], row: OlaClock, state: ClockState) -> None:
    fact = kind(
        **row.model_dump(
            include={
                "ticket_id",
                "account_id",
                "metric",
                "group_id",
                "supplier_id",
                "calendar_id",
                "target_seconds",
                "detected_at",
            }
        ),
        clock_id=row.id,
        elapsed_seconds=state.elapsed_seconds,
        due_at=state.due_at,
        reason=state.reason,
        breached_at=state.breached_at,
        at=cause.at,
    )
    happened_at = state.breached_at if kind is OlaBreached else state.since
    outbox.tell(session, fact, cause, trace_id=row.trace_id, time=happened_at)
