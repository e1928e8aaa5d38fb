"""NPS, CSAT and CES with their margins, by period and group."""

from typing import Annotated

from fastapi import Query

from services.feedback.scores import queries, response_rates
from services.feedback.scores.schemas import (
    ComparisonFilters,
    ComparisonOut,
    RateFilters,
    ResponseRateOut,
    ScoreFilters,
    ScoreOut,
)
from shared.http.dependencies import Session
from shared.http.fields import Listed
from shared.http.routes import Router

router = Router(prefix="/v1/scores", tags=["scores"], scope="feedback:scores")


@router.get("")
async def list_scores(session: Session, asked: Annotated[ScoreFilters, Query()]) -> Listed[ScoreOut]:
    """NPS, CSAT or CES of a period, in intervals and groups, with the margin and how many it rests on.

    A segment is the one that onboarding gave the account. Weighted by account, every account counts the same, and
    answers without an account are left out. Weighted by inclusion, an answer stands for as many contacts as its
    invitation was drawn from, and answers that nobody was invited to are left out.
    """
    return Listed(items=await queries.scores(session, asked))


@router.get("/comparison")
async def compare_scores(session: Session, asked: Annotated[ComparisonFilters, Query()]) -> ComparisonOut:
    """Whether a score differs from that of another period by more than chance: |difference| > 1.96·√(SE₁² + SE₂²)."""
    return await queries.comparison(session, asked)


@router.get("/response-rates")
async def list_response_rates(session: Session, asked: Annotated[RateFilters, Query()]) -> Listed[ResponseRateOut]:
    """Completed by delivered invitations, by the time of their delivery, in intervals and groups.

    What was sent and did not come back was delivered, whether or not anyone said so. Employee surveys are not in it.
    """
    return Listed(items=await response_rates.rates(session, asked))
