"""A metric's value, its interval and its flags, from what was added up over a period."""

from dataclasses import dataclass
from datetime import datetime

from services.analytics.metrics import confidence
from services.analytics.metrics.definitions import Metric

SMALL = 30
"""Fewer subjects than this are flagged small_n."""


@dataclass(frozen=True, slots=True)
class Total:
    """What the contributions of one period and group come to.

    n: subjects that count. left_out: subjects of the period that have no value (tickets without a reply).
    squares: the sum of the squared numerators. quantile: in the metric's unit. mature_at: the latest there is.
    """

    n: int = 0
    numerator: int = 0
    denominator: int = 0
    squares: int = 0
    quantile: float | None = None
    left_out: int = 0
    mature_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Value:
    """One item of an answer: see contract.md. ci_*: at 95 %, None where the metric has no interval."""

    value: float | None
    numerator: int | None
    denominator: int | None
    n: int
    left_out: int
    ci_low: float | None
    ci_high: float | None
    flags: tuple[str, ...]


def value_of(metric: Metric, total: Total, as_of: datetime) -> Value:
    """The value of a period. Without a subject it is None, never 0."""
    low, high = _interval(metric, total) or (None, None)
    quantile = metric.kind == "quantile"
    return Value(
        value=_value(metric, total),
        numerator=None if quantile else total.n if metric.kind == "count" else total.numerator,
        denominator=None if metric.kind in ("quantile", "count") else total.denominator,
        n=total.n,
        left_out=total.left_out,
        ci_low=low,
        ci_high=high,
        flags=tuple(_flags(metric, total, as_of)),
    )


def _value(metric: Metric, total: Total) -> float | None:
    if total.n == 0:
        return None
    match metric.kind:
        case "quantile":
            return total.quantile
        case "count":
            return float(total.n)
        case "net_promoter":
            return 100 * total.numerator / total.denominator
        case _:
            return total.numerator / total.denominator


def _interval(metric: Metric, total: Total) -> confidence.Span | None:
    """Of a share from one subject on; of a score or a mean from two on, since one does not vary."""
    match metric.kind:
        case "share" if total.denominator > 0:
            return confidence.wilson(total.numerator, total.denominator)
        case "net_promoter" if total.n > 1:
            # Promoters add 1, detractors -1: the squares count both.
            promoters = (total.squares + total.numerator) // 2
            return confidence.net_promoter(promoters, total.squares - promoters, total.n)
        case "mean" if total.n > 1:
            low, high = confidence.mean(total.numerator, total.squares, total.n)
            lowest, highest = metric.bounds or (low, high)
            return max(low, lowest), min(high, highest)
        case _:
            return None


def _flags(metric: Metric, total: Total, as_of: datetime) -> list[str]:
    flags = []
    if metric.kind != "count" and total.n < SMALL:
        flags.append("small_n")
    if total.mature_at is not None and total.mature_at > as_of:
        flags.append("provisional")
    return flags
