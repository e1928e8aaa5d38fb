"""A row that the broker will never take is put aside with its key; everything else goes on."""

import uuid

import pytest

from deploy.local.brokers import BrokerKind
from shared.events.republish import republish
from shared.events.transaction import transaction
from shared.ops.clock import system_clock
from tests.shared.events.conftest import Bench, answer, execute, rows, tell_answers, until

TOO_LARGE = 2_000_000  # bytes of a header; Kafka takes messages of a megabyte


@pytest.mark.kafka
async def test_an_unsendable_row_waits_with_its_key_and_nothing_else_does(
    bench: Bench, broker_kind: BrokerKind
) -> None:
    if broker_kind != "kafka":
        pytest.skip("the embedded broker takes messages of any size")
    began = system_clock()
    good, bad = uuid.uuid4(), uuid.uuid4()
    await tell_answers(bench.feedback, answer(good, 1), answer(bad, 2), answer(bad, 3), answer(good, 4))
    await execute(
        bench.feedback,
        "UPDATE outbox SET headers = headers || jsonb_build_object('padding', repeat('x', :size))"
        " WHERE subject = :subject AND id = (SELECT min(id) FROM outbox WHERE subject = :subject)",
        size=TOO_LARGE,
        subject=str(bad),
    )
    async with bench.relaying(), bench.consuming():
        await bench.until_effects(2)
        later = answer(good, 5)
        await tell_answers(bench.feedback, later)
        effects = await bench.until_effects(3)
        assert [effect.score for effect in effects] == [1, 4, 5]
        parked = await until(
            lambda: rows(bench.feedback, "SELECT subject, last_error FROM outbox WHERE parked_at IS NOT NULL"), bool
        )
        assert [row.subject for row in parked] == [str(bad)]

        await execute(bench.feedback, "UPDATE outbox SET headers = headers - 'padding'")
        async with transaction(bench.feedback) as session:
            await republish(session, since=began, until=system_clock())
        effects = await bench.until_effects(5)
    assert [effect.score for effect in effects if effect.subject == str(bad)] == [2, 3]
