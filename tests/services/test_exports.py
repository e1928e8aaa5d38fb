"""What a service holds about a person is given out as one document, and noted."""

from uuid import UUID

import pytest

from shared.features.privacy import export
from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest
from tests.services import erasing
from tests.services.erasing import EMAIL, NAME, PHONE, WORDS
from tests.services.ticketing import facts


async def filled(service: ServiceUnderTest) -> str:
    """A person of whom the service holds something; answers the contact's id."""
    contact_id, account_id = uuid7(), uuid7()
    if service.name == "onboarding":
        account = await service.post("/v1/accounts", {"name": "Acme"})
        body = {"account_id": account["id"], "name": NAME, "email": EMAIL, "phone": PHONE}
        return str((await service.post("/v1/contacts", body))["id"])
    await service.deliver(erasing.contact(contact_id, account_id))
    if service.name == "feedback":
        body = {"source": "phone", "source_id": "1", "survey_type": "nps", "score": 3, "comment": WORDS}
        await service.post("/v1/responses", {**body, "contact_id": str(contact_id)})
    else:
        await service.deliver(facts.received(contact_id=contact_id, account_id=account_id, comment=WORDS))
    return str(contact_id)


SECTIONS = {
    "ticketing": {"tickets", "messages", "recovery_cases", "addresses"},
    "feedback": {"contact", "responses", "addresses"},
    "onboarding": {"contact", "audit", "addresses"},
    "analytics": {"facts", "addresses"},
}


async def test_all_that_is_held_is_given_out_and_noted(service: ServiceUnderTest) -> None:
    contact_id = await filled(service)
    answer = await service.client.get(f"/v1/contacts/{contact_id}/export")
    assert answer.status_code == 200, answer.text
    document = answer.json()
    assert {section for section, rows in document["sections"].items() if rows} >= SECTIONS[service.name]
    assert (document["truncated"], document["erased_at"]) == ([], None)
    assert EMAIL.lower() in answer.text.lower()
    if service.name != "onboarding":
        assert WORDS in answer.text
    [noted] = (await service.get("/v1/audit", action="contact.export"))["items"]
    assert (noted["entity_id"], noted["before"], noted["after"]) == (contact_id, {}, {})


async def test_of_an_erased_person_only_ids_times_and_codes_are_left(service: ServiceUnderTest) -> None:
    contact_id = await filled(service)
    if service.name == "onboarding":
        await service.post(f"/v1/contacts/{contact_id}/erase")
    else:
        await service.deliver(erasing.request(UUID(contact_id)))
    await erasing.erase_waiting(service)
    answer = await service.client.get(f"/v1/contacts/{contact_id}/export")
    assert answer.json()["erased_at"] is not None
    assert not [trace for trace in erasing.TRACES if trace in answer.text.lower()]


async def test_who_is_not_known_is_404_and_reading_needs_its_scope(service: ServiceUnderTest) -> None:
    path = f"/v1/contacts/{uuid7()}/export"
    assert (await service.client.get(path)).status_code == 404
    assert (await service.get("/v1/audit", action="contact.export"))["items"] == []
    async with service.client_with(f"{service.name}:contacts:read") as clerk:
        assert (await clerk.get(path)).status_code == 403


async def test_a_long_section_is_cut_and_says_so(feedback: ServiceUnderTest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(export, "MOST_ROWS", 2)
    contact_id = await filled(feedback)
    for number in range(3):
        body = {"source": "mail", "source_id": str(number), "survey_type": "nps", "score": number}
        await feedback.post("/v1/responses", {**body, "contact_id": contact_id})
    document = await feedback.get(f"/v1/contacts/{contact_id}/export")
    assert [row["score"] for row in document["sections"]["responses"]] == [2, 1]
    assert document["truncated"] == ["responses"]
