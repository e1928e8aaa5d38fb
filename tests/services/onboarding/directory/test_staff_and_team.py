"""Staff and account teams over HTTP."""

import asyncio
from typing import Any

import pytest

from tests.fixtures.services import ServiceUnderTest

MIA = {"name": "Mia", "email": "mia@us.example"}
IDA = {"name": "Ida", "email": "ida@us.example", "notify_address": "mailto:pager@us.example"}


@pytest.fixture
async def acme(onboarding: ServiceUnderTest) -> dict[str, Any]:
    made: dict[str, Any] = await onboarding.post("/v1/accounts", {"name": "Acme"})
    return made


async def test_a_member_of_staff_is_made_and_told(onboarding: ServiceUnderTest) -> None:
    answer = await onboarding.client.post("/v1/staff", json=MIA)
    made = answer.json()
    assert (answer.status_code, made["notify_address"]) == (201, "mailto:mia@us.example")
    [fact] = await onboarding.told("staff.updated.v1")
    assert fact.data == {
        "staff_id": made["id"],
        **MIA,
        "notify_address": "mailto:mia@us.example",
        "active": True,
        "away_from": None,
        "away_until": None,
        "skills": [],
        "locale": None,
        "timezone": None,
        "preferences": None,
    }
    assert (await onboarding.client.post("/v1/staff", json=MIA)).status_code == 200
    other = await onboarding.client.post("/v1/staff", json={"name": "Mia B", "email": "MIA@us.example"})
    assert (other.status_code, other.json()["conflicting_id"]) == (409, made["id"])


async def test_staff_can_be_away(onboarding: ServiceUnderTest) -> None:
    made = await onboarding.post("/v1/staff", MIA)
    path = f"/v1/staff/{made['id']}"
    away = {"away_from": "2026-12-21T00:00:00Z", "away_until": "2027-01-04T00:00:00Z", "skills": ["nb"]}
    changed = await onboarding.patch(path, away)
    assert {name: changed[name] for name in away} == away
    changed = await onboarding.patch(path, {"email": "mia@eu.example", "away_until": None})
    assert (changed["notify_address"], changed["away_until"]) == ("mailto:mia@eu.example", None)
    backwards = await onboarding.client.patch(path, json={"away_until": "2026-12-20T00:00:00Z"})
    assert backwards.status_code == 422
    assert len(await onboarding.told("staff.updated.v1")) == 3


async def test_an_address_is_one_members(onboarding: ServiceUnderTest) -> None:
    mia, ida = await onboarding.post("/v1/staff", MIA), await onboarding.post("/v1/staff", IDA)
    answer = await onboarding.client.patch(f"/v1/staff/{ida['id']}", json={"email": "MIA@us.example"})
    assert (answer.status_code, answer.json()["conflicting_id"]) == (409, mia["id"])
    found = await onboarding.get("/v1/staff", email="Mia@US.example")
    assert [item["id"] for item in found["items"]] == [mia["id"]]


NIGHTS = {"weekdays": [0, 1, 2, 3, 4], "begins": "18:00", "ends": "08:00"}


async def test_says_how_they_want_to_be_told(onboarding: ServiceUnderTest) -> None:
    made = await onboarding.post("/v1/staff", {**MIA, "locale": "sv", "timezone": "Europe/Stockholm"})
    path = f"/v1/staff/{made['id']}"
    wishes = {"quiet_hours": [NIGHTS], "digest": {"normal": {"daily": "09:00"}}}
    changed = await onboarding.patch(path, {"preferences": wishes})
    whole = {
        "quiet_hours": [NIGHTS],
        "urgent_passes": True,
        "digest": {"normal": {"every_minutes": None, "daily": "09:00"}, "urgent": None},
    }
    assert (changed["preferences"], changed["locale"]) == (whole, "sv")
    hourly = {"digest": {"normal": {"every_minutes": 60, "daily": None}}}
    assert (await onboarding.patch(path, {"preferences": hourly}))["preferences"]["quiet_hours"] == [NIGHTS]
    assert (await onboarding.patch(path, {"preferences": None}))["preferences"] is None
    told = [fact.data["preferences"] for fact in await onboarding.told("staff.updated.v1")]
    assert (told[0], told[1], told[3]) == (None, whole, None)
    assert told[2]["digest"]["normal"] == {"every_minutes": 60, "daily": None}


@pytest.mark.parametrize(
    "wishes",
    [
        {"quiet_hours": [{"weekdays": [0, 1, 2, 3, 4, 5, 6], "begins": "00:00", "ends": "24:00"}]},
        {"quiet_hours": [{**NIGHTS, "ends": "18:00"}]},
        {"quiet_hours": [{**NIGHTS, "weekdays": [7]}]},
        {"quiet_hours": [{**NIGHTS, "begins": "6pm"}]},
        {"digest": {"normal": {}}},
        {"digest": {"normal": {"every_minutes": 60, "daily": "09:00"}}},
        {"digest": {"normal": {"every_minutes": 1}}},
    ],
)
async def test_refuses_wishes_that_mean_nothing(onboarding: ServiceUnderTest, wishes: dict[str, Any]) -> None:
    answer = await onboarding.client.post("/v1/staff", json={**MIA, "preferences": wishes})
    assert answer.status_code == 422
    made = await onboarding.post("/v1/staff", MIA)
    assert (await onboarding.client.patch(f"/v1/staff/{made['id']}", json={"preferences": wishes})).status_code == 422


