"""Statements as asyncpg takes them, with `$1` and arrays: for what runs so often that the ORM's share of it counts."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session


async def fetch(session: AsyncSession, statement: str, *parameters: Any) -> Sequence[Row[Any]]:
    """The rows that a statement answers. It does not write pending changes of the ORM first."""
    return await session.run_sync(_fetch, statement, parameters)


def _fetch(session: Session, statement: str, parameters: tuple[Any, ...]) -> Sequence[Row[Any]]:
    return session.connection().exec_driver_sql(statement, parameters).all()
