"""A contact is taken out of feedback, and the scores stay as they were."""

import json
import uuid
from typing import Any

from shared.events.republish import republish
from shared.events.transaction import transaction
from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest, envelope_of
from tests.services import erasing
from tests.services.erasing import EMAIL, NAME, WORDS

ACCOUNT = uuid.UUID("01a1f82f-1e81-7a10-8c51-2f6d0b7e9a01")


def answer(**changes: Any) -> dict[str, Any]:
    body = {"source": "phone", "source_id": uuid.uuid4().hex, "survey_type": "nps", "score": 3, "comment": WORDS}
    return {**body, "account_id": str(ACCOUNT), "answers": [{"question": "reason", "value": WORDS}], **changes}


async def a_story(feedback: ServiceUnderTest, contact_id: uuid.UUID) -> list[dict[str, Any]]:
    """Answers of the contact, and one that names them by their address alone; one was edited."""
    await feedback.deliver(erasing.contact(contact_id, ACCOUNT))
    known = {"contact_id": str(contact_id), "respondent": {"name": NAME, "email": EMAIL}}
    unknown = {"respondent": {"name": NAME, "email": EMAIL.upper()}, "score": 9}
    made = [
        await feedback.post("/v1/responses", answer(**known), headers={"Idempotency-Key": "first"}),
        await feedback.post("/v1/responses", answer(**unknown)),
    ]
    await feedback.patch(f"/v1/responses/{made[0]['id']}", {"comment": f"{WORDS}, says {NAME}"})
    return made


async def nps(feedback: ServiceUnderTest) -> Any:
    scores = await feedback.get(
        "/v1/scores", **{"metric": "nps", "from": "2020-01-01T00:00:00Z", "to": "2090-01-01T00:00:00Z"}
    )
    return [{name: item[name] for name in ("value", "n", "positives", "negatives")} for item in scores["items"]]


async def test_words_and_names_go_and_scores_stay(feedback: ServiceUnderTest) -> None:
    contact_id = uuid7()
    made = await a_story(feedback, contact_id)
    before = await nps(feedback)
    assert await erasing.left_of(feedback), "there is something to erase"
    await feedback.deliver(erasing.request(contact_id, ACCOUNT))
    assert await erasing.erase_waiting(feedback) == 1
    assert await erasing.left_of(feedback) == []
    assert await nps(feedback) == before != []
    after = await feedback.get(f"/v1/responses/{made[0]['id']}")
    assert (after["comment"], after["respondent"], after["answers"]) == (None, None, [])
    kept = ("score", "outcome", "contact_id", "account_id", "loop_case_id", "source_id", "answered_at")
    assert {name: after[name] for name in kept} == {name: made[0][name] for name in kept}
    [told] = await feedback.told("contact.erased.v1")
    assert told.data["records"] == 3  # the mirror, and both answers


async def test_what_is_told_again_says_nothing_of_them(feedback: ServiceUnderTest) -> None:
    contact_id = uuid7()
    await a_story(feedback, contact_id)
    await feedback.deliver(erasing.request(contact_id))
    await erasing.erase_waiting(feedback)
    await feedback.execute("UPDATE outbox SET published_at = now(), position = id")
    await feedback.execute("UPDATE relay_state SET next_position = (SELECT max(id) + 1 FROM outbox)")
    async with transaction(feedback.database) as session:
        week = {"since": feedback.clock().replace(year=2020), "until": feedback.clock().replace(year=2090)}
        assert await republish(session, **week) > 0
    again = await erasing.as_told(feedback)
    feed = (await feedback.client.get("/v1/events")).text.lower()
    assert not [trace for trace in erasing.TRACES if trace in again or trace in feed]
    received = [fact.data for fact in await feedback.told("response.received.v1")]
    assert [fact["score"] for fact in received] == [3, 9]


async def test_an_answer_that_comes_after_the_erasure_counts_without_words(feedback: ServiceUnderTest) -> None:
    contact_id = uuid7()
    await feedback.deliver(erasing.request(contact_id))
    await erasing.erase_waiting(feedback)
    body = answer(contact_id=str(contact_id), respondent={"name": NAME, "email": EMAIL})
    made = await feedback.post("/v1/responses", body)
    assert (made["score"], made["comment"], made["respondent"], made["answers"]) == (3, None, None, [])
    assert (await feedback.post("/v1/responses", body))["id"] == made["id"]
    keyed = await feedback.post("/v1/responses", {**body, "source_id": "x"}, headers={"Idempotency-Key": "late"})
    assert keyed["comment"] is None
    edited = await feedback.patch(f"/v1/responses/{made['id']}", {"comment": WORDS, "score": 9})
    assert (edited["score"], edited["comment"]) == (9, None)
    assert await erasing.left_of(feedback) == []
    assert len(await feedback.told("response.received.v1")) == 2
    assert len(await feedback.told("loop.opened.v1")) == 2


async def test_a_mirror_is_not_overwritten_by_what_comes_late(feedback: ServiceUnderTest) -> None:
    contact_id = uuid7()
    await feedback.deliver(erasing.contact(contact_id, ACCOUNT))
    await feedback.deliver(erasing.request(contact_id))
    await erasing.erase_waiting(feedback)
    await feedback.deliver(erasing.contact(contact_id, ACCOUNT))
    assert await erasing.left_of(feedback) == []
    [row] = await feedback.rows("SELECT account_id, name FROM contact")
    assert (row.account_id, row.name) == (ACCOUNT, None)


async def test_good_news_that_waits_goes_out_without_words(feedback: ServiceUnderTest) -> None:
    contact_id = uuid7()
    await feedback.deliver(erasing.contact(contact_id, ACCOUNT))
    made = await feedback.post("/v1/responses", answer(contact_id=str(contact_id), score=10))
    team = [{"role": "csm", "staff_id": str(uuid7()), "name": "Mia", "email": "mia@us.example"}]
    await feedback.execute(
        "INSERT INTO account_team (account_id, members, sequence) VALUES (:account, CAST(:team AS jsonb), 1)",
        account=ACCOUNT,
        team=json.dumps([{**team[0], "notify_address": None, "backup": False}]),
    )
    assert await feedback.run_job("follow_up_due") == 1
    await feedback.deliver(erasing.request(contact_id))
    await erasing.erase_waiting(feedback)
    [notice] = (await feedback.get("/v1/notifications", response_id=made["id"]))["items"]
    assert notice["state"] == "queued"
    assert await erasing.left_of(feedback) == []


async def test_a_repair_has_the_deed_done_again(feedback: ServiceUnderTest) -> None:
    contact_id = uuid7()
    await feedback.apply([envelope_of(erasing.repair_request(contact_id, "feedback"))])
    assert await erasing.erase_waiting(feedback) == 1
    assert [fact.data["result"] for fact in await feedback.told("repair.answered.v1")] == ["done"]