async def test_keeps_and_tells_an_address_with_secrets_sealed(onboarding: ServiceUnderTest) -> None:
    secret = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="
    body = {**MIA, "notify_address": f"https://hooks.us.example/t0ken#{secret}"}
    made = await onboarding.post("/v1/staff", body)
    assert made["notify_address"] == "https://hooks.us.example/…"
    assert (await onboarding.client.post("/v1/staff", json=body)).status_code == 200
    path = f"/v1/staff/{made['id']}"
    renamed = await onboarding.patch(path, {"name": "Mia B"})
    assert (renamed["version"], renamed["notify_address"]) == (2, "https://hooks.us.example/…")
    assert (await onboarding.patch(path, {"notify_address": body["notify_address"]}))["version"] == 2
    facts = await onboarding.told("staff.updated.v1")
    [sealed] = {fact.data["notify_address"] for fact in facts}
    for refused in (sealed, renamed["notify_address"], "json://10.0.0.1/x", "https://hooks.us.example/t0ken"):
        answer = await onboarding.client.patch(path, json={"notify_address": refused})
        assert (answer.status_code, answer.json()["errors"][0]["loc"]) == (422, ["body", "notify_address"])
        assert "t0ken" not in answer.text
    everything = str([fact.data for fact in facts]) + str(await onboarding.get("/v1/audit"))
    assert "t0ken" not in everything + str(await onboarding.rows("SELECT * FROM staff"))
    assert secret not in everything
    for_roles = await onboarding.post("/v1/accounts", {"name": "Acme"})
    given = await onboarding.client.put(
        f"/v1/accounts/{for_roles['id']}/team/csm", json={"staff": {**IDA, "notify_address": body["notify_address"]}}
    )
    assert given.status_code == 422  # there it would be told as it is


@pytest.mark.parametrize("address", ["https://hook.example", "mailto:", "mailto:a@b@c", "mia"])
async def test_only_what_is_an_address_reaches_staff(onboarding: ServiceUnderTest, address: str) -> None:
    answer = await onboarding.client.post("/v1/staff", json={**MIA, "notify_address": address})
    assert (answer.status_code, answer.json()["errors"][0]["loc"]) == (422, ["body", "notify_address"])


async def test_a_role_is_given_and_told(onboarding: ServiceUnderTest, acme: dict[str, Any]) -> None:
    path = f"/v1/accounts/{acme['id']}/team/csm"
    answer = await onboarding.client.put(path, json={"staff": MIA, "backup": IDA})
    held = answer.json()
    assert (answer.status_code, answer.headers["location"], answer.headers["etag"]) == (201, path, '"1"')
    assert held["staff"] == {**MIA, "staff_id": held["staff"]["staff_id"], "notify_address": "mailto:mia@us.example"}
    assert held["backup"] == {**IDA, "staff_id": held["backup"]["staff_id"]}
    assert (held["account_id"], held["role"], held["version"]) == (acme["id"], "csm", 1)
    assert await onboarding.get(path) == held
    assert (await onboarding.get(f"/v1/accounts/{acme['id']}/team"))["items"] == [held]

    [fact] = await onboarding.told("account.team_changed.v1")
    assert (fact.subject, fact.trace_id) == (acme["id"], acme["id"])
    assert [(member["role"], member["name"], member["backup"]) for member in fact.data["members"]] == [
        ("csm", "Mia", False),
        ("csm", "Ida", True),
    ]
    assert len(await onboarding.told("staff.updated.v1")) == 2


async def test_the_same_team_again_changes_nothing(onboarding: ServiceUnderTest, acme: dict[str, Any]) -> None:
    path = f"/v1/accounts/{acme['id']}/team/csm"
    held = await onboarding.put(path, {"staff": MIA})
    again = await onboarding.client.put(path, json={"staff": {**MIA, "email": "MIA@US.example"}})
    assert (again.status_code, again.json()) == (200, held)
    assert len(await onboarding.told("account.team_changed.v1")) == 1


