"""What a score means, by the bands of its survey."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.feedback.surveys.outcome import STANDARD, Bands, Range, cover_once, outcome_of

EXPECTED = {
    "nps": ["negative"] * 7 + ["neutral"] * 2 + ["positive"] * 2,
    "csat": ["negative"] * 2 + ["neutral"] + ["positive"] * 2,
    "ces": ["negative"] * 3 + ["neutral"] + ["positive"] * 3,
}


@pytest.mark.parametrize("survey_type", EXPECTED)
def test_each_score_has_its_outcome(survey_type: str) -> None:
    scale, bands = STANDARD[survey_type]
    assert [outcome_of(score, bands) for score in range(scale.min, scale.max + 1)] == EXPECTED[survey_type]


@pytest.mark.parametrize("survey_type", EXPECTED)
def test_a_score_off_the_scale_is_refused(survey_type: str) -> None:
    scale, bands = STANDARD[survey_type]
    for score in (scale.min - 1, scale.max + 1):
        with pytest.raises(ValueError):
            outcome_of(score, bands)


def test_without_a_score_or_a_scale_it_is_unscored() -> None:
    assert outcome_of(None, STANDARD["nps"][1]) == "unscored"
    assert outcome_of(3, None) == "unscored"


@given(st.integers(-5, 5), st.lists(st.integers(0, 4), min_size=3, max_size=3))
def test_bands_that_cover_once_give_every_score_one_outcome(low: int, widths: list[int]) -> None:
    bands, following = [], low
    for width in widths:
        bands.append(Range(following, following + width - 1) if width else None)
        following += width
    negative, neutral, positive = bands
    scale, pure = Range(low, following - 1), Bands(positive, neutral, negative)
    if scale.max < scale.min:
        return
    assert cover_once(scale, pure)
    outcomes = [outcome_of(score, pure) for score in range(scale.min, scale.max + 1)]
    assert [outcomes.count(name) for name in ("negative", "neutral", "positive")] == widths


@pytest.mark.parametrize(
    "bands",
    [
        Bands(positive=Range(4, 5), neutral=None, negative=Range(1, 2)),
        Bands(positive=Range(3, 5), neutral=Range(3, 3), negative=Range(1, 2)),
        Bands(positive=Range(4, 6), neutral=Range(3, 3), negative=Range(1, 2)),
        Bands(positive=None, neutral=None, negative=None),
    ],
    ids=["gap", "overlap", "beyond", "none"],
)
def test_gaps_and_overlaps_do_not_cover_once(bands: Bands) -> None:
    assert not cover_once(Range(1, 5), bands)
