"""The types of which request bodies, filters and answers are made. What they let through can be stored.

`Body`, `Filters` and `View` are the bases of request bodies, query parameters and answers.
"""

import json
import math
import re
from collections.abc import Mapping
from contextvars import ContextVar
from datetime import UTC, date, datetime, timedelta
from hashlib import blake2b
from typing import Annotated, Any, Generic, TypeVar
from uuid import UUID

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    StringConstraints,
)
from pydantic_core import CoreSchema, PydanticCustomError

from shared.ops.clock import system_clock

DEEPEST = 32  # levels of nesting in JSON
LONGEST = 20_000  # characters of a text that says nothing else
EARLIEST = datetime(2000, 1, 1, tzinfo=UTC)
LATEST = datetime(2100, 1, 1, tzinfo=UTC)
AHEAD = timedelta(minutes=5)  # how far a caller's clock may run before ours
INT32 = 2**31 - 1
INT64 = 2**63 - 1

request_time: ContextVar[datetime | None] = ContextVar("request_time", default=None)
"""The application clock as the request read it, for `PastInstant`."""


def _storable(text: str) -> str:
    if "\x00" in text:
        raise PydanticCustomError("text_nul", "Text must not contain the NUL character")
    if not text.isascii():
        try:
            text.encode()
        except UnicodeEncodeError:
            raise PydanticCustomError("text_surrogate", "Text must be valid Unicode") from None
    return text


Text = Annotated[str, StringConstraints(strict=True, max_length=LONGEST), AfterValidator(_storable)]
"""A text of at most 20,000 characters, without NUL and lone surrogates. It may be empty.

Other bounds: `Annotated[Text, Field(min_length=1, max_length=80)]`.
"""

ShortText = Annotated[Text, StringConstraints(min_length=1, max_length=200)]
"""1 to 200 characters: names, titles, codes, sources."""

LongText = Annotated[Text, StringConstraints(min_length=1)]
"""1 to 20,000 characters: what people write."""


_CURRENCY = re.compile(r"[A-Z]{3}")


def _is_currency(text: str) -> str:
    if not _CURRENCY.fullmatch(text):
        raise PydanticCustomError("currency", "It must be an ISO 4217 code, as in EUR")
    return text


Currency = Annotated[Text, Field(min_length=1, max_length=3), AfterValidator(_is_currency)]
"""An ISO 4217 code."""


def _whole_form(value: Any) -> Any:
    if isinstance(value, str) and len(value) != 36:
        raise PydanticCustomError("uuid_form", "An id has 36 characters, as in RFC 9562")
    return value


Id = Annotated[UUID, BeforeValidator(_whole_form)]
"""A UUID in its 36-character form; answered in lower case."""

Int32 = Annotated[int, Field(strict=True, ge=-INT32 - 1, le=INT32)]
Int64 = Annotated[int, Field(strict=True, ge=-INT64 - 1, le=INT64)]


def _only_text(value: Any) -> Any:
    if isinstance(value, date) or (isinstance(value, str) and value[4:5] == "-"):
        return value  # a text of digits alone would be read as a Unix time
    raise PydanticCustomError("instant_form", "A time is a text, as RFC 3339 gives it")


def _in_range(value: datetime) -> datetime:
    if not EARLIEST <= value < LATEST:
        raise PydanticCustomError("instant_range", "An instant lies between 2000-01-01 and 2100-01-01")
    return value.astimezone(UTC)


def _not_ahead(value: datetime) -> datetime:
    if value > (request_time.get() or system_clock()) + AHEAD:
        raise PydanticCustomError("instant_ahead", "What has happened lies at most 5 minutes ahead")
    return value


Instant = Annotated[AwareDatetime, BeforeValidator(_only_text), AfterValidator(_in_range)]
"""An aware time between 2000 and 2100, in UTC."""

PastInstant = Annotated[Instant, AfterValidator(_not_ahead)]
"""An Instant that says what has happened: at most 5 minutes ahead."""

