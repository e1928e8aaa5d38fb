"""The forms that make two tickets one, take them apart, split one in two, and link them."""

from uuid import UUID

from starlette.responses import Response

from services.ticketing.console import queries
from services.ticketing.console.deeds import back, undo_by, version
from services.ticketing.links import service as links
from services.ticketing.links.schemas import TicketLinkIn
from services.ticketing.merging import service, splitting
from services.ticketing.merging.errors import UnknownTicket
from services.ticketing.merging.schemas import MergeIn, SplitIn, UnmergeIn
from services.ticketing.tickets.models import Ticket
from shared.http.errors import Invalid, NotFound, place
from shared.pages import forms
from shared.pages.visit import Visit

CHOSEN = "m-"
"""What the name of a message's checkbox begins with, before its id."""


async def merge(visit: Visit) -> Response:
    """Make this ticket part of another one, named by its number or id."""
    ticket = await _ticket(visit)
    into = await _named(visit, "into")
    body = forms.read(MergeIn, {"into": str(into.id), **forms.given(visit.form, "reason")})
    merged = await service.merge(visit.session, visit.cause, ticket.id, body, version(visit.form))
    await visit.session.flush()
    return back(visit, merged, done=f"#{merged.number} is part of #{into.number}.", undo=undo_by(merged, "unmerge", {}))


async def unmerge(visit: Visit) -> Response:
    """Let it stand by itself again; asked for on the page of the other one, it leads back there."""
    ticket = await _ticket(visit)
    shown_on = await _named(visit, "shown_on") if visit.form.get("shown_on") else ticket
    body = forms.read(UnmergeIn, forms.given(visit.form, "reason"))
    apart = await service.unmerge(visit.session, visit.cause, ticket.id, body, version(visit.form))
    return back(visit, shown_on, done=f"#{apart.number} stands by itself again.")


async def split(visit: Visit) -> Response:
    """Make the chosen messages a ticket of their own, and lead there."""
    ticket = await _ticket(visit)
    chosen = [name.removeprefix(CHOSEN) for name in visit.form if name.startswith(CHOSEN)]
    if not chosen:
        raise Invalid(errors=[place("body", "message_ids", msg="Choose at least one message", code="missing")])
    body = forms.read(SplitIn, {"message_ids": chosen, **forms.given(visit.form, "subject", "type", "reason")})
    made = await splitting.split(visit.session, visit.cause, ticket.id, body, version(visit.form))
    return back(visit, made, done=f"#{made.number} was split from #{ticket.number}.")


async def link(visit: Visit) -> Response:
    """Link it to another one."""
    ticket = await _ticket(visit)
    other = await _named(visit, "linked")
    body = forms.read(TicketLinkIn, {"ticket_id": str(other.id), **forms.given(visit.form, "kind")})
    await links.link(visit.session, visit.cause, ticket.id, body)
    return back(visit, ticket, done=f"#{ticket.number} and #{other.number} are linked.")


async def unlink(visit: Visit) -> Response:
    """Take a link away."""
    ticket = await _ticket(visit)
    try:
        link_id = UUID(visit.form.get("link", ""))
    except ValueError:
        raise NotFound("There is no such link on this ticket.") from None
    await links.unlink(visit.session, visit.cause, ticket.id, link_id)
    return back(visit, ticket, done="The link is gone.")


async def _ticket(visit: Visit) -> Ticket:
    return await queries.ticket(visit.session, visit.request.path_params["ref"])


async def _named(visit: Visit, field: str) -> Ticket:
    """The ticket that a field names, by its number or id. Raises Invalid, at that field."""
    try:
        return await queries.ticket(visit.session, visit.form.get(field, "").strip().removeprefix("#"))
    except NotFound:
        where = place("body", field, msg="There is no ticket with this number or id", code=UnknownTicket.code)
        raise Invalid(errors=[where]) from None
