"""A contact is taken out of ticketing."""

import asyncio
import json
import uuid
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError

from shared.contracts.platform import ContactErased
from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest, envelope_of
from tests.services import erasing
from tests.services.erasing import EMAIL, NAME, PHONE, WORDS
from tests.services.ticketing import facts
from tests.shared.features.bulk_jobs.working import JSON_LINES, imported

ACCOUNT = uuid.UUID(int=0x01A1F82F1E817A108C512F6D0B7E9A01)


async def a_story(ticketing: ServiceUnderTest, contact_id: uuid.UUID) -> dict[str, Any]:
    """An escalated answer, its plan, a call and a reply; a ticket by mail address; a colleague's mention."""
    await ticketing.deliver(erasing.contact(contact_id, ACCOUNT))
    answer = facts.received(contact_id=contact_id, account_id=ACCOUNT, comment=WORDS)
    await ticketing.deliver(answer)
    [escalation] = (await ticketing.get("/v1/tickets", source_id=str(answer.response_id)))["items"]
    case = (await ticketing.get("/v1/recovery-cases", response_id=str(answer.response_id)))["items"][0]
    plan = {"text": f"Call {NAME}", "steps": [{"title": f"Call {PHONE}"}]}
    await ticketing.put(f"/v1/recovery-cases/{case['id']}/plan", plan)
    called = {"contacted_at": ticketing.clock().isoformat(), "channel": "phone", "note": f"{NAME} was glad"}
    await ticketing.post(f"/v1/recovery-cases/{case['id']}/contacts", called)
    reply = {"body": f"Dear {NAME}", "visibility": "public"}
    await ticketing.post(f"/v1/tickets/{escalation['id']}/messages", reply, headers={"Idempotency-Key": "reply"})
    by_mail = {
        "subject": f"{NAME} has a question",
        "type": "question",
        "requester": {"name": NAME, "email": EMAIL, "phone": PHONE},
        "custom": {"nickname": "Quist"},
        "message": {"body": WORDS, "visibility": "public"},
    }
    await ticketing.post("/v1/tickets", by_mail, headers={"Idempotency-Key": "mail"})
    changed = await ticketing.post("/v1/tickets", {**by_mail, "requester": {"contact_id": str(contact_id)}})
    await ticketing.patch(f"/v1/tickets/{changed['id']}", {"subject": f"Another of {NAME}"})
    other = {"subject": f"About {EMAIL}", "type": "task", "account_id": str(ACCOUNT)}
    other |= {"message": {"body": f"Please write to {EMAIL.upper()}.", "visibility": "internal"}}
    await ticketing.post("/v1/tickets", other)
    return escalation


async def test_nothing_is_left_but_ids_times_and_numbers(ticketing: ServiceUnderTest) -> None:
    contact_id = uuid7()
    escalation = await a_story(ticketing, contact_id)
    assert await erasing.left_of(ticketing), "there is something to erase"
    await ticketing.deliver(erasing.request(contact_id, ACCOUNT))
    assert await erasing.erase_waiting(ticketing) == 1
    assert await erasing.left_of(ticketing) == []
    after = await ticketing.get(f"/v1/tickets/{escalation['id']}")
    kept = ("number", "type", "priority", "account_id", "created_at", "source", "trace_id")
    assert {name: after[name] for name in kept} == {name: escalation[name] for name in kept}
    assert after["requester"]["contact_id"] == str(contact_id)
    assert after["subject"] == "[erased]"
    [told] = await ticketing.told("contact.erased.v1")
    assert (told.subject, told.data["service"]) == (str(contact_id), "ticketing")
    assert told.data["records"] >= 8
    assert ContactErased.model_validate(told.data)


