"""A heartbeat says how far the service has come, and a beat that was not stored has said nothing."""

import contextlib
from typing import Any

from shared.events.transaction import transaction
from shared.features.jobs import models  # noqa: F401 - declares the table
from shared.worker.heartbeat import Heart
from tests.shared.events.conftest import cause, execute, rows, with_tables


async def test_a_beat_that_failed_is_said_again_whole(new_database: Any) -> None:
    database = await with_tables(new_database("feedback"))
    heart = Heart("feedback", 30)

    async def beat(*, fail: bool = False) -> None:
        with contextlib.suppress(ZeroDivisionError):
            async with transaction(database) as session:
                await heart.beat(session, cause())
                if fail:
                    raise ZeroDivisionError

    async def published() -> list[int]:
        found = await rows(
            database, "SELECT convert_from(payload, 'UTF8')::jsonb->'published' AS said FROM outbox ORDER BY id DESC"
        )
        return [position["offset"] for position in found[0].said]

    await execute(database, "INSERT INTO relay_state (id, log_id, ends) VALUES (1, 'log', '{\"0\": 5}')")
    await beat()
    assert await published() == [4]
    await beat()
    assert await published() == []
    await execute(database, "UPDATE relay_state SET ends = '{\"0\": 9}'")
    await beat(fail=True)
    await beat()
    assert await published() == [8]
