"""What the story breaks on purpose is put back, whenever a signal comes."""

import asyncio
import os
import signal
from collections.abc import Iterator
from types import FrameType

import pytest

from deploy.local.__main__ import Stopped
from deploy.local.stack import ServiceAddress, Stack
from deploy.local.story import lost_step
from shared.ids import uuid7

STACK = Stack({"ticketing": ServiceAddress("", "", "")}, kafka={}, smtp="", mail_dir="", api_key="", pids={})


@pytest.fixture
def stopping() -> Iterator[None]:
    """SIGINT raises, as in `make demo`."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise Stopped

    before = signal.signal(signal.SIGINT, stop)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.timeout(20)
@pytest.mark.parametrize("interrupted", [0, 1], ids=["while it breaks", "while it puts back"])
def test_a_signal_amid_a_statement_ends_the_story_and_leaves_nothing_broken(
    stopping: None, monkeypatch: pytest.MonkeyPatch, interrupted: int
) -> None:
    done: list[tuple[str, ...]] = []

    async def execute(url: str, *statements: str) -> None:
        if len(done) == interrupted:
            # From a callback of the loop, as where the driver reads an answer.
            asyncio.get_running_loop().call_soon(os.kill, os.getpid(), signal.SIGINT)
        await asyncio.sleep(0.3)
        done.append(statements)

    monkeypatch.setattr(lost_step, "_execute", execute)
    with pytest.raises(Stopped), lost_step.losing(STACK, str(uuid7())):
        pass
    assert done[-1] == (lost_step.TAKE_AWAY,)
    assert len(done) == 2
