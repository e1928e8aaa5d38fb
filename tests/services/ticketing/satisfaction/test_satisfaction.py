"""A ticket shows what its customer said about it, whatever comes twice or late."""

from typing import Any

from shared.contracts.feedback import ResponseReceived
from shared.events.outbox import rfc3339
from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest
from tests.services.ticketing.facts import deleted, edited, received


async def a_ticket(ticketing: ServiceUnderTest) -> str:
    made = await ticketing.post("/v1/tickets", {"subject": "The export is slow", "type": "question"})
    return str(made["id"])


async def said_of(ticketing: ServiceUnderTest, ticket_id: str) -> list[tuple[Any, str]]:
    found = await ticketing.get(f"/v1/tickets/{ticket_id}/satisfaction")
    return [(item["score"], item["outcome"]) for item in found["items"]]


def csat(ticket_id: str, score: int | None = 5, outcome: str = "positive", **changes: Any) -> ResponseReceived:
    return received(ticket_id=ticket_id, survey_type="csat", score=score, outcome=outcome, **changes)


async def test_an_answer_is_shown_on_its_ticket_alone(ticketing: ServiceUnderTest) -> None:
    first, second = await a_ticket(ticketing), await a_ticket(ticketing)
    answer = csat(first)
    await ticketing.deliver(answer)
    found = await ticketing.get(f"/v1/tickets/{first}/satisfaction")
    assert found == {
        "items": [
            {
                "response_id": str(answer.response_id),
                "ticket_id": first,
                "survey_type": "csat",
                "score": 5,
                "outcome": "positive",
                "answered_at": rfc3339(answer.answered_at),
            }
        ],
        "next_cursor": None,
    }
    assert await said_of(ticketing, second) == []


async def test_the_newest_answer_comes_first(ticketing: ServiceUnderTest) -> None:
    ticket = await a_ticket(ticketing)
    await ticketing.deliver(csat(ticket, 2, "negative"), csat(ticket, None, "unscored"), csat(ticket, 4, "positive"))
    assert await said_of(ticketing, ticket) == [(4, "positive"), (None, "unscored"), (2, "negative")]


async def test_an_answer_that_was_edited_shows_its_newest_score(ticketing: ServiceUnderTest) -> None:
    ticket = await a_ticket(ticketing)
    answer = csat(ticket)
    await ticketing.deliver(answer, edited(answer, 3, "neutral"))
    assert await said_of(ticketing, ticket) == [(3, "neutral")]


async def test_a_deleted_answer_is_gone_and_stays_so(ticketing: ServiceUnderTest) -> None:
    ticket = await a_ticket(ticketing)
    answer = csat(ticket)
    await ticketing.deliver(answer, deleted(answer))
    assert await said_of(ticketing, ticket) == []


async def test_an_answer_that_names_no_ticket_is_shown_nowhere(ticketing: ServiceUnderTest) -> None:
    ticket = await a_ticket(ticketing)
    await ticketing.deliver(received(score=9, outcome="positive"), csat(str(uuid7())))
    assert await said_of(ticketing, ticket) == []


async def test_what_employees_say_is_in_confidence(ticketing: ServiceUnderTest) -> None:
    ticket = await a_ticket(ticketing)
    await ticketing.deliver(received(ticket_id=ticket, survey_type="employee", outcome="positive"))
    assert await said_of(ticketing, ticket) == []


async def test_of_no_ticket_nothing_was_said(ticketing: ServiceUnderTest) -> None:
    answer = await ticketing.client.get(f"/v1/tickets/{uuid7()}/satisfaction")
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
