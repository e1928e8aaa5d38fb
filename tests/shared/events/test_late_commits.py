"""Ids are given out at insert, and transactions end in any order: what each way of claiming makes of that."""

import asyncio
import random
import uuid
from dataclasses import dataclass

import pytest
from sqlalchemy import text

from shared.events import relay
from shared.events.outbox import tell
from shared.events.transaction import transaction
from shared.events.writing import store_what_waits
from tests.shared.events.conftest import Bench, answer, cause, rows, tell_answers

WRITERS = 16
FACTS = 240  # and one before them
LONGEST = 0.06  # seconds for which a writer holds its transaction open
SUBJECTS = [uuid.UUID(int=number) for number in range(8)]

NEWEST_PUBLISHED = "COALESCE((SELECT max(id) FROM outbox WHERE published_at IS NOT NULL), 0)"

NAIVE_CURSOR = f"""
SELECT id, key, headers, payload, position FROM outbox
WHERE id > {NEWEST_PUBLISHED} AND key <> ALL ($1::text[]) ORDER BY id LIMIT $2
"""
"""On from what was published last: what commits late is behind it for ever."""

NAIVE_HINT = f"""
SELECT id, key, headers, payload, position FROM outbox
WHERE published_at IS NULL AND key <> ALL ($1::text[]) ORDER BY id > {NEWEST_PUBLISHED} DESC, id LIMIT $2
"""
"""First on from what was published last, then what lies behind: nothing is lost, but it is overtaken."""


@dataclass(frozen=True)
class Verdict:
    """What a run came to, counted by comparing the outbox with the effects."""

    lost: int
    doubled: int
    overtaken: int


async def write_late(bench: Bench, dice: random.Random) -> None:
    """16 writers hold their transactions open for random times; those of one subject come one after the other."""
    await tell_answers(bench.feedback, answer())
    await bench.until_effects(1)  # relay and listener are at work
    gate = asyncio.Semaphore(WRITERS)
    pauses = [dice.uniform(0, LONGEST) for _ in range(FACTS)]

    async def write(number: int) -> None:
        subject = SUBJECTS[number % len(SUBJECTS)]
        async with gate, transaction(bench.feedback) as session:
            await session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": subject.int + 1000})
            tell(session, answer(subject, number), cause(), trace_id=subject)
            await session.run_sync(store_what_waits)
            await asyncio.sleep(pauses[number])

    await asyncio.gather(*map(write, range(FACTS)))


async def judged(bench: Bench, *, patience: float = 40) -> Verdict:
    """Wait until all have their effect, or until for so many seconds nothing comes any more; then compare."""
    loop = asyncio.get_running_loop()
    effects = await bench.effects()
    moved = loop.time()
    while len(effects) <= FACTS and loop.time() - moved < patience:
        await asyncio.sleep(0.1)
        seen = await bench.effects()
        if len(seen) > len(effects):
            effects, moved = seen, loop.time()
    told = await rows(bench.feedback, "SELECT id, event_id, subject FROM outbox ORDER BY id")
    heard = {effect.event_id for effect in effects}
    overtaken = 0
    for subject in map(str, SUBJECTS):
        newest = 0
        for effect in effects:
            if effect.subject == subject:
                overtaken += effect.sequence < newest
                newest = max(newest, effect.sequence)
    return Verdict(sum(row.event_id not in heard for row in told), len(effects) - len(heard), overtaken)


@pytest.fixture
def dice() -> random.Random:
    """A seed that a failing test shows."""
    seed = random.randrange(1 << 30)
    print("seed", seed)
    return random.Random(seed)


async def test_late_commits_are_neither_lost_nor_overtaken(bench: Bench, dice: random.Random) -> None:
    async with bench.relaying(), bench.consuming():
        await write_late(bench, dice)
        verdict = await judged(bench)
    assert verdict == Verdict(lost=0, doubled=0, overtaken=0)
    told = await rows(bench.feedback, "SELECT position FROM outbox ORDER BY position")
    assert [row.position for row in told] == list(range(1, FACTS + 2)), "the feed has a gap"


async def test_a_naive_cursor_loses_them(bench: Bench, dice: random.Random, monkeypatch: pytest.MonkeyPatch) -> None:
    """So the test above would notice."""
    monkeypatch.setattr(relay, "CLAIM_ROWS", NAIVE_CURSOR)
    async with bench.relaying(), bench.consuming():
        await write_late(bench, dice)
        assert (await judged(bench, patience=3)).lost > 0


async def test_a_naive_hint_lets_them_be_overtaken(
    bench: Bench, dice: random.Random, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(relay, "CLAIM_ROWS", NAIVE_HINT)
    async with bench.relaying(), bench.consuming():
        await write_late(bench, dice)
        verdict = await judged(bench)
    assert verdict.overtaken > 0
    assert verdict.lost == 0
