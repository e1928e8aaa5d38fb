"""A walk over every route of every service: who may not ask is refused before anything else is looked at."""

import pytest
from fastapi.routing import iter_route_contexts

from shared.http.routes import Route
from shared.pages.routes import PageRoute
from tests.fixtures.services import ServiceUnderTest

ROUTES = {"ticketing": 180, "feedback": 126, "onboarding": 74, "analytics": 56}
"""How many operations each service has: a walk that sees fewer has walked past something."""

ASKING = (
    "/due",
    "/elapsed",
    "/simulate",
    "/sla-policies/preview",
    "/sla/replay",
    "/escalation-rules/01935f2e-7c00-7000-8000-000000000001/dry-run",
    "/programs/01935f2e-7c00-7000-8000-000000000001/dry-run",
    "/follow-up-rules/01935f2e-7c00-7000-8000-000000000001/dry-run",
)
"""How paths end under which a POST asks and changes nothing: they need to be read alone."""

PUBLIC = {"/healthz", "/readyz"}
BY_TOKEN = {"/r/{token}", "/embed/{token}", "/unsubscribe/{token}"}
"""Pages for whoever holds a token; tests/services/feedback/answering and invitations walk them."""
DOCUMENTATION = {"/docs", "/redoc", "/openapi.json", "/asyncapi", "/asyncapi.json", "/asyncapi.css"}
A_UUID = "01935f2e-7c00-7000-8000-000000000001"


@pytest.fixture(params=sorted(ROUTES))
def service(request: pytest.FixtureRequest) -> ServiceUnderTest:
    """Each service in turn."""
    found: ServiceUnderTest = request.getfixturevalue(request.param)
    return found


def operations(service: ServiceUnderTest) -> list[tuple[str, str, Route]]:
    """Method, path and route of everything under /v1."""
    found = []
    for context in iter_route_contexts(service.app.routes):
        route = getattr(context, "original_route", None) or getattr(context, "route", context)
        if isinstance(route, Route):
            path = route.path_format
            for name in route.param_convertors:
                path = path.replace(f"{{{name}}}", A_UUID)
            found += [(method, path, route) for method in sorted(route.methods or ())]
    return found


def test_every_route_is_scoped_or_public(service: ServiceUnderTest) -> None:
    walked = operations(service)
    assert len(walked) == ROUTES[service.name]
    assert all(route.required_scope.startswith(f"{service.name}:") for _, _, route in walked)
    others = {getattr(route, "path", "") for route in service.app.routes if not isinstance(route, Route | PageRoute)}
    outside = {path for path in others if not path.startswith(("/static", "/docs", "/redoc"))}
    assert outside <= PUBLIC | BY_TOKEN | DOCUMENTATION


async def test_without_a_key_every_route_is_401(service: ServiceUnderTest) -> None:
    async with service.client_with() as stranger:
        for method, path, _ in operations(service):
            answer = await stranger.request(method, path, content=b"{not json")
            assert (answer.status_code, answer.json()["code"]) == (401, "unauthorized"), f"{method} {path}"
            assert answer.headers["content-type"] == "application/problem+json"


async def test_with_a_key_that_lacks_the_scope_every_route_is_403(service: ServiceUnderTest) -> None:
    async with service.client_with(f"{service.name}:nothing:read") as other:
        for method, path, route in operations(service):
            answer = await other.request(method, path, content=b"{not json")
            assert (answer.status_code, answer.json()["code"]) == (403, "forbidden"), f"{method} {path}"
            assert route.required_scope in answer.json()["detail"]


async def test_a_key_that_may_only_read_changes_nothing(service: ServiceUnderTest) -> None:
    async with service.client_with(f"{service.name}:*:read") as reader:
        for method, path, _ in operations(service):
            answer = await reader.request(method, path, json={})
            if method in ("GET", "HEAD") or path.endswith(ASKING):
                assert answer.status_code != 403, f"{method} {path}"
            else:
                assert answer.status_code == 403, f"{method} {path}"


async def test_an_unknown_path_tells_a_stranger_nothing(service: ServiceUnderTest) -> None:
    async with service.client_with() as stranger:
        for path in ("/v1/nothing", "/v1/", f"/v1/nothing/{A_UUID}"):
            assert (await stranger.get(path)).status_code == 401
    assert (await service.client.get("/v1/nothing")).status_code == 404
