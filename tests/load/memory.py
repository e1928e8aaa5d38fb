"""Stage: what the services' processes hold, idle and after a load. What is allowed stands where a limit would."""

import contextlib
import time
from collections.abc import Iterator

from deploy.local.brokers import BrokerKind
from deploy.services import NAMES
from tests.fixtures.memory import resident_kilobytes
from tests.load.figures import Figure
from tests.load.site import Running, Site

STAGE = "memory"
ALLOWED = {"api": 180, "worker": 120}  # MB of resident set size
CONNECTIONS = 8
SECONDS = 10.0  # of answers, each of which becomes a ticket and moves metrics
SETTLE_SECONDS = 5.0

Held = dict[str, dict[str, Running]]


def measure(site: Site, kind: BrokerKind) -> list[Figure]:
    """Start every service's API and worker, look, load them, look again; tells the largest of each."""
    with contextlib.ExitStack() as stack:
        running = stack.enter_context(_services(site, kind))
        idle = _look(running)
        _load(site, running["feedback"]["api"])
        loaded = _look(running)
    return [
        Figure(STAGE, f"{command}, RSS {when}, of {name}", "MB", "less", [held], [ALLOWED[command]], 1.0)
        for when, looked in (("idle", idle), ("after the load", loaded))
        for command, (held, name) in looked.items()
    ]


@contextlib.contextmanager
def _services(site: Site, kind: BrokerKind) -> Iterator[Held]:
    with contextlib.ExitStack() as stack:
        broker = stack.enter_context(site.broker(kind))
        running: Held = {}
        for name in NAMES:
            url = site.database(name, f"memory_{name}")
            site.admit(name, url)
            running[name] = {
                command: stack.enter_context(site.service(name, command, database_url=url, broker=broker))
                for command in ALLOWED
            }
        yield running


def _load(site: Site, api: Running) -> None:
    arguments = (str(api.port), "memory", str(CONNECTIONS), "0", str(SECONDS), "commented")
    said = site.generate("tests.load.closed_loop", *arguments, seconds=SECONDS)
    assert not said["refused"], f"{said['refused']} requests were refused"
    escalated = "SELECT count(*) FROM escalation"
    deadline = time.monotonic() + 60
    while int(site.rows(escalated, "memory_ticketing")[0]) < said["answered"]:
        assert time.monotonic() < deadline, "answers without an escalation"
        time.sleep(0.5)


def _look(running: Held) -> dict[str, tuple[float, str]]:
    """The largest RSS of each command, in MB, and whose it is."""
    time.sleep(SETTLE_SECONDS)
    return {
        command: max((resident_kilobytes(of[command].pid) / 1024, name) for name, of in running.items())
        for command in ALLOWED
    }
