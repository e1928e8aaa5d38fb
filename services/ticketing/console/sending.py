"""Replies that did not leave, and files of messages."""

from uuid import UUID

from starlette.responses import Response

from services.ticketing.attachments import queries as attachments
from services.ticketing.attachments import uploading
from services.ticketing.attachments.reading import FileAnswer
from services.ticketing.channels import service
from services.ticketing.console import queries
from services.ticketing.console.deeds import back
from shared.http.errors import NotFound
from shared.pages.visit import Visit


async def send_again(visit: Visit) -> Response:
    """Queue a reply once more whose delivery has failed."""
    ticket = await queries.ticket(visit.session, visit.request.path_params["ref"])
    message_id = _id(visit, "message", "There is no such message on this ticket.")
    await service.send_again(visit.session, visit.cause, ticket.id, message_id)
    return back(visit, ticket, done="The reply is on its way again.")


async def download(visit: Visit) -> Response:
    """A file of a message. A browser keeps it, whatever it is."""
    row = await attachments.attachment(visit.session, _id(visit, "attachment", "There is no attachment with this id."))
    return FileAnswer(row, uploading.storage_of(visit.settings))


def _id(visit: Visit, name: str, missing: str) -> UUID:
    try:
        return UUID(visit.request.path_params[name])
    except ValueError:
        raise NotFound(missing) from None
