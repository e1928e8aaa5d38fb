"""Whatever breaks a request, and wherever: its row, its fact and its kept answer are all there, or none is."""

import asyncio
import uuid
from collections.abc import Coroutine, Generator
from typing import Any

import httpx
import structlog.testing
from sqlalchemy import event

from tests.fixtures.services import ServiceUnderTest

TRIES = 200  # far more than a request has statements or awaits

STORED = """
SELECT (SELECT count(*) FROM response), (SELECT count(*) FROM outbox WHERE type = 'response.received.v1'),
       (SELECT count(*) FROM idempotency_key)
"""


class Broke(Exception):
    """What a statement raises in these tests."""


class Cut:
    """A coroutine that is cancelled at its nth suspension, and at that one only."""

    def __init__(self, work: Coroutine[Any, Any, Any], at: int) -> None:
        self._work = work
        self._at = at
        self.happened = False

    def __await__(self) -> Generator[Any, None, Any]:
        awaited = self._work.__await__()
        waits_for = awaited.send(None)
        passed = 1
        try:
            while True:
                if passed == self._at:
                    self.happened = True
                    if waits_for is not None:
                        waits_for.cancel()
                    waits_for = awaited.throw(asyncio.CancelledError())
                else:
                    yield waits_for
                    waits_for = awaited.send(None)
                passed += 1
        except StopIteration as end:
            return end.value


async def test_a_request_that_is_cancelled_at_any_await_stores_all_or_nothing(feedback: ServiceUnderTest) -> None:
    cuts = kept = 0
    for at in range(1, TRIES):
        before = await stored(feedback)
        cut = Cut(answer(feedback), at)
        try:
            await cut
        except asyncio.CancelledError:
            assert cut.happened
        if not cut.happened:
            break
        cuts += 1
        kept += await changed(feedback, before)
    else:
        raise AssertionError("no request came to its end")
    print(cuts, "awaits,", kept, "of them after the commit")
    assert cuts > kept + 10, "the sweep broke nothing before the commit"
    assert len(set(await stored(feedback))) == 1


async def test_a_request_that_fails_at_any_statement_stores_nothing(feedback: ServiceUnderTest) -> None:
    engine = feedback.database.engine.sync_engine
    assert (await answer(feedback)).is_success  # from now on the key is known
    left = 0

    def fail(*_: Any) -> None:
        nonlocal left
        left -= 1
        if left == 0:
            raise Broke

    for name in ("before_cursor_execute", "commit"):
        event.listen(engine, name, fail)
    failures = 0
    for at in range(1, TRIES):
        before = await stored(feedback)
        left = at
        with structlog.testing.capture_logs():  # rendering their tracebacks takes seconds
            given = await answer(feedback)
        left = 0
        if given.is_success:
            break
        failures += 1
        assert given.status_code == 500
        assert await stored(feedback) == before, f"statement {at} failed, and something was stored"
    assert failures > 2, "the sweep broke nothing"
    assert len(set(await stored(feedback))) == 1


async def answer(feedback: ServiceUnderTest) -> httpx.Response:
    """A customer's answer under a key."""
    body = {"source": "fault", "source_id": uuid.uuid4().hex, "survey_type": "nps", "score": 3}
    return await feedback.client.post("/v1/responses", json=body, headers={"Idempotency-Key": uuid.uuid4().hex})


async def stored(feedback: ServiceUnderTest) -> tuple[int, int, int]:
    """How many answers there are, how many facts about them, and how many kept answers of ours."""
    [row] = await feedback.rows(STORED)
    return tuple(row)


async def changed(feedback: ServiceUnderTest, before: tuple[int, int, int]) -> bool:
    """Whether the request was stored; fails where a part of it was."""
    more = {now - then for now, then in zip(await stored(feedback), before, strict=True)}
    assert more in ({0}, {1}), f"state, fact and kept answer are not together: {more}"
    return more == {1}
