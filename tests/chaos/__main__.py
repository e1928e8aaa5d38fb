"""`make chaos SEEDS=20 EVENTS=50000 BROKER=embedded|kafka`: each seed prints its verdict in a line.

SEED= runs one seed again; MUTATE= breaks the product on purpose. STATE/chaos.jsonl gets a line a seed; the folder
STATE/chaos-<seed> is kept where something was found. Exit status: 0 if all seeds were good.
"""

import json
import os
import random
import signal
import sys
from types import FrameType

from deploy.local import options
from deploy.local.processes import ServerError
from tests.chaos import run
from tests.chaos.run import Asked

SEEDS = 20
EVENTS = 50_000


def main() -> int:
    """Run all seeds, also after a bad one; returns the exit status."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _interrupt)
    try:
        chosen = options.read()
        asked = [_asked(chosen, seed) for seed in _seeds()]
    except (ServerError, ValueError) as error:
        print(error, file=sys.stderr)
        return 2
    bad = 0
    for one in asked:
        try:
            outcome = run.run(one)
        except ServerError as error:
            print(f"seed {one.seed}: could not be run: {error}", flush=True)
            bad += 1
            continue
        except KeyboardInterrupt:
            return 130
        with (one.state / "chaos.jsonl").open("a") as file:
            file.write(json.dumps(outcome.record) + "\n")
        print(outcome.line, flush=True)
        if not outcome.good:
            print(f"  again: make chaos SEED={one.seed} EVENTS={one.events} BROKER={one.broker}; kept: {one.folder}")
            bad += 1
    return 1 if bad else 0


def _asked(chosen: options.Options, seed: int) -> Asked:
    events = int(os.environ.get("EVENTS") or EVENTS)
    return Asked(seed, events, chosen.broker, chosen.state, os.environ.get("MUTATE") or None)


def _seeds() -> list[int]:
    if os.environ.get("SEED"):
        return [int(os.environ["SEED"])]
    return [random.randrange(1 << 30) for _ in range(int(os.environ.get("SEEDS") or SEEDS))]


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


if __name__ == "__main__":
    raise SystemExit(main())
