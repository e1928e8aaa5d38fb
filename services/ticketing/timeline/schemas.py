"""HTTP bodies of a ticket's timeline."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final, Self
from uuid import UUID

from services.ticketing.tickets.schemas import AuthorOut
from services.ticketing.timeline.queries import Happened
from shared.http.fields import View, example

KINDS: Final[Mapping[str, str]] = {
    "ticket.create": "created",
    "ticket.import": "imported",
    "ticket.escalate": "escalated",
    "ticket.follow_up": "created",
    "ticket.split_off": "created",
    "ticket.transition": "status_changed",
    "ticket.close": "status_changed",
    "ticket.assign": "assigned",
    "ticket.change": "changed",
    "ticket.merge": "merged",
    "ticket.unmerge": "unmerged",
    "ticket.take_in": "took_in",
    "ticket.give_back": "gave_back",
    "ticket.split": "split",
    "ticket.link": "linked",
    "ticket.unlink": "unlinked",
    "ticket.watch": "watched",
    "ticket.unwatch": "unwatched",
}
"""What an action of the audit trail is in the timeline; another one is its own name, as in recovery_case_plan."""


class ChangeOut(View):
    """One field, what it was and what it is. Null where it was not, or was not recorded."""

    field: str
    before: Any
    after: Any


class TimelineItemOut(View):
    """One thing that happened.

    kind: message, created, status_changed, assigned, changed, merged, unmerged, took_in, gave_back, split, linked,
    unlinked, watched, unwatched, sla_warned, sla_breached, sla_fulfilled, sla_retarget, recovery_case_open,
    complaint_move and so on.
    ticket_id: where it happened, which may be a ticket that is merged into this one.
    actor: who did it, as staff, key or service; null where that was not recorded. cause: the request, fact or job
    that it was done for. about: what belongs to the kind, as the channel of a message or the policy of a clock.
    """

    model_config = example(
        {
            "id": "01a208b4-9a80-7d46-93bf-40de71a86c15",
            "at": "2026-11-23T14:00:00Z",
            "kind": "message",
            "ticket_id": "01a207e6-dd40-7d40-8a95-72e0c61fb30f",
            "actor": "staff/01a1f82f-1e81-7a12-8f27-91b0e3c86d03",
            "author": {"kind": "agent", "id": "01a1f82f-1e81-7a12-8f27-91b0e3c86d03", "name": "Mia"},
            "text": "I am sorry. I call you at two.",
            "changes": [],
            "about": {"visibility": "public", "channel": "email"},
            "reason": None,
            "cause": "request/01a208b4-9a7f-7d45-8c02-1f6e3b59d714",
        },
        {
            "id": "01a208c5-7a10-7d49-a0e2-94cf6d13b528",
            "at": "2026-11-23T15:00:00Z",
            "kind": "status_changed",
            "ticket_id": "01a207e6-dd40-7d40-8a95-72e0c61fb30f",
            "actor": "staff/01a1f82f-1e81-7a12-8f27-91b0e3c86d03",
            "author": None,
            "text": None,
            "changes": [{"field": "status", "before": "open", "after": "solved"}],
            "about": {},
            "reason": "The index was missing.",
            "cause": "request/01a208c5-7a0f-7d48-b6d1-30e8a274cf59",
        },
    )

    id: UUID
    at: datetime
    kind: str
    ticket_id: UUID
    actor: str | None
    author: AuthorOut | None
    text: str | None
    changes: list[ChangeOut]
    about: dict[str, Any]
    reason: str | None
    cause: str | None

    @classmethod
    def of(cls, row: Happened) -> Self:
        """A row of the list as the API shows it."""
        before, after = row.before, row.after
        fields = dict.fromkeys([*before, *after])
        return cls(
            id=row.id,
            at=row.at,
            kind=KINDS.get(row.kind, row.kind.replace(".", "_")),
            ticket_id=row.ticket_id,
            actor=row.actor,
            author=AuthorOut.model_validate(row.author) if row.author else None,
            text=row.text,
            changes=[ChangeOut(field=name, before=before.get(name), after=after.get(name)) for name in fields],
            about=dict(row.about),
            reason=row.reason,
            cause=row.cause,
        )
