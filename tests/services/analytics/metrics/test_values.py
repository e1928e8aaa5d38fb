"""What the API says of metrics, from facts that the service's handlers were given."""

from datetime import UTC, datetime, timedelta

import pytest

from shared.contracts.ticketing import SlaBreached, SlaFulfilled
from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest
from tests.services.analytics.metrics.asking import DAY, add_up, answers, hear, value, values
from tests.services.analytics.metrics.told import MONDAY, Teller, TicketStory, hours


@pytest.fixture(autouse=True)
def stopped_clock(analytics: ServiceUnderTest) -> None:
    analytics.clock.stop_at(MONDAY + hours(1))


async def test_one_detractor_as_the_contract_shows_it(analytics: ServiceUnderTest) -> None:
    [story] = answers("nps", 3)
    await hear(analytics, story)
    asked = {**DAY, "interval": "day", "group_by": "account_id"}
    assert await analytics.get("/v1/metrics/nps/values", **asked) == {
        "metric_id": "nps",
        "definition_version": 1,
        "unit": "points",
        "from": "2026-11-23T00:00:00Z",
        "to": "2026-11-24T00:00:00Z",
        "interval": "day",
        "timezone": "UTC",
        "group_by": "account_id",
        "as_of": "2026-11-23T11:15:00Z",
        "watermark": "2026-11-23T10:15:00Z",
        "items": [
            {
                "from": "2026-11-23T00:00:00Z",
                "to": "2026-11-24T00:00:00Z",
                "group": str(story.account_id),
                "value": -100.0,
                "numerator": -1,
                "denominator": 1,
                "n": 1,
                "left_out": 0,
                "ci_low": None,
                "ci_high": None,
                "flags": ["small_n"],
            }
        ],
        "next_cursor": None,
    }


async def test_nps_of_many(analytics: ServiceUnderTest) -> None:
    await hear(analytics, *answers("nps", *[9] * 18, *[8] * 8, *[2] * 4))
    item = await value(analytics, "nps")
    assert (item["value"], item["numerator"], item["denominator"], item["n"]) == (1400 / 30, 14, 30, 30)
    assert (item["ci_low"], item["ci_high"]) == pytest.approx((17.54, 67.31), abs=0.01)
    assert item["flags"] == []


async def test_csat_and_ces(analytics: ServiceUnderTest) -> None:
    await hear(analytics, *answers("csat", 5, 4, 3, 1), *answers("ces", 7, 5, 2))
    csat, ces, share = [await value(analytics, metric) for metric in ("csat", "ces", "ces_share")]
    assert (csat["value"], csat["numerator"], csat["denominator"]) == (0.5, 2, 4)
    assert (csat["ci_low"], csat["ci_high"]) == pytest.approx((0.1500, 0.8500), abs=5e-4)
    assert (ces["value"], ces["numerator"], ces["denominator"]) == (14 / 3, 14, 3)
    assert (ces["ci_low"], ces["ci_high"]) == (1.0, 7.0)  # wider than the scale
    assert (share["value"], share["n"]) == (2 / 3, 3)


async def test_periods_are_half_open_and_empty_ones_are_listed(analytics: ServiceUnderTest) -> None:
    await hear(
        analytics,
        *answers("nps", 9, at=datetime(2026, 11, 22, tzinfo=UTC)),
        *answers("nps", 0, at=datetime(2026, 11, 24, tzinfo=UTC)),
    )
    asked = {"from": "2026-11-21T00:00:00Z", "to": "2026-11-24T00:00:00Z", "interval": "day"}
    items = await values(analytics, "nps", **asked)
    assert [(item["from"], item["value"], item["n"]) for item in items] == [
        ("2026-11-21T00:00:00Z", None, 0),
        ("2026-11-22T00:00:00Z", 100.0, 1),
        ("2026-11-23T00:00:00Z", None, 0),
    ]
    assert (items[0]["ci_low"], items[0]["denominator"], items[0]["group"]) == (None, 0, None)


async def test_an_edit_and_a_deletion_move_the_numbers(analytics: ServiceUnderTest) -> None:
    edited, deleted = answers("nps", 3, 3)
    await hear(analytics, edited, deleted)
    assert (await value(analytics, "nps"))["value"] == -100.0
    edited.edited(9, 3, MONDAY + hours(1), MONDAY)
    deleted.deleted(MONDAY + hours(1))
    await hear(analytics, edited, deleted)
    assert (await value(analytics, "nps"))["value"] == 100.0
    assert (await value(analytics, "detractors_contacted_48h"))["n"] == 0


