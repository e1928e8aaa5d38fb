"""What both sides of Kafka need: where the broker is, which log it holds, its topics and their ends."""

import asyncio
from collections import defaultdict
from collections.abc import Coroutine
from dataclasses import dataclass, field
from typing import Any

from aiokafka.admin import AIOKafkaAdminClient, NewTopic
from aiokafka.errors import KafkaError, for_code
from aiokafka.protocol.metadata import MetadataRequest
from aiokafka.protocol.offset import OffsetRequest
from aiokafka.structs import TopicPartition

PARTITIONS = 12
"""Partitions of each topic by default. They are declared, and never changed on a live topic: keys would move."""

TOPIC_RETENTION_MS = 30 * 24 * 3600 * 1000

ANSWER_SECONDS = 8.0
"""What the broker is given to answer. Always by `asyncio.timeout`: before Python 3.12 `wait_for` may swallow
a cancellation that comes as its work ends."""

_LATEST = -1
_TOPIC_MADE, _TOPIC_EXISTS = 0, 36


class BrokerUnavailable(ConnectionError):
    """The broker does not answer, or answers that it cannot."""


@dataclass(frozen=True, slots=True)
class Kafka:
    """Where the broker is and how to sign in; `fetch_max_wait_ms` is 20 on the embedded broker."""

    bootstrap_servers: str
    security: dict[str, Any] = field(default_factory=dict)
    fetch_max_wait_ms: int = 500
    session_timeout_ms: int = 30_000
    replication_factor: int = 1
    partitions: int = PARTITIONS

    @property
    def connection(self) -> dict[str, Any]:
        """The arguments that every client of this broker takes."""
        return {"bootstrap_servers": self.bootstrap_servers, **self.security}


async def ensure_topics(kafka: Kafka, topics: list[str]) -> None:
    """Declare the topics that are not there yet. Raises BrokerUnavailable."""
    admin = AIOKafkaAdminClient(**kafka.connection, request_timeout_ms=8000)
    try:
        async with asyncio.timeout(ANSWER_SECONDS):
            await admin.start()
        wanted = [
            NewTopic(
                topic,
                kafka.partitions,
                kafka.replication_factor,
                topic_configs={"retention.ms": str(TOPIC_RETENTION_MS)},
            )
            for topic in topics
        ]
        async with asyncio.timeout(ANSWER_SECONDS):
            answer = await admin.create_topics(wanted)
        refused = [
            f"{topic}: {for_code(code).__name__}"
            for topic, code, *_ in answer.topic_errors
            if code not in (_TOPIC_MADE, _TOPIC_EXISTS)
        ]
    except (KafkaError, OSError, TimeoutError) as error:
        raise BrokerUnavailable(f"topics: {type(error).__name__}") from error
    finally:
        await let_go(admin.close())
    if refused:
        raise BrokerUnavailable(f"topics were refused ({', '.join(refused)})")


async def let_go(closing: Coroutine[Any, Any, Any], seconds: float = 5.0) -> None:
    """Close a client of aiokafka's in a task of its own, for so long at most.

    Its closing swallows a cancellation that comes meanwhile; ours must not be lost in it.
    """
    task = asyncio.create_task(closing)
    task.add_done_callback(lambda ended: ended.cancelled() or ended.exception())  # nobody else asks for it
    await asyncio.wait([task], timeout=seconds)


async def log_id(client: Any) -> str:
    """The cluster id, read through the client's own connection. Raises BrokerUnavailable."""
    node = client.get_random_node()
    if node is None:
        raise BrokerUnavailable("no broker is known")
    try:
        async with asyncio.timeout(ANSWER_SECONDS):
            answer = await client.send(node, MetadataRequest([]))
    except (KafkaError, OSError, TimeoutError) as error:
        raise BrokerUnavailable(f"metadata: {type(error).__name__}") from error
    return str(answer.cluster_id)


async def end_offsets(client: Any, topic: str, partitions: list[int]) -> dict[int, int]:
    """The offset that each partition's next record will get. Raises BrokerUnavailable."""
    by_leader: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for partition in partitions:
        leader = client.cluster.leader_for_partition(TopicPartition(topic, partition))
        if leader is None or leader == -1:
            client.force_metadata_update()
            raise BrokerUnavailable(f"{topic}/{partition} has no leader")
        by_leader[leader].append((partition, _LATEST))
    ends: dict[int, int] = {}
    for leader, wanted in by_leader.items():
        try:
            async with asyncio.timeout(ANSWER_SECONDS):
                answer = await client.send(leader, OffsetRequest(-1, 0, [(topic, wanted)]))
        except (KafkaError, OSError, TimeoutError) as error:
            raise BrokerUnavailable(f"offsets: {type(error).__name__}") from error
        for _, found in answer.topics:
            for partition, code, _timestamp, offset in found:
                if code != 0:
                    client.force_metadata_update()
                    raise BrokerUnavailable(f"{topic}/{partition} answers error code {code}")
                ends[partition] = offset
    return ends


def all_connected(client: Any) -> bool:
    """Whether no connection of the client broke since it was opened: a broken one may hide a new log."""
    return all(connection.connected() for connection in client._conns.values())


async def answers(kafka: Kafka) -> bool:
    """Whether something takes connections where the broker should be."""
    for address in kafka.bootstrap_servers.split(","):
        host, _, port = address.strip().rpartition(":")
        try:
            async with asyncio.timeout(2):
                _, writer = await asyncio.open_connection(host, int(port))
        except (OSError, TimeoutError, ValueError):
            continue
        writer.close()
        return True
    return False
