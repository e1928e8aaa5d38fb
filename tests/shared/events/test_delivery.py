"""From one database to the other: nothing lost, nothing twice, in order per subject."""

import asyncio
import random
import uuid

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from shared.contracts.feedback import ResponseReceived
from shared.events.event import Event
from shared.events.handlers import Handlers, together
from shared.events.outbox import store_told_facts, tell
from shared.events.transaction import transaction
from tests.shared.events.conftest import Bench, answer, cause, execute, rows, tell_answers, until, write_effect


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
            await session.run_sync(store_told_facts)
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


async def test_each_fact_three_times_shuffled_over_two_consumers_has_one_effect(bench: Bench) -> None:
    """A broker that lost its memory, a relay that crashed, a replay: the same ids come again and again."""
    answers = [answer(score=number % 11) for number in range(200)]
    async with bench.relaying():
        ids = await tell_answers(bench.feedback, *answers)
        await until(lambda: rows(bench.feedback, UNPUBLISHED), lambda waiting: not waiting)
        for _ in range(2):
            await execute(bench.feedback, "UPDATE outbox SET published_at = NULL WHERE random() < 0.9")
            await until(lambda: rows(bench.feedback, UNPUBLISHED), lambda waiting: not waiting)
    async with bench.consuming(), bench.consuming():
        await bench.until_effects(200)
        await until(lambda: lag(bench), lambda left: left == 0)
    assert sorted(effect.event_id for effect in await bench.effects()) == sorted(ids)


async def test_two_relays_side_by_side_publish_in_order_and_one_leads(bench: Bench) -> None:
    subject = uuid.uuid4()
    async with bench.relaying() as one, bench.relaying() as other, bench.consuming():
        for number in range(30):
            await tell_answers(bench.feedback, *(answer(subject, number * 10 + place) for place in range(10)))
        effects = await bench.until_effects(300)
        assert (one.leads, other.leads) in ((True, False), (False, True))
    assert [effect.score for effect in effects] == list(range(300))


async def test_a_standby_relay_takes_over_when_the_leader_loses_its_connection(bench: Bench) -> None:
    async with bench.relaying(), bench.relaying(), bench.consuming():
        await tell_answers(bench.feedback, answer())
        await bench.until_effects(1)
        await execute(
            bench.feedback,
            "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted"
            " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
        )
        await tell_answers(bench.feedback, answer())
        assert len(await bench.until_effects(2)) == 2


async def test_a_set_that_takes_too_long_is_tried_again_smaller(bench: Bench) -> None:
    """A transaction timeout would otherwise hit the same set for ever."""

    async def take_few(session: AsyncSession, events: list[Event[ResponseReceived]]) -> None:
        if len(events) > 3:
            raise TimeoutError
        await write_effect(session, events)

    async with bench.relaying(), bench.consuming(Handlers({ResponseReceived: [together(take_few)]})):
        ids = await tell_answers(bench.feedback, *(answer() for _ in range(40)))
        effects = await bench.until_effects(40)
    assert sorted(effect.event_id for effect in effects) == sorted(ids)


UNPUBLISHED = "SELECT id FROM outbox WHERE published_at IS NULL"


async def lag(bench: Bench) -> int:
    """How many records of feedback's topic the listener has still to read."""
    [ends] = await rows(bench.feedback, "SELECT ends FROM relay_state")
    read = await rows(bench.ticketing, 'SELECT partition, "offset" FROM consumer_position')
    positions = {str(row.partition): row.offset for row in read}
    return sum(end - positions.get(partition, 0) for partition, end in ends.ends.items())
