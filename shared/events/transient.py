"""Which errors pass by themselves: they are tried again and never make a dead letter."""

import asyncio

import asyncpg
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

TRANSIENT_CLASSES = ("08", "40", "53", "57")
"""SQLSTATE classes: connection, rollback by the server (serialization, deadlock), resources, intervention."""

TRANSIENT_STATES = ("25P03", "25P04", "55P03", "55006")
"""Idle and transaction timeouts, lock not available, object in use."""


def is_transient(error: BaseException | None) -> bool:
    """Whether the same deed may succeed later, unchanged: the database or the process was not there for it."""
    while error is not None:
        if isinstance(error, OSError | PoolTimeout | asyncio.CancelledError | asyncpg.InvalidCachedStatementError):
            return True
        if isinstance(error, asyncpg.InterfaceError) and _connection_closed(error):
            return True
        state = getattr(error, "sqlstate", None)
        if isinstance(state, str) and (state[:2] in TRANSIENT_CLASSES or state in TRANSIENT_STATES):
            return True
        if isinstance(error, DBAPIError):
            if error.connection_invalidated:
                return True
            error = error.orig or error.__cause__
        else:
            error = error.__cause__
    return False


def _connection_closed(error: asyncpg.InterfaceError) -> bool:
    """asyncpg says with one class that a connection is closed and that an argument is wrong."""
    return not isinstance(error, ValueError) and "clos" in str(error)
