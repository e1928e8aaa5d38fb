"""Applying a macro: the deeds that an agent would do by hand, in one transaction, so that one refused refuses all.

A preview does the same in a savepoint that is given up, and so shows what would be refused as well.
"""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.ticketing.macros import placeholders, queries
from services.ticketing.macros.errors import MacroInactive, NoAgent, ReplyUnusable
from services.ticketing.macros.schemas import MacroAction, MacroOutcome, MacroReply, MacroSet, changes_of
from services.ticketing.tickets import messages, service
from services.ticketing.tickets import queries as tickets
from services.ticketing.tickets.models import Message, Ticket
from services.ticketing.tickets.schemas import AssignIn, MessageIn, MessageOut, TicketOut, TicketPatch, TransitionIn
from shared.events.cause import Cause
from shared.features.audit import service as audit
from shared.features.notification_templates.language import OutputTooLarge
from shared.http import etags
from shared.http.errors import Problem
from shared.http.fields import LONGEST


@dataclass(frozen=True, slots=True)
class Terms:
    """What holds for the moves of a macro. window, closable: as for `tickets.service.transition`."""

    window: timedelta
    closable: bool


@dataclass(slots=True)
class _Run:
    """One macro on one ticket, which is locked."""

    session: AsyncSession
    cause: Cause
    ticket: Ticket
    terms: Terms
    written: list[Message] = field(default_factory=list)


class _NotForReal(Exception):
    """Nothing of it stays."""

    def __init__(self, outcome: MacroOutcome) -> None:
        super().__init__()
        self.outcome = outcome


async def apply(
    session: AsyncSession, cause: Cause, macro_id: UUID, ticket_id: UUID, terms: Terms, expected: int | None = None
) -> MacroOutcome:
    """Do what a macro says to a ticket.

    Raises NotFound, PreconditionFailed, MacroInactive, and what the deed raises that is refused; its detail says which.
    """
    macro = await queries.macro(session, macro_id)
    if not macro.active:
        raise MacroInactive
    ticket = await tickets.locked(session, ticket_id)
    etags.check(ticket.version, expected)
    before = ticket.model_dump()
    run = _Run(session, cause, ticket, terms)
    for number, action in enumerate(macro.actions, 1):
        try:
            await _do(run, MacroAction.model_validate(action))
        except Problem as refused:
            refused.detail = f"Action {number} of the macro: {refused.detail or refused.title}"
            raise
    applied = {"macro_id": macro.id, "name": macro.name, "version": macro.version}
    await audit.record(session, cause, action="ticket.apply_macro", entity="ticket", entity_id=ticket.id, after=applied)
    await session.flush()
    return MacroOutcome(
        ticket=TicketOut.of(ticket),
        changes=changes_of(before, ticket.model_dump()),
        messages=[MessageOut.of(message) for message in run.written],
    )


async def preview(session: AsyncSession, cause: Cause, macro_id: UUID, ticket_id: UUID, terms: Terms) -> MacroOutcome:
    """What `apply` would do; it changes nothing. Raises the same."""
    try:
        async with session.begin_nested():
            raise _NotForReal(await apply(session, cause, macro_id, ticket_id, terms))
    except _NotForReal as dry:
        return dry.outcome


async def _do(run: _Run, action: MacroAction) -> None:
    if action.set is not None:
        await _set(run, action.set)
    elif action.reply is not None:
        await _reply(run, action.reply)
    elif action.transition is not None and action.transition.to != run.ticket.status:
        await _move(run, action.transition)


async def _set(run: _Run, body: MacroSet) -> None:
    changes: dict[str, Any] = {}
    if body.priority is not None:
        changes["priority"] = body.priority
    if body.type is not None:
        changes["type"] = body.type
    if body.custom:
        changes["custom"] = body.custom
    if body.tags_add or body.tags_remove:
        changes["tags"] = [tag for tag in [*run.ticket.tags, *body.tags_add] if tag not in body.tags_remove]
    if changes:
        await service.change(run.session, run.cause, run.ticket.id, TicketPatch(**_as_patch(changes)), None)
    owners = body.model_dump(include={"group_id", "assignee_id"}, exclude_unset=True)
    if owners.get("assignee_id") == "me":
        if run.cause.staff_id is None:
            raise NoAgent
        owners["assignee_id"] = run.cause.staff_id
    if owners:
        await service.assign(run.session, run.cause, run.ticket.id, AssignIn(**_as_patch(owners)))


def _as_patch(changes: dict[str, Any]) -> dict[str, Any]:
    """The changes as a body gives them: ids as texts."""
    return {name: str(value) if isinstance(value, UUID) else value for name, value in changes.items()}


async def _reply(run: _Run, body: MacroReply) -> None:
    values = await queries.values(run.session, run.ticket, run.cause.staff_id)
    try:
        text = placeholders.filled_in(body.body, values)
    except OutputTooLarge:
        raise ReplyUnusable from None
    if not text.strip() or len(text) > LONGEST:
        raise ReplyUnusable
    said = MessageIn(body=text, visibility=body.visibility)
    message, _ = await messages.add_message(run.session, run.cause, run.ticket.id, said, window=run.terms.window)
    run.written.append(message)


async def _move(run: _Run, body: TransitionIn) -> None:
    terms = run.terms
    await service.transition(
        run.session, run.cause, run.ticket.id, body, window=terms.window, closable=terms.closable, expected=None
    )
