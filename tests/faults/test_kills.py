"""kill -9 of every process while customers answer: each negative answer becomes exactly one escalation.

Prints its seed; `SEED=… make test TESTS=tests/faults` tells the same story again.
"""

import asyncio
import contextlib
import os
import random
import uuid
from typing import Any

import httpx
import pytest

from tests.fixtures.stack import RunningStack
from tests.flows.customers import eventually_is, listed, new_customer

PROCESSES = ("feedback", "ticketing", "onboarding", "analytics", "broker", "postgres")
LATER = 90.0  # seconds in which everything that waited is applied


@pytest.mark.parametrize("run", [0, *(pytest.param(number, marks=pytest.mark.full_matrix) for number in range(1, 10))])
async def test_one_answer_makes_one_ticket_though_every_process_is_killed(
    private_stack: RunningStack, run: int
) -> None:
    """Ten random seeds in the full matrix, one else."""
    stack = private_stack
    seed = int(os.environ.get("SEED", random.randrange(1 << 30))) + run
    print("seed", seed)
    dice = random.Random(seed)
    customer = await new_customer(stack)
    await customer.gets_csm()
    stored: dict[str, str] = {}
    ending = asyncio.Event()

    async def keep_answering() -> None:
        """Like a careful client: the same request under the same key until it has an answer."""
        while not ending.is_set():
            key = uuid.uuid4().hex
            body = {
                "source": "fault",
                "source_id": key,
                "survey_type": "nps",
                "score": 3,
                "account_id": customer.account_id,
                "contact_id": customer.contact_id,
            }
            while key not in stored:
                with contextlib.suppress(httpx.HTTPError):
                    answer = await stack["feedback"].post("/v1/responses", json=body, headers={"Idempotency-Key": key})
                    if answer.is_success:
                        stored[key] = answer.json()["id"]
                        break
                    assert answer.status_code in (409, 500, 503), answer.text
                await asyncio.sleep(0.1)
            await asyncio.sleep(0.05)

    answering = asyncio.create_task(keep_answering())
    try:
        for name in dice.sample(PROCESSES, k=len(PROCESSES)):
            await asyncio.sleep(dice.uniform(0.5, 2))
            await stack.kill_and_wait(name)
    finally:
        ending.set()  # not cancelled: a request that is under way would be stored after all is counted
        await answering

    answers = await all_pages(stack["feedback"], "/v1/responses", account_id=customer.account_id)
    assert {answer["id"] for answer in answers} >= set(stored.values()), "an acknowledged answer is gone"
    ids = sorted(answer["id"] for answer in answers)
    print(len(ids), "answers")
    tickets = await eventually_is(
        lambda: all_pages(stack["ticketing"], "/v1/tickets", account_id=customer.account_id),
        lambda found: len(found) >= len(ids),
        within=LATER,
    )
    assert sorted(ticket["source"]["id"] for ticket in tickets) == ids
    cases = await all_pages(stack["ticketing"], "/v1/recovery-cases", account_id=customer.account_id)
    assert sorted(case["response_id"] for case in cases) == ids
    for service in ("feedback", "ticketing", "onboarding", "analytics"):
        assert await listed(stack[service], "/v1/dead-letters") == [], service
    await eventually_is(
        lambda: all_pages(stack["analytics"], "/v1/assurance/expectations", rule_id="negative_response", state="met"),
        lambda found: sum(expected["step"] == "escalation_opened" for expected in found) == len(ids),
        within=LATER,
    )
    by_itself = [line for line in stack.log.read_text().splitlines() if " ended with status " in line]
    assert by_itself == [], "a service ended, though nobody killed it"
    findings = await listed(stack["analytics"], "/v1/assurance/findings", state="open")
    assert [finding for finding in findings if finding["kind"] not in ("silent", "offset_gap")] == []


async def all_pages(client: httpx.AsyncClient, path: str, **query: Any) -> list[dict[str, Any]]:
    """Every page of a list."""
    items: list[dict[str, Any]] = []
    cursor = None
    while True:
        page = await client.get(path, params={"limit": 200, **query, **({"cursor": cursor} if cursor else {})})
        assert page.is_success, page.text
        items += page.json()["items"]
        cursor = page.json()["next_cursor"]
        if cursor is None:
            return items
