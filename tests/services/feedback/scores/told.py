"""Answers as a test keeps them, and the scores that come of them, counted one by one by rules of their own."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import Any

BANDS = {"nps": (7, 9), "csat": (3, 4), "ces": (4, 5)}
"""Below the first a score is negative, from the second on positive."""


@dataclass
class Told:
    """An answer that counts."""

    id: str
    metric: str
    score: int
    answered_at: datetime
    groups: dict[str, str | None]


def value(metric: str, scores: Iterable[int]) -> float | None:
    """The score of these answers."""
    given = list(scores)
    if not given:
        return None
    low, high = BANDS[metric]
    match metric:
        case "nps":
            return float(Fraction(100 * sum((one >= high) - (one < low) for one in given), len(given)))
        case "csat":
            return float(Fraction(sum(one >= high for one in given), len(given)))
        case _:
            return float(Fraction(sum(given), len(given)))


def expected(
    told: Iterable[Told], metric: str, period_of: Callable[[datetime], Any], group_by: str | None
) -> dict[tuple[Any, str | None], tuple[float | None, int]]:
    """{(period, group): (value, n)}, of those in which anybody answered."""
    found: dict[tuple[Any, str | None], list[int]] = {}
    for one in told:
        if one.metric == metric:
            group = one.groups[group_by] if group_by else None
            found.setdefault((period_of(one.answered_at), group), []).append(one.score)
    return {key: (value(metric, scores), len(scores)) for key, scores in found.items()}
