"""The facts of a ticket, made from its row. The caller holds the row locked, or has just inserted it."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.ticketing.tickets.models import Message, Ticket, response_of
from services.ticketing.tickets.schemas import source_of
from shared.contracts.ticketing import (
    TicketAssigned,
    TicketClosed,
    TicketCreated,
    TicketMergeFact,
    TicketMessageAdded,
    TicketReopened,
    TicketSolved,
    TicketStatusChanged,
    TicketStatusFact,
    TicketUpdated,
)
from shared.events import outbox
from shared.events.cause import Cause

_SNAPSHOT = set(TicketCreated.model_fields) - {"ticket_id", "source"}
_STATUS = set(TicketStatusFact.model_fields) - {"ticket_id", "previous_status", "at"}


def created(session: AsyncSession, cause: Cause, row: Mapping[str, Any]) -> None:
    """Tell ticket.created. row: the ticket's columns."""
    outbox.tell(session, TicketCreated(**_snapshot(row)), cause, trace_id=row["trace_id"])


def updated(session: AsyncSession, cause: Cause, ticket: Ticket) -> None:
    """Tell ticket.updated: the last fact of every deed that changes what the snapshot shows."""
    outbox.tell(session, TicketUpdated(**_snapshot(ticket.model_dump())), cause, trace_id=ticket.trace_id)


def assigned(session: AsyncSession, cause: Cause, row: Mapping[str, Any], previous: Any = None) -> None:
    """Tell ticket.assigned. row: the ticket's columns. previous: the staff_id of the owner before."""
    fact = TicketAssigned(
        ticket_id=row["id"],
        account_id=row["account_id"],
        response_id=response_of(row["source_service"], row["source_kind"], row["source_id"]),
        group_id=row["group_id"],
        assignee_id=row["assignee_id"],
        previous_assignee_id=previous,
        reason=row["assigned_by"] or "manual",
        assigned_at=cause.at,
    )
    outbox.tell(session, fact, cause, trace_id=row["trace_id"])


def moved(session: AsyncSession, cause: Cause, ticket: Ticket, previous: str) -> None:
    """Tell ticket.status_changed, and besides it ticket.solved, reopened or closed."""
    data = {
        **ticket.model_dump(include=_STATUS),
        "ticket_id": ticket.id,
        "previous_status": previous,
        "at": cause.at,
    }
    kinds: list[type[TicketStatusFact]] = [TicketStatusChanged]
    if ticket.status == "solved":
        kinds.append(TicketSolved)
    elif ticket.status == "closed":
        kinds.append(TicketClosed)
    elif previous == "solved":
        kinds.append(TicketReopened)
    for kind in kinds:
        outbox.tell(session, kind.model_validate(data), cause, trace_id=ticket.trace_id)


def message_added(session: AsyncSession, cause: Cause, ticket: Ticket, message: Message) -> None:
    """Tell ticket.message_added; what was written stays here."""
    fact = TicketMessageAdded(
        ticket_id=ticket.id,
        message_id=message.id,
        account_id=ticket.account_id,
        response_id=ticket.response_id,
        visibility=message.visibility,
        author_kind=message.author_kind,
        author_id=message.author_id,
        channel=message.channel,
        at=message.created_at,
    )
    outbox.tell(session, fact, cause, trace_id=ticket.trace_id)


def joined(
    session: AsyncSession, cause: Cause, ticket: Ticket, into_ticket_id: UUID, kind: type[TicketMergeFact]
) -> None:
    """Tell ticket.merged or ticket.unmerged."""
    fact = kind(
        ticket_id=ticket.id,
        into_ticket_id=into_ticket_id,
        account_id=ticket.account_id,
        response_id=ticket.response_id,
        at=cause.at,
    )
    outbox.tell(session, fact, cause, trace_id=ticket.trace_id)


def _snapshot(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        **{name: row[name] for name in _SNAPSHOT},
        "ticket_id": row["id"],
        "source": source_of(row),
    }
