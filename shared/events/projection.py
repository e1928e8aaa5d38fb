"""Mirrors of other services' rows: the newest fact of a subject wins, in whatever order facts come."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import SQLModel

from shared.db.statements import fetch
from shared.events.writing import as_json, inserting


async def keep_newest(
    session: AsyncSession,
    model: type[SQLModel],
    rows: Sequence[dict[str, Any]],
    *,
    key: tuple[str, ...],
    sequence: str = "sequence",
) -> None:
    """Insert or overwrite the rows whose `sequence` is newer than the one that is held.

    key: the columns of a unique constraint. Of several rows of one key in `rows` the newest is taken.
    Rows are touched in key order, so that writers side by side do not deadlock.
    Columns that `rows` does not name stay as they are.
    """
    newest: dict[tuple[Any, ...], dict[str, Any]] = {}
    for row in rows:
        place = tuple(row[column] for column in key)
        if place not in newest or newest[place][sequence] < row[sequence]:
            newest[place] = row
    if not newest:
        return
    ordered = [newest[place] for place in sorted(newest, key=str)]
    await fetch(session, _keeping(model, tuple(ordered[0]), key, sequence), as_json(ordered))


@cache
def _keeping(model: type[SQLModel], columns: tuple[str, ...], key: tuple[str, ...], sequence: str) -> str:
    """The statement that keeps a set of rows of any size, so that it is prepared once."""
    given = ", ".join(f"{name} = excluded.{name}" for name in columns if name not in key)
    held = f"{model.__tablename__}.{sequence}"
    return (
        f"{inserting(model, columns, 1)} ON CONFLICT ({', '.join(key)}) DO UPDATE SET {given}"
        f" WHERE {held} IS NULL OR {held} < excluded.{sequence} RETURNING 1"
    )
