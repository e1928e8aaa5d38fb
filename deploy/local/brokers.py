"""The two brokers behind one interface: the embedded one, and Apache Kafka."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Literal, Protocol, cast, get_args

from aiokafka.admin import AIOKafkaAdminClient, NewTopic

from deploy.local.broker import EmbeddedBroker
from deploy.local.kafka import installation
from deploy.local.kafka.server import KafkaServer
from deploy.local.processes import ServerError

BrokerKind = Literal["embedded", "kafka"]
PARTITIONS: Mapping[BrokerKind, int] = {"embedded": 3, "kafka": 12}
"""Of each topic. The embedded broker looks through them anew for every fetch, and a fetch comes every 20 ms:
with 12 of each topic that took a third of a processor while nothing happened. Three still show that order
holds for one subject alone."""

_CREATED = 0
_ALREADY_EXISTS = 36


class Broker(Protocol):
    """A broker that is our child. `start` waits until it is ready and needs the main thread."""

    @property
    def kind(self) -> BrokerKind:
        """Which of the two it is: producers are idempotent on Apache Kafka alone."""

    @property
    def bootstrap_servers(self) -> str:
        """host:port; the embedded broker has another one after each start."""

    @property
    def cluster_id(self) -> str:
        """The log's identity: kept over restarts by Apache Kafka, fresh at each start of the embedded one."""

    @property
    def pid(self) -> int | None:
        """Its process id while it runs."""

    def start(self) -> None:
        """Start, or start again after `stop` or `kill`; does nothing while it runs."""

    def stop(self) -> None:
        """End it in order."""

    def kill(self) -> None:
        """Kill -9."""


def parse_kind(text: str) -> BrokerKind:
    """The kind that the variable BROKER names; raises ServerError for any other word."""
    if text not in get_args(BrokerKind):
        raise ServerError(f"BROKER is {text!r}, but must be one of: {', '.join(get_args(BrokerKind))}")
    return cast(BrokerKind, text)


def start_broker(kind: BrokerKind, state: Path) -> Broker:
    """Start a broker whose logs lie in `state`/logs and, if it keeps any, whose data in `state`/kafka."""
    broker: Broker
    if kind == "kafka":
        broker = KafkaServer(installation.install(), state / "kafka", logs=state / "logs")
    else:
        broker = EmbeddedBroker(log=state / "logs" / "broker.log")
    broker.start()
    return broker


async def create_topics(bootstrap_servers: str, topics: Iterable[str], partitions: int = PARTITIONS["kafka"]) -> None:
    """Declare topics; those that exist stay as they are. Raises ServerError if the broker refuses one."""
    admin = AIOKafkaAdminClient(bootstrap_servers=bootstrap_servers)
    await admin.start()
    try:
        answer = await admin.create_topics(
            [NewTopic(name=topic, num_partitions=partitions, replication_factor=1) for topic in topics]
        )
    finally:
        await admin.close()
    # The client raises nothing: each topic's error stands in the answer, its message last where there is one.
    for topic, code, *message in answer.topic_errors:
        if code not in (_CREATED, _ALREADY_EXISTS):
            raise ServerError(f"topic {topic} was refused with Kafka error {code} {message or ''}")
