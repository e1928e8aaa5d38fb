"""One change of many tickets: each as its owner would make it by hand, all of it or nothing."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Annotated, Any, Self
from uuid import UUID

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError
from sqlalchemy.ext.asyncio import AsyncSession

from services.ticketing.tickets import messages, queries, searching, service
from services.ticketing.tickets.filters import TicketFilters
from services.ticketing.tickets.models import Ticket
from services.ticketing.tickets.schemas import MOST_TAGS, AssignIn, MessageIn, Tag, TicketPatch, TransitionIn
from shared.db import alone
from shared.events.cause import Cause
from shared.features.bulk_jobs.kinds import Asked, Dealt, RowKind
from shared.http.errors import Invalid, place
from shared.http.fields import Body, Id, LongText, example

KIND = "change_tickets"
MOST_TICKETS = 10_000  # of one request

Tags = Annotated[list[Tag], Field(max_length=MOST_TAGS)]


class TooManyTickets(Invalid):
    """So many tickets are not changed by one request; narrow the filter."""

    code = "too_many_tickets"


class TicketChange(Body):
    """What becomes of each ticket, in this order. Each part is what the API takes for one ticket."""

    patch: TicketPatch | None = None
    add_tags: Tags = Field(default=[])
    remove_tags: Tags = Field(default=[])
    assign: AssignIn | None = None
    note: LongText | None = None
    transition: TransitionIn | None = None

    @model_validator(mode="after")
    def _changes_something(self) -> Self:
        if not self.model_fields_set:
            raise PydanticCustomError("no_change", "Say what is to change")
        return self


class TicketSelection(TicketFilters):
    """Which tickets, by the filters of their list."""

    model_config = ConfigDict(extra="forbid")

    @model_validator(mode="after")
    def _narrows(self) -> Self:
        if not self.model_fields_set - {"include"}:
            raise PydanticCustomError("no_filter", "Give a filter")
        return self


class TicketBulkIn(Body):
    """Many tickets, by id or by the filters of their list, and what becomes of each.

    dry_run: only say what would come of each.
    """

    model_config = example(
        {
            "filter": {"tag": "export", "status": ["open", "pending"]},
            "change": {
                "add_tags": ["outage"],
                "note": "The index was missing; it is there again.",
                "transition": {"to": "solved", "resolution_code": "fixed"},
            },
        }
    )

    ids: Annotated[list[Id], Field(min_length=1, max_length=MOST_TICKETS)] | None = None
    filter: TicketSelection | None = None
    change: TicketChange
    dry_run: bool = False

    @model_validator(mode="after")
    def _names_them_one_way(self) -> Self:
        if (self.ids is None) == (self.filter is None):
            raise PydanticCustomError("selection", "Give either ids or a filter")
        return self


async def selected(session: AsyncSession, body: TicketBulkIn, me: UUID | None) -> Sequence[UUID]:
    """The tickets that a request names, each once, those of a filter as it fits now. me: who asks.

    Raises TooManyTickets, NotStaff, SearchTooBroad.
    """
    if body.filter is None:
        return list(dict.fromkeys(body.ids or ()))
    listed, *given = queries.tickets(body.filter, me).page(None, MOST_TICKETS + 1)
    async with searching.bounded():
        found = await alone.read(session, f"SELECT id FROM ({listed}) AS fitting", *given)  # noqa: S608 - our own words
    if len(found) > MOST_TICKETS:
        raise TooManyTickets(errors=[place("body", "filter", msg=f"At most {MOST_TICKETS} fit", code="too_many")])
    return [row["id"] for row in found]


def rows(window: timedelta) -> RowKind:
    """The kind of job that changes tickets. window: how long a solved one may be reopened."""

    async def change_ticket(session: AsyncSession, cause: Cause, asked: Asked, row: Any) -> Dealt:
        change = TicketChange.model_validate(asked.options["change"])
        ticket = await queries.locked(session, UUID(row["id"]))
        version = ticket.version
        await _change(session, cause, asked, ticket, change, window)
        changed = ticket.version != version or change.note is not None
        return Dealt(ticket.id) if changed else Dealt(ticket.id, "skipped", "unchanged")

    return RowKind(KIND, change_ticket, thing=lambda row: UUID(row["id"]))


async def _change(
    session: AsyncSession, cause: Cause, asked: Asked, ticket: Ticket, change: TicketChange, window: timedelta
) -> None:
    if change.patch is not None:
        await service.change(session, cause, ticket.id, change.patch, None)
    if change.add_tags or change.remove_tags:
        kept = [tag for tag in [*ticket.tags, *change.add_tags] if tag not in change.remove_tags]
        await service.change(session, cause, ticket.id, TicketPatch(tags=kept), None)
    if change.assign is not None:
        await service.assign(session, cause, ticket.id, change.assign)
    if change.note is not None:
        note = MessageIn(body=change.note, visibility="internal")
        await messages.add_message(session, cause, ticket.id, note, window=window)
    if change.transition is not None and change.transition.to != ticket.status:
        closable = asked.may(service.CLOSING_SCOPE)
        await service.transition(
            session, cause, ticket.id, change.transition, window=window, closable=closable, expected=None
        )
