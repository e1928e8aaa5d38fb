"""How act three loses a step: a constraint on ticketing's table that one trace cannot meet. No back door."""

import asyncio
import contextlib
import signal
import threading
from collections.abc import Iterator
from uuid import UUID

import asyncpg

from deploy.local.children import STOP_SIGNALS
from deploy.local.stack import Stack

CONSTRAINT = "lost_on_purpose"
TAKE_AWAY = f"ALTER TABLE IF EXISTS ticket DROP CONSTRAINT IF EXISTS {CONSTRAINT}"
LOCK_TIMEOUT = 5  # seconds


@contextlib.contextmanager
def losing(stack: Stack, trace_id: str) -> Iterator[None]:
    """Until the end of the block no ticket of this trace can be stored; also when it is interrupted."""
    url = stack.services["ticketing"].database_url
    try:
        _run(url, TAKE_AWAY, _constraint(UUID(trace_id)))
        yield
    finally:
        _run(url, TAKE_AWAY)


def _constraint(trace_id: UUID) -> str:
    return f"ALTER TABLE ticket ADD CONSTRAINT {CONSTRAINT} CHECK (trace_id <> '{trace_id}') NOT VALID"


def _run(url: str, *statements: str) -> None:
    with _signals_waiting():
        asyncio.run(_execute(url, *statements))


@contextlib.contextmanager
def _signals_waiting() -> Iterator[None]:
    """A signal takes effect at the end of the block: an event loop might swallow what it raises, and wait for ever."""
    if threading.current_thread() is not threading.main_thread():
        yield  # signals raise nothing here
        return
    came: list[int] = []
    held = {number: signal.signal(number, lambda given, _: came.append(given)) for number in STOP_SIGNALS}
    try:
        yield
    finally:
        for number, handler in held.items():
            signal.signal(number, handler)
        if came:
            signal.raise_signal(came[0])


async def _execute(url: str, *statements: str) -> None:
    connection = await asyncpg.connect(url, server_settings={"lock_timeout": f"{LOCK_TIMEOUT}s"})
    try:
        for statement in statements:
            await connection.execute(statement)
    finally:
        await connection.close()
