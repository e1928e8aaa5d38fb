"""The OpenAPI description: what FastAPI derives from the routes, and what our routes do around them.

Every operation says which scope it needs, which headers it reads, and that each of its refusals is a
Problem (application/problem+json).
"""

import re
from collections.abc import Iterator
from typing import Any, get_args

from fastapi.openapi.utils import get_openapi
from pydantic import BaseModel
from starlette.routing import BaseRoute

from shared.http import dependencies
from shared.http.errors import PROBLEM_JSON
from shared.http.idempotency import LONGEST as LONGEST_IDEMPOTENCY_KEY
from shared.http.routes import REPEATABLE, Route

VERSION = "1.0.0"  # of the API under /v1

REASONS = {
    "400": "The body cannot be read.",
    "401": "No valid API key or token was sent.",
    "403": "The key or token lacks the scope.",
    "404": "There is no such thing.",
    "408": "The body did not arrive in time.",
    "409": "The state of things does not allow it; `allowed` or `conflicting_id` says more.",
    "410": "It is not kept any more; `oldest` says from where on all is there.",
    "412": "If-Match names another version.",
    "413": "The body is too large.",
    "415": "The body is not JSON, or is compressed.",
    "422": "Something in the request is not valid; `errors` names each place.",
    "429": "Too much at once; see Retry-After.",
    "503": "The service cannot answer right now; see Retry-After.",
}

PROBLEM = {
    "type": "object",
    "title": "Problem",
    "description": "Why a request was refused (RFC 9457). Values that were sent are never repeated.",
    "required": [
        "type",
        "title",
        "status",
        "detail",
        "instance",
        "code",
        "request_id",
        "errors",
        "allowed",
        "conflicting_id",
    ],
    "properties": {
        "type": {"type": "string", "description": "`/problems/` and the code."},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": ["string", "null"]},
        "instance": {"type": "string", "description": "The path that was asked for."},
        "code": {"type": "string", "description": "The problem for programs."},
        "request_id": {"type": "string", "description": "Also in X-Request-Id and in the log."},
        "errors": {"type": "array", "items": {"$ref": "#/components/schemas/ProblemPlace"}},
        "allowed": {
            "type": "array",
            "items": {"type": "string"},
            "description": "What the state allows instead.",
        },
        "conflicting_id": {"type": ["string", "null"], "description": "The thing that is in the way."},
        "oldest": {"type": "integer", "format": "int64", "description": "Only of 410: the first position still kept."},
    },
    "examples": [
        {
            "type": "/problems/invalid",
            "title": "The request is not valid.",
            "status": 422,
            "detail": None,
            "instance": "/v1/things",
            "code": "invalid",
            "request_id": "01a1b2c3-0000-7000-8000-000000000000",
            "errors": [{"loc": ["body", "score"], "msg": "Field required", "type": "missing"}],
            "allowed": [],
            "conflicting_id": None,
        }
    ],
}

PLACE = {
    "type": "object",
    "title": "ProblemPlace",
    "description": "One place of the request that is not valid.",
    "required": ["loc", "msg", "type"],
    "properties": {
        "loc": {"type": "array", "items": {"type": ["string", "integer"]}},
        "msg": {"type": "string"},
        "type": {"type": "string"},
    },
}

NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9.\-_]")
"""What Pydantic replaces when it makes a schema's name of a class's: `Listed[TicketOut]` is `Listed_TicketOut_`."""

SECURITY_SCHEMES = {
    "apiKey": {"type": "apiKey", "in": "header", "name": "X-API-Key", "description": "A key of this service."},
    "bearer": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT", "description": "An OIDC token."},
}

PARAMETERS: dict[str, dict[str, Any]] = {
    "IdempotencyKey": {
        "name": "Idempotency-Key",
        "in": "header",
        "required": False,
        "description": "Makes a repeated request safe: for 24 hours it gets the first one's answer, with "
        "`Idempotency-Replayed: true`, and does nothing again.",
        "schema": {"type": "string", "minLength": 1, "maxLength": LONGEST_IDEMPOTENCY_KEY},
    },
    "IfMatch": {
        "name": "If-Match",
        "in": "header",
        "required": False,
        "description": 'The ETag that the change is based on, as in `"3"`; another version is refused with 412.',
        "schema": {"type": "string"},
    },
    "IfNoneMatch": {
        "name": "If-None-Match",
        "in": "header",
        "required": False,
        "description": "The ETag that the caller has; the answer is 304 while it still holds.",
        "schema": {"type": "string"},
    },
    "Limit": {
        "name": "limit",
        "in": "query",
        "required": False,
        "description": "How many items at most.",
        "schema": {
            "type": "integer",
            "minimum": 1,
            "maximum": dependencies.LARGEST_LIMIT,
            "default": dependencies.DEFAULT_LIMIT,
        },
    },
    "Cursor": {
        "name": "cursor",
        "in": "query",
        "required": False,
        "description": "The `next_cursor` of the page before.",
        "schema": {"type": "string"},
    },
}


