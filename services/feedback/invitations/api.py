"""Routes of invitations, suppressions, and mails that come back."""

from typing import Annotated

from fastapi import Query
from pydantic import SecretStr

from services.feedback.invitations import bounces, queries, service, suppressing
from services.feedback.invitations.models import Invitation
from services.feedback.invitations.schemas import (
    BounceIn,
    BounceOut,
    CancelIn,
    InvitationFilters,
    InvitationOut,
    LinkOut,
    SuppressionFilters,
    SuppressionIn,
    SuppressionOut,
)
from services.feedback.invitations.tokens import token_of
from services.feedback.settings import Settings
from shared.http.dependencies import Answer, IfMatch, Page, RequestCause, Session, setting
from shared.http.errors import Conflict
from shared.http.fields import Id, Listed, ShortText
from shared.http.routes import Router
from shared.http.signatures import Signed

SecretKey = Annotated[SecretStr, setting("secret_key")]
PagesUrl = Annotated[str | None, setting("pages_url")]

INBOUND_SCOPE = "feedback:inbound"
INBOUND = "/v1/inbound"

router = Router(
    prefix="/v1/invitations",
    tags=["invitations"],
    scope="feedback:invitations",
    about="Who was asked, how far each invitation came, and the links that other systems hand over.",
)
suppressions = Router(
    prefix="/v1/suppressions",
    tags=["suppressions"],
    scope="feedback:suppressions",
    about="Addresses and contacts who get no surveys any more.",
)
inbound = Router(prefix=INBOUND, tags=["bounces"], scope=INBOUND_SCOPE, about="Mails that came back.")


class NoAddress(Conflict):
    """The service does not know under which address people reach it; set FEEDBACK_URL or PUBLIC_BASE_URL."""

    code = "no_public_address"


@router.get("")
async def list_invitations(
    session: Session, page: Page, filters: Annotated[InvitationFilters, Query()]
) -> Listed[InvitationOut]:
    """Invitations, the latest first."""
    return await page.of(session, queries.invitations(filters), InvitationOut.of)


@router.get("/{invitation_id}")
async def read_invitation(invitation_id: Id, session: Session, answer: Answer) -> InvitationOut:
    """One invitation with its mails and what became of them."""
    return answer.item(InvitationOut.of(await queries.invitation(session, invitation_id)))


@router.post("/{invitation_id}/link")
async def hand_over_link(
    invitation_id: Id,
    session: Session,
    cause: RequestCause,
    answer: Answer,
    secret_key: SecretKey,
    pages_url: PagesUrl,
) -> LinkOut:
    """The link of an invitation of the channel `link`, for the system that shows it; with that it is sent.

    Asking again answers the same link and tells nothing anew. Before its time it is 409 `not_yet`, for who wants no
    surveys 409 `suppressed`.
    """
    row = await service.hand_over_link(session, cause, invitation_id)
    if pages_url is None:
        raise NoAddress
    await session.flush()
    link = f"{pages_url}/r/{token_of(row.id, secret_key.get_secret_value())}"
    return answer.item(answer.once(_link(row, link), kept=_link(row, None)))


@router.post("/{invitation_id}/cancel")
async def cancel_invitation(
    invitation_id: Id, body: CancelIn, session: Session, cause: RequestCause, if_match: IfMatch, answer: Answer
) -> InvitationOut:
    """Take back one that was not answered; its link leads to a page that says so."""
    row = await service.cancel(session, cause, invitation_id, body.reason, if_match)
    await session.flush()
    return answer.item(InvitationOut.of(row))


@suppressions.get("")
async def list_suppressions(
    session: Session, page: Page, filters: Annotated[SuppressionFilters, Query()]
) -> Listed[SuppressionOut]:
    """Suppressions, the latest first; with `address` the one of that address, if it has one."""
    return await page.of(session, queries.suppressions(filters), SuppressionOut.of)


@suppressions.post("", status_code=201)
async def suppress(body: SuppressionIn, session: Session, cause: RequestCause, answer: Answer) -> SuppressionOut:
    """Send no surveys to an address or a contact any more. The same again is 200, another one 409."""
    row, new = await suppressing.add(session, cause, body)
    view = SuppressionOut.of(row)
    return answer.created(view) if new else answer.existing(view)


@suppressions.delete("/{suppression_id}", status_code=204)
async def remove_suppression(
    suppression_id: Id,
    session: Session,
    cause: RequestCause,
    reason: Annotated[ShortText | None, Query()] = None,
) -> None:
    """Let surveys go there again. What was taken back stays so."""
    await suppressing.remove(session, cause, suppression_id, reason)


@inbound.post("/bounces")
async def take_in_bounce(body: BounceIn, session: Session, cause: RequestCause, secret_key: SecretKey) -> BounceOut:
    """Take in a mail that came back: a delivery report (RFC 3464), a complaint (RFC 5965), or qmail's own form.

    It counts where it returns a mail of ours, which its signed names prove, and speaks of the address that this went
    to. Else it is `ignored`, and nothing changes. The same report again is `known`.

    A gateway without a key may sign the request as Standard Webhooks say, with a secret of FEEDBACK_INBOUND_SECRETS.
    """
    taken = await bounces.take_in(session, cause, body.raw(), body.recipient, secret_key.get_secret_value())
    return BounceOut(
        outcome=taken.outcome,
        hard=taken.verdict.hard if taken.outcome == "bounced" and taken.verdict else None,
        status=taken.verdict.status if taken.verdict else None,
        invitation_id=taken.invitation_id,
        reason=taken.reason,
    )


def signed(settings: Settings) -> Signed:
    """The signatures by which a gateway may bring in mails, and do nothing else."""
    return Signed(INBOUND, settings.inbound_signers, frozenset({f"{INBOUND_SCOPE}:write"}), "inbound")


def _link(row: Invitation, link: str | None) -> LinkOut:
    return LinkOut(
        invitation_id=row.id,
        link=link,
        state=row.state,
        sent_at=row.sent_at,
        expires_at=row.expires_at,
        version=row.version,
    )


ROUTERS = (router, suppressions, inbound)
