"""The page on which surveys are stopped: it is loaded without changing anything, and stops them with its one button.

The button, and RFC 8058's one-click request of a mail program, send the same POST: the link's token is all that it
needs, and what its body says does not matter, since mail programs send one kind of form or another.
"""

from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from services.feedback.answering.guests import Guest
from services.feedback.answering.queries import ShownBrand
from services.feedback.brands import queries as brands
from services.feedback.invitations import deciding, queries, service, words
from services.feedback.invitations.models import Invitation
from shared.http import bodies
from shared.http.errors import NotFound


async def show(guest: Guest) -> Response:
    """One button."""
    async with guest.reading() as session:
        return await _page(session, guest, await _invitation(session, guest), done=False)


async def stop(guest: Guest) -> Response:
    """Stop them; sent again it says the same."""
    await bodies.read(guest.request.scope, guest.request.receive)
    async with guest.saving() as session:
        invitation = await _invitation(session, guest)
        if invitation is not None:
            await service.unsubscribe(session, guest.cause, invitation.id)
        return await _page(session, guest, invitation, done=True)


async def _invitation(session: AsyncSession, guest: Guest) -> Invitation | None:
    found = guest.invitation_id
    return None if found is None else await queries.if_there(session, found)


async def _page(session: AsyncSession, guest: Guest, invitation: Invitation | None, *, done: bool) -> Response:
    """The page in the language of the mail; of a link that is not ours, in the browser's."""
    if invitation is None:
        said = words.of(guest.locale())
        return _shown(guest, said, said.unknown, said.why_unknown, status=NotFound.status)
    said = words.of(await deciding.locale_of(session, invitation))
    address = words.masked(invitation.address)
    found = await brands.named(session, invitation.brand)
    brand = ShownBrand(found.name, found.colour, found.text_colour, found.logo_url) if found else None
    guest.guard(logo_url=brand.logo_url if brand else None)
    if done:
        return _shown(guest, said, said.stopped, said.after.format(address=address), brand=brand)
    return _shown(guest, said, said.ask.format(address=address), button=said.button, brand=brand)


def _shown(
    guest: Guest,
    said: words.Words,
    heading: str,
    more: str = "",
    *,
    button: str = "",
    brand: ShownBrand | None = None,
    status: int = 200,
) -> Response:
    language = words.language_of(said)
    return guest.show(
        "unsubscribe.html", language, status=status, brand=brand, heading=heading, more=more, button=button
    )
