"""One list out of the rows that hold what happened.

Messages, and with them those of merged tickets; changes of the ticket, of what it is promised, of its recovery cases
and of its complaint from the audit trail, which says who and in answer to what; warnings, breaches and kept promises
from the clocks. No fact is read: facts are removed after a week, and these rows stay (the audit trail as long as its
retention policy says; without it messages, clocks and the opening of cases are left).
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol
from typing import cast as typed
from uuid import UUID

import sqlakeyset.asyncio as keyset
from sqlakeyset import Marker
from sqlalchemy import (
    Select,
    SQLColumnExpression,
    Text,
    Uuid,
    and_,
    case,
    cast,
    func,
    literal,
    null,
    or_,
    select,
    true,
    union_all,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import col

from services.ticketing.complaints.models import Complaint
from services.ticketing.recovery.models import RecoveryCase
from services.ticketing.sla.models import SlaClock
from services.ticketing.tickets.models import Message
from shared.features.audit.models import AuditRow

READ_COMPLAINTS = "ticketing:complaints:read"
"""Who may read this is told of the complaint too."""

SERVICE = "service/ticketing"
OPENING = ("ticket.create", "ticket.escalate", "ticket.follow_up", "ticket.import", "ticket.split_off")
FIRST, NEXT, LAST = range(3)
"""Of one instant: the ticket's opening, then what was written, then what that changed."""
NOTHING = cast(literal("{}"), JSONB)


class Happened(Protocol):
    """A row of the list. kind: an action of the audit trail, `message`, or what a clock told. place: of its instant."""

    id: UUID
    at: datetime
    place: int
    kind: str
    ticket_id: UUID
    actor: str | None
    author: Mapping[str, Any]
    text: str | None
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    about: Mapping[str, Any]
    reason: str | None
    cause: str | None


Place = tuple[Any, ...]
"""Where in the list a page begins or ends."""


def happened(ticket_id: UUID, held: Sequence[UUID], now: datetime, *, complaints: bool) -> Select[*tuple[Any, ...]]:
    """What happened on a ticket, the oldest first. held: the ticket and what is merged into it."""
    items = union_all(
        _messages(held),
        *_changes(ticket_id, complaints=complaints),
        _openings(ticket_id),
        *(_instants(ticket_id, kind, at) for kind, at in _clocks(now).items()),
    ).subquery("items")
    return select(items).order_by(items.c.at, items.c.place, items.c.id, items.c.kind)


async def newest(
    session: AsyncSession, rows: Select[*tuple[Any, ...]], most: int, before: Place | None = None
) -> tuple[Sequence[Happened], Place | None]:
    """The end of a list, or of what stands before a place in it, in its order; and the place before which is more."""
    page = await keyset.select_page(session, rows, per_page=most, page=Marker(before, True))
    older = tuple(page.paging.previous[0] or ()) if page.paging.has_previous else None
    return typed(Sequence[Happened], page), older


def _item(
    at: SQLColumnExpression[Any],
    id_: SQLColumnExpression[Any],
    kind: SQLColumnExpression[Any],
    ticket_id: SQLColumnExpression[Any],
    **said: SQLColumnExpression[Any],
) -> Select[*tuple[Any, ...]]:
    columns: dict[str, SQLColumnExpression[Any]] = {
        "place": literal(LAST),
        "actor": cast(null(), Text),
        "author": NOTHING,
        "text": cast(null(), Text),
        "before": NOTHING,
        "after": NOTHING,
        "about": NOTHING,
        "reason": cast(null(), Text),
        "cause": cast(null(), Text),
        **said,
    }
    named: dict[str, SQLColumnExpression[Any]] = {"at": at, "id": id_, "kind": kind, "ticket_id": ticket_id, **columns}
    return select(*(value.label(name) for name, value in named.items()))


def _messages(held: Sequence[UUID]) -> Select[*tuple[Any, ...]]:
    """What was written. Who sent it, and what asked for it, its change says, which has the same instant."""
    sent = (
        select(col(AuditRow.actor), col(AuditRow.cause))
        .where(
            col(AuditRow.at) == col(Message.created_at),
            or_(
                and_(
                    col(AuditRow.action) == "ticket.message",
                    col(AuditRow.after)["message_id"].astext == cast(col(Message.id), Text),
                ),
                and_(col(AuditRow.entity_id) == col(Message.ticket_id), col(AuditRow.action).in_(OPENING)),
            ),
        )
        .limit(1)
        .correlate(Message)
        .lateral("sent")
    )
    author = func.jsonb_build_object(
        "kind", col(Message.author_kind), "id", col(Message.author_id), "name", col(Message.author_name)
    )
    about = func.jsonb_build_object("visibility", col(Message.visibility), "channel", col(Message.channel))
    found = _item(
        col(Message.created_at),
        col(Message.id),
        literal("message"),
        func.coalesce(col(Message.addressed_to_id), col(Message.ticket_id)),
        place=literal(NEXT),
        actor=sent.c.actor,
        author=author,
        text=col(Message.body),
        about=about,
        cause=sent.c.cause,
    )
    theirs = or_(col(Message.ticket_id).in_(held), col(Message.addressed_to_id).in_(held))
    return found.select_from(Message).outerjoin(sent, true()).where(theirs)


