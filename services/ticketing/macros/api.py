"""Routes of macros, and of what they do to tickets."""

from datetime import timedelta
from typing import Annotated

from fastapi import Query

from services.ticketing.macros import applying, queries, service
from services.ticketing.macros.applying import Terms
from services.ticketing.macros.schemas import (
    MacroFilters,
    MacroIn,
    MacroOut,
    MacroOutcome,
    MacroPatch,
    MacroUse,
    PreviewOf,
)
from services.ticketing.tickets.service import CLOSING_SCOPE
from shared.http.dependencies import Actor, Answer, IfMatch, Page, RequestCause, Session, setting
from shared.http.fields import Id, Listed
from shared.http.routes import Router, requires

TICKETS_SCOPE = "ticketing:tickets"

ReopenWindow = Annotated[timedelta, setting("reopen_window")]

router = Router(
    prefix="/v1/macros",
    tags=["macros"],
    scope="ticketing:macros",
    about="Several deeds on a ticket by one request, with texts that fill themselves in.",
)
on_tickets = Router(prefix="/v1/tickets", tags=["macros"], scope=TICKETS_SCOPE, about=router.about)


@router.post("", status_code=201)
async def create_macro(body: MacroIn, session: Session, cause: RequestCause, answer: Answer) -> MacroOut:
    """Make a macro of sets, replies and transitions, which are done in their order.

    A reply may name ticket.number, ticket.subject, ticket.status, ticket.priority, ticket.type, requester.name,
    requester.email, account.name, group.name and agent.name in `{{ … }}` and `{% if … %}`, nothing else of Jinja.
    """
    return answer.created(MacroOut.of(await service.create(session, cause, body)))


@router.get("")
async def list_macros(session: Session, page: Page, filters: Annotated[MacroFilters, Query()]) -> Listed[MacroOut]:
    """All macros, in the order of their making."""
    return await page.of(session, queries.macros(filters), MacroOut.of)


@router.get("/{macro_id}")
async def read_macro(macro_id: Id, session: Session, answer: Answer) -> MacroOut:
    """One macro."""
    return answer.item(MacroOut.of(await queries.macro(session, macro_id)))


@router.patch("/{macro_id}")
async def change_macro(
    macro_id: Id, body: MacroPatch, session: Session, cause: RequestCause, if_match: IfMatch, answer: Answer
) -> MacroOut:
    """Change a macro by a merge-patch. What it did before stands."""
    return answer.item(MacroOut.of(await service.change(session, cause, macro_id, body, if_match)))


@router.delete("/{macro_id}", status_code=204)
async def remove_macro(macro_id: Id, session: Session, cause: RequestCause, if_match: IfMatch) -> None:
    """Take a macro away. What it did stands."""
    await service.remove(session, cause, macro_id, if_match)


@router.post("/{macro_id}/preview")
@requires(f"{TICKETS_SCOPE}:write")
async def preview_macro(
    macro_id: Id, body: PreviewOf, session: Session, cause: RequestCause, actor: Actor, window: ReopenWindow
) -> MacroOutcome:
    """Show what a macro would do to a ticket, texts filled in, or how it would be refused. Changes nothing."""
    terms = Terms(window, actor.may(CLOSING_SCOPE))
    return await applying.preview(session, cause, macro_id, body.ticket_id, terms)


@on_tickets.post("/{ticket_id}/apply-macro")
async def apply_macro(
    ticket_id: Id,
    body: MacroUse,
    session: Session,
    cause: RequestCause,
    actor: Actor,
    window: ReopenWindow,
    if_match: IfMatch,
    answer: Answer,
) -> MacroOutcome:
    """Do what a macro says to a ticket, all of it or nothing; what is refused says which action it was."""
    terms = Terms(window, actor.may(CLOSING_SCOPE))
    return answer.item(await applying.apply(session, cause, body.macro_id, ticket_id, terms, if_match))
