"""kill -9 at each named point of a fact's way: nothing is lost, nothing has its effect twice."""

import asyncio
import os
import signal
import sys

import pytest

from shared.ops.crash import CRASH_POINTS
from tests.shared.events.conftest import Bench, answer, rows, tell_answers, until
from tests.shared.events.crashing import SUBJECT

OUT_OF_HERE = ("after_digest", "after_lease", "after_mail", "after_webhook", "after_evidence")
ON_THE_WAY = [point for point in CRASH_POINTS if point not in OUT_OF_HERE]
"""Those of notifications and webhooks have their own tests, with a mail server and a receiver."""


async def run_until_killed(bench: Bench, point: str) -> int:
    """Run relay and consumer in a process of their own until it dies at the point; answers its exit code."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.shared.events.crashing",
        bench.feedback.url,
        bench.ticketing.url,
        bench.kafka.bootstrap_servers,
        str(bench.kafka.fetch_max_wait_ms),
        env={**os.environ, "CRASH_HERE": f"{point}:3"},
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        async with asyncio.timeout(60):
            return await process.wait()
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


@pytest.mark.parametrize("point", ON_THE_WAY)
async def test_a_crash_loses_and_doubles_nothing(bench: Bench, point: str) -> None:
    assert await run_until_killed(bench, point) == -signal.SIGKILL
    async with bench.relaying(), bench.consuming():
        await tell_answers(bench.feedback, answer(SUBJECT))  # after it, nothing of the crashed process is to come
        told = {row.event_id for row in await rows(bench.feedback, "SELECT event_id FROM outbox")}
        assert len(told) > 1, "the crash came before anything was told"
        effects = await until(bench.effects, lambda found: {effect.event_id for effect in found} >= told, seconds=60)
    assert len(effects) == len(told)
    assert {effect.event_id for effect in effects} == told
