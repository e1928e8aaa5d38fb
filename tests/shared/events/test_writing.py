"""Rows of several tables and what was told of them, in one statement."""

import contextlib
from datetime import UTC, datetime
from typing import Any

import pytest
from asyncpg import UniqueViolationError
from sqlalchemy import event
from sqlalchemy.exc import IntegrityError

from shared.db.session import Database
from shared.events import writing
from shared.events.outbox import tell
from shared.events.tables import DeadLetter, InboxRow
from shared.events.transaction import transaction
from shared.ids import uuid7
from tests.shared.events.conftest import answer, cause, rows, with_tables

AT = datetime(2026, 11, 23, 10, 15, 0, 123456, UTC)


class Broken(Exception):
    """What a test raises."""


@pytest.fixture
async def database(new_database: Any) -> Database:
    return await with_tables(new_database("feedback"))


def letter(**changes: Any) -> dict[str, Any]:
    return {
        **writing.blank(DeadLetter),
        "id": uuid7(),
        "topic": "ticketing-events",
        "partition": 0,
        "offset": 2**40,
        "headers": [["ce_type", "über“ \\ \n"]],
        "error": "Refused",
        "received_at": AT,
        **changes,
    }


async def test_all_is_written_and_told_by_one_statement(database: Database) -> None:
    seen: list[str] = []
    event.listen(database.engine.sync_engine, "before_cursor_execute", lambda *given: seen.append(given[2]))
    letters = [letter(), letter(event_id=uuid7(), headers=[])]
    async with transaction(database) as session:
        tell(session, answer(score=1), cause(), trace_id=uuid7())
        await writing.write(session, {DeadLetter: letters, InboxRow: [{"event_id": uuid7()}]})
        tell(session, answer(score=2), cause(), trace_id=uuid7())
    assert len(seen) == 2  # the other stores what was told later
    stored = await rows(database, "SELECT * FROM dead_letter ORDER BY id")
    assert [{name: getattr(row, name) for name in letters[0]} for row in stored] == letters
    assert len(await rows(database, "SELECT event_id FROM inbox WHERE received_at IS NOT NULL")) == 1
    assert len(await rows(database, "SELECT id FROM outbox")) == 2


async def test_a_row_that_is_there_is_left_out_where_that_is_said(database: Database) -> None:
    known = {"event_id": uuid7()}
    async with transaction(database) as session:
        await writing.write(session, {InboxRow: [known]})
    async with transaction(database) as session:
        await writing.write(session, {InboxRow: [known, {"event_id": uuid7()}]}, unless_there={InboxRow})
    assert len(await rows(database, "SELECT event_id FROM inbox")) == 2
    with contextlib.suppress(IntegrityError, UniqueViolationError):
        async with transaction(database) as session:
            tell(session, answer(), cause(), trace_id=uuid7())
            await writing.write(session, {InboxRow: [{"event_id": uuid7()}, known]})
    assert len(await rows(database, "SELECT event_id FROM inbox")) == 2
    assert await rows(database, "SELECT id FROM outbox") == []


async def test_without_rows_nothing_is_written_and_what_was_told_is_kept(database: Database) -> None:
    async with transaction(database) as session:
        tell(session, answer(), cause(), trace_id=uuid7())
        await writing.write(session, {InboxRow: []})
    assert len(await rows(database, "SELECT id FROM outbox")) == 1


async def test_what_is_read_beside_it_is_as_it_was_before(database: Database) -> None:
    known, other = uuid7(), uuid7()
    async with transaction(database) as session:
        await writing.write(session, {InboxRow: [{"event_id": known}, {"event_id": other}]})
    async with transaction(database) as session:
        tell(session, answer(), cause(), trace_id=uuid7())
        found = await writing.write_and_read(session, {InboxRow: [{"event_id": uuid7()}]}, _inbox_without, other)
    assert [row.event_id for row in found] == [known]
    assert len(await rows(database, "SELECT event_id FROM inbox")) == 3
    assert len(await rows(database, "SELECT id FROM outbox")) == 1


