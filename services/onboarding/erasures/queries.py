"""Reading erasures."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.onboarding.erasures.models import Erasure, ErasureAnswer
from shared.http.errors import NotFound


async def erasure(session: AsyncSession, contact_id: UUID) -> Erasure:
    """The request to erase a contact. Raises NotFound."""
    found = await session.get(Erasure, contact_id)
    if found is None:
        raise NotFound("Nobody asked for the erasure of this contact.")
    return found


async def answers(session: AsyncSession, contact_id: UUID) -> Sequence[ErasureAnswer]:
    """The services' answers about a contact."""
    return (await session.scalars(select(ErasureAnswer).where(col(ErasureAnswer.contact_id) == contact_id))).all()