async def test_a_change_of_team_is_dated(onboarding: ServiceUnderTest, acme: dict[str, Any]) -> None:
    path = f"/v1/accounts/{acme['id']}/team/csm"
    first = await onboarding.put(path, {"staff": MIA, "backup": IDA})
    onboarding.clock.advance(hours=1)
    swapped = await onboarding.put(path, {"staff": IDA})
    assert (swapped["staff"]["name"], swapped["backup"], swapped["version"]) == ("Ida", None, 2)
    assert swapped["since_at"] > first["since_at"]
    backed = await onboarding.put(path, {"staff": IDA, "backup": MIA})
    assert (backed["since_at"], backed["version"]) == (swapped["since_at"], 3)
    assert (await onboarding.client.delete(path)).status_code == 204
    assert (await onboarding.client.get(path)).status_code == 404
    assert (await onboarding.client.delete(path)).status_code == 404
    again = await onboarding.client.put(path, json={"staff": MIA})
    assert (again.status_code, again.json()["version"]) == (201, 5)

    history = (await onboarding.get(f"{path}/history"))["items"]
    assert [(period["staff"]["name"], period["backup"], period["until_at"] is None) for period in history] == [
        ("Mia", False, False),
        ("Ida", True, False),
        ("Ida", False, False),
        ("Mia", True, False),
        ("Mia", False, True),
    ]
    facts = await onboarding.told("account.team_changed.v1")
    assert [len(fact.data["members"]) for fact in facts] == [2, 1, 2, 0, 1]


async def test_a_role_in_another_version_is_not_touched(onboarding: ServiceUnderTest, acme: dict[str, Any]) -> None:
    path = f"/v1/accounts/{acme['id']}/team/csm"
    vacant = await onboarding.client.put(path, json={"staff": MIA}, headers={"If-Match": '"1"'})
    assert vacant.status_code == 412
    await onboarding.put(path, {"staff": MIA})
    for version, status in (("2", 412), ("1", 200)):
        answer = await onboarding.client.put(path, json={"staff": IDA}, headers={"If-Match": f'"{version}"'})
        assert answer.status_code == status
    assert (await onboarding.client.delete(path, headers={"If-Match": '"1"'})).status_code == 412


async def test_staff_is_found_by_id_else_by_address(onboarding: ServiceUnderTest, acme: dict[str, Any]) -> None:
    mia = await onboarding.post("/v1/staff", MIA)
    path = f"/v1/accounts/{acme['id']}/team"
    by_id = await onboarding.put(
        f"{path}/csm", {"staff": {"staff_id": mia["id"], "name": "M", "email": "m@us.example"}}
    )
    assert by_id["staff"] == {
        "staff_id": mia["id"],
        "name": "Mia",
        "email": "mia@us.example",
        "notify_address": "mailto:mia@us.example",
    }
    by_address = await onboarding.put(f"{path}/billing", {"staff": {"name": "M", "email": "MIA@us.example"}})
    assert by_address["staff"] == by_id["staff"]
    chosen = "01935f2e-7c00-7000-8000-00000000000a"
    made = await onboarding.put(
        f"{path}/project_manager", {"staff": {"staff_id": chosen, "name": "Leo", "email": "leo@us.example"}}
    )
    assert made["staff"]["staff_id"] == chosen
    assert len(await onboarding.told("staff.updated.v1")) == 2


async def test_nobody_backs_themselves_up(onboarding: ServiceUnderTest, acme: dict[str, Any]) -> None:
    answer = await onboarding.client.put(
        f"/v1/accounts/{acme['id']}/team/csm", json={"staff": MIA, "backup": {**MIA, "email": "MIA@us.example"}}
    )
    assert (answer.status_code, answer.json()["code"]) == (422, "same_person")
    assert await onboarding.get("/v1/staff") == {"items": [], "next_cursor": None}


async def test_roles_at_once_make_one_member_of_staff(onboarding: ServiceUnderTest, acme: dict[str, Any]) -> None:
    bolt = await onboarding.post("/v1/accounts", {"name": "Bolt"})
    answers = await asyncio.gather(
        *(
            onboarding.client.put(f"/v1/accounts/{account['id']}/team/{role}", json={"staff": MIA})
            for account in (acme, bolt)
            for role in ("csm", "billing", "executive_sponsor")
        )
    )
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.json()["staff"]["staff_id"] for answer in answers}) == 1
    # What each account's last fact says is its whole team.
    last = {fact.subject: fact.data["members"] for fact in await onboarding.told("account.team_changed.v1")}
    assert {subject: len(members) for subject, members in last.items()} == {acme["id"]: 3, bolt["id"]: 3}


@pytest.mark.parametrize(
    ("role", "body", "loc"),
    [
        ("king", {"staff": MIA}, ["path", "role"]),
        ("csm", {}, ["body", "staff"]),
        ("csm", {"staff": {"name": "Mia"}}, ["body", "staff", "email"]),
        ("csm", {"staff": {**MIA, "staff_id": "7"}}, ["body", "staff", "staff_id"]),
        ("csm", {"staff": MIA, "since_at": "2026-01-01T00:00:00Z"}, ["body", "since_at"]),
    ],
)
async def test_what_does_not_fit_is_refused_with_its_place(
    onboarding: ServiceUnderTest, acme: dict[str, Any], role: str, body: dict[str, Any], loc: list[str]
) -> None:
    answer = await onboarding.client.put(f"/v1/accounts/{acme['id']}/team/{role}", json=body)
    assert answer.status_code == 422
    assert loc in [error["loc"] for error in answer.json()["errors"]]
