"""Merges, unmerges, replies and moves at once end in a state that some order of them, one by one, explains."""

import asyncio
import random
from collections import Counter
from collections.abc import Sequence
from typing import Any

import httpx
import pytest

from tests.fixtures.services import ServiceUnderTest, ToldFact
from tests.services.ticketing.merging.desk import FROM_CUSTOMER, REPLY, a_ticket, an_escalation

AT_ONCE = 20
TRIES = 50  # of a request that is answered 503
MOVES: tuple[dict[str, Any], ...] = (
    {"to": "open"},
    {"to": "pending"},
    {"to": "on_hold"},
    {"to": "solved", "resolution_code": "fixed"},
)
WHILE_MERGED = {"sla.paused.v1", "sla.warned.v1", "sla.breached.v1", "ticket.merged.v1", "ticket.updated.v1"}


@pytest.mark.parametrize(
    ("tickets", "requests"),
    [(6, 200), pytest.param(20, 1000, marks=[pytest.mark.full_matrix, pytest.mark.timeout(300)])],
)
async def test_an_order_explains_what_is_left(ticketing: ServiceUnderTest, tickets: int, requests: int) -> None:
    cases = tickets // 3
    ids = [await an_escalation(ticketing, comment=f"Slow {number}") for number in range(cases)]
    ids += [await a_ticket(ticketing) for _ in range(tickets - cases)]
    dice = random.Random(20_261_129)
    done = await all_at_once(ticketing, [a_request(dice, ids, number) for number in range(requests)])
    statuses = Counter(answer.status_code for answer in done)
    assert set(statuses) <= {200, 201, 409}, statuses
    refused = {answer.json()["code"] for answer in done if answer.status_code == 409}
    assert refused == {"merge_not_allowed", "transition_not_allowed"}, "by what is so, not by who was faster"
    rows = await ticketing.rows("SELECT id, merged_into_id, version, status FROM ticket")
    into = {str(row.id): row.merged_into_id and str(row.merged_into_id) for row in rows}
    for ticket_id in ids:
        ends_at(into, ticket_id)  # there are no circles
    await no_message_is_lost(ticketing, done, into)
    await clocks_stand_where_tickets_are_merged(ticketing, into)
    await cases_lie_where_their_tickets_end(ticketing, into, cases)
    facts = await ticketing.told()
    for row in rows:
        one_by_one([fact for fact in facts if fact.subject == str(row.id)], into[str(row.id)], row.status)
        await versions_rise_by_one(ticketing, done, row)


def a_request(dice: random.Random, ids: Sequence[str], number: int) -> tuple[str, dict[str, Any]]:
    """What is asked, and of whom; merges and unmerges as often as all else."""
    one, other = dice.sample(ids, 2)
    words = f"Message {number}"
    deeds: list[tuple[str, dict[str, Any]]] = [
        ("merge", {"into": other}),
        ("unmerge", {}),
        ("unmerge", {}),
        ("messages", {**FROM_CUSTOMER, "body": words}),
        ("messages", {**REPLY, "body": words}),
        ("transitions", dice.choice(MOVES)),
    ]
    deed, body = dice.choice(deeds)
    return f"/v1/tickets/{one}/{deed}", body


async def all_at_once(ticketing: ServiceUnderTest, asked: Sequence[tuple[str, dict[str, Any]]]) -> list[httpx.Response]:
    """Send them as fast as they are taken, so many at a time; what is answered 503 is sent again."""
    gate = asyncio.Semaphore(AT_ONCE)

    async def one(path: str, body: dict[str, Any]) -> httpx.Response:
        async with gate:
            for _ in range(TRIES):
                answer = await ticketing.client.post(path, json=body)
                if answer.status_code != 503:
                    break
        return answer

    return await asyncio.gather(*(one(*each) for each in asked))


def ends_at(into: dict[str, str | None], ticket_id: str) -> list[str]:
    """What a ticket is merged into, one after the other."""
    path = list[str]()
    following = into[ticket_id]
    while following is not None:
        assert following not in (*path, ticket_id), "a circle"
        path.append(following)
        following = into[following]
    return path