async def test_detractors_are_provisional_until_they_are_settled(analytics: ServiceUnderTest) -> None:
    reached, waiting = answers("nps", 2, 1)
    reached.contacted(MONDAY + hours(0.5))
    await hear(analytics, reached, waiting)
    item = await value(analytics, "detractors_contacted_48h")
    assert (item["value"], item["numerator"], item["denominator"]) == (0.5, 1, 2)
    assert item["flags"] == ["small_n", "provisional"]
    analytics.clock.stop_at(MONDAY + hours(48))
    assert (await value(analytics, "detractors_contacted_48h"))["flags"] == ["small_n"]


async def test_tickets_by_their_last_solve(analytics: ServiceUnderTest) -> None:
    stories = [TicketStory(MONDAY) for _ in range(4)]
    for count, story in enumerate(stories):
        story.solved(MONDAY + hours(count + 1))
    await hear(analytics, *stories)
    closed, median, p90 = [
        await value(analytics, metric) for metric in ("tickets_closed", "time_to_resolution", "time_to_resolution_p90")
    ]
    assert (closed["value"], closed["numerator"], closed["denominator"], closed["flags"]) == (4.0, 4, None, [])
    assert (median["value"], median["numerator"], median["n"]) == (2.5 * 3600, None, 4)
    assert p90["value"] == pytest.approx(3.7 * 3600)
    stories[3].reopened(MONDAY + hours(5))
    stories[0].merged(MONDAY + hours(5))
    await hear(analytics, *stories)
    assert (await value(analytics, "tickets_closed"))["value"] == 2.0
    assert (await value(analytics, "time_to_resolution"))["value"] == 2.5 * 3600
    stories[0].unmerged(MONDAY + hours(6))
    await hear(analytics, *stories)
    assert (await value(analytics, "tickets_closed"))["value"] == 3.0


async def test_tickets_without_a_reply_are_left_out_and_counted(analytics: ServiceUnderTest) -> None:
    replied, waiting, solved = (TicketStory(MONDAY) for _ in range(3))
    replied.said(MONDAY + hours(2))
    solved.solved(MONDAY + hours(1))
    await hear(analytics, replied, waiting, solved)
    item = await value(analytics, "first_reply_time")
    assert (item["value"], item["n"], item["left_out"], item["flags"]) == (7200, 1, 2, ["small_n", "provisional"])


async def test_sla_attainment_by_clock(analytics: ServiceUnderTest) -> None:
    story = TicketStory(MONDAY)
    for metric in ("first_reply", "next_reply"):
        story.clock(SlaFulfilled, uuid7(), MONDAY + hours(1), metric=metric)
    story.clock(SlaBreached, uuid7(), MONDAY + hours(4), metric="first_reply", breached_at=MONDAY + hours(2))
    await hear(analytics, story)
    item = await value(analytics, "sla_attainment")
    assert (item["value"], item["numerator"], item["denominator"]) == (2 / 3, 2, 3)
    grouped = await values(analytics, "sla_attainment", group_by="sla_metric")
    assert {item["group"]: item["value"] for item in grouped} == {"first_reply": 0.5, "next_reply": 1.0}


async def test_business_time_is_the_clocks(analytics: ServiceUnderTest) -> None:
    story = TicketStory(MONDAY)
    story.clock(SlaFulfilled, uuid7(), MONDAY + hours(24), metric="total_resolution", cycle=1, elapsed_seconds=28_800)
    await hear(analytics, story)
    asked = {"from": "2026-11-24T00:00:00Z", "to": "2026-11-25T00:00:00Z"}
    assert (await value(analytics, "time_to_resolution_business", **asked))["value"] == 28_800
    assert (await value(analytics, "time_to_first_resolution_business_p90", **asked))["value"] == 28_800


