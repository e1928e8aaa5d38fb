"""The servers that `make run` and all other tests stand on."""

import asyncio
import email
import os
import signal
import subprocess
import sys
import time
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import aiosmtplib
import asyncpg
import pytest
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer

from deploy.local import brokers, mail, processes
from deploy.local.brokers import Broker, BrokerKind
from deploy.local.kafka import distribution
from deploy.local.postgres import Postgres
from deploy.local.processes import ServerError

TOPIC = "ticketing-events"


def test_who_asks_for_two_ports_gets_two(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "FREE_PORTS", range(31_990, 32_000))
    monkeypatch.setattr(processes, "_given", deque(maxlen=5))
    monkeypatch.setattr(processes, "port_is_free", lambda port: True)
    given = [processes.free_port() for _ in range(200)]
    assert all(len(set(given[place : place + 5])) == 5 for place in range(195))


async def test_a_role_reads_its_own_database_and_no_other(private_postgres: Postgres) -> None:
    ticketing = private_postgres.create_database("ticketing")
    private_postgres.create_database("feedback")

    await run_sql(ticketing.url, "CREATE TABLE ticket (id int)")

    with pytest.raises(asyncpg.InsufficientPrivilegeError, match="permission denied for database"):
        await run_sql(private_postgres.url("feedback", role="ticketing"), "SELECT 1")
    with pytest.raises(asyncpg.InsufficientPrivilegeError, match="permission denied for database"):
        await run_sql(private_postgres.url("postgres", role="ticketing"), "SELECT 1")


async def test_a_wrong_password_opens_nothing(private_postgres: Postgres) -> None:
    url = private_postgres.create_database("ticketing").url
    password = url.split(":")[2].split("@")[0]
    with pytest.raises(asyncpg.InvalidPasswordError):
        await run_sql(url.replace(password, "guessed"), "SELECT 1")


def test_making_a_database_again_keeps_its_rows_and_its_password(private_postgres: Postgres) -> None:
    first = private_postgres.create_database("ticketing")
    private_postgres.execute("CREATE TABLE ticket (id int)", database="ticketing")

    assert private_postgres.create_database("ticketing") == first
    assert private_postgres.query("SELECT count(*) FROM ticket", database="ticketing") == ["0"]


def test_roles_that_are_made_side_by_side_keep_their_passwords(private_postgres: Postgres) -> None:
    names = [f"role_{number}" for number in range(12)]
    with ThreadPoolExecutor(len(names)) as side_by_side:
        list(side_by_side.map(private_postgres.create_role, names))
    for name in names:
        assert private_postgres.url(role=name)


@pytest.mark.parametrize("how", ["fast", "immediate", "kill"])
def test_rows_outlive_every_kind_of_end(tmp_path: Path, how: str) -> None:
    server = Postgres(tmp_path / "pg", port=processes.free_port(), log=tmp_path / "pg.log")
    server.start()
    try:
        server.execute("CREATE TABLE kept AS SELECT 7 AS id")
        if how == "kill":
            server.kill()
            assert (server.data / "postmaster.pid").exists()
        else:
            server.stop("fast" if how == "fast" else "immediate")
        assert not server.is_running()
        server.start()
        assert server.query("SELECT id FROM kept") == ["7"]
    finally:
        server.stop()


async def test_a_busy_backend_does_not_hinder_the_start_after_a_kill(private_postgres: Postgres) -> None:
    connection = await asyncpg.connect(private_postgres.url())
    endless = asyncio.create_task(connection.execute("SELECT count(*) FROM generate_series(1, 10000000000)"))
    await asyncio.sleep(0)  # the query is on its way before the kill
    busy = f"SELECT 1 FROM pg_stat_activity WHERE pid = {connection.get_server_pid()} AND state = 'active'"
    deadline = time.monotonic() + 10
    while not private_postgres.query(busy):
        assert time.monotonic() < deadline
        await asyncio.sleep(0)

    private_postgres.kill()
    private_postgres.start()

    assert private_postgres.query("SELECT 1") == ["1"]
    with pytest.raises((asyncpg.PostgresError, ConnectionError)):
        await endless
    connection.terminate()


