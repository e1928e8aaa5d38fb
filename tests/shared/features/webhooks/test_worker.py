"""A whole worker: what is told over HTTP is published on Kafka and arrives at a receiver, without any hand."""

import asyncio

from deploy.local.brokers import Broker
from shared.features.webhooks.jobs import JOBS
from shared.ops.metrics import Metrics
from shared.worker.worker import Worker
from tests.fixtures.services import ServiceUnderTest
from tests.services.feedback.answers import of_customer
from tests.shared.events.conftest import until
from tests.shared.features.webhooks.receiving import RECEIVED, Receiver, deliveries, subscribe


async def test_an_answer_arrives_at_a_receiver(
    open_feedback: ServiceUnderTest, receiver: Receiver, private_broker: Broker
) -> None:
    webhook = await subscribe(open_feedback, receiver.url(), RECEIVED, "loop.opened.v1")
    settings = open_feedback.app.state.settings.model_copy(
        update={"kafka_bootstrap_servers": private_broker.bootstrap_servers}
    )
    metrics, stop = Metrics("test"), asyncio.Event()
    worker = Worker(open_feedback.database, settings, open_feedback.duties, metrics, open_feedback.clock)
    running = asyncio.create_task(worker.run(stop))
    try:
        answer = await open_feedback.post("/v1/responses", of_customer(3))
        await until(lambda: asyncio.sleep(0, receiver.requests), lambda seen: len(seen) >= 2, seconds=90)
        jobs = {job["name"]: job for job in (await open_feedback.get("/v1/jobs"))["items"]}
    finally:
        stop.set()
        await asyncio.wait([running], timeout=30)
    running.result()
    items = {request.verify(webhook["secret"])["type"]: request.data for request in receiver.requests}
    assert set(items) == {RECEIVED, "loop.opened.v1"}
    assert items[RECEIVED]["data"]["response_id"] == answer["id"]
    assert {row["state"] for row in await deliveries(open_feedback)} == {"delivered"}
    assert {job.name for job in JOBS} <= set(jobs)
    assert metrics.registry.get_sample_value("webhook_attempts_total", {"outcome": "delivered"}) == 2