Day = Annotated[date, BeforeValidator(_only_text), Field(ge=date(1900, 1, 1), lt=date(2200, 1, 1))]
"""A calendar day, as in 2026-12-01."""


def _storable_json(value: Any) -> Any:
    level, depth = [value], 0
    while level:
        if depth > DEEPEST:
            raise PydanticCustomError("json_depth", "JSON may be nested 32 deep")
        below: list[Any] = []
        for item in level:
            if isinstance(item, str):
                _storable(item)
            elif isinstance(item, bool):
                pass
            elif isinstance(item, int):
                if not -INT64 - 1 <= item <= INT64:
                    raise PydanticCustomError("int_range", "An integer has at most 64 bits")
            elif isinstance(item, float):
                if not math.isfinite(item):
                    raise PydanticCustomError("finite_number", "A number must be finite")
            elif isinstance(item, dict):
                below.extend(item)
                below.extend(item.values())
            elif isinstance(item, list):
                below.extend(item)
        level, depth = below, depth + 1
    return value


Json = Annotated[Any, AfterValidator(_storable_json)]
"""Any JSON that PostgreSQL can keep: 32 deep, finite numbers, integers of 64 bits, no NUL."""

JsonObject = Annotated[dict[str, Any], AfterValidator(_storable_json)]
"""A JSON object that PostgreSQL can keep."""


_HELD: dict[str, dict[str, Any]] = {
    "int": {"strict": True, "ge": -INT64 - 1, "le": INT64},
    "bool": {"strict": True},
    "float": {"strict": True},
    "str": {"strict": True, "max_length": LONGEST},
}
_NO_SCHEMAS = frozenset({"metadata", "default", "expected", "serialization"})


def _hold(schema: Any) -> None:
    """Give every number, flag and text of a schema the bounds that it does not state itself."""
    if isinstance(schema, list | tuple):
        for part in schema:
            _hold(part)
    elif isinstance(schema, dict):
        kind = schema.get("type")
        if kind == "datetime" and schema.get("tz_constraint") != "aware":
            raise TypeError("A request takes an Instant or a PastInstant, no plain datetime.")
        for name, bound in _HELD.get(kind, {}).items() if isinstance(kind, str) else ():
            schema.setdefault(name, bound)
        for name, part in schema.items():
            if name not in _NO_SCHEMAS:
                _hold(part)


class Body(BaseModel):
    """The base of request bodies: an unknown field is refused, and no string or fraction stands for a number.

    A plain `int` is held within 64 bits, a plain `str` within 20,000 characters.
    """

    model_config = ConfigDict(extra="forbid", allow_inf_nan=False)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        schema = handler(source)
        _hold(schema)
        return schema


class Filters(BaseModel):
    """The base of a list's query parameters: `filters: Annotated[TicketFilters, Query()]`.

    Unknown parameters are refused by the route, which knows `limit` and `cursor` too.
    """

    model_config = ConfigDict(extra="ignore", allow_inf_nan=False)


class View(BaseModel):
    """The base of answers: every field is present, instants end in Z."""

    model_config = ConfigDict(from_attributes=True)


V = TypeVar("V")


class Listed(BaseModel, Generic[V]):
    """One page of a list. `next_cursor` is null on the last one."""

    items: list[V]
    next_cursor: str | None = None


def example(*bodies: Mapping[str, Any]) -> ConfigDict:
    """`model_config = example({...})`: what the documentation shows for a body or an answer."""
    return ConfigDict(json_schema_extra={"examples": [dict(body) for body in bodies]})


_in_order = json.JSONEncoder(sort_keys=True, separators=(",", ":")).encode


def digest(body: BaseModel) -> str:
    """What tells two requests with one natural key apart: the validated body without its unset fields."""
    told = body.model_dump(mode="json", exclude_unset=True)
    return blake2b(_in_order(told).encode(), digest_size=32).hexdigest()
