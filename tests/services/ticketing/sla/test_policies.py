"""Policies: which one a ticket falls under, versions that leave promises alone, and what is refused."""

import asyncio
from dataclasses import dataclass
from typing import Any

import pytest

from services.ticketing.sla import promises
from services.ticketing.sla.policies import DEFAULT_POLICY_ID
from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest
from tests.services.ticketing.facts import account
from tests.services.ticketing.sla.clocks import HOUR, MONDAY, a_policy, a_ticket, later, only, replied, target, wrote

DEFAULT = f"/v1/sla-policies/{DEFAULT_POLICY_ID}"
DAY = 24 * HOUR


@pytest.fixture(autouse=True)
def still(ticketing: ServiceUnderTest) -> None:
    ticketing.clock.stop_at(MONDAY)


@dataclass(frozen=True)
class Ticket:
    type: str = "question"
    channel: str = "phone"
    tags: tuple[str, ...] = ("export",)
    account_tier: str | None = "gold"
    brand: str = "north"


def a_body(**changes: Any) -> dict[str, Any]:
    return {"name": "Gold", "rank": 10, "targets": [target("first_reply")], **changes}


# ── What ships ──


async def test_the_default_policy_ships(ticketing: ServiceUnderTest) -> None:
    policy = await ticketing.get(DEFAULT)
    assert (policy["rank"], policy["on_reopen"], policy["version"]) == (1000, "new_cycle", 1)
    assert set(map(tuple, policy["conditions"].values())) == {()}
    promised = {(item["metric"], item["priority"]): item for item in policy["targets"]}
    replies = {"urgent": HOUR, "high": 4 * HOUR, "normal": 8 * HOUR, "low": DAY}
    resolutions = {"urgent": DAY, "high": 3 * DAY, "normal": 5 * DAY, "low": 10 * DAY}
    expected = {"first_reply": replies, "next_reply": replies, "total_resolution": resolutions}
    assert {key: item["seconds"] for key, item in promised.items()} == {
        (metric, priority): seconds for metric, each in expected.items() for priority, seconds in each.items()
    }
    assert {item["calendar_id"] for item in promised.values()} == {None}
    assert {item["warn_at_share"] for item in promised.values()} == {0.75}


async def test_the_default_policy_cannot_be_deleted_or_narrowed(ticketing: ServiceUnderTest) -> None:
    assert (await ticketing.client.delete(DEFAULT)).status_code == 405
    narrowed = await ticketing.client.patch(DEFAULT, json={"conditions": {"type": ["question"]}})
    assert (narrowed.status_code, narrowed.json()["code"]) == (409, "default_policy")
    changed = await ticketing.patch(DEFAULT, {"targets": [target("first_reply", 60)]})
    assert changed["version"] == 2
    assert (await only(ticketing, await a_ticket(ticketing), "first_reply"))["target_seconds"] == 60


# ── Which one ──


@pytest.mark.parametrize(
    ("conditions", "fits"),
    [
        ({}, True),
        ({"type": ["task", "question"]}, True),
        ({"type": ["task"]}, False),
        ({"channel": ["phone"]}, True),
        ({"channel": ["email"]}, False),
        ({"tags": ["export", "import"]}, True),
        ({"tags": ["import"]}, False),
        ({"account_tier": ["gold"]}, True),
        ({"account_tier": ["silver"]}, False),
        ({"brand": ["north"]}, True),
        ({"brand": ["default"]}, False),
        ({"type": ["question"], "channel": ["phone"], "tags": ["export"], "account_tier": ["gold"]}, True),
        ({"type": ["question"], "account_tier": ["silver"]}, False),
    ],
)
def test_all_given_conditions_must_hold(conditions: dict[str, list[str]], fits: bool) -> None:
    assert promises.fits(conditions, Ticket()) is fits


