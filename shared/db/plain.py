"""A transaction on the driver's own connection, for the deeds that run most often.

From a session to one statement and its commit SQLAlchemy takes 0.6 ms of the processor, asyncpg 0.15 (POST
/v1/responses, 2 cores). A transaction is either SQLAlchemy's or the driver's: two connections would be two
transactions, so whoever mixes them is refused.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import asyncpg
from sqlalchemy import Connection, PoolProxiedConnection, event
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession
from sqlalchemy.orm import Session, SessionTransaction

from shared.db import statements
from shared.db.session import ServiceSession

_HELD = "plain_transaction"
_IN_USE = "sqlalchemy_has_begun"


async def fetch(session: AsyncSession, statement: str, *parameters: Any) -> Sequence[Any]:
    """The rows that a statement with `$1` answers, in the session's transaction.

    It begins that transaction on the driver's connection, unless SQLAlchemy has begun it already.
    Raises the driver's errors as they are.
    """
    sync = session.sync_session
    if sync.info.get(_IN_USE):
        return await statements.fetch(session, statement, *parameters)
    held = of(session) or await _begin(session)
    rows: Sequence[Any] = await held.driver.fetch(statement, *parameters)
    return rows


@dataclass(slots=True)
class Plain:
    """The driver's connection, out of SQLAlchemy's pool, in a transaction."""

    driver: asyncpg.Connection
    _pooled: PoolProxiedConnection

    async def commit(self) -> None:
        """Keep what was done, and give the connection back. Raises where PostgreSQL rolled back instead."""
        if await self.driver.execute("COMMIT") != "COMMIT":
            raise RuntimeError("A statement of this transaction had failed, so that PostgreSQL rolled it back.")
        self._pooled.close()

    async def roll_back(self) -> None:
        """Undo what was done; a connection that cannot even do this is not used again."""
        try:
            if self.driver.is_in_transaction():
                await self.driver.execute("ROLLBACK")
            self._pooled.close()
        except BaseException:
            self._pooled.invalidate()
            raise


def of(session: AsyncSession) -> Plain | None:
    """The driver's connection that the session's transaction runs on, if it does."""
    held: Plain | None = session.sync_session.info.get(_HELD)
    return held


def let_go(session: AsyncSession) -> Plain | None:
    """The same, and the session knows of it no more: whoever asks commits it or rolls it back."""
    held: Plain | None = session.sync_session.info.pop(_HELD, None)
    return held


async def leave(session: AsyncSession) -> None:
    """Roll back what was done on the driver's connection, so that SQLAlchemy may begin anew."""
    if held := let_go(session):
        await held.roll_back()


async def _begin(session: AsyncSession) -> Plain:
    assert isinstance(session.bind, AsyncEngine)
    pooled = await session.bind.raw_connection()
    while (driver := pooled.driver_connection) is None or driver.is_closed():
        pooled.invalidate()  # it was lost while nobody used it
        pooled = await session.bind.raw_connection()
    held = session.sync_session.info[_HELD] = Plain(driver, pooled)
    await driver.execute("BEGIN")
    return held


@event.listens_for(ServiceSession, "after_begin")
def _refuse_to_mix(session: Session, begun: SessionTransaction, connection: Connection) -> None:
    if _HELD in session.info:
        raise RuntimeError("This transaction runs on the driver's connection, which SQLAlchemy does not see.")
    session.info[_IN_USE] = True


@event.listens_for(ServiceSession, "after_transaction_end")
def _forget(session: Session, ended: SessionTransaction) -> None:
    if ended.parent is None:
        session.info.pop(_IN_USE, None)
