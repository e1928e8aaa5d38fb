"""The surveys that answers name, kept in the process: a version never changes, only which is the newest."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Select, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.feedback.surveys.logic import Condition, Question
from services.feedback.surveys.models import Survey, SurveyVersion
from services.feedback.surveys.outcome import Bands, Range
from shared.db.remembered import Remembered


@dataclass(frozen=True, slots=True)
class KnownSurvey:
    """A version of a survey, as far as an answer needs it. definition: all of it, shared: nobody may change it."""

    survey_id: UUID
    version: int
    type: str
    scale: Range | None
    bands: Bands | None
    questions: tuple[Question, ...]
    definition: Mapping[str, Any]

    @property
    def score_key(self) -> str | None:
        """The key of the question that asks for the score."""
        return next((question.key for question in self.questions if question.kind == "score"), None)


Named = UUID | str
"""How an answer names its survey: by id, or by the type of a shipped one."""


async def newest(session: AsyncSession, name: Named) -> KnownSurvey | None:
    """The newest version of the survey with this id, or of the shipped one of this type."""
    known = await NEWEST.get(session)
    return known.get(name) or (await NEWEST.get(session, anew=True)).get(name)


async def version(session: AsyncSession, survey_id: UUID, number: int) -> KnownSurvey:
    """The version that an answer was given to."""
    known = await _VERSIONS.get(session)
    found = known.get((survey_id, number))
    if found is None:
        version = col(SurveyVersion.version) == number
        asked = _with_definition().where(col(SurveyVersion.survey_id) == survey_id, version)
        known[survey_id, number] = found = _known((await session.execute(asked)).one())
    return found


async def _read(session: AsyncSession) -> Mapping[Named, KnownSurvey]:
    asked = _with_definition().where(col(SurveyVersion.version) == col(Survey.version))
    known: dict[Named, KnownSurvey] = {}
    for row in await session.execute(asked):
        survey = row[0]
        known[survey.id] = newest = _known(row)
        if survey.shipped:
            known[survey.type] = newest
    return known


NEWEST = Remembered(_read)
"""The newest version of each survey."""


async def _none(session: AsyncSession) -> dict[tuple[UUID, int], KnownSurvey]:
    return {}


_VERSIONS = Remembered(_none)
"""The versions that were asked for lately."""


def _with_definition() -> Select[Survey, SurveyVersion]:
    same = col(SurveyVersion.survey_id) == col(Survey.id)
    return select(Survey, SurveyVersion).join(SurveyVersion, same)


def _known(row: Row[Survey, SurveyVersion]) -> KnownSurvey:
    survey, asked = row
    definition = asked.definition
    return KnownSurvey(
        survey_id=survey.id,
        version=asked.version,
        type=survey.type,
        scale=_scale(definition["scale"]),
        bands=_bands(definition["bands"]),
        questions=tuple(map(question_of, definition["questions"])),
        definition=definition,
    )


def question_of(stored: Mapping[str, Any]) -> Question:
    """A question of a definition, as the rules take it."""
    condition = stored["show_if"]
    return Question(
        key=stored["key"],
        kind=stored["kind"],
        required=stored["required"],
        options=tuple(stored["options"]),
        rows=tuple(stored["rows"]),
        show_if=None if condition is None else Condition(**{**condition, "any_of": tuple(condition["any_of"])}),
    )


def _scale(scale: dict[str, int] | None) -> Range | None:
    return Range(**scale) if scale else None


def _bands(bands: dict[str, dict[str, int] | None] | None) -> Bands | None:
    if not bands:
        return None
    return Bands(**{name: _scale(band) for name, band in bands.items()})
