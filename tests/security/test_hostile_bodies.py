"""Every body of every service, spoiled in every way that users and scanners know: 4xx that names the place."""

import copy
import json
from collections.abc import Iterator
from typing import Any

from tests.fixtures.services import ServiceUnderTest
from tests.security.test_routes import operations
from tests.security.test_routes import service as service

NOT_FINITE = ("NaN", "Infinity", "-Infinity", "1e999")
BAD_TEXTS = ("a\\u0000b", "\\ud800", "x\\udfff")
BAD_TIMES = ('"9999-12-31T23:59:59-14:00"', '"2026-11-23T10:15:00"', '"yesterday"', "1795402776")
HUGE = (2**63, 10**30, 10**400)
ANY_JSON = {("handoff", "goals", 0), ("handoff", "stakeholders", 0), ("handoff", "risks", 0)}
"""Places that take any JSON, so that an object is no fault in them."""


def bodies(service: ServiceUnderTest) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Method, path and example of every route that takes JSON."""
    document = service.app.openapi()
    for method, path, route in operations(service):
        operation = document["paths"][route.path_format][method.lower()]
        if "application/json" in operation.get("requestBody", {}).get("content", {}):
            schema = operation["requestBody"]["content"]["application/json"]["schema"]
            name = schema["$ref"].rsplit("/", 1)[1]
            yield method, path, document["components"]["schemas"][name]["examples"][0]


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """Every leaf of a body with its path."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from places(inner, (*path, name))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from places(inner, (*path, number))
    else:
        yield path, value


def spoiled(example: dict[str, Any], path: tuple[Any, ...], token: str) -> bytes:
    """The example with raw JSON in one place."""
    body = copy.deepcopy(example)
    holder = body
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = "@@@"
    return json.dumps(body).replace('"@@@"', token).encode()


def spoilings(example: dict[str, Any]) -> Iterator[tuple[str, bytes]]:
    """What is done to a body, and the bytes of it."""
    yield "an unknown field", json.dumps({**example, "unknown_field": 1}).encode()
    yield "deep nesting", b'{"x":' * 1000 + b"1" + b"}" * 1000
    yield "two megabytes", json.dumps({**example, "padding": "x" * 2_000_000}).encode()
    yield "an array", b"[]"
    yield "broken JSON", b'{"a": '
    yield "no UTF-8", b'{"a": "\xff\xfe"}'
    for path, value in places(example):
        for token in BAD_TEXTS if isinstance(value, str) else ():
            yield f"{path} = {token}", spoiled(example, path, f'"{token}"')
        if isinstance(value, str) and value[4:5] == "-" and "T" in value:
            for token in BAD_TIMES:
                yield f"{path} = {token}", spoiled(example, path, token)
        if isinstance(value, int) and not isinstance(value, bool):
            for number in HUGE:
                yield f"{path} = 10^{len(str(number)) - 1}", spoiled(example, path, str(number))
            yield f"{path} as text", spoiled(example, path, f'"{value}"')
            yield f"{path} as a fraction", spoiled(example, path, f"{value}.0")
            for token in NOT_FINITE:
                yield f"{path} = {token}", spoiled(example, path, token)
        if isinstance(value, str) and path not in ANY_JSON:
            yield f"{path} as an object", spoiled(example, path, '{"a": 1}')


async def test_a_spoiled_body_is_refused_and_nothing_is_stored(service: ServiceUnderTest) -> None:
    told = len(await service.told())
    tried = 0
    for method, path, example in bodies(service):
        for what, content in spoilings(example):
            answer = await service.client.request(
                method, path, content=content, headers={"Content-Type": "application/json"}
            )
            tried += 1
            where = f"{method} {path} with {what}: {answer.status_code} {answer.text[:300]}"
            assert 400 <= answer.status_code < 500, where
            assert answer.headers["content-type"] == "application/problem+json", where
            if answer.status_code == 422:
                assert answer.json()["errors"], where
            assert "\\u0000" not in answer.text, where
    assert tried > 50
    assert len(await service.told()) == told
