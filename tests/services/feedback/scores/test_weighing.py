"""Weighting by inclusion: an answer stands for as many contacts as it was drawn from."""

import math
import random
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.feedback.scores import formulas
from services.feedback.scores.formulas import Tally, WeightedTally
from tests.fixtures.services import ServiceUnderTest
from tests.services.feedback.answers import answer
from tests.services.feedback.scores import invited

NOVEMBER = {"from": "2026-11-01T00:00:00Z", "to": "2026-12-01T00:00:00Z"}
IN_NOVEMBER = "2026-11-10T12:00:00Z"

Answered = list[tuple[int, Fraction]]
"""What each answer adds, with its inclusion probability."""

probabilities = st.fractions(Fraction(1, 100), 1, max_denominator=100)
answers = st.lists(st.tuples(st.integers(-100, 100), probabilities), min_size=2, max_size=60)


def tally_of(given: Answered) -> WeightedTally:
    weighed = [(1 / float(probability), points) for points, probability in given]
    return WeightedTally(
        n=len(given),
        weights=sum(weight for weight, _ in weighed),
        squares=sum(weight**2 for weight, _ in weighed),
        total=sum(weight * points for weight, points in weighed),
        first=sum(weight**2 * points for weight, points in weighed),
        second=sum(weight**2 * points**2 for weight, points in weighed),
    )


def hajek(given: Answered) -> tuple[Fraction, float]:
    """Mean and margin in whole fractions, answer by answer, from the residuals."""
    weights = [1 / probability for _, probability in given]
    whole = sum(weights)
    mean = sum(weight * points for weight, (points, _) in zip(weights, given, strict=True)) / whole
    residuals = (weight * (points - mean) for weight, (points, _) in zip(weights, given, strict=True))
    return mean, 1.96 * math.sqrt(sum(one**2 for one in residuals)) / float(whole)


@given(answers)
def test_it_is_the_weighted_mean_with_its_linearised_variance(given: Answered) -> None:
    found = formulas.by_inclusion(tally_of(given))
    mean, margin = hajek(given)
    assert found.value == pytest.approx(float(mean), abs=1e-9)
    assert found.margin == pytest.approx(margin, rel=1e-6, abs=1e-4)


@given(st.lists(st.integers(0, 10), min_size=2, max_size=60), probabilities)
def test_with_equal_weights_it_is_the_plain_score(scores: list[int], probability: Fraction) -> None:
    points = [100 if score >= 9 else 0 if score >= 7 else -100 for score in scores]
    plain = formulas.nps(Tally(len(points), points.count(100), points.count(0), points.count(-100), 0, 0))
    weighed = formulas.by_inclusion(tally_of([(one, probability) for one in points]))
    assert weighed.value == pytest.approx(plain.value, abs=1e-9)
    assert weighed.margin == pytest.approx(plain.margin, abs=1e-4)


@given(answers)
def test_unequal_weights_never_say_more_than_there_are_answers(given: Answered) -> None:
    effective = tally_of(given).effective_n
    assert effective * (1 + 1e-9) >= 1
    assert effective <= len(given) * (1 + 1e-9)


def test_the_interval_covers_the_truth_about_as_often_as_it_says() -> None:
    """Contacts who are unhappy are drawn four times as often: the plain score is far off, the weighed one is not."""
    chance, covered, off = random.Random(8841), 0, 0
    contacts = [(-100, Fraction(4, 5))] * 500 + [(100, Fraction(1, 5))] * 1500
    truth = 50.0
    for _ in range(300):
        drawn = [one for one in contacts if chance.random() < one[1]]
        found = formulas.by_inclusion(tally_of(drawn))
        assert found.value is not None
        assert found.margin is not None
        covered += abs(found.value - truth) <= found.margin
        off += abs(sum(points for points, _ in drawn) / len(drawn) - truth) > found.margin
    assert covered >= 0.93 * 300
    assert off == 300


def test_one_answer_has_no_margin_and_nobody_no_score() -> None:
    assert formulas.by_inclusion(tally_of([(100, Fraction(1, 2))])) == formulas.Score(100.0, None)
    assert formulas.by_inclusion(tally_of([])) == formulas.NO_SCORE


async def scores(feedback: ServiceUnderTest, **asked: Any) -> list[dict[str, Any]]:
    found = await feedback.get("/v1/scores", metric="nps", **NOVEMBER, weighting="inclusion", **asked)
    items: list[dict[str, Any]] = found["items"]
    return items


async def test_over_http_answers_that_nobody_was_invited_to_are_left_out(feedback: ServiceUnderTest) -> None:
    feedback.clock.advance(days=60)
    program_id = await invited.program(feedback)
    given = [(9, 100, 0.5), (3, -100, 1.0), (3, -100, 1.0), (7, 0, 0.25)]
    for score, _, probability in given:
        invitation_id = await invited.invite(feedback, program_id, probability=probability)
        body = answer(score, answered_at=IN_NOVEMBER, invitation_id=str(invitation_id), locale="en")
        await feedback.post("/v1/responses", body)
    await feedback.post("/v1/responses", answer(3, answered_at=IN_NOVEMBER))
    mean, margin = hajek([(points, Fraction(probability)) for _, points, probability in given])
    [item] = await scores(feedback)
    assert (item["n"], item["positives"], item["negatives"], item["small_n"]) == (4, 1, 2, True)
    assert (item["value"], item["margin"]) == (pytest.approx(float(mean)), pytest.approx(margin))
    assert item["effective_n"] == pytest.approx(8**2 / 22)
    assert [one["group"] for one in await scores(feedback, group_by="locale")] == ["en"]
    assert [one["n"] for one in await scores(feedback, interval="week")] == [0, 0, 4, 0, 0, 0]


async def test_over_http_nobody_has_no_score(feedback: ServiceUnderTest) -> None:
    [item] = await scores(feedback)
    assert (item["value"], item["n"], item["effective_n"], item["small_n"]) == (None, 0, 0.0, True)
