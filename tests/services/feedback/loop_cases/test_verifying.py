"""The answer after a recovery verifies its story's loop case; a negative one opens the next below it."""

from typing import Any
from uuid import UUID

import pytest

from services.feedback.responses import queries
from shared.contracts import story
from shared.contracts.feedback import ResponseReceived
from shared.contracts.ticketing import EscalationOpened
from shared.events.transaction import transaction
from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest
from tests.services.feedback import facts
from tests.services.feedback.answers import answer, of_customer

TICKET = story.TICKET


@pytest.fixture
async def survey(feedback: ServiceUnderTest) -> str:
    """The survey that closes a story: 1 to 5."""
    made = await feedback.post(
        "/v1/surveys",
        {
            "name": "How did it go?",
            "type": "post_recovery",
            "scale": {"min": 1, "max": 5},
            "bands": {
                "negative": {"min": 1, "max": 2},
                "neutral": {"min": 3, "max": 3},
                "positive": {"min": 4, "max": 5},
            },
            "questions": [{"key": "score", "kind": "score", "required": True}],
            "fallback_locale": "en",
            "locales": {
                "en": {
                    "title": "How did it go?",
                    "thanks": "Thank you.",
                    "questions": {"score": {"label": "How did we put it right?"}},
                }
            },
        },
    )
    return str(made["id"])


async def told_story(feedback: ServiceUnderTest) -> dict[str, Any]:
    """A negative answer whose ticket is known."""
    item = await feedback.post("/v1/responses", of_customer(3))
    await feedback.deliver(facts.escalation(item["id"]), facts.completed(item["id"]))
    assert isinstance(item, dict)
    return item


def after_recovery(survey: str, score: int, **more: Any) -> dict[str, Any]:
    return answer(score, survey_type="post_recovery", survey_id=survey, **more)


async def case_of(feedback: ServiceUnderTest, item: dict[str, Any]) -> dict[str, Any]:
    [case] = (await feedback.get("/v1/loop-cases", response_id=item["id"]))["items"]
    assert isinstance(case, dict)
    return case


@pytest.mark.parametrize("named", ["trace_id", "ticket_id", "both"])
async def test_it_verifies_the_case_by_its_trace_or_its_ticket(
    feedback: ServiceUnderTest, survey: str, named: str
) -> None:
    first = await told_story(feedback)
    names = {"trace_id": first["trace_id"], "ticket_id": TICKET}
    given = names if named == "both" else {named: names[named]}
    said = await feedback.post("/v1/responses", after_recovery(survey, 5, **given))
    case = await case_of(feedback, first)
    assert (case["verified_at"], case["verified_by"]) == (said["answered_at"], said["id"])
    assert (said["trace_id"], said["ticket_id"], said["loop_case_id"]) == (first["trace_id"], TICKET, None)
    [received] = [fact for fact in await feedback.told("response.received.v1") if fact.subject == said["id"]]
    assert (received.trace_id, received.data["ticket_id"]) == (first["trace_id"], TICKET)


async def test_the_first_answer_after_a_recovery_verifies_and_a_repeated_one_changes_nothing(
    feedback: ServiceUnderTest, survey: str
) -> None:
    first = await told_story(feedback)
    body = after_recovery(survey, 4, trace_id=first["trace_id"])
    said = await feedback.post("/v1/responses", body)
    case = await case_of(feedback, first)
    await feedback.post("/v1/responses", body)
    taken = await feedback.client.post("/v1/responses", json={**body, "score": 5})
    assert taken.status_code == 409
    await feedback.post("/v1/responses", after_recovery(survey, 5, trace_id=first["trace_id"]))
    assert await case_of(feedback, first) == case
    assert case["verified_by"] == said["id"]


async def test_a_negative_one_verifies_and_opens_the_next_case_of_the_same_story(
    feedback: ServiceUnderTest, survey: str
) -> None:
    first = await told_story(feedback)
    said = await feedback.post("/v1/responses", after_recovery(survey, 1, ticket_id=TICKET))
    assert (await case_of(feedback, first))["verified_by"] == said["id"]
    following = await case_of(feedback, said)
    assert (following["trace_id"], following["state"], following["verified_at"]) == (first["trace_id"], "open", None)
    better = await feedback.post("/v1/responses", after_recovery(survey, 5, trace_id=first["trace_id"]))
    assert (await case_of(feedback, said))["verified_by"] == better["id"]


