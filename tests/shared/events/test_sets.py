"""How large a listener's transactions are, by how long they take."""

import random
from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

import pytest
from aiokafka.structs import TopicPartition

from shared.events import consumer, sets
from shared.events.consumer import Consumer
from shared.events.sets import SetSize

FIXED_SECONDS = 0.02  # of each transaction


def _work(size: SetSize, records: int, seconds_each: float, *, held_up_every: int = 0, seed: int = 1) -> list[int]:
    """Apply so many records, poll by poll, on a machine that is held up for a second now and then; the sets' sizes."""
    dice = random.Random(seed)
    taken = []
    while records > 0:
        polled = min(sets.MOST, records)
        for start in range(0, polled, size.now):
            now = min(size.now, polled - start)
            held_up = held_up_every and dice.randrange(held_up_every) == 0
            size.took(FIXED_SECONDS + now * seconds_each + (1.0 if held_up else 0.0))
            taken.append(now)
        size.settle(polled)
        records -= polled
    return taken


def test_quick_facts_come_in_large_sets() -> None:
    assert _work(SetSize(), 5_000, 0.000_1)[-2] == sets.MOST


def test_slow_facts_come_in_sets_of_a_moment() -> None:
    size = SetSize()
    _work(size, 3_000, 0.05)
    assert FIXED_SECONDS + size.now * 0.05 <= sets.SLOW_SECONDS
    _work(size, 3_000, 10.0)
    assert size.now == 1


def test_a_poll_that_is_not_full_says_nothing_of_larger_sets() -> None:
    size = SetSize()
    for _ in range(100):
        size.took(0.001)
        size.settle(sets.FIRST - 1)
    assert size.now == sets.FIRST


def test_a_failure_halves_and_what_is_quick_grows_again() -> None:
    size = SetSize()
    for _ in range(20):
        size.failed()
    assert size.now == 1
    _work(size, 5_000, 0.000_1)
    assert size.now == sets.MOST


def test_a_machine_that_is_held_up_now_and_then_does_not_come_down_to_single_facts() -> None:
    size = SetSize()
    for _ in range(20):
        size.failed()
    taken = _work(size, 20_000, 0.000_1, held_up_every=20)
    assert len(taken) < 20_000 / 25


async def test_a_poll_keeps_its_size_though_one_of_its_sets_was_slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first set of the poll holds it up; the others tell that this was no matter of their size."""
    now, taken = 0.0, list[int]()
    listener = object.__new__(Consumer)  # only what a poll needs
    listener._sets, listener._uncommitted = SetSize(), {}

    async def apply(records: Sequence[Any]) -> None:
        nonlocal now
        now += 0.01 if taken else 0.5
        taken.append(len(records))

    monkeypatch.setattr(listener, "_apply_set", apply)
    monkeypatch.setattr(listener, "_be_patient", lambda: None)
    monkeypatch.setattr(consumer, "time", SimpleNamespace(monotonic=lambda: now))
    place = TopicPartition("feedback-events", 0)
    await listener._apply_poll({place: [SimpleNamespace(offset=offset) for offset in range(300)]})
    assert taken == [50] * 6
    assert listener._sets.now == 100
    assert listener._uncommitted == {place: 300}
