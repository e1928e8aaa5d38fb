"""From one database to the other: nothing lost, nothing twice, in order per subject."""

import asyncio
import random
import uuid

from sqlalchemy import text

from shared.events.outbox import store_told_facts, tell
from shared.events.transaction import transaction
from tests.shared.events.conftest import Bench, answer, cause, rows, tell_answers


async def test_a_told_fact_has_its_effect(bench: Bench) -> None:
    async with bench.relaying(), bench.consuming():
        [event_id] = await tell_answers(bench.feedback, answer(score=3))
        [effect] = await bench.until_effects(1)
    assert effect.event_id == event_id
    assert effect.score == 3


async def test_late_commits_are_neither_lost_nor_overtaken(bench: Bench) -> None:
    """16 writers hold their transactions open for random times, so that ids commit out of order."""
    seed = random.randrange(1 << 30)
    print("seed", seed)
    dice = random.Random(seed)
    subjects = [uuid.uuid4() for _ in range(8)]
    pauses = [dice.random() * 0.05 for _ in range(400)]

    async def write(number: int) -> None:
        subject = subjects[number % len(subjects)]
        async with transaction(bench.feedback) as session:
            await session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": subject.int % (1 << 62)})
            tell(session, answer(subject, number), cause(), trace_id=subject)
            await store_told_facts(session)
            await asyncio.sleep(pauses[number])

    async with bench.relaying(), bench.consuming():
        gate = asyncio.Semaphore(16)

        async def guarded(number: int) -> None:
            async with gate:
                await write(number)

        await asyncio.gather(*(guarded(number) for number in range(400)))
        effects = await bench.until_effects(400)
    told = await rows(bench.feedback, "SELECT id, subject, position FROM outbox ORDER BY id")
    assert len(effects) == len({effect.event_id for effect in effects}) == 400
    for subject in subjects:
        heard = [effect.sequence for effect in effects if effect.subject == str(subject)]
        assert heard == [row.id for row in told if row.subject == str(subject)]
    assert sorted(row.position for row in told) == list(range(1, 401))
