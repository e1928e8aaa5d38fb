"""What an endpoint asks of a request: read and validated by the fields that FastAPI made of its signature.

FastAPI's own way from a request to these values costs 0.3 ms, most of it for what no endpoint of ours has:
dependencies, forms, uploads, streams. A route with one of those is refused when it is made.
"""

from copy import deepcopy
from typing import Any

from fastapi import Request
from fastapi.dependencies.models import Dependant
from fastapi.dependencies.utils import request_params_to_args
from fastapi.exceptions import RequestValidationError
from pydantic_core import PydanticUndefined

NO_BODY = PydanticUndefined

MISSING = {"type": "missing", "loc": ("body",), "msg": "Field required", "input": None}


class Arguments:
    """The values of one route's endpoint."""

    def __init__(self, dependant: Dependant) -> None:
        """Raises TypeError for an endpoint that asks for what this does not read."""
        if dependant.dependencies or dependant.cookie_params or len(dependant.body_params) > 1:
            raise TypeError(f"{dependant.call} asks for a dependency, a cookie or two bodies, which no route gives.")
        self._path = dependant.path_params
        self._query = dependant.query_params
        self._headers = dependant.header_params
        self._body = dependant.body_params[0] if dependant.body_params else None

    def of(self, request: Request, body: Any = NO_BODY) -> dict[str, Any]:
        """The values by name. body: what the request's JSON says. Raises RequestValidationError."""
        values: dict[str, Any] = {}
        errors: list[Any] = []
        for fields, given in (
            (self._path, "path_params"),
            (self._query, "query_params"),
            (self._headers, "headers"),
        ):
            if fields:
                found, wrong = request_params_to_args(fields, getattr(request, given))
                values |= found
                errors += wrong
        if self._body is not None:
            values[self._body.name], wrong = self._validated(body)
            errors += wrong
        if errors:
            raise RequestValidationError(errors)
        return values

    def _validated(self, body: Any) -> tuple[Any, list[Any]]:
        field = self._body
        assert field is not None
        if body is NO_BODY:
            return (None, [MISSING]) if field.field_info.is_required() else (deepcopy(field.default), [])
        return field.validate(body, loc=("body",))
