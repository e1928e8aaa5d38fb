"""The formulas against hand vectors and against scipy."""

import math
import statistics
from collections import Counter
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from services.feedback.scores import formulas
from services.feedback.scores.formulas import AccountTally, Tally
from services.feedback.surveys.outcome import STANDARD, outcome_of


def tally_of(survey_type: str, scores: list[int]) -> Tally:
    found = Counter(outcome_of(score, STANDARD[survey_type][1]) for score in scores)
    return Tally(
        n=len(scores),
        positives=found["positive"],
        neutrals=found["neutral"],
        negatives=found["negative"],
        total=sum(scores),
        squares=sum(score * score for score in scores),
    )


def half_width(answers: list[float], *, sample: bool) -> float:
    """Half of the 95 % Wald interval, by scipy and the standard library."""
    spread = statistics.variance(answers) if sample else statistics.pvariance(answers)
    return float(stats.norm.ppf(0.975)) * math.sqrt(spread / len(answers))


def test_the_specification_s_vector() -> None:
    # p 1/2, d 1/6, n 500: the shares are not whole people, so the formula is taken at 3,000 and scaled back.
    score = formulas.nps(Tally(3000, 1500, 1000, 500, 0, 0))
    assert score.value == pytest.approx(33.3, abs=0.05)
    assert score.margin is not None
    assert score.margin * math.sqrt(6) == pytest.approx(6.53, abs=0.005)


def test_the_contract_s_vector() -> None:
    score = formulas.nps(Tally(500, 250, 167, 83, 0, 0))
    assert score.value == pytest.approx(33.4)
    assert score.margin == pytest.approx(6.53, abs=0.005)


@pytest.mark.parametrize("metric", formulas.FORMULAS)
def test_nobody_has_no_score(metric: str) -> None:
    assert formulas.FORMULAS[metric](Tally(0, 0, 0, 0, 0, 0)) == formulas.NO_SCORE


def test_one_answer() -> None:
    assert formulas.nps(tally_of("nps", [3])) == formulas.Score(-100.0, 0.0)
    assert formulas.csat(tally_of("csat", [5])) == formulas.Score(1.0, 0.0)
    assert formulas.ces(tally_of("ces", [6])) == formulas.Score(6.0, None)


@given(st.lists(st.integers(0, 10), min_size=1, max_size=200))
def test_nps_is_the_mean_of_100_0_and_minus_100(scores: list[int]) -> None:
    points = [100.0 if score >= 9 else 0.0 if score >= 7 else -100.0 for score in scores]
    score = formulas.nps(tally_of("nps", scores))
    assert score.value == pytest.approx(statistics.fmean(points), abs=1e-5)
    assert score.margin == pytest.approx(half_width(points, sample=False), rel=1e-4, abs=1e-5)
    assert -100 <= (score.value or 0) <= 100


@given(st.lists(st.integers(1, 5), min_size=1, max_size=200))
def test_csat_is_the_share_of_4_and_5(scores: list[int]) -> None:
    satisfied = [float(score >= 4) for score in scores]
    score = formulas.csat(tally_of("csat", scores))
    assert score.value == pytest.approx(statistics.fmean(satisfied), abs=1e-5)
    assert score.margin == pytest.approx(half_width(satisfied, sample=False), rel=1e-4, abs=1e-5)


@given(st.lists(st.integers(1, 7), min_size=2, max_size=200))
def test_ces_is_the_mean(scores: list[int]) -> None:
    score = formulas.ces(tally_of("ces", scores))
    assert score.value == pytest.approx(float(Fraction(sum(scores), len(scores))), abs=1e-5)
    assert score.margin == pytest.approx(half_width([float(one) for one in scores], sample=True), rel=1e-4, abs=1e-5)


def test_ces_keeps_its_variance_in_large_counts() -> None:
    half = 10**9
    tally = Tally(2 * half, 2 * half, 0, 0, half * 13, half * (36 + 49))
    assert formulas.ces(tally).margin == pytest.approx(1.96 * math.sqrt(0.25 / (2 * half)), abs=1e-6)


@given(st.lists(st.integers(-100, 100), min_size=2, max_size=50))
def test_by_account_each_account_counts_once(own: list[int]) -> None:
    points = [float(one) for one in own]
    weighed = formulas.by_account(AccountTally(len(own), statistics.fmean(points), statistics.variance(points)))
    assert weighed.value == pytest.approx(statistics.fmean(points), abs=1e-5)
    assert weighed.margin == pytest.approx(half_width(points, sample=True), rel=1e-4, abs=1e-5)


def test_one_account_has_no_margin() -> None:
    assert formulas.by_account(AccountTally(1, 50.0, None)) == formulas.Score(50.0, None)
    assert formulas.by_account(AccountTally(0, None, None)) == formulas.NO_SCORE
