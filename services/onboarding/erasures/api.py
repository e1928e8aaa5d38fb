"""Erasing a person from all services, and seeing how far that is."""

from services.onboarding.erasures import queries, service
from services.onboarding.erasures.schemas import ErasureIn, ErasureOut
from shared.http.dependencies import RequestCause, Session
from shared.http.fields import Id
from shared.http.routes import Router

router = Router(prefix="/v1/contacts", tags=["privacy"], scope="onboarding:privacy")


@router.post("/{contact_id}/erase")
async def erase_contact(contact_id: Id, body: ErasureIn, session: Session, cause: RequestCause) -> ErasureOut:
    """Erase a contact for ever, here at once and within 72 hours in every service. It cannot be undone.

    The id, the account and the time stay, and so do all numbers. Asked again, the answer is how far it is.
    """
    erasure = await service.request(session, cause, contact_id, body.reason)
    return ErasureOut.of(erasure, await queries.answers(session, contact_id), cause.at)


@router.get("/{contact_id}/erasure")
async def read_erasure(contact_id: Id, session: Session, cause: RequestCause) -> ErasureOut:
    """Which services have erased a contact, when, and who is overdue."""
    erasure = await queries.erasure(session, contact_id)
    return ErasureOut.of(erasure, await queries.answers(session, contact_id), cause.at)
