"""GET /v1/scores: the same numbers as the formulas, in periods and groups."""

import random
from typing import Any

import pytest

from services.feedback.scores import formulas
from services.feedback.scores.formulas import Tally
from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest
from tests.services.feedback import facts
from tests.services.feedback.answers import answer

NOVEMBER = {"from": "2026-11-01T00:00:00Z", "to": "2026-12-01T00:00:00Z"}
IN_NOVEMBER = "2026-11-10T12:00:00Z"


@pytest.fixture(autouse=True)
def _late_in_the_year(feedback: ServiceUnderTest) -> None:
    feedback.clock.advance(days=60)


async def scores(feedback: ServiceUnderTest, metric: str = "nps", **asked: Any) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = (await feedback.get("/v1/scores", metric=metric, **{**NOVEMBER, **asked}))["items"]
    return items


async def give(feedback: ServiceUnderTest, *given: int | None, **changes: Any) -> None:
    for score in given:
        await feedback.post("/v1/responses", answer(score, **{"answered_at": IN_NOVEMBER, **changes}))


async def test_nobody_has_no_score(feedback: ServiceUnderTest) -> None:
    [item] = await scores(feedback)
    assert item == {
        **NOVEMBER,
        "group": None,
        "value": None,
        "n": 0,
        "margin": None,
        "positives": 0,
        "neutrals": 0,
        "negatives": 0,
        "share": None,
        "accounts": None,
        "effective_n": None,
        "small_n": True,
        "definition": {"id": "nps", "version": 1},
    }


@pytest.mark.parametrize("metric", ["nps", "csat", "ces"])
async def test_it_agrees_with_the_formula(feedback: ServiceUnderTest, metric: str) -> None:
    lowest, highest = {"nps": (0, 10), "csat": (1, 5), "ces": (1, 7)}[metric]
    given = random.Random(8841).choices(range(lowest, highest + 1), k=31)
    await give(feedback, *given, None, survey_type=metric)
    await give(feedback, 4, survey_type="nps" if metric == "csat" else "csat")
    [item] = await scores(feedback, metric)
    tally = Tally(
        31, item["positives"], item["neutrals"], item["negatives"], sum(given), sum(score**2 for score in given)
    )
    expected = formulas.FORMULAS[metric](tally)
    assert (item["n"], item["small_n"]) == (31, False)
    assert (item["value"], item["margin"]) == (expected.value, expected.margin)
    assert item["positives"] + item["neutrals"] + item["negatives"] == 31


async def test_edited_and_deleted_answers_move_the_score(feedback: ServiceUnderTest) -> None:
    first = await feedback.post("/v1/responses", answer(3, answered_at=IN_NOVEMBER))
    second = await feedback.post("/v1/responses", answer(3, answered_at=IN_NOVEMBER))
    assert (await scores(feedback))[0]["value"] == -100
    await feedback.patch(f"/v1/responses/{first['id']}", {"score": 9})
    assert (await scores(feedback))[0]["value"] == 0
    await feedback.client.delete(f"/v1/responses/{second['id']}")
    [item] = await scores(feedback)
    assert (item["value"], item["n"]) == (100, 1)


async def test_a_period_holds_its_start_and_not_its_end(feedback: ServiceUnderTest) -> None:
    for answered_at in ("2026-10-31T23:59:59.999999Z", "2026-11-01T00:00:00Z", "2026-12-01T00:00:00Z"):
        await give(feedback, 9, answered_at=answered_at)
    assert (await scores(feedback))[0]["n"] == 1


