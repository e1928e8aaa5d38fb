"""Scores, computed by the database from the responses that are there now."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from services.feedback.responses import hours
from services.feedback.scores import formulas, periods, tallies
from services.feedback.scores.formulas import AccountTally, Score, Tally, WeightedTally
from services.feedback.scores.schemas import (
    Answered,
    ComparisonFilters,
    ComparisonOut,
    DefinitionOut,
    ScoreFilters,
    ScoreOut,
)
from shared.http.errors import Invalid, place

DEFINITION_VERSION = 1
MOST_ITEMS = 10_000
PERIODS_OF_A_PAGE = 50  # of an export


async def scores(session: AsyncSession, asked: ScoreFilters) -> list[ScoreOut]:
    """The scores of each period and group; an ungrouped period without answers has the value None.

    Raises Invalid for too many groups.
    """
    edges = periods.edges(asked.start, asked.end, asked.interval, ZoneInfo(asked.timezone))
    rows = await _tallied(session, asked, asked.group_by, edges, MOST_ITEMS + 1)
    if len(rows) > MOST_ITEMS:
        raise Invalid(
            errors=[place("query", "group_by", msg=f"That makes more than {MOST_ITEMS} scores", code="too_many")]
        )
    return list(_scored(asked, asked.group_by, edges, rows))


async def scores_from(session: AsyncSession, asked: ScoreFilters, number: int) -> tuple[list[ScoreOut], int | None]:
    """The scores of some periods from this one on (0 is the first), and the number behind them; None at the end."""
    edges = periods.edges(asked.start, asked.end, asked.interval, ZoneInfo(asked.timezone))
    until = number + (1 if asked.group_by == "account_id" else PERIODS_OF_A_PAGE)
    shown = edges[number : until + 1]
    rows = await _tallied(session, asked, asked.group_by, shown, None)
    return list(_scored(asked, asked.group_by, shown, rows)), until if until < len(edges) - 1 else None


async def comparison(session: AsyncSession, asked: ComparisonFilters) -> ComparisonOut:
    """A score beside the one of its baseline."""
    score, baseline = await _of_all(session, asked), await _of_all(session, asked.baseline)
    found = formulas.difference(Score(score.value, score.margin), Score(baseline.value, baseline.margin))
    return ComparisonOut(
        difference=found.value, margin=found.margin, significant=found.significant, score=score, baseline=baseline
    )


async def _of_all(session: AsyncSession, asked: Answered) -> ScoreOut:
    edges = (asked.start, asked.end)
    [score] = _scored(asked, None, edges, await _tallied(session, asked, None, edges, None))
    return score


async def _tallied(
    session: AsyncSession, asked: Answered, group_by: str | None, edges: Sequence[datetime], limit: int | None
) -> Sequence[Any]:
    """One row for each period (by its place, from 1) and group in which anybody answered."""
    if asked.weighting == "respondent" and group_by in hours.TALLIES and not tallies.narrowed(asked):
        return await hours.tallies(session, asked.metric, group_by, edges, limit)
    return (await session.execute(tallies.of_answers(asked, group_by, edges).limit(limit))).all()


def _scored(
    asked: Answered, group_by: str | None, edges: Sequence[datetime], rows: Sequence[Any]
) -> Iterator[ScoreOut]:
    spans = list(pairwise(edges))
    if group_by is not None:
        for row in rows:
            yield _score(asked, spans[row.place - 1], row)
        return
    answered = {row.place: row for row in rows}
    for number, span in enumerate(spans, start=1):
        yield _score(asked, span, answered.get(number))


def _score(asked: Answered, span: tuple[datetime, datetime], row: Any | None) -> ScoreOut:
    n = int(row.n) if row else 0
    positives = int(row.positives) if row else 0
    accounts = (int(row.accounts) if row else 0) if asked.weighting == "account" else None
    score, effective_n = _weighed(asked, row)
    counted = min(n if one is None else one for one in (n, accounts, effective_n))
    return ScoreOut(
        start=span[0],
        end=span[1],
        group=row.grouped if row else None,
        value=score.value,
        n=n,
        margin=score.margin,
        positives=positives,
        neutrals=int(row.neutrals) if row else 0,
        negatives=int(row.negatives) if row else 0,
        share=positives / n if n else None,
        accounts=accounts,
        effective_n=effective_n,
        small_n=counted < formulas.SMALL_BELOW,
        definition=DefinitionOut(id=asked.metric, version=DEFINITION_VERSION),
    )


def _weighed(asked: Answered, row: Any | None) -> tuple[Score, float | None]:
    """The score, and how many answers of equal weight say as much where they are weighed by inclusion."""
    if asked.weighting == "inclusion":
        sums = WeightedTally(row.n, row.weights, row.squares, row.total, row.first, row.second) if row else None
        return (formulas.by_inclusion(sums), sums.effective_n) if sums else (formulas.NO_SCORE, 0.0)
    if row is None:
        return formulas.NO_SCORE, None
    if asked.weighting == "account":
        variance = None if row.variance is None else float(row.variance)
        return formulas.by_account(AccountTally(row.accounts, float(row.mean), variance)), None
    tally = Tally(row.n, row.positives, row.neutrals, row.negatives, row.total, row.squares)
    return formulas.FORMULAS[asked.metric](tally), None
