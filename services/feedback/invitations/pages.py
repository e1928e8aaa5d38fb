"""The page on which surveys are stopped: it is loaded without changing anything, and stops them with its one button.

The button, and RFC 8058's one-click request of a mail program, send the same POST: the link's token is all that it
needs, no cookie and no form code, since both come from a mail and from nowhere else of ours.
"""

from typing import Final

from sqlalchemy import text
from starlette.responses import HTMLResponse, Response

from services.feedback.brands import queries as brands
from services.feedback.invitations import deciding, queries, service, words
from services.feedback.invitations.models import Invitation
from services.feedback.invitations.tokens import invitation_of
from shared.http.errors import NotFound
from shared.pages.routes import PageRouter
from shared.pages.visit import Visit

PACKAGE: Final = "services.feedback.invitations"
CUSTOMER: Final = "customer"
"""Who acts, in facts and the audit trail."""

READ_ONLY: Final = text("SET TRANSACTION READ ONLY")

pages = PageRouter("/unsubscribe")


@pages.get_by_token("/{token}")
async def show_unsubscribe(visit: Visit) -> Response:
    """One button. Mail scanners follow links: the database itself refuses to write."""
    await visit.session.execute(READ_ONLY)
    return await _show(visit, await _invitation(visit), done=False)


@pages.post_by_token("/{token}")
async def unsubscribe(visit: Visit) -> Response:
    """Stop them; sent again it says the same."""
    invitation = await _invitation(visit)
    if invitation is not None:
        await service.unsubscribe(visit.session, visit.cause._replace(actor=CUSTOMER), invitation.id)
    return await _show(visit, invitation, done=True)


async def _invitation(visit: Visit) -> Invitation | None:
    found = invitation_of(visit.request.path_params["token"], visit.secret)
    return None if found is None else await queries.if_there(visit.session, found)


async def _show(visit: Visit, invitation: Invitation | None, *, done: bool) -> Response:
    """The page in the language of the mail; of a link that is not ours, in the browser's."""
    if invitation is None:
        said = _of_browser(visit)
        shown, status = {"title": said.unknown, "lede": said.why_unknown, "button": ""}, NotFound.status
    else:
        said = words.of(await deciding.locale_of(visit.session, invitation))
        address = words.masked(invitation.address)
        shown = {"title": said.ask.format(address=address), "lede": "", "button": said.button}
        if done:
            shown = {"title": said.stopped, "lede": said.after.format(address=address), "button": ""}
        status = 200
    brand = await brands.named(visit.session, invitation.brand if invitation else None)
    page = visit.site.template("unsubscribe.html").render(
        url=visit.url, language=words.language_of(said), brand=brand.name if brand else "", **shown
    )
    return HTMLResponse(page, status_code=status)


def _of_browser(visit: Visit) -> words.Words:
    """The first of the browser's languages that we have; their weights are in that order everywhere."""
    asked = visit.request.headers.get("accept-language", "")[:500]
    tags = [part.partition(";")[0].strip() for part in asked.split(",")]
    known = [said for tag in tags if tag and (said := words.of(tag)) is not words.of(None)]
    return words.of(None) if not known or tags[0].lower().startswith("en") else known[0]
