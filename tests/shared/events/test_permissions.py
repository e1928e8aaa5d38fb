"""On a cluster that asks who is there, a service may do what its work needs, and what is another's it may not."""

import asyncio
import os
import shutil
import signal
import subprocess
import sys
import uuid
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any, NamedTuple

import httpx
import pytest
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer
from aiokafka.errors import GroupAuthorizationFailedError, TopicAuthorizationFailedError

from deploy.local import processes, readiness
from deploy.local.brokers import BrokerKind
from deploy.local.kafka import installation
from deploy.local.kafka.server import KafkaServer
from deploy.services import NAMES
from shared.features.access import service as access
from tests.fixtures import run
from tests.fixtures.servers import MakeDatabase
from tests.fixtures.stack import eventually

UP_WITHIN = 60.0  # seconds
PASSWORD = "of-the-tests"
LISTENERS = "BROKER://127.0.0.1:$port,CONTROLLER://127.0.0.1:$controller_port"
KEY = access.new_key()
ANSWER = {"source": "phone", "source_id": "call-1", "survey_type": "nps", "score": 2}


class Guarded(NamedTuple):
    """A cluster's two doors: one for its administrator, one at which everyone else has to say who they are."""

    administrator: str
    everyone: str

    def as_administrator(self) -> dict[str, str]:
        """The environment of a command that an administrator gives."""
        return {"KAFKA_BOOTSTRAP_SERVERS": self.administrator}

    def environment_of(self, user: str) -> dict[str, str]:
        """The environment of a service that signs in."""
        return {
            "KAFKA_BOOTSTRAP_SERVERS": self.everyone,
            "KAFKA_SECURITY_PROTOCOL": "SASL_PLAINTEXT",
            "KAFKA_SASL_MECHANISM": "PLAIN",
            "KAFKA_SASL_USERNAME": user,
            "KAFKA_SASL_PASSWORD": PASSWORD,
        }

    def client_of(self, user: str) -> dict[str, Any]:
        """What a client of aiokafka's signs in with."""
        return {
            "bootstrap_servers": self.everyone,
            "security_protocol": "SASL_PLAINTEXT",
            "sasl_mechanism": "PLAIN",
            "sasl_plain_username": user,
            "sasl_plain_password": PASSWORD,
        }


@pytest.fixture(scope="module")
def cluster(broker_kind: BrokerKind) -> Iterator[Guarded]:
    """With an authorizer that refuses what nobody has allowed, and a user for each service."""
    if broker_kind != "kafka":
        pytest.skip("the embedded broker has no authorizer")
    home, port = run.folder() / f"guarded-{uuid.uuid4().hex[:8]}", processes.free_port()
    users = " ".join(f'user_{name}="{PASSWORD}"' for name in (*NAMES, "stranger"))
    server = KafkaServer(
        installation.install(),
        home,
        logs=home / "logs",
        settings={
            "listeners": f"{LISTENERS},EVERYONE://127.0.0.1:{port}",
            "advertised.listeners": f"BROKER://127.0.0.1:$port,EVERYONE://127.0.0.1:{port}",
            "listener.security.protocol.map": "BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT,EVERYONE:SASL_PLAINTEXT",
            "authorizer.class.name": "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
            "super.users": "User:ANONYMOUS",  # who comes through the administrator's door
            "listener.name.everyone.sasl.enabled.mechanisms": "PLAIN",
            "listener.name.everyone.plain.sasl.jaas.config": (
                f"org.apache.kafka.common.security.plain.PlainLoginModule required {users};"
            ),
        },
    )
    server.start()
    yield Guarded(server.bootstrap_servers, f"127.0.0.1:{port}")
    server.kill()
    shutil.rmtree(home, ignore_errors=True)


