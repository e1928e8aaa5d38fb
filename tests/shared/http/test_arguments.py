"""Queries are read as FastAPI reads them; what no route gives its endpoint is refused when the route is made."""

from typing import Annotated, Any
from urllib.parse import urlencode

import pytest
from fastapi import Body, Cookie, Depends, Request
from fastapi.dependencies.utils import request_params_to_args
from fastapi.exceptions import RequestValidationError
from starlette.datastructures import QueryParams

from deploy import services
from deploy.openapi import NOWHERE
from shared.db.session import Database
from shared.http.arguments import Arguments
from shared.http.routes import Route, Router, parameters


async def _depends(one: Annotated[int, Depends(lambda: 1)]) -> None: ...


async def _takes_a_cookie(session_id: Annotated[str, Cookie()]) -> None: ...


async def _takes_two_bodies(one: Annotated[dict[str, Any], Body()], two: Annotated[dict[str, Any], Body()]) -> None: ...


@pytest.mark.parametrize("endpoint", [_depends, _takes_a_cookie, _takes_two_bodies])
def test_an_endpoint_that_asks_for_more_makes_no_route(endpoint: Any) -> None:
    router = Router(prefix="/v1/things", scope="toy:things")
    with pytest.raises(TypeError, match="which no route gives"):
        router.add_api_route("", endpoint, methods=["POST"])


def queries_of(route: Route) -> list[list[tuple[str, str]]]:
    """Nothing; each parameter once, twice, empty and as nonsense; all at once. Page's own are FastAPI's to ignore."""
    names = sorted(parameters(route.dependant))
    values = ("open", "2026-11-22T10:15:00Z", "01935f2e-7c00-7000-8000-000000000001", "3", "", "nonsense")
    single = [[(name, value)] for name in names for value in values]
    doubled = [[(name, one), (name, other)] for name in names for one, other in (("open", "closed"), ("3", "nonsense"))]
    return [[], *single, *doubled, [(name, value) for name in names for value in ("3", "open")]]


def read(route: Route, query: list[tuple[str, str]]) -> tuple[dict[str, Any], list[Any]]:
    scope = {"type": "http", "query_string": urlencode(query).encode(), "path_params": {}, "headers": []}
    given = Arguments(route.dependant)
    given._path, given._headers, given._body = [], [], None
    try:
        return given.of(Request(scope)), []
    except RequestValidationError as refused:
        return {}, list(refused.errors())


@pytest.mark.parametrize("service", services.NAMES)
def test_queries_are_read_as_fastapi_reads_them(service: str) -> None:
    app = services.service(service).create_app(
        services.service(service).settings(database_url=NOWHERE, secret_key="-" * 32), Database(service, NOWHERE)
    )
    routes = [route for route in app.routes if isinstance(route, Route) and route.dependant.query_params]
    assert len(routes) > 10
    for route in routes:
        for query in queries_of(route):
            values, errors = request_params_to_args(route.dependant.query_params, QueryParams(query))
            assert read(route, query) == ({} if errors else values, errors), f"{route.path}?{urlencode(query)}"
