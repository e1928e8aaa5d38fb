"""Every exception that a request can end with, as the problem that the caller reads.

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
import structlog
from fastapi import Response
from fastapi.exceptions import RequestValidationError
from pydantic_core import to_json
from sqlalchemy.exc import DBAPIError, PendingRollbackError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.orm.exc import StaleDataError
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.types import Scope

from shared.events.transient import is_transient
from shared.http import paths
from shared.http.errors import (
    PROBLEM_JSON,
    Conflict,
    InternalError,
    Invalid,
    MethodNotAllowed,
    NotFound,
    NotModified,
    Problem,
    TooLarge,
    Unavailable,
    Unreadable,
    VersionConflict,
)
from shared.http.invalid import places

RETRY_AFTER = 1  # seconds
CLIENT_CLOSED = 499  # logged only; nobody is there to read it

CONFLICTS = frozenset({"23505", "23P01", "23503", "23001"})
"""Unique, exclusion, foreign key, restrict."""

CHECK_VIOLATION = "23514"
DATA_CLASS = "22"  # value out of range, too long, not representable

log = structlog.get_logger("http")


def answer(error: Exception, scope: Scope) -> Response:
    """The answer to a request that ended with this error."""
    if isinstance(error, NotModified):
        return Response(status_code=304, headers={"etag": error.etag})
    problem = problem_of(error, scope)
    if problem.status >= 500 or not isinstance(error, Problem | HTTPException | RequestValidationError):
        _tell_operator(error, problem)
    return respond(problem, scope)


def respond(problem: Problem, scope: Scope) -> Response:
    """A problem as application/problem+json."""
    body = problem.body(instance=scope["path"], request_id=scope["state"]["request_id"])
    return Response(
        content=to_json(body),
        status_code=problem.status,
        headers=problem.headers,
        media_type=PROBLEM_JSON,
    )


def problem_of(error: Exception, scope: Scope) -> Problem:
    """Which problem an exception is to the caller."""
    if isinstance(error, Problem):
        return error
    if isinstance(error, RequestValidationError):
        return Invalid(errors=places(error.errors()))
    if isinstance(error, HTTPException):
        return _framework_problem(error, scope)
    if isinstance(error, StaleDataError):
        return VersionConflict()
    if isinstance(error, DBAPIError | asyncpg.PostgresError | asyncpg.InterfaceError):
        return _database_problem(error)
    if isinstance(error, PendingRollbackError | PoolTimeout | OSError | TimeoutError):
        return Unavailable(retry_after=RETRY_AFTER)
    return InternalError()


def _framework_problem(error: HTTPException, scope: Scope) -> Problem:
    if error.status_code == 404:
        return NotFound()
    if error.status_code == 405:
        return MethodNotAllowed(headers={"Allow": ", ".join(_methods(scope))})
    if error.status_code == 413:
        return TooLarge()
    if error.status_code >= 500:
        return InternalError()
    return Unreadable()


def _methods(scope: Scope) -> list[str]:
    """Every method of the resource, not only those of the first route that has it, as the framework would say.

    `/v1/metrics/recompute` is no metric: where a path fits several templates, the one with the fewest parameters
    is meant.
    """
    path = paths.inside(scope)
    fitting: dict[str, set[str]] = {}
    for route in scope["app"].router.routes:
        pattern = getattr(route, "path_regex", None)
        if pattern is not None and pattern.match(path):
            fitting.setdefault(route.path, set()).update(getattr(route, "methods", None) or ())
    return sorted(fitting[min(fitting, key=lambda template: template.count("{"))]) if fitting else []


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


def _constraint(error: BaseException) -> str | None:
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


def _tell_operator(error: Exception, problem: Problem) -> None:
    if isinstance(error, ClientDisconnect):
        return
    if problem.status >= 500 and not isinstance(problem, Unavailable):
        log.error("request.failed", exc_info=error)
    else:
        log.warning(
            "request.refused",
            code=problem.code,
            error=type(error).__name__,
            sqlstate=sqlstate(error),
            constraint=_constraint(error),
        )