def topics(service: str, environment: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    """`python -m services.<service> topics`."""
    return subprocess.run(
        [sys.executable, "-m", f"services.{service}", "topics", *arguments],
        env={**os.environ, "DATABASE_URL": "postgresql://nowhere/none", "SECRET_KEY": run.SECRET_KEY, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def opened(cluster: Guarded) -> Guarded:
    """The cluster, where each service was allowed what it needs, one of them twice."""
    for service in (*NAMES, "ticketing"):
        answer = topics(service, cluster.as_administrator(), "--allow", f"User:{service}")
        assert answer.returncode == 0, answer.stderr
        assert f"User:{service} may write topic {service}-events." in answer.stdout.splitlines()
        assert f"User:{service} may read group {service}." in answer.stdout.splitlines()
    return cluster


async def test_who_was_allowed_nothing_gets_one_line_that_says_so(cluster: Guarded) -> None:
    refused = topics("ticketing", cluster.environment_of("stranger"))
    assert refused.returncode == 1
    assert refused.stderr.splitlines()[-1].startswith("Kafka: topics were refused (")
    assert "ticketing-events: TopicAuthorizationFailedError" in refused.stderr


async def test_nobody_lets_themselves_in(opened: Guarded) -> None:
    refused = topics("ticketing", opened.environment_of("ticketing"), "--allow", "User:ticketing")
    assert refused.returncode == 1
    assert "ClusterAuthorizationFailedError" in refused.stderr.splitlines()[-1]


async def test_services_work_with_what_the_command_allows(opened: Guarded, fresh_database: MakeDatabase) -> None:
    async with AsyncExitStack() as stack:
        api = {}
        for name in ("ticketing", "feedback"):
            api[name] = await stack.enter_async_context(serving(name, opened, fresh_database(name)))
        answer = await api["feedback"].post("/v1/responses", json=ANSWER)
        assert answer.status_code == 201, answer.text
        asked = {"source_service": "feedback", "source_kind": "response", "source_id": answer.json()["id"]}

        async def escalated() -> bool:
            return bool((await api["ticketing"].get("/v1/tickets", params=asked)).json()["items"])

        await eventually(escalated, within=UP_WITHIN)


async def test_what_is_anothers_stays_closed(opened: Guarded) -> None:
    producer = AIOKafkaProducer(**opened.client_of("ticketing"))
    await producer.start()
    try:
        await asyncio.wait_for(producer.send_and_wait("ticketing-events", b"{}"), 10)
        with pytest.raises(TopicAuthorizationFailedError):
            await asyncio.wait_for(producer.send_and_wait("feedback-events", b"{}"), 10)
    finally:
        await producer.stop()
    thief = AIOKafkaConsumer("feedback-events", group_id="analytics", **opened.client_of("ticketing"))
    try:
        with pytest.raises(GroupAuthorizationFailedError):
            await asyncio.wait_for(thief.start(), 10)
    finally:
        await thief.stop()


@asynccontextmanager
async def serving(name: str, cluster: Guarded, database_url: str) -> AsyncIterator[httpx.AsyncClient]:
    """A client of a service that runs as its own user, with a key that may everything."""
    port, ops_port = processes.free_port(), processes.free_port()
    environment = {
        **os.environ,
        **cluster.environment_of(name),
        "DATABASE_URL": database_url,
        "SECRET_KEY": run.SECRET_KEY,
        "PORT": str(port),
        "OPS_PORT": str(ops_port),
        "FIRST_KEY": KEY,
    }
    make_key = ("keys", "create", "--name", "test", "--from-variable", "FIRST_KEY")
    making = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", f"services.{name}", *make_key), env=environment, stdout=asyncio.subprocess.DEVNULL
    )
    assert await making.wait() == 0
    log = run.folder() / f"guarded-{name}.log"
    process = processes.spawn(
        [sys.executable, "-m", f"services.{name}", "all"], log=log, death_signal=signal.SIGKILL, env=environment
    )
    try:
        await eventually(lambda: readiness.missing(ops_port) is None, within=UP_WITHIN)
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", headers={"X-API-Key": KEY}) as client:
            yield client
    finally:
        processes.kill(process)
