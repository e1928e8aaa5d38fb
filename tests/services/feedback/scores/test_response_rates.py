"""GET /v1/scores/response-rates: completed by delivered."""

import math
from datetime import timedelta
from typing import Any

import pytest

from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest
from tests.services.feedback.scores import invited
from tests.services.feedback.scores.invited import AT

NOVEMBER = {"from": "2026-11-01T00:00:00Z", "to": "2026-12-01T00:00:00Z"}


async def rates(feedback: ServiceUnderTest, **asked: Any) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = (await feedback.get("/v1/scores/response-rates", **{**NOVEMBER, **asked}))["items"]
    return items


async def test_where_nothing_was_delivered_there_is_no_rate(feedback: ServiceUnderTest) -> None:
    [item] = await rates(feedback)
    assert item == {
        **NOVEMBER,
        "group": None,
        "delivered": 0,
        "completed": 0,
        "rate": None,
        "margin": None,
        "small_n": True,
        "definition": {"id": "response_rate", "version": 1},
    }


async def test_it_is_completed_by_delivered_with_its_margin(feedback: ServiceUnderTest) -> None:
    program_id = await invited.program(feedback)
    done = {"state": "completed", "delivered_at": AT, "completed_at": AT}
    for columns in ({"state": "queued"}, {"state": "bounced", "bounced_at": AT, "sent_at": AT}):
        await invited.invite(feedback, program_id, **columns)
    for columns in (done, *[{"state": "delivered", "delivered_at": AT}] * 3):
        await invited.invite(feedback, program_id, **columns)
    [item] = await rates(feedback)
    assert (item["delivered"], item["completed"], item["rate"]) == (4, 1, 0.25)
    assert item["margin"] == pytest.approx(1.96 * math.sqrt(0.25 * 0.75 / 4))


async def test_what_was_sent_and_did_not_come_back_was_delivered(feedback: ServiceUnderTest) -> None:
    await invited.invite(feedback, await invited.program(feedback), state="sent", sent_at=AT)
    [item] = await rates(feedback)
    assert (item["delivered"], item["completed"], item["rate"]) == (1, 0, 0.0)


@pytest.mark.parametrize("step", ["opened_at", "started_at", "partial_at", "completed_at"])
async def test_what_was_opened_or_begun_had_been_delivered(feedback: ServiceUnderTest, step: str) -> None:
    await invited.invite(feedback, await invited.program(feedback), state="opened", **{step: AT})
    [item] = await rates(feedback)
    assert item["delivered"] == 1


async def test_an_answer_counts_where_its_invitation_was_delivered(feedback: ServiceUnderTest) -> None:
    program_id = await invited.program(feedback)
    late = AT + timedelta(days=40)
    await invited.invite(feedback, program_id, state="completed", delivered_at=AT, completed_at=late)
    november, december = await rates(feedback, to="2027-01-01T00:00:00Z", interval="month")
    assert (november["rate"], december["rate"]) == (1.0, None)


async def test_by_program_and_period(feedback: ServiceUnderTest) -> None:
    first, second = await invited.program(feedback), await invited.program(feedback)
    delivered = {"state": "delivered", "delivered_at": AT}
    await invited.invite(feedback, first, **delivered)
    await invited.invite(feedback, first, state="completed", delivered_at=AT, completed_at=AT)
    await invited.invite(feedback, second, **{**delivered, "delivered_at": AT + timedelta(days=10)})
    shown = {one["group"]: (one["delivered"], one["rate"]) for one in await rates(feedback, group_by="program_id")}
    assert shown == {str(first): (2, 0.5), str(second): (1, 0.0)}
    weeks = await rates(feedback, interval="week", program_id=str(second))
    assert [one["delivered"] for one in weeks] == [0, 0, 0, 1, 0, 0]


async def test_waves_channels_and_a_wave_alone(feedback: ServiceUnderTest) -> None:
    program_id, wave_id = await invited.program(feedback), uuid7()
    await invited.invite(feedback, program_id, state="delivered", delivered_at=AT, wave_id=wave_id)
    await invited.invite(feedback, program_id, state="delivered", delivered_at=AT, channel="link")
    assert {one["group"] for one in await rates(feedback, group_by="wave_id")} == {str(wave_id), None}
    assert {one["group"] for one in await rates(feedback, group_by="channel")} == {"email", "link"}
    assert [one["delivered"] for one in await rates(feedback, wave_id=str(wave_id))] == [1]


async def test_the_staff_s_own_surveys_are_not_in_it(feedback: ServiceUnderTest) -> None:
    program_id = await invited.program(feedback)
    await invited.invite(feedback, program_id, state="delivered", delivered_at=AT, survey_type="employee")
    assert [one["delivered"] for one in await rates(feedback)] == [0]


@pytest.mark.parametrize(
    ("asked", "place"),
    [
        ({"from": "2026-12-01T00:00:00Z"}, ["query", "to"]),
        ({"timezone": "Mars/Olympus"}, ["query", "timezone"]),
        ({"from": "2001-01-01T00:00:00Z", "interval": "hour"}, ["query", "interval"]),
        ({"group_by": "contact_id"}, ["query", "group_by"]),
    ],
    ids=["no period", "zone", "too many", "group"],
)
async def test_what_cannot_be_computed_is_refused(
    feedback: ServiceUnderTest, asked: dict[str, Any], place: list[str]
) -> None:
    refused = await feedback.client.get("/v1/scores/response-rates", params={**NOVEMBER, **asked})
    assert (refused.status_code, refused.json()["errors"][0]["loc"]) == (422, place)


async def test_reading_needs_its_scope(feedback: ServiceUnderTest) -> None:
    async with feedback.client_with("feedback:responses:read") as clerk:
        assert (await clerk.get("/v1/scores/response-rates", params=NOVEMBER)).status_code == 403
