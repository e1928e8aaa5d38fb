"""The whole suite for one seed: PostgreSQL, a broker, the proxy in front of both, mail, four APIs, four workers.

Processes are forked from this one, as `make run` does it, and started again when they end. What needs a Python
of its own (a clock that is wrong, a product that is broken on purpose) is started by exec instead.
"""

import asyncio
import functools
import logging
import os
import secrets
import signal
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import uvloop

from deploy.local import children, mail, options, processes, readiness, services, supervision
from deploy.local.brokers import BrokerKind
from deploy.local.options import SERVICES
from deploy.local.postgres import HOST, Postgres
from deploy.local.processes import ServerError
from deploy.local.progress import Progress
from deploy.local.stack import Stack
from deploy.local.state import State
from deploy.local.supervision import Kept
from services.feedback.waves import service as waves
from shared import process
from shared.ops import settings as ops_settings
from tests.chaos import brokers
from tests.chaos.wires import Wires
from tests.fixtures.stack import free_port_base

ROLES = ("api", "worker")
PROCESSES = tuple(f"{service}-{role}" for service in SERVICES for role in ROLES)
SECOND_WORKER = "worker-2"
POSTGRES_LINK = "postgres"

WAVE_CONTACTS = 20  # of a wave in one transaction: with a thousand, a run of some hundred has no wave to go on with

PREPARE_SECONDS = 180.0
READY_SECONDS = 120.0
STOP_SECONDS = 10.0
FAKETIME = Path("/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1")


