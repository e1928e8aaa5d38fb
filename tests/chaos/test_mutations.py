"""Each way to break the product is caught by the checker; the product as it is stands the same load and faults."""

import asyncio
import contextlib
import os
import signal
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from deploy.local import readiness
from tests.chaos.mutated import NONE
from tests.chaos.mutations import MUTATIONS
from tests.chaos.small_run import SmallRun, until
from tests.fixtures.stack import RunningStack

UP_WITHIN = 120.0  # seconds
SETTLES_WITHIN = 120.0
BROKEN_SETTLES_WITHIN = 45.0  # seconds after which what a broken product has not done yet is judged
TURNS = 60  # over a dozen seconds, in which the quick relay passes the slow one many times
GIVES_UP_AFTER = 10.0  # seconds in which a ticket comes, if it does


class Mutant:
    """One service that the launcher does not run, in processes of this test that may be broken on purpose."""

    def __init__(self, stack: RunningStack, mutation: str, service: str) -> None:
        self.stack = stack
        self._mutation = mutation
        self._service = service
        self._log = stack.state / f"{service}-{mutation}.log"
        self._processes: list[asyncio.subprocess.Process] = []

    async def start(self, command: str = "all", **weather: object) -> asyncio.subprocess.Process:
        """Start one and wait until it is ready. weather: see `mutated`."""
        variables = {**os.environ, **self.stack.variables(self._service), **_text(weather)}
        if command == "worker":
            variables["OPS_PORT"] = str(int(variables["OPS_PORT"]) + 50)
        with self._log.open("ab") as log:
            process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "tests.chaos.mutated", self._mutation, f"services.{self._service}", command),
                env=variables,
                stdout=log,
                stderr=log,
            )
        self._processes.append(process)
        ports = [int(variables["OPS_PORT"])] + ([int(variables["PORT"])] if command == "all" else [])

        async def is_up() -> bool:
            assert process.returncode is None, "the mutant ended"
            return not any(map(readiness.missing, ports))

        await until(is_up, UP_WITHIN)
        return process

    async def stop(self) -> None:
        """Kill -9 of all of them."""
        for process in self._processes:
            if process.returncode is None:
                process.kill()
            await process.wait()
        text = self._log.read_text()
        assert "consumer joins anew: AttributeError" not in text, text[-5000:]
        assert "consumer joins anew: TypeError" not in text, text[-5000:]


def _text(variables: dict[str, object]) -> dict[str, str]:
    return {name: str(value) for name, value in variables.items()}


Bites = Callable[[SmallRun, Mutant], Awaitable[None]]


async def late_commits(run: SmallRun, mutant: Mutant) -> None:
    """Twelve writers side by side whose transactions commit long after they drew their numbers."""
    await mutant.start(SLOW_COMMITS=0.4)
    await run.tell_stories(24, customers=2, side_by_side=12)


async def killed_after_commit(run: SmallRun, mutant: Mutant) -> None:
    """Facts are committed, and who told them is killed before they are sent."""
    process = await mutant.start(SLOW_SENDS=20)
    await run.new_customer()
    for score in (3, 9, 3):
        await run.answer(run.customers[0], score)
    process.kill()
    await process.wait()
    await mutant.start()
    await run.tell_stories(4, customers=2)


async def two_relays(run: SmallRun, mutant: Mutant) -> None:
    """Two workers, of whose relays one is slow and one quick; one subject is told of again and again."""
    await mutant.start(SLOW_SENDS=6)
    await mutant.start("worker", SLOW_SENDS=0.2)
    customer = await run.new_customer()
    answers = [await run.answer(customer, 7) for _ in range(6)]

    async def edit(answer: dict[str, Any]) -> None:
        for turn in range(TURNS):
            await run.ask("feedback", "PATCH", f"/v1/responses/{answer['id']}", {"comment": f"turn {turn}"})
            await asyncio.sleep(0.2)

    await asyncio.gather(*map(edit, answers))


async def delivered_again(run: SmallRun, mutant: Mutant) -> None:
    """A consumer is killed when effects are committed and offsets are not."""
    process = await mutant.start(CRASH_HERE="after_effect_commit:6")
    telling = asyncio.create_task(_tell_until_killed(run, process))
    assert await process.wait() == -signal.SIGKILL
    await mutant.start()
    await telling


async def asked_again(run: SmallRun, mutant: Mutant) -> None:
    """Answers turn negative twice."""
    await mutant.start()
    customer = await run.new_customer()
    for _ in range(3):
        answer = await run.answer(customer, 3)
        for score in (9, 2):
            await run.ask("feedback", "PATCH", f"/v1/responses/{answer['id']}", {"score": score})


async def killed_before_commit(run: SmallRun, mutant: Mutant) -> None:
    """A consumer is killed when it has written what follows from facts, notifications too, and not committed."""
    process = await mutant.start(DIE_QUEUEING=2)
    telling = asyncio.create_task(_tell_until_killed(run, process))
    assert await process.wait() == -signal.SIGKILL
    await mutant.start()
    await telling


async def _tell_until_killed(run: SmallRun, process: asyncio.subprocess.Process) -> None:
    """How many transactions the stories make depends on how many facts a poll finds: tell until it was enough."""
    await run.tell_stories(12)
    while process.returncode is None:
        await run.tell_stories(4)


@dataclass(frozen=True)
class Case:
    """What makes a mutation bite, in which service, and where the checker must see it."""

    service: str
    bites: Bites
    column: str


CASES = {
    "cursor": Case("feedback", late_commits, "lost"),
    "hint": Case("feedback", killed_after_commit, "lost"),
    "nolock": Case("feedback", two_relays, "reordered"),
    "early-commit": Case("ticketing", killed_before_commit, "lost"),
    "no-inbox": Case("ticketing", delivered_again, "lost"),
    "no-natural-key": Case("ticketing", asked_again, "doubled"),
    "notify-in-tx": Case("ticketing", killed_before_commit, "effects_without_cause"),
}


def test_every_mutation_has_its_case() -> None:
    assert CASES.keys() == MUTATIONS.keys()


@pytest.mark.full_matrix
@pytest.mark.parametrize("mutation", CASES)
async def test_a_mutation_is_caught(private_stack: RunningStack, tmp_path: Path, mutation: str) -> None:
    case = CASES[mutation]
    async with _mutant(private_stack, mutation, case.service) as mutant:
        run = SmallRun(private_stack, tmp_path, patience=GIVES_UP_AFTER)
        await case.bites(run, mutant)
        with contextlib.suppress(TimeoutError):
            await run.quiet(BROKEN_SETTLES_WITHIN)
        verdict = run.verdict()
    assert verdict[case.column] > 0, verdict


@pytest.mark.full_matrix
@pytest.mark.parametrize("mutation", CASES)
async def test_the_product_stands_what_makes_the_mutation_bite(
    private_stack: RunningStack, tmp_path: Path, mutation: str
) -> None:
    case = CASES[mutation]
    async with _mutant(private_stack, NONE, case.service) as mutant:
        run = SmallRun(private_stack, tmp_path)
        await case.bites(run, mutant)
        await run.quiet(SETTLES_WITHIN)
        verdict = run.verdict()
    assert verdict["details"] == []


@contextlib.asynccontextmanager
async def _mutant(stack: RunningStack, mutation: str, service: str) -> AsyncIterator[Mutant]:
    """Inside the block the service is the test's; after it the launcher's again."""
    async with stack.down(service):
        mutant = Mutant(stack, mutation, service)
        try:
            yield mutant
        finally:
            await mutant.stop()