async def test_a_ticket_takes_the_policy_that_fits(ticketing: ServiceUnderTest) -> None:
    gold, silver = uuid7(), uuid7()
    await ticketing.deliver(account(gold, tier="gold"), account(silver, tier="silver"))
    conditions = {"type": ["question"], "channel": ["phone"], "tags": ["export"], "account_tier": ["gold"]}
    policy = await a_policy(ticketing, target("first_reply"), conditions=conditions)
    for customer, taken in ((gold, policy["id"]), (silver, str(DEFAULT_POLICY_ID))):
        path = await a_ticket(ticketing, channel="phone", tags=["export"], account_id=str(customer))
        assert (await only(ticketing, path, "first_reply"))["policy_id"] == taken


async def test_the_lowest_rank_is_taken_and_listed_first(ticketing: ServiceUnderTest) -> None:
    made = {rank: await a_policy(ticketing, target("first_reply"), rank=rank) for rank in (30, 10, 20)}
    assert (await only(ticketing, await a_ticket(ticketing), "first_reply"))["policy_id"] == made[10]["id"]
    listed = await ticketing.get("/v1/sla-policies")
    assert [item["rank"] for item in listed["items"]] == [10, 20, 30, 1000]


async def test_a_tier_that_is_not_known_fits_no_tier(ticketing: ServiceUnderTest) -> None:
    await a_policy(ticketing, target("first_reply"), conditions={"account_tier": ["gold"]})
    clock = await only(ticketing, await a_ticket(ticketing, account_id=str(uuid7())), "first_reply")
    assert clock["policy_id"] == str(DEFAULT_POLICY_ID)


async def test_what_is_not_promised_has_no_clock(ticketing: ServiceUnderTest) -> None:
    await a_policy(ticketing, target("next_reply"))
    path = await a_ticket(ticketing)
    assert (await ticketing.get(f"{path}/sla"))["items"] == []
    await ticketing.patch(DEFAULT, {"rank": 1})  # too late for this ticket
    await replied(ticketing, path)
    await wrote(ticketing, path)
    clock = await only(ticketing, path, "next_reply")
    assert (clock["target_seconds"], clock["policy_version"]) == (HOUR, 1)


# ── Versions ──


async def test_a_change_is_a_new_version_and_leaves_promises_alone(ticketing: ServiceUnderTest) -> None:
    made = await a_policy(ticketing, target("first_reply", 2 * HOUR), target("next_reply"))
    path = f"/v1/sla-policies/{made['id']}"
    ticket = await a_ticket(ticketing)
    ticketing.clock.advance(hours=1)
    changed = await ticketing.patch(path, {"targets": [target("first_reply", 60, pause_statuses=["pending"])]})
    assert (changed["version"], changed["created_at"], changed["effective_from"]) == (2, later(hours=1), later(hours=1))
    assert await ticketing.patch(path, {"rank": changed["rank"]}) == changed
    assert await ticketing.get(path) == changed
    ticketing.clock.advance(minutes=30)
    clock = await only(ticketing, ticket, "first_reply")
    assert (clock["policy_version"], clock["target_seconds"], clock["verdict"]) == (1, 2 * HOUR, "pending")
    assert clock["elapsed_seconds"] == HOUR + 1800
    await replied(ticketing, ticket)
    await wrote(ticketing, ticket)
    assert (await only(ticketing, ticket, "next_reply"))["policy_version"] == 1
    assert (await only(ticketing, await a_ticket(ticketing), "first_reply"))["policy_version"] == 2


async def test_a_version_holds_from_its_time_on(ticketing: ServiceUnderTest) -> None:
    made = await a_policy(ticketing, target("first_reply", 100))
    path = f"/v1/sla-policies/{made['id']}"
    planned = await ticketing.patch(path, {"targets": [target("first_reply", 200)], "effective_from": later(days=1)})
    assert (planned["version"], planned["effective_from"]) == (2, later(days=1))
    assert (await only(ticketing, await a_ticket(ticketing), "first_reply"))["target_seconds"] == 100
    renamed = await ticketing.patch(path, {"name": "Gold"})  # of what is planned
    assert (renamed["version"], renamed["effective_from"]) == (3, later(days=1))
    ticketing.clock.advance(days=1)
    clock = await only(ticketing, await a_ticket(ticketing), "first_reply")
    assert (clock["target_seconds"], clock["policy_version"]) == (200, 3)


