"""The surveys that answers name, kept in the process: a version never changes, so only "the newest" ages.

A version made by this process is in use after its commit, one made by another within NEWEST_HOLDS_SECONDS.
"""

from dataclasses import dataclass
from time import monotonic
from uuid import UUID
from weakref import WeakKeyDictionary

from sqlalchemy import Row, Select, event, select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, AsyncSession
from sqlmodel import col

from services.feedback.surveys.models import Survey, SurveyVersion
from services.feedback.surveys.outcome import Bands, Range

NEWEST_HOLDS_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class KnownSurvey:
    """The newest version of a survey, as far as an answer needs it."""

    survey_id: UUID
    version: int
    type: str
    scale: Range | None
    bands: Bands | None


Named = UUID | str
"""How an answer names its survey: by id, or by the type of a shipped one."""

_newest: WeakKeyDictionary[AsyncEngine | AsyncConnection, dict[Named, tuple[float, KnownSurvey]]] = WeakKeyDictionary()


async def newest(session: AsyncSession, name: Named) -> KnownSurvey | None:
    """The newest version of the survey with this id, or of the shipped one of this type."""
    held = _held(session)
    if (entry := held.get(name)) is not None and monotonic() < entry[0]:
        return entry[1]
    known = await _read(session, name)
    if known is not None:
        held[name] = (monotonic() + NEWEST_HOLDS_SECONDS, known)
    return known


def forget_at_commit(session: AsyncSession) -> None:
    """Read the newest versions anew once this transaction is committed."""
    held = _held(session)
    event.listen(session.sync_session, "after_commit", lambda _: held.clear(), once=True)


def _held(session: AsyncSession) -> dict[Named, tuple[float, KnownSurvey]]:
    bind = session.bind
    assert bind is not None
    return _newest.setdefault(bind, {})


async def version(session: AsyncSession, survey_id: UUID, number: int) -> KnownSurvey:
    """The version that an answer was given to."""
    asked = _with_definition().where(col(SurveyVersion.survey_id) == survey_id, col(SurveyVersion.version) == number)
    return _known((await session.execute(asked)).one())


async def _read(session: AsyncSession, name: Named) -> KnownSurvey | None:
    asked = _with_definition().where(col(SurveyVersion.version) == col(Survey.version))
    if isinstance(name, UUID):
        asked = asked.where(col(Survey.id) == name)
    else:
        asked = asked.where(col(Survey.type) == name, col(Survey.shipped))
    row = (await session.execute(asked)).one_or_none()
    return None if row is None else _known(row)


def _with_definition() -> Select[Survey, SurveyVersion]:
    same = col(SurveyVersion.survey_id) == col(Survey.id)
    return select(Survey, SurveyVersion).join(SurveyVersion, same)


def _known(row: Row[Survey, SurveyVersion]) -> KnownSurvey:
    survey, asked = row
    definition = asked.definition
    return KnownSurvey(survey.id, asked.version, survey.type, _scale(definition["scale"]), _bands(definition["bands"]))


def _scale(scale: dict[str, int] | None) -> Range | None:
    return Range(**scale) if scale else None


def _bands(bands: dict[str, dict[str, int] | None] | None) -> Bands | None:
    if not bands:
        return None
    return Bands(**{name: _scale(band) for name, band in bands.items()})
