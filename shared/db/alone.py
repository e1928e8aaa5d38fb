"""A statement that is a whole transaction, for the deeds and the reads that run most often.

From a session to one statement and its commit SQLAlchemy takes 0.6 ms of the processor and three round trips,
the driver alone 0.1 ms and one (POST /v1/responses, 2 cores).
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, event
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session, SessionTransaction

from shared.db import pending, statements
from shared.db.session import ServiceSession
from shared.ops.crash import crash_here

_BEGUN = "sqlalchemy_has_begun"
_DONE = "done_by_one_statement"
_ONLY_READS = "only_reads"


class AlreadyDone(RuntimeError):
    """This session's transaction was one statement, which is committed; nothing can be added to it."""


def only_read(session: AsyncSession) -> None:
    """From now on this session writes nothing: PostgreSQL refuses it."""
    session.sync_session.info[_ONLY_READS] = True


async def fetch(session: AsyncSession, statement: str, *parameters: Any) -> Sequence[Any]:
    """The rows that a statement with `$1` answers, which is all that the session's transaction does.

    Call it last: when it answers rows, they are committed, with the facts that it stores (`outbox.storing`), even if
    the endpoint should fail afterwards. When it answers none, it must have done nothing. Where the transaction has
    begun already, as under an Idempotency-Key, or something waits for its commit, it is a statement like any other.
    Raises the driver's errors.
    """
    info = session.sync_session.info
    if info.get(_BEGUN) or info.get(_ONLY_READS) or pending.anything(session.sync_session):
        return await statements.fetch(session, statement, *parameters)
    crash_here("before_commit")
    rows: Sequence[Any] = await info["database"].fetch(statement, *parameters)
    if rows:
        info[_DONE] = True
    return rows


async def read(session: AsyncSession, statement: str, *parameters: Any) -> Sequence[Any]:
    """The rows of a statement that only reads, by column: in the session's transaction if it has begun, or without one.

    A request that reads by nothing else has no BEGIN and no COMMIT, and each of its statements sees what was committed
    before it, as it would in a transaction. Raises the driver's errors.
    """
    info = session.sync_session.info
    if info.get(_BEGUN):
        found = await statements.fetch(session, statement, *parameters)
        return [getattr(row, "_mapping", row) for row in found]  # the first may have gone through SQLAlchemy
    rows: Sequence[Any] = await info["database"].fetch(statement, *parameters)
    return rows


async def read_apart(
    session: AsyncSession, statement: str, *parameters: Any, planned_anew: bool = True
) -> Sequence[Any]:
    """The same, but never in the session's transaction: it may be cancelled, and the transaction goes on.

    It is planned for its parameters each time, if nothing else is said: what is so dear that it is cancelled depends
    on them.
    """
    database = session.sync_session.info["database"]
    rows: Sequence[Any] = await database.fetch(statement, *parameters, planned_anew=planned_anew)
    return rows


def is_done(session: AsyncSession) -> bool:
    """Was the session's transaction one statement, which is committed?"""
    return _DONE in session.sync_session.info


@event.listens_for(ServiceSession, "after_begin")
def _begin(session: Session, begun: SessionTransaction, connection: Connection) -> None:
    if _DONE in session.info:
        raise AlreadyDone
    session.info[_BEGUN] = True
    if _ONLY_READS in session.info:
        connection.exec_driver_sql("SET TRANSACTION READ ONLY")


@event.listens_for(ServiceSession, "after_transaction_end")
def _end(session: Session, ended: SessionTransaction) -> None:
    if ended.parent is None:
        session.info.pop(_BEGUN, None)
        session.info.pop(_DONE, None)