async def test_a_policy_that_is_planned_does_not_hold_yet(ticketing: ServiceUnderTest) -> None:
    await a_policy(ticketing, target("first_reply"), effective_from=later(days=1))
    assert (await only(ticketing, await a_ticket(ticketing), "first_reply"))["target_seconds"] == 8 * HOUR


async def test_concurrent_changes_make_versions_without_gaps(ticketing: ServiceUnderTest) -> None:
    made = await a_policy(ticketing, target("first_reply"))
    path = f"/v1/sla-policies/{made['id']}"
    await asyncio.gather(*(ticketing.patch(path, {"rank": rank}) for rank in range(20, 28)))
    assert (await ticketing.get(path))["version"] == 9
    stale = await ticketing.client.patch(path, json={"rank": 1}, headers={"If-Match": '"8"'})
    assert stale.status_code == 412


# ── What is refused ──


@pytest.mark.parametrize(
    ("body", "place"),
    [
        (a_body(name=""), ["body", "name"]),
        (a_body(rank=-1), ["body", "rank"]),
        (a_body(rank="10"), ["body", "rank"]),
        (a_body(conditions={"type": ["wish"]}), ["body", "conditions", "type", 0]),
        (a_body(conditions={"mood": ["bad"]}), ["body", "conditions", "mood"]),
        (a_body(targets=[target("third_reply")]), ["body", "targets", 0, "metric"]),
        (a_body(targets=[target("first_reply", priority="extreme")]), ["body", "targets", 0, "priority"]),
        (a_body(targets=[target("first_reply", 0)]), ["body", "targets", 0, "seconds"]),
        (a_body(targets=[{**target("first_reply"), "seconds": 3.0}]), ["body", "targets", 0, "seconds"]),
        (a_body(targets=[target("first_reply", 2**40)]), ["body", "targets", 0, "seconds"]),
        (a_body(targets=[target("first_reply", calendar_id="desk")]), ["body", "targets", 0, "calendar_id"]),
        (
            a_body(targets=[target("first_reply"), target("next_reply", calendar_id=str(uuid7()))]),
            ["body", "targets", 1, "calendar_id"],
        ),
        (
            a_body(targets=[target("first_reply", pause_statuses=["solved"])]),
            ["body", "targets", 0, "pause_statuses", 0],
        ),
        (a_body(targets=[target("first_reply", warn_at_share=1.5)]), ["body", "targets", 0, "warn_at_share"]),
        (a_body(targets=[target("first_reply"), target("first_reply", 5)]), ["body", "targets"]),
        (a_body(on_reopen="again"), ["body", "on_reopen"]),
        (a_body(effective_from="2026-11-20T09:00:00"), ["body", "effective_from"]),
        ({"name": "Gold", "rank": 10}, ["body", "targets"]),
    ],
)
async def test_bad_bodies_name_the_place(ticketing: ServiceUnderTest, body: dict[str, Any], place: list[Any]) -> None:
    answer = await ticketing.client.post("/v1/sla-policies", json=body)
    assert (answer.status_code, answer.json()["errors"][0]["loc"]) == (422, place)
    assert len((await ticketing.get("/v1/sla-policies"))["items"]) == 1


async def test_bad_changes_name_the_place(ticketing: ServiceUnderTest) -> None:
    for patch, place in [
        ({"targets": [target("first_reply"), target("first_reply")]}, ["body", "targets"]),
        ({"targets": [target("first_reply", calendar_id=str(uuid7()))]}, ["body", "targets", 0, "calendar_id"]),
        ({"name": None}, ["body", "name"]),
        ({"id": str(uuid7())}, ["body", "id"]),
    ]:
        answer = await ticketing.client.patch(DEFAULT, json=patch)
        assert (answer.status_code, answer.json()["errors"][0]["loc"]) == (422, place)
    assert (await ticketing.get(DEFAULT))["version"] == 1
    assert (await ticketing.client.patch(f"/v1/sla-policies/{uuid7()}", json={"rank": 1})).status_code == 404
    assert (await ticketing.client.get(f"/v1/sla-policies/{uuid7()}")).status_code == 404
