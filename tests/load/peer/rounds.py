"""The rounds: every stage by the peer's generator, the peer and ours in turns."""

import json
import signal
from collections.abc import Mapping
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

import httpx

from deploy.local import processes
from deploy.local.processes import ServerError
from tests.load.figures import Figure
from tests.load.peer.helpdesk import Helpdesk, Server
from tests.load.site import Site

WARM_SECONDS = 0.5
SPARE_SECONDS = 60.0  # beyond the time that a generator is asked to load for

Measured = dict[str, Any]


class Stage(NamedTuple):
    """A scenario, the peer's variants that it is beside, of which the quickest counts, and the ratio to be had."""

    scenario: str
    beside: tuple[str, ...]
    reach: float


# What reads comes first: a list's newest page would show what the others make.
STAGES = (
    Stage("list-first", ("tuned",), 15),
    Stage("list-page-1000", ("tuned",), 20),
    Stage("read", ("paged", "tuned"), 8),
    Stage("reply", ("stock",), 6),
    Stage("create", ("stock",), 6),
)


class Ground(NamedTuple):
    """What the rounds take place on. env: what the generator reads of the environment."""

    site: Site
    helpdesk: Helpdesk
    ours: Server
    peers: Mapping[str, Server]
    env: Mapping[str, str]
    seconds: float
    rounds: int


def measure(ground: Ground, stage: Stage, connections: int) -> list[Figure]:
    """One stage at a number of connections. Raises ServerError where an answer was wrong, or none came."""
    suite: list[Measured] = []
    peers: dict[str, list[Measured]] = {variant: [] for variant in stage.beside}
    for _ in range(ground.rounds):
        for variant, runs in peers.items():
            runs.append(_load(ground, ground.peers[variant], stage.scenario, connections))
        suite.append(_load(ground, ground.ours, stage.scenario, connections))
    variant, peer = max(peers.items(), key=lambda each: median(_of(each[1], "rate")))
    name = f"{stage.scenario}, {connections} conn., {variant}"
    return [
        Figure(name, "right answers a second", "/s", "more", _of(suite, "rate"), _of(peer, "rate"), stage.reach),
        Figure(name, "p50", "ms", "less", _of(suite, "p50"), _of(peer, "p50")),
        Figure(name, "p99", "ms", "less", _of(suite, "p99"), _of(peer, "p99")),
        Figure(name, "CPU of the worker, an answer", "ms", "less", _cpu(suite, "app"), _cpu(peer, "app")),
        Figure(name, "CPU of PostgreSQL", "ms", "less", _cpu(suite, "postgres"), _cpu(peer, "postgres")),
        Figure(name, "cores the generator used", "", "less", _of(suite, "client_cpu"), _of(peer, "client_cpu")),
        Figure(name, "cores that others used", "", "less", _of(suite, "foreign_cpu"), _of(peer, "foreign_cpu")),
    ]


def page_bytes(server: Server, path: str) -> int:
    """How long an answer to GET is."""
    name, _, value = server.header.partition(": ")
    return len(httpx.get(server.url + path, headers={name: value}).raise_for_status().content)


def _load(ground: Ground, server: Server, scenario: str, connections: int) -> Measured:
    ground.site.settle()
    out, log = ground.site.folder / "load.json", ground.site.folder / "load.log"
    command: list[str | Path] = [
        *(ground.helpdesk.python, ground.helpdesk.home / "load.py"),
        *("--base-url", server.url, "--header", server.header, "--config", server.scenarios, "--only", scenario),
        *("--connections", str(connections), "--seconds", str(ground.seconds), "--warmup", str(WARM_SECONDS)),
        *(word for name, pid in server.watched.items() for word in ("--watch", f"{name}={pid}")),
        *("--json", out),
    ]
    process = processes.spawn(command, log=log, death_signal=signal.SIGKILL, env=ground.env)
    try:
        status = process.wait(ground.seconds + WARM_SECONDS + SPARE_SECONDS)
    finally:
        processes.kill(process)
    if status != 0:
        raise ServerError(f"{scenario} at {server.url} was answered wrong or not at all:\n{processes.tail(log)}")
    [measured] = json.loads(out.read_text())["runs"]
    return dict(measured)


def _of(loads: list[Measured], name: str) -> list[float]:
    return [load[name] for load in loads]


def _cpu(loads: list[Measured], process: str) -> list[float]:
    return [load["cpu_ms"][process] for load in loads]
