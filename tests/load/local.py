"""Stage: `make run` on a STATE that it knows: until all is ready, beside four interpreters that import the same code.

And what it holds: the proportional set size of all its processes, beside what is allowed.
"""

import signal
import subprocess
import sys
import time

from deploy.local import processes
from deploy.local.brokers import BrokerKind
from deploy.services import NAMES
from tests.fixtures.memory import descendants, proportional_kilobytes
from tests.fixtures.stack import RunningStack, free_port_base
from tests.load.figures import Figure
from tests.load.site import Site

REACH = 2.0
ALLOWED_MEGABYTES = 700
IDLE_SECONDS = 5.0
IMPORT_SECONDS = 60.0


def measure(site: Site, kind: BrokerKind, rounds: int) -> list[Figure]:
    """Start the whole stack and the bare interpreters in turns."""
    stack = RunningStack(site.folder / "local", free_port_base(), kind)
    stack.start()  # the first time it makes its databases
    stack.stop()
    suite, bare, held = [], [], []
    for _ in range(rounds):
        bare.append(_import_all(site))
        began = time.monotonic()
        stack.start()
        suite.append(time.monotonic() - began)
        time.sleep(IDLE_SECONDS)
        held.append(sum(map(proportional_kilobytes, descendants(stack.now.pids["launcher"]))) / 1024)
        stack.stop()
    return [
        Figure("make run, again", "to ready", "s", "less", suite, bare, REACH),
        Figure("make run, again", "PSS idle", "MB", "less", held, [ALLOWED_MEGABYTES], 1.0),
    ]


def _import_all(site: Site) -> float:
    """Seconds until four interpreters, started at once, have imported a service each."""
    began = time.monotonic()
    importing = [_importing(site, name) for name in NAMES]
    for process in importing:
        status = process.wait(IMPORT_SECONDS)
        assert status == 0, f"an interpreter that imports a service ended with {status}"
    return time.monotonic() - began


def _importing(site: Site, name: str) -> subprocess.Popen[bytes]:
    statement = f"import deploy.services; deploy.services.service({name!r})"
    return processes.spawn(
        [sys.executable, "-c", statement], log=site.folder / f"import-{name}.log", death_signal=signal.SIGKILL
    )