async def no_message_is_lost(
    ticketing: ServiceUnderTest, done: Sequence[httpx.Response], into: dict[str, str | None]
) -> None:
    """What was taken is there once, for the ticket that its author wrote on."""
    written = [answer for answer in done if answer.status_code == 201]
    rows = await ticketing.rows("SELECT id, ticket_id, addressed_to_id FROM message WHERE body LIKE 'Message %'")
    kept = {str(row.id): row for row in rows}
    assert kept.keys() == {answer.json()["id"] for answer in written}
    for answer in written:
        row, asked = kept[answer.json()["id"]], answer.request.url.path.split("/")[3]
        if row.addressed_to_id is None:
            assert str(row.ticket_id) == asked
        else:
            assert str(row.addressed_to_id) == asked
            assert str(row.ticket_id) in ends_at(into, asked)


async def clocks_stand_where_tickets_are_merged(ticketing: ServiceUnderTest, into: dict[str, str | None]) -> None:
    rows = await ticketing.rows(
        "SELECT ticket_id, state, reason, merged FROM sla_clock JOIN sla_watch USING (ticket_id)"
        " WHERE state IN ('running', 'paused')"
    )
    assert rows
    for row in rows:
        merged = into[str(row.ticket_id)] is not None
        assert row.merged == merged
        assert (row.state == "paused" and row.reason == "merged") == merged


async def cases_lie_where_their_tickets_end(
    ticketing: ServiceUnderTest, into: dict[str, str | None], cases: int
) -> None:
    rows = await ticketing.rows(
        "SELECT recovery_case.ticket_id, home_ticket_id, escalation.ticket_id AS opened_on"
        " FROM recovery_case JOIN escalation USING (response_id)"
    )
    assert len(rows) == cases == len({row.ticket_id for row in rows}), "one of each answer, one at most on a ticket"
    for row in rows:
        path = ends_at(into, str(row.opened_on))
        assert str(row.ticket_id) == (path[-1] if path else str(row.opened_on))
        assert row.home_ticket_id == (row.opened_on if path else None)


def one_by_one(facts: Sequence[ToldFact], into: str | None, status: str) -> None:
    """What was told of a ticket is a story: it is merged, then unmerged, and nothing else comes in between."""
    merged_into: str | None = None
    stands = next(fact.data["status"] for fact in facts if fact.type == "ticket.created.v1")
    for fact in facts:
        if fact.type == "ticket.merged.v1":
            assert merged_into is None
            merged_into = fact.data["into_ticket_id"]
        elif fact.type == "ticket.unmerged.v1":
            assert fact.data["into_ticket_id"] == merged_into
            merged_into = None
        elif fact.type == "ticket.status_changed.v1":
            assert merged_into is None
            assert fact.data["previous_status"] == stands
            stands = fact.data["status"]
        elif fact.type == "ticket.updated.v1":
            assert fact.data["merged_into_id"] == merged_into
        elif merged_into is not None:
            # A clock resumes with the unmerge, which is told after it.
            assert fact.type in WHILE_MERGED | {"sla.resumed.v1", "sla.applied.v1"}
    assert (merged_into, stands) == (into, status)


async def versions_rise_by_one(ticketing: ServiceUnderTest, done: Sequence[httpx.Response], row: Any) -> None:
    """No two answers show one version, and there are no more versions than deeds."""
    deeds = await ticketing.rows(
        "SELECT DISTINCT cause, bool_and(action = 'ticket.message') AS wrote FROM audit"
        " WHERE entity_id = :id AND action NOT IN ('ticket.create', 'ticket.escalate') GROUP BY cause",
        id=row.id,
    )
    changes = sum(not deed.wrote for deed in deeds)  # what is only written may fall on the instant of the last change
    assert changes <= row.version - 1 <= len(deeds)
    moves = [answer.json() for answer in done if answer.status_code == 200 and answer.json()["id"] == str(row.id)]
    by_version = Counter((move["version"], move["status"], move["merged_into_id"]) for move in moves)
    assert len({version for version, *_ in by_version}) == len(by_version), "one version is one state"
