"""The directory that escalations find their owners in, told on onboarding's topic as onboarding would tell it."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from aiokafka import AIOKafkaProducer

from shared.contracts.onboarding import AccountCreated, AccountTeamChanged, ContactCreated, StaffUpdated
from shared.events.fact import Fact, topic_of
from shared.events.outbox import rfc3339
from shared.ids import uuid7
from shared.ops.clock import system_clock
from tests.load.answers import ACCOUNTS, CONTACTS, account_id, contact_id

MANAGERS = 4


def manager_id(number: int) -> UUID:
    """The id of a customer success manager, from its number below MANAGERS."""
    return UUID(int=0x01A1F82F_1E81_7A12_A55A_000000000000 + number)


async def tell(bootstrap_servers: str) -> None:
    """Publish all of it."""
    producer = AIOKafkaProducer(bootstrap_servers=bootstrap_servers)
    await producer.start()
    try:
        for sequence, fact in enumerate(facts(), start=1):
            await producer.send_and_wait(topic_of("onboarding"), **record(fact, sequence))
    finally:
        await producer.stop()


def record(fact: Fact, sequence: int) -> dict[str, Any]:
    """A fact as a producer sends it. sequence: what its outbox row's id would be."""
    return {
        "key": fact.key.encode(),
        "value": fact.model_dump_json().encode(),
        "headers": _headers(fact, sequence),
    }


def facts() -> Iterator[Fact]:
    """All of it, those first that others name."""
    for number in range(MANAGERS):
        yield StaffUpdated.model_validate({**StaffUpdated.example, "staff_id": manager_id(number)})
    for number in range(ACCOUNTS):
        mine = {"account_id": account_id(number)}
        yield AccountCreated.model_validate({**AccountCreated.example, **mine, "name": f"Customer {number}"})
        yield AccountTeamChanged.model_validate({**mine, "members": _team(number)})
    for number in range(CONTACTS):
        mine = {"contact_id": contact_id(number), "account_id": account_id(number % ACCOUNTS)}
        yield ContactCreated.model_validate({**ContactCreated.example, **mine})


def _team(number: int) -> list[dict[str, Any]]:
    """A manager, and the next one as the backup."""
    first, second = AccountTeamChanged.example["members"]
    return [
        {**first, "staff_id": manager_id(number % MANAGERS)},
        {**second, "staff_id": manager_id((number + 1) % MANAGERS)},
    ]


def _headers(fact: Fact, sequence: int) -> list[tuple[str, bytes]]:
    now = rfc3339(system_clock())
    attributes = {
        "ce_specversion": "1.0",
        "ce_id": str(uuid7()),
        "ce_source": f"/{fact.teller}",
        "ce_type": fact.fact_type,
        "ce_subject": fact.key,
        "ce_time": now,
        "ce_recordedtime": now,
        "ce_sequence": f"{sequence:019d}",
        "ce_correlationid": str(uuid7()),
        "ce_causationid": "request/bench",
        "ce_actor": "service/bench",
        "content-type": "application/json",
    }
    return [(name, value.encode()) for name, value in attributes.items()]
