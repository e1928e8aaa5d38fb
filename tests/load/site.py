"""Where a run takes place: a durable PostgreSQL with copies of the services' databases, and the programs on it."""

import asyncio
import contextlib
import json
import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from subprocess import Popen
from typing import Any, NamedTuple

from deploy.local import brokers, processes, readiness
from deploy.local.brokers import Broker, BrokerKind
from deploy.local.postgres import Postgres
from deploy.local.services import of_broker
from shared.db.session import Database
from shared.events.cause import Cause
from shared.events.transaction import transaction
from shared.features.access import service as access
from shared.ops.clock import system_clock
from tests.fixtures import run

START_SECONDS = 60.0
STOP_SECONDS = 15.0
SETTINGS = {
    "max_connections": "200",  # eight processes with the pools that they have by default
    "track_commit_timestamp": "on",  # when a row's transaction was committed is what the latencies end with
}
GENERATOR_SECONDS = 60.0  # beyond the time that a load generator is asked to load for


class Running(NamedTuple):
    """A program that answers requests."""

    port: int
    pid: int

    def cpu_seconds(self) -> float:
        """What it has used of the CPU since its start: proc_pid_stat(5), utime and stime."""
        used = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()[11:13]
        return sum(map(int, used)) / os.sysconf("SC_CLK_TCK")


class Site:
    """A folder with a server in it. Everything that it starts ends with the block that started it.

    data: beside it, where the data set is kept from run to run.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.data = folder.with_name(f"{folder.name}-data")
        self.key = access.new_key()
        self.postgres = Postgres(
            folder / "postgres", port=processes.free_port(), log=folder / "postgres.log", settings=SETTINGS
        )
        self._made = 0

    def database(self, service: str, name: str) -> str:
        """The DSN of a new copy of a service's migrated database."""
        return run.clone_database(service, name, self.postgres)

    def rows(self, statement: str, database: str) -> list[str]:
        """What a query answers, one string per row."""
        return self.postgres.query(statement, database)

    def settle(self) -> None:
        """Write out what earlier loads left behind, so that none of it falls into the next one's time."""
        self.postgres.execute("CHECKPOINT")

    def admit(self, service: str, database_url: str) -> None:
        """Let this run's API key into a service."""
        asyncio.run(_admit(service, database_url, self.key))

    @contextlib.contextmanager
    def broker(self, kind: BrokerKind) -> Iterator[Broker]:
        """A broker with empty topics, until the end of the block."""
        self._made += 1
        broker = brokers.start_broker(kind, self.folder / f"broker-{self._made}")
        try:
            yield broker
        finally:
            broker.kill()

    @contextlib.contextmanager
    def program(
        self, name: str, module: str, *arguments: str, env: Mapping[str, str], ready: Callable[[], bool]
    ) -> Iterator[Popen[bytes]]:
        """`python -m module`, from when it is ready until the end of the block."""
        log = self.folder / f"{name}.log"
        process = processes.spawn(
            [sys.executable, "-m", module, *arguments], log=log, death_signal=signal.SIGKILL, env=env
        )
        try:
            processes.wait_until(ready, process, what=name, log=log, timeout=START_SECONDS)
            yield process
        finally:
            processes.stop(process, signal.SIGTERM, STOP_SECONDS)

    @contextlib.contextmanager
    def service(
        self,
        name: str,
        command: str,
        *,
        database_url: str,
        broker: Broker | None = None,
        more: Mapping[str, str] | None = None,
    ) -> Iterator[Running]:
        """A service of the suite, ready. more: settings of its own."""
        port, ops_port = processes.free_port(), processes.free_port()
        env = {
            "DATABASE_URL": database_url,
            "SECRET_KEY": run.SECRET_KEY,
            "PORT": str(port),
            "OPS_PORT": str(ops_port),
            "KAFKA_BOOTSTRAP_SERVERS": broker.bootstrap_servers if broker else "127.0.0.1:1",
            **of_broker(broker.kind if broker else "kafka"),
            "CONSUMER_SESSION_TIMEOUT_SECONDS": "10",
            **(more or {}),
        }
        with self.program(
            name, f"services.{name}", command, env=env, ready=lambda: readiness.missing(ops_port) is None
        ) as process:
            yield Running(port, process.pid)

    @contextlib.contextmanager
    def limit(self, name: str, *, env: Mapping[str, str]) -> Iterator[Running]:
        """A limit that answers requests: `tests.load.limits.<name>`, listening."""
        port = processes.free_port()
        with self.program(
            f"limit-{name}",
            f"tests.load.limits.{name}",
            env={**env, "PORT": str(port)},
            ready=lambda: not processes.port_is_free(port),
        ) as process:
            yield Running(port, process.pid)

    def generate(self, module: str, *arguments: str, seconds: float) -> dict[str, Any]:
        """Run a load generator, which takes `seconds` and some; answers what it prints."""
        self._made += 1
        said = self.folder / f"generator-{self._made}.log"
        process = processes.spawn(
            [sys.executable, "-m", module, *arguments],
            log=said,
            death_signal=signal.SIGKILL,
            env={"BENCH_KEY": self.key},
        )
        try:
            status = process.wait(seconds + GENERATOR_SECONDS)
        finally:
            processes.kill(process)
        if status != 0:
            raise processes.ServerError(f"{module} ended with {status}:\n{processes.tail(said)}")
        answer: dict[str, Any] = json.loads(said.read_text().splitlines()[-1])
        return answer


@contextlib.contextmanager
def opened(folder: Path, *services: str) -> Iterator[Site]:
    """A site in a folder that is emptied before and after, with templates of these services' databases."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    folder.chmod(0o711)  # PostgreSQL, which refuses root, has to pass through
    site = Site(folder)
    try:
        site.postgres.start()
        for service in services:
            run.template_database(service, site.postgres)
        yield site
    finally:
        site.postgres.remove()
        if not os.environ.get("BENCH_KEEP"):
            shutil.rmtree(folder, ignore_errors=True)


async def _admit(service: str, database_url: str, key: str) -> None:
    database = Database(service, database_url, pool_size=1, process="bench")
    cause = Cause("request/bench", "service/bench", system_clock())
    try:
        async with transaction(database) as session:
            await access.create_key(
                session, cause, name="bench", scopes=["*"], secret_key=run.SECRET_KEY, secret=key, unlimited=True
            )
    finally:
        await database.close()
