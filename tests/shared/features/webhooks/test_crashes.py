"""kill -9 at each point of a delivery's way, and workers side by side: nothing is lost, and each has one id."""

import asyncio
import os
import signal
import subprocess
import sys
from uuid import UUID

import pytest

from shared.features.webhooks.sender import WebhookSender
from tests.fixtures.run import SECRET_KEY
from tests.fixtures.services import ServiceUnderTest
from tests.shared.features.webhooks.receiving import (
    Receiver,
    attempts,
    deliveries,
    publish,
    queue,
    received,
    send,
    sender_of,
    subscribe,
    tell_and_queue,
    tell_facts,
)

QUEUE_AND_SEND = """
import asyncio
from shared.db.session import Database
from shared.features.webhooks import jobs
from shared.features.webhooks.sender import WebhookSender
from shared.ops.clock import system_clock
from shared.ops.metrics import Metrics
from shared.ops.settings import ServiceSettings
from shared.worker.jobs import JobRunner

async def main():
    settings = ServiceSettings()
    database = Database("feedback", settings.database_url)
    runner = JobRunner(database, system_clock, jobs.JOBS)
    await runner._declare()
    await runner.run_once(jobs.JOBS[0])
    await WebhookSender(database, settings, Metrics("test"), system_clock).run_once()

asyncio.run(main())
"""
"""Transactions in their order: the jobs are declared, the facts are queued, one is leased, its attempt is recorded."""


async def killed_at(service: ServiceUnderTest, point: str) -> None:
    environment = {
        **os.environ,
        "CRASH_HERE": point,
        "DATABASE_URL": service.database.url,
        "SECRET_KEY": SECRET_KEY,
        "ALLOWED_NETWORKS": "127.0.0.1/32",
    }
    run = [sys.executable, "-c", QUEUE_AND_SEND]
    killed = await asyncio.to_thread(subprocess.run, run, env=environment, check=False, timeout=60)
    assert killed.returncode == -signal.SIGKILL, f"{point} was not passed"


@pytest.mark.parametrize(
    ("point", "requests"),
    [
        ("before_commit:2", 0),  # nothing is queued, and the follower has not moved
        ("after_commit:2", 0),  # all is queued, nothing is leased
        ("before_commit:3", 0),
        ("after_lease", 0),
        ("after_webhook", 1),  # taken, and not recorded: it comes again
        ("before_commit:4", 1),
        ("after_commit:4", 1),
        ("after_evidence", 1),
    ],
)
async def test_a_kill_at_each_point_loses_nothing(
    open_feedback: ServiceUnderTest, receiver: Receiver, point: str, requests: int
) -> None:
    webhook = await subscribe(open_feedback, receiver.url())
    ids = [str(one) for one in await tell_facts(open_feedback, *(received() for _ in range(3)))]
    await publish(open_feedback)
    await killed_at(open_feedback, point)
    assert bool(receiver.requests) == bool(requests)
    await open_feedback.execute("UPDATE webhook_delivery SET lease_until = now() WHERE lease_until IS NOT NULL")
    await queue(open_feedback)
    await send(open_feedback)
    assert set(receiver.ids) == set(ids), "each under its own id, again or not"
    for request in receiver.requests:
        request.verify(webhook["secret"])
    rows = await deliveries(open_feedback)
    assert sorted(row["event_id"] for row in rows) == sorted(ids)
    assert {row["state"] for row in rows} == {"delivered"}


async def test_a_lease_is_taken_over_only_when_it_ends(open_feedback: ServiceUnderTest, receiver: Receiver) -> None:
    await subscribe(open_feedback, receiver.url())
    await tell_and_queue(open_feedback)
    await killed_at(open_feedback, "after_lease")
    await send(open_feedback)
    assert receiver.requests == []
    await open_feedback.execute("UPDATE webhook_delivery SET lease_until = now()")
    await send(open_feedback)
    assert len(receiver.requests) == 1


async def test_workers_side_by_side_send_each_once(open_feedback: ServiceUnderTest, receiver: Receiver) -> None:
    await subscribe(open_feedback, receiver.url("/a"))
    await subscribe(open_feedback, receiver.url("/b"))
    ids = await tell_and_queue(open_feedback, *(received() for _ in range(60)))
    workers = [sender_of(open_feedback) for _ in range(3)]
    while await deliveries(open_feedback, state="pending"):
        await asyncio.gather(*(worker.run_once() for worker in workers))
    for path in ("/a", "/b"):
        assert sorted(one.id for one in receiver.requests if one.path == path) == sorted(ids)
    for worker in workers:
        await worker.close()


async def test_a_late_failure_does_not_disturb_who_took_over(
    open_feedback: ServiceUnderTest, receiver: Receiver
) -> None:
    receiver.statuses = [500]
    webhook = await subscribe(open_feedback, receiver.url())
    await tell_and_queue(open_feedback)
    first, second = sender_of(open_feedback), sender_of(open_feedback)
    batch = await first._lease(_id(webhook))
    assert batch is not None
    await open_feedback.execute("UPDATE webhook_delivery SET lease_until = now()")
    taken_over = await second._lease(_id(webhook))
    assert taken_over is not None
    await first._deliver(batch, batch.deliveries[0])
    [row] = await deliveries(open_feedback)
    assert (row["state"], row["last_outcome"]) == ("pending", None)
    await second._deliver(taken_over, taken_over.deliveries[0])
    [row] = await deliveries(open_feedback)
    assert row["state"] == "delivered"
    assert [one["outcome"] for one in await attempts(open_feedback, row)] == ["http_500", "delivered"]
    await _close(first, second)


async def test_an_end_lets_what_is_under_way_be_recorded(open_feedback: ServiceUnderTest, receiver: Receiver) -> None:
    reached, go_on = asyncio.Event(), asyncio.Event()

    async def answer_slowly(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        reached.set()
        await go_on.wait()
        writer.write(b"HTTP/1.1 204 No Content\r\n\r\n")

    receiver.behaviour = answer_slowly
    await subscribe(open_feedback, receiver.url())
    await tell_and_queue(open_feedback)
    sender = sender_of(open_feedback)
    work = asyncio.create_task(sender.run())
    await reached.wait()
    work.cancel()
    await asyncio.sleep(0)
    go_on.set()
    await asyncio.wait([work], timeout=10)
    assert work.cancelled()
    assert [row["state"] for row in await deliveries(open_feedback)] == ["delivered"]
    await sender.close()


def _id(webhook: dict[str, str]) -> UUID:
    return UUID(webhook["id"])


async def _close(*senders: WebhookSender) -> None:
    for sender in senders:
        await sender.close()
