"""Wires a service's API. A service's app.py is one call of `create_app`."""

from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from typing import Any

from fastapi import APIRouter, FastAPI, Request, Response

from shared.db.session import Database
from shared.events.handlers import Handlers
from shared.features.access.verifying import Keys
from shared.http import asyncapi, docs, openapi, paths, tokens
from shared.http.asyncapi import document
from shared.http.authentication import Authentication
from shared.http.backlog import Backlog
from shared.http.rate_limit import RateLimit
from shared.http.requests import RequestScope
from shared.http.routes import Route, Router
from shared.http.signatures import Signed
from shared.ops import health, tracing
from shared.ops.clock import Clock, system_clock
from shared.ops.health import Health, Part
from shared.ops.metrics import Metrics
from shared.ops.settings import ServiceSettings


def create_app(
    *,
    name: str,
    title: str,
    description: str,
    settings: ServiceSettings,
    database: Database,
    routers: Sequence[APIRouter],
    handlers: Handlers | None = None,
    parts: Iterable[Part] = (),
    signed: Signed | None = None,
    clock: Clock = system_clock,
    metrics: Metrics | None = None,
) -> FastAPI:
    """The API of a service.

    handlers: the service's handler table: what it hears, as /asyncapi.json says.
    parts: what it needs to be ready besides its database, as in `health.migrated(database, head)`.
    signed: where a signature stands for a key.
    clock: read once for each request. metrics: the process'; new ones by default.
    The database is closed when the app ends.
    """
    app = FastAPI(
        title=title,
        description=description,
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        redirect_slashes=False,
        telemetry={
            "tracing": tracing.switched_on(),
            "metrics": False,
            "logs": False,
            "operation_spans": False,
            "auto_configure": False,
        },
        lifespan=_lifespan,
    )
    secret_key = settings.secret_key.get_secret_value()
    verifier, close_verifier = tokens.of(settings)
    state = app.state
    state.name = name
    state.settings = settings
    state.secret_key = secret_key
    state.database = database
    state.clock = clock
    state.metrics = metrics or Metrics(name)
    state.health = Health([health.database_answers(database), *parts])
    state.keys = Keys(database, secret_key=secret_key, clock=lambda: state.clock())
    state.backlog = Backlog(database, rows=settings.outbox_limit, seconds=settings.outbox_limit_seconds)
    state.tokens = verifier
    state.close_verifier = close_verifier
    state.limit = RateLimit(settings.rate_limit)

    # All that lies around the routes. FastAPI's own stack would put six more layers there, of which none is needed:
    # RequestScope answers every error, and no route of ours keeps files or exit stacks.
    app.middleware_stack = RequestScope(
        Authentication(app.router, keys=state.keys, tokens=verifier, limit=state.limit, signed=signed),
        traced=tracing.switched_on(),
        root_path=settings.root_path,
    )
    tags = _take(app, routers)
    _answer_health(app)
    docs.install(app)

    def describe() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = openapi.describe(title=title, description=description, routes=app.routes, tags=tags)
        return app.openapi_schema

    def describe_facts() -> dict[str, Any]:
        return document.describe(
            name,
            title=title,
            description=description,
            handlers=handlers or Handlers({}),
            partitions=settings.kafka_partitions,
            replicas=settings.kafka_replication_factor,
        )

    asyncapi.install(app, describe_facts)
    app.openapi = describe  # type: ignore[method-assign]
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    yield
    app.state.health.draining = True
    await app.state.keys.close()
    await app.state.close_verifier()
    await app.state.database.close()


def _take(app: FastAPI, routers: Sequence[APIRouter]) -> dict[str, str]:
    """Put the routes into the app as they are; answers the tags' descriptions.

    `include_router` would build each of them a second time, and match every request twice.
    """
    tags: dict[str, str] = {}
    for router in routers:
        for route in router.routes:
            if not isinstance(route, Route):
                raise TypeError(f"{route} was not made by shared.http.routes.Router.")
            app.router.routes.append(route)
        if isinstance(router, Router):
            tags |= {str(tag): router.about or "" for tag in router.tags if str(tag) not in tags}
    ours = [route for route in app.router.routes if isinstance(route, Route)]
    fixed = frozenset(route.path for route in ours if "{" not in route.path)
    for route in ours:
        route.fixed_paths = fixed
    return tags


def _answer_health(app: FastAPI) -> None:
    async def answer(request: Request) -> Response:
        status, kind, body = await health.answer(paths.inside(request.scope), app.state.health)
        return Response(body, status_code=status, media_type=kind)

    for path in ("/healthz", "/readyz"):
        app.add_route(path, answer, include_in_schema=False)
