"""Contacts over HTTP."""

import asyncio
from typing import Any

import pytest

from tests.fixtures.services import ServiceUnderTest


@pytest.fixture
async def acme(onboarding: ServiceUnderTest) -> dict[str, Any]:
    made: dict[str, Any] = await onboarding.post("/v1/accounts", {"name": "Acme"})
    return made


def ana(acme: dict[str, Any], **changes: Any) -> dict[str, Any]:
    return {
        "account_id": acme["id"],
        "name": "Ana",
        "email": "ana@acme.example",
        "phone": None,
        "locale": "en",
        "timezone": "UTC",
        "roles": ["champion"],
        "consent": {"email": True, "phone": None},
        "external_ids": {"crm": "C-1"},
        **changes,
    }


async def test_a_contact_is_made_told_and_listed(onboarding: ServiceUnderTest, acme: dict[str, Any]) -> None:
    answer = await onboarding.client.post("/v1/contacts", json=ana(acme))
    made = answer.json()
    assert answer.status_code == 201
    assert {name: made[name] for name in ana(acme)} == ana(acme)
    assert (made["active"], made["merged_into_id"], made["erased_at"], made["version"]) == (True, None, None, 1)
    [fact] = await onboarding.told("contact.created.v1")
    assert (fact.subject, fact.trace_id) == (made["id"], acme["id"])
    assert {name: fact.data[name] for name in made} == made
    listed = await onboarding.get(f"/v1/accounts/{acme['id']}/contacts")
    assert listed == {"items": [made], "next_cursor": None}


async def test_an_unknown_account_is_named(onboarding: ServiceUnderTest) -> None:
    body = {"account_id": "01935f2e-7c00-7000-8000-000000000001", "name": "Ana"}
    answer = await onboarding.client.post("/v1/contacts", json=body)
    assert (answer.status_code, answer.json()["code"]) == (422, "unknown_account")
    assert answer.json()["errors"][0]["loc"] == ["body", "account_id"]


async def test_an_address_is_one_persons_whatever_its_case(onboarding: ServiceUnderTest, acme: dict[str, Any]) -> None:
    made = await onboarding.post("/v1/contacts", ana(acme))
    again = await onboarding.client.post("/v1/contacts", json=ana(acme))
    assert (again.status_code, again.json()) == (200, made)
    other = await onboarding.client.post("/v1/contacts", json=ana(acme, email="ANA@Acme.example", external_ids={}))
    assert (other.status_code, other.json()["code"]) == (409, "source_conflict")
    assert other.json()["conflicting_id"] == made["id"]

    bolt = await onboarding.post("/v1/accounts", {"name": "Bolt"})
    elsewhere = await onboarding.client.post("/v1/contacts", json=ana(bolt, external_ids={}))
    assert elsewhere.status_code == 201


async def test_an_external_id_is_one_persons(onboarding: ServiceUnderTest, acme: dict[str, Any]) -> None:
    made = await onboarding.post("/v1/contacts", ana(acme))
    bolt = await onboarding.post("/v1/accounts", {"name": "Bolt"})
    other = await onboarding.client.post("/v1/contacts", json=ana(bolt, email="x@bolt.example"))
    assert (other.status_code, other.json()["conflicting_id"]) == (409, made["id"])


async def test_contacts_without_an_address_are_apart(onboarding: ServiceUnderTest, acme: dict[str, Any]) -> None:
    body = {"account_id": acme["id"], "name": "Ana"}
    first, second = [await onboarding.post("/v1/contacts", body) for _ in range(2)]
    assert first["id"] != second["id"]


async def test_one_of_many_at_once_makes_the_contact(onboarding: ServiceUnderTest, acme: dict[str, Any]) -> None:
    answers = await asyncio.gather(*(onboarding.client.post("/v1/contacts", json=ana(acme)) for _ in range(8)))
    assert sorted(answer.status_code for answer in answers) == [200] * 7 + [201]


async def test_a_patch_is_told_whole(onboarding: ServiceUnderTest, acme: dict[str, Any]) -> None:
    made = await onboarding.post("/v1/contacts", ana(acme))
    patch = {"email": "Ana.New@acme.example", "consent": {"email": False}, "active": False, "roles": ["admin", "user"]}
    changed = await onboarding.patch(f"/v1/contacts/{made['id']}", patch)
    assert changed["consent"] == {"email": False, "phone": None}
    assert (changed["active"], changed["version"]) == (False, 2)
    [fact] = await onboarding.told("contact.updated.v1")
    assert {name: fact.data[name] for name in changed} == changed
    # The old address is free, the new one is taken.
    assert (await onboarding.client.post("/v1/contacts", json=ana(acme, external_ids={}))).status_code == 201
    taken = ana(acme, email="ana.new@ACME.example", external_ids={})
    assert (await onboarding.client.post("/v1/contacts", json=taken)).status_code == 409


async def test_a_patch_takes_no_ones_address(onboarding: ServiceUnderTest, acme: dict[str, Any]) -> None:
    made = await onboarding.post("/v1/contacts", ana(acme))
    bo = await onboarding.post("/v1/contacts", ana(acme, name="Bo", email="bo@acme.example", external_ids={}))
    for patch in ({"email": "ANA@acme.example"}, {"external_ids": {"crm": "C-1"}}):
        answer = await onboarding.client.patch(f"/v1/contacts/{bo['id']}", json=patch)
        assert (answer.status_code, answer.json()["conflicting_id"]) == (409, made["id"])
    cased = await onboarding.patch(f"/v1/contacts/{bo['id']}", {"email": "BO@acme.example"})
    assert cased["email"] == "BO@acme.example"


@pytest.mark.parametrize(
    ("changes", "loc"),
    [
        ({"roles": ["king"]}, ["body", "roles", 0]),
        ({"email": "ana"}, ["body", "email"]),
        ({"email": "ana@acme.example\r\nBcc: x@y.example"}, ["body", "email"]),
        ({"consent": {"email": "yes"}}, ["body", "consent", "email"]),
        ({"consent": {"email": 1}}, ["body", "consent", "email"]),
        ({"account_id": "7"}, ["body", "account_id"]),
        ({"name": "A\x00na"}, ["body", "name"]),
    ],
)
async def test_what_does_not_fit_is_refused_with_its_place(
    onboarding: ServiceUnderTest, acme: dict[str, Any], changes: dict[str, Any], loc: list[Any]
) -> None:
    answer = await onboarding.client.post("/v1/contacts", json=ana(acme, **changes))
    assert answer.status_code == 422
    assert loc in [error["loc"] for error in answer.json()["errors"]]


async def test_a_contact_stays_with_its_account(onboarding: ServiceUnderTest, acme: dict[str, Any]) -> None:
    made = await onboarding.post("/v1/contacts", ana(acme))
    answer = await onboarding.client.patch(f"/v1/contacts/{made['id']}", json={"account_id": acme["id"]})
    assert (answer.status_code, answer.json()["errors"][0]["loc"]) == (422, ["body", "account_id"])
