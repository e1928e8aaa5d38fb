"""What a score means: positive, neutral or negative, by the bands that its survey declares."""

from dataclasses import dataclass
from typing import Literal

Outcome = Literal["positive", "neutral", "negative", "unscored"]


@dataclass(frozen=True, slots=True)
class Range:
    """Whole numbers from min to max, both included."""

    min: int
    max: int

    def __contains__(self, score: int) -> bool:
        return self.min <= score <= self.max


@dataclass(frozen=True, slots=True)
class Bands:
    """Which part of a scale means what. Together the bands cover the scale once."""

    positive: Range | None
    neutral: Range | None
    negative: Range | None


def outcome_of(score: int | None, bands: Bands | None) -> Outcome:
    """The outcome of a score on a survey's scale; without a score or a scale it is unscored.

    Raises ValueError for a score in no band: it is off the scale, and never rescaled.
    """
    if score is None or bands is None:
        return "unscored"
    if bands.positive is not None and score in bands.positive:
        return "positive"
    if bands.neutral is not None and score in bands.neutral:
        return "neutral"
    if bands.negative is not None and score in bands.negative:
        return "negative"
    raise ValueError("The score is off the survey's scale.")


def cover_once(scale: Range, bands: Bands) -> bool:
    """Do the bands cover each number of the scale exactly once, and nothing else?"""
    ranges = sorted(
        (band for band in (bands.positive, bands.neutral, bands.negative) if band is not None),
        key=lambda band: band.min,
    )
    following = scale.min
    for band in ranges:
        if band.min != following or band.max < band.min:
            return False
        following = band.max + 1
    return following == scale.max + 1


STANDARD = {
    "nps": (Range(0, 10), Bands(positive=Range(9, 10), neutral=Range(7, 8), negative=Range(0, 6))),
    "csat": (Range(1, 5), Bands(positive=Range(4, 5), neutral=Range(3, 3), negative=Range(1, 2))),
    "ces": (Range(1, 7), Bands(positive=Range(5, 7), neutral=Range(4, 4), negative=Range(1, 3))),
}
"""Scale and bands of the survey types that have a score of their own: every survey of the type has these,
so that scores of two surveys can be added up."""
