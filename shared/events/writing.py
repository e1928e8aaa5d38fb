"""Writing the rows of several tables, and the facts that were told, in one statement.

A set of rows is one parameter, a JSON array: so a statement is the same for a set of any size, and is prepared
once; a list of VALUES would be another statement for each.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache
from typing import Any

from pydantic_core import PydanticUndefined, to_json
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session
from sqlmodel import SQLModel

from shared.db import pending
from shared.db.statements import fetch
from shared.events import outbox

Rows = Sequence[Mapping[str, Any]]
"""Rows of one table, by column, all with the same columns; what they leave out takes the database's default."""


async def write(
    session: AsyncSession, rows: Mapping[type[SQLModel], Rows], *, unless_there: Collection[type[SQLModel]] = ()
) -> None:
    """Insert rows, by table, and store what waits for the commit with them.

    unless_there: tables of which a row that breaks a unique constraint is left out.
    What waits around this savepoint is stored later: the facts here must be their subjects' first.
    """
    if any(rows.values()):
        some, told = _with_what_waits(session.sync_session, rows)
        await fetch(session, _statement(_shapes(some, unless_there)), *map(as_json, some.values()), *told)


async def write_and_read(
    session: AsyncSession,
    rows: Mapping[type[SQLModel], Rows],
    reading: Callable[[int], str],
    *parameters: Any,
) -> Sequence[Any]:
    """Insert rows as `write` does, and answer what a query reads beside it, which is as it was before.

    reading: the query, made for the number of its first parameter.
    """
    some, told = _with_what_waits(session.sync_session, rows)
    statement = _statement_that_reads(_shapes(some), reading)
    return await fetch(session, statement, *map(as_json, some.values()), *told, *parameters)


def write_later(session: AsyncSession, model: type[SQLModel], rows: Rows) -> None:
    """Insert rows with the transaction's facts, by its last statement: rows that nothing in it reads again.

    What they refer to is there by then; those of one table have the same columns each time.
    """
    if rows:
        pending.of(session.sync_session).rows.setdefault(model, []).extend(rows)


def store_what_waits(session: Session) -> int:
    """Insert what waits, as the transaction's last statement before its commit; answers how many facts it told.

    Application code never calls this: `transaction` does.
    """
    store_what_waits_here(session)
    return outbox.take_count(session)


def store_what_waits_here(session: Session) -> None:
    """Insert what waits in the open savepoint, so that what a table refuses is refused inside it."""
    if pending.of(session):
        some, told = _with_what_waits(session, {})
        session.connection().exec_driver_sql(_statement(_shapes(some)), (*map(as_json, some.values()), *told))


def _with_what_waits(
    session: Session, rows: Mapping[type[SQLModel], Rows]
) -> tuple[dict[type[SQLModel], Rows], tuple[Any, ...]]:
    """These rows and those that wait, by table, and the facts as parameters; all of it waits no more."""
    waiting = pending.of(session).take_rows()
    together = {model: [*rows.get(model, ()), *waiting.get(model, ())] for model in {**rows, **waiting}}
    return {model: each for model, each in together.items() if each}, outbox.hand_over(session)


def inserting(model: type[SQLModel], columns: tuple[str, ...], parameter: int) -> str:
    """The statement that inserts a set of rows, in their order; the parameter with this number is `as_json` of it."""
    table, named = model.__tablename__, ", ".join(map('"{}"'.format, columns))
    return (
        f"INSERT INTO {table} ({named})"  # noqa: S608 - our own words
        f" SELECT {named} FROM jsonb_populate_recordset(NULL::{table}, ${parameter}::jsonb)"
    )


def blank(model: type[SQLModel]) -> dict[str, Any]:
    """The columns that a new row has by its model's defaults."""
    return {name: field.default for name, field in model.model_fields.items() if field.default is not PydanticUndefined}


def as_json(rows: Rows) -> str:
    """A set of rows as a parameter."""
    return to_json(rows).decode()


_Shapes = tuple[tuple[type[SQLModel], tuple[str, ...], bool], ...]
"""Of each table its columns, and whether rows that are there are left out."""


def _shapes(some: Mapping[type[SQLModel], Rows], unless_there: Collection[type[SQLModel]] = ()) -> _Shapes:
    return tuple((model, tuple(each[0]), model in unless_there) for model, each in some.items())


@cache
def _statement(shapes: _Shapes) -> str:
    parts = f"WITH {', '.join(_parts(shapes))}" if shapes else ""
    return f"{parts} {outbox.storing(len(shapes) + 1)}"


@cache
def _statement_that_reads(shapes: _Shapes, reading: Callable[[int], str]) -> str:
    first = len(shapes) + 1
    parts = [*_parts(shapes), f"told AS ({outbox.storing(first)})"]
    return f"WITH {', '.join(parts)} SELECT * FROM ({reading(first + outbox.PARAMETERS)}) AS found"  # noqa: S608


def _parts(shapes: _Shapes) -> list[str]:
    return [
        f"part_{place} AS ({inserting(model, columns, place)}{' ON CONFLICT DO NOTHING' if lenient else ''})"
        for place, (model, columns, lenient) in enumerate(shapes, start=1)
    ]
