"""What a survey says to one respondent: one version of it in one locale."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.feedback.brands import queries as brands
from services.feedback.brands.schemas import BrandOut
from services.feedback.surveys import locales, logic, queries
from services.feedback.surveys.known import question_of
from services.feedback.surveys.schemas import AskedOut, LocaleOut, SaidOut, SurveyPreviewAsked, SurveyPreviewOut


async def preview(session: AsyncSession, survey_id: UUID, asked: SurveyPreviewAsked) -> SurveyPreviewOut:
    """A version as somebody of this locale would see it, with the brand that it is sent under. Raises NotFound."""
    survey, version = await queries.survey(session, survey_id)
    if asked.version is not None:
        version = await queries.version(session, survey_id, asked.version)
    definition = version.definition
    chosen = locales.choose(asked.locale, definition["locales"], definition["fallback_locale"])
    texts = definition["locales"][chosen.locale]
    brand = await brands.named(session, survey.brand)
    visible = {question.key for question in logic.shown([question_of(one) for one in definition["questions"]], {})}
    return SurveyPreviewOut(
        survey_id=survey.id,
        version=version.version,
        type=survey.type,
        locale=LocaleOut(asked=asked.locale, chosen=chosen.locale, step=chosen.step, fallback=chosen.fallback),
        brand=None if brand is None else BrandOut.model_validate(brand),
        title=texts["title"],
        thanks=texts["thanks"],
        scale=definition["scale"],
        questions=[
            _asked(question, texts["questions"][question["key"]], hidden=question["key"] not in visible)
            for question in definition["questions"]
        ],
    )


def _asked(question: Mapping[str, Any], said: Mapping[str, Any], *, hidden: bool) -> AskedOut:
    return AskedOut(
        key=question["key"],
        kind=question["kind"],
        required=question["required"],
        label=said["label"],
        low=said["low"],
        high=said["high"],
        options=[SaidOut(key=key, label=said["options"][key]) for key in question["options"]],
        rows=[SaidOut(key=key, label=said["rows"][key]) for key in question["rows"]],
        show_if=question["show_if"],
        hidden=hidden,
    )