@pytest.mark.parametrize("added_up", [False, True])
@pytest.mark.parametrize("metric", ["nps", "time_to_resolution"])
async def test_pages_are_the_whole(analytics: ServiceUnderTest, added_up: bool, metric: str) -> None:
    stories: list[Teller] = []
    for count in range(7):
        account_id = uuid7() if count else None
        if metric == "nps":
            stories += answers(metric, 9, account_id=account_id, at=MONDAY + hours(7 * count))
        else:
            ticket = TicketStory(MONDAY, account_id=account_id)
            ticket.solved(MONDAY + hours(7 * count))
            stories.append(ticket)
    await hear(analytics, *stories)
    if added_up:
        await add_up(analytics)
    asked = {"from": "2026-11-23T00:00:00Z", "to": "2026-11-26T00:00:00Z", "interval": "day", "group_by": "account_id"}
    whole = await values(analytics, metric, **asked)
    assert len(whole) == 7 * 3
    assert sum(item["n"] for item in whole) == 7
    assert [(item["group"] or "", item["from"]) for item in whole] == sorted(
        (item["group"] or "", item["from"]) for item in whole
    )
    for limit in (1, 2, 3, 4, 20, 21):
        assert await values(analytics, metric, **asked, limit=limit) == whole
    ungrouped = await values(analytics, metric, **{**asked, "group_by": None}, limit=2)
    assert [item["n"] for item in ungrouped] == [2, 4, 1]


async def test_nothing_at_all_is_an_empty_period(analytics: ServiceUnderTest) -> None:
    for asked in ({}, {"group_by": "brand"}):
        item = await value(analytics, "csat", **asked)
        assert (item["value"], item["n"], item["group"]) == (None, 0, None)
    assert (await analytics.get("/v1/metrics/csat/values", **DAY))["watermark"] is None


@pytest.mark.parametrize(
    ("asked", "where"),
    [
        ({"to": "2026-11-22T00:00:00Z"}, ["query", "to"]),
        ({"from": "yesterday"}, ["query", "from"]),
        ({"interval": "minute"}, ["query", "interval"]),
        ({"from": "2000-01-01T00:00:00Z", "interval": "hour"}, ["query", "interval"]),
        ({"timezone": "Mars/Olympus"}, ["query", "timezone"]),
        ({"timezone": "../../etc/passwd"}, ["query", "timezone"]),
        ({"group_by": "priority"}, ["query", "group_by"]),
        ({"cursor": "mine"}, ["query", "cursor"]),
        ({"colour": "red"}, ["query", "colour"]),
    ],
)
async def test_bad_questions_are_refused(analytics: ServiceUnderTest, asked: dict[str, str], where: list[str]) -> None:
    answer = await analytics.client.get("/v1/metrics/nps/values", params={**DAY, **asked})
    assert answer.status_code == 422, answer.text
    assert [problem["loc"] for problem in answer.json()["errors"]] == [where]


async def test_an_unknown_metric_is_404(analytics: ServiceUnderTest) -> None:
    for path in ("/v1/metrics/joy", "/v1/metrics/joy/values"):
        answer = await analytics.client.get(path, params=DAY if path.endswith("values") else {})
        assert (answer.status_code, answer.json()["code"]) == (404, "unknown_metric")


async def test_definitions(analytics: ServiceUnderTest) -> None:
    listed = (await analytics.get("/v1/metrics"))["items"]
    assert {item["id"] for item in listed} >= {
        "nps",
        "csat",
        "ces",
        "ces_share",
        "tickets_closed",
        "time_to_resolution",
        "time_to_resolution_p90",
        "time_to_first_resolution",
        "time_to_resolution_business",
        "first_reply_time",
        "sla_attainment",
        "detractors_contacted_48h",
        "automation_conformance",
    }
    assert await analytics.get("/v1/metrics/nps") == next(item for item in listed if item["id"] == "nps")
    first = await analytics.get("/v1/metrics", limit=2)
    assert [item["id"] for item in first["items"]] == [item["id"] for item in listed[:2]]
    second = await analytics.get("/v1/metrics", limit=2, cursor=first["next_cursor"])
    assert [item["id"] for item in second["items"]] == [item["id"] for item in listed[2:4]]


async def test_days_of_a_clock_change(analytics: ServiceUnderTest) -> None:
    """In Oslo 2026-10-25 has 25 hours: an answer at 22:30 UTC still belongs to it, one at 23:00 no more."""
    late = datetime(2026, 10, 25, 22, 30, tzinfo=UTC)
    await hear(analytics, *answers("nps", 9, at=late), *answers("nps", 0, at=late + timedelta(minutes=30)))
    asked = {
        "from": "2026-10-24T22:00:00Z",
        "to": "2026-10-26T23:00:00Z",
        "interval": "day",
        "timezone": "Europe/Oslo",
    }
    items = await values(analytics, "nps", **asked)
    assert [(item["from"], item["to"], item["value"]) for item in items] == [
        ("2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z", 100.0),
        ("2026-10-25T23:00:00Z", "2026-10-26T23:00:00Z", -100.0),
    ]
