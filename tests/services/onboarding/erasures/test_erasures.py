"""Asking for a person's erasure, and seeing how far it is."""

from typing import Any

import pytest

from shared.contracts.platform import ContactErased
from tests.fixtures.services import ServiceUnderTest
from tests.services import erasing
from tests.services.erasing import EMAIL, NAME, PHONE

SERVICES = ("ticketing", "feedback", "onboarding", "analytics")


def erased(contact_id: str, service: str, records: int = 1) -> ContactErased:
    changes = {"contact_id": contact_id, "service": service, "records": records}
    return ContactErased.model_validate({**ContactErased.example, **changes})


@pytest.fixture
async def person(onboarding: ServiceUnderTest) -> dict[str, Any]:
    """A contact who came with a deal, in which sales spoke of them, and who was changed since."""
    deal = {
        "crm": "hubspot",
        "crm_id": "D-1",
        "closed_at": "2026-01-01T00:00:00Z",
        "account": {"name": "Acme"},
        "contacts": [{"name": NAME, "email": EMAIL, "phone": PHONE, "external_ids": {"crm": "zlatibora-1"}}],
        "handoff": {
            "use_case": f"{NAME} wants reports",
            "stakeholders": [f"{NAME} (champion)", "Bo (buyer)"],
            "goals": [f"Ask {EMAIL}"],
        },
    }
    made = await onboarding.post("/v1/deals", deal, headers={"Idempotency-Key": "deal"})
    [contact_id] = made["contact_ids"]
    patch = {"email": f"new.{EMAIL}", "roles": ["champion"]}
    changed: dict[str, Any] = await onboarding.patch(
        f"/v1/contacts/{contact_id}", patch, headers={"Idempotency-Key": "change"}
    )
    return changed


async def test_the_directory_forgets_at_once_and_asks_the_others(
    onboarding: ServiceUnderTest, person: dict[str, Any]
) -> None:
    assert await erasing.left_of(onboarding), "there is something to erase"
    path = f"/v1/contacts/{person['id']}"
    asked = await onboarding.post(f"{path}/erase", {"reason": "consent_withdrawn"})
    assert (asked["state"], [each["state"] for each in asked["services"]]) == ("requested", ["waiting"] * 4)
    assert await erasing.left_of(onboarding) == []
    after = await onboarding.get(path)
    assert (after["name"], after["email"], after["active"]) == (None, None, False)
    assert after["erased_at"] is not None
    [fact] = await onboarding.told("contact.erasure_requested.v1")
    assert fact.data == {"contact_id": person["id"], "account_id": person["account_id"]}
    newest = (await onboarding.told("contact.updated.v1"))[-1]
    assert (newest.data["name"], newest.data["erased_at"]) == (None, after["erased_at"])
    [noted] = (await onboarding.get("/v1/audit", action="contact.erase"))["items"]
    assert (noted["reason"], noted["before"], noted["after"]) == ("consent_withdrawn", {}, {})
    [handoff] = (await onboarding.get("/v1/handoffs"))["items"]
    assert handoff["content"]["stakeholders"] == ["[erased] (champion)", "Bo (buyer)"]


async def test_asked_again_it_answers_the_same_and_tells_nothing(
    onboarding: ServiceUnderTest, person: dict[str, Any]
) -> None:
    path = f"/v1/contacts/{person['id']}"
    first = await onboarding.post(f"{path}/erase")
    told = len(await onboarding.told())
    assert await onboarding.post(f"{path}/erase", {"reason": "objection"}) == first
    assert await onboarding.get(f"{path}/erasure") == first
    assert len(await onboarding.told()) == told


async def test_it_is_complete_once_all_four_have_answered(onboarding: ServiceUnderTest, person: dict[str, Any]) -> None:
    path = f"/v1/contacts/{person['id']}"
    await onboarding.post(f"{path}/erase")
    assert await erasing.erase_waiting(onboarding) == 1
    [own] = await onboarding.told("contact.erased.v1")
    await onboarding.deliver(ContactErased.model_validate(own.data), source="onboarding")
    for service in ("ticketing", "feedback"):
        await onboarding.deliver(erased(person["id"], service, 7), source=service)
    await onboarding.deliver(erased(person["id"], "ticketing", 0), source="ticketing")
    half = await onboarding.get(f"{path}/erasure")
    assert half["state"] == "requested"
    assert {each["service"]: (each["state"], each["records"]) for each in half["services"]} == {
        "ticketing": ("done", 7),
        "feedback": ("done", 7),
        "onboarding": ("done", own.data["records"]),
        "analytics": ("waiting", None),
    }
    onboarding.clock.advance(hours=72, minutes=1)
    late = await onboarding.get(f"{path}/erasure")
    assert (late["state"], late["services"][3]["state"]) == ("overdue", "overdue")
    await onboarding.deliver(erased(person["id"], "analytics"), source="analytics")
    done = await onboarding.get(f"{path}/erasure")
    assert done["state"] == "complete"
    assert done["completed_at"] is not None


async def test_an_erased_contact_cannot_be_changed_and_the_address_is_free(
    onboarding: ServiceUnderTest, person: dict[str, Any]
) -> None:
    await onboarding.post(f"/v1/contacts/{person['id']}/erase")
    refused = await onboarding.client.patch(f"/v1/contacts/{person['id']}", json={"name": NAME})
    assert (refused.status_code, refused.json()["code"]) == (409, "contact_erased")
    same = {"account_id": person["account_id"], "name": NAME, "email": person["email"]}
    again = await onboarding.client.post("/v1/contacts", json=same)
    assert again.status_code == 201
    assert again.json()["id"] != person["id"]


async def test_who_is_not_there_or_was_not_asked_for_is_404(
    onboarding: ServiceUnderTest, person: dict[str, Any]
) -> None:
    assert (await onboarding.client.get(f"/v1/contacts/{person['id']}/erasure")).status_code == 404
    nobody = "01935f2e-7c00-7000-8000-000000000001"
    assert (await onboarding.client.post(f"/v1/contacts/{nobody}/erase", json={})).status_code == 404
    assert await onboarding.rows("SELECT 1 FROM erased_contact") == []


async def test_a_reason_is_a_code_and_no_text(onboarding: ServiceUnderTest, person: dict[str, Any]) -> None:
    refused = await onboarding.client.post(f"/v1/contacts/{person['id']}/erase", json={"reason": f"{NAME} asked"})
    assert refused.status_code == 422


async def test_erasing_needs_a_scope_of_its_own(onboarding: ServiceUnderTest, person: dict[str, Any]) -> None:
    async with onboarding.client_with("onboarding:contacts:write") as clerk:
        assert (await clerk.post(f"/v1/contacts/{person['id']}/erase", json={})).status_code == 403
    async with onboarding.client_with("onboarding:privacy:write") as officer:
        assert (await officer.post(f"/v1/contacts/{person['id']}/erase", json={})).status_code == 200
