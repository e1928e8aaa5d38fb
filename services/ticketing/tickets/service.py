"""The deeds on tickets. Each locks the ticket, does or refuses, and tells ticket.updated last.

A deed changes the row's columns, its time included, before it reads anything: the first query writes them,
and a change that came later would raise the version a second time.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import SQLModel, col

from services.ticketing.complaints import opening as complaints
from services.ticketing.directory import queries as directory
from services.ticketing.ola import service as ola
from services.ticketing.recovery import service as recovery
from services.ticketing.routing import queries as routing
from services.ticketing.sla import clock
from services.ticketing.sla import service as sla
from services.ticketing.ticket_fields import checking
from services.ticketing.tickets import bodies, impersonal, owning, parents, queries, telling
from services.ticketing.tickets.errors import TransitionNotAllowed, UnknownGroup, UnknownParent, merged
from services.ticketing.tickets.models import Message, Ticket, response_of
from services.ticketing.tickets.schemas import AssignIn, TicketDetails, TicketIn, TicketPatch, TransitionIn
from services.ticketing.watchers import notices
from services.ticketing.watchers.notices import News
from shared.db.statements import fetch
from shared.events import writing
from shared.events.cause import Cause
from shared.events.writing import Rows
from shared.features.audit import service as audit
from shared.features.privacy import marks
from shared.http import etags, merge_patch
from shared.http.errors import SourceConflict
from shared.http.fields import digest
from shared.ids import uuid7

CLOSING_SCOPE = "ticketing:admin:write"
"""Who may close a solved ticket before the job does."""

SLA_TRAITS = {"priority", "type", "tags", "brand", "account_id"}
"""What of a ticket decides by which policy it is promised what; its channel never changes."""


@dataclass(frozen=True, slots=True)
class NewTicket:
    """A ticket to open: its columns, those of its first message, and what opened it.

    row: without a number until it is opened. account_tier: for the SLA policies; None while the account is
    not known.
    """

    row: dict[str, Any]
    cause: Cause
    message: Mapping[str, Any] | None = None
    account_tier: str | None = None


async def open_tickets(session: AsyncSession, wanted: Sequence[NewTicket]) -> list[NewTicket]:
    """Open tickets, as `begin_tickets` does, and write all of them."""
    made, rest = await begin_tickets(session, wanted)
    await writing.write(session, rest)
    return made


async def begin_tickets(
    session: AsyncSession, wanted: Sequence[NewTicket]
) -> tuple[list[NewTicket], dict[type[SQLModel], Rows]]:
    """Insert the tickets whose source has none yet; answers these, and the rows that the caller is to write with them.

    Tells ticket.created, ticket.assigned where there is an owner, and the facts of the clocks; silent ones have none.
    """
    # In the order of their sources, so that two transactions with the same ones cannot lock each other out.
    ordered = sorted(wanted, key=lambda new: (new.row["source_id"] or "", new.row["id"]))
    foreseen = await complaints.foresee(session, ordered)
    made = await _insert_new(session, ordered)
    for new in made:
        telling.created(session, new.cause, new.row)
        if new.row["assigned_by"] is not None:
            telling.assigned(session, new.cause, new.row)
    heard = [subject(new.row, new.cause, new.account_tier) for new in made if not new.row["silent"]]
    clocks = await sla.first_clocks(session, heard)
    rests = await ola.begin(session, [(new.row, new.cause) for new in made])
    complained = await complaints.open_with(session, made, foreseen)
    return made, {Message: [new.message for new in made if new.message is not None], **clocks, **rests, **complained}


async def _insert_new(session: AsyncSession, wanted: Sequence[NewTicket]) -> list[NewTicket]:
    if not wanted:
        return []
    rows = [new.row for new in wanted]
    inserting = writing.inserting(Ticket, tuple(rows[0]), 1)
    statement = f"{inserting} ON CONFLICT ON CONSTRAINT uq_ticket_source DO NOTHING RETURNING id, number"
    numbers = {row.id: row.number for row in await fetch(session, statement, writing.as_json(rows))}
    made = [new for new in wanted if new.row["id"] in numbers]
    for new in made:
        new.row["number"] = numbers[new.row["id"]]
    return made


async def create(
    session: AsyncSession, cause: Cause, body: TicketIn, *, arrived: dict[str, Any] | None = None
) -> tuple[Ticket, bool]:
    """Open one ticket as a caller describes it; answers it, and whether it is new.

    arrived: further columns of its first message, of what came in by a channel.
    Raises SourceConflict, UnknownGroup, UnknownParent, ParentNotAllowed, CustomInvalid.
    """
    await checking.check_new(session, body.type, body.custom)
    await check_group(session, body.group_id)
    parent = await parent_of(session, body.parent_id)
    if parent is not None:
        await parents.check_new(session, parent.id)
    source_digest = digest(body) if body.source else None
    if await marks.is_erased(session, body.requester.contact_id):
        body = impersonal.ticket(body)
    ticket_id = uuid7()
    ticket = Ticket(
        id=ticket_id,
        channel=body.channel,
        status="open" if body.assignee_id else "new",
        trace_id=parent.trace_id if parent else ticket_id,
        source_service=body.source.service if body.source else None,
        source_kind=body.source.kind if body.source else None,
        source_id=body.source.id if body.source else None,
        source_digest=source_digest,
        created_at=cause.at,
        updated_at=cause.at,
        **bodies.columns_of(body),
    )
    if ticket.account_id is None and ticket.contact_id is not None:
        ticket.account_id = (await directory.accounts_of(session, [ticket.contact_id])).get(ticket.contact_id)
    if body.assignee_id or body.group_id:
        ticket.give_to(body.assignee_id, body.group_id, by="manual", at=cause.at)
    tier = await directory.tier_of(session, ticket.account_id)
    message = bodies.opening(ticket, cause, body)
    if message is not None and arrived is not None:
        message.sqlmodel_update(arrived)
    found = await owning.of_new(session, cause, ticket, tier, message)
    made, rest = await begin_tickets(session, [new_ticket(ticket, cause, tier, message)])
    if not made:
        return await made_before(session, ticket), False
    ticket.number, ticket.tags = made[0].row["number"], made[0].row["tags"]
    after = {"number": ticket.number, "type": ticket.type, "status": ticket.status}
    await audit.record(session, cause, action="ticket.create", entity="ticket", entity_id=ticket.id, after=after)
    await writing.write(session, {**rest, **await owning.rows(session, cause, ticket.id, found)})
    return ticket, True


def new_ticket(ticket: Ticket, cause: Cause, account_tier: str | None, message: Message | None = None) -> NewTicket:
    """A ticket to open, from rows that are not in the database."""
    columns = ticket.model_dump(exclude={"number"})
    return NewTicket(columns, cause, message.model_dump() if message else None, account_tier)


async def transition(
    session: AsyncSession,
    cause: Cause,
    ticket_id: UUID,
    body: TransitionIn,
    *,
    window: timedelta,
    closable: bool,
    expected: int | None,
) -> Ticket:
    """Move a ticket to another status.

    window: how long a solved ticket may be reopened. closable: the caller may close it.
    Raises NotFound, PreconditionFailed, TransitionNotAllowed, ResolutionNeeded, CustomInvalid, UnknownSupplier.
    """
    ticket = await queries.locked(session, ticket_id)
    etags.check(ticket.version, expected)
    if body.supplier_id is not None:
        await ola.check_supplier(session, body.supplier_id)
    if body.to == "solved":
        await checking.check_solved(session, ticket.type, ticket.custom)
    previous = ticket.move(body.to, at=cause.at, window=window, closable=closable, resolution_code=body.resolution_code)
    touch(ticket, cause.at)
    await after_move(session, cause, ticket, previous, reason=body.reason, supplier_id=body.supplier_id)
    await notices.hear(session, cause, [moved(ticket, cause)])
    telling.updated(session, cause, ticket)
    await session.flush()
    return ticket


async def after_move(
    session: AsyncSession,
    cause: Cause,
    ticket: Ticket,
    previous: str,
    *happened: clock.Fact,
    reason: str | None = None,
    supplier_id: UUID | None = None,
) -> None:
    """Tell and record that a ticket has another status; its clocks follow that, and what else happened.

    supplier_id: for whom it is on hold.
    """
    telling.moved(session, cause, ticket, previous)
    solved = ticket.status == "solved"
    kind = clock.Kind.SOLVED if solved else clock.Kind.STATUS_CHANGED
    moved = clock.Fact(cause.at, kind, status=None if solved else ticket.status)
    await follow(session, cause, ticket, moved, *happened)
    await ola.follow(session, cause, ticket.model_dump(), supplier_id)
    await audit.record(
        session,
        cause,
        action="ticket.transition",
        entity="ticket",
        entity_id=ticket.id,
        before={"status": previous},
        after=ticket.model_dump(include={"status", "resolution_code", "solved_by"}),
        reason=reason,
    )


async def assign(
    session: AsyncSession,
    cause: Cause,
    ticket_id: UUID,
    body: AssignIn,
    *,
    expected: int | None = None,
    by: str = "manual",
) -> Ticket:
    """Give a ticket to a member of staff, a group, or both; a new ticket that got a person is open.

    by: the reason that ticket.assigned names. Its recovery case gets the same owner.
    Raises NotFound, PreconditionFailed, UnknownGroup, TransitionNotAllowed on a closed ticket.
    """
    ticket = await queries.locked(session, ticket_id)
    etags.check(ticket.version, expected)
    if ticket.merged_into_id is not None:
        raise merged(ticket.merged_into_id)
    if ticket.status == "closed":
        raise TransitionNotAllowed("A ticket that is closed keeps its owner.")
    before = {"assignee_id": ticket.assignee_id, "group_id": ticket.group_id}
    after = {**before, **body.model_dump(exclude_unset=True)}
    if before == after:
        return ticket
    if after["group_id"] != before["group_id"]:
        await check_group(session, after["group_id"])
    found = await owning.of_group(session, cause, ticket, after) if by == "manual" and body.group_id else None
    if found is not None:
        after["assignee_id"], by = found.routed.assignee_id, "routing"
    ticket.give_to(after["assignee_id"], after["group_id"], by=by, at=cause.at)
    opens = ticket.status == "new" and ticket.assignee_id is not None
    if opens:
        ticket.move("open", at=cause.at, window=timedelta())
    touch(ticket, cause.at)
    telling.assigned(session, cause, ticket.model_dump(), before["assignee_id"])
    if opens:
        await after_move(session, cause, ticket, "new")
        await notices.hear(session, cause, [moved(ticket, cause)])
    else:
        await ola.follow(session, cause, ticket.model_dump())
    if ticket.assignee_id is not None and ticket.assignee_id != before["assignee_id"]:
        await recovery.change_owner(session, cause, ticket.id, ticket.assignee_id)
    telling.updated(session, cause, ticket)
    await audit.record(
        session,
        cause,
        action="ticket.assign",
        entity="ticket",
        entity_id=ticket.id,
        before=before,
        after=after,
        reason=by,
    )
    await session.flush()
    await owning.record(session, cause, ticket.id, found)
    return ticket


async def change(
    session: AsyncSession, cause: Cause, ticket_id: UUID, patch: TicketPatch, expected: int | None
) -> Ticket:
    """Change what a ticket says.

    Raises NotFound, PreconditionFailed, Invalid, UnknownParent, ParentNotAllowed, ComplaintOpen,
    CustomInvalid, and
    TransitionNotAllowed on a merged one.
    """
    ticket = await queries.locked(session, ticket_id)
    etags.check(ticket.version, expected)
    if ticket.merged_into_id is not None:
        raise merged(ticket.merged_into_id)
    body = merge_patch.merged(TicketDetails, bodies.details_of(ticket), patch)
    await checking.check_change(session, body.type, ticket.custom, body.custom)
    if await marks.is_erased(session, body.requester.contact_id):
        body = impersonal.details(body)
    columns = bodies.columns_of(body)
    await complaints.follow_ticket(session, cause, ticket.model_dump(), columns)
    before = {name: getattr(ticket, name) for name, value in columns.items() if getattr(ticket, name) != value}
    if not before:
        return ticket
    if "parent_id" in before:
        parent = await parent_of(session, body.parent_id)
        if parent is not None and parent.id == ticket.id:
            raise UnknownParent
        if parent is not None:
            await parents.check(session, ticket.id, parent.id)
    after = {name: columns[name] for name in before}
    for name, value in after.items():
        setattr(ticket, name, value)
    touch(ticket, cause.at)
    if SLA_TRAITS & after.keys():
        await follow(session, cause, ticket, clock.Fact(cause.at, clock.Kind.RETARGETED))
    telling.updated(session, cause, ticket)
    await audit.record(
        session,
        cause,
        action="ticket.change",
        entity="ticket",
        entity_id=ticket.id,
        before=before,
        after=after,
    )
    await session.flush()
    return ticket


def subject(row: Mapping[str, Any], cause: Cause, account_tier: str | None) -> sla.Subject:
    """The ticket with these columns as SLA policies and clocks see it."""
    return sla.Subject(
        ticket_id=row["id"],
        account_id=row["account_id"],
        response_id=response_of(row["source_service"], row["source_kind"], row["source_id"]),
        trace_id=row["trace_id"],
        type=row["type"],
        channel=row["channel"],
        tags=tuple(row["tags"]),
        priority=row["priority"],
        status=row["status"],
        account_tier=account_tier,
        brand=row["brand"],
        created_at=row["created_at"],
        cause=cause,
    )


async def follow(session: AsyncSession, cause: Cause, ticket: Ticket, *happened: clock.Fact) -> None:
    """Let the ticket's clocks follow what happened. A silent one has none."""
    if ticket.silent:
        return
    tier = await directory.tier_of(session, ticket.account_id)
    await sla.follow(session, cause, subject(ticket.model_dump(), cause, tier), list(happened))


