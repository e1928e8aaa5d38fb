"""Stage: the clocks of a ticket with FACTS facts, recounted from the first of them: all metrics, with a calendar."""

import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import cycle, islice
from statistics import median

from services.ticketing.sla import clock
from services.ticketing.sla.clock import Fact, Kind, Target
from shared.business_time import Calendar, Hours
from tests.load.figures import Figure

STAGE = "clocks of a ticket"
FACTS = 500
MILLISECONDS = 10.0  # that it should take
WARM, MEASURED = 2, 10

BEGAN = datetime(2026, 8, 3, 7, tzinfo=UTC)
APART = timedelta(minutes=47)
CALENDAR = Calendar("Europe/Oslo", (*((Hours(540, 1020),) for _ in range(5)), (), ()))
TARGET = Target(8 * 3600, CALENDAR, frozenset({"pending"}))
TURNS = (
    (Kind.CUSTOMER_WROTE, None),
    (Kind.AGENT_REPLIED, None),
    (Kind.STATUS_CHANGED, "pending"),
    (Kind.CUSTOMER_WROTE, None),
    (Kind.STATUS_CHANGED, "open"),
    (Kind.AGENT_REPLIED, None),
    (Kind.SOLVED, None),
    (Kind.STATUS_CHANGED, "open"),
)


def measure(rounds: int) -> Sequence[Figure]:
    """Recount them, by the time of the processor. Raises AssertionError where the same facts make other clocks."""
    facts = _facts()
    until = facts[-1].at + timedelta(days=1)
    first = _recounted(facts, until)
    assert len(first) == len(clock.METRICS), "each metric has a clock"
    assert all(first), "each metric has a clock"
    took = []
    for _ in range(rounds):
        milliseconds = []
        for _ in range(WARM + MEASURED):
            began = time.process_time()
            again = _recounted(facts, until)
            milliseconds.append((time.process_time() - began) * 1000)
            assert again == first, "another count of the same facts"
        took.append(median(milliseconds[WARM:]))
    measured = f"{FACTS} facts, {len(first)} metrics, by the {MILLISECONDS:.0f} ms that it should take, p50"
    return [Figure(STAGE, measured, "ms", "less", took, [MILLISECONDS], 1.0)]


def _recounted(facts: Sequence[Fact], until: datetime) -> list[list[clock.Trail]]:
    return [clock.replay(metric, TARGET, facts, until) for metric in clock.METRICS]


def _facts() -> list[Fact]:
    """Of a ticket that goes to and fro for weeks, and is reopened again and again."""
    turns = islice(cycle(TURNS), FACTS - 1)
    return [
        Fact(BEGAN, Kind.CREATED, "new"),
        *(Fact(BEGAN + number * APART, kind, status) for number, (kind, status) in enumerate(turns, 1)),
    ]
