"""A contact is taken out of what was decided about their complaints, and why they were given something."""

from typing import Any

from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest
from tests.services import erasing
from tests.services.erasing import EMAIL, NAME, WORDS

DECIDED: dict[str, Any] = {"outcome": "upheld", "reasons": f"{NAME} is right", "remedy": f"A bouquet for {NAME}"}


async def a_story(ticketing: ServiceUnderTest, requester: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """A complaint that was decided and refused, and a case with gifts; answers both."""
    body = {"subject": f"Of {NAME}", "type": "complaint", "requester": requester, "contact_reason_id": str(uuid7())}
    ticket = await ticketing.post("/v1/tickets", body)
    complaint = (await ticketing.get("/v1/complaints", ticket_id=ticket["id"]))["items"][0]
    path = f"/v1/complaints/{complaint['id']}"
    await ticketing.post(f"{path}/transitions", {"to": "acknowledged"})
    await ticketing.post(f"{path}/decision", DECIDED, headers={"Idempotency-Key": f"decide-{ticket['id']}"})
    await ticketing.post(f"{path}/acceptance", {"accepted": False, "comment": WORDS})
    await ticketing.execute(
        "INSERT INTO recovery_case (id, ticket_id, trace_id, state, severity, opened_at, plan_due_at, contact_due_at)"
        " VALUES (:id, :ticket_id, :id, 'opened', 'minor', now(), now(), now())",
        id=uuid7(),
        ticket_id=ticket["id"],
    )
    case = (await ticketing.get("/v1/recovery-cases", ticket_id=ticket["id"]))["items"][0]
    given = {"kind": "gift", "amount_minor": 500, "currency": "EUR", "reason": f"{NAME} waited"}
    gift = f"/v1/recovery-cases/{case['id']}/compensations"
    case = await ticketing.post(gift, given, headers={"Idempotency-Key": f"give-{ticket['id']}"})
    await ticketing.post("/v1/authority-limits", {"staff_id": str(uuid7()), "currency": "EUR", "amount_minor": 500})
    return complaint, case


async def test_nothing_of_what_was_said_is_left_and_outcomes_and_amounts_are(ticketing: ServiceUnderTest) -> None:
    contact_id = uuid7()
    await ticketing.deliver(erasing.contact(contact_id, uuid7()))
    known, _ = await a_story(ticketing, {"contact_id": str(contact_id)})
    complaint, case = await a_story(ticketing, {"email": EMAIL})
    document = (await ticketing.client.get(f"/v1/contacts/{contact_id}/export")).json()
    assert {row["id"] for row in document["sections"]["complaints"]} == {known["id"], complaint["id"]}
    assert WORDS in str(document["sections"]["complaints"])
    assert f"{NAME} waited" in str(document["sections"]["compensations"])
    held = await erasing.left_of(ticketing)
    assert {"complaint.decisions", "compensation.reason", "idempotency_key.body"} <= {
        place.partition(" ")[0] for place in held
    }
    await ticketing.deliver(erasing.request(contact_id))
    assert await erasing.erase_waiting(ticketing) == 1
    assert await erasing.left_of(ticketing) == []
    after = await ticketing.get(f"/v1/complaints/{complaint['id']}")
    [decision] = after["decisions"]
    assert (decision["outcome"], decision["reasons"], decision["answer"]) == ("upheld", "[erased]", "refused")
    assert (decision["remedy"], decision["comment"]) == (None, None)
    [gift] = (await ticketing.get(f"/v1/recovery-cases/{case['id']}"))["compensations"]
    assert (gift["amount_minor"], gift["reason"], gift["state"]) == (500, None, "pending_approval")
    await ticketing.deliver(erasing.request(contact_id))
    await erasing.erase_waiting(ticketing)
    assert (await ticketing.get(f"/v1/complaints/{complaint['id']}"))["version"] == after["version"]
