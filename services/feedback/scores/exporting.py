"""Scores, as an export writes them down."""

from sqlalchemy.ext.asyncio import AsyncSession

from services.feedback.scores import queries
from services.feedback.scores.schemas import ScoreFilters, ScoreOut
from shared.features.bulk_jobs.kinds import Entity, Items, columns_of


async def _page(session: AsyncSession, asked: ScoreFilters, mark: str | None, limit: int) -> Items:
    """Whole periods, so that the scores of one agree. mark: the number of the period that it goes on with."""
    found, following = await queries.scores_from(session, asked, int(mark or 0))
    items = [score.model_dump(mode="json", by_alias=True) for score in found]
    return items, None if following is None else str(following)


ENTITIES = (
    Entity(
        "scores",
        "feedback:scores:read",
        ScoreFilters,
        tuple({"start": "from", "end": "to"}.get(column, column) for column in columns_of(ScoreOut)),
        _page,
        {"metric": "nps", "from": "2026-01-01T00:00:00Z", "to": "2027-01-01T00:00:00Z", "interval": "month"},
    ),
)
