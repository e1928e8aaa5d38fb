"""What an endpoint asks of a request: read and validated by the fields that FastAPI made of its signature.

FastAPI's own way from a request to these values costs 0.3 ms, most of it for what no endpoint of ours has:
dependencies, forms, uploads, streams. A route with one of those is refused when it is made. Of a list with a dozen
filters it looks for each in turn, at a fifth of what the list costs: here what came is looked at, not what might.
"""

from collections.abc import Iterable
from copy import deepcopy
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from fastapi import Request
from fastapi.dependencies.models import Dependant
from fastapi.dependencies.utils import request_params_to_args
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel
from pydantic_core import PydanticUndefined

NO_BODY = PydanticUndefined

MISSING = {"type": "missing", "loc": ("body",), "msg": "Field required", "input": None}

Errors = list[Any]


class Arguments:
    """The values of one route's endpoint."""

    def __init__(self, dependant: Dependant) -> None:
        """Raises TypeError for an endpoint that asks for what this does not read."""
        if dependant.dependencies or dependant.cookie_params or len(dependant.body_params) > 1:
            raise TypeError(f"{dependant.call} asks for a dependency, a cookie or two bodies, which no route gives.")
        self._path = [_Parameter(field, "path") for field in dependant.path_params]
        self._query = [_Parameter(field, "query") for field in dependant.query_params]
        self._headers = dependant.header_params
        self._body = dependant.body_params[0] if dependant.body_params else None

    def of(self, request: Request, body: Any = NO_BODY) -> dict[str, Any]:
        """The values by name. body: what the request's JSON says. Raises RequestValidationError."""
        values: dict[str, Any] = {}
        errors: Errors = []
        if self._path:
            path = {name: [value] for name, value in request.path_params.items()}
            for one in self._path:
                values[one.name], wrong = one.of(path)
                errors += wrong
        if self._query:
            query = _by_name(request.query_params.multi_items()) if request.scope["query_string"] else {}
            for one in self._query:
                values[one.name], wrong = one.of(query)
                errors += wrong
        if self._headers:
            found, wrong = request_params_to_args(self._headers, request.headers)
            values |= found
            errors += wrong
        if self._body is not None:
            values[self._body.name], wrong = self._validated(body)
            errors += wrong
        if errors:
            raise RequestValidationError(errors)
        return values

    def _validated(self, body: Any) -> tuple[Any, Errors]:
        field = self._body
        assert field is not None
        if body is NO_BODY:
            return (None, [MISSING]) if field.field_info.is_required() else (deepcopy(field.default), [])
        return field.validate(body, loc=("body",))


class _Parameter:
    """One parameter of the path or the query, or the model that several of the query make up.

    field: FastAPI's.
    """

    def __init__(self, field: Any, place: str) -> None:
        annotation: Any = field.field_info.annotation
        is_model = isinstance(annotation, type) and issubclass(annotation, BaseModel)
        self.name = field.name
        self._field = field
        self._loc: tuple[str, ...] = (place,) if is_model else (place, field.alias)
        self._many = _is_many(annotation)
        self._parts: dict[str, bool] | None = None
        """Of a model, by alias: whether all values are taken."""
        if is_model:
            self._parts = {
                part.alias or name: _is_many(part.annotation) for name, part in annotation.model_fields.items()
            }

    def of(self, given: dict[str, list[str]]) -> tuple[Any, Errors]:
        """The value, and what is wrong with it. given: the values by name, in order."""
        if self._parts is not None:
            came = given.keys() & self._parts.keys()
            return self._validated({name: given[name] if self._parts[name] else given[name][-1] for name in came})
        values = given.get(self._field.alias)
        if values:
            return self._validated(values if self._many else values[-1])
        if self._field.field_info.is_required():
            return None, [{**MISSING, "loc": self._loc}]
        return self._field.get_default(), []

    def _validated(self, value: Any) -> tuple[Any, Errors]:
        found: tuple[Any, Errors] = self._field.validate(value, loc=self._loc)
        return found


def _is_many(annotation: Any) -> bool:
    """Does a list fit, as in `list[str]` or `list[str] | None`?"""
    origin = get_origin(annotation)
    if origin in (Union, UnionType, Annotated):
        return any(map(_is_many, get_args(annotation)))
    return origin is list


def _by_name(items: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, value in items:
        found.setdefault(name, []).append(value)
    return found
