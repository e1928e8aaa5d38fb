"""Starts PostgreSQL, a broker, a mail catcher and the four services, tends them, and ends them in order.

The launcher imports all code once and forks the services from itself. So it stays without threads and
without an event loop, and can start a service again within a second at any time.
"""

import asyncio
import functools
import logging
import os
import secrets
import shlex
import signal
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

from deploy.local import brokers, children, mail, processes, readiness, supervision
from deploy.local.brokers import Broker
from deploy.local.children import Child
from deploy.local.options import Options
from deploy.local.postgres import HOST, Postgres
from deploy.local.processes import ServerError
from deploy.local.progress import Progress
from deploy.local.stack import Stack
from deploy.local.state import State, write_private
from deploy.local.supervision import Kept

PREPARE_TIMEOUT = 120.0  # seconds; 3 as measured
READY_TIMEOUT = 60.0  # seconds; 3 as measured
TEND_EVERY = 0.1  # seconds
SERVICES_STOP_TIMEOUT = 7.0  # seconds; with the story's 3, the broker's and PostgreSQL's the end takes at most 15
STORY_STOP_TIMEOUT = 3.0  # seconds; it puts back what act three broke

MAIL = "mail"


class Launcher:
    """One stack on one STATE. `start` once; `stop` always, also after a start that failed."""

    def __init__(self, options: Options, state: State, progress: Progress) -> None:
        self.options = options
        self.state = state
        self.progress = progress
        self.state_was_empty = state.is_empty
        self.stack = Stack(services={}, kafka={}, smtp="", mail_dir=str(state.mail), api_key="", pids={})
        self._postgres = Postgres(state.postgres, port=processes.free_port(), log=state.log("postgres"))
        self._broker: Broker | None = None
        self._secret_key = state.secret("secret_key", lambda: secrets.token_urlsafe(48))
        self._code: ModuleType
        self._kept: list[Kept] = []
        self._passing: list[Child] = []
        self._restart_broker_at: float | None = None

    def start(self) -> None:
        """Start everything and wait until every /readyz answers 200. Raises ServerError."""
        self._check_ports()
        self.state.stack.unlink(missing_ok=True)
        self._start_postgres()
        self._start_broker()
        self._prepare_databases()
        self._start_services()
        self._wait_until_ready()
        self._save()

    def start_databases(self) -> None:
        """Only the databases, brought up to date. Raises ServerError."""
        self._start_postgres()
        self.stack.kafka.update(bootstrap_servers="", kind=self.options.broker)
        self._prepare_databases()

    def fork(self, name: str, work: Callable[[], object], log: Path | None = None) -> Child:
        """A child with work that has an end, as telling the story; it ends with the launcher at the latest."""
        child = children.fork(name, work, log=log)
        self._passing.append(child)
        return child

    def tend(self) -> None:
        """Look after everything for a moment; to be called again and again."""
        time.sleep(TEND_EVERY)
        changed = self._tend_servers()
        for kept in self._kept:
            changed = kept.tend() or changed
        if changed:
            self._save()

    def stop(self) -> None:
        """End everything in order: the story, the services, the broker, PostgreSQL."""
        children.stop(self._passing, STORY_STOP_TIMEOUT)
        supervision.stop([kept for kept in self._kept if kept.name != MAIL], SERVICES_STOP_TIMEOUT)
        supervision.stop(self._kept, SERVICES_STOP_TIMEOUT)
        if self._broker is not None:
            self._broker.stop()
        self._postgres.stop()
        self.state.stack.unlink(missing_ok=True)

    def _check_ports(self) -> None:
        for name in self.options.only:
            for port in (self.options.port(name), self.options.ops_port(name)):
                if not processes.port_is_free(port):
                    raise ServerError(
                        f"port {port} for {name} is taken by another program: stop it, or choose another PORT_BASE"
                    )

    def _start_postgres(self) -> None:
        children.prepare_to_fork()
        making: Child | None = None
        if self.state_was_empty:
            making = self.fork("postgres", self._postgres.create, self.state.log("postgres"))
        else:
            self._postgres.start()
        from deploy.local import services as code  # seconds of imports: a taken port is told of before them

        code.load(self.options.only)
        self._code = code
        self.progress.step("the services' code is loaded")
        if making is not None:
            self._wait_for([making])
            self._postgres.start()
        for name, database in zip(self.options.only, self._postgres.create_databases(self.options.only), strict=True):
            self.stack.services[name] = code.address(name, self.options, database.url)
        self.progress.step(f"PostgreSQL listens on {HOST}:{self._postgres.port}")

    def _start_broker(self) -> None:
        if self.options.broker == "kafka":
            self.progress.step("Apache Kafka starts; the first time it comes from Maven Central")
            logging.getLogger("aiokafka").setLevel(logging.CRITICAL)  # it asks until the coordinator is there
        self._broker = brokers.start_broker(self.options.broker, self.state.folder)
        self._note_broker(self._broker)
        self.progress.step(f"the broker ({self._broker.kind}) listens on {self._broker.bootstrap_servers}")

    def _note_broker(self, broker: Broker) -> None:
        self.stack.kafka.update(bootstrap_servers=broker.bootstrap_servers, kind=broker.kind)

    def _prepare_databases(self) -> None:
        self.stack.api_key = self.state.secret("api_key", self._code.new_key)
        children.share_memory()
        self._wait_for(
            [
                self.fork(
                    f"migrate-{name}",
                    functools.partial(self._prepare_database, name),
                    self.state.log(f"migrate-{name}"),
                )
                for name in self.options.only
            ]
        )
        if "ticketing" in self.options.only:
            # A story that was killed in act three could not put it back itself.
            self._postgres.execute("ALTER TABLE ticket DROP CONSTRAINT IF EXISTS lost_on_purpose", database="ticketing")
        self.progress.step("the databases are at their newest revision, with what ships in place")

    def _prepare_database(self, name: str) -> None:
        self._code.prepare(name, self._variables(name), self.stack.api_key)

    def _serve(self, name: str) -> None:
        """A service's life, with the variables as they are at its start: the broker's address may be a new one."""
        self._code.serve(name, self._variables(name))

    def _variables(self, name: str) -> dict[str, str]:
        variables: dict[str, str] = self._code.environment(name, self.options, self.stack, self._secret_key)
        return variables

    def _start_services(self) -> None:
        port = processes.free_port()
        self.stack.smtp = f"smtp://{HOST}:{port}"
        self._keep(MAIL, functools.partial(_catch_mail, self.state, port))
        for name in self.options.only:
            self._keep(name, functools.partial(self._serve, name))
        for kept in self._kept:
            kept.start()

    def _keep(self, name: str, work: Callable[[], object]) -> None:
        held = functools.partial(self.state.is_held_down, name)
        self._kept.append(Kept(name, work, log=self.state.log(name), progress=self.progress, is_held_down=held))

    def _wait_until_ready(self) -> None:
        waiting = {
            port: name for name in self.options.only for port in (self.options.port(name), self.options.ops_port(name))
        }
        deadline = time.monotonic() + READY_TIMEOUT
        while waiting:
            for kept in self._kept:
                if kept.child is None or kept.child.has_ended():
                    self._give_up(kept, "ended while it started")
            for port, name in list(waiting.items()):
                missing = readiness.missing(port)
                if missing is None:
                    del waiting[port]
                elif time.monotonic() > deadline:
                    kept = next(kept for kept in self._kept if kept.name == name)
                    self._give_up(kept, f"is not ready on port {port} after {READY_TIMEOUT:.0f} s ({missing})")
            time.sleep(processes.POLL_INTERVAL)
        self.progress.step("all services are ready")

    def _give_up(self, kept: Kept, why: str) -> None:
        raise ServerError(f"{kept.name} {why}; {kept.log} ends:\n{processes.tail(kept.log)}")

    def _wait_for(self, work: list[Child]) -> None:
        """Wait for children that have an end; raises ServerError with the log's end of the first that failed."""
        late = children.wait(work, PREPARE_TIMEOUT)
        for child in work:
            if child in late or child.status != 0:
                how = f"was not done after {PREPARE_TIMEOUT:.0f} s" if child in late else child.ending()
                log = self.state.log(child.name)
                raise ServerError(f"{child.name} {how}; {log} ends:\n{processes.tail(log)}")

    def _tend_servers(self) -> bool:
        """Start PostgreSQL and the broker again when they have ended; answers whether one was."""
        started = False
        if not self._postgres.is_running() and not self.state.is_held_down("postgres"):
            self.progress.step(f"PostgreSQL has ended and is started again; see {self.state.log('postgres')}")
            self._postgres.start()
            started = True
        if self._broker is not None and self._broker.pid is None and not self.state.is_held_down("broker"):
            self._replace_broker(self._broker)
            started = True
        return started

    def _replace_broker(self, broker: Broker) -> None:
        """The embedded broker comes back on a new port, so the services are started anew, with its address."""
        self.progress.step(f"the broker ({broker.kind}) has ended and is started again")
        served = [kept for kept in self._kept if kept.name != MAIL]
        if broker.kind == "embedded":
            supervision.stop(served, SERVICES_STOP_TIMEOUT)
        broker.start()
        self._note_broker(broker)
        for kept in served:
            kept.start()

    def _save(self) -> None:
        """Say in STATE/stack.json, and in a file of variables for each service, how things are now."""
        assert self._broker is not None
        servers = {"launcher": os.getpid(), "postgres": self._postgres.pid, "broker": self._broker.pid}
        found = {**servers, **{kept.name: kept.pid for kept in self._kept}}
        self.stack.pids = {name: pid for name, pid in found.items() if pid is not None}
        for name in self.options.only:
            lines = [f"{variable}={shlex.quote(value)}\n" for variable, value in self._variables(name).items()]
            write_private(self.state.folder / f"{name}.env", "".join(lines))
        self.stack.save(self.state.stack)


def _catch_mail(state: State, port: int) -> None:
    async def catch() -> None:
        end = asyncio.Event()
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, end.set)
        server = await mail.serve(mail.MailFolder(state.mail), port)
        await end.wait()
        server.close()

    asyncio.run(catch())
