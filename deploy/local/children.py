"""Forked children: they share the pages of everything that the launcher imported, and end when it does.

A fork copies neither threads nor event loops: the launcher never has any.
"""

import contextlib
import gc
import os
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterable
from pathlib import Path

from deploy.local import processes
from deploy.local.processes import ServerError

STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Child:
    """A forked process of ours, in a process group of its own."""

    def __init__(self, name: str, pid: int) -> None:
        self.name = name
        self.pid = pid
        self.status: int | None = None
        """Its exit status once it has ended; negative: the signal that ended it."""

    def has_ended(self) -> bool:
        """Whether it has ended; collects it."""
        if self.status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
        return self.status is not None

    def signal(self, number: signal.Signals) -> None:
        """Send it a signal, unless it has ended."""
        if not self.has_ended():
            os.kill(self.pid, number)

    def ending(self) -> str:
        """How it ended, in words."""
        status = self.status or 0
        return f"was ended by {signal.Signals(-status).name}" if status < 0 else f"ended with status {status}"


def fork(name: str, work: Callable[[], object], *, log: Path | None = None) -> Child:
    """Do `work` in a child. log: the file that its output is appended to; ours without."""
    sys.stdout.flush()
    sys.stderr.flush()
    parent = os.getpid()
    # A signal between the fork and the child's own handlers would run the launcher's in the child.
    signal.pthread_sigmask(signal.SIG_BLOCK, STOP_SIGNALS)
    try:
        pid = os.fork()
        if pid == 0:
            _live(parent, work, log)
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, STOP_SIGNALS)
    return Child(name, pid)


def prepare_to_fork() -> None:
    """Switch the garbage collector off here: it would leave holes in the pages that children share.

    That, `share_memory` before the forks and switching it on in the child is what Python's documentation advises.
    """
    gc.disable()


def share_memory() -> None:
    """Keep children's garbage collectors from touching, and so copying, what was loaded until now."""
    gc.freeze()


def wait(children: Iterable[Child], timeout: float) -> list[Child]:
    """Wait until all have ended, at most `timeout` seconds; answers those that have not."""
    deadline = time.monotonic() + timeout
    waiting = list(children)
    while waiting := [child for child in waiting if not child.has_ended()]:
        if time.monotonic() > deadline:
            break
        time.sleep(processes.POLL_INTERVAL)
    return waiting


def stop(children: Iterable[Child], timeout: float) -> None:
    """End them all in order, and by kill -9 those that have not ended after `timeout` seconds."""
    asked = list(children)
    for child in asked:
        child.signal(signal.SIGTERM)
    late = wait(asked, timeout)
    for child in late:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)
    wait(late, timeout)


def _live(parent: int, work: Callable[[], object], log: Path | None) -> None:
    """All of the child's life; never returns."""
    status = 1
    try:
        os.setpgid(0, 0)
        gc.enable()
        for number in STOP_SIGNALS:
            signal.signal(number, signal.SIG_DFL)
        processes.die_with_parent(parent, signal.SIGTERM)
        if log is not None:
            _write_to(log)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, STOP_SIGNALS)
        work()
        status = 0
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else 1
    except ServerError as error:
        print(error, file=sys.stderr)
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def _write_to(log: Path) -> None:
    log.parent.mkdir(parents=True, exist_ok=True)
    file = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.dup2(file, 1)
    os.dup2(file, 2)
    os.close(file)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
