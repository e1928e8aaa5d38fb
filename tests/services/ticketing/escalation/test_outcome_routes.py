"""Leadership decides who is to do what by when; a change is a new version."""

import asyncio
from datetime import UTC, datetime
from typing import Any

from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest
from tests.services.ticketing.facts import CARE, account, received

DEFAULT = "/v1/outcome-routes/01935f2e-7c00-7000-8000-000000000201"
CALENDAR = "/v1/calendars/01935f2e-7c00-7000-8000-000000000001"


def a_route(**changes: Any) -> dict[str, Any]:
    return {
        "name": "Gold detractors",
        "rank": 10,
        "match": {"account_tier": ["gold"], "score_max": 3},
        "priority": "urgent",
        "group": "customer-care",
        "assignee_role": "csm",
        "notify_roles": ["csm"],
        "plan_due_seconds": 3600,
        "plan_calendar_id": None,
        "contact_due_seconds": 7200,
        "contact_calendar_id": None,
        **changes,
    }


async def test_the_default_route_ships(ticketing: ServiceUnderTest) -> None:
    route = await ticketing.get(DEFAULT)
    assert route | a_route(
        name="Default",
        rank=1000,
        match={
            "survey_type": [],
            "outcome": ["negative"],
            "score_min": None,
            "score_max": None,
            "account_tier": [],
            "tags": [],
            "words": [],
        },
        priority="high",
        notify_roles=["csm", "group_lead"],
        plan_due_seconds=28_800,
        plan_calendar_id="01935f2e-7c00-7000-8000-000000000001",
        contact_due_seconds=172_800,
    ) == {**route, "group_id": CARE, "version": 1}


async def test_the_lowest_rank_that_fits_is_taken(ticketing: ServiceUnderTest) -> None:
    await ticketing.post("/v1/outcome-routes", a_route())
    gold, silver = uuid7(), uuid7()
    await ticketing.deliver(account(gold, tier="gold"), account(silver, tier="silver"))
    await ticketing.deliver(received(account_id=gold), received(account_id=silver), received(account_id=gold, score=4))
    told = await ticketing.told("escalation.opened.v1")
    assert sorted((fact.data["account_id"] == str(gold), fact.data["priority"]) for fact in told) == [
        (False, "high"),
        (True, "high"),
        (True, "urgent"),
    ]


async def test_a_change_is_a_new_version(ticketing: ServiceUnderTest) -> None:
    made = await ticketing.post("/v1/outcome-routes", a_route(match={}))
    path = f"/v1/outcome-routes/{made['id']}"
    await ticketing.deliver(received())
    changed = await ticketing.patch(path, {"priority": "low", "match": {"score_min": 2}})
    assert (changed["version"], changed["priority"], changed["match"]["score_min"]) == (2, "low", 2)
    assert changed["created_at"] == made["created_at"]
    assert await ticketing.patch(path, {"priority": "low"}) == changed
    assert await ticketing.get(path) == changed
    await ticketing.deliver(received())
    told = await ticketing.told("escalation.opened.v1")
    assert [(fact.data["route_version"], fact.data["priority"]) for fact in told] == [(1, "urgent"), (2, "low")]


async def test_concurrent_changes_make_versions_without_gaps(ticketing: ServiceUnderTest) -> None:
    made = await ticketing.post("/v1/outcome-routes", a_route())
    path = f"/v1/outcome-routes/{made['id']}"
    await asyncio.gather(*(ticketing.patch(path, {"rank": rank}) for rank in range(20, 28)))
    assert (await ticketing.get(path))["version"] == 9
    stale = await ticketing.client.patch(path, json={"rank": 1}, headers={"If-Match": '"8"'})
    assert stale.status_code == 412


async def test_what_is_refused(ticketing: ServiceUnderTest) -> None:
    for body, place in [
        (a_route(group="nobody"), ["body", "group"]),
        (a_route(plan_calendar_id=str(uuid7())), ["body", "plan_calendar_id"]),
        (a_route(match={"outcome": ["positive"]}), ["body", "match", "outcome"]),
        (a_route(match={"score_min": 5, "score_max": 3}), ["body", "match"]),
        (a_route(assignee_role="janitor"), ["body", "assignee_role"]),
        (a_route(plan_due_seconds=0), ["body", "plan_due_seconds"]),
    ]:
        answer = await ticketing.client.post("/v1/outcome-routes", json=body)
        assert (answer.status_code, answer.json()["errors"][0]["loc"]) == (422, place)
    narrowed = await ticketing.client.patch(DEFAULT, json={"match": {"survey_type": ["nps"]}})
    assert (narrowed.status_code, narrowed.json()["code"]) == (409, "default_route")
    assert (await ticketing.client.get(f"/v1/outcome-routes/{uuid7()}")).status_code == 404


async def test_the_default_route_may_say_other_things(ticketing: ServiceUnderTest) -> None:
    group = await ticketing.post("/v1/groups", {"name": "detractors"})
    changed = await ticketing.patch(DEFAULT, {"group": group["id"], "notify_roles": ["group_lead"]})
    assert (changed["group"], changed["group_id"], changed["version"]) == ("detractors", group["id"], 2)
    listed = await ticketing.get("/v1/outcome-routes")
    assert listed["items"] == [changed]


async def test_a_changed_group_and_calendar_hold_for_the_next_answer(ticketing: ServiceUnderTest) -> None:
    ticketing.clock.stop_at(datetime(2026, 11, 24, 12, tzinfo=UTC))  # a Tuesday
    await ticketing.deliver(received())  # from now on routes and calendars are in memory
    lead = uuid7()
    await ticketing.patch(f"/v1/groups/{CARE}", {"lead_id": str(lead)})
    await ticketing.deliver(received())
    opened = (await ticketing.told("escalation.opened.v1"))[-1].data
    assert opened["recipients"] == [{"role": "group_lead", "staff_id": str(lead)}]

    tuesdays = [{"weekday": 1, "from": "12:00", "to": "13:00"}]
    await ticketing.patch(CALENDAR, {"intervals": tuesdays})
    await ticketing.deliver(received())
    case = (await ticketing.told("recovery.opened.v1"))[-1].data
    assert case["plan_due_at"] == "2027-01-12T13:00:00Z"  # eight hours are eight Tuesdays
