"""Swagger UI and ReDoc without a network: every file comes from this service, and the CSP allows no other."""

import html
from importlib.resources import files
from typing import Any

from fastapi import FastAPI, Request, Response
from pydantic_core import to_json

from shared.http.errors import NotFound

DOCS = "/docs"
REDOC = "/redoc"
OPENAPI = "/openapi.json"
ASSETS = "/docs/assets"

KINDS = {
    "swagger-ui-bundle.js": "text/javascript; charset=utf-8",
    "swagger-ui.css": "text/css; charset=utf-8",
    "redoc.standalone.js": "text/javascript; charset=utf-8",
    "favicon.png": "image/png",
}
FOREIGN_LOGO = b"https://cdn.redoc.ly/redoc/logo-mini.svg"
NO_LOGO = b"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E"

SAFE_HEADERS = [
    (b"x-content-type-options", b"nosniff"),
    (
        b"content-security-policy",
        # Both bundles style elements inline, and ReDoc searches in a worker that it makes itself.
        b"default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        b"font-src 'self' data:; connect-src 'self'; worker-src blob:; base-uri 'none'; form-action 'none'; "
        b"frame-ancestors 'none'",
    ),
    (b"referrer-policy", b"no-referrer"),
]

SWAGGER_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="icon" href="{root}/docs/assets/favicon.png">
<link rel="stylesheet" href="{root}/docs/assets/swagger-ui.css">
</head>
<body>
<div id="swagger" data-url="{root}/openapi.json"></div>
<script src="{root}/docs/assets/swagger-ui-bundle.js"></script>
<script src="{root}/docs/assets/start.js"></script>
</body>
</html>
"""

START = b"""const place = document.getElementById("swagger");
SwaggerUIBundle({
  url: place.dataset.url,
  domNode: place,
  deepLinking: true,
  persistAuthorization: false,
  validatorUrl: null,
  presets: [SwaggerUIBundle.presets.apis],
  layout: "BaseLayout",
});
"""

REDOC_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="icon" href="{root}/docs/assets/favicon.png">
</head>
<body>
<redoc spec-url="{root}/openapi.json"></redoc>
<script src="{root}/docs/assets/redoc.standalone.js"></script>
</body>
</html>
"""


def install(app: FastAPI) -> None:
    """Serve the pages, their files and the document; none of them is in the document."""
    document: list[bytes] = []

    async def openapi(request: Request) -> Response:
        if not document:
            document.append(to_json(app.openapi()))
        return Response(document[0], media_type="application/json")

    async def swagger(request: Request) -> Response:
        return _page(request, SWAGGER_PAGE, app.title)

    async def redoc(request: Request) -> Response:
        return _page(request, REDOC_PAGE, app.title)

    async def asset(request: Request) -> Response:
        return _asset(request)

    app.add_route(OPENAPI, openapi, include_in_schema=False)
    app.add_route(DOCS, swagger, include_in_schema=False)
    app.add_route(REDOC, redoc, include_in_schema=False)
    app.add_route(ASSETS + "/{name}", asset, include_in_schema=False)


def _page(request: Request, page: str, title: str) -> Response:
    _relax(request)
    root: Any = request.scope.get("root_path", "")
    return Response(page.format(title=html.escape(title), root=html.escape(root)), media_type="text/html")


def _asset(request: Request) -> Response:
    name = request.path_params["name"]
    if name == "start.js":
        body, kind = START, "text/javascript; charset=utf-8"
    elif name in KINDS:
        body, kind = files("fastapi_offline").joinpath("static", name).read_bytes(), KINDS[name]
    else:
        raise NotFound
    _relax(request)
    # Read anew each time, since the bundles are megabytes that a service need not hold.
    body = body.replace(FOREIGN_LOGO, NO_LOGO)
    return Response(body, media_type=kind, headers={"cache-control": "public, max-age=3600"})


def _relax(request: Request) -> None:
    request.scope["state"]["safe_headers"] = SAFE_HEADERS
