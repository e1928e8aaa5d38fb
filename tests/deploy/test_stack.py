"""The whole suite as `make run` starts it: it keeps what it stored, comes back, and leaves nothing behind."""

import asyncio
import os
import signal
import sys
from typing import Any
from uuid import uuid4

import asyncpg

from deploy.local import processes
from deploy.local.story import lost_step
from tests.fixtures.memory import descendants, proportional_kilobytes
from tests.fixtures.stack import RunningStack, eventually

MEGABYTE = 1024  # kB
LARGEST = 700 * MEGABYTE  # proportional set size of everything, on the embedded servers
LONGEST_END = 15.0  # seconds


async def test_the_story_is_met_on_a_running_stack(stack: RunningStack) -> None:
    status, told = await tell(stack)
    assert status == 0, told
    assert "✗" not in told
    hops = told.partition("The trace of the answer: complete")[2].partition("The trace of")[0]
    asked = [hop for hop in hops.split() if hop in ("survey_queued", "survey_sent", "recovery_completed")]
    assert asked == ["recovery_completed", "survey_queued", "survey_sent"] * 2 + ["recovery_completed"], hops
    if stack.now.kafka["kind"] == "embedded":
        assert sum(proportional_kilobytes(pid) for pid in descendants(stack.now.pids["launcher"])) <= LARGEST


async def test_an_interrupted_story_puts_back_what_it_broke(stack: RunningStack) -> None:
    teller = await start_telling(stack)
    broken: list[Any] = []
    while not broken and teller.returncode is None:
        broken = await constraints(stack)
    if broken:
        teller.send_signal(signal.SIGINT)
    told, _ = await teller.communicate()
    assert broken == [lost_step.CONSTRAINT], told.decode()
    assert teller.returncode not in (0, None)
    assert await constraints(stack) == []


async def test_a_story_that_fails_says_what_it_saw(stack: RunningStack) -> None:
    async with stack.down("onboarding"):
        status, told = await tell(stack)
    assert status == 1, told
    assert "✗" in told
    assert "http: expected 201, seen None" in told
    assert "onboarding does not answer: ConnectError" in told


async def test_what_is_stored_outlives_a_restart(private_stack: RunningStack) -> None:
    body = {"subject": "The export is slow", "type": "question", "source": source(uuid4())}
    before = (await private_stack["ticketing"].post("/v1/tickets", json=body)).raise_for_status().json()
    first = private_stack.now
    await private_stack.close()
    assert private_stack.stop(signal.SIGINT) <= LONGEST_END
    assert not any(processes.is_alive(pid) for pid in first.pids.values())
    assert not (private_stack.state / "stack.json").exists()

    private_stack.start()
    assert private_stack.now.api_key == first.api_key
    assert await ticket(private_stack, before["id"]) == before

    others = descendants(private_stack.now.pids["launcher"])
    await private_stack.close()
    private_stack.kill_launcher()
    await eventually(lambda: not any(map(processes.is_alive, others)), within=LONGEST_END)
    private_stack.start()
    assert await ticket(private_stack, before["id"]) == before


async def ticket(stack: RunningStack, ticket_id: str) -> Any:
    return (await stack["ticketing"].get(f"/v1/tickets/{ticket_id}")).raise_for_status().json()


def source(key: object) -> dict[str, str]:
    return {"service": "test", "kind": "call", "id": str(key)}


async def start_telling(stack: RunningStack) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "deploy.local", "demo"),
        env={**os.environ, "STATE": str(stack.state)},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )


async def tell(stack: RunningStack) -> tuple[int | None, str]:
    teller = await start_telling(stack)
    told, _ = await teller.communicate()
    return teller.returncode, told.decode()


async def constraints(stack: RunningStack) -> list[Any]:
    connection = await asyncpg.connect(stack.now.services["ticketing"].database_url)
    try:
        found = await connection.fetch("SELECT conname FROM pg_constraint WHERE conname = $1", lost_step.CONSTRAINT)
        return [row["conname"] for row in found]
    finally:
        await connection.close()
