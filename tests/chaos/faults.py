"""Does to a site what the plan says, and makes it good again when a fault's time is over."""

import random
import signal
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from tests.chaos.plan import Fault
from tests.chaos.site import PROCESSES, Site

LONGEST_WAIT = 20.0  # seconds between two faults

Undo = Callable[[], object]


@dataclass
class _Active:
    fault: Fault
    at: str
    ends_at: float
    undo: Undo


class Trouble:
    """The faults of one run. `tend` begins and ends what is due; `end` makes everything good."""

    def __init__(self, site: Site, plan: Iterator[Fault]) -> None:
        self._site = site
        self._plan = plan
        self._active: list[_Active] = []
        self._next = next(plan)
        self._next_at = self._next.after
        self._waits_since = time.monotonic()
        self.told: list[dict[str, Any]] = []
        """What was done, as site.json holds it."""
        self.replaced_broker = False

    def tend(self, facts: int) -> None:
        """Begin and end what is due, now that so many facts are published.

        Counted in facts a run has its faults on a slow machine too; where none gets through, time goes on.
        """
        for active in [one for one in self._active if one.ends_at <= time.monotonic()]:
            self._undo(active)
        if facts < self._next_at and time.monotonic() < self._waits_since + LONGEST_WAIT:
            return
        fault, self._next = self._next, next(self._plan)
        self._next_at = max(facts, self._next_at) + self._next.after
        self._waits_since = time.monotonic()
        if fault.target not in {active.fault.target for active in self._active}:
            self._begin(fault)

    def end(self) -> None:
        """End all faults."""
        while self._active:
            self._undo(self._active[0])

    def _begin(self, fault: Fault) -> None:
        self._site.diary.step(f"{fault.kind} {fault.target} {fault.seconds:.1f} s {fault.amount:g}")
        at = datetime.now(UTC).isoformat()
        undo = getattr(self, f"_{fault.kind}")(fault)
        active = _Active(fault, at, time.monotonic() + fault.seconds, undo)
        self._active.append(active)
        if not fault.seconds:
            self._undo(active)

    def _undo(self, active: _Active) -> None:
        active.undo()
        self._active.remove(active)
        fault = active.fault
        self.told.append(
            {
                "at": active.at,
                "until": datetime.now(UTC).isoformat(),
                "kind": fault.kind,
                "target": fault.target,
                "amount": fault.amount,
            }
        )

    def _kill(self, fault: Fault) -> Undo:
        self._site.signal(fault.target, signal.SIGKILL)
        return _nothing

    def _stop(self, fault: Fault) -> Undo:
        self._site.signal(fault.target, signal.SIGSTOP)
        return lambda: self._site.signal(fault.target, signal.SIGCONT)

    def _broker_kill(self, fault: Fault) -> Undo:
        self._site.down.add("broker")
        self._site.broker.kill()
        self.replaced_broker |= not self._site.broker.keeps_its_log
        return lambda: self._site.down.discard("broker")

    def _broker_replace(self, fault: Fault) -> Undo:
        """As an operator does it: no worker writes to the old log's address while the new one is made."""
        workers = {name for name in PROCESSES if name.endswith("-worker")}
        self._site.down |= {"broker", *workers}
        for name in workers:
            self._site.signal(name, signal.SIGKILL)
        self._site.replace_broker()
        self.replaced_broker = True

        def bring_back() -> None:
            self._site.down.discard("broker")
            self._site.tend()
            self._site.down -= workers

        return bring_back

    def _postgres_immediate(self, fault: Fault) -> Undo:
        self._site.down.add("postgres")
        self._site.postgres.stop("immediate")
        return lambda: self._site.down.discard("postgres")

    def _postgres_kill(self, fault: Fault) -> Undo:
        self._site.down.add("postgres")
        self._site.postgres.kill()
        return lambda: self._site.down.discard("postgres")

    def _cut(self, fault: Fault) -> Undo:
        self._site.wires.cut(fault.target, fault.amount, fault.seed)
        return _nothing

    def _reset(self, fault: Fault) -> Undo:
        self._site.wires.reset(fault.target, fault.amount, fault.seed)
        return _nothing

    def _delay(self, fault: Fault) -> Undo:
        self._site.wires.delay(fault.target, fault.amount)
        return lambda: self._site.wires.delay(fault.target, 0.0)

    def _refuse(self, fault: Fault) -> Undo:
        self._site.wires.refuse(fault.target, refuses=True)
        return lambda: self._site.wires.refuse(fault.target, refuses=False)

    def _skew(self, fault: Fault) -> Undo:
        """Its clock is wrong from a start on until it is started again."""
        self._site.skew[fault.target] = int(fault.amount)
        self._site.signal(fault.target, signal.SIGKILL)

        def set_right() -> None:
            self._site.skew.pop(fault.target, None)
            self._site.signal(fault.target, signal.SIGKILL)

        return set_right

    def _race(self, fault: Fault) -> Undo:
        """Two relays, two consumers, two senders; in the end one of the workers is killed."""
        self._site.add_worker(fault.target)
        first_dies = random.Random(fault.seed).random() < 0.5

        def settle() -> None:
            if first_dies:
                self._site.signal(f"{fault.target}-worker", signal.SIGKILL)
            self._site.remove_worker(fault.target)

        return settle


def _nothing() -> None:
    return
