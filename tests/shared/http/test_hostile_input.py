"""Every hostile request gets a problem that names the place, and nothing is stored."""

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import httpx
import pytest

from shared.db.session import Database
from tests.shared.http.conftest import body, count

MEGABYTE = 1_048_576
GOOD = json.dumps(body()).encode()


@dataclass
class Case:
    name: str
    status: int
    content: bytes = GOOD
    loc: list[Any] | None = None
    method: str = "POST"
    path: str = "/v1/things"
    headers: dict[str, str] = field(default_factory=dict)


def sent(**others: object) -> bytes:
    return json.dumps(body(**others)).encode()


def raw(field_name: str, value: bytes) -> bytes:
    return GOOD[:-1].replace(b'"%s"' % field_name.encode(), b'"was"') + b', "%s": %s}' % (field_name.encode(), value)


def custom(value: bytes) -> bytes:
    return GOOD[:-1] + b', "custom": {"a": [%s]}}' % value


CASES = [
    Case("no JSON", 400, b"{"),
    Case("trailing comma", 400, b'{"a": 1,}'),
    Case("leading zero", 400, custom(b"01")),
    Case("no UTF-8", 400, GOOD.replace(b"Anvil", b"\xff\xfe")),
    Case("UTF-16", 400, GOOD.decode().encode("utf-16")),
    Case("encoded surrogate", 400, GOOD.replace(b"Anvil", b"\xed\xa0\x80")),
    Case("empty", 422, b"", ["body"]),
    Case("a list", 422, b"[]", ["body"]),
    Case("null", 422, b"null", ["body"]),
    Case("a text", 422, b'"text"', ["body"]),
    Case("form", 415, b"a=1", headers={"content-type": "application/x-www-form-urlencoded"}),
    Case("text", 415, headers={"content-type": "text/plain"}),
    Case("no content type", 415, headers={"content-type": ""}),
    Case("over 1 MiB", 413, b" " * (MEGABYTE + 1)),
    Case("2 MB of JSON", 413, sent(name="a" * 2_000_000)),
    Case("1,000 deep", 422, custom(b"[" * 1_000 + b"]" * 1_000), ["body"]),
    Case("100,000 deep", 422, b"[" * 100_000, ["body"]),
    Case("33 deep", 422, custom(b"[" * 30 + b"]" * 30)),
    Case("100 deep", 422, custom(b"[" * 100 + b"]" * 100)),
    Case("NUL", 422, raw("name", b'"a\\u0000b"'), ["body", "name"]),
    Case("NUL in a key", 422, custom(b'{"a\\u0000b": 1}'), ["body", "custom", "a", 0, "a?b"]),
    Case("NUL in JSON", 422, custom(b'"\\u0000"'), ["body", "custom", "a", 0]),
    Case("lone surrogate", 422, raw("name", b'"\\ud800"'), ["body", "name"]),
    Case("lone surrogate in a key", 422, custom(b'{"\\udfff": 1}'), ["body", "custom", "a", 0, "?"]),
    Case("lone surrogate as field", 422, GOOD[:-1] + b', "\\ud800": 1}', ["body", "?"]),
    Case("NaN", 422, raw("score", b"NaN"), ["body", "score"]),
    Case("-Infinity in JSON", 422, custom(b"-Infinity"), ["body", "custom", "a", 0]),
    Case("1e999", 422, custom(b"1e999"), ["body", "custom"]),
    Case("2^40", 422, raw("score", b"1099511627776"), ["body", "score"]),
    Case("2^63 in JSON", 422, custom(b"9223372036854775808"), ["body", "custom"]),
    Case("5,000 digits", 422, raw("score", b"9" * 5_000), ["body", "score"]),
    Case("a million digits", 422, raw("score", b"9" * 1_000_000), ["body", "score"]),
    Case("a million digits in JSON", 422, custom(b"9" * 1_000_000), ["body", "custom", "a", 0]),
    Case("text for a number", 422, raw("score", b'"3"'), ["body", "score"]),
    Case("fraction for a number", 422, raw("score", b"3.0"), ["body", "score"]),
    Case("true for a number", 422, raw("score", b"true"), ["body", "score"]),
    Case("number for a text", 422, raw("name", b"3"), ["body", "name"]),
    Case("too long", 422, sent(source_id="a" * 201), ["body", "source_id"]),
    Case("empty text", 422, sent(source_id=""), ["body", "source_id"]),
    Case("name of 20,001", 422, sent(name="a" * 20_001), ["body", "name"]),
    Case("unknown field", 422, sent(colour="red"), ["body", "colour"]),
    Case("missing field", 422, b'{"source_id": "a", "score": 1}', ["body", "name"]),
    Case("naive time", 422, sent(happened_at="2026-11-22T10:15:00"), ["body", "happened_at"]),
    Case("Unix time", 422, sent(happened_at=1_763_000_000), ["body", "happened_at"]),
    Case("Unix time as text", 422, sent(happened_at="1763000000"), ["body", "happened_at"]),
    Case("far future", 422, sent(happened_at="2101-01-01T00:00:00Z"), ["body", "happened_at"]),
    Case("tomorrow", 422, sent(happened_at="2099-12-31T00:00:00Z"), ["body", "happened_at"]),
    Case("past the calendar", 422, sent(due_at="9999-12-31T23:59:59-14:00"), ["body", "due_at"]),
    Case("before the calendar", 422, sent(due_at="0001-01-01T00:00:00+14:00"), ["body", "due_at"]),
    Case("1999", 422, sent(due_at="1999-12-31T23:59:59Z"), ["body", "due_at"]),
    Case("no id", 422, sent(other_id="z" * 36), ["body", "other_id"]),
    Case("id with braces", 422, sent(other_id="{01a1b2c3-0000-7000-8000-000000000000}"), ["body", "other_id"]),
    Case("smallint, found by the database's driver", 422, sent(small=2**20)),
    Case("a CHECK that nobody looked at", 422, sent(score=13)),
    Case("no id in the path", 422, method="GET", path="/v1/things/7", loc=["path", "thing_id"]),
    Case("dots in the path", 404, method="GET", path="/v1/things/%2e%2e/%2e%2e/etc/passwd"),
    Case("NUL in the path", 422, method="GET", path="/v1/things/%00", loc=["path", "thing_id"]),
    Case("bad UTF-8 in the path", 422, method="GET", path="/v1/things/%ff", loc=["path", "thing_id"]),
    Case("NUL in the query", 422, method="GET", path="/v1/things?name=%00", loc=["query", "name"]),
    Case("unknown parameter", 422, method="GET", path="/v1/things?nmae=x", loc=["query", "nmae"]),
    Case("bad UTF-8 in the query", 200, method="GET", path="/v1/things?name=%ff%fe"),
    Case("limit 0", 422, method="GET", path="/v1/things?limit=0", loc=["query", "limit"]),
    Case("limit 201", 422, method="GET", path="/v1/things?limit=201", loc=["query", "limit"]),
    Case("limit in other digits", 422, method="GET", path="/v1/things?limit=%D9%A3", loc=["query", "limit"]),
    Case("limit of 5,000 digits", 422, method="GET", path="/v1/things?limit=" + "9" * 5_000, loc=["query", "limit"]),
    Case("cursor", 422, method="GET", path="/v1/things?cursor=AAAA", loc=["query", "cursor"]),
    Case("cursor outside ASCII", 422, method="GET", path="/v1/things?cursor=%C3%A9", loc=["query", "cursor"]),
    Case("unknown path", 404, method="GET", path="/v1/nothing"),
    Case("unknown path outside", 404, method="GET", path="/nothing"),
    Case("trailing slash", 404, method="GET", path="/v1/things/"),
    Case("unknown method", 405, method="PUT"),
    Case("invented method", 405, method="BREW"),
    Case("idempotency key of 256", 422, headers={"Idempotency-Key": "k" * 256}, loc=["header", "Idempotency-Key"]),
    Case("empty idempotency key", 422, headers={"Idempotency-Key": ""}, loc=["header", "Idempotency-Key"]),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
async def test_is_refused(case: Case, client: httpx.AsyncClient, database: Database) -> None:
    headers = {"content-type": "application/json", **case.headers}
    content = case.content if case.method in ("POST", "PUT") else None

    answer = await client.request(case.method, case.path, content=content, headers=headers)

    assert answer.status_code == case.status, answer.text
    if case.status >= 400:
        check_problem(answer)
        if case.loc is not None:
            assert case.loc in [place["loc"] for place in answer.json()["errors"]]
    for table in ("thing", "audit WHERE action LIKE 'thing%'", "outbox", "idempotency_key"):
        assert await count(database, table) == 0


def check_problem(answer: httpx.Response) -> None:
    problem = answer.json()
    assert answer.headers["content-type"] == "application/problem+json"
    assert list(problem) == [
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
    ]
    assert problem["status"] == answer.status_code
    assert problem["type"] == f"/problems/{problem['code']}"
    assert problem["request_id"] == answer.headers["x-request-id"]
    assert problem["instance"] == answer.request.url.path
    for place in problem["errors"]:
        assert set(place) == {"loc", "msg", "type"}


@pytest.mark.parametrize("headers", [{}, {"content-length": str(MEGABYTE)}], ids=["chunked", "announced as less"])
async def test_a_stream_over_a_mebibyte_is_cut_off(headers: dict[str, str], client: httpx.AsyncClient) -> None:
    taken = 0

    async def stream() -> AsyncIterator[bytes]:
        nonlocal taken
        for _ in range(1_000):
            taken += 65_536
            yield b" " * 65_536

    answer = await client.post("/v1/things", content=stream(), headers={"content-type": "application/json", **headers})

    assert answer.status_code == 413
    check_problem(answer)
    assert taken <= MEGABYTE + 65_536


async def test_a_large_body_in_pieces_is_read(client: httpx.AsyncClient) -> None:
    whole = json.dumps(body(name="n" * 20_000, custom={"a": ["x" * 900_000]})).encode()

    async def stream() -> AsyncIterator[bytes]:
        for start in range(0, len(whole), 1_000):
            yield whole[start : start + 1_000]

    answer = await client.post("/v1/things", content=stream(), headers={"content-type": "application/json"})
    assert answer.status_code == 201


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        (b'"\\u00e9\\ud83d\\ude00"', "é😀"),
        (b'"\\\\u0000"', "\\u0000"),
        (b"9223372036854775807", 2**63 - 1),
        (b"-9223372036854775808", -(2**63)),
        (b"1e308", 1e308),
        (b"[" * 29 + b"]" * 29, None),
        (b'{"NaN": "Infinity"}', {"NaN": "Infinity"}),
    ],
)
async def test_what_looks_hostile_and_is_not(value: bytes, kept: object, client: httpx.AsyncClient) -> None:
    answer = await client.post("/v1/things", content=custom(value), headers={"content-type": "application/json"})
    assert answer.status_code == 201, answer.text
    if kept is not None:
        assert answer.json()["custom"]["a"] == [kept]


