"""Mirrors of other services' rows: the newest fact of a subject wins, in whatever order facts come."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Table
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import SQLModel


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
    table: Table = model.__table__  # type: ignore[attr-defined]
    ordered = [newest[place] for place in sorted(newest, key=str)]
    statement = insert(table)
    given = {name: statement.excluded[name] for name in ordered[0] if name not in key}
    held = table.c[sequence]
    statement = statement.on_conflict_do_update(
        index_elements=[table.c[column] for column in key],
        set_=given,
        where=held.is_(None) | (held < statement.excluded[sequence]),
    )
    await session.execute(statement, ordered)
