"""Calendars over HTTP, as onboarding and ticketing have them, and reading them to reckon with."""

import asyncio
from datetime import UTC, datetime
from typing import Any

import pytest

from shared import business_time
from shared.events.cause import Cause
from shared.events.transaction import transaction
from shared.features.calendars import queries, service
from shared.features.calendars.schemas import CalendarIn, CalendarPatch
from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest

OSLO: dict[str, Any] = {
    "name": "Oslo desk",
    "timezone": "Europe/Oslo",
    "intervals": [
        {"weekday": 0, "from": "09:00", "to": "12:00"},
        {"weekday": 0, "from": "13:00", "to": "17:00"},
    ],
    "holidays": {"country": "NO", "subdivision": None},
    "own_holidays": [{"on": "2026-12-24", "name": "Closed"}],
    "exceptions": [{"on": "2026-12-23", "intervals": [{"from": "09:00", "to": "11:00"}]}],
}
CAUSE = Cause("request/test", "key/test", datetime(2026, 11, 22, tzinfo=UTC))


def sent(calendar: dict[str, Any]) -> dict[str, Any]:
    return {name: calendar[name] for name in OSLO}


async def test_a_calendar_is_made(onboarding: ServiceUnderTest) -> None:
    answer = await onboarding.client.post("/v1/calendars", json=OSLO)
    made = answer.json()
    assert (answer.status_code, answer.headers["etag"]) == (201, '"1"')
    assert sent(made) == OSLO
    assert await onboarding.get(f"/v1/calendars/{made['id']}") == made


async def test_the_shortest_calendar(onboarding: ServiceUnderTest) -> None:
    short = {"name": "Mondays", "timezone": "UTC", "intervals": [{"weekday": 0, "from": "00:00", "to": "24:00"}]}
    made = await onboarding.post("/v1/calendars", short)
    assert (made["holidays"], made["own_holidays"], made["exceptions"]) == (None, [], [])


async def test_the_default_calendar_ships(onboarding: ServiceUnderTest) -> None:
    [shipped] = (await onboarding.get("/v1/calendars"))["items"]
    assert (shipped["id"], shipped["name"]) == (str(service.DEFAULT_ID), "default")
    path = f"/v1/calendars/{shipped['id']}"
    # Friday 16:30 UTC and an hour is Monday 09:30.
    due = await onboarding.post(f"{path}/due", {"from": "2026-11-20T16:30:00Z", "seconds": 3600})
    assert due == {"due_at": "2026-11-23T09:30:00Z"}
    elapsed = await onboarding.post(
        f"{path}/elapsed", {"from": "2026-11-20T17:30:00+01:00", "to": "2026-11-23T09:30:00Z"}
    )
    assert elapsed == {"seconds": 3600}


async def test_seeding_again_leaves_the_operators_calendar(onboarding: ServiceUnderTest) -> None:
    path = f"/v1/calendars/{service.DEFAULT_ID}"
    renamed = await onboarding.patch(path, {"name": "Ours", "timezone": "Europe/Oslo"})
    async with transaction(onboarding.database) as session:
        await service.seed(session, CAUSE)
    assert await onboarding.get(path) == renamed
    assert len((await onboarding.get("/v1/calendars"))["items"]) == 1


async def test_holidays_and_exceptions_count(onboarding: ServiceUnderTest) -> None:
    made = await onboarding.post("/v1/calendars", OSLO)
    for day, seconds in (("2026-12-21", 25200), ("2026-12-23", 7200), ("2026-12-24", 0), ("2026-05-25", 0)):
        found = await onboarding.post(
            f"/v1/calendars/{made['id']}/elapsed", {"from": f"{day}T00:00:00Z", "to": f"{day}T23:00:00Z"}
        )
        assert found == {"seconds": seconds}, day


