"""Moving tickets over HTTP: what is refused, who wins, what the job closes."""

import asyncio
from typing import Any

from tests.fixtures.services import ServiceUnderTest

SOLVED = {"to": "solved", "resolution_code": "fixed"}


async def a_ticket(ticketing: ServiceUnderTest) -> str:
    made = await ticketing.post("/v1/tickets", {"subject": "The export is slow", "type": "question"})
    return f"/v1/tickets/{made['id']}"


async def refused(ticketing: ServiceUnderTest, path: str, body: dict[str, Any]) -> dict[str, Any]:
    answer = await ticketing.client.post(f"{path}/transitions", json=body)
    assert answer.status_code == 409, answer.text
    problem: dict[str, Any] = answer.json()
    assert problem["code"] == "transition_not_allowed"
    return problem


async def test_what_is_not_in_the_table_names_what_is(ticketing: ServiceUnderTest) -> None:
    path = await a_ticket(ticketing)
    problem = await refused(ticketing, path, {"to": "closed"})
    assert problem["allowed"] == ["open", "pending", "on_hold", "solved"]
    assert problem["title"] == "The ticket is not in a state that allows this."
    await ticketing.post(f"{path}/transitions", {"to": "on_hold"})
    assert (await refused(ticketing, path, {"to": "on_hold"}))["allowed"] == ["open", "pending", "solved"]


async def test_solving_needs_a_resolution_code(ticketing: ServiceUnderTest) -> None:
    path = await a_ticket(ticketing)
    answer = await ticketing.client.post(f"{path}/transitions", json={"to": "solved"})
    assert (answer.status_code, answer.json()["errors"][0]["loc"]) == (422, ["body", "resolution_code"])
    assert (await ticketing.get(path))["status"] == "new"
    solved = await ticketing.post(f"{path}/transitions", SOLVED)
    assert (solved["resolution_code"], solved["solved_by"], solved["solved_at"]) == (
        "fixed",
        "agent",
        solved["updated_at"],
    )


async def test_a_solved_ticket_is_reopened_within_the_window_only(ticketing: ServiceUnderTest) -> None:
    path = await a_ticket(ticketing)
    await ticketing.post(f"{path}/transitions", SOLVED)
    ticketing.clock.advance(days=6, hours=23)
    opened = await ticketing.post(f"{path}/transitions", {"to": "open"})
    assert (opened["reopen_count"], opened["solved_at"], opened["resolution_code"]) == (1, None, None)
    [told] = await ticketing.told("ticket.reopened.v1")
    assert (told.data["previous_status"], told.data["reopen_count"]) == ("solved", 1)
    await ticketing.post(f"{path}/transitions", SOLVED)
    ticketing.clock.advance(days=7, seconds=1)
    assert (await refused(ticketing, path, {"to": "open"}))["allowed"] == ["closed"]


async def test_only_an_admin_closes_by_hand(ticketing: ServiceUnderTest) -> None:
    path = await a_ticket(ticketing)
    await ticketing.post(f"{path}/transitions", SOLVED)
    async with ticketing.client_with("ticketing:tickets:write") as agent:
        answer = await agent.post(f"{path}/transitions", json={"to": "closed"})
        assert (answer.status_code, answer.json()["allowed"]) == (409, ["open"])
    closed = await ticketing.post(f"{path}/transitions", {"to": "closed"})
    assert closed["closed_at"] is not None
    assert (await refused(ticketing, path, {"to": "open"}))["allowed"] == []
    assert len(await ticketing.told("ticket.closed.v1")) == 1
    owner = await ticketing.client.post(f"{path}/assign", json={"assignee_id": None, "group_id": None})
    assert (owner.status_code, owner.json()["code"]) == (409, "transition_not_allowed")


async def test_of_conflicting_moves_exactly_one_wins(ticketing: ServiceUnderTest) -> None:
    path = await a_ticket(ticketing)
    answers = await asyncio.gather(*(ticketing.client.post(f"{path}/transitions", json=SOLVED) for _ in range(50)))
    assert sorted(answer.status_code for answer in answers) == [200] + [409] * 49
    assert {answer.json()["code"] for answer in answers if answer.status_code == 409} == {"transition_not_allowed"}
    assert (await ticketing.get(path))["version"] == 2
    assert len(await ticketing.told("ticket.solved.v1")) == 1


async def test_of_moves_from_one_version_exactly_one_wins(ticketing: ServiceUnderTest) -> None:
    path = await a_ticket(ticketing)
    targets = ["open", "pending", "on_hold"] * 10
    answers = await asyncio.gather(
        *(ticketing.client.post(f"{path}/transitions", json={"to": to}, headers={"If-Match": '"1"'}) for to in targets)
    )
    assert sorted(answer.status_code for answer in answers) == [200] + [412] * 29


async def test_the_job_closes_what_nobody_reopened(ticketing: ServiceUnderTest) -> None:
    solved, fresh, still_open = [await a_ticket(ticketing) for _ in range(3)]
    await ticketing.post(f"{solved}/transitions", SOLVED)
    ticketing.clock.advance(days=5)
    await ticketing.post(f"{fresh}/transitions", SOLVED)
    assert await ticketing.run_job("close_solved_tickets") == 0
    ticketing.clock.advance(days=2, seconds=1)
    assert await ticketing.run_job("close_solved_tickets") == 1
    assert await ticketing.run_job("close_solved_tickets") == 0
    assert [(await ticketing.get(path))["status"] for path in (solved, fresh, still_open)] == [
        "closed",
        "solved",
        "new",
    ]
    closed = await ticketing.get(solved)
    assert (closed["solved_by"], closed["version"]) == ("agent", 3)
    assert len(await ticketing.told("ticket.closed.v1")) == 1
