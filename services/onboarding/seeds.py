"""What ships with onboarding. Seeding again changes nothing; what an operator changed stays."""

from sqlalchemy.ext.asyncio import AsyncSession

from shared.events.cause import Cause
from shared.features.calendars import service as calendars


async def seed(session: AsyncSession, cause: Cause) -> None:
    """Make the default calendar, where it is missing."""
    await calendars.seed(session, cause)