async def test_a_change_is_reckoned_with_at_once(onboarding: ServiceUnderTest) -> None:
    made = await onboarding.post("/v1/calendars", OSLO)
    path = f"/v1/calendars/{made['id']}"
    question = {"from": "2026-11-23T00:00:00Z", "to": "2026-11-24T00:00:00Z"}
    assert await onboarding.post(f"{path}/elapsed", question) == {"seconds": 25200}
    changed = await onboarding.patch(
        path,
        {"intervals": [{"weekday": 0, "from": "09:00", "to": "10:00"}], "holidays": None, "own_holidays": []},
        headers={"If-Match": '"1"'},
    )
    assert (changed["version"], changed["holidays"], changed["exceptions"]) == (2, None, OSLO["exceptions"])
    assert await onboarding.post(f"{path}/elapsed", question) == {"seconds": 3600}
    old = await onboarding.client.patch(path, json={"name": "x"}, headers={"If-Match": '"1"'})
    assert old.status_code == 412


async def test_a_patch_merges_the_holidays(onboarding: ServiceUnderTest) -> None:
    made = await onboarding.post("/v1/calendars", {**OSLO, "holidays": {"country": "DE", "subdivision": "BY"}})
    path = f"/v1/calendars/{made['id']}"
    assert (await onboarding.patch(path, {"holidays": {"subdivision": None}}))["holidays"] == {
        "country": "DE",
        "subdivision": None,
    }
    assert (await onboarding.client.patch(path, json={"holidays": {"subdivision": "ZZ"}})).status_code == 422


@pytest.mark.parametrize(
    ("changes", "loc"),
    [
        ({"timezone": "Mars/Olympus"}, ["body", "timezone"]),
        ({"timezone": "../etc/passwd"}, ["body", "timezone"]),
        ({"intervals": [{"weekday": 7, "from": "09:00", "to": "10:00"}]}, ["body", "intervals", 0, "weekday"]),
        ({"intervals": [{"weekday": "0", "from": "09:00", "to": "10:00"}]}, ["body", "intervals", 0, "weekday"]),
        ({"intervals": [{"weekday": 0, "from": "9:00", "to": "10:00"}]}, ["body", "intervals", 0, "from"]),
        ({"intervals": [{"weekday": 0, "from": "09:00", "to": "24:01"}]}, ["body", "intervals", 0, "to"]),
        ({"intervals": [{"weekday": 0, "from": "09:00\n", "to": "24:00"}]}, ["body", "intervals", 0, "from"]),
        ({"intervals": [{"weekday": 0, "from": "10:00", "to": "09:00"}]}, ["body", "intervals"]),
        ({"intervals": OSLO["intervals"] + [{"weekday": 0, "from": "11:00", "to": "14:00"}]}, ["body", "intervals"]),
        ({"intervals": [], "exceptions": []}, ["body"]),
        ({"holidays": {"country": "XX"}}, ["body", "holidays"]),
        ({"holidays": {}}, ["body", "holidays", "country"]),
        ({"own_holidays": [{"on": "2026-02-30"}]}, ["body", "own_holidays", 0, "on"]),
        ({"own_holidays": [{"on": 20261224}]}, ["body", "own_holidays", 0, "on"]),
        ({"exceptions": OSLO["exceptions"] * 2}, ["body", "exceptions"]),
        (
            {"exceptions": [{"on": "2026-12-23", "intervals": [{"weekday": 1, "from": "09:00", "to": "11:00"}]}]},
            ["body", "exceptions", 0, "intervals", 0, "weekday"],
        ),
        ({"unheard": 1}, ["body", "unheard"]),
    ],
)
async def test_what_does_not_fit_is_refused_with_its_place(
    onboarding: ServiceUnderTest, changes: dict[str, Any], loc: list[Any]
) -> None:
    answer = await onboarding.client.post("/v1/calendars", json={**OSLO, **changes})
    assert answer.status_code == 422
    assert loc in [error["loc"] for error in answer.json()["errors"]]
    assert "Olympus" not in answer.text
    assert "passwd" not in answer.text


