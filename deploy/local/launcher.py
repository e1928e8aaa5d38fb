"""Starts PostgreSQL, a broker, a mail catcher and the four services, tends them, and ends them in order.

The launcher imports all code once and forks the services from itself. So it stays without threads and
without an event loop, and can start a service again within a second at any time.
"""

import asyncio
import contextlib
import signal
import time
from collections.abc import Iterator
from dataclasses import replace
from types import FrameType, ModuleType
from typing import NoReturn

from deploy.local import brokers, children, mail, processes, readiness, supervision
from deploy.local.brokers import Broker
from deploy.local.children import Child
from deploy.local.options import Options
from deploy.local.postgres import Postgres
from deploy.local.processes import ServerError
from deploy.local.progress import Progress
from deploy.local.stack import ServiceAddress, Stack
from deploy.local.state import State, write_private
from deploy.local.supervision import Kept

READY_TIMEOUT = 60.0  # seconds; 3 as measured
PREPARE_TIMEOUT = 120.0  # seconds; 3 as measured
TEND_EVERY = 0.1  # seconds
STORY_STOP_TIMEOUT = 3.0  # seconds; it puts back what act two broke
SERVICES_STOP_TIMEOUT = 7.0  # seconds; with broker and PostgreSQL the end takes at most 15


class Stopped(BaseException):
    """SIGINT, SIGTERM or SIGHUP: leave whatever is under way, and end."""


class Launcher:
    """One stack on one STATE. `start` first; `stop` always, also after a start that failed."""

    def __init__(self, options: Options, state: State, progress: Progress) -> None:
        self.options = options
        self.state = state
        self.progress = progress
        self.stack = Stack({}, {}, "", str(state.mail), "", {})
        self.was_empty = state.is_empty
        self._postgres = Postgres(state.postgres, port=processes.free_port(), log=state.log("postgres"))
        self._broker: Broker | None = None
        self._services: ModuleType
        self._kept: dict[str, Kept] = {}
        self._others: list[Child] = []

    def start(self) -> None:
        """Start everything and wait until every /readyz answers 200. Raises ServerError."""
        self.check_ports()
        self.state.stack.unlink(missing_ok=True)
        self.start_databases()
        self._start_broker()
        self._prepare_databases()
        self._start_mail()
        self._start_services()
        self._wait_until_ready()
        self._save()

    def check_ports(self) -> None:
        """Raise ServerError if one of our ports is another program's."""
        for name in self.options.only:
            for port in (self.options.port(name), self.options.ops_port(name)):
                if not processes.port_is_free(port):
                    raise ServerError(
                        f"port {port} for {name} is taken by another program: stop it, or choose another PORT_BASE"
                    )

    def start_databases(self) -> None:
        """Start PostgreSQL with a database and a role for each service, and import their code meanwhile."""
        making = None
        if self.was_empty:
            making = self._fork("postgres-setup", self._postgres.make_cluster)
        else:
            self._postgres.start()
        from deploy.local import services  # seconds of imports: a taken port is told of before them

        self._services = services
        if making is not None:
            self._wait_for([making], PREPARE_TIMEOUT)
            self._postgres.start()
        self.progress.step(f"PostgreSQL listens on 127.0.0.1:{self._postgres.port}")
        there = self._postgres.query("SELECT datname FROM pg_database")
        for name in self.options.only:
            url = self._postgres.url(name, role=name) if name in there else self._postgres.create_database(name).url
            self.stack.services[name] = services.address(name, self.options, url)

    def _start_broker(self) -> None:
        if self.options.broker == "kafka":
            self.progress.step("Apache Kafka starts; the first time it is fetched from Maven Central")
        self._broker = brokers.start_broker(self.options.broker, self.state.folder)
        self._note_broker(self._broker)
        self.progress.step(f"the broker ({self._broker.kind}) listens on {self._broker.bootstrap_servers}")

    def _note_broker(self, broker: Broker) -> None:
        kafka = {"bootstrap_servers": broker.bootstrap_servers, "kind": str(broker.kind)}
        self.stack = replace(self.stack, kafka=kafka)

    def _prepare_databases(self) -> None:
        self.stack = replace(
            self.stack,
            smtp=f"smtp://127.0.0.1:{processes.free_port()}",
            api_key=self.state.secret("api_key", self._services.access.new_key),
        )
        self._write_variables()
        children.share_memory()
        self.migrate()
        self._restore_what_a_story_broke()
        self.progress.step("the databases are at their newest revision, with what ships in place")

    def migrate(self) -> None:
        """Bring the databases to the newest revision, all at once."""
        self._wait_for(
            [
                self._fork(f"{name}-migrate", lambda name=name: self._services.prepare(name, self._variables(name), self.stack.api_key))
                for name in self.options.only
            ],
            PREPARE_TIMEOUT,
        )