def _changes(ticket_id: UUID, *, complaints: bool) -> Iterator[Select[*tuple[Any, ...]]]:
    """What was done to the ticket, and to what belongs to it, by the audit trail: each looked up by its own index."""
    changed = _item(
        col(AuditRow.at),
        col(AuditRow.id),
        col(AuditRow.action),
        cast(literal(ticket_id), Uuid),
        place=case((col(AuditRow.action).in_(OPENING), FIRST), else_=LAST),
        actor=col(AuditRow.actor),
        before=col(AuditRow.before),
        after=col(AuditRow.after),
        reason=col(AuditRow.reason),
        cause=col(AuditRow.cause),
    )
    yield changed.select_from(AuditRow).where(
        col(AuditRow.entity_id) == ticket_id,
        col(AuditRow.entity).in_(("ticket", "sla_watch")),
        col(AuditRow.action) != "ticket.message",
    )
    of_case = and_(col(AuditRow.entity_id) == col(RecoveryCase.id), col(AuditRow.entity) == "recovery_case")
    yield changed.select_from(RecoveryCase).join(AuditRow, of_case).where(_of_ticket(ticket_id))
    if complaints:
        of_complaint = and_(col(AuditRow.entity_id) == col(Complaint.id), col(AuditRow.entity) == "complaint")
        its = col(Complaint.ticket_id) == ticket_id
        yield changed.select_from(Complaint).join(AuditRow, of_complaint).where(its)


def _openings(ticket_id: UUID) -> Select[*tuple[Any, ...]]:
    """The opening of a case is no change of it; the answer that it was opened for says why."""
    about = func.jsonb_build_object(
        "recovery_case_id",
        col(RecoveryCase.id),
        "response_id",
        col(RecoveryCase.response_id),
        "severity",
        col(RecoveryCase.severity),
    )
    opened = _item(
        col(RecoveryCase.opened_at),
        col(RecoveryCase.id),
        literal("recovery_case.open"),
        func.coalesce(col(RecoveryCase.home_ticket_id), col(RecoveryCase.ticket_id)),
        actor=literal(SERVICE),
        about=about,
    )
    return opened.select_from(RecoveryCase).where(_of_ticket(ticket_id))


def _of_ticket(ticket_id: UUID) -> ColumnElement[bool]:
    return or_(col(RecoveryCase.ticket_id) == ticket_id, col(RecoveryCase.home_ticket_id) == ticket_id)


def _clocks(now: datetime) -> Mapping[str, SQLColumnExpression[Any]]:
    """When a clock told what. It is broken once it is due, though that is only seen a moment later."""
    due = case((and_(col(SlaClock.state) == "running", col(SlaClock.due_at) <= now), col(SlaClock.due_at)))
    return {
        "sla.warned": col(SlaClock.warned_at),
        "sla.breached": func.coalesce(col(SlaClock.breached_at), due),
        "sla.fulfilled": col(SlaClock.since),
    }


def _instants(ticket_id: UUID, kind: str, at: SQLColumnExpression[Any]) -> Select[*tuple[Any, ...]]:
    """One thing that time, or a kept promise, said of each of the ticket's clocks."""
    reached = col(SlaClock.state) == "fulfilled" if kind == "sla.fulfilled" else at.is_not(None)
    about = func.jsonb_build_object(
        "clock_id",
        col(SlaClock.id),
        "metric",
        col(SlaClock.metric),
        "cycle",
        col(SlaClock.cycle),
        "policy_id",
        col(SlaClock.policy_id),
        "policy_version",
        col(SlaClock.policy_version),
        "target_seconds",
        col(SlaClock.target_seconds),
        "detected_at",
        col(SlaClock.detected_at),
    )
    told = _item(at, col(SlaClock.id), literal(kind), col(SlaClock.ticket_id), actor=literal(SERVICE), about=about)
    return told.select_from(SlaClock).where(col(SlaClock.ticket_id) == ticket_id, reached)