def describe(*, title: str, description: str, routes: list[BaseRoute], tags: dict[str, str]) -> dict[str, Any]:
    """The whole document. tags: each tag's description."""
    document = get_openapi(
        title=title,
        version=VERSION,
        description=description,
        routes=routes,
        tags=[{"name": name, "description": about} for name, about in tags.items()],
    )
    for route in routes:
        if isinstance(route, Route) and route.include_in_schema:
            for method in route.methods or ():
                _complete(document["paths"][route.path_format][method.lower()], route, method)
    components = document.setdefault("components", {})
    schemas = components.setdefault("schemas", {})
    schemas.pop("HTTPValidationError", None)
    schemas.pop("ValidationError", None)
    _restore_examples(schemas, [route for route in routes if isinstance(route, Route)])
    schemas |= {"Problem": PROBLEM, "ProblemPlace": PLACE}
    components["parameters"] = PARAMETERS
    components["responses"] = {f"Problem{status}": _problem(why) for status, why in REASONS.items()}
    components["securitySchemes"] = SECURITY_SCHEMES
    return document


def _restore_examples(schemas: dict[str, Any], routes: list[Route]) -> None:
    """FastAPI drops the nulls of examples, and an answer has all its fields; a list's example is its item's."""
    for model in {model for route in routes for model in _models(route)}:
        schema = schemas.get(NOT_IN_NAMES.sub("_", model.__name__))
        if schema is None:
            continue
        if isinstance(extra := model.model_config.get("json_schema_extra"), dict) and "examples" in extra:
            schema["examples"] = extra["examples"]
        for item in model.__pydantic_generic_metadata__["args"]:
            shown = item.model_config.get("json_schema_extra", {}).get("examples", [])
            schema["examples"] = [{"items": shown[:1], "next_cursor": None}]


def _models(route: Route) -> Iterator[type[BaseModel]]:
    """The models that a route takes and answers, and those inside its lists."""
    body = route.body_field.field_info.annotation if route.body_field else None
    answers = get_args(route.response_model) or (route.response_model,)
    for model in (*answers, body):
        if isinstance(model, type) and issubclass(model, BaseModel):
            yield model
            yield from (item for item in model.__pydantic_generic_metadata__["args"] if isinstance(item, type))


def _complete(operation: dict[str, Any], route: Route, method: str) -> None:
    operation["security"] = [{"apiKey": [route.required_scope]}, {"bearer": [route.required_scope]}]
    parameters = operation.setdefault("parameters", [])
    parameters.extend({"$ref": f"#/components/parameters/{name}"} for name in _parameters(route, method))
    if not parameters:
        del operation["parameters"]
    responses = operation["responses"]
    declared = (status for status in list(responses) if status in REASONS)
    for status in (*declared, *_refusals(operation, route, method)):
        responses[status] = {"$ref": f"#/components/responses/Problem{status}"}
    if route.gives(dependencies.Answer) and method in ("POST", "PUT"):
        _both_ways(responses, method)
    if "201" in responses:
        responses["201"]["headers"] = {
            "Location": {"description": "The new item's address.", "schema": {"type": "string"}},
            "ETag": {"description": "Its version, where it has one.", "schema": {"type": "string"}},
        }
    if "202" in responses:
        responses["202"]["headers"] = {
            "Location": {"description": "Where to see how far it is.", "schema": {"type": "string"}},
        }
    if method == "GET" and route.gives(dependencies.Answer):
        responses["304"] = {"description": "The caller has this version."}


def _both_ways(responses: dict[str, Any], method: str) -> None:
    """What may make an item may also find it made; what an action answers is always 200."""
    if "201" in responses:
        responses["200"] = {**responses["201"], "description": "It was made before, by an equal request."}
    elif method == "PUT":
        responses["201"] = {**responses["200"], "description": "It was made."}


def _parameters(route: Route, method: str) -> Iterator[str]:
    if route.gives(dependencies.Page):
        yield from ("Limit", "Cursor")
    elif route.gives(dependencies.Limit):
        yield "Limit"
    if method in REPEATABLE:
        yield "IdempotencyKey"
    if route.gives(dependencies.IfMatch):
        yield "IfMatch"
    if method == "GET" and route.gives(dependencies.Answer):
        yield "IfNoneMatch"


def _refusals(operation: dict[str, Any], route: Route, method: str) -> Iterator[str]:
    yield from ("401", "403", "422", "429", "503")
    if route.param_convertors:
        yield "404"
    if method != "GET":
        yield "409"
    if route.gives(dependencies.IfMatch):
        yield "412"
    if "requestBody" in operation or method in REPEATABLE:  # with an Idempotency-Key, what comes is read
        yield from ("400", "408", "413", "415")


def _problem(why: str) -> dict[str, Any]:
    return {
        "description": why,
        "content": {PROBLEM_JSON: {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }
