"""Accounts over HTTP."""

import asyncio
from typing import Any

import pytest

from tests.fixtures.services import ServiceUnderTest

ACME: dict[str, Any] = {
    "name": "Acme",
    "external_ids": {"crm": "A-1"},
    "segment": "mid",
    "tier": "gold",
    "industry": None,
    "region": "EU",
    "timezone": "UTC",
    "locale": "en",
    "currency": "EUR",
    "status": "prospect",
    "contract": {"starts_on": "2026-12-01", "ends_on": "2027-11-30", "mrr_minor": 120000, "plan": "pro"},
    "custom": {"floor": 3},
}


async def test_an_account_is_made_and_told(onboarding: ServiceUnderTest) -> None:
    answer = await onboarding.client.post("/v1/accounts", json=ACME)
    made = answer.json()

    assert answer.status_code == 201
    assert answer.headers["location"] == f"/v1/accounts/{made['id']}"
    assert answer.headers["etag"] == '"1"'
    assert {name: made[name] for name in ACME} == ACME
    assert await onboarding.get(f"/v1/accounts/{made['id']}") == made
    [fact] = await onboarding.told()
    assert (fact.type, fact.subject, fact.trace_id) == ("account.created.v1", made["id"], made["id"])
    assert {name: fact.data[name] for name in made} == made


async def test_what_is_left_out_is_null_or_its_default(onboarding: ServiceUnderTest) -> None:
    made = await onboarding.post("/v1/accounts", {"name": "Acme"})
    assert (made["status"], made["external_ids"], made["custom"], made["contract"]) == ("prospect", {}, {}, None)
    assert made["timezone"] is None


async def test_the_same_account_again_is_the_same(onboarding: ServiceUnderTest) -> None:
    made = await onboarding.post("/v1/accounts", ACME)
    again = await onboarding.client.post("/v1/accounts", json=ACME)
    assert (again.status_code, again.json()) == (200, made)
    assert len(await onboarding.told()) == 1


async def test_an_external_id_belongs_to_one_account(onboarding: ServiceUnderTest) -> None:
    made = await onboarding.post("/v1/accounts", ACME)
    other = await onboarding.client.post("/v1/accounts", json={**ACME, "name": "Acne"})
    assert (other.status_code, other.json()["code"]) == (409, "source_conflict")
    assert other.json()["conflicting_id"] == made["id"]

    bolt = await onboarding.post("/v1/accounts", {"name": "Bolt", "external_ids": {"crm": "B-1"}})
    moved = await onboarding.client.patch(f"/v1/accounts/{bolt['id']}", json={"external_ids": {"crm": "A-1"}})
    assert (moved.status_code, moved.json()["conflicting_id"]) == (409, made["id"])
    assert await onboarding.get(f"/v1/accounts/{bolt['id']}") == bolt


async def test_an_external_id_that_was_given_up_is_free(onboarding: ServiceUnderTest) -> None:
    made = await onboarding.post("/v1/accounts", {**ACME, "external_ids": {"crm": "A-1", "erp": "7"}})
    changed = await onboarding.patch(f"/v1/accounts/{made['id']}", {"external_ids": {"crm": None}})
    assert changed["external_ids"] == {"erp": "7"}
    other = await onboarding.post("/v1/accounts", {"name": "Acne", "external_ids": {"crm": "A-1"}})
    assert other["id"] != made["id"]


async def test_the_same_body_after_an_id_was_given_up_claims_nothing(onboarding: ServiceUnderTest) -> None:
    body = {**ACME, "external_ids": {"crm": "A-1", "erp": "7"}}
    made = await onboarding.post("/v1/accounts", body)
    await onboarding.patch(f"/v1/accounts/{made['id']}", {"external_ids": {"crm": None}})
    assert (await onboarding.post("/v1/accounts", body))["id"] == made["id"]
    assert [row.holder_id for row in await onboarding.rows("SELECT holder_id::text FROM external_id")] == [made["id"]]


async def test_one_of_many_at_once_makes_the_account(onboarding: ServiceUnderTest) -> None:
    answers = await asyncio.gather(*(onboarding.client.post("/v1/accounts", json=ACME) for _ in range(10)))
    assert sorted(answer.status_code for answer in answers) == [200] * 9 + [201]
    assert len({answer.json()["id"] for answer in answers}) == 1


async def test_a_patch_merges_and_is_told_whole(onboarding: ServiceUnderTest) -> None:
    made = await onboarding.post("/v1/accounts", ACME)
    patch = {"status": "active", "contract": {"plan": "max"}, "custom": {"floor": None, "door": "b"}, "region": None}
    changed = await onboarding.patch(f"/v1/accounts/{made['id']}", patch)

    assert changed["status"] == "active"
    assert changed["contract"] == {**ACME["contract"], "plan": "max"}
    assert (changed["custom"], changed["region"], changed["version"]) == ({"door": "b"}, None, 2)
    [fact] = await onboarding.told("account.updated.v1")
    assert {name: fact.data[name] for name in changed} == changed


async def test_a_patch_that_changes_nothing_tells_nothing(onboarding: ServiceUnderTest) -> None:
    made = await onboarding.post("/v1/accounts", ACME)
    assert await onboarding.patch(f"/v1/accounts/{made['id']}", {"tier": "gold"}) == made
    assert len(await onboarding.told()) == 1


async def test_a_patch_of_another_version_is_refused(onboarding: ServiceUnderTest) -> None:
    made = await onboarding.post("/v1/accounts", ACME)
    path = f"/v1/accounts/{made['id']}"
    for version, status in (("1", 200), ("1", 412), ("2", 200)):
        answer = await onboarding.client.patch(
            path, json={"tier": f"after-{version}-{status}"}, headers={"If-Match": f'"{version}"'}
        )
        assert answer.status_code == status


async def test_concurrent_patches_are_all_kept(onboarding: ServiceUnderTest) -> None:
    made = await onboarding.post("/v1/accounts", {"name": "Acme"})
    path = f"/v1/accounts/{made['id']}"
    answers = await asyncio.gather(
        *(onboarding.client.patch(path, json={"custom": {f"n{number}": number}}) for number in range(8))
    )
    assert {answer.status_code for answer in answers} == {200}
    last = await onboarding.get(path)
    assert (last["version"], len(last["custom"])) == (9, 8)
    facts = await onboarding.told("account.updated.v1")
    assert [fact.data["version"] for fact in facts] == list(range(2, 10))


@pytest.mark.parametrize(
    ("changes", "loc"),
    [
        ({"name": None}, ["body", "name"]),
        ({"name": ""}, ["body", "name"]),
        ({"name": "x" * 201}, ["body", "name"]),
        ({"unheard": 1}, ["body", "unheard"]),
        ({"status": "dead"}, ["body", "status"]),
        ({"timezone": "Mars/Olympus"}, ["body", "timezone"]),
        ({"currency": "euro"}, ["body", "currency"]),
        ({"locale": "e"}, ["body", "locale"]),
        ({"external_ids": {"crm": 7}}, ["body", "external_ids", "crm"]),
        ({"external_ids": {"crm": ""}}, ["body", "external_ids", "crm"]),
        ({"contract": {"mrr_minor": 1.0}}, ["body", "contract", "mrr_minor"]),
        ({"contract": {"mrr_minor": "1"}}, ["body", "contract", "mrr_minor"]),
        ({"contract": {"mrr_minor": 2**63}}, ["body", "contract", "mrr_minor"]),
        ({"contract": {"starts_on": "2026-13-01"}}, ["body", "contract", "starts_on"]),
        ({"contract": {"starts_on": "2026-12-02", "ends_on": "2026-12-01"}}, ["body", "contract"]),
        ({"contract": {"price": 1}}, ["body", "contract", "price"]),
    ],
)
async def test_what_does_not_fit_is_refused_with_its_place(
    onboarding: ServiceUnderTest, changes: dict[str, Any], loc: list[str]
) -> None:
    answer = await onboarding.client.post("/v1/accounts", json={**ACME, **changes})
    assert answer.status_code == 422
    assert loc in [error["loc"] for error in answer.json()["errors"]]
    assert await onboarding.told() == []


async def test_a_patch_names_the_place_too(onboarding: ServiceUnderTest) -> None:
    made = await onboarding.post("/v1/accounts", ACME)
    for patch, loc in (
        ({"name": None}, ["body", "name"]),
        ({"contract": {"ends_on": "2026-01-01"}}, ["body", "contract"]),
        ({"id": made["id"]}, ["body", "id"]),
    ):
        answer = await onboarding.client.patch(f"/v1/accounts/{made['id']}", json=patch)
        assert (answer.status_code, [error["loc"] for error in answer.json()["errors"]]) == (422, [loc])


async def test_lists_narrow_and_page(onboarding: ServiceUnderTest) -> None:
    made = [
        await onboarding.post("/v1/accounts", {"name": f"A{number}", "tier": "gold" if number % 2 else "silver"})
        for number in range(5)
    ]
    first = await onboarding.get("/v1/accounts", limit=3)
    second = await onboarding.get("/v1/accounts", limit=3, cursor=first["next_cursor"])
    assert first["items"] + second["items"] == made
    assert second["next_cursor"] is None
    gold = await onboarding.get("/v1/accounts", tier="gold")
    assert [item["name"] for item in gold["items"]] == ["A1", "A3"]
    late = await onboarding.get("/v1/accounts", updated_since=made[3]["updated_at"])
    assert [item["name"] for item in late["items"]] == ["A3", "A4"]


async def test_an_unknown_account_is_not_found(onboarding: ServiceUnderTest) -> None:
    for path in ("", "/contacts", "/team", "/team/csm", "/team/csm/history"):
        answer = await onboarding.client.get(f"/v1/accounts/01935f2e-7c00-7000-8000-000000000001{path}")
        assert answer.status_code == 404
