"""How act two loses a step: a constraint on ticketing's table that one trace cannot meet. No back door."""

import asyncio
import contextlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

import asyncpg

from deploy.local.stack import Stack

CONSTRAINT = "lost_on_purpose"
TAKE_AWAY = f"ALTER TABLE IF EXISTS ticket DROP CONSTRAINT IF EXISTS {CONSTRAINT}"
LOCK_TIMEOUT = 5  # seconds


@contextlib.contextmanager
def losing(stack: Stack, trace_id: str) -> Iterator[None]:
    """Until the end of the block no ticket of this trace can be stored; also when it is interrupted."""
    url = stack.services["ticketing"].database_url
    try:
        _in_a_thread(url, TAKE_AWAY, _constraint(UUID(trace_id)))
        yield
    finally:
        _in_a_thread(url, TAKE_AWAY)


def _constraint(trace_id: UUID) -> str:
    return f"ALTER TABLE ticket ADD CONSTRAINT {CONSTRAINT} CHECK (trace_id <> '{trace_id}') NOT VALID"


def _in_a_thread(url: str, *statements: str) -> None:
    """Signals raise in the main thread, where an event loop might swallow what they raise, and wait for ever."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, _execute(url, *statements)).result()


async def _execute(url: str, *statements: str) -> None:
    connection = await asyncpg.connect(url, server_settings={"lock_timeout": f"{LOCK_TIMEOUT}s"})
    try:
        for statement in statements:
            await connection.execute(statement)
    finally:
        await connection.close()
