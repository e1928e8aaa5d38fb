"""An endpoint as FastAPI sees it: what the route gives is not asked of the request, and a view is the answer."""

import inspect
from collections.abc import Callable, Mapping
from functools import wraps
from http import HTTPStatus
from typing import Any, get_args

from fastapi import Request, Response
from pydantic import BaseModel

from shared.http.bodies import JSON
from shared.http.dependencies import Answering, Given
from shared.http.idempotency import ShownOnce

Endpoint = Callable[..., Any]


def given_to(endpoint: Endpoint) -> dict[str, Given]:
    """The parameters that the route gives, by name."""
    annotations = inspect.get_annotations(endpoint, eval_str=True)
    marked = ((name, part) for name, hint in annotations.items() for part in get_args(hint)[1:])
    return {name: part for name, part in marked if isinstance(part, Given)}


def serving(endpoint: Endpoint, given: Mapping[str, Given], status: int) -> Endpoint:
    """The endpoint around which FastAPI builds a route.

    A view was valid when it was made: it is written as JSON once, and not validated a second time. A response, as of
    an export, is answered as it is.
    """

    answering = next((name for name, part in given.items() if part.of is Answering), None)

    @wraps(endpoint)
    async def serve(request: Request, **asked: Any) -> Response:
        handed = {name: part.of(request) for name, part in given.items()}
        view: BaseModel | Response | None = await endpoint(**asked, **handed)
        if isinstance(view, Response):
            return view
        answer: Answering | None = handed[answering] if answering else None
        if status == HTTPStatus.NO_CONTENT:
            return Response(status_code=status)
        if view is None:
            return Response(b"null", status_code=status, media_type=JSON)
        made = Response(
            _json(view),
            status_code=(answer.status if answer else None) or status,
            headers=answer.headers if answer else None,
            media_type=JSON,
        )
        if answer is not None and answer.kept is not None:
            return ShownOnce(made, _json(answer.kept))
        return made

    serve.__dict__["__signature__"] = _without(given, inspect.signature(endpoint, eval_str=True))
    return serve


def _json(view: BaseModel) -> bytes:
    return view.__pydantic_serializer__.to_json(view, by_alias=True)


def _without(given: Mapping[str, Given], signature: inspect.Signature) -> inspect.Signature:
    request = inspect.Parameter("request", inspect.Parameter.KEYWORD_ONLY, annotation=Request)
    asked = [
        parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY)
        for name, parameter in signature.parameters.items()
        if name not in given
    ]
    return signature.replace(parameters=[request, *asked])