async def test_another_customer_keeps_everything(ticketing: ServiceUnderTest) -> None:
    contact_id, other_id = uuid7(), uuid7()
    await ticketing.deliver(erasing.contact(contact_id, ACCOUNT))
    theirs = {
        "subject": "Of a namesake",
        "type": "question",
        "requester": {"contact_id": str(other_id), "name": NAME, "email": EMAIL},
        "message": {"body": WORDS, "visibility": "public"},
    }
    ticket = await ticketing.post("/v1/tickets", theirs)
    before = await ticketing.get(f"/v1/tickets/{ticket['id']}", include="messages")
    await ticketing.deliver(erasing.request(contact_id))
    assert await erasing.erase_waiting(ticketing) == 1
    assert await ticketing.get(f"/v1/tickets/{ticket['id']}", include="messages") == before


async def test_a_request_is_obeyed_once_however_often_it_comes(ticketing: ServiceUnderTest) -> None:
    contact_id = uuid7()
    await a_story(ticketing, contact_id)
    for _ in range(2):
        await ticketing.deliver(erasing.request(contact_id))
        await erasing.erase_waiting(ticketing)
    assert len(await ticketing.told("contact.erased.v1")) == 1


async def test_a_stranger_is_marked_and_answered_and_what_comes_later_is_kept_without_them(
    ticketing: ServiceUnderTest,
) -> None:
    contact_id = uuid7()
    await ticketing.deliver(erasing.request(contact_id))
    assert await erasing.erase_waiting(ticketing) == 1
    [told] = await ticketing.told("contact.erased.v1")
    assert told.data["records"] == 0
    answer = facts.received(contact_id=contact_id, account_id=ACCOUNT, comment=WORDS)
    await ticketing.deliver(erasing.contact(contact_id, ACCOUNT), answer)
    ticket = (await ticketing.get("/v1/tickets", source_id=str(answer.response_id)))["items"][0]
    said = {"kind": "customer", "name": NAME}
    message = {"body": WORDS, "visibility": "public", "author": said, "channel": "email", "source_id": "m-1"}
    await ticketing.post(f"/v1/tickets/{ticket['id']}/messages", message)
    again = {
        "subject": WORDS,
        "type": "question",
        "requester": {"contact_id": str(contact_id), "name": NAME, "email": EMAIL, "phone": PHONE},
        "message": {"body": WORDS, "visibility": "public"},
    }
    made = await ticketing.post("/v1/tickets", again)
    await ticketing.patch(f"/v1/tickets/{made['id']}", {"requester": {"name": NAME}, "subject": WORDS})
    assert await erasing.left_of(ticketing) == []
    assert (await ticketing.get(f"/v1/tickets/{ticket['id']}"))["account_id"] == str(ACCOUNT)


async def test_a_write_that_did_not_see_the_mark_is_found_by_the_deed(ticketing: ServiceUnderTest) -> None:
    """Requests run beside the mark; the deed waits until each of them has ended, and finds what they wrote."""
    contact_id = uuid7()
    escalation = await a_story(ticketing, contact_id)
    message = {"body": WORDS, "visibility": "public", "author": {"kind": "customer", "name": NAME}}
    path = f"/v1/tickets/{escalation['id']}/messages"
    writing = [ticketing.post(path, message) for _ in range(8)]
    await asyncio.gather(*writing[:4], ticketing.deliver(erasing.request(contact_id), times=1), *writing[4:])
    assert await ticketing.run_job("erase_contacts") == 0, "the mark is too young"
    assert await erasing.erase_waiting(ticketing) == 1
    assert await erasing.left_of(ticketing) == []


async def test_erasures_a_minute_are_capped_and_the_rest_waits(ticketing: ServiceUnderTest) -> None:
    requests = [erasing.request(uuid7()) for _ in range(23)]
    await ticketing.deliver(*requests)
    assert await erasing.erase_waiting(ticketing) == 20
    waiting = "SELECT count(*) AS rows FROM erased_contact WHERE erased_at IS NULL"
    assert (await ticketing.rows(waiting))[0].rows == 3
    await ticketing.execute("UPDATE erased_contact SET erased_at = erased_at - interval '2 minutes'")
    assert await erasing.erase_waiting(ticketing) == 3


