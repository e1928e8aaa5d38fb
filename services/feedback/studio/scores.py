"""The page of scores: each with its margin, by month and by group."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from starlette.responses import Response

from services.feedback.programs import queries as programs
from services.feedback.programs.schemas import ProgramFilters
from services.feedback.scores import queries, response_rates
from services.feedback.scores.schemas import ComparisonFilters, RateFilters, ScoreFilters, ScoreOut
from services.feedback.studio import charts, desk, words
from services.feedback.studio.charts import Reading
from shared.pages import forms
from shared.pages.visit import Visit

LOOKED_BACK: Final = timedelta(days=90)
MOST_GROUPS: Final = 12
METRICS: Final = {"nps": "NPS", "csat": "CSAT", "ces": "CES"}
MEANINGS: Final = {
    "nps": "Promoters less detractors, in points from −100 to 100",
    "csat": "Share of answers 4 and 5 of 5, in per cent",
    "ces": "Mean of answers from 1 to 7",
}
SCALED: Final = {"nps": 1.0, "csat": 100.0, "ces": 1.0}
ENDS: Final[dict[str, tuple[float, float] | None]] = {"nps": None, "csat": (0.0, 100.0), "ces": (1.0, 7.0)}
LIMITS: Final = {"nps": (-100.0, 100.0), "csat": (0.0, 100.0), "ces": (1.0, 7.0)}
MONTHS: Final = {"6": 6, "12": 12, "24": 24}
GROUPS: Final = {
    "segment": "Segment",
    "program_id": "Program",
    "account_id": "Account",
    "brand": "Brand",
    "locale": "Language",
}


async def show_scores(visit: Visit) -> Response:
    """One score: now and before, month by month, and by group."""
    metric = visit.asked("metric") if visit.asked("metric") in METRICS else "nps"
    months = MONTHS.get(visit.asked("months"), 12)
    group_by = visit.asked("group_by") if visit.asked("group_by") in GROUPS else "segment"
    zone = str(visit.zone)
    named = {"metric": metric, "timezone": zone, "to": visit.now.isoformat()}
    start = _months_ago(visit, months - 1)
    by_month = await queries.scores(
        visit.session, forms.read(ScoreFilters, {**named, "from": start.isoformat(), "interval": "month"})
    )
    recent = (visit.now - LOOKED_BACK).isoformat()
    grouped = await queries.scores(
        visit.session, forms.read(ScoreFilters, {**named, "from": recent, "group_by": group_by})
    )
    comparison = await queries.comparison(
        visit.session,
        forms.read(ComparisonFilters, {"metric": metric, "from": recent, "to": visit.now.isoformat()}),
    )
    [rate] = await response_rates.rates(
        visit.session, forms.read(RateFilters, {"from": recent, "to": visit.now.isoformat()})
    )
    trend = [_reading(metric, each, f"{each.start.astimezone(visit.zone):%b}") for each in by_month]
    groups = await _grouped(visit, metric, group_by, grouped)
    return visit.show(
        "scores.html",
        me=await desk.me(visit),
        metric=metric,
        metrics=METRICS,
        meaning=MEANINGS[metric],
        months=str(months),
        choices=MONTHS,
        group_by=group_by,
        group_names=GROUPS,
        score=comparison.score,
        now=_reading(metric, comparison.score, "now"),
        comparison=comparison,
        difference=None if comparison.difference is None else comparison.difference * SCALED[metric],
        limits=LIMITS[metric],
        rate=rate,
        readings=list(zip(by_month, trend, strict=True)),
        trend=charts.trend(trend, ENDS[metric], LIMITS[metric]),
        groups=groups[:MOST_GROUPS],
        left_out=max(0, len(groups) - MOST_GROUPS),
        by_group=charts.groups(groups[:MOST_GROUPS], ENDS[metric], LIMITS[metric]),
        number=number,
        say=words,
    )


def number(value: float | None) -> str:
    """A number with one decimal, as people write it."""
    return "" if value is None else charts.number_of(round(value, 1))


def _reading(metric: str, score: ScoreOut, label: str) -> Reading:
    scale = SCALED[metric]
    return Reading(
        label,
        None if score.value is None else score.value * scale,
        None if score.margin is None else score.margin * scale,
        score.n,
        score.small_n,
    )


async def _grouped(visit: Visit, metric: str, group_by: str, scores: Sequence[ScoreOut]) -> list[Reading]:
    """The groups with the most answers, in the order of their names: by score they would be a ranking."""
    called: dict[Any, str] = {}
    if group_by == "account_id":
        known = await desk.names(visit, accounts=[each.group for each in scores if each.group])  # type: ignore[misc]
        called = {each.group: known.account(each.group) for each in scores}
    elif group_by == "program_id" and visit.may(desk.READ_PROGRAMS):
        rows = await visit.session.scalars(programs.programs(ProgramFilters()).limit(500))
        called = {each.id: each.name for each in rows}
    elif group_by == "locale":
        called = dict(words.LOCALES)
    most = sorted(scores, key=lambda each: -each.n)[:MOST_GROUPS]
    rest = [each for each in scores if each not in most]
    readings = [_reading(metric, each, called.get(each.group) or str(each.group or "None")) for each in most]
    return sorted(readings, key=lambda each: each.label.casefold()) + [_reading(metric, each, "") for each in rest]


def _months_ago(visit: Visit, months: int) -> datetime:
    """The first instant of the month so many before this one, by the reader's clock."""
    here = visit.now.astimezone(visit.zone)
    counted = here.year * 12 + here.month - 1 - months
    return datetime(counted // 12, counted % 12 + 1, 1, tzinfo=visit.zone).astimezone(UTC)
