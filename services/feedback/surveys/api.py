"""What is asked, on which scale and in which languages; a version never changes."""

from typing import Annotated

from fastapi import Path, Query

from services.feedback.surveys import previewing, queries, service
from services.feedback.surveys.schemas import (
    SurveyFilters,
    SurveyIn,
    SurveyOut,
    SurveyPreviewAsked,
    SurveyPreviewOut,
    SurveyVersionIn,
    SurveyVersionOut,
)
from shared.http.dependencies import Answer, IfMatch, Page, RequestCause, Session
from shared.http.fields import INT32, Id, Listed
from shared.http.routes import Router

router = Router(prefix="/v1/surveys", tags=["surveys"], scope="feedback:surveys")


@router.get("")
async def list_surveys(session: Session, page: Page, filters: Annotated[SurveyFilters, Query()]) -> Listed[SurveyOut]:
    """All surveys, shipped ones too, with what their newest version asks."""
    return await page.of(session, queries.surveys(filters), SurveyOut.of)


@router.post("", status_code=201)
async def create_survey(body: SurveyIn, session: Session, cause: RequestCause, answer: Answer) -> SurveyOut:
    """Make a survey in its first version."""
    return answer.created(SurveyOut.of(await service.create(session, cause, body)))


@router.get("/{survey_id}")
async def read_survey(survey_id: Id, session: Session, answer: Answer) -> SurveyOut:
    """A survey with what its newest version asks."""
    return answer.item(SurveyOut.of(await queries.survey(session, survey_id)))


@router.get("/{survey_id}/versions")
async def list_survey_versions(survey_id: Id, session: Session, page: Page) -> Listed[SurveyVersionOut]:
    """All versions of a survey, oldest first; they never change."""
    await queries.survey(session, survey_id)
    return await page.of(session, queries.versions(survey_id), SurveyVersionOut.of)


@router.post("/{survey_id}/versions")
async def add_survey_version(
    survey_id: Id,
    body: SurveyVersionIn,
    session: Session,
    cause: RequestCause,
    answer: Answer,
    expected: IfMatch,
) -> SurveyOut:
    """Make the next version of a survey: answers that come from now on belong to it."""
    return answer.item(SurveyOut.of(await service.add_version(session, cause, survey_id, body, expected)))


@router.get("/{survey_id}/versions/{version}")
async def read_survey_version(
    survey_id: Id, version: Annotated[int, Path(ge=1, le=INT32)], session: Session
) -> SurveyVersionOut:
    """One version of a survey, as it was answered."""
    return SurveyVersionOut.of(await queries.version(session, survey_id, version))


@router.get("/{survey_id}/preview")
async def preview_survey(
    survey_id: Id, session: Session, asked: Annotated[SurveyPreviewAsked, Query()]
) -> SurveyPreviewOut:
    """What a respondent would see: the texts of their locale, its questions, and in which locale they are asked.

    The locale is the same tag, else the language in its script (`sr-Latn-RS` is asked in `sr-Latn`), else the
    language, else the survey's fallback; the answer says which.
    """
    return await previewing.preview(session, survey_id, asked)