@pytest.mark.parametrize(
    ("action", "body", "loc"),
    [
        ("due", {"from": "2026-11-23T00:00:00Z", "seconds": -1}, ["body", "seconds"]),
        ("due", {"from": "2026-11-23T00:00:00Z", "seconds": 1.5}, ["body", "seconds"]),
        ("due", {"from": "2026-11-23T00:00:00Z", "seconds": 2**62}, ["body", "seconds"]),
        ("due", {"from": "2026-11-23T00:00:00", "seconds": 1}, ["body", "from"]),
        ("elapsed", {"from": "2026-11-23T00:00:00Z", "to": "2026-11-22T00:00:00Z"}, ["body", "to"]),
        ("elapsed", {"from": "1999-11-23T00:00:00Z", "to": "2026-11-22T00:00:00Z"}, ["body", "from"]),
    ],
)
async def test_what_cannot_be_reckoned_names_the_place(
    onboarding: ServiceUnderTest, action: str, body: dict[str, Any], loc: list[str]
) -> None:
    answer = await onboarding.client.post(f"/v1/calendars/{service.DEFAULT_ID}/{action}", json=body)
    assert answer.status_code == 422
    assert loc in [error["loc"] for error in answer.json()["errors"]]


async def test_the_longest_question_is_answered(onboarding: ServiceUnderTest) -> None:
    century = {"from": "2000-01-01T00:00:00Z", "to": "2099-12-31T00:00:00Z"}
    found = await onboarding.post(f"/v1/calendars/{service.DEFAULT_ID}/elapsed", century)
    assert found["seconds"] > 0


async def test_reckoning_needs_to_read_only(onboarding: ServiceUnderTest) -> None:
    path = f"/v1/calendars/{service.DEFAULT_ID}"
    async with onboarding.client_with("onboarding:calendars:read") as reader:
        question = {"from": "2026-11-23T00:00:00Z", "seconds": 60}
        assert (await reader.post(f"{path}/due", json=question)).status_code == 200
        assert (await reader.post("/v1/calendars", json=OSLO)).status_code == 403
        assert (await reader.patch(path, json={})).status_code == 403


async def test_an_unknown_calendar_is_not_found(onboarding: ServiceUnderTest) -> None:
    path = f"/v1/calendars/{uuid7()}"
    assert (await onboarding.client.get(path)).status_code == 404
    assert (await onboarding.client.patch(path, json={})).status_code == 404
    question = {"from": "2026-11-23T00:00:00Z", "seconds": 60}
    assert (await onboarding.client.post(f"{path}/due", json=question)).status_code == 404


async def test_concurrent_patches_are_all_kept(onboarding: ServiceUnderTest) -> None:
    path = f"/v1/calendars/{service.DEFAULT_ID}"
    answers = await asyncio.gather(*(onboarding.client.patch(path, json={"name": f"n{number}"}) for number in range(6)))
    assert {answer.status_code for answer in answers} == {200}
    assert (await onboarding.get(path))["version"] == 7


async def test_calendars_are_loaded_to_reckon_with(onboarding: ServiceUnderTest) -> None:
    async with transaction(onboarding.database) as session:
        oslo = await service.create(session, CAUSE, CalendarIn.model_validate(OSLO))
    unknown = uuid7()
    async with transaction(onboarding.database) as session:
        loaded = await queries.load(session, [oslo.id, None, unknown, service.DEFAULT_ID, oslo.id])
        again = await queries.load(session, [oslo.id])
    assert set(loaded) == {oslo.id, service.DEFAULT_ID}
    assert loaded[oslo.id] == business_time.parse(OSLO)
    assert again[oslo.id] is loaded[oslo.id]

    async with transaction(onboarding.database) as session:
        await service.change(session, CAUSE, oslo.id, CalendarPatch(timezone="UTC"), None)
    async with transaction(onboarding.database) as session:
        assert (await queries.load(session, [oslo.id]))[oslo.id].timezone == "UTC"
        assert await queries.load(session, []) == {}