async def test_what_is_told_is_stored_and_read_beside_though_there_are_no_rows(database: Database) -> None:
    async with transaction(database) as session:
        tell(session, answer(), cause(), trace_id=uuid7())
        assert await writing.write_and_read(session, {InboxRow: []}, _inbox_without, uuid7()) == []
    assert len(await rows(database, "SELECT id FROM outbox")) == 1


async def test_rows_that_can_wait_are_written_with_what_is_told(database: Database) -> None:
    seen: list[str] = []
    event.listen(database.engine.sync_engine, "before_cursor_execute", lambda *given: seen.append(given[2]))
    async with transaction(database) as session:
        writing.write_later(session, InboxRow, [{"event_id": uuid7()}])
        tell(session, answer(), cause(), trace_id=uuid7())
        writing.write_later(session, DeadLetter, [letter()])
        writing.write_later(session, InboxRow, [{"event_id": uuid7()}])
    assert len(seen) == 1
    assert await kept(database) == (2, 1, 1)


@pytest.mark.parametrize("with_letters", [True, False])
async def test_they_do_not_wait_for_longer_than_the_next_write(database: Database, with_letters: bool) -> None:
    seen: list[str] = []
    event.listen(database.engine.sync_engine, "before_cursor_execute", lambda *given: seen.append(given[2]))
    async with transaction(database) as session:
        writing.write_later(session, InboxRow, [{"event_id": uuid7()}])
        if with_letters:
            await writing.write(session, {DeadLetter: [letter()], InboxRow: [{"event_id": uuid7()}]})
        else:
            await writing.write_and_read(session, {InboxRow: [{"event_id": uuid7()}]}, _inbox_without, uuid7())
    assert len(seen) == 1
    assert await kept(database) == (2, int(with_letters), 0)


async def test_they_are_written_where_nothing_else_is_done(database: Database) -> None:
    async with transaction(database) as session:
        writing.write_later(session, InboxRow, [{"event_id": uuid7()}])
        writing.write_later(session, DeadLetter, [])
    assert await kept(database) == (1, 0, 0)


async def test_a_savepoint_that_is_rolled_back_drops_those_that_came_in_it(database: Database) -> None:
    first, dropped, inner, last = (uuid7() for _ in range(4))
    async with transaction(database) as session:
        writing.write_later(session, InboxRow, [{"event_id": first}])
        with contextlib.suppress(Broken):
            async with session.begin_nested():
                writing.write_later(session, InboxRow, [{"event_id": dropped}])
                raise Broken
        async with session.begin_nested():
            writing.write_later(session, InboxRow, [{"event_id": inner}])
        writing.write_later(session, InboxRow, [{"event_id": last}])
    stored = await rows(database, "SELECT event_id FROM inbox ORDER BY event_id")
    assert [row.event_id for row in stored] == [first, inner, last]


async def test_what_waited_for_a_transaction_that_was_rolled_back_is_dropped(database: Database) -> None:
    async with transaction(database) as session:
        await writing.write(session, {InboxRow: [{"event_id": uuid7()}]})
        writing.write_later(session, InboxRow, [{"event_id": uuid7()}])
        tell(session, answer(), cause(), trace_id=uuid7())
        await session.rollback()
        writing.write_later(session, DeadLetter, [letter()])
    assert await kept(database) == (0, 1, 0)


async def test_what_a_table_refuses_is_refused_inside_its_savepoint(database: Database) -> None:
    known = {"event_id": uuid7()}
    async with transaction(database) as session:
        await writing.write(session, {InboxRow: [known]})
    async with transaction(database) as session:
        with contextlib.suppress(IntegrityError):
            async with session.begin_nested():
                writing.write_later(session, InboxRow, [known])
                await session.run_sync(writing.store_what_waits_here)
                pytest.fail("it was not refused")
        writing.write_later(session, DeadLetter, [letter()])
    assert await kept(database) == (1, 1, 0)


async def kept(database: Database) -> tuple[int, ...]:
    """How many inbox rows, dead letters and facts there are."""
    return tuple([len(await rows(database, f"SELECT 1 FROM {table}")) for table in ("inbox", "dead_letter", "outbox")])


def _inbox_without(parameter: int) -> str:
    return f"SELECT event_id FROM inbox WHERE event_id <> ${parameter}"
