"""What goes wrong and when: an endless row of faults that the seed decides, dense enough for the run's length."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

from deploy.local.brokers import BrokerKind
from deploy.local.options import SERVICES

FACTS_A_SECOND = 400  # what a run is planned with
ROUNDS = 1.5  # of the whole deck, in one run
LINKS = ("postgres", "broker")
ROLES = ("api", "worker")
LONGEST_STOP = 40.0  # seconds
LARGEST_SKEW = 120  # seconds

DECK: dict[str, int] = {
    "kill": 5,
    "stop": 3,
    "broker_kill": 1,
    "broker_replace": 1,
    "postgres_immediate": 1,
    "postgres_kill": 1,
    "cut": 2,
    "reset": 2,
    "delay": 2,
    "refuse": 2,
    "skew": 2,
    "race": 2,
}
"""How often each kind of fault comes in one round of them."""


@dataclass(frozen=True)
class Fault:
    """One fault. after: how many facts after the last one; seconds: how long it lasts; amount: delay, share or skew."""

    kind: str
    target: str
    after: float
    seconds: float
    amount: float
    seed: int


def faults(seed: int, events: int, broker: BrokerKind, *, can_skew: bool) -> Iterator[Fault]:
    """The faults of a run of so many facts, without an end."""
    dice = random.Random(f"faults/{seed}")
    expected = events / FACTS_A_SECOND
    deck = [kind for kind, many in DECK.items() for _ in range(many)]
    if not can_skew:
        deck = [kind for kind in deck if kind != "skew"]
    if broker == "embedded":  # it forgets all whenever it ends
        deck.remove("broker_kill")
    gap = events / ROUNDS / len(deck)
    while True:
        dice.shuffle(deck)
        for kind in deck:
            yield _fault(kind, dice, gap, expected)


def _fault(kind: str, dice: random.Random, gap: float, expected: float) -> Fault:
    service = dice.choice(SERVICES)
    process = f"{service}-{dice.choice(ROLES)}"
    target, seconds, amount = process, 0.0, 0.0
    match kind:
        case "stop":
            longest = min(LONGEST_STOP, max(3.0, expected / 3))
            seconds = dice.choice((dice.uniform(0.3, 2.0), dice.uniform(1.0, longest)))
        case "broker_kill" | "broker_replace":
            target, seconds = "broker", dice.uniform(0.2, min(15.0, max(1.0, expected / 10)))
        case "postgres_immediate" | "postgres_kill":
            target, seconds = "postgres", dice.uniform(0.1, min(10.0, max(1.0, expected / 15)))
        case "cut" | "reset":
            target, amount = dice.choice(LINKS), dice.choice((0.2, 0.5, 1.0))
        case "delay":
            target, seconds, amount = dice.choice(LINKS), dice.uniform(1, 4), dice.uniform(0.01, 0.3)
        case "refuse":
            target, seconds = dice.choice(LINKS), dice.uniform(0.3, min(12.0, max(2.0, expected / 12)))
        case "skew":
            seconds = dice.uniform(8, max(10.0, min(40.0, expected / 3)))
            amount = dice.choice((-1, 1)) * dice.randint(1, LARGEST_SKEW)
        case "race":
            target, seconds = service, dice.uniform(3, max(5.0, min(30.0, expected / 4)))
    return Fault(kind, target, gap * dice.uniform(0.3, 1.7), seconds, amount, dice.getrandbits(32))