async def test_405_names_every_method_of_the_path(client: httpx.AsyncClient) -> None:
    assert (await client.put("/v1/things")).headers["allow"] == "GET, POST"


@pytest.mark.parametrize("path", ["/v1/things/{secret}", "/v1/things?limit={secret}", "/v1/things?cursor={secret}"])
async def test_what_was_sent_is_not_echoed(path: str, client: httpx.AsyncClient) -> None:
    answer = await client.get(path.format(secret="hunter2"))
    assert answer.status_code == 422
    problem = answer.json()
    assert "hunter2" not in json.dumps({**problem, "instance": ""})


async def test_values_of_a_body_are_not_echoed(client: httpx.AsyncClient) -> None:
    wrong = {"source_id": 7, "name": ["hunter2"], "score": "hunter2", "happened_at": "hunter2", "other_id": "hunter2"}
    answer = await client.post("/v1/things", json=wrong)
    assert answer.status_code == 422
    assert "hunter2" not in answer.text
    assert len(answer.json()["errors"]) == 5


async def test_many_errors_are_told_in_part(client: httpx.AsyncClient) -> None:
    answer = await client.post("/v1/things", json=body(**{f"field_{n}": 1 for n in range(10_000)}))
    assert answer.status_code == 422
    assert len(answer.json()["errors"]) == 50


