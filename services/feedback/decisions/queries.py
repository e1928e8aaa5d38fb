"""Reading decisions."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.feedback.decisions.models import SendDecision
from services.feedback.decisions.rules import Asking, asking
from services.feedback.decisions.schemas import DecisionFilters
from services.feedback.programs.models import Program
from services.feedback.surveys.models import Survey
from shared.db.listing import Listing
from shared.http.errors import NotFound


def decisions(filters: DecisionFilters) -> Listing:
    """The decisions that fit, newest first."""
    listing = Listing("send_decision", newest_first=True)
    for name, value in filters.model_dump(exclude_none=True).items():
        listing.where(f"{name} = {{}}", value)
    return listing


async def decision(session: AsyncSession, decision_id: UUID) -> SendDecision:
    """One decision. Raises NotFound."""
    found = await session.get(SendDecision, decision_id)
    if found is None:
        raise NotFound("There is no decision with this id.")
    return found


async def program(session: AsyncSession, program_id: UUID) -> Asking:
    """A program with its rules, and the survey that it asks now. Raises NotFound."""
    asked = (
        select(Program, Survey)
        .join(Survey, col(Survey.id) == col(Program.survey_id))
        .where(col(Program.id) == program_id)
    )
    found = (await session.execute(asked)).one_or_none()
    if found is None:
        raise NotFound("There is no program with this id.")
    found_program, survey = found
    return asking(found_program, survey)
