"""Child processes that cannot outlive the one that started them, and the ports they listen on."""

import contextlib
import ctypes
import fcntl
import os
import pwd
import random
import signal
import socket
import struct
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

FREE_PORTS = range(20_000, 32_000)  # below 32768, where Linux takes the ports of outgoing connections from
POLL_INTERVAL = 0.02  # seconds

_given: deque[int] = deque(maxlen=100)

# From linux/prctl.h and linux/capability.h.
_PR_SET_PDEATHSIG = 1
_PR_SET_KEEPCAPS = 8
_PR_CAP_AMBIENT = 47
_PR_CAP_AMBIENT_RAISE = 2
_CAPABILITY_VERSION_3 = 0x20080522
_CAP_DAC_OVERRIDE = 1

_libc = ctypes.CDLL(None, use_errno=True)  # loaded here: between fork and exec is no time for it


class ServerError(Exception):
    """A local server did not start or did not do what it was told; the message is for the user's screen."""


@dataclass(frozen=True)
class Account:
    """The unprivileged user that a child runs as when its parent is root."""

    uid: int
    gid: int


def unprivileged_account() -> Account | None:
    """The account for servers that refuse root: `nobody`, or None where we are no root ourselves."""
    if os.geteuid() != 0:
        return None
    entry = pwd.getpwnam("nobody")
    return Account(entry.pw_uid, entry.pw_gid)


def free_port() -> int:
    """A port of `FREE_PORTS` that nobody listens on now; take it soon, another process may be as quick.

    None of the last hundred that were given: a server that needs two must not get one twice.
    """
    for port in random.sample(FREE_PORTS, k=min(len(FREE_PORTS), 200)):
        if port not in _given and port_is_free(port):
            _given.append(port)
            return port
    raise ServerError(f"no free port between {FREE_PORTS.start} and {FREE_PORTS.stop}")


def port_is_free(port: int) -> bool:
    """Whether a server could listen on this port of 127.0.0.1."""
    with socket.socket() as probe:
        # As servers do: a port whose last connections are in TIME_WAIT may be listened on again.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def spawn(
    command: Sequence[str | Path],
    *,
    log: Path,
    death_signal: signal.Signals,
    account: Account | None = None,
    env: Mapping[str, str] | None = None,
) -> subprocess.Popen[bytes]:
    """Start a child in a process group of its own; its output is appended to `log`, `env` adds to ours.

    It gets `death_signal` when we die. Linux counts the death of the *thread* that forked: main thread only.
    """
    if threading.current_thread() is not threading.main_thread():
        raise RuntimeError("start servers from the main thread: a child ends with the thread that forked it")
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("ab") as output:
        return subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            env={**os.environ, **(env or {})},
            process_group=0,
            preexec_fn=_before_exec(os.getpid(), death_signal, account),
        )


def die_with_parent(parent: int, death_signal: signal.Signals) -> None:
    """Have Linux send us this signal when the thread that forked us ends; `parent` is that process' id."""
    if sys.platform == "linux":
        _libc.prctl(_PR_SET_PDEATHSIG, int(death_signal), 0, 0, 0)
    if os.getppid() != parent:  # we were orphaned before the line above could see it
        os._exit(1)


def run(command: Sequence[str | Path], *, account: Account | None = None, timeout: float = 60.0) -> None:
    """Run a command to its end; raises ServerError with its output if it fails. `timeout` in seconds."""
    result = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=timeout,
        preexec_fn=_before_exec(os.getpid(), signal.SIGKILL, account),
    )
    if result.returncode != 0:
        raise ServerError(f"{Path(command[0]).name} failed:\n{result.stdout.decode(errors='replace').strip()}")


def stop(process: subprocess.Popen[bytes], with_signal: signal.Signals, timeout: float) -> int:
    """Signal a child and wait for its end, `timeout` seconds before it is killed; returns its exit status."""
    if process.poll() is None:
        process.send_signal(with_signal)
        try:
            return process.wait(timeout)
        except subprocess.TimeoutExpired:
            kill(process)
    return process.wait()


def kill(process: subprocess.Popen[bytes]) -> None:
    """End a child and its process group at once, as a power cut would."""
    if process.poll() is None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def children(parent: int) -> list[int]:
    """The ids of a process' children."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        status = _status(int(folder.name))
        if status is not None and int(status[1]) == parent:
            found.append(int(folder.name))
    return found


def is_alive(pid: int) -> bool:
    """Whether a process still does anything; in a container nobody may be there to collect the ended ones."""
    status = _status(pid)
    return status is not None and status[0] != "Z"


def kill_strangers(pids: Collection[int]) -> None:
    """Kill -9 of processes that others started; returns when they have ended."""
    for pid in pids:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    while any(is_alive(pid) for pid in pids):
        time.sleep(POLL_INTERVAL)


def wait_until(
    ready: Callable[[], bool], process: subprocess.Popen[bytes], *, what: str, log: Path, timeout: float
) -> None:
    """Poll until `ready()`; raises ServerError with the log's end if the child or the time ends first."""
    deadline = time.monotonic() + timeout
    while not ready():
        if process.poll() is not None:
            raise ServerError(f"{what} ended with status {process.returncode}; {log} ends:\n{tail(log)}")
        if time.monotonic() > deadline:
            kill(process)
            raise ServerError(f"{what} was not ready after {timeout:.0f} s; {log} ends:\n{tail(log)}")
        time.sleep(POLL_INTERVAL)


@contextlib.contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold a lock that other processes wait for; the file stays."""
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def tail(log: Path, lines: int = 12) -> str:
    """The last lines of a log, or nothing where there is none yet."""
    try:
        return "\n".join(log.read_text(errors="replace").splitlines()[-lines:])
    except FileNotFoundError:
        return ""


def _status(pid: int) -> list[str] | None:
    """State, parent and more (proc_pid_stat(5) from its third field on), or None where there is no such process."""
    try:
        # The second field, the name, stands in parentheses and may hold some.
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return None


def _before_exec(parent: int, death_signal: signal.Signals, account: Account | None) -> Callable[[], None]:
    def prepare() -> None:
        if account is not None:
            _become(account)
        die_with_parent(parent, death_signal)  # last, because a change of user clears it

    return prepare


def _become(account: Account) -> None:
    """Give up root, but keep the right to pass folders that only root may enter.

    A checkout under /root or in a `mktemp -d` folder is closed to `nobody`; the alternative is to open every
    parent folder to everybody. Where the capability is not to be had, the folders' own permissions decide.
    """
    _libc.prctl(_PR_SET_KEEPCAPS, 1, 0, 0, 0)
    os.setgroups([])
    os.setresgid(account.gid, account.gid, account.gid)
    os.setresuid(account.uid, account.uid, account.uid)
    keep = 1 << _CAP_DAC_OVERRIDE
    header = struct.pack("=Ii", _CAPABILITY_VERSION_3, 0)
    wanted = struct.pack("=6I", keep, keep, keep, 0, 0, 0)  # effective, permitted, inheritable; low words first
    if _libc.capset(header, wanted) == 0:
        _libc.prctl(_PR_CAP_AMBIENT, _PR_CAP_AMBIENT_RAISE, _CAP_DAC_OVERRIDE, 0, 0)
