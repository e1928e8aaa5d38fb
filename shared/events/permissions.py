"""What a service has to be allowed on a Kafka cluster that has an authorizer, and no more than that."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from enum import IntEnum
from typing import NamedTuple

from aiokafka.client import AIOKafkaClient
from aiokafka.errors import KafkaError, for_code
from aiokafka.protocol.admin import CreateAclsRequest

from shared.events.fact import topic_of
from shared.events.kafka import ANSWER_SECONDS, BrokerUnavailable, Kafka, let_go

LITERAL, ALLOW = 3, 3
"""Kafka's numbers of a pattern that is a whole name, and of a permission that allows."""


class Resource(IntEnum):
    """Kafka's numbers of what a permission is for."""

    TOPIC = 2
    GROUP = 3


class Operation(IntEnum):
    """Kafka's numbers of what is allowed."""

    READ = 3
    WRITE = 4
    CREATE = 5
    DESCRIBE = 8


class Permission(NamedTuple):
    """One line of a cluster's access control list."""

    resource: Resource
    name: str
    operation: Operation

    def __str__(self) -> str:
        return f"{self.operation.name.lower()} {self.resource.name.lower()} {self.name}"


def needed(service: str, heard: list[str]) -> Iterator[Permission]:
    """Write to its own topic, read those that it hears, in its own group. Both are declared where they are missing."""
    own = topic_of(service)
    yield Permission(Resource.GROUP, service, Operation.READ)
    for topic in sorted({own, *heard}):
        yield Permission(Resource.TOPIC, topic, Operation.CREATE)
        yield Permission(Resource.TOPIC, topic, Operation.DESCRIBE)
        if topic == own:
            yield Permission(Resource.TOPIC, topic, Operation.WRITE)
        if topic in heard:
            yield Permission(Resource.TOPIC, topic, Operation.READ)


async def allow(kafka: Kafka, principal: str, permissions: list[Permission]) -> None:
    """Grant them to a principal (`User:ticketing`) from any host; what it has already stays.

    `kafka` signs in as who may alter the cluster's list. Raises BrokerUnavailable, which says what Kafka answered.
    """
    client = AIOKafkaClient(**kafka.connection)
    try:
        async with asyncio.timeout(ANSWER_SECONDS):
            await client.bootstrap()
            refused = [why for each in permissions async for why in _create(client, principal, each)]
    except (KafkaError, OSError, TimeoutError) as error:
        raise BrokerUnavailable(f"permissions: {type(error).__name__}") from error
    finally:
        await let_go(client.close())
    if refused:
        raise BrokerUnavailable(f"to allow it was refused ({', '.join(sorted(set(refused)))})")


async def _create(client: AIOKafkaClient, principal: str, wanted: Permission) -> AsyncIterator[str]:
    """Why it was refused, if it was."""
    request = CreateAclsRequest(*wanted[:2], LITERAL, principal, "*", wanted.operation, ALLOW)
    answer = await client.send(client.get_random_node(), request)
    for code, message in answer.creation_responses:
        if code:
            yield f"{for_code(code).__name__}: {message}"
