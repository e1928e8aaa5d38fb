"""A listener that stands still though there is something to read joins its group anew."""

import asyncio
from typing import Any

import pytest
from aiokafka.consumer.group_coordinator import CoordinatorGroupRebalance, GroupCoordinator
from sqlalchemy.ext.asyncio import AsyncSession

from shared.contracts.feedback import ResponseReceived
from shared.events import consumer, watch
from shared.events.event import Event
from shared.events.handlers import Handlers, together
from tests.shared.events.conftest import Bench, answer, tell_answers, write_effect


@pytest.fixture(autouse=True)
def _short_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch, "STALLED_SECONDS", 3.0)
    monkeypatch.setattr(consumer, "PATIENCE_SECONDS", 6.0)
    monkeypatch.setattr(watch, "BROKER_CHECK_SECONDS", 0.5)


class Joins:
    """How often members joined; from the one with a given number on, one join never ends."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *, never_ends: int) -> None:
        self.begun = 0
        self.coordinators: list[GroupCoordinator] = []
        join = CoordinatorGroupRebalance.perform_group_join

        async def joining(rebalance: CoordinatorGroupRebalance) -> Any:
            self.begun += 1
            self.coordinators.append(rebalance._coordinator)
            if self.begun == never_ends:
                await asyncio.get_running_loop().create_future()
            return await join(rebalance)

        monkeypatch.setattr(CoordinatorGroupRebalance, "perform_group_join", joining)


async def test_a_first_join_that_never_ends_is_given_up(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    joins = Joins(monkeypatch, never_ends=1)
    async with bench.relaying(), bench.consuming():
        await tell_answers(bench.feedback, *(answer() for _ in range(5)))
        await bench.until_effects(5)
    assert joins.begun > 1


async def test_a_member_that_never_comes_back_from_rejoining_is_given_up(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It keeps its partitions meanwhile, and fetches nothing."""
    joins = Joins(monkeypatch, never_ends=2)
    async with bench.relaying(), bench.consuming():
        await tell_answers(bench.feedback, answer())
        await bench.until_effects(1)
        joins.coordinators[-1].request_rejoin()
        await tell_answers(bench.feedback, *(answer() for _ in range(5)))
        await bench.until_effects(6)
    assert joins.begun > 2


async def test_a_member_that_never_hears_where_to_read_on_is_given_up(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It has its partitions, and waits for the group's offsets, while each of its steps ends in time."""
    monkeypatch.setattr(consumer, "PATIENCE_SECONDS", 60.0)
    fetch = GroupCoordinator._do_fetch_commit_offsets
    asked: list[GroupCoordinator] = []

    async def fetching(coordinator: GroupCoordinator, partitions: Any) -> Any:
        asked.append(coordinator)
        if coordinator is asked[0]:
            await asyncio.get_running_loop().create_future()
        return await fetch(coordinator, partitions)

    monkeypatch.setattr(GroupCoordinator, "_do_fetch_commit_offsets", fetching)
    async with bench.relaying(), bench.consuming():
        await tell_answers(bench.feedback, *(answer() for _ in range(5)))
        await bench.until_effects(5)
    assert asked[-1] is not asked[0]


async def test_a_step_that_never_ends_is_given_up(bench: Bench) -> None:
    """Such as a database that neither answers nor hangs up."""
    calls = 0

    async def hang_once(session: AsyncSession, events: list[Event[ResponseReceived]]) -> None:
        nonlocal calls
        calls += 1
        if calls == 1:
            await asyncio.get_running_loop().create_future()
        await write_effect(session, events)

    async with bench.relaying(), bench.consuming(Handlers({ResponseReceived: [together(hang_once)]})):
        await tell_answers(bench.feedback, answer())
        await bench.until_effects(1)