async def test_somebody_who_cannot_be_erased_keeps_nobody_waiting(ticketing: ServiceUnderTest) -> None:
    stuck, other = uuid7(), uuid7()
    await a_story(ticketing, stuck)
    await ticketing.deliver(erasing.request(stuck))
    await ticketing.deliver(erasing.request(other))
    broken = f"CHECK (subject <> '{stuck}' OR type <> 'contact.erased.v1')"
    await ticketing.execute(f"ALTER TABLE outbox ADD CONSTRAINT broken {broken} NOT VALID")
    await erasing.settle(ticketing)
    assert await ticketing.run_job("erase_contacts") == 1
    assert [fact.subject for fact in await ticketing.told("contact.erased.v1")] == [str(other)]
    assert await erasing.left_of(ticketing) != [], "what was done in vain is undone as a whole"
    with pytest.raises(IntegrityError):  # the job has failed, and says so
        await ticketing.run_job("erase_contacts")
    await ticketing.execute("ALTER TABLE outbox DROP CONSTRAINT broken")
    assert await erasing.erase_waiting(ticketing) == 1
    assert await erasing.left_of(ticketing) == []


async def test_a_dead_letter_is_replayed_without_the_person(ticketing: ServiceUnderTest) -> None:
    contact_id = uuid7()
    await ticketing.deliver(erasing.contact(contact_id, ACCOUNT))
    await ticketing.execute("ALTER TABLE ticket ADD CONSTRAINT broken CHECK (type <> 'escalation') NOT VALID")
    answer = facts.received(contact_id=contact_id, account_id=ACCOUNT, comment=WORDS)
    await ticketing.apply([envelope_of(answer)])
    await ticketing.execute("ALTER TABLE ticket DROP CONSTRAINT broken")
    [letter] = (await ticketing.get("/v1/dead-letters"))["items"]
    await ticketing.apply([envelope_of(erasing.request(contact_id))])
    assert await erasing.erase_waiting(ticketing) == 1
    assert await erasing.left_of(ticketing) == []
    replayed = await ticketing.post(f"/v1/dead-letters/{letter['id']}/replay")
    assert replayed["state"] == "replayed"
    assert len((await ticketing.get("/v1/tickets", source_id=str(answer.response_id)))["items"]) == 1
    assert await erasing.left_of(ticketing) == []


async def test_a_dead_letter_that_cannot_be_read_is_emptied_and_can_be_discarded(ticketing: ServiceUnderTest) -> None:
    contact_id = uuid7()
    await ticketing.deliver(erasing.contact(contact_id, ACCOUNT))
    await ticketing.execute(
        'INSERT INTO dead_letter (id, topic, partition, "offset", headers, payload, attempts, error, state,'
        " received_at) VALUES (:id, 'feedback-events', 0, 0, '[]', :payload, 1, 'Undecodable', 'open', now())",
        id=uuid7(),
        payload=b"\xff\xfe {" + EMAIL.encode(),
    )
    await ticketing.apply([envelope_of(erasing.request(contact_id))])
    assert await erasing.erase_waiting(ticketing) == 1
    assert await erasing.left_of(ticketing) == []
    [letter] = (await ticketing.get("/v1/dead-letters"))["items"]
    assert letter["error"].startswith("Erased")
    refused = await ticketing.client.post(f"/v1/dead-letters/{letter['id']}/replay")
    assert refused.json()["code"] == "dead_letter_still_fails"
    gone = await ticketing.post(f"/v1/dead-letters/{letter['id']}/discard", {"reason": "erased"})
    assert gone["state"] == "discarded"


async def test_a_dead_letter_that_comes_after_the_erasure_loses_the_person_too(ticketing: ServiceUnderTest) -> None:
    contact_id = uuid7()
    await ticketing.deliver(erasing.request(contact_id))
    await erasing.erase_waiting(ticketing)
    await ticketing.execute("ALTER TABLE contact ADD CONSTRAINT broken CHECK (sequence < 0) NOT VALID")
    await ticketing.apply([envelope_of(erasing.contact(contact_id, ACCOUNT))])
    other = erasing.contact(uuid7(), ACCOUNT, name="Somebody Else")
    await ticketing.apply([envelope_of(other)])
    assert await erasing.left_of(ticketing) != []
    assert await ticketing.run_job("erase_late_dead_letters") == 1
    assert await ticketing.run_job("erase_late_dead_letters") == 0
    letters = [row.payload for row in await ticketing.rows("SELECT payload FROM dead_letter ORDER BY id")]
    assert [NAME.encode() in letter for letter in letters] == [False, False]
    assert b"Somebody Else" in letters[1]


