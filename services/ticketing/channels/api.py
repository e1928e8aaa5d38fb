"""Routes of channels."""

from typing import Annotated

from fastapi import APIRouter, Request

from services.ticketing.channels import replies, service
from services.ticketing.channels.schemas import InboundChannel, InboundIn, InboundOut
from services.ticketing.channels.service import House
from services.ticketing.directory import people
from services.ticketing.settings import Settings
from services.ticketing.tickets.schemas import MessageOut, TicketOut
from shared.http.dependencies import Answer, Given, RequestCause, Session
from shared.http.fields import Id
from shared.http.routes import Router
from shared.http.signatures import Signed


def _house(request: Request) -> House:
    settings = request.app.state.settings
    sender = replies.Sender.of(settings)
    return House(settings.reopen_window, settings.inbound_burst, sender.host, people.email(sender.address))


ItsHouse = Annotated[House, Given(_house)]
"""What of the settings matters to what comes in."""

SCOPE = "ticketing:inbound"
PREFIX = "/v1/inbound"

inbound = Router(
    prefix=PREFIX,
    tags=["channels"],
    scope=SCOPE,
    about="What customers write by any channel, in one neutral form, and sending replies again.",
)
outbound = Router(prefix="/v1/tickets", tags=["channels"], scope="ticketing:tickets")


@inbound.post(
    "/{channel}",
    status_code=201,
    responses={200: {"model": InboundOut, "description": "It came before, or nothing is kept of it."}},
)
async def take_in(
    channel: InboundChannel, body: InboundIn, session: Session, cause: RequestCause, house: ItsHouse, answer: Answer
) -> InboundOut:
    """Take in what a customer wrote. The same channel, source_id and body again: 200 with the first time's message.

    It goes to the ticket of the message that `in_reply_to` names; else to the one whose number its subject carries as
    `[#1042]`, if the sender is that ticket's requester or wrote on it before; else to the sender's newest ticket in
    this channel that is not over; else it opens one. A number of somebody else's ticket is left as a note.

    On a ticket that was solved within the reopen window it reopens it, on one that is over it opens a follow-up. What
    is `automatic` does neither: it is kept as a bot's where it belongs to a ticket, and ignored elsewhere. More
    than TICKETING_INBOUND_BURST (20) messages of one sender on one ticket within 10 minutes are refused with 429.

    A gateway without a key may sign the request as Standard Webhooks say (`webhook-id`, `webhook-timestamp`,
    `webhook-signature`), with a secret of TICKETING_INBOUND_SECRETS.
    """
    taken = await service.take_in(session, cause, channel, body, house)
    view = InboundOut(
        outcome=taken.outcome,
        threaded_by=taken.threaded_by,
        message=taken.message and MessageOut.of(taken.message),
        ticket=taken.ticket and TicketOut.of(taken.ticket),
    )
    if taken.message is None or taken.outcome == "known":
        return answer.existing(view)
    return answer.created(view, f"/v1/tickets/{taken.message.ticket_id}/messages/{taken.message.id}")


@outbound.post("/{ticket_id}/messages/{message_id}/retry")
async def send_again(ticket_id: Id, message_id: Id, session: Session, cause: RequestCause) -> MessageOut:
    """Send a reply again whose delivery has failed, with all its attempts; any other is 409 `not_failed`."""
    return MessageOut.of(await service.send_again(session, cause, ticket_id, message_id))


def signed(settings: Settings) -> Signed:
    """The signatures by which a gateway may bring in messages, and do nothing else."""
    return Signed(PREFIX, settings.inbound_signers, frozenset({f"{SCOPE}:write"}), "inbound")


ROUTERS: tuple[APIRouter, ...] = (inbound, outbound)
