"""Which problem it is to the caller that a deed ended with an exception.

What the database says is never passed on: its DETAIL prints the row. What happened twice or against a
rule that the service did not check itself is told by its class alone:

    unique, exclusion, foreign key            409 conflict
    CHECK, value out of range, too long       422 invalid
    changed by another request (StaleData)    409 version_conflict
    serialization failure, deadlock           503, Retry-After 1: nothing was done, the same request will do
    no connection, connection lost, timeouts  503, Retry-After 1
    a statement planned before a migration    503, Retry-After 1: the next one is planned anew
    all else                                  500
"""

from collections.abc import Iterator
from typing import Any

import asyncpg
from sqlalchemy.exc import DBAPIError, PendingRollbackError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.orm.exc import StaleDataError

from shared.events.transient import is_transient
from shared.http.errors import Conflict, InternalError, Invalid, Problem, Unavailable, VersionConflict

RETRY_AFTER = 1  # seconds

CONFLICTS = frozenset({"23505", "23P01", "23503", "23001"})
"""Unique, exclusion, foreign key, restrict."""

CHECK_VIOLATION = "23514"
DATA_CLASS = "22"  # value out of range, too long, not representable


def problem_of(error: Exception) -> Problem:
    """The problem that an exception is; one that nobody foresaw is an InternalError."""
    if isinstance(error, Problem):
        return error
    if isinstance(error, StaleDataError):
        return VersionConflict()
    if isinstance(error, DBAPIError | asyncpg.PostgresError | asyncpg.InterfaceError):
        return _database_problem(error)
    if isinstance(error, PendingRollbackError | PoolTimeout | OSError | TimeoutError):
        return Unavailable(retry_after=RETRY_AFTER)
    return InternalError()


def _database_problem(error: Exception) -> Problem:
    state = sqlstate(error)
    if state in CONFLICTS:
        return Conflict()
    if state == CHECK_VIOLATION or (state or "").startswith(DATA_CLASS) or _refused_by_driver(error):
        return Invalid()
    if is_transient(error):
        return Unavailable(retry_after=RETRY_AFTER)
    return InternalError()


def sqlstate(error: BaseException) -> str | None:
    """PostgreSQL's code of an error, where it is one of PostgreSQL's."""
    return next((str(link.sqlstate) for link in _chain(error) if getattr(link, "sqlstate", None)), None)


def constraint(error: BaseException) -> str | None:
    """The name of the constraint that it violates, where it violates one."""
    names = (getattr(link, "constraint_name", None) for link in _chain(error))
    return next((str(name) for name in names if name), None)


def _refused_by_driver(error: BaseException) -> bool:
    """Did asyncpg itself refuse a value before it was sent (an integer or a time out of range)?"""
    return any(isinstance(link, asyncpg.DataError) for link in _chain(error))


def _chain(error: BaseException) -> Iterator[Any]:
    link: BaseException | None = error
    while link is not None:
        yield link
        link = (link.orig if isinstance(link, DBAPIError) else None) or link.__cause__
