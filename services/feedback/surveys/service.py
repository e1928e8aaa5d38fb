"""Making surveys, and new versions of them."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.feedback.surveys import queries
from services.feedback.surveys.models import Survey, SurveyVersion
from services.feedback.surveys.outcome import STANDARD
from services.feedback.surveys.schemas import Definition, SurveyIn, plain
from shared.db import remembered
from shared.events.cause import Cause
from shared.features.audit import service as audit
from shared.http import etags
from shared.http.errors import Invalid, NotFound, place


class OtherScale(Invalid):
    """Surveys of the types nps, csat and ces have the scale and the bands of their score."""

    code = "other_scale"


async def create(
    session: AsyncSession, cause: Cause, body: SurveyIn, *, shipped: bool = False
) -> tuple[Survey, SurveyVersion]:
    """Make a survey in its first version. Raises OtherScale."""
    definition = body.definition()
    _check_scale(body.type, definition)
    survey = Survey(
        type=body.type,
        name=body.name,
        brand=body.brand,
        shipped=shipped,
        created_at=cause.at,
        updated_at=cause.at,
    )
    session.add(survey)
    await session.flush()
    first = await _add(session, cause, survey, definition)
    await audit.record(
        session,
        cause,
        action="survey.create",
        entity="survey",
        entity_id=survey.id,
        after={"type": survey.type, "name": survey.name, "version": 1},
    )
    return survey, first


async def ship(session: AsyncSession, cause: Cause, body: SurveyIn) -> None:
    """Make a survey that ships, or bring one up to date that is as it shipped once: nobody gave it a version since."""
    there = await queries.shipped(session, body.type)
    if there is None:
        await create(session, cause, body, shipped=True)
    elif there.version == 1:
        _, first = await queries.survey(session, there.id)
        if first.definition != plain(body.definition()):
            await add_version(session, cause, there.id, body.definition(), 1)


async def add_version(
    session: AsyncSession, cause: Cause, survey_id: UUID, definition: Definition, expected: int | None
) -> tuple[Survey, SurveyVersion]:
    """Make the next version of a survey; answers that come from now on belong to it.

    expected: the newest version as the caller knows it. Raises NotFound, PreconditionFailed, OtherScale.
    """
    locked = select(Survey).where(col(Survey.id) == survey_id).with_for_update()
    survey = (await session.execute(locked)).scalar_one_or_none()
    if survey is None:
        raise NotFound("There is no survey with this id.")
    etags.check(survey.version, expected)
    _check_scale(survey.type, definition)
    survey.updated_at = cause.at
    await session.flush()  # raises the version
    added = await _add(session, cause, survey, definition)
    await audit.record(
        session,
        cause,
        action="survey.add_version",
        entity="survey",
        entity_id=survey.id,
        before={"version": survey.version - 1},
        after={"version": survey.version},
    )
    return survey, added


async def _add(session: AsyncSession, cause: Cause, survey: Survey, definition: Definition) -> SurveyVersion:
    added = SurveyVersion(
        survey_id=survey.id, version=survey.version, definition=plain(definition), created_at=cause.at
    )
    session.add(added)
    await session.flush()
    remembered.forget_after(session)
    return added


def _check_scale(survey_type: str, definition: Definition) -> None:
    standard = STANDARD.get(survey_type)
    if standard is None:
        return
    scale, bands = standard
    if definition.scale is None or definition.scale.pure() != scale:
        raise OtherScale(errors=[place("body", "scale", msg=_scale_of(survey_type), code="scale")])
    if definition.bands is None or definition.bands.pure() != bands:
        raise OtherScale(errors=[place("body", "bands", msg=_scale_of(survey_type), code="bands")])


def _scale_of(survey_type: str) -> str:
    scale, bands = STANDARD[survey_type]
    positive = bands.positive.min if bands.positive else None
    negative = bands.negative.max if bands.negative else None
    return f"{survey_type} runs from {scale.min} to {scale.max}: positive from {positive}, negative to {negative}"
