"""Everything that an API refuses, as RFC 9457 problems.

    Problem
    ├── Unreadable 400
    ├── Unauthorized 401
    ├── Forbidden 403
    ├── NotFound 404
    ├── MethodNotAllowed 405
    ├── TooSlow 408
    ├── Conflict 409
    │   ├── SourceConflict
    │   ├── VersionConflict
    │   └── RequestInFlight
    ├── Gone 410
    ├── PreconditionFailed 412
    ├── TooLarge 413
    ├── NotJson 415
    ├── Invalid 422
    │   └── IdempotencyKeyReused
    ├── TooManyRequests 429
    ├── InternalError 500
    └── Unavailable 503

A service adds its own below these: the class docstring's first line is the title that the caller reads,
`code` is what a program reads. Values that were sent never appear in a problem.
"""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar
from uuid import UUID

PROBLEM_JSON = "application/problem+json"

Place = dict[str, Any]
"""One refused place: {"loc": ["body", "score"], "msg": "...", "type": "..."}."""


class Problem(Exception):
    """The request was refused."""

    status: ClassVar[int] = 400
    code: ClassVar[str] = "refused"
    title: ClassVar[str] = "The request was refused."

    def __init_subclass__(cls) -> None:
        if cls.__dict__.get("__doc__"):
            cls.title = str(cls.__doc__).strip().splitlines()[0]

    def __init__(
        self,
        detail: str | None = None,
        *,
        errors: Sequence[Place] = (),
        allowed: Sequence[str] = (),
        conflicting_id: UUID | str | None = None,
        retry_after: int | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(detail or self.title)
        self.detail = detail
        self.errors = list(errors)
        self.allowed = list(allowed)
        self.conflicting_id = str(conflicting_id) if conflicting_id is not None else None
        self.headers = dict(headers or {})
        if retry_after is not None:
            self.headers["Retry-After"] = str(retry_after)

    def body(self, *, instance: str, request_id: str) -> dict[str, Any]:
        """The problem as contract.md gives it."""
        return {
            "type": f"/problems/{self.code}",
            "title": self.title,
            "status": self.status,
            "detail": self.detail,
            "instance": instance,
            "code": self.code,
            "request_id": request_id,
            "errors": self.errors,
            "allowed": self.allowed,
            "conflicting_id": self.conflicting_id,
        }


class Unreadable(Problem):
    """The body cannot be read."""

    status = 400
    code = "unreadable"


class Unauthorized(Problem):
    """A valid API key or token is needed."""

    status = 401
    code = "unauthorized"


class Forbidden(Problem):
    """The key or token does not allow this."""

    status = 403
    code = "forbidden"


class NotFound(Problem):
    """There is nothing under this address."""

    status = 404
    code = "not_found"


class MethodNotAllowed(Problem):
    """The address does not take this method."""

    status = 405
    code = "method_not_allowed"


class TooSlow(Problem):
    """The body did not arrive in time."""

    status = 408
    code = "too_slow"


class Conflict(Problem):
    """The request conflicts with what is there."""

    status = 409
    code = "conflict"


class SourceConflict(Conflict):
    """Something else was stored under this source and source_id."""

    code = "source_conflict"


class VersionConflict(Conflict):
    """It was changed by another request in the meantime."""

    code = "version_conflict"


class RequestInFlight(Conflict):
    """A request with this Idempotency-Key is still being answered."""

    code = "request_in_flight"


class Gone(Problem):
    """What was asked for is not kept any more."""

    status = 410
    code = "gone"


class PreconditionFailed(Problem):
    """It is not in the version that If-Match names."""

    status = 412
    code = "precondition_failed"


class TooLarge(Problem):
    """The body is too large."""

    status = 413
    code = "too_large"


class NotJson(Problem):
    """The body must be JSON."""

    status = 415
    code = "not_json"


class Invalid(Problem):
    """The request is not valid."""

    status = 422
    code = "invalid"


class IdempotencyKeyReused(Invalid):
    """This Idempotency-Key was used for another request."""

    code = "idempotency_key_reused"


class TooManyRequests(Problem):
    """More requests came than one caller may send."""

    status = 429
    code = "too_many_requests"


class InternalError(Problem):
    """Something went wrong on our side."""

    status = 500
    code = "internal_error"


class Unavailable(Problem):
    """The service cannot answer right now."""

    status = 503
    code = "unavailable"


class NotModified(Exception):  # no Problem: it refuses nothing
    """The caller has this version already (304)."""

    def __init__(self, etag: str) -> None:
        super().__init__(etag)
        self.etag = etag


def place(*loc: str | int, msg: str, code: str) -> Place:
    """One entry of `errors`: where, what is wrong in plain words, and as a code."""
    return {"loc": list(loc), "msg": msg, "type": code}
