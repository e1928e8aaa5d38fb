"""Reading surveys."""

from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.feedback.surveys.models import Survey, SurveyVersion
from services.feedback.surveys.schemas import SurveyFilters
from shared.db.filtering import narrowed
from shared.http.errors import NotFound


def _with_newest() -> Select[Survey, SurveyVersion]:
    newest = (col(SurveyVersion.survey_id) == col(Survey.id)) & (col(SurveyVersion.version) == col(Survey.version))
    return select(Survey, SurveyVersion).join(SurveyVersion, newest)


async def survey(session: AsyncSession, survey_id: UUID) -> tuple[Survey, SurveyVersion]:
    """A survey and its newest version. Raises NotFound."""
    found = (await session.execute(_with_newest().where(col(Survey.id) == survey_id))).one_or_none()
    if found is None:
        raise NotFound("There is no survey with this id.")
    survey_row, newest = found
    return survey_row, newest


def surveys(filters: SurveyFilters) -> Select[Survey, SurveyVersion]:
    """All surveys that fit, each with its newest version, in the order they were made."""
    return narrowed(_with_newest().order_by(col(Survey.id)), Survey, filters)


async def version(session: AsyncSession, survey_id: UUID, number: int) -> SurveyVersion:
    """One version of a survey. Raises NotFound."""
    found = await session.get(SurveyVersion, (survey_id, number))
    if found is None:
        raise NotFound("There is no such version of a survey.")
    return found


def versions(survey_id: UUID) -> Select[SurveyVersion]:
    """All versions of a survey, oldest first."""
    return select(SurveyVersion).where(col(SurveyVersion.survey_id) == survey_id).order_by(col(SurveyVersion.version))


async def shipped(session: AsyncSession, survey_type: str) -> Survey | None:
    """The survey of this type that came with the service."""
    asked = select(Survey).where(col(Survey.type) == survey_type, col(Survey.shipped))
    return (await session.execute(asked)).scalar_one_or_none()
