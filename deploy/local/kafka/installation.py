"""Makes Apache Kafka ready to start: the jars, and an archive of the classes that it loads."""

import asyncio
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer
from aiokafka.admin import AIOKafkaAdminClient, NewTopic

from deploy.local import processes
from deploy.local.kafka import distribution
from deploy.local.kafka.distribution import Distribution
from deploy.local.kafka.server import KafkaServer

WARM_UP_TIMEOUT = 60.0  # seconds


def install() -> Distribution:
    """Add what is missing; raises ServerError with one line if that cannot be done. Main thread only."""
    kafka = distribution.locate()
    if kafka.is_complete:
        return kafka
    kafka.jars.parent.mkdir(parents=True, exist_ok=True)
    with processes.locked(kafka.jars.parent / "install.lock"):
        if not kafka.jars.exists():
            distribution.fetch_jars(kafka.jars)
        if not kafka.archive.exists():
            _make_archive(kafka)
    return kafka


def _make_archive(kafka: Distribution) -> None:
    """Run Kafka once through what it will do later; the JVM writes the classes that this loaded (50 MB)."""
    with tempfile.TemporaryDirectory(dir=kafka.jars.parent) as scratch:
        fresh = Path(scratch) / "classes.jsa"
        server = KafkaServer(
            kafka,
            Path(scratch) / "kafka",
            logs=Path(scratch),
            jvm_options=(f"-XX:ArchiveClassesAtExit={fresh}",),
        )
        server.start()
        try:
            # In a thread, because the caller may be in an event loop already.
            with ThreadPoolExecutor(1) as thread:
                thread.submit(asyncio.run, _warm_up(server.bootstrap_servers)).result(WARM_UP_TIMEOUT)
        finally:
            server.stop(timeout=WARM_UP_TIMEOUT)  # the archive is written at the end
        fresh.rename(kafka.archive)


async def _warm_up(bootstrap_servers: str) -> None:
    """Create a topic, produce, join a group, consume, commit."""
    admin = AIOKafkaAdminClient(bootstrap_servers=bootstrap_servers)
    await admin.start()
    try:
        await admin.create_topics([NewTopic(name="warm-up", num_partitions=2, replication_factor=1)])
    finally:
        await admin.close()
    producer = AIOKafkaProducer(bootstrap_servers=bootstrap_servers, enable_idempotence=True)
    await producer.start()
    try:
        await producer.send_and_wait("warm-up", b"value", key=b"key")
    finally:
        await producer.stop()
    consumer = AIOKafkaConsumer(
        "warm-up",
        bootstrap_servers=bootstrap_servers,
        group_id="warm-up",
        auto_offset_reset="earliest",
        enable_auto_commit=False,
    )
    await consumer.start()
    try:
        await consumer.getone()
        await consumer.commit()
    finally:
        await consumer.stop()
