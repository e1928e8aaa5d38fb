"""`make bench`: measures every stage, prints one table, and keeps it in STATE/bench.json.

BROKER=kafka measures on Apache Kafka; STAGES=post,escalation chooses; BENCH_KEEP=1 keeps the logs in STATE/bench.
The data set that some stages need is made first and stays in STATE/bench-data; BENCH_TICKETS says how large.
"""

import os
import signal
import sys
import time
from collections.abc import Callable, Sequence

from deploy.local import options
from deploy.local.brokers import BrokerKind
from deploy.local.processes import ServerError
from deploy.local.state import State
from deploy.services import NAMES
from tests.load import (
    asking,
    clocks,
    consumer,
    escalation,
    figures,
    local,
    memory,
    page,
    post,
    recompute,
    relay,
    scale,
    scores,
    site,
    sweep,
    views,
)
from tests.load.dataset import kept
from tests.load.figures import Figure
from tests.load.site import Site

ROUNDS = 3

STAGES: dict[str, Callable[[Site, BrokerKind], Sequence[Figure]]] = {
    "post": lambda ground, kind: post.measure(ground, ROUNDS),
    "page": lambda ground, kind: page.measure(ground, ROUNDS),
    "escalation": lambda ground, kind: escalation.measure(ground, kind, ROUNDS),
    "relay": lambda ground, kind: relay.measure(ground, kind, ROUNDS),
    "consumer": lambda ground, kind: consumer.measure(ground, kind, ROUNDS),
    "memory": lambda ground, kind: memory.measure(ground, kind),
    "local": lambda ground, kind: local.measure(ground, kind, ROUNDS),
    "scale": lambda ground, kind: scale.measure(ground, ROUNDS),
    "scores": lambda ground, kind: scores.measure(ground, ROUNDS),
    "views": lambda ground, kind: views.measure(ground, ROUNDS),
    "sweep": lambda ground, kind: sweep.measure(ground, ROUNDS),
    "asking": lambda ground, kind: asking.measure(ground),
    "clocks": lambda ground, kind: clocks.measure(ROUNDS),
    "recompute": lambda ground, kind: recompute.measure(ground, ROUNDS),
}
ON_THE_DATA_SET = {"scale", "sweep", "recompute"}


def main() -> int:
    """Returns the exit status: 0 once everything was measured, whatever came out."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    try:
        chosen, stages = options.read(), _stages()
        state = State(chosen.state)
        found: list[Figure] = []
        with state.locked(), site.opened(state.folder / "bench", *NAMES) as ground:
            if ON_THE_DATA_SET.intersection(stages):
                kept.make(ground.data)
            began = time.monotonic()
            for name in stages:
                print(f"measuring {name} …", file=sys.stderr, flush=True)
                found += STAGES[name](ground, chosen.broker)
    except (ServerError, AssertionError) as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    took = time.monotonic() - began
    figures.save(state.folder / "bench.json", found, broker=chosen.broker, rounds=ROUNDS, seconds=round(took))
    print(figures.table(found))
    print(f"\nmedians of {ROUNDS} alternating rounds, broker: {chosen.broker}, {took:.0f} s in all")
    return 0


def _stages() -> list[str]:
    """Which stages STAGES names; all without it."""
    names = (os.environ.get("STAGES") or ",".join(STAGES)).split(",")
    if unknown := set(names) - STAGES.keys():
        raise ServerError(f"STAGES names {', '.join(sorted(unknown))}, but there are: {', '.join(STAGES)}")
    return names


if __name__ == "__main__":
    raise SystemExit(main())
