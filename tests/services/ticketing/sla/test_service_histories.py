"""Any history of a ticket over HTTP, with sweepers that come when they like, is what the pure clock makes of it."""

import random
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Literal

import pytest

from services.ticketing.sla import clock
from services.ticketing.sla.clock import ClockState, Fact, Kind
from tests.fixtures.services import ServiceUnderTest
from tests.services.ticketing.sla.clocks import (
    HOUR,
    MONDAY,
    a_policy,
    a_ticket,
    clocks,
    moved,
    replied,
    target,
    wrote,
    z,
)
from tests.services.ticketing.sla.desks import OSLO

MOVES = {"new": "open pending on_hold solved", "open": "pending on_hold solved", "pending": "open on_hold solved"}
MOVES |= {"on_hold": "open pending solved", "solved": "open"}
HOURS = [
    {"weekday": day, "from": opens, "to": closes}
    for day in range(5)
    for opens, closes in (("09:00", "12:00"), ("13:00", "17:00"))
]


class Story:
    """One ticket, what is done to it, and the facts that the pure clock is to hear."""

    def __init__(self, ticketing: ServiceUnderTest, path: str, dice: random.Random) -> None:
        self.ticketing, self.path, self.dice = ticketing, path, dice
        self.status, self.replied = "new", False
        self.facts = [Fact(ticketing.clock(), Kind.CREATED)]
        self.next_reply_facts = list(self.facts)

    def hear(self, kind: Kind, status: str | None = None, *, by_next_reply: bool = True) -> None:
        fact = Fact(self.ticketing.clock(), kind, status)
        self.facts.append(fact)
        if by_next_reply:
            self.next_reply_facts.append(fact)

    async def step(self) -> None:
        self.ticketing.clock.advance(minutes=self.dice.choice([0.5, 7, 45, 200, 1500]))
        if self.dice.random() < 0.4:
            await self.ticketing.run_job("sla_due")
        await self.dice.choice([self.reply, self.write, self.move, self.move])()

    async def reply(self) -> None:
        await replied(self.ticketing, self.path)
        self.hear(Kind.AGENT_REPLIED)
        self.replied = True
        if self.status == "new":
            self.enter("open")

    async def write(self) -> None:
        await wrote(self.ticketing, self.path)
        self.hear(Kind.CUSTOMER_WROTE, by_next_reply=self.replied)
        if self.status in ("pending", "solved"):
            self.enter("open")

    async def move(self) -> None:
        to = self.dice.choice(MOVES[self.status].split())
        await moved(self.ticketing, self.path, to)
        self.enter(to)

    def enter(self, status: str) -> None:
        self.status = status
        self.hear(*((Kind.SOLVED, None) if status == "solved" else (Kind.STATUS_CHANGED, status)))


@pytest.mark.parametrize("seed", range(4))
async def test_what_is_kept_step_by_step_is_the_history(ticketing: ServiceUnderTest, seed: int) -> None:
    dice = random.Random(seed)
    ticketing.clock.stop_at(MONDAY)
    body = {"name": "Oslo", "timezone": "Europe/Oslo", "intervals": HOURS, "own_holidays": [{"on": "2026-03-27"}]}
    desk = await ticketing.post("/v1/calendars", body)
    terms: dict[str, Any] = {"calendar_id": desk["id"], "pause_statuses": ["pending"]}
    on_reopen: Literal["resume", "new_cycle"] = "resume" if dice.random() < 0.5 else "new_cycle"
    promised = {metric: dice.randint(1, 30) * HOUR // 2 for metric in clock.METRICS}
    targets = [target(metric, seconds, **terms) for metric, seconds in promised.items()]
    await a_policy(ticketing, *targets, on_reopen=on_reopen)
    story = Story(ticketing, await a_ticket(ticketing), dice)
    for _ in range(20):
        await story.step()
    now = ticketing.clock.advance(minutes=dice.randint(0, 3000))
    assert (await ticketing.post(f"{story.path}/sla/replay", {}))["differences"] == []
    for metric, seconds in promised.items():
        promise = clock.Target(seconds, OSLO, frozenset({"pending"}), on_reopen)
        facts = story.next_reply_facts if metric == "next_reply" else story.facts
        expected = [clock.as_of(trail[-1], now) for trail in clock.replay(metric, promise, facts, now)]
        found = await clocks(ticketing, story.path, metric)
        assert found == shown(expected, found)


def shown(states: Sequence[ClockState], found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The clocks that the states ask for; what they do not say is as it was found."""
    assert len(found) == len(states)
    return [
        {
            **item,
            "metric": state.metric,
            "cycle": state.cycle,
            "state": state.state.value,
            "verdict": state.verdict.value,
            "elapsed_seconds": state.elapsed_seconds,
            "remaining_seconds": state.remaining_seconds,
            "started_at": instant(state.started_at),
            "due_at": instant(state.due_at),
            "paused_at": instant(state.paused_at),
            "fulfilled_at": instant(state.fulfilled_at),
            "breached_at": instant(state.breached_at),
        }
        for item, state in zip(found, states, strict=True)
    ]


def instant(at: datetime | None) -> str | None:
    return None if at is None else z(at)
