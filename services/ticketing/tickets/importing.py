"""Importing tickets from elsewhere: one for each source, with their own times, and silent unless asked otherwise."""

from typing import Annotated, Any, Literal, Self
from uuid import UUID

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError
from sqlalchemy.ext.asyncio import AsyncSession

from services.ticketing.directory import queries as directory
from services.ticketing.ticket_fields import checking
from services.ticketing.tickets import bodies, impersonal, owning, service
from services.ticketing.tickets.models import Ticket
from services.ticketing.tickets.schemas import ResolutionCode, Source, TicketIn, Type
from services.ticketing.tickets.states import Status
from shared.db.statements import fetch
from shared.events import writing
from shared.events.cause import Cause
from shared.features.audit import service as audit
from shared.features.bulk_jobs.cells import Columns
from shared.features.bulk_jobs.kinds import Asked, Dealt, RowKind
from shared.features.privacy import marks
from shared.http.errors import Invalid, SourceConflict, place
from shared.http.fields import Filters, PastInstant, ShortText, digest
from shared.ids import uuid7

KIND = "import_tickets"

COLUMNS = Columns(
    texts=frozenset(
        {
            *("subject", "type", "priority", "channel", "brand", "status", "account_id", "contact_reason_id"),
            *("parent_id", "group_id", "assignee_id", "resolution_code", "solved_by"),
            *("requester.contact_id", "requester.name", "requester.email", "requester.phone"),
            *("source.service", "source.kind", "source.id", "message.body", "message.visibility"),
            *("created_at", "first_replied_at", "solved_at", "closed_at"),
        }
    ),
    lists=frozenset({"tags"}),
    maps=frozenset({"custom"}),
)

_HELD = "SELECT id, source_digest FROM ticket WHERE source_service = $1 AND source_kind = $2 AND source_id = $3"


class SilentNeeded(Invalid):
    """A ticket that is solved has no clocks to start; import it silently."""

    code = "silent_needed"


class TicketImport(TicketIn):
    """A ticket as it was elsewhere. Its source is what makes a second import skip it.

    solved and closed need solved_at, created_at and a resolution code.
    """

    type: Type = "question"
    status: Status = "new"
    source: Annotated[Source, Field(description="What it was elsewhere.")]
    resolution_code: ResolutionCode | None = None
    solved_by: Literal["agent", "bot", "system"] | None = None
    created_at: PastInstant | None = None
    first_replied_at: PastInstant | None = None
    solved_at: PastInstant | None = None
    closed_at: PastInstant | None = None

    @model_validator(mode="after")
    def _is_one_story(self) -> Self:
        over = self.status in ("solved", "closed")
        told = (self.solved_at, self.resolution_code, self.created_at)
        if over and None in told:
            raise PydanticCustomError("solve", "What is over has created_at, solved_at and resolution_code")
        if not over and (self.solved_at, self.resolution_code, self.solved_by) != (None, None, None):
            raise PydanticCustomError("unsolved", "Only what is over has solved_at, solved_by and resolution_code")
        if (self.closed_at is not None) != (self.status == "closed"):
            raise PydanticCustomError("close", "What is closed, and nothing else, has closed_at")
        times = [at for at in (self.created_at, self.solved_at, self.closed_at) if at is not None]
        if times != sorted(times):
            raise PydanticCustomError("backwards", "A ticket is created, then solved, then closed")
        return self


class ImportAsked(Filters):
    """How tickets are imported.

    silent: no clocks and no notices; false starts the clocks of those that are not over, from created_at on.
    dry_run: only say what would come of each row. source_service, source_kind: of rows that do not name them.
    """

    silent: bool = True
    dry_run: bool = False
    source_service: ShortText | None = None
    source_kind: ShortText | None = None


