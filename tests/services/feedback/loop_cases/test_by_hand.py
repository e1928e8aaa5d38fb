"""People give a case an owner and a note, and end it where nothing is to be done."""

import asyncio
from typing import Any

from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest
from tests.services import erasing
from tests.services.feedback import facts
from tests.services.feedback.answers import of_customer


async def a_case(feedback: ServiceUnderTest, **more: Any) -> dict[str, Any]:
    item = await feedback.post("/v1/responses", of_customer(3, **more))
    [case] = (await feedback.get("/v1/loop-cases", response_id=item["id"]))["items"]
    assert isinstance(case, dict)
    return case


async def test_an_owner_given_by_hand_is_told_once_and_the_ticket_s_next_one_follows(
    feedback: ServiceUnderTest,
) -> None:
    case = await a_case(feedback)
    path, leo, zoe = f"/v1/loop-cases/{case['id']}", str(uuid7()), str(uuid7())
    owned = await feedback.patch(path, {"owner_id": leo})
    assert (owned["owner_id"], owned["stage"], owned["version"]) == (leo, "assigned", 2)
    assert await feedback.patch(path, {"owner_id": leo}) == owned
    await feedback.patch(path, {"owner_id": zoe})
    [told] = await feedback.told("loop.assigned.v1")
    assert (told.data["owner_id"], told.data["stage"]) == (leo, "assigned")
    await feedback.deliver(facts.escalation(case["response_id"]))
    followed = await feedback.get(path)
    assert (followed["owner_id"], followed["assigned_at"]) == (str(facts.MIA), owned["assigned_at"])
    rows = await feedback.rows("SELECT before, after FROM audit WHERE action = 'loop_case.change' ORDER BY id")
    assert [row.after["owner_id"] for row in rows] == [leo, zoe]
    assert (await feedback.patch(path, {"owner_id": None}))["owner_id"] is None


async def test_a_note_is_kept_unheard_by_others_and_erased_with_its_contact(feedback: ServiceUnderTest) -> None:
    contact_id = uuid7()
    await feedback.deliver(erasing.contact(contact_id, uuid7()))
    case = await a_case(feedback, contact_id=str(contact_id))
    path = f"/v1/loop-cases/{case['id']}"
    noted = await feedback.patch(path, {"note": f"{erasing.NAME} is on holiday until Monday"})
    assert noted["note"].startswith(erasing.NAME)
    stale = await feedback.client.patch(path, json={"note": "x"}, headers={"If-Match": '"1"'})
    assert stale.status_code == 412
    await feedback.deliver(erasing.request(contact_id))
    await erasing.erase_waiting(feedback)
    assert (await feedback.get(path))["note"] is None
    assert await erasing.left_of(feedback) == []


async def test_closing_by_hand_is_no_action_with_its_reason(feedback: ServiceUnderTest) -> None:
    case = await a_case(feedback)
    path = f"/v1/loop-cases/{case['id']}"
    closed = await feedback.post(f"{path}/close", {"reason": "entered_twice", "note": "Same call"})
    assert (closed["state"], closed["result"], closed["reason"]) == ("closed", "no_action", "entered_twice")
    assert await feedback.post(f"{path}/close", {"reason": "entered_twice"}) == closed
    spoken = await feedback.client.post(f"{path}/close", json={"reason": "Ana told Mia so"})
    assert spoken.status_code == 422  # it is told to others, who must hear no names
    other = await feedback.client.post(f"{path}/close", json={"reason": "other"})
    assert (other.status_code, other.json()["code"]) == (409, "loop_case_closed")
    owner = await feedback.client.patch(path, json={"owner_id": str(uuid7())})
    assert (owner.status_code, owner.json()["code"]) == (409, "loop_case_closed")
    await feedback.deliver(facts.contacted(case["response_id"]), facts.completed(case["response_id"]))
    assert (await feedback.get(path))["result"] == "no_action"
    [told] = await feedback.told("loop.closed.v1")
    assert (told.data["result"], told.data["reason"]) == ("no_action", "entered_twice")


async def test_what_ended_by_its_recovery_is_not_closed_by_hand(feedback: ServiceUnderTest) -> None:
    case = await a_case(feedback)
    await feedback.deliver(facts.completed(case["response_id"]))
    refused = await feedback.client.post(f"/v1/loop-cases/{case['id']}/close", json={"reason": "other"})
    assert (refused.status_code, refused.json()["code"]) == (409, "loop_case_closed")


async def test_closed_at_the_same_moment_it_is_told_once(feedback: ServiceUnderTest) -> None:
    case = await a_case(feedback)
    path = f"/v1/loop-cases/{case['id']}/close"
    bodies = [{"reason": f"reason_{number}"} for number in range(5)]
    answers = await asyncio.gather(*(feedback.client.post(path, json=body) for body in bodies))
    assert sorted(one.status_code for one in answers) == [200, 409, 409, 409, 409]
    assert len(await feedback.told("loop.closed.v1")) == 1


async def test_who_may_only_read_changes_nothing(feedback: ServiceUnderTest) -> None:
    case = await a_case(feedback)
    async with feedback.client_with("feedback:loop-cases:read") as reader:
        path = f"/v1/loop-cases/{case['id']}"
        assert (await reader.get(path)).status_code == 200
        assert (await reader.patch(path, json={"note": "x"})).status_code == 403
        assert (await reader.post(f"{path}/close", json={"reason": "x"})).status_code == 403