async def test_a_repair_has_the_deed_done_again(ticketing: ServiceUnderTest) -> None:
    contact_id = uuid7()
    await ticketing.deliver(erasing.request(contact_id))
    await erasing.erase_waiting(ticketing)
    await ticketing.deliver(erasing.repair_request(contact_id, "ticketing"))
    await erasing.erase_waiting(ticketing)
    assert len(await ticketing.told("contact.erased.v1")) == 2
    assert [fact.data["result"] for fact in await ticketing.told("repair.answered.v1")] == ["done"]


async def test_a_kept_answer_is_given_again_without_the_person(ticketing: ServiceUnderTest) -> None:
    contact_id = uuid7()
    escalation = await a_story(ticketing, contact_id)
    await ticketing.deliver(erasing.request(contact_id))
    await erasing.erase_waiting(ticketing)
    again = await ticketing.client.post(
        f"/v1/tickets/{escalation['id']}/messages",
        json={"body": f"Dear {NAME}", "visibility": "public"},
        headers={"Idempotency-Key": "reply"},
    )
    assert again.headers["idempotency-replayed"] == "true"
    assert NAME not in again.text
    assert again.json()["ticket_id"] == escalation["id"]


async def test_an_import_brings_nothing_back(ticketing: ServiceUnderTest) -> None:
    contact_id = uuid7()
    await ticketing.deliver(erasing.request(contact_id, ACCOUNT))
    await erasing.erase_waiting(ticketing)
    row = {"subject": f"{NAME} asks", "source": {"service": "zendesk", "kind": "ticket", "id": "1"}}
    row |= {"requester": {"contact_id": str(contact_id), "name": NAME, "email": EMAIL}, "message": {"body": WORDS}}
    for _ in range(2):  # the second time it is there already
        job = await imported(ticketing, "/v1/tickets/import", json.dumps(row), JSON_LINES)
        assert job["failed"] == 0
    [ticket] = (await ticketing.get("/v1/tickets", source_id="1"))["items"]
    assert (ticket["subject"], ticket["requester"]["contact_id"]) == ("[erased]", str(contact_id))
    assert await erasing.left_of(ticketing) == []


async def test_of_a_merged_ticket_only_its_own_contact_is_erased(ticketing: ServiceUnderTest) -> None:
    """Replies that landed on another ticket are the contact's who wrote them, and so is the recovery case."""
    ana, ben = uuid7(), uuid7()
    escalation = await a_story(ticketing, ana)
    body = {"subject": "Ben asks", "type": "question", "requester": {"contact_id": str(ben)}}
    other = await ticketing.post("/v1/tickets", {**body, "message": {"body": "Ben asks why"}})
    await ticketing.post(f"/v1/tickets/{escalation['id']}/merge", {"into": other["id"]})
    for ticket_id, words in ((escalation["id"], WORDS), (other["id"], "Ben thanks")):
        written = {"body": words, "visibility": "public", "author": {"kind": "customer"}}
        await ticketing.post(f"/v1/tickets/{ticket_id}/messages", written)
    export = await ticketing.get(f"/v1/contacts/{ana}/export")
    assert WORDS in json.dumps(export)
    assert "Ben" not in json.dumps(export)
    await ticketing.deliver(erasing.request(ana, ACCOUNT))
    assert await erasing.erase_waiting(ticketing) == 1
    assert await erasing.left_of(ticketing) == []
    kept = {row.body for row in await ticketing.rows("SELECT body FROM message")}
    assert {"Ben asks why", "Ben thanks"} <= kept
