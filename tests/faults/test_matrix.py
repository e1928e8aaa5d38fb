"""Every service killed at every point that a fact passes in it: `make test-faults`."""

import asyncio
import contextlib
import os
import signal
import sys
import uuid
from collections.abc import AsyncIterator

import httpx
import pytest

from deploy.local.options import SERVICES
from shared.ops.crash import CRASH_POINTS
from tests.faults.test_kills import LATER, all_pages
from tests.fixtures.stack import RunningStack
from tests.flows.customers import Customer, eventually_is, listed, new_customer

MAILS = ("after_lease", "after_mail", "after_evidence")
HEARING = ("after_inbox", "after_effect", "after_effect_commit", "after_offset_commit")
HOOKS = ("after_webhook", "after_digest")  # tests/shared/features kill there
NOT_PASSED = {
    "ticketing": HOOKS,
    "feedback": (*MAILS, *HOOKS),
    "analytics": (*MAILS, *HOOKS),
    "onboarding": (*MAILS, *HOOKS, *HEARING),  # it hears of repairs alone
}
"""The points that a service does not pass under the load of this test."""

CASES = [
    (service, point) for service, not_passed in NOT_PASSED.items() for point in CRASH_POINTS if point not in not_passed
]


@pytest.mark.full_matrix
@pytest.mark.parametrize(("service", "point"), CASES)
async def test_a_crash_there_loses_and_doubles_nothing(stack: RunningStack, service: str, point: str) -> None:
    customer = await new_customer(stack)
    csm = await customer.gets_csm()
    first = await customer.answers(3)
    await eventually_is(  # else hundreds of answers may wait for the team, which is another story
        lambda: customer.tickets_of(first["id"]),
        lambda found: [ticket["assignee_id"] for ticket in found] == [csm["staff_id"]],
        within=LATER,
    )
    async with answering(customer) as stored:
        async with stack.down(service):
            status = await run_until_killed(stack.variables(service), service, f"{point}:3")
        assert status == -signal.SIGKILL, f"{service} does not pass {point}"
        after = len(stored)
        await eventually_is(lambda: asyncio.sleep(0, len(stored)), lambda count: count > after + 3)
    answers = await all_pages(stack["feedback"], "/v1/responses", account_id=customer.account_id)
    ids = sorted(answer["id"] for answer in answers)
    assert set(ids) >= set(stored), "an acknowledged answer is gone"
    tickets = await eventually_is(
        lambda: all_pages(stack["ticketing"], "/v1/tickets", account_id=customer.account_id),
        lambda found: len(found) >= len(ids),
        within=LATER,
    )
    assert sorted(ticket["source"]["id"] for ticket in tickets) == ids
    notices = await eventually_is(
        lambda: all_pages(stack["ticketing"], "/v1/notifications", staff_id=csm["staff_id"]),
        lambda found: len(found) >= len(ids) and all(notice["state"] == "sent" for notice in found),
        within=LATER,
    )
    assert sorted(notice["about"]["response_id"] for notice in notices) == ids
    for name in SERVICES:
        assert await listed(stack[name], "/v1/dead-letters") == [], name


@contextlib.asynccontextmanager
async def answering(customer: Customer) -> AsyncIterator[list[str]]:
    """Negative answers, and changes of the account, until the end of the block; gives the acknowledged answers' ids."""
    stored: list[str] = []
    ending = asyncio.Event()

    async def load() -> None:
        while not ending.is_set():
            with contextlib.suppress(httpx.HTTPError, AssertionError):
                stored.append((await customer.answers(3))["id"])
                path = f"/v1/accounts/{customer.account_id}"
                await customer.stack["onboarding"].patch(path, json={"industry": uuid.uuid4().hex})
            await asyncio.sleep(0.2)

    loading = asyncio.create_task(load())
    try:
        yield stored
    finally:
        ending.set()  # not cancelled: a request that is under way would be stored after all is counted
        await loading


async def run_until_killed(variables: dict[str, str], service: str, crash: str) -> int:
    """A service in a process of its own that kills itself at the point; answers its exit status."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        f"services.{service}",
        "all",
        env={**os.environ, **variables, "CRASH_HERE": crash},
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        async with asyncio.timeout(90):
            return await process.wait()
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