async def test_a_deleted_answer_verifies_nothing_and_the_next_one_may(feedback: ServiceUnderTest, survey: str) -> None:
    first = await told_story(feedback)
    said = await feedback.post("/v1/responses", after_recovery(survey, 5, trace_id=first["trace_id"]))
    await feedback.client.delete(f"/v1/responses/{said['id']}")
    assert (await case_of(feedback, first))["verified_at"] is None
    again = await feedback.post("/v1/responses", after_recovery(survey, 4, trace_id=first["trace_id"]))
    assert (await case_of(feedback, first))["verified_by"] == again["id"]


async def test_another_story_s_answer_and_another_survey_s_verify_nothing(
    feedback: ServiceUnderTest, survey: str
) -> None:
    first = await told_story(feedback)
    stray = await feedback.post("/v1/responses", after_recovery(survey, 5, ticket_id=str(uuid7())))
    await feedback.post("/v1/responses", after_recovery(survey, 5))
    await feedback.post("/v1/responses", answer(9, trace_id=first["trace_id"]))
    assert stray["trace_id"] == stray["id"]
    assert (await case_of(feedback, first))["verified_at"] is None


async def test_negative_answers_of_a_story_are_counted_as_they_are_now(feedback: ServiceUnderTest, survey: str) -> None:
    first = await told_story(feedback)
    trace_id = first["trace_id"]

    async def negatives() -> int:
        async with transaction(feedback.database) as session:
            return await queries.negatives_in_trace(session, UUID(trace_id))

    assert await negatives() == 1
    said = [await feedback.post("/v1/responses", after_recovery(survey, 1, trace_id=trace_id)) for _ in range(3)]
    assert await negatives() == 4
    await feedback.patch(f"/v1/responses/{said[0]['id']}", {"score": 5})
    await feedback.client.delete(f"/v1/responses/{said[1]['id']}")
    await feedback.post("/v1/responses", after_recovery(survey, 5, trace_id=trace_id))
    assert await negatives() == 2


async def test_a_story_that_is_not_put_right_goes_on_in_tickets_below_one_another(
    feedback: ServiceUnderTest, ticketing: ServiceUnderTest, survey: str
) -> None:
    """Through both services: each hears what the other told."""

    async def told_to_ticketing(response_id: str) -> dict[str, Any]:
        [received] = [fact for fact in await feedback.told("response.received.v1") if fact.subject == response_id]
        data = ResponseReceived.model_validate(received.data)
        await ticketing.deliver(data, trace_id=UUID(received.trace_id))
        [opened] = [
            fact for fact in await ticketing.told("escalation.opened.v1") if fact.data["response_id"] == response_id
        ]
        await feedback.deliver(EscalationOpened.model_validate(opened.data), trace_id=UUID(opened.trace_id))
        ticket = await ticketing.get(f"/v1/tickets/{opened.subject}")
        assert isinstance(ticket, dict)
        return ticket

    first = await feedback.post("/v1/responses", of_customer(3))
    root = await told_to_ticketing(first["id"])
    assert root["parent_id"] is None
    said = await feedback.post("/v1/responses", after_recovery(survey, 1, ticket_id=root["id"]))
    child = await told_to_ticketing(said["id"])
    assert (child["parent_id"], child["trace_id"]) == (root["id"], first["trace_id"])
    by_trace = await feedback.post("/v1/responses", after_recovery(survey, 2, trace_id=first["trace_id"]))
    grandchild = await told_to_ticketing(by_trace["id"])
    assert (grandchild["parent_id"], grandchild["trace_id"]) == (root["id"], first["trace_id"])
    assert (await case_of(feedback, said))["verified_by"] == by_trace["id"]  # the newest recovery is what they mean
    async with transaction(feedback.database) as session:
        assert await queries.negatives_in_trace(session, UUID(first["trace_id"])) == 3
