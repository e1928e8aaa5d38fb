"""A thousand requests at once on twenty things end in a state that some order of them, one by one, explains."""

import asyncio
import random
from collections import Counter
from collections.abc import Awaitable, Callable
from itertools import pairwise
from typing import Any

import httpx

from tests.fixtures.services import ServiceUnderTest, ToldFact
from tests.services.feedback.answers import of_customer

THINGS = 20
AT_ONCE = 20
REQUESTS = 500  # to each of the two services

STATUSES = ("open", "pending", "on_hold", "solved", "open", "pending")


async def all_at_once(*requests: Callable[[], Awaitable[httpx.Response]]) -> list[httpx.Response]:
    """Send them as fast as the service takes them, so many at a time; in their own order."""
    gate = asyncio.Semaphore(AT_ONCE)

    async def one(request: Callable[[], Awaitable[httpx.Response]]) -> httpx.Response:
        async with gate:
            return await request()

    return await asyncio.gather(*map(one, requests))


async def told_of(service: ServiceUnderTest, thing: str, *types: str) -> list[ToldFact]:
    return [fact for fact in await service.told(*types) if fact.subject == thing]


async def test_edits_of_answers(feedback: ServiceUnderTest) -> None:
    answers = [(await feedback.post("/v1/responses", of_customer(number % 11)))["id"] for number in range(THINGS)]
    draw = random.Random(20_261_123)
    chosen = [(draw.choice(answers), draw.randrange(11), f"edit {number}") for number in range(REQUESTS)]

    def edit(answer: str, score: int, comment: str) -> Callable[[], Awaitable[httpx.Response]]:
        return lambda: feedback.client.patch(f"/v1/responses/{answer}", json={"score": score, "comment": comment})

    done = await all_at_once(*(edit(*each) for each in chosen))
    assert Counter(answer.status_code for answer in done) == {200: REQUESTS}, "no edit is lost and none fails"
    for answer in answers:
        edits = [response.json() for response in done if response.json()["id"] == answer]
        by_version = sorted(edits, key=lambda edited: edited["version"])
        assert [edited["version"] for edited in by_version] == list(range(2, len(edits) + 2))
        facts = await told_of(feedback, answer, "response.received.v1", "response.edited.v1")
        assert [fact.data["comment"] for fact in facts[1:]] == [edited["comment"] for edited in by_version]
        for before, after in pairwise(facts):
            assert after.data["previous_score"] == before.data["score"]
            assert after.data["previous_outcome"] == before.data["outcome"]
        held = await feedback.get(f"/v1/responses/{answer}")
        last = facts[-1].data
        assert (held["score"], held["outcome"], held["comment"]) == (last["score"], last["outcome"], last["comment"])


async def test_transitions_and_messages(ticketing: ServiceUnderTest) -> None:
    body = {"subject": "Broken", "type": "question"}
    tickets = [(await ticketing.post("/v1/tickets", body))["id"] for _ in range(THINGS)]
    draw = random.Random(20_261_123)

    def move(ticket: str) -> Callable[[], Awaitable[httpx.Response]]:
        to = draw.choice(STATUSES)
        body = {"to": to, "resolution_code": "fixed"} if to == "solved" else {"to": to}
        return lambda: ticketing.client.post(f"/v1/tickets/{ticket}/transitions", json=body)

    def write(ticket: str, number: int) -> Callable[[], Awaitable[httpx.Response]]:
        kind = draw.choice(("agent", "customer"))
        body = {"body": f"message {number}", "visibility": "public", "author": {"kind": kind}}
        return lambda: ticketing.client.post(f"/v1/tickets/{ticket}/messages", json=body)

    requests = [
        move(draw.choice(tickets)) if draw.random() < 0.5 else write(draw.choice(tickets), number)
        for number in range(REQUESTS)
    ]
    done = await all_at_once(*requests)
    assert {answer.status_code for answer in done} <= {200, 201, 409}
    assert sum(answer.status_code == 409 for answer in done) < REQUESTS // 2
    for ticket in tickets:
        await explain(ticketing, ticket, [each for each in done if f"/{ticket}/" in each.request.url.path])


async def explain(ticketing: ServiceUnderTest, ticket: str, done: list[httpx.Response]) -> None:
    """The ticket's facts, replayed in their order, lead to what it is now."""
    held = await ticketing.get(f"/v1/tickets/{ticket}")
    facts = await told_of(ticketing, ticket)
    moves = [fact.data for fact in facts if fact.type == "ticket.status_changed.v1"]
    status = "new"
    for moved in moves:
        assert moved["previous_status"] == status
        status = moved["status"]
    assert status == held["status"]
    assert Counter(fact.id for fact in facts).most_common(1)[0][1] == 1

    written = {each.json()["id"] for each in done if each.status_code == 201}
    stored = (await ticketing.get(f"/v1/tickets/{ticket}/messages", limit=200))["items"]
    told = [fact.data["message_id"] for fact in facts if fact.type == "ticket.message_added.v1"]
    assert {message["id"] for message in stored} >= written
    assert sorted(told) == sorted(message["id"] for message in stored), "each message is told once"

    moved_to = [each.json() for each in done if each.status_code == 200]
    versions: dict[int, Any] = {}
    for answer in moved_to:
        assert versions.setdefault(answer["version"], answer["status"]) == answer["status"], "one state a version"
        assert answer["version"] <= held["version"]
