"""HTTP bodies of links."""

from datetime import datetime
from typing import Self
from uuid import UUID

from services.ticketing.links import kinds
from services.ticketing.links.models import TicketLink
from services.ticketing.tickets.models import Ticket
from services.ticketing.tickets.states import Status
from shared.http.fields import Body, Id, View, example

_OTHER = "01a207f0-1a80-7d47-a6c1-5f20b93de819"


class TicketLinkIn(Body):
    """How this ticket hangs together with another one."""

    model_config = example({"kind": "blocked_by", "ticket_id": _OTHER})

    kind: kinds.Kind | kinds.Inverse
    ticket_id: Id


class TicketLinkOut(View):
    """A link as the ticket sees it: `kind` is what this ticket is to the other one, which is named."""

    model_config = example(
        {
            "id": "01a207f2-3c80-7d48-b1d7-6a30c84ef92a",
            "kind": "blocked_by",
            "ticket_id": _OTHER,
            "number": 1043,
            "subject": "The export is slow",
            "status": "open",
            "created_at": "2026-11-23T10:40:00Z",
            "created_by": "staff/01a1f82f-1e81-7a12-8f27-91b0e3c86d03",
        }
    )

    id: UUID
    kind: kinds.Kind | kinds.Inverse
    ticket_id: UUID
    number: int
    subject: str
    status: Status
    created_at: datetime
    created_by: str

    @classmethod
    def of(cls, link: TicketLink, other: Ticket) -> Self:
        """A link from the side of the ticket that is not `other`."""
        kind, ticket_id = link.seen_from(link.to_id if other.id == link.from_id else link.from_id)
        shown = {**other.model_dump(include={"number", "subject", "status"}), "kind": kind, "ticket_id": ticket_id}
        return cls.model_validate({**shown, **link.model_dump(include={"id", "created_at", "created_by"})})
