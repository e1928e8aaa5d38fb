"""Reading attachments."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.ticketing.attachments.models import Attachment
from shared.http.errors import NotFound


async def attachment(session: AsyncSession, attachment_id: UUID) -> Attachment:
    """One that is not erased. Raises NotFound."""
    found = await session.get(Attachment, attachment_id)
    if found is None or found.removed_at is not None:
        raise NotFound("There is no attachment with this id.")
    return found
