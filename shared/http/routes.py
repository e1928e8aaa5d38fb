"""The routes of an API. In this order: who may, the body, what must be asked of the network, one transaction,
Idempotency-Key, the endpoint.

The answer is made inside the transaction and sent after its commit, so that a 2xx is never sent for what
was not kept.
"""

import sys
from collections.abc import Awaitable, Callable
from functools import partial
from http import HTTPStatus
from typing import Any, TypeVar, get_args
from urllib.parse import parse_qsl

from fastapi import APIRouter, Request, Response
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute
from starlette.routing import Match
from starlette.types import Receive, Scope, Send

from shared.events.cause import Cause
from shared.events.outbox import refuse_facts
from shared.events.transaction import transaction
from shared.http import bodies, endpoints, fields, idempotency, paths, uploads
from shared.http.arguments import NO_BODY, Arguments
from shared.http.dependencies import Limit, Page, Upload
from shared.http.errors import Forbidden, Invalid, Unauthorized, place
from shared.http.principal import Principal

READING = frozenset({"GET", "HEAD"})
REPEATABLE = frozenset({"POST", "PATCH"})
LONGEST_NAME = 100  # characters of a parameter's name in a place

E = TypeVar("E", bound=Callable[..., Any])


def requires(scope: str) -> Callable[[E], E]:
    """Below a route's decorator: this scope instead of the router's.

    `@router.post("/{id}/approve")`
    `@requires("ticketing:compensations:approve")`
    """

    def mark(endpoint: E) -> E:
        endpoint.__dict__["required_scope"] = scope
        return endpoint

    return mark


AskedFirst = Callable[[Request, Any], Awaitable[None]]
"""What must be asked of the network: of the request and its body, which is JSON and not validated yet."""


def asks_first(check: AskedFirst) -> Callable[[E], E]:
    """Below a route's decorator: this is asked before the transaction begins, since none is open over a network."""

    def mark(endpoint: E) -> E:
        endpoint.__dict__["asked_first"] = check
        return endpoint

    return mark


def receives(receiving: uploads.Receiving) -> Callable[[E], E]:
    """Below a route's decorator: the body is kept by this before the transaction begins, and read by nobody else.

    The endpoint finds what was kept in the request's state as `upload`, as `dependencies.Upload` does.
    """

    def mark(endpoint: E) -> E:
        endpoint.__dict__["receiving"] = receiving
        return endpoint

    return mark