class Diary(Progress):
    """What the supervisor says, kept in a file."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path

    def say(self, text: str = "") -> None:
        """A line, with the seconds since the site began."""
        with self._path.open("a") as file:
            file.write(f"{self.seconds:7.2f} {text}\n")

    def step(self, text: str) -> None:
        """The same."""
        self.say(text)


class Site:
    """One run's stack in `folder`. `tend` must be called again and again."""

    def __init__(self, folder: Path, broker: BrokerKind, mutation: str | None = None) -> None:
        self.state = State(folder)
        self.diary = Diary(folder / "diary.log")
        self.kind = broker
        self.mutation = mutation
        self.wires = Wires(self.state.log("proxy"))
        self.postgres = Postgres(self.state.postgres, port=processes.free_port(), log=self.state.log("postgres"))
        self.broker: brokers.Broker
        self.api_key = services.new_key()
        self.skew: dict[str, int] = {}
        """Seconds by which a process' clock is wrong, from its next start on."""
        self.down: set[str] = set()
        """What is not started again for now: `postgres`, `broker`, or processes."""
        self._options = options.read(
            {"STATE": str(folder), "PORT_BASE": str(free_port_base()), "BROKER": broker, "STORY": "0"}
        )
        self._stack = Stack(services={}, kafka={}, smtp="", mail_dir=str(self.state.mail), api_key="", pids={})
        self._secret_key = secrets.token_urlsafe(48)
        self._ops_ports: dict[str, int] = {}
        self._kept: dict[str, Kept] = {}

    def start(self) -> None:
        """Start all of it and wait until it is ready. Raises ServerError."""
        logging.getLogger("aiokafka").setLevel(logging.CRITICAL)
        children.prepare_to_fork()
        self.wires.start()
        self._start_postgres()
        self._start_broker()
        services.load(SERVICES)
        children.share_memory()
        self._prepare_databases()
        self._start_mail()
        for name in PROCESSES:
            self._keep(name)
        self.wait_until_ready()

    def stop_services(self) -> None:
        """End the services in order; the servers stay for whoever looks at what is left."""
        supervision.stop(list(self._kept.values()), STOP_SECONDS)
        self._kept.clear()

    def stop(self) -> None:
        """End everything."""
        self.stop_services()
        if hasattr(self, "broker"):
            self.broker.kill()
        self.wires.stop()
        self.postgres.stop("immediate")

    def tend(self) -> None:
        """Start again what has ended and is not meant to be down."""
        if "postgres" not in self.down and not self.postgres.is_running():
            self.diary.step("PostgreSQL is started again")
            self.postgres.start()
        if "broker" not in self.down and self.broker.pid is None:
            self._start_broker_again()
        for kept in self._kept.values():
            kept.tend()

    def url(self, service: str) -> str:
        """A service's API."""
        return f"http://{HOST}:{self._options.port(service)}"

    def direct_url(self, service: str) -> str:
        """A database without the proxy: for those who look, not for those who work."""
        return self.postgres.url(service, role=service)

    def pid(self, name: str) -> int | None:
        """The process id of a service's process while it runs."""
        child = self._kept[name].child if name in self._kept else None
        return None if child is None or child.has_ended() else child.pid

    def signal(self, name: str, number: signal.Signals) -> None:
        """Send a signal to a service's process, if it runs."""
        pid = self.pid(name)
        if pid is not None:
            os.kill(pid, number)

    def add_worker(self, service: str) -> None:
        """Start a second worker of a service."""
        self._keep(f"{service}-{SECOND_WORKER}")

    def remove_worker(self, service: str) -> None:
        """End the second worker in order."""
        kept = self._kept.pop(f"{service}-{SECOND_WORKER}", None)
        if kept is not None:
            supervision.stop([kept], STOP_SECONDS)

    def replace_broker(self) -> None:
        """Kill the broker; the next one is empty and has another cluster id."""
        self.broker.kill()
        self.broker.empty()

    def wait_until_ready(self) -> None:
        """Wait until every /readyz answers 200, and look after everything meanwhile. Raises ServerError."""
        deadline = time.monotonic() + READY_SECONDS
        waiting = set(PROCESSES)
        while waiting:
            self.tend()
            missing = {name: readiness.missing(self._ops_ports[name]) for name in waiting}
            waiting = {name for name, what in missing.items() if what is not None}
            if time.monotonic() > deadline:
                raise ServerError(f"not ready after {READY_SECONDS:.0f} s: {missing}; see {self.state.logs}")
            time.sleep(0.1)

    def _start_postgres(self) -> None:
        self.postgres.start()
        # What a kill -9 must not lose lies in the system's cache; only a power cut would need the disk.
        self.postgres.execute(
            "ALTER SYSTEM SET fsync = off", "ALTER SYSTEM SET full_page_writes = off", "SELECT pg_reload_conf()"
        )
        through_proxy = self.wires.listen(POSTGRES_LINK, to=self.postgres.port)
        for database in self.postgres.create_databases(SERVICES):
            url = database.url.replace(f":{self.postgres.port}/", f":{through_proxy}/")
            self._stack.services[database.name] = services.address(database.name, self._options, url)

    def _start_broker(self) -> None:
        self.broker = brokers.make(self.kind, self.wires, self.state.folder)
        self.broker.start()
        self._stack.kafka.update(bootstrap_servers=self.broker.bootstrap_servers, kind=self.kind)

    def _start_broker_again(self) -> None:
        """A broker that forgot all comes back elsewhere, so that the services are started anew, as `make run` does."""
        self.diary.step("the broker is started again")
        served = [kept for name, kept in self._kept.items() if name != "mail"]
        if not self.broker.keeps_its_log:
            self._wake_stopped()
            supervision.stop(served, STOP_SECONDS)
        self.broker.start()
        self._stack.kafka.update(bootstrap_servers=self.broker.bootstrap_servers)

    def _wake_stopped(self) -> None:
        for name in PROCESSES:
            self.signal(name, signal.SIGCONT)

    def _prepare_databases(self) -> None:
        work = [
            children.fork(
                f"migrate-{name}",
                functools.partial(services.prepare, name, self._variables(f"{name}-api"), self.api_key),
                log=self.state.log(f"migrate-{name}"),
            )
            for name in SERVICES
        ]
        late = children.wait(work, PREPARE_SECONDS)
        for child in work:
            if child in late or child.status != 0:
                raise ServerError(f"{child.name} failed:\n{processes.tail(self.state.log(child.name))}")

    def _start_mail(self) -> None:
        port = processes.free_port()
        self._stack.smtp = f"smtp://{HOST}:{port}"
        self._keep("mail", functools.partial(_catch_mail, self.state.mail, port))

    def _keep(self, name: str, work: Callable[[], object] | None = None) -> None:
        self._ops_ports.setdefault(name, processes.free_port())  # here: a child's own would be known to it alone
        self._kept[name] = Kept(
            name,
            work or functools.partial(self._live, name),
            log=self.state.log(name),
            progress=self.diary,
            is_held_down=lambda: name in self.down,
        )
        self._kept[name].start()

    def _live(self, name: str) -> None:
        """A child's life, with the addresses and the clock as they are when it starts."""
        service, _, role = name.partition("-")
        variables, skew = self._variables(name), self.skew.get(name, 0)
        command = role.removesuffix("-2")
        if skew or self.mutation:
            _become(service, command, variables, skew, self.mutation)
        os.environ.update(variables)
        waves.AT_ONCE = WAVE_CONTACTS
        code = services._loaded[service]
        settings = ops_settings.load(code.settings)
        uvloop.run(process.serve(code, settings, api=command == "api", worker=command == "worker"))

    def _variables(self, name: str) -> Mapping[str, str]:
        service = name.partition("-")[0]
        return {
            **services.environment(service, self._options, self._stack, self._secret_key),
            "OPS_PORT": str(self._ops_ports.get(name, 0) or processes.free_port()),
            "LOG_LEVEL": "WARNING",
        }


def can_skew() -> bool:
    """Whether libfaketime is installed."""
    return FAKETIME.exists()


def _become(service: str, command: str, variables: Mapping[str, str], skew: int, mutation: str | None) -> None:
    """Be a Python of its own that runs `python -m services.<service> <command>`; never returns."""
    program = [f"services.{service}", command]
    if mutation:
        program = ["tests.chaos.mutated", mutation, *program]
    clock = {"LD_PRELOAD": str(FAKETIME), "FAKETIME": f"{skew:+d}s", "FAKETIME_DONT_FAKE_MONOTONIC": "1"}
    os.execve(  # noqa: S606 - no shell is wanted
        sys.executable,
        [sys.executable, "-m", *program],
        {**os.environ, **variables, **(clock if skew else {})},
    )


def _catch_mail(folder: Path, port: int) -> None:
    async def catch() -> None:
        end = asyncio.Event()
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, end.set)
        server = await mail.serve(mail.MailFolder(folder), port)
        await end.wait()
        server.close()

    asyncio.run(catch())
