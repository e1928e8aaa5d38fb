"""The field types: what they let through, PostgreSQL can keep."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from pydantic import TypeAdapter, ValidationError

from shared.http import fields
from shared.http.fields import Body, Day, Id, Instant, Int32, Int64, Json, LongText, PastInstant, ShortText, Text

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Int32, 2**31 - 1),
        (Int32, -(2**31)),
        (Int64, 2**63 - 1),
        (Text, ""),
        (Text, "a" * 20_000),
        (Text, "\t\n\r é 😀"),
        (ShortText, "a" * 200),
        (LongText, "a"),
        (Json, {"a": [1, 1.5, None, True, "é"]}),
        (Json, [[]] * 3),
        (Day, "2026-11-22"),
        (Instant, "2000-01-01T00:00:00Z"),
        (Instant, "2099-12-31T23:59:59.999999Z"),
        (Id, "01A1B2C3-0000-7000-8000-000000000000"),
    ],
)
def test_accepted(kind: Any, value: object) -> None:
    TypeAdapter(kind).validate_python(value)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Int32, 2**31),
        (Int32, "1"),
        (Int32, 1.0),
        (Int32, True),
        (Int64, 2**63),
        (Text, "a\x00"),
        (Text, "\udc00"),
        (Text, "a" * 20_001),
        (Text, 3),
        (ShortText, ""),
        (ShortText, "a" * 201),
        (LongText, ""),
        (Json, float("nan")),
        (Json, {"a": float("inf")}),
        (Json, {"a\x00": 1}),
        (Json, [2**63]),
        (Json, ["\ud800"]),
        (Day, 20_000),
        (Day, "22.11.2026"),
        (Day, "1899-12-31"),
        (Instant, "1999-12-31T23:59:59Z"),
        (Instant, "2100-01-01T00:00:00Z"),
        (Instant, "2026-11-22T10:15:00"),
        (Instant, "2026-11-22"),
        (Instant, "1763806500"),
        (Instant, 1_763_806_500),
        (Instant, "9999-12-31T23:59:59-14:00"),
        (Instant, "0001-01-01T00:00:00+14:00"),
        (Instant, None),
        (Id, "01a1b2c3000070008000000000000000"),
        (Id, 7),
    ],
)
def test_refused(kind: Any, value: object) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(kind).validate_python(value)


def test_json_of_33_levels_is_refused() -> None:
    def nested(depth: int) -> object:
        value: object = 1
        for _ in range(depth):
            value = [value]
        return value

    TypeAdapter(Json).validate_python(nested(fields.DEEPEST))
    with pytest.raises(ValidationError):
        TypeAdapter(Json).validate_python(nested(fields.DEEPEST + 1))


def test_an_instant_is_in_utc() -> None:
    assert TypeAdapter(Instant).validate_python("2026-11-22T12:00:00+02:00").isoformat() == "2026-11-22T10:00:00+00:00"


@pytest.mark.parametrize(("ahead", "accepted"), [(-1, True), (5, True), (6, False)])
def test_what_has_happened_lies_5_minutes_ahead_at_most(ahead: int, accepted: bool) -> None:
    told = (NOW + timedelta(minutes=ahead)).isoformat()
    held = fields.request_time.set(NOW)
    try:
        if accepted:
            TypeAdapter(PastInstant).validate_python(told)
        else:
            with pytest.raises(ValidationError):
                TypeAdapter(PastInstant).validate_python(told)
    finally:
        fields.request_time.reset(held)


@time_machine.travel(NOW, tick=False)
def test_outside_a_request_the_machines_time_counts() -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(PastInstant).validate_python((NOW + timedelta(minutes=6)).isoformat())


class Part(Body):
    n: int


class Whole(Body):
    n: int = 0
    f: float = 0.0
    b: bool = False
    s: str = ""
    parts: list[Part] = []  # noqa: RUF012 - pydantic copies it
    by_name: dict[str, int] = {}  # noqa: RUF012
    either: int | str | None = None


@pytest.mark.parametrize(
    "sent",
    [
        {"n": "1"},
        {"n": 1.0},
        {"n": True},
        {"n": 2**63},
        {"f": "1.5"},
        {"f": float("nan")},
        {"b": 1},
        {"b": "true"},
        {"s": 1},
        {"s": "a" * 20_001},
        {"parts": [{"n": "1"}]},
        {"parts": [{"n": 1, "more": 1}]},
        {"by_name": {"a": 1.0}},
        {"either": 1.0},
        {"more": 1},
    ],
)
def test_a_body_takes_nothing_for_something_else(sent: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Whole.model_validate(sent)


def test_a_body_takes_what_is_right() -> None:
    sent = {"n": 1, "f": 1, "b": True, "s": "a", "parts": [{"n": 2}], "by_name": {"a": 1}, "either": "x"}
    assert Whole.model_validate(sent).model_dump() == sent


def test_a_body_has_no_plain_datetime() -> None:
    with pytest.raises(TypeError, match="Instant"):

        class Wrong(Body):
            at: datetime


def test_a_digest_leaves_out_what_was_not_sent() -> None:
    assert fields.digest(Whole(n=0)) != fields.digest(Whole())
    assert fields.digest(Whole(n=1, s="a")) == fields.digest(Whole(s="a", n=1))


def test_an_example_reaches_the_schema() -> None:
    class Shown(Body):
        model_config = fields.example({"n": 7})

        n: int

    assert Shown.model_json_schema()["examples"] == [{"n": 7}]
    assert Shown.model_config["extra"] == "forbid"
