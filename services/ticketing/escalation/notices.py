"""What the people of an escalation are told, each once for an answer."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from services.ticketing.directory.queries import Customer
from services.ticketing.escalation.people import Listener
from shared.events.cause import Cause
from shared.features.notifications.service import About, Notice, Recipient


def of_escalation(
    ticket: Mapping[str, Any],
    response_id: UUID,
    case_id: UUID | None,
    customer: Customer | None,
    listeners: Iterable[Listener],
    cause: Cause,
) -> list[Notice]:
    """One notice for each listener; a second one for the same answer and person is dropped for ever.

    ticket: its columns.
    """
    about = About(
        response_id=response_id, ticket_id=ticket["id"], recovery_case_id=case_id, account_id=ticket["account_id"]
    )
    values = {
        "number": ticket["number"],
        "subject": ticket["subject"],
        "priority": ticket["priority"],
        "account": customer.name if customer else None,
        "ticket_id": ticket["id"],
        "recovery_case_id": case_id,
    }
    return [
        Notice(
            template="escalation_opened",
            recipient=Recipient(kind="staff", staff_id=listener.staff_id, role=listener.role, address=listener.address),
            dedup_key=f"escalation_opened:{response_id}:{listener.staff_id}",
            about=about,
            trace_id=ticket["trace_id"],
            values=values,
            cause=cause,
        )
        for listener in listeners
    ]
