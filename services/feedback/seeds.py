"""What ships with feedback. Seeding again changes nothing; what an operator changed stays."""

from sqlalchemy.ext.asyncio import AsyncSession

from services.feedback.brands import queries as brand_queries
from services.feedback.brands import service as brands
from services.feedback.brands.models import DEFAULT
from services.feedback.brands.schemas import BrandIn
from services.feedback.surveys import service, shipped
from shared.events.cause import Cause

BRAND = BrandIn(key=DEFAULT, name="serviceops", colour="#1f4e79", text_colour="#ffffff", sender_name="Customer care")
"""Under which is asked until the operator says who they are."""


async def seed(session: AsyncSession, cause: Cause) -> None:
    """Make the brand and the surveys that ship, where they are missing."""
    if await brand_queries.named(session, DEFAULT) is None:
        await brands.create(session, cause, BRAND)
    for survey in shipped.surveys():
        await service.ship(session, cause, survey)
