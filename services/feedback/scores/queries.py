"""Scores, computed by the database from the responses that are there now."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ARRAY, DateTime, Row, Select, case, cast, func, literal, null, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.feedback.directory.models import Account
from services.feedback.responses.models import Response
from services.feedback.scores import formulas, periods
from services.feedback.scores.formulas import AccountTally, Tally
from services.feedback.scores.schemas import DefinitionOut, Metric, ScoreFilters, ScoreOut
from shared.http.errors import Invalid, place

DEFINITION_VERSION = 1
MOST_ITEMS = 10_000

GROUPS: Mapping[str, Any] = {
    "account_id": col(Response.account_id),
    "program_id": col(Response.program_id),
    "brand": col(Response.brand),
    "locale": col(Response.locale),
    "segment": col(Account.segment),
}

POINTS: Mapping[Metric, Any] = {
    "nps": case((col(Response.outcome) == "positive", 100), (col(Response.outcome) == "negative", -100), else_=0),
    "csat": case((col(Response.outcome) == "positive", 1), else_=0),
    "ces": col(Response.score),
}
"""What one answer adds to its account's own score."""


async def scores(session: AsyncSession, asked: ScoreFilters) -> list[ScoreOut]:
    """The scores of each period and group; an ungrouped period without answers has the value None.

    Raises Invalid for a period that ends before it begins or holds too many intervals or groups.
    """
    starts = _starts(asked)
    rows = (await session.execute(_tallies(asked, starts).limit(MOST_ITEMS + 1))).all()
    if len(rows) > MOST_ITEMS:
        raise Invalid(
            errors=[place("query", "group_by", msg=f"That makes more than {MOST_ITEMS} scores", code="too_many")]
        )
    return list(_scored(asked, starts, rows))


def _starts(asked: ScoreFilters) -> list[datetime]:
    if asked.end <= asked.start:
        raise Invalid(errors=[place("query", "to", msg="A period ends after it begins", code="period")])
    try:
        return periods.split(asked.start, asked.end, asked.interval, ZoneInfo(asked.timezone))
    except periods.TooManyPeriods:
        msg = f"A period holds at most {periods.MOST_PERIODS} intervals"
        raise Invalid(errors=[place("query", "interval", msg=msg, code="too_many")]) from None


def _tallies(asked: ScoreFilters, starts: Sequence[datetime]) -> Select[*tuple[Any, ...]]:
    """One row for each period (by its place in `starts`, from 1) and group in which anybody answered."""
    # The boundaries come from one place, so that the database's idea of a zone's days cannot differ.
    boundaries = cast(literal(list(starts), ARRAY(DateTime(timezone=True))), ARRAY(DateTime(timezone=True)))
    group = GROUPS[asked.group_by] if asked.group_by else null()
    outcome, score = col(Response.outcome), col(Response.score)
    answered = (
        func.width_bucket(col(Response.answered_at), boundaries).label("place"),
        group.label("grouped"),
        func.count().label("n"),
        func.count().filter(outcome == "positive").label("positives"),
        func.count().filter(outcome == "neutral").label("neutrals"),
        func.count().filter(outcome == "negative").label("negatives"),
    )
    counted = (
        col(Response.survey_type) == asked.metric,
        col(Response.answered_at) >= asked.start,
        col(Response.answered_at) < asked.end,
        col(Response.state) == "completed",
        score.is_not(None),
        col(Response.deleted_at).is_(None),
    )
    if asked.weighting == "respondent":
        sums = (func.sum(score).label("total"), func.sum(score * score).label("squares"))
        tallied: Select[*tuple[Any, ...]] = select(*answered, *sums).where(*counted).group_by("place", "grouped")
        return _with_segment(asked, tallied).order_by("place", "grouped")
    account_id = col(Response.account_id)
    own: Select[*tuple[Any, ...]] = select(*answered, func.avg(POINTS[asked.metric]).label("own"))
    own = own.where(*counted, account_id.is_not(None)).group_by("place", "grouped", account_id)
    each = _with_segment(asked, own).subquery()
    return (
        select(
            each.c.place,
            each.c.grouped,
            *(func.sum(each.c[name]).label(name) for name in ("n", "positives", "neutrals", "negatives")),
            func.count().label("accounts"),
            func.avg(each.c.own).label("mean"),
            func.var_samp(each.c.own).label("variance"),
        )
        .group_by(each.c.place, each.c.grouped)
        .order_by(each.c.place, each.c.grouped)
    )


def _with_segment(asked: ScoreFilters, tallied: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    if asked.group_by != "segment":
        return tallied.select_from(Response)
    mirrored = col(Account.account_id) == col(Response.account_id)
    return tallied.select_from(Response).outerjoin(Account, mirrored)


def _scored(
    asked: ScoreFilters, starts: Sequence[datetime], rows: Sequence[Row[*tuple[Any, ...]]]
) -> Iterator[ScoreOut]:
    if asked.group_by is not None:
        for row in rows:
            yield _score(asked, starts, row.place, row)
        return
    answered = {row.place: row for row in rows}
    for number in range(1, len(starts) + 1):
        yield _score(asked, starts, number, answered.get(number))


def _score(asked: ScoreFilters, starts: Sequence[datetime], number: int, row: Row[*tuple[Any, ...]] | None) -> ScoreOut:
    n = int(row.n) if row else 0
    by_account = asked.weighting == "account"
    accounts = (int(row.accounts) if row else 0) if by_account else None
    if row is None:
        score = formulas.NO_SCORE
    elif by_account:
        variance = None if row.variance is None else float(row.variance)
        score = formulas.by_account(AccountTally(row.accounts, float(row.mean), variance))
    else:
        tally = Tally(n, row.positives, row.neutrals, row.negatives, row.total, row.squares)
        score = formulas.FORMULAS[asked.metric](tally)
    positives = int(row.positives) if row else 0
    return ScoreOut(
        start=starts[number - 1],
        end=starts[number] if number < len(starts) else asked.end,
        group=row.grouped if row else None,
        value=score.value,
        n=n,
        margin=score.margin,
        positives=positives,
        neutrals=int(row.neutrals) if row else 0,
        negatives=int(row.negatives) if row else 0,
        share=round(positives / n, formulas.DIGITS) if n else None,
        accounts=accounts,
        small_n=(n if accounts is None else accounts) < formulas.SMALL_BELOW,
        definition=DefinitionOut(id=asked.metric, version=DEFINITION_VERSION),
    )
