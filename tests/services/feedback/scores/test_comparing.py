"""GET /v1/scores/comparison: two periods or waves, and whether they differ by more than chance."""

import math
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.feedback.scores import formulas
from services.feedback.scores.formulas import Score
from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest
from tests.services.feedback.answers import answer
from tests.services.feedback.scores import invited

NOVEMBER = {"from": "2026-11-01T00:00:00Z", "to": "2026-12-01T00:00:00Z"}
OCTOBER = {"baseline_from": "2026-10-01T00:00:00Z", "baseline_to": "2026-11-01T00:00:00Z"}
IN_NOVEMBER, IN_OCTOBER = "2026-11-10T12:00:00Z", "2026-10-10T12:00:00Z"


@pytest.fixture(autouse=True)
def _late_in_the_year(feedback: ServiceUnderTest) -> None:
    feedback.clock.advance(days=60)


async def give(feedback: ServiceUnderTest, at: str, *scores: int, **changes: Any) -> None:
    for score in scores:
        await feedback.post("/v1/responses", answer(score, **{"answered_at": at, **changes}))


async def compared(feedback: ServiceUnderTest, **asked: Any) -> dict[str, Any]:
    found: dict[str, Any] = await feedback.get("/v1/scores/comparison", **{"metric": "nps", **NOVEMBER, **asked})
    return found


async def test_two_periods_with_the_margin_of_their_difference(feedback: ServiceUnderTest) -> None:
    await give(feedback, IN_OCTOBER, 9, 9, 3, 7)
    await give(feedback, IN_NOVEMBER, 3, 3, 9, 7)
    found = await compared(feedback, **OCTOBER)
    assert (found["score"]["value"], found["baseline"]["value"], found["difference"]) == (-25.0, 25.0, -50.0)
    spread = 3 / 4 - 1 / 16  # of one answer, in both
    assert found["margin"] == pytest.approx(1.96 * 100 * math.sqrt(2 * spread / 4))
    assert found["significant"] is False


async def test_a_difference_beyond_chance_is_significant(feedback: ServiceUnderTest) -> None:
    await give(feedback, IN_OCTOBER, *[9] * 6, 3)
    await give(feedback, IN_NOVEMBER, *[3] * 6, 9)
    found = await compared(feedback, **OCTOBER)
    assert found["significant"] is True
    assert (found["score"]["small_n"], found["baseline"]["small_n"]) == (True, True)


async def test_without_a_baseline_it_is_the_equally_long_period_before(feedback: ServiceUnderTest) -> None:
    await give(feedback, IN_OCTOBER, 9)
    found = await compared(feedback)
    assert found["baseline"]["from"] == "2026-10-02T00:00:00Z"
    assert (found["baseline"]["n"], found["difference"], found["significant"]) == (1, None, None)


async def test_of_a_part_of_the_answers_alone(feedback: ServiceUnderTest) -> None:
    acme = str(uuid7())
    await give(feedback, IN_OCTOBER, 9, account_id=acme)
    await give(feedback, IN_NOVEMBER, 3, account_id=acme)
    await give(feedback, IN_NOVEMBER, 9, 9)
    assert (await compared(feedback, **OCTOBER, account_id=acme))["difference"] == -200.0


async def test_two_waves_in_one_period(feedback: ServiceUnderTest) -> None:
    program_id, waves = await invited.program(feedback), (uuid7(), uuid7())

    async def answered(wave_id: UUID, score: int) -> None:
        invitation_id = await invited.invite(feedback, program_id, wave_id=wave_id)
        await give(feedback, IN_NOVEMBER, score, invitation_id=str(invitation_id))

    for score in (9, 9):
        await answered(waves[0], score)
    for score in (9, 3):
        await answered(waves[1], score)
    await give(feedback, IN_NOVEMBER, 0)
    found = await compared(feedback, wave_id=str(waves[1]), baseline_wave_id=str(waves[0]))
    assert (found["score"]["n"], found["baseline"]["n"], found["difference"]) == (2, 2, -100.0)


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({"baseline_from": "2026-10-01T00:00:00Z"}, "period"),
        ({"baseline_from": "2026-10-02T00:00:00Z", "baseline_to": "2026-10-01T00:00:00Z"}, "period"),
        ({"baseline_from": "2026-10-01T00:00:00Z", "baseline_to": "2026-11-01T00:00:01Z"}, "overlap"),
        ({"baseline_wave_id": "none"}, "uuid_form"),
        ({"interval": "day"}, "extra_forbidden"),
    ],
    ids=["half a baseline", "backwards", "overlap", "no wave", "an interval"],
)
async def test_what_cannot_be_compared_is_refused(feedback: ServiceUnderTest, asked: dict[str, str], code: str) -> None:
    refused = await feedback.client.get("/v1/scores/comparison", params={"metric": "nps", **NOVEMBER, **asked})
    assert refused.status_code == 422
    assert code in refused.json()["errors"][0]["type"]


@given(
    st.tuples(st.floats(-100, 100), st.floats(0, 100)),
    st.tuples(st.floats(-100, 100), st.floats(0, 100)),
)
def test_significance_is_symmetric_and_of_independent_errors(
    one: tuple[float, float], other: tuple[float, float]
) -> None:
    there, back = (formulas.difference(Score(*a), Score(*b)) for a, b in ((one, other), (other, one)))
    assert there.value == -(back.value or 0)
    assert (there.margin, there.significant) == (back.margin, back.significant)
    errors = [margin / 1.96 for _, margin in (one, other)]
    assert there.margin == pytest.approx(1.96 * math.hypot(*errors))
    if abs(one[0] - other[0]) > one[1] + other[1]:  # intervals that do not touch
        assert there.significant


def test_exactly_the_margin_is_not_significant() -> None:
    assert formulas.difference(Score(5.0, 3.0), Score(0.0, 4.0)).significant is False
    assert formulas.difference(Score(5.1, 3.0), Score(0.0, 4.0)).significant is True
    assert formulas.difference(Score(5.0, None), Score(0.0, 4.0)).significant is None