def test_a_pid_file_with_the_id_of_another_process_does_not_hinder_the_start(
    private_postgres: Postgres,
) -> None:
    private_postgres.kill()
    pid_file = private_postgres.data / "postmaster.pid"
    lines = pid_file.read_text().splitlines()
    pid_file.write_text("\n".join([str(os.getpid()), *lines[1:]]))

    private_postgres.start()

    assert private_postgres.query("SELECT 1") == ["1"]


def test_two_servers_on_one_folder_are_refused(private_postgres: Postgres, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("deploy.local.postgres.LEFTOVER_TIMEOUT", 0.1)
    second = Postgres(private_postgres.home, port=processes.free_port(), log=private_postgres.log)
    with pytest.raises(ServerError, match="already runs on"):
        second.start()


def test_a_taken_port_is_named(private_postgres: Postgres, tmp_path: Path) -> None:
    second = Postgres(tmp_path / "second", port=private_postgres.port, log=tmp_path / "log")
    with pytest.raises(ServerError, match=f"port {private_postgres.port} for PostgreSQL is taken"):
        second.start()


def test_the_state_folder_stays_closed_to_others(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)
    server = Postgres(closed / "pg", port=processes.free_port(), log=closed / "pg.log", durable=False)
    server.start()
    server.remove()
    assert closed.stat().st_mode & 0o777 == 0o700


def test_servers_die_with_their_launcher(tmp_path: Path) -> None:
    launcher = subprocess.Popen([sys.executable, "-c", LAUNCHER, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert launcher.stdout is not None
    pids = [int(word) for word in launcher.stdout.readline().split()]
    assert len(pids) == 2

    launcher.kill()
    launcher.wait()
    launcher.stdout.close()

    deadline = time.monotonic() + 10
    while any(processes.is_alive(pid) for pid in pids):
        assert time.monotonic() < deadline, "a server outlived its launcher"
        time.sleep(0.02)


LAUNCHER = """
import sys, time
from pathlib import Path
from deploy.local import brokers, processes
from deploy.local.postgres import Postgres
state = Path(sys.argv[1])
server = Postgres(state / "pg", port=processes.free_port(), log=state / "pg.log", durable=False)
server.start()
print(server.pid, brokers.start_broker("embedded", state).pid, flush=True)
time.sleep(60)
"""


async def test_children_are_started_from_the_main_thread_only(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="main thread"):
        await asyncio.to_thread(processes.spawn, ["true"], log=tmp_path / "log", death_signal=signal.SIGKILL)


async def test_records_come_back_in_order_and_topics_are_declared_twice(broker: Broker) -> None:
    topic = f"{TOPIC}-order"
    await brokers.create_topics(broker.bootstrap_servers, [topic])
    await brokers.create_topics(broker.bootstrap_servers, [topic])

    await produce(broker, topic, [b"%d" % number for number in range(50)])

    assert await consume(broker, topic, 50) == [b"%d" % number for number in range(50)]


async def test_the_embedded_broker_forgets_and_says_so(tmp_path: Path) -> None:
    broker = brokers.start_broker("embedded", tmp_path)
    try:
        before = (broker.cluster_id, broker.bootstrap_servers)
        await brokers.create_topics(broker.bootstrap_servers, [TOPIC])
        await produce(broker, TOPIC, [b"lost"])

        broker.kill()
        assert broker.pid is None
        broker.start()

        assert broker.cluster_id != before[0]
        assert broker.bootstrap_servers != before[1]
        assert int(broker.bootstrap_servers.split(":")[1]) < 32768
    finally:
        broker.stop()


@pytest.mark.kafka
@pytest.mark.parametrize("how", ["stop", "kill"])
async def test_apache_kafka_keeps_records_and_identity(
    private_broker: Broker, broker_kind: BrokerKind, how: str
) -> None:
    if broker_kind != "kafka":
        pytest.skip("the embedded broker keeps nothing")
    before = (private_broker.cluster_id, private_broker.bootstrap_servers)
    await brokers.create_topics(private_broker.bootstrap_servers, [TOPIC])
    await produce(private_broker, TOPIC, [b"1", b"2", b"3"])

    if how == "kill":
        private_broker.kill()
    else:
        private_broker.stop()
    private_broker.start()

    assert (private_broker.cluster_id, private_broker.bootstrap_servers) == before
    assert await consume(private_broker, TOPIC, 3) == [b"1", b"2", b"3"]


async def test_refused_topics_are_named(broker: Broker, broker_kind: BrokerKind) -> None:
    if broker_kind != "kafka":
        pytest.skip("the embedded broker takes any name")
    with pytest.raises(ServerError, match="topic no/topic was refused with Kafka error 17"):
        await brokers.create_topics(broker.bootstrap_servers, ["no/topic"])


def test_an_unknown_broker_is_refused_by_name() -> None:
    with pytest.raises(ServerError, match="BROKER is 'rabbit', but must be one of: embedded, kafka"):
        brokers.parse_kind("rabbit")


def test_what_apache_kafka_lacks_is_said_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ServerError, match=r"^Apache Kafka needs Java 17 or newer: no `java` on the PATH.*$"):
        distribution.locate()
    with pytest.raises(ServerError, match=r"^Apache Kafka comes from Maven Central: no `mvn` on the PATH.*$"):
        distribution.fetch_jars(tmp_path / "lib")

    old = tmp_path / "java"
    old.write_text("#!/bin/sh\necho 'openjdk version \"11.0.2\" 2019-01-15' >&2\n")
    old.chmod(0o755)
    with pytest.raises(ServerError, match=r'^Apache Kafka needs Java 17 .* says openjdk version "11\.0\.2".*$'):
        distribution.locate()


async def test_caught_mail_lies_in_files(tmp_path: Path) -> None:
    port = processes.free_port()
    message = EmailMessage()
    message["From"], message["To"], message["Message-ID"] = "a@x.test", "b@x.test", "<../77@x.test>"
    message["Subject"] = "Rückruf"
    message.set_content("Grüße\n.\n")

    async with await mail.serve(mail.MailFolder(tmp_path / "mail"), port):
        await aiosmtplib.send(message, hostname="127.0.0.1", port=port, recipients=["b@x.test", "hidden@x.test"])

    (path,) = (tmp_path / "mail").iterdir()
    caught = email.message_from_bytes(path.read_bytes(), policy=default)
    assert path.name.endswith("Z-.._77@x.test.eml")
    assert caught["Subject"] == "Rückruf"
    assert caught["X-RcptTo"] == "b@x.test, hidden@x.test"
    assert caught.get_content().splitlines() == ["Grüße", "."]


async def produce(broker: Broker, topic: str, values: list[bytes]) -> None:
    producer = AIOKafkaProducer(bootstrap_servers=broker.bootstrap_servers, acks="all")
    await producer.start()
    try:
        for value in values:
            await producer.send_and_wait(topic, value, key=b"one key, one partition")
    finally:
        await producer.stop()


async def consume(broker: Broker, topic: str, count: int) -> list[bytes | None]:
    consumer = AIOKafkaConsumer(
        topic, bootstrap_servers=broker.bootstrap_servers, group_id=None, auto_offset_reset="earliest"
    )
    await consumer.start()
    try:
        return [(await asyncio.wait_for(consumer.getone(), 20)).value for _ in range(count)]
    finally:
        await consumer.stop()


async def run_sql(url: str, statement: str) -> None:
    connection = await asyncpg.connect(url)
    try:
        await connection.execute(statement)
    finally:
        await connection.close()