async def test_days_are_those_of_the_time_zone_and_empty_ones_are_there(feedback: ServiceUnderTest) -> None:
    await give(feedback, 9, answered_at="2026-11-10T22:30:00Z")
    await give(feedback, 3, answered_at="2026-11-10T23:30:00Z")
    window = {"from": "2026-11-09T23:00:00Z", "to": "2026-11-12T23:00:00Z", "interval": "day"}
    oslo = await scores(feedback, **window, timezone="Europe/Oslo")
    assert [(one["from"], one["to"], one["value"]) for one in oslo] == [
        ("2026-11-09T23:00:00Z", "2026-11-10T23:00:00Z", 100.0),
        ("2026-11-10T23:00:00Z", "2026-11-11T23:00:00Z", -100.0),
        ("2026-11-11T23:00:00Z", "2026-11-12T23:00:00Z", None),
    ]
    utc = await scores(feedback, **window)
    assert [one["n"] for one in utc] == [0, 2, 0, 0]


async def test_groups(feedback: ServiceUnderTest) -> None:
    acme, globex, unknown = str(uuid7()), str(uuid7()), str(uuid7())
    await feedback.deliver(facts.account(acme, segment="mid"), facts.account(globex, segment="large"))
    for account_id, score, locale in ((acme, 9, "en"), (globex, 3, "sv"), (globex, 9, "sv"), (unknown, 3, None)):
        await give(feedback, score, account_id=account_id, locale=locale)
    by_account = {one["group"]: (one["value"], one["n"]) for one in await scores(feedback, group_by="account_id")}
    assert by_account == {acme: (100.0, 1), globex: (0.0, 2), unknown: (-100.0, 1)}
    by_segment = {one["group"]: one["n"] for one in await scores(feedback, group_by="segment")}
    assert by_segment == {"mid": 1, "large": 2, None: 1}
    by_locale = {one["group"]: one["n"] for one in await scores(feedback, group_by="locale", interval="week")}
    assert by_locale == {"en": 1, "sv": 2, None: 1}
    assert [one["group"] for one in await scores(feedback, group_by="brand")] == ["default"]
    assert [one["group"] for one in await scores(feedback, group_by="program_id")] == [None]


async def test_weighted_by_account_a_loud_account_counts_once(feedback: ServiceUnderTest) -> None:
    loud, quiet, calm = uuid7(), uuid7(), uuid7()
    own = {loud: [3] * 8, quiet: [9], calm: [9, 7]}
    for account_id, given in own.items():
        await give(feedback, *given, account_id=str(account_id))
    await give(feedback, 3)  # of no account
    [plain] = await scores(feedback)
    [weighed] = await scores(feedback, weighting="account")
    assert (plain["n"], plain["accounts"], plain["value"]) == (12, None, pytest.approx(-58.333333))
    assert (weighed["n"], weighed["accounts"], weighed["positives"]) == (11, 3, 2)
    points = [-100.0, 100.0, 50.0]
    assert weighed["value"] == pytest.approx(sum(points) / 3, abs=1e-5)
    expected = formulas.by_account(formulas.AccountTally(3, sum(points) / 3, 32500 / 3))
    assert weighed["margin"] == pytest.approx(expected.margin, abs=1e-5)
    [csat] = await scores(feedback, "csat", weighting="account")
    assert (csat["value"], csat["n"], csat["accounts"]) == (None, 0, 0)


@pytest.mark.parametrize(
    ("asked", "place"),
    [
        ({"metric": "guess"}, ["query", "metric"]),
        ({"from": "2026-12-01T00:00:00Z"}, ["query", "to"]),
        ({"from": "2026-11-01T00:00:00"}, ["query", "from"]),
        ({"timezone": "Mars/Olympus"}, ["query", "timezone"]),
        ({"timezone": "../../etc/passwd"}, ["query", "timezone"]),
        ({"from": "2001-01-01T00:00:00Z", "interval": "hour"}, ["query", "interval"]),
        ({"group_by": "shoe_size"}, ["query", "group_by"]),
    ],
    ids=["metric", "no period", "naive", "zone", "path", "too many", "group"],
)
async def test_what_cannot_be_computed_is_refused(
    feedback: ServiceUnderTest, asked: dict[str, Any], place: list[str]
) -> None:
    refused = await feedback.client.get("/v1/scores", params={"metric": "nps", **NOVEMBER, **asked})
    assert (refused.status_code, refused.json()["errors"][0]["loc"]) == (422, place)
