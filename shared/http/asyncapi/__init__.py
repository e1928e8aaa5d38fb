"""AsyncAPI 3: what a service tells and hears, made from the contracts and its handler table, and a page that shows it.

Like /docs and /openapi.json it is public and needs no network: it names what may be told, never what was told.
"""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from fastapi import FastAPI, Request, Response
from pydantic_core import to_json

from shared.http.asyncapi import page

DOCUMENT = "/asyncapi.json"
PAGE = "/asyncapi"
STYLE = "/asyncapi.css"

SAFE_HEADERS = [
    (b"x-content-type-options", b"nosniff"),
    (
        b"content-security-policy",
        b"default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; "
        b"frame-ancestors 'none'",
    ),
    (b"referrer-policy", b"no-referrer"),
]


def install(app: FastAPI, describe: Callable[[], dict[str, Any]]) -> None:
    """Serve the document that `describe` makes, and its page; both are made when somebody first asks."""
    app.state.asyncapi = cache(describe)
    style = Path(__file__).with_name("page.css")

    @cache
    def document() -> bytes:
        return to_json(app.state.asyncapi())

    @cache
    def shown() -> str:
        return page.render(app.state.asyncapi())

    async def answer_document(request: Request) -> Response:
        return Response(document(), media_type="application/json")

    async def answer_page(request: Request) -> Response:
        request.scope["state"]["safe_headers"] = SAFE_HEADERS
        return Response(shown(), media_type="text/html")

    async def answer_style(request: Request) -> Response:
        return Response(style.read_bytes(), media_type="text/css", headers={"cache-control": "public, max-age=3600"})

    app.add_route(DOCUMENT, answer_document, include_in_schema=False)
    app.add_route(PAGE, answer_page, include_in_schema=False)
    app.add_route(STYLE, answer_style, include_in_schema=False)