async def test_the_databases_words_stay_inside(client: httpx.AsyncClient) -> None:
    thing = body(name="hunter2")
    assert (await client.post("/v1/things/unchecked", json=thing)).status_code == 201
    again = await client.post("/v1/things/unchecked", json=thing)
    assert again.status_code == 409
    assert again.json()["code"] == "conflict"
    assert str(thing["source_id"]) not in again.text
    assert "hunter2" not in again.text


async def test_our_own_fault_is_a_500_without_internals(client: httpx.AsyncClient, database: Database) -> None:
    answer = await client.post("/v1/things/broken", json=body())
    assert answer.status_code == 500
    check_problem(answer)
    assert "password" not in answer.text
    assert await count(database, "thing") == 0


async def test_a_refusal_says_what_is_allowed(client: httpx.AsyncClient) -> None:
    thing = "01a1b2c3-0000-7000-8000-000000000000"
    answer = await client.post(f"/v1/things/{thing}/lock")
    assert answer.status_code == 409
    assert answer.json() == {
        "type": "/problems/locked",
        "title": "The thing is locked.",
        "status": 409,
        "detail": "It is locked.",
        "instance": f"/v1/things/{thing}/lock",
        "code": "locked",
        "request_id": answer.headers["x-request-id"],
        "errors": [],
        "allowed": ["unlock"],
        "conflicting_id": thing,
    }