def moved(ticket: Ticket, cause: Cause) -> News:
    """What those hear who watch a ticket that has another status."""
    return News(ticket.model_dump(), f"{ticket.id}:{cause.at.isoformat()}:{ticket.status}", status=ticket.status)


def touch(ticket: Ticket, at: datetime) -> None:
    """Say that the ticket changed; its time never goes back, although a later request may be older."""
    ticket.updated_at = max(ticket.updated_at, at)


async def made_before(session: AsyncSession, ticket: Ticket) -> Ticket:
    """The ticket that this source made before, if the request is the same. Raises SourceConflict."""
    found = await session.scalar(
        select(Ticket).where(
            col(Ticket.source_service) == ticket.source_service,
            col(Ticket.source_kind) == ticket.source_kind,
            col(Ticket.source_id) == ticket.source_id,
        )
    )
    assert found is not None
    if found.source_digest != ticket.source_digest:
        raise SourceConflict(conflicting_id=found.id)
    return found


async def check_group(session: AsyncSession, group_id: UUID | None) -> None:
    """Raises UnknownGroup."""
    if group_id is not None and not await routing.group_exists(session, group_id):
        raise UnknownGroup


async def parent_of(session: AsyncSession, parent_id: UUID | None) -> Ticket | None:
    """The ticket that another one names as its parent. Raises UnknownParent."""
    if parent_id is None:
        return None
    found = await session.get(Ticket, parent_id)
    if found is None:
        raise UnknownParent
    return found
