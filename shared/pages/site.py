"""Puts pages into a service's app."""

from collections.abc import Sequence

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from shared.http.errors import NotFound
from shared.pages import assets, navigation, signing_in
from shared.pages.openid import OpenId
from shared.pages.routes import SAFE_HEADERS, PageRoute, PageRouter
from shared.pages.site_state import Section, Site
from shared.pages.visit import Visit

OURS = "shared.pages"


def install(
    app: FastAPI,
    *,
    service: str,
    package: str,
    routers: Sequence[PageRouter],
    sections: Sequence[Section],
) -> None:
    """Add a service's pages, the sign-in and the files. package: with its `templates` and `static` folders."""
    packages = [package, OURS]
    for each in reversed(packages):
        assets.publish(each)
    openid = OpenId.of(app.state.settings, app.state.tokens)
    app.state.site = Site(service, packages, sections, openid)
    routes = [*signing_in.ROUTES, *(route for router in routers for route in router.routes)]
    rest = navigation.home(service) + "/{rest:path}"
    routes += [PageRoute(rest, _nothing_here, method=method) for method in ("GET", "POST")]
    app.router.routes.extend(routes)
    app.router.routes.append(Route(assets.PREFIX + "/{digest}/{name}", _asset, include_in_schema=False))


async def _nothing_here(visit: Visit) -> Response:
    raise NotFound


async def _asset(request: Request) -> Response:
    """One of the files, which everybody may keep for good."""
    answer = await assets.answer(request)
    request.scope["state"]["safe_headers"] = [header for header in SAFE_HEADERS if header[0] != b"cache-control"]
    return answer
