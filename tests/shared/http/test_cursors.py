"""Lists are stable under inserts, and take only cursors that they gave."""

from datetime import UTC, date, datetime
from uuid import UUID

import httpx
import pytest

from shared.http import cursors
from shared.http.errors import Invalid
from tests.shared.http.conftest import body


async def walk(client: httpx.AsyncClient, path: str, between: int | None = None) -> list[str]:
    """The ids of all pages; between: a score to insert after each page."""
    seen: list[str] = []
    cursor = None
    while True:
        answer = await client.get(path, params={"limit": 3, **({"cursor": cursor} if cursor else {})})
        assert answer.status_code == 200, answer.text
        page = answer.json()
        assert list(page) == ["items", "next_cursor"]
        assert len(page["items"]) <= 3
        seen += [item["id"] for item in page["items"]]
        cursor = page["next_cursor"]
        if cursor is None:
            return seen
        if between is not None:
            await client.post("/v1/things", json=body(score=between))


@pytest.mark.parametrize("between", [None, 1_000, -1_000, 5])
async def test_every_row_comes_once(between: int | None, client: httpx.AsyncClient) -> None:
    made = [(await client.post("/v1/things", json=body(score=n // 2))).json() for n in range(11)]
    expected = [thing["id"] for thing in sorted(made, key=lambda thing: (-thing["score"], thing["id"]))]
    seen = await walk(client, "/v1/things", between)
    assert [id_ for id_ in seen if id_ in expected] == expected
    assert len(seen) == len(set(seen))


async def test_a_list_by_time(client: httpx.AsyncClient) -> None:
    made = [(await client.post("/v1/things", json=body())).json()["id"] for _ in range(7)]
    assert await walk(client, "/v1/things/newest") == made


async def test_limits(client: httpx.AsyncClient) -> None:
    for _ in range(2):
        await client.post("/v1/things", json=body())
    assert len((await client.get("/v1/things?limit=1")).json()["items"]) == 1
    assert len((await client.get("/v1/things?limit=200")).json()["items"]) == 2
    last = await client.get("/v1/things?limit=2")
    assert last.json()["next_cursor"] is None, "a full last page has no next one"


async def test_another_lists_cursor_is_refused(client: httpx.AsyncClient) -> None:
    for _ in range(2):
        await client.post("/v1/things", json=body())
    cursor = (await client.get("/v1/things?limit=1")).json()["next_cursor"]
    answer = await client.get("/v1/things/newest", params={"cursor": cursor})
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["loc"] == ["query", "cursor"]


VALUES = (
    UUID("01a1b2c3-0000-7000-8000-000000000000"),
    datetime(2026, 11, 22, 10, 15, 0, 123456, UTC),
    date(2026, 11, 22),
    "a ~ text\nwith \\n and é😀",
    7,
    0.1,
    True,
    None,
)
SEALED = cursors.seal(VALUES, of="/v1/things", secret="s" * 32)


def test_a_place_survives() -> None:
    assert cursors.unseal(SEALED, of="/v1/things", secret="s" * 32) == VALUES


@pytest.mark.parametrize("place", range(0, len(SEALED), 7))
def test_a_changed_cursor_is_refused(place: int) -> None:
    changed = SEALED[:place] + ("A" if SEALED[place] != "A" else "B") + SEALED[place + 1 :]
    with pytest.raises(Invalid):
        cursors.unseal(changed, of="/v1/things", secret="s" * 32)


@pytest.mark.parametrize("cursor", ["", "A", "====", "\x00", "é", SEALED + "A" * 2_000, SEALED[:20]])
def test_what_is_no_cursor_is_refused(cursor: str) -> None:
    with pytest.raises(Invalid):
        cursors.unseal(cursor, of="/v1/things", secret="s" * 32)


def test_the_key_is_the_services_secret() -> None:
    with pytest.raises(Invalid):
        cursors.unseal(SEALED, of="/v1/things", secret="t" * 32)


def test_what_no_list_may_be_ordered_by() -> None:
    with pytest.raises(TypeError):
        cursors.seal((b"bytes",), of="/v1/things", secret="s" * 32)