class Route(APIRoute):
    """A route whose endpoint runs in one transaction, which commits before the answer is sent."""

    required_scope: str = ""
    asked_first: AskedFirst | None = None
    fixed_paths: frozenset[str] = frozenset()

    def __init__(self, path: str, endpoint: Callable[..., Any], **options: Any) -> None:
        self.given = endpoints.given_to(endpoint)
        status = int(options.get("status_code") or HTTPStatus.OK)
        super().__init__(path, endpoints.serving(endpoint, self.given, status), **options)
        self._arguments = Arguments(self.dependant)
        self._takes_body = self.body_field is not None
        self._has_parameters = "{" in self.path
        self._receiving: uploads.Receiving | None = getattr(
            endpoint, "receiving", uploads.ROWS if self.gives(Upload) else None
        )
        self._known = parameters(self.dependant)
        if self.gives(Page):
            self._known |= {"limit", "cursor"}
        elif self.gives(Limit):
            self._known |= {"limit"}

    def gives(self, kind: Any) -> bool:
        """Does the endpoint ask for this, as in `IfMatch`?"""
        return any(given is get_args(kind)[1] for given in self.given.values())

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request of this path, without the layers that FastAPI puts around its own handler."""
        if scope["method"] not in (self.methods or ()):
            await super().handle(scope, receive, send)  # 405
            return
        answer = await self._answer(Request(scope, receive))
        await answer(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        scope = request.scope
        state = scope["state"]
        principal = _permitted(state.get("principal"), self.required_scope)
        if scope["query_string"]:
            _check_query(scope, self._known)
        key = None
        if scope["method"] in REPEATABLE:
            key = idempotency.key_of(bodies.header(scope, b"idempotency-key"))
        raw, parsed = b"", NO_BODY
        if self._receiving is not None:
            return await self._answer_to_upload(request, principal, key, self._receiving)
        if self._takes_body or key is not None:
            raw = await bodies.read(scope, request.receive)
            if raw and self._takes_body:
                parsed = bodies.parse(raw, bodies.header(scope, b"content-type"))

        if self.asked_first is not None:
            await self.asked_first(request, parsed)
        return await self._in_one_transaction(request, principal, key, raw, parsed)

    async def _answer_to_upload(
        self, request: Request, principal: Principal, key: str | None, receiving: uploads.Receiving
    ) -> Response:
        """Answer a request whose body is kept only where something comes of it."""
        app = request.scope["app"].state
        upload = await receiving.receive(request.scope, request.receive, app)
        request.scope["state"]["upload"] = upload
        try:
            answer = await self._in_one_transaction(request, principal, key, upload.digest, NO_BODY)
        except Exception:
            await receiving.discard(app, upload)
            raise
        if idempotency.REPLAYED in answer.headers:
            await receiving.discard(app, upload)
        return answer

    async def _in_one_transaction(
        self, request: Request, principal: Principal, key: str | None, raw: bytes, parsed: Any
    ) -> Response:
        scope = request.scope
        state, app = scope["state"], scope["app"].state
        refusal = None if scope["method"] in READING else await app.backlog.refusal()
        cause = state["cause"] = Cause(
            id=f"request/{state['request_id']}",
            actor=principal.actor,
            at=app.clock(),
            staff_id=principal.staff_id,
            traceparent=state["traceparent"],
        )
        held = fields.request_time.set(cause.at)
        try:
            async with transaction(app.database) as session:
                state["session"] = session
                if refusal is not None:
                    refuse_facts(session.sync_session, refusal)
                if key is None:
                    return await self._deed(request, parsed)
                attempt = idempotency.Attempt(
                    principal=principal.actor,
                    method=scope["method"],
                    path=paths.inside(scope),
                    key=key,
                    digest=idempotency.digest(scope["query_string"], raw, None if parsed is NO_BODY else parsed),
                )
                return await idempotency.once(session, attempt, partial(self._deed, request, parsed))
        finally:
            fields.request_time.reset(held)

    async def _deed(self, request: Request, body: Any) -> Response:
        answer: Response = await self.endpoint(request=request, **self._arguments.of(request, body))
        return answer

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """As the framework does, but `/v1/tickets/bulk` is never the ticket of that id: other methods are a 405."""
        match, child = super().matches(scope)
        if match is not Match.NONE and self._has_parameters and paths.inside(scope) in self.fixed_paths:
            return Match.NONE, {}
        return match, child


class Router(APIRouter):
    """The routes of one resource. `scope` is the resource's, as in `ticketing:tickets`.

    GET needs `<scope>:read`, every other method `<scope>:write`; `requires` says otherwise for one route.
    The function's name is the operation's id. `about` describes the tag in the documentation; without it
    the routes' module docstring does.
    """

    def __init__(
        self, *, scope: str, prefix: str = "", tags: list[str] | None = None, about: str | None = None
    ) -> None:
        super().__init__(prefix=prefix, tags=list(tags or []), route_class=Route, redirect_slashes=False)
        self.scope = scope
        self.about = about

    def add_api_route(self, path: str, endpoint: Callable[..., Any], **options: Any) -> None:
        """Add one route; the decorators call this."""
        options["operation_id"] = options.get("operation_id") or endpoint.__name__
        super().add_api_route(path, endpoint, **options)
        route = self.routes[-1]
        if isinstance(route, Route):
            kind = "read" if (route.methods or set()) <= READING else "write"
            route.required_scope = getattr(endpoint, "required_scope", f"{self.scope}:{kind}")
            route.asked_first = getattr(endpoint, "asked_first", None)
        if self.about is None:
            self.about = (sys.modules[endpoint.__module__].__doc__ or "").partition("\n")[0] or None


def parameters(dependant: Dependant) -> frozenset[str]:
    """The names of the query parameters that an endpoint takes."""
    names: set[str] = set()
    for field in dependant.query_params:
        model_fields = getattr(field.field_info.annotation, "model_fields", None)
        if model_fields is None:
            names.add(field.alias)
        else:
            names |= {part.alias or name for name, part in model_fields.items()}
    return frozenset(names)


def _permitted(principal: Principal | None, needed: str) -> Principal:
    if principal is None:
        raise Unauthorized
    if not principal.may(needed):
        raise Forbidden(f"The scope {needed} is needed.")
    return principal


def _check_query(scope: Scope, known: frozenset[str]) -> None:
    """Refuse parameters that nobody would read, and texts that nobody could store."""
    places = []
    for name, value in parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True):
        shown = name[:LONGEST_NAME].replace("\x00", "?")
        if name not in known:
            places.append(place("query", shown, msg="There is no such parameter", code="extra_forbidden"))
        elif "\x00" in value:
            places.append(place("query", name, msg="Text must not contain the NUL character", code="text_nul"))
    if places:
        raise Invalid(errors=places[: bodies.MOST_PLACES])
