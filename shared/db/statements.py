"""Statements as asyncpg takes them, with `$1` and arrays: for what runs so often that SQLAlchemy's share of it counts.

The first of a transaction or a savepoint goes through SQLAlchemy, which begins it; those that follow go to the
driver's connection, where each takes a third of the processor's time.
"""

from collections.abc import Sequence
from typing import Any

import asyncpg
from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session, SessionTransaction

from shared.db.session import ServiceSession

_DRIVER = "drivers_connection"


class _Record(asyncpg.Record):  # type: ignore[misc]
    """A row whose columns are attributes, as those of SQLAlchemy's are."""

    def __getattr__(self, name: str) -> Any:
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name) from None


async def fetch(session: AsyncSession, statement: str, *parameters: Any) -> Sequence[Any]:
    """The rows that a statement answers. It does not write pending changes of the ORM first."""
    begun, driver = session.sync_session.info.get(_DRIVER, (None, None))
    if driver is None or begun is not _innermost(session.sync_session):
        return await session.run_sync(_fetch_first, statement, parameters)
    rows: Sequence[Any] = await driver.fetch(statement, *parameters, record_class=_Record)
    return rows


async def flush(session: AsyncSession) -> None:
    """Write what the ORM holds back, if anything: `session.flush` costs 0.1 ms of the processor for nothing too."""
    if session.new or session.dirty or session.deleted:
        await session.flush()


def _fetch_first(session: Session, statement: str, parameters: tuple[Any, ...]) -> Sequence[Any]:
    connection = session.connection()
    result = connection.exec_driver_sql(statement, parameters)
    session.info[_DRIVER] = _innermost(session), connection.connection.driver_connection
    return result.all() if result.returns_rows else []


def _innermost(session: Session) -> SessionTransaction | None:
    return session.get_nested_transaction() or session.get_transaction()


@event.listens_for(ServiceSession, "after_transaction_end")
def _forget(session: Session, ended: SessionTransaction) -> None:
    if ended.parent is None:
        session.info.pop(_DRIVER, None)
