"""One seed: start the suite, load it, break it, wait until it is quiet, and have the checker count what is left."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from deploy.local import processes
from deploy.local.brokers import BrokerKind
from deploy.local.options import SERVICES
from deploy.local.processes import ServerError
from tests.chaos import plan, quiet
from tests.chaos.checker.verdict import COLUMNS
from tests.chaos.faults import Trouble
from tests.chaos.site import Site, can_skew

LOADS = 2  # processes
STARTS = 2
PATIENCE = 5.0  # seconds until a client gives a request up
PAUSE = 0.02  # seconds at most between two deeds of one person
COUNT_EVERY = 0.5  # seconds
TEND_EVERY = 0.05  # seconds
SLOWEST = 10  # facts a second below which a run has failed
START_SECONDS = 120.0
LOAD_END_SECONDS = 30.0
CHECK_SECONDS = 900.0
DETAILS, LONGEST_DETAIL = 6, 400  # of what was found, on the screen: a folder may be gone with its machine


@dataclass(frozen=True)
class Asked:
    """One run. events: how many facts are to be published. mutation: what is broken on purpose."""

    seed: int
    events: int
    broker: BrokerKind
    state: Path
    mutation: str | None = None

    @property
    def folder(self) -> Path:
        """Where it runs."""
        return self.state / f"chaos-{self.seed}"


@dataclass(frozen=True)
class Outcome:
    """What came of a run. line: for the screen; record: for STATE/chaos.jsonl."""

    good: bool
    line: str
    record: dict[str, Any]


def run(asked: Asked) -> Outcome:
    """Run one seed. Its folder is kept where something was found. Raises ServerError where it could not be run."""
    began = time.monotonic()
    site = _started(asked)
    try:
        with site.state.locked():
            outcome = _Play(asked, site).play(began)
    finally:
        site.stop()
    if outcome.good:
        shutil.rmtree(asked.folder, ignore_errors=True)
    return outcome


def _started(asked: Asked) -> Site:
    """A site that is ready; a second one where another program was quicker to take a port that was free."""
    for tries_left in reversed(range(STARTS)):
        shutil.rmtree(asked.folder, ignore_errors=True)
        asked.folder.mkdir(parents=True)
        site = Site(asked.folder, asked.broker, asked.mutation)
        try:
            site.start()
        except BaseException as error:
            site.stop()
            if not tries_left or not isinstance(error, ServerError):
                raise
        else:
            return site
    raise AssertionError("the last try returns or raises")


class _Play:
    """A run on a site that is ready."""

    def __init__(self, asked: Asked, site: Site) -> None:
        self._asked = asked
        self._site = site
        self._folder = asked.folder
        self._loads: list[subprocess.Popen[bytes]] = []
        self._facts = 0

    def play(self, began: float) -> Outcome:
        """All of it."""
        started_at, load_began = datetime.now(UTC).isoformat(), time.monotonic()
        self._start_loads()
        trouble = Trouble(
            self._site,
            plan.faults(self._asked.seed, self._asked.events, self._asked.broker, can_skew=can_skew()),
        )
        self._load_through(trouble)
        self._stop_loads()
        trouble.end()
        load_seconds = time.monotonic() - load_began
        self._site.wait_until_ready()
        moving = quiet.wait(self._site, within=300 + self._asked.events / 100)
        self._site.stop_services()
        self._tell(trouble, started_at)
        verdict = self._check()
        return self._outcome(trouble, verdict, moving, load_seconds, time.monotonic() - began)

    def _start_loads(self) -> None:
        asked = {
            "seed": self._asked.seed,
            "urls": {service: self._site.url(service) for service in SERVICES},
            "api_key": self._site.api_key,
            "patience": PATIENCE,
            "pause": PAUSE,
            "mail": str(self._site.state.mail),
        }
        (self._folder / "load.json").write_text(json.dumps(asked))
        for number in range(LOADS):
            self._loads.append(
                processes.spawn(
                    [sys.executable, "-m", "tests.chaos.load", str(self._folder), str(number)],
                    log=self._site.state.log(f"load-{number}"),
                    death_signal=signal.SIGKILL,
                )
            )
        deadline = time.monotonic() + START_SECONDS
        while not all(self._journal(number).exists() for number in range(LOADS)):
            self._site.tend()
            self._check_loads()
            if time.monotonic() > deadline:
                raise ServerError("the load did not begin")
            time.sleep(TEND_EVERY)

    def _load_through(self, trouble: Trouble) -> None:
        began = counted = time.monotonic()
        while True:
            self._site.tend()
            trouble.tend(self._facts)
            self._check_loads()
            time.sleep(TEND_EVERY)
            now = time.monotonic()
            if now - counted < COUNT_EVERY:
                continue
            counted = now
            try:
                self._facts = quiet.told(self._site, self._asked.events)
            except ServerError:
                continue  # PostgreSQL is away, as it should be now and then
            if self._facts >= self._asked.events:
                return
            if now - began > 120 + self._asked.events / SLOWEST:
                raise ServerError(f"only {self._facts} facts after {now - began:.0f} s; see {self._folder}")

    def _check_loads(self) -> None:
        for number, process in enumerate(self._loads):
            if process.poll() is not None:
                log = self._site.state.log(f"load-{number}")
                raise ServerError(f"a load process ended with {process.returncode}; {log} ends:\n{processes.tail(log)}")

    def _stop_loads(self) -> None:
        """What is under way is answered, or given up; stopped processes stay stopped meanwhile."""
        for process in self._loads:
            process.send_signal(signal.SIGTERM)
        deadline = time.monotonic() + LOAD_END_SECONDS
        while any(process.poll() is None for process in self._loads):
            self._site.tend()
            if time.monotonic() > deadline:
                raise ServerError(f"the load did not end within {LOAD_END_SECONDS:.0f} s")
            time.sleep(TEND_EVERY)

    def _journal(self, number: int) -> Path:
        return self._folder / f"journal-{number}.jsonl"

    def _tell(self, trouble: Trouble, started_at: str) -> None:
        """site.json: all that the checker is told."""
        held = {
            "seed": self._asked.seed,
            "broker": self._asked.broker,
            "bootstrap_servers": self._site.broker.bootstrap_servers,
            "databases": {service: self._site.direct_url(service) for service in SERVICES},
            "journals": [str(self._journal(number)) for number in range(LOADS)],
            "faults": trouble.told,
            "replaced_broker": trouble.replaced_broker,
            "started_at": started_at,
            "ended_at": datetime.now(UTC).isoformat(),
            "mail": str(self._site.state.mail),
        }
        (self._folder / "site.json").write_text(json.dumps(held, indent=1))

    def _check(self) -> dict[str, Any]:
        """The checker's counts; it is a process of its own, which knows nothing but the folder."""
        command = (os.environ.get("CHAOS_CHECKER") or f"{sys.executable} -m tests.chaos.checker").split()
        result = subprocess.run(
            [*command, str(self._folder)], capture_output=True, text=True, timeout=CHECK_SECONDS, check=False
        )
        (self._folder / "checker.log").write_text(result.stdout + result.stderr)
        verdict = self._folder / "verdict.json"
        if not verdict.exists():
            raise ServerError(f"the checker ended with {result.returncode}:\n{result.stdout}{result.stderr}")
        held: dict[str, Any] = json.loads(verdict.read_text())
        return held

    def _outcome(
        self, trouble: Trouble, verdict: dict[str, Any], moving: str | None, load_seconds: float, seconds: float
    ) -> Outcome:
        counts = {name: int(verdict[name]) for name in COLUMNS}
        good = moving is None and not any(counts.values())
        kinds = Counter(fault["kind"] for fault in trouble.told)
        requests = sum(len(self._journal(number).read_text().splitlines()) for number in range(LOADS))
        record = {
            "seed": self._asked.seed,
            "broker": self._asked.broker,
            "facts": verdict["facts"],
            "requests": requests,
            "faults": dict(sorted(kinds.items())),
            **counts,
            "still_moving": moving,
            "load_seconds": round(load_seconds, 1),
            "seconds": round(seconds, 1),
            "mutate": self._asked.mutation,
            "good": good,
        }
        found = " ".join(f"{name} {count}" for name, count in counts.items() if count) or "nothing lost, nothing twice"
        line = (
            f"seed {self._asked.seed} {self._asked.broker}: {'good' if good else 'BAD'}, {found}; "
            f"{verdict['facts']} facts, {requests} requests, {sum(kinds.values())} faults in {load_seconds:.0f} s "
            f"({seconds:.0f} s in all)"
        )
        if moving is not None:
            line += f"; NOT QUIET: {moving}"
        line += "".join(f"\n  {rule}: {count}" for rule, count in verdict["rules"].items())
        line += "".join(f"\n  e.g. {json.dumps(detail)[:LONGEST_DETAIL]}" for detail in verdict["details"][:DETAILS])
        if not can_skew():
            line += "; clocks were not skewed: libfaketime is not installed"
        return Outcome(good, line, record)
