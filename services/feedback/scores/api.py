"""NPS, CSAT and CES with their margins, by period and group."""

from typing import Annotated

from fastapi import Query

from services.feedback.scores import queries
from services.feedback.scores.schemas import ComparisonFilters, ComparisonOut, ScoreFilters, ScoreOut
from shared.http.dependencies import Session
from shared.http.fields import Listed
from shared.http.routes import Router

router = Router(prefix="/v1/scores", tags=["scores"], scope="feedback:scores")


@router.get("")
async def list_scores(session: Session, asked: Annotated[ScoreFilters, Query()]) -> Listed[ScoreOut]:
    """NPS, CSAT or CES of a period, in intervals and groups, with the margin and how many it rests on.

    A segment is the one that onboarding gave the account. Weighted by account, every account counts the same, and
    answers without an account are left out.
    """
    return Listed(items=await queries.scores(session, asked))


@router.get("/comparison")
async def compare_scores(session: Session, asked: Annotated[ComparisonFilters, Query()]) -> ComparisonOut:
    """Whether a score differs from that of another period by more than chance: |difference| > 1.96·√(SE₁² + SE₂²)."""
    return await queries.comparison(session, asked)
