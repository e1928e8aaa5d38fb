"""What surrounds every request: its id, its safe headers, its line in the log, its numbers, its last resort.

Plain ASGI, outermost: nothing that happens inside, the framework's own failures included, gets past it
without a request id and a problem.
"""

import re
from time import perf_counter
from typing import Any

import structlog
from opentelemetry import trace
from prometheus_client import Counter, Histogram
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from shared.http import paths, refusals
from shared.http.bodies import header
from shared.ids import uuid7
from shared.ops import tracing
from shared.ops.metrics import Metrics

SANE_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
TRACEPARENT = re.compile(r"00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}")
METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
QUIET = frozenset({"/healthz", "/readyz"})
NO_ROUTE = "(none)"

SAFE_HEADERS = [
    (b"x-content-type-options", b"nosniff"),
    (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'"),
    (b"referrer-policy", b"no-referrer"),
]
"""For answers to programs. A page sets others in `scope["state"]["safe_headers"]`."""

REVALIDATE = (b"cache-control", b"private, no-cache")  # ETag and If-None-Match save the rest
DO_NOT_KEEP = (b"cache-control", b"no-store")

log = structlog.get_logger("http")


class RequestScope:
    """Wraps the whole app."""

    def __init__(self, app: ASGIApp, *, traced: bool, root_path: str = "") -> None:
        self._app = app
        self._traced = traced
        self._root_path = root_path
        self._metrics: Metrics | None = None
        self._numbers: dict[tuple[str, str, int], tuple[Counter, Histogram]] = {}
        self._log: Any = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, whatever happens."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = perf_counter()
        if self._root_path and not scope.get("root_path"):
            scope["root_path"] = self._root_path
        state = scope.setdefault("state", {})
        request_id = state["request_id"] = _request_id(scope)
        state["traceparent"] = self._traceparent(scope)
        bound = structlog.contextvars.bind_contextvars(request_id=request_id)
        own_header = (b"x-request-id", request_id.encode())
        status = 0

        async def send_safely(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = message.setdefault("headers", [])
                headers.append(own_header)
                headers.extend(state.get("safe_headers", SAFE_HEADERS))
                headers.extend(state.get("limit_headers", ()))
                if not any(name == b"cache-control" for name, _ in headers):
                    reads = scope["method"] == "GET" and status < 400
                    headers.append(REVALIDATE if reads else DO_NOT_KEEP)
            await send(message)

        metrics = self._counting_in(scope["app"].state.metrics)
        metrics.http_requests_in_progress.inc()
        try:
            await self._app(scope, receive, send_safely)
        except ClientDisconnect:
            status = refusals.CLIENT_CLOSED
        except Exception as error:
            if status:  # the answer is on its way: only the connection can say that it is broken
                log.exception("request.broken_off")
                raise
            await refusals.answer(error, scope)(scope, receive, send_safely)
        finally:
            metrics.http_requests_in_progress.dec()
            self._tell(metrics, scope, status, perf_counter() - started)
            structlog.contextvars.reset_contextvars(**bound)

    def _traceparent(self, scope: Scope) -> str | None:
        if self._traced:
            # The path's template is enough: a query may name a person.
            trace.get_current_span().set_attribute("url.query", "")
            return tracing.current_traceparent()
        given = header(scope, b"traceparent")
        return given if given is not None and TRACEPARENT.fullmatch(given) else None

    def _counting_in(self, metrics: Metrics) -> Metrics:
        """The process' metrics, which it may set after the app was made."""
        if metrics is not self._metrics:
            self._metrics = metrics
            self._numbers.clear()
        return metrics

    def _tell(self, metrics: Metrics, scope: Scope, status: int, seconds: float) -> None:
        if paths.inside(scope) in QUIET:
            return
        template = getattr(scope.get("route"), "path_format", NO_ROUTE)
        method = scope["method"] if scope["method"] in METHODS else "OTHER"
        numbers = self._numbers.get((method, template, status))
        if numbers is None:
            numbers = self._numbers[method, template, status] = (
                metrics.http_requests_total.labels(method, template, str(status)),
                metrics.http_request_seconds.labels(method, template),
            )
        numbers[0].inc()
        numbers[1].observe(seconds)
        if self._log is None:  # bound once logging is configured, and then for good: binding costs as much
            self._log = log.bind()
        principal = scope["state"].get("principal")
        self._log.info(
            "request.answered",
            method=method,
            route=template,
            status=status,
            milliseconds=round(seconds * 1000, 2),
            actor=principal.actor if principal is not None else None,
        )


def _request_id(scope: Scope) -> str:
    given = header(scope, b"x-request-id")
    return given if given is not None and SANE_ID.fullmatch(given) else str(uuid7())
