"""The audit trail is written with the change, and goes with it."""

from datetime import UTC, datetime
from uuid import UUID

import pytest
from sqlalchemy import select

from shared.db.session import Database
from shared.events.cause import Cause
from shared.events.transaction import transaction
from shared.features.audit import service
from shared.features.audit.models import AuditRow
from shared.features.audit.service import Change
from shared.ids import uuid7

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
CAUSE = Cause("request/r-1", "staff/mia", NOW)


async def rows(database: Database, entity: str) -> list[AuditRow]:
    async with database.session() as session:
        return list(await session.scalars(select(AuditRow).where(AuditRow.entity == entity).order_by(AuditRow.id)))


async def test_a_change_is_recorded_with_who_and_why(database: Database) -> None:
    ticket = uuid7()
    async with transaction(database) as session:
        await service.record(
            session,
            CAUSE,
            action="ticket.solve",
            entity="ticket",
            entity_id=ticket,
            before={"status": "open"},
            after={"status": "solved", "solved_at": NOW, "by": UUID(int=1)},
            reason="done",
        )
    (row,) = await rows(database, "ticket")
    assert (row.actor, row.cause, row.at, row.reason) == ("staff/mia", "request/r-1", NOW, "done")
    assert row.before == {"status": "open"}
    assert row.after == {"status": "solved", "solved_at": "2026-11-22T10:00:00Z", "by": str(UUID(int=1))}


async def test_a_set_is_recorded_at_once_each_with_its_cause(database: Database) -> None:
    other = Cause("fact/7", "service/feedback", NOW)
    async with transaction(database) as session:
        await service.record_many(session, CAUSE, [])
        await service.record_many(
            session,
            CAUSE,
            [Change("case.open", "case", uuid7()), Change("case.open", "case", uuid7(), cause=other)],
        )
    assert [row.cause for row in await rows(database, "case")] == ["request/r-1", "fact/7"]


async def test_what_is_rolled_back_is_not_recorded(database: Database) -> None:
    async def change_and_fail() -> None:
        async with transaction(database) as session:
            await service.record(session, CAUSE, action="a.b", entity="gone", entity_id=uuid7())
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await change_and_fail()
    assert await rows(database, "gone") == []
