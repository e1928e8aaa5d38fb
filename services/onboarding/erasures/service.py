"""Asking all services to erase a contact, and hearing what they have done."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.onboarding.directory import contacts
from services.onboarding.erasures.models import Erasure, ErasureAnswer
from services.onboarding.erasures.schemas import Reason
from services.onboarding.privacy import places
from shared.contracts.onboarding import ContactErasureRequested
from shared.contracts.platform import ContactErased
from shared.events.cause import Cause
from shared.events.event import Event
from shared.events.outbox import tell
from shared.features.audit import service as audit
from shared.features.privacy import marks
from shared.features.privacy import service as privacy

WITHIN = timedelta(hours=72)


async def request(session: AsyncSession, cause: Cause, contact_id: UUID, reason: Reason | None) -> Erasure:
    """Erase a contact here, and ask the others to; what was asked for before is answered as it is.

    Onboarding erases here and now what it holds, and once more by its job, which also finds what others were just
    writing, and tells that it is done. Raises NotFound.
    """
    await contacts.lock(session, contact_id)
    held = await session.get(Erasure, contact_id)
    if held is not None:
        return held
    await marks.lay(session, [contact_id])
    await privacy.erase(session, contact_id, places.PLACES, cause.at)  # while the directory has the name
    contact = await contacts.erase(session, cause, contact_id)
    erasure = Erasure(
        contact_id=contact_id, account_id=contact.account_id, requested_at=cause.at, due_at=cause.at + WITHIN
    )
    session.add(erasure)
    await session.flush()
    asked = ContactErasureRequested(contact_id=contact_id, account_id=contact.account_id)
    tell(session, asked, cause, trace_id=contact_id)
    await audit.record(session, cause, action="contact.erase", entity="contact", entity_id=contact_id, reason=reason)
    return erasure


async def hear_answers(session: AsyncSession, events: list[Event[ContactErased]]) -> None:
    """Keep what the services answer; the first answer of each stands."""
    for event in events:
        answer = {**event.data.model_dump(), "service": event.teller}
        await session.execute(insert(ErasureAnswer).values(answer).on_conflict_do_nothing())
