"""Two relays race for the lead of one outbox: whoever wins, each subject's facts have their effects in order."""

import asyncio
import contextlib
import os
import random
import signal
import sys
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from tests.shared.events.conftest import Bench, answer, execute, rows, tell_answers, until

SUBJECTS = [uuid.UUID(int=number) for number in range(1, 9)]
ROUNDS = 40
PER_ROUND = 10  # facts, in one transaction

CUT_LEADER = """
SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted
AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""
LEADER = """
SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted
AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""


@pytest.fixture
def dice() -> random.Random:
    """A seed that a failing test shows."""
    seed = random.randrange(1 << 30)
    print("seed", seed)
    return random.Random(seed)


async def test_effects_keep_their_order_while_the_lead_changes_hands(bench: Bench, dice: random.Random) -> None:
    async with bench.relaying(), bench.relaying(), bench.consuming():
        told = 0
        for number in range(ROUNDS):
            await tell_answers(bench.feedback, *(answer(dice.choice(SUBJECTS), told + n) for n in range(PER_ROUND)))
            told += PER_ROUND
            if number % 10 == 5:
                await execute(bench.feedback, CUT_LEADER)
            await asyncio.sleep(dice.uniform(0, 0.02))
        await bench.until_effects(told)
    await assert_each_once_and_in_order(bench, told)
    published = bench.metrics.registry.get_sample_value("relay_published_total")
    assert published is not None
    assert published < 1.5 * told, f"{published} marks for {told} facts: two relays led at once"


async def test_a_leader_that_was_frozen_and_comes_back_spoils_nothing(bench: Bench) -> None:
    """SIGSTOP in the middle of its work; its lock is lost, another leads; then it wakes up and goes on."""
    async with bench.consuming(), another_process(bench) as frozen:
        told = 0

        async def tell_some() -> None:
            nonlocal told
            for _ in range(5):
                await tell_answers(bench.feedback, *(answer(SUBJECTS[0], told + n) for n in range(PER_ROUND)))
                told += PER_ROUND

        await tell_some()
        await bench.until_effects(told)
        await tell_some()
        frozen.send_signal(signal.SIGSTOP)
        await execute(bench.feedback, CUT_LEADER)
        async with bench.relaying() as relay:
            await tell_some()
            await until(lambda: asyncio.sleep(0, relay.leads), bool)
            await bench.until_effects(told)
            frozen.send_signal(signal.SIGCONT)
            await tell_some()
            await bench.until_effects(told)
            await until(
                lambda: rows(bench.feedback, "SELECT id FROM outbox WHERE published_at IS NULL"), lambda r: not r
            )
        await assert_each_once_and_in_order(bench, told)


async def assert_each_once_and_in_order(bench: Bench, told: int) -> None:
    effects = await bench.effects()
    assert len(effects) == len({effect.event_id for effect in effects}) == told
    for subject in map(str, SUBJECTS):
        heard = [effect.sequence for effect in effects if effect.subject == subject]
        assert heard == sorted(heard), f"{subject} was reordered"


@asynccontextmanager
async def another_process(bench: Bench) -> AsyncIterator[asyncio.subprocess.Process]:
    """A relay in a process of its own, which leads."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.shared.events.relaying",
        bench.feedback.url,
        bench.kafka.bootstrap_servers,
        env={**os.environ},
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        await until(lambda: rows(bench.feedback, LEADER), bool)
        yield process
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.wait()
