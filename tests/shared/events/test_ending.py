"""Relay, consumer, jobs and webhooks end when they are told to, whatever they are about to do, and never before."""

import asyncio
import random
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any

import pytest
from pydantic import SecretStr

from shared.events.consumer import Consumer
from shared.events.relay import Relay
from shared.features.webhooks.sender import WebhookSender
from shared.ops.clock import system_clock
from shared.ops.settings import ServiceSettings
from shared.worker.jobs import JobRunner, Loop
from tests.shared.events.conftest import WRITE_EFFECTS, Bench


def relay(bench: Bench) -> Coroutine[Any, Any, None]:
    """Feedback's relay."""
    return Relay("feedback", bench.feedback.url, bench.kafka, bench.metrics).run()


def jobs(bench: Bench) -> Coroutine[Any, Any, None]:
    """Ticketing's jobs and loops: one that only looks into the database."""

    async def look() -> int:
        async with bench.ticketing.session():
            return 0

    return JobRunner(bench.ticketing, system_clock, [], [Loop("look", 0.01, look)]).run()


def webhooks(bench: Bench) -> Coroutine[Any, Any, int]:
    """Ticketing's webhooks."""
    settings = ServiceSettings.model_construct(secret_key=SecretStr("secret"))
    return WebhookSender(bench.ticketing, settings, bench.metrics, system_clock).run()


def consumer(bench: Bench) -> Coroutine[Any, Any, None]:
    """Ticketing's consumer."""
    return Consumer(bench.ticketing, WRITE_EFFECTS, bench.kafka, bench.metrics, system_clock).run()


# aiokafka forgets a connection that is cancelled while it opens; it is closed when it is collected.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("start", [relay, consumer])
async def test_it_ends_at_whatever_moment_it_is_cancelled(
    bench: Bench, start: Callable[[Bench], Coroutine[Any, Any, None]]
) -> None:
    """While connecting, probing, joining, reading: a client library may swallow the cancellation."""
    for _ in range(40 if start is relay else 3):
        task = asyncio.ensure_future(start(bench))
        await asyncio.sleep(random.uniform(0, 0.15))
        task.cancel()
        await asyncio.wait([task], timeout=15)
        assert task.done(), "it lost its cancellation"
        assert task.cancelled()


@pytest.mark.parametrize(
    ("start", "place"),
    [
        (relay, "shared.events.relay.asyncpg.connect"),
        (consumer, "shared.events.consumer.kafka_log.ensure_topics"),
        (jobs, "shared.db.session.Database.session"),
        (webhooks, "shared.db.session.Database.session"),
    ],
)
async def test_it_ends_though_an_error_takes_the_place_of_its_cancellation(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, start: Callable[[Bench], Coroutine[Any, Any, None]], place: str
) -> None:
    """PostgreSQL goes away just when the process is told to end: what gives way fails, and the error is all that is
    seen of the cancellation."""
    waits = asyncio.Event()

    async def give_way(*_: object, **__: object) -> Any:
        try:
            waits.set()
            return await asyncio.sleep(60)
        except asyncio.CancelledError:
            raise ConnectionResetError("while it gave way") from None

    @asynccontextmanager
    async def session(*_: object) -> AsyncIterator[Any]:
        yield await give_way()

    monkeypatch.setattr(place, session if place.endswith("session") else give_way)
    others = asyncio.all_tasks()
    task = asyncio.ensure_future(start(bench))
    await asyncio.wait_for(waits.wait(), 30)
    task.cancel()
    try:
        await asyncio.wait([task], timeout=5)
        assert task.done(), "it lost its cancellation"
        assert task.cancelled()
    finally:
        monkeypatch.undo()
        while begun := asyncio.all_tasks() - others:  # a group passes on the first cancellation alone
            for left in begun:
                left.cancel()
            await asyncio.wait(begun, timeout=1)


@pytest.mark.parametrize(("start", "begins"), [(relay, (Relay, "_lead")), (consumer, (Consumer, "_read"))])
async def test_it_starts_over_after_an_error_that_nobody_foresaw(
    bench: Bench,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    start: Callable[[Bench], Coroutine[Any, Any, None]],
    begins: tuple[type, str],
) -> None:
    """As a client library's assertion in the middle of a rebalance: the process, and its API, must outlive it."""
    begun = asyncio.Event()
    original = getattr(*begins)
    failed: list[AssertionError] = []

    async def fail_once(self: Any, held: Any) -> None:
        if not failed:
            failed.append(AssertionError("Partition is not assigned"))
            raise failed[0]
        begun.set()
        await original(self, held)

    monkeypatch.setattr(*begins, fail_once)
    task = asyncio.ensure_future(start(bench))
    began = asyncio.ensure_future(begun.wait())
    try:
        await asyncio.wait([task, began], timeout=30, return_when=asyncio.FIRST_COMPLETED)
        assert begun.is_set(), "it did not start over"
        assert ": AssertionError at " in caplog.text
    finally:
        for one in (task, began):
            one.cancel()
        await asyncio.wait([task, began], timeout=15)
