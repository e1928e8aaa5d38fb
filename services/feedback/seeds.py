"""What ships with feedback. Seeding again changes nothing; what an operator changed stays."""

from sqlalchemy.ext.asyncio import AsyncSession

from services.feedback.surveys import queries, service, shipped
from shared.events.cause import Cause


async def seed(session: AsyncSession, cause: Cause) -> None:
    """Make the surveys that ship, where they are missing."""
    for survey in shipped.surveys():
        if await queries.shipped(session, survey.type) is None:
            await service.create(session, cause, survey, shipped=True)
