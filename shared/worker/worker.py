"""A service's background half: relay, consumer, jobs, notifications, webhooks and bulk jobs in one TaskGroup."""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from shared.db.session import Database
from shared.events.consumer import Consumer
from shared.events.handlers import Handlers
from shared.events.inbox import describe
from shared.events.kafka import Kafka
from shared.events.relay import Relay
from shared.features.bulk_jobs import jobs as bulk_jobs
from shared.features.bulk_jobs.kinds import Entity, RowKind
from shared.features.bulk_jobs.runner import BulkRunner
from shared.features.dead_letters import queries as dead_letters
from shared.features.notification_templates.templates import Template
from shared.features.notifications.sender import NotificationSender
from shared.features.webhooks import jobs as webhooks
from shared.features.webhooks.sender import WebhookSender
from shared.ops.clock import Clock, system_clock
from shared.ops.metrics import Metrics
from shared.ops.settings import ServiceSettings
from shared.worker import retention
from shared.worker.heartbeat import Heart
from shared.worker.jobs import Job, JobRunner, Loop

SEND_EVERY_SECONDS = 0.5
ELSEWHERE_EVERY_SECONDS = 1.0
BULK_EVERY_SECONDS = 1.0
COUNT_EVERY_SECONDS = 5.0
LAST_FACTS_SECONDS = 5.0  # what shutdown gives the relay to publish what is still in the outbox

PENDING = text("""
SELECT count(*) AS pending, extract(epoch FROM clock_timestamp() - min(created_at)) AS oldest
FROM (
    SELECT created_at FROM outbox WHERE published_at IS NULL AND parked_at IS NULL ORDER BY id LIMIT 1000000
) AS waiting
""")

log = logging.getLogger(__name__)

Count = Callable[[AsyncSession, Metrics], Awaitable[None]]
MakeLoop = Callable[[Database, Metrics, Clock], Loop]


@dataclass(frozen=True)
class Duties:
    """What a service's worker does: which facts it obeys, what time triggers, what it may write in mails.

    counts: each sets gauges that only the service's database knows, every few seconds.
    loops: made of what the worker has: its own way out to the network.
    bulk: the kinds of its bulk jobs that deal with rows. exports: the lists that it gives away whole.
    """

    handlers: Handlers
    jobs: Sequence[Job] = ()
    templates: Sequence[Template] = field(default_factory=tuple)
    counts: Sequence[Count] = ()
    loops: Sequence[MakeLoop] = ()
    bulk: Sequence[RowKind] = ()
    exports: Sequence[Entity] = ()


class Worker:
    """Runs until `stop` is set; then nothing is left half done."""

    def __init__(
        self,
        database: Database,
        settings: ServiceSettings,
        duties: Duties,
        metrics: Metrics,
        clock: Clock = system_clock,
    ) -> None:
        service = database.service
        kafka = kafka_of(settings)
        self._database = database
        self._metrics = metrics
        self._counts = duties.counts
        self.relay = Relay(service, settings.database_url, kafka, metrics)
        self.consumer = Consumer(database, duties.handlers, kafka, metrics, clock)
        self._sender = NotificationSender(database, settings, duties.templates, metrics, clock)
        self._webhooks = WebhookSender(database, settings, metrics, clock)
        bulk = BulkRunner(database, settings, duties.bulk, duties.exports, metrics, clock)
        heart = Heart(service, settings.heartbeat_seconds)
        self._jobs = JobRunner(
            database,
            clock,
            [heart.job, *retention.JOBS, *webhooks.JOBS, *bulk_jobs.JOBS, *duties.jobs],
            [
                Loop("send_notifications", SEND_EVERY_SECONDS, self._sender.run_once),
                Loop("send_notifications_elsewhere", ELSEWHERE_EVERY_SECONDS, self._sender.run_elsewhere_once),
                Loop("send_webhooks", SEND_EVERY_SECONDS, self._webhooks.run),
                Loop("run_bulk_jobs", BULK_EVERY_SECONDS, bulk.run_once),
                Loop("count_outbox", COUNT_EVERY_SECONDS, self._count),
                *(make(database, metrics, clock) for make in duties.loops),
            ],
        )
        database.when_facts_commit(self.relay.wake)

    async def run(self, stop: asyncio.Event) -> None:
        """Work until `stop`; then end reading and jobs, publish what is left, and give everything back."""
        relay = asyncio.create_task(self.relay.run(), name="relay")
        others = [
            asyncio.create_task(self.consumer.run(), name="consumer"),
            asyncio.create_task(self._jobs.run(), name="jobs"),
        ]
        stopping = asyncio.create_task(stop.wait(), name="stop")
        try:
            done, _ = await asyncio.wait([relay, *others, stopping], return_when=asyncio.FIRST_COMPLETED)
            for task in done - {stopping}:
                task.result()  # neither relay, consumer nor jobs end by themselves: this raises why one did
        finally:
            await _end(others)
            with contextlib.suppress(Exception):
                await self._publish_the_rest()
            await _end([relay, stopping])
            await self._webhooks.close()
            await self._sender.close()

    async def _publish_the_rest(self) -> None:
        async with asyncio.timeout(LAST_FACTS_SECONDS):
            while self.relay.leads and await self._pending():
                self.relay.wake()
                await asyncio.sleep(0.05)

    async def _pending(self) -> int:
        async with self._database.session() as session:
            waiting = (await session.execute(PENDING)).one()
        self._metrics.outbox_pending.set(waiting.pending)
        self._metrics.outbox_oldest_unpublished_seconds.set(waiting.oldest or 0)
        return int(waiting.pending)

    async def _count(self) -> int:
        """Keep the gauges that only the database knows."""
        await self._pending()
        await self._webhooks.count()
        async with self._database.session() as session:
            self._metrics.dead_letters_open.set(await dead_letters.count_open(session))
            for job in await self._jobs.states(session):
                self._metrics.job_overdue_seconds.labels(job.name).set(job.overdue)
                self._metrics.job_failed.labels(job.name).set(job.failed)
            for count in self._counts:
                await count(session, self._metrics)
        return 0


def kafka_of(settings: ServiceSettings) -> Kafka:
    """The broker that the settings name."""
    security: dict[str, object] = {"security_protocol": settings.kafka_security_protocol}
    if settings.kafka_sasl_mechanism:
        assert settings.kafka_sasl_password is not None
        security |= {
            "sasl_mechanism": settings.kafka_sasl_mechanism,
            "sasl_plain_username": settings.kafka_sasl_username,
            "sasl_plain_password": settings.kafka_sasl_password.get_secret_value(),
        }
    if settings.kafka_security_protocol in ("SSL", "SASL_SSL"):
        from aiokafka.helpers import create_ssl_context

        security["ssl_context"] = create_ssl_context(cadata=settings.kafka_ca)
    return Kafka(
        settings.kafka_bootstrap_servers,
        security,
        fetch_max_wait_ms=settings.consumer_fetch_max_wait_ms,
        session_timeout_ms=int(settings.consumer_session_timeout_seconds * 1000),
        replication_factor=settings.kafka_replication_factor,
        partitions=settings.kafka_partitions,
    )


async def _end(tasks: "Sequence[asyncio.Task[Any]]") -> None:
    for task in tasks:
        task.cancel()
    for outcome in await asyncio.gather(*tasks, return_exceptions=True):
        if isinstance(outcome, Exception):
            log.error("ended with %s", describe(outcome))
