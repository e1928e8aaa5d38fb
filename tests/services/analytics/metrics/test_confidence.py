"""Confidence intervals against scipy and published vectors."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from services.analytics.metrics import confidence


@given(n=st.integers(1, 10_000), data=st.data())
def test_wilson_is_scipys(n: int, data: st.DataObject) -> None:
    successes = data.draw(st.integers(0, n))
    expected = stats.binomtest(successes, n).proportion_ci(method="wilson")
    assert confidence.wilson(successes, n) == pytest.approx((expected.low, expected.high), abs=1e-12)


@pytest.mark.parametrize(
    ("successes", "n", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilson_as_newcombe_published_it(successes: int, n: int, low: float, high: float) -> None:
    # Newcombe (1998), "Two-sided confidence intervals for the single proportion", table I, method 3.
    assert confidence.wilson(successes, n) == pytest.approx((low, high), abs=5e-5)


@given(freedom=st.integers(1, 5_000))
def test_students_quantile_is_scipys(freedom: int) -> None:
    assert confidence.t_quantile(freedom) == pytest.approx(stats.t.ppf(0.975, freedom), rel=1e-6)


@given(scores=st.lists(st.integers(1, 7), min_size=2, max_size=200))
def test_the_interval_of_a_mean_is_scipys(scores: list[int]) -> None:
    low, high = confidence.mean(sum(scores), sum(score * score for score in scores), len(scores))
    if len(set(scores)) == 1:
        assert (low, high) == (scores[0], scores[0])
    else:
        expected = stats.t.interval(0.95, len(scores) - 1, stats.describe(scores).mean, stats.sem(scores))
        assert (low, high) == pytest.approx(expected, rel=1e-5, abs=1e-5)


def test_net_promoter_by_hand() -> None:
    # 250 promoters and 83 detractors of 500: p = 250.75/503, d = 83.75/503.
    p, d = 250.75 / 503, 83.75 / 503
    half = 1.959963984540054 * math.sqrt((p + d - (p - d) ** 2) / 503)
    assert confidence.net_promoter(250, 83, 500) == pytest.approx((100 * (p - d - half), 100 * (p - d + half)))
    assert confidence.net_promoter(250, 83, 500) == pytest.approx((26.69, 39.71), abs=0.01)


@given(counts=st.tuples(*[st.integers(0, 400)] * 3).filter(any))
def test_net_promoter_lies_on_the_scale_and_mirrors(counts: tuple[int, int, int]) -> None:
    promoters, _, detractors = counts
    n = sum(counts)
    low, high = confidence.net_promoter(promoters, detractors, n)
    assert -100 <= low < high <= 100
    mirrored = confidence.net_promoter(detractors, promoters, n)
    assert mirrored == pytest.approx((-high, -low))


def test_net_promoter_covers_what_it_says_where_plain_wald_does_not() -> None:
    """Exact coverage at n = 10 and 80 % promoters, 10 % detractors, over all multinomial outcomes."""
    n, shares = 10, (0.8, 0.1, 0.1)
    truth = 100 * (shares[0] - shares[2])
    covered = 0.0
    for promoters in range(n + 1):
        for detractors in range(n + 1 - promoters):
            counts = (promoters, n - promoters - detractors, detractors)
            low, high = confidence.net_promoter(promoters, detractors, n)
            if low <= truth <= high:
                covered += stats.multinomial.pmf(counts, n, shares)
    assert covered > 0.93
