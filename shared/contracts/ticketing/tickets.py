"""Facts of tickets, what was written on them, and the groups that work on them."""

from typing import Any, ClassVar, Literal
from uuid import UUID

from shared.contracts import story
from shared.contracts.ticketing.telling import TicketingFact
from shared.events.fact import ANALYTICS_ALONE, Detail, Instant

TicketStatus = Literal["new", "open", "pending", "on_hold", "solved", "closed"]

Priority = Literal["low", "normal", "high", "urgent"]

Visibility = Literal["public", "internal"]

AuthorKind = Literal["customer", "agent", "bot", "system"]

SolvedBy = Literal["agent", "bot", "system"]


class TicketSource(Detail):
    """What the ticket was made from; unique, so that one source makes one ticket."""

    service: str
    kind: str
    id: str


class TicketSnapshot(TicketingFact, subject="ticket_id"):
    """A whole ticket, without its words and its requester's addresses.

    type: question, incident, complaint, escalation, task, repair.
    silent: imported history, which sets off no clock and no notification.
    """

    ticket_id: UUID
    number: int
    type: str
    status: TicketStatus
    priority: Priority
    channel: str
    account_id: UUID | None
    contact_id: UUID | None
    brand: str
    group_id: UUID | None
    assignee_id: UUID | None
    contact_reason_id: UUID | None
    problem_id: UUID | None
    parent_id: UUID | None
    merged_into_id: UUID | None
    tags: tuple[str, ...]
    source: TicketSource | None
    silent: bool
    created_at: Instant
    first_assigned_at: Instant | None
    first_replied_at: Instant | None
    solved_at: Instant | None
    closed_at: Instant | None


class TicketCreated(TicketSnapshot, type="ticket.created.v1", listeners=ANALYTICS_ALONE):
    """A ticket was opened, whatever opened it."""

    example: ClassVar[dict[str, Any]] = story.TICKET_OPENED


class TicketUpdated(TicketSnapshot, type="ticket.updated.v1", listeners=ANALYTICS_ALONE):
    """Something in the ticket's snapshot changed."""

    example: ClassVar[dict[str, Any]] = {
        **story.TICKET_OPENED,
        "tags": ["speed"],
        "first_replied_at": story.CONTACTED_AT,
    }


class TicketMessageAdded(TicketingFact, type="ticket.message_added.v1", subject="ticket_id", listeners=ANALYTICS_ALONE):
    """Somebody wrote on the ticket; what they wrote stays in ticketing."""

    ticket_id: UUID
    message_id: UUID
    account_id: UUID | None
    response_id: UUID | None
    visibility: Visibility
    author_kind: AuthorKind
    author_id: UUID | None
    channel: str
    at: Instant

    example: ClassVar[dict[str, Any]] = {
        "ticket_id": story.TICKET,
        "message_id": story.REPLY,
        "account_id": story.ACME,
        "response_id": story.ANSWER,
        "visibility": "public",
        "author_kind": "agent",
        "author_id": story.MIA,
        "channel": "email",
        "at": story.CONTACTED_AT,
    }


class TicketAssigned(TicketingFact, type="ticket.assigned.v1", subject="ticket_id", listeners=("feedback",)):
    """The ticket has another owner: a member of staff, or a group alone.

    reason: route, routing, rerouted, manual, team_changed, escalation.
    """

    ticket_id: UUID
    account_id: UUID | None
    response_id: UUID | None
    group_id: UUID | None
    assignee_id: UUID | None
    previous_assignee_id: UUID | None
    reason: str
    assigned_at: Instant

    example: ClassVar[dict[str, Any]] = {
        "ticket_id": story.TICKET,
        "account_id": story.ACME,
        "response_id": story.ANSWER,
        "group_id": story.CARE,
        "assignee_id": story.MIA,
        "previous_assignee_id": None,
        "reason": "route",
        "assigned_at": story.ESCALATED_AT,
    }


class TicketStatusFact(TicketingFact, subject="ticket_id"):
    """The ticket moved from one status to another.

    resolution_code: fixed, answered, workaround, declined, duplicate, spam, no_response.
    """

    ticket_id: UUID
    account_id: UUID | None
    contact_id: UUID | None
    type: str
    priority: Priority
    status: TicketStatus
    previous_status: TicketStatus
    resolution_code: str | None
    solved_by: SolvedBy | None
    assignee_id: UUID | None
    reopen_count: int
    public_reply_count: int
    at: Instant


class TicketStatusChanged(TicketStatusFact, type="ticket.status_changed.v1", listeners=ANALYTICS_ALONE):
    """The ticket's status changed; solved, reopened and closed are told besides."""

    example: ClassVar[dict[str, Any]] = story.TICKET_SOLVED


class TicketSolved(TicketStatusFact, type="ticket.solved.v1", listeners=("feedback",)):
    """The ticket was solved, perhaps not for the first time."""

    example: ClassVar[dict[str, Any]] = story.TICKET_SOLVED


class TicketReopened(TicketStatusFact, type="ticket.reopened.v1", listeners=("feedback",)):
    """A solved ticket is open again."""

    example: ClassVar[dict[str, Any]] = {
        **story.TICKET_SOLVED,
        "status": "open",
        "previous_status": "solved",
        "resolution_code": None,
        "solved_by": None,
        "reopen_count": 1,
        "at": story.REOPENED_AT,
    }


class TicketClosed(TicketStatusFact, type="ticket.closed.v1", listeners=("feedback",)):
    """A solved ticket can no longer be reopened."""

    example: ClassVar[dict[str, Any]] = {
        **story.TICKET_SOLVED,
        "status": "closed",
        "previous_status": "solved",
        "reopen_count": 1,
        "public_reply_count": 2,
        "at": story.CLOSED_AT,
    }


class TicketMergeFact(TicketingFact, subject="ticket_id"):
    """A ticket and the one that it was merged into. What it looks like now is in its ticket.updated."""

    ticket_id: UUID
    into_ticket_id: UUID
    account_id: UUID | None
    response_id: UUID | None
    at: Instant


class TicketMerged(TicketMergeFact, type="ticket.merged.v1", listeners=("feedback",)):
    """The ticket is part of another one: it moves no more, and its open clocks stand still."""

    example: ClassVar[dict[str, Any]] = {**story.TICKET_MERGED, "at": story.PAUSED_AT}


class TicketUnmerged(TicketMergeFact, type="ticket.unmerged.v1", listeners=("feedback",)):
    """The ticket stands by itself again, as it was; into_ticket_id: what it was merged into."""

    example: ClassVar[dict[str, Any]] = {**story.TICKET_MERGED, "at": story.RESUMED_AT}


class GroupChanged(TicketingFact, type="group.changed.v1", subject="group_id", listeners=ANALYTICS_ALONE):
    """A group of agents was made or changed; the whole group.

    strategy: manual, round_robin, least_loaded, skills. account_owner_first: tickets go to the account's CSM first.
    """

    group_id: UUID
    name: str
    lead_id: UUID | None
    member_ids: tuple[UUID, ...]
    notify_address: str | None
    strategy: str = "manual"
    account_owner_first: bool = False

    example: ClassVar[dict[str, Any]] = {
        "group_id": story.CARE,
        "name": "customer-care",
        "lead_id": story.LEO,
        "member_ids": [story.LEO, story.MIA],
        "notify_address": "mailto:care@us.example",
        "strategy": "least_loaded",
        "account_owner_first": False,
    }