async def import_ticket(session: AsyncSession, cause: Cause, asked: Asked, row: Any) -> Dealt:
    """Keep one ticket, unless its source has one. Raises what validation raises, UnknownGroup, UnknownParent."""
    body = TicketImport.model_validate(_with_source(row, asked))
    silent = bool(asked.options["silent"])
    if not silent and body.status in ("solved", "closed"):
        raise SilentNeeded(errors=[place("body", "status", msg=SilentNeeded.title, code=SilentNeeded.code)])
    held = await fetch(session, _HELD, body.source.service, body.source.kind, body.source.id)
    if held:
        return _there_already(held[0].id, same=held[0].source_digest == digest(body))
    await service.check_group(session, body.group_id)
    parent = await service.parent_of(session, body.parent_id)
    source_digest = digest(body)
    if await marks.is_erased(session, body.requester.contact_id):
        body = impersonal.ticket(body)
    ticket = _ticket(cause, body, parent, source_digest, silent=silent)
    ticket.custom = await checking.imported(session, ticket.type, ticket.custom)
    if ticket.account_id is None and ticket.contact_id is not None:
        ticket.account_id = (await directory.accounts_of(session, [ticket.contact_id])).get(ticket.contact_id)
    tier = await directory.tier_of(session, ticket.account_id)
    message = bodies.opening(ticket, cause, body)
    if message is not None:
        message.created_at = ticket.created_at
    found = await owning.of_new(session, cause, ticket, tier, message)
    made, rest = await service.begin_tickets(session, [service.new_ticket(ticket, cause, tier, message)])
    if not made:  # another transaction's import was faster
        return await _faster(session, ticket)
    after = {"number": made[0].row["number"], "type": ticket.type, "status": ticket.status, "silent": silent}
    await audit.record(session, cause, action="ticket.import", entity="ticket", entity_id=ticket.id, after=after)
    await writing.write(session, {**rest, **await owning.rows(session, cause, ticket.id, found)})
    return Dealt(ticket.id)


ROWS = RowKind(KIND, import_ticket, COLUMNS)


def _with_source(row: Any, asked: Asked) -> Any:
    """The row, with what the request says of all rows' sources."""
    if not isinstance(row, dict) or not isinstance(row.get("source", {}), dict):
        return row
    said = {name: asked.options[f"source_{name}"] for name in ("service", "kind")}
    return {**row, "source": {name: word for name, word in said.items() if word} | row.get("source", {})}


def _ticket(cause: Cause, body: TicketImport, parent: Ticket | None, source_digest: str, *, silent: bool) -> Ticket:
    ticket_id = uuid7()
    over = body.status in ("solved", "closed")
    ticket = Ticket(
        id=ticket_id,
        channel=body.channel,
        status="open" if body.status == "new" and body.assignee_id else body.status,
        trace_id=parent.trace_id if parent else ticket_id,
        source_service=body.source.service,
        source_kind=body.source.kind,
        source_id=body.source.id,
        source_digest=source_digest,
        resolution_code=body.resolution_code,
        solved_by=(body.solved_by or "agent") if over else None,
        first_replied_at=body.first_replied_at,
        solved_at=body.solved_at,
        closed_at=body.closed_at,
        silent=silent,
        created_at=body.created_at or cause.at,
        updated_at=cause.at,
        **bodies.columns_of(body),
    )
    if body.assignee_id or body.group_id:
        ticket.give_to(body.assignee_id, body.group_id, by="manual", at=cause.at)
    if silent:  # nobody is given it: that it has an owner is part of what was
        ticket.assigned_by = ticket.first_assigned_at = None
    return ticket


async def _faster(session: AsyncSession, ticket: Ticket) -> Dealt:
    try:
        held = await service.made_before(session, ticket)
    except SourceConflict as conflict:
        return _there_already(UUID(conflict.conflicting_id or ""), same=False)
    return _there_already(held.id, same=True)


def _there_already(ticket_id: UUID, *, same: bool) -> Dealt:
    return Dealt(ticket_id, "skipped", "already_there" if same else "source_conflict")
