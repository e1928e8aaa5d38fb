"""What a browser's form sent: bounded, UTF-8, each field once."""

from collections.abc import Mapping
from typing import Any, TypeVar
from urllib.parse import parse_qsl

from pydantic import BaseModel, ValidationError
from starlette.requests import Request

from shared.http import bodies, invalid
from shared.http.errors import Invalid, NotJson, Unreadable

MOST_FIELDS = 500
KIND = "application/x-www-form-urlencoded"

M = TypeVar("M", bound=BaseModel)


async def receive(request: Request) -> dict[str, str]:
    """The fields of a POST, the last of each name. Raises NotJson for another kind of body, Unreadable, TooLarge."""
    raw = await bodies.read(request.scope, request.receive)
    if not raw:
        return {}
    kind = (bodies.header(request.scope, b"content-type") or "").partition(";")[0].strip().lower()
    if kind != KIND:
        raise NotJson(f"Send it as {KIND}.")
    try:
        pairs = parse_qsl(raw.decode(), keep_blank_values=True, errors="strict", max_num_fields=MOST_FIELDS)
    except ValueError:
        raise Unreadable("The form cannot be read.") from None
    return {name: _lines(value) for name, value in pairs}


def typed(raw: bytes) -> str:
    """What was typed into a field that came by itself. Raises Unreadable."""
    try:
        return _lines(raw.decode())
    except UnicodeDecodeError:
        raise Unreadable("The form is not in UTF-8.") from None


def read(model: type[M], values: Mapping[str, Any]) -> M:
    """The body that the API would take, of a form's values. Raises Invalid, which names the fields."""
    try:
        return model.model_validate(values)
    except ValidationError as error:
        found = error.errors(include_url=False, include_context=False, include_input=False)
        raise Invalid(errors=invalid.places(found, "body")) from None


def given(form: Mapping[str, str], *names: str) -> dict[str, Any]:
    """These fields of a form; one that was left empty is not given."""
    return {name: form[name] for name in names if form.get(name, "").strip()}


def _lines(value: str) -> str:
    """A text whose lines end as they do here."""
    return value.replace("\r\n", "\n")
