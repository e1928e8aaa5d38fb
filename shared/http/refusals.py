"""Every exception that a request can end with, as the answer that the caller reads."""

from collections.abc import Callable

import structlog
from fastapi import Response
from fastapi.exceptions import RequestValidationError
from pydantic_core import to_json
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.routing import Match
from starlette.types import Scope

from shared.http import problems
from shared.http.errors import (
    PROBLEM_JSON,
    InternalError,
    Invalid,
    MethodNotAllowed,
    NotFound,
    NotModified,
    Problem,
    TooLarge,
    Unavailable,
    Unreadable,
)
from shared.http.invalid import places

CLIENT_CLOSED = 499  # logged only; nobody is there to read it

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
    """A problem as application/problem+json, or as the page that a page's route has put in place of it."""
    page: Callable[[Problem], Response] | None = scope["state"].get("problem_page")
    if page is not None:
        return page(problem)
    body = problem.body(instance=scope["path"], request_id=scope["state"]["request_id"])
    return Response(
        content=to_json(body),
        status_code=problem.status,
        headers=problem.headers,
        media_type=PROBLEM_JSON,
    )


def problem_of(error: Exception, scope: Scope) -> Problem:
    """Which problem an exception is to the caller."""
    if isinstance(error, RequestValidationError):
        return Invalid(errors=places(error.errors()))
    if isinstance(error, HTTPException):
        return _framework_problem(error, scope)
    return problems.problem_of(error)


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
    """Every method of the path, not only those of the first route that has it, as the framework would say."""
    allowed: set[str] = set()
    for route in scope["app"].router.routes:
        if route.matches(scope)[0] is not Match.NONE:
            allowed |= getattr(route, "methods", None) or set()
    return sorted(allowed)


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
            sqlstate=problems.sqlstate(error),
            constraint=problems.constraint(error),
        )
