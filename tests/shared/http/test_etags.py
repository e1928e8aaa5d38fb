"""ETag, If-Match and If-None-Match."""

import httpx
import pytest

from shared.http import etags
from shared.http.errors import PreconditionFailed
from tests.shared.http.conftest import body


async def test_a_version_makes_its_way(client: httpx.AsyncClient) -> None:
    made = await client.post("/v1/things", json=body())
    path = made.headers["location"]
    assert (made.status_code, made.headers["etag"], made.json()["version"]) == (201, '"1"', 1)

    same = await client.get(path, headers={"If-None-Match": '"1"'})
    assert (same.status_code, same.content, same.headers["etag"]) == (304, b"", '"1"')
    assert same.headers["cache-control"] == "private, no-cache"

    changed = await client.patch(path, json={"name": "b"}, headers={"If-Match": '"1"'})
    assert (changed.status_code, changed.headers["etag"]) == (200, '"2"')

    late = await client.patch(path, json={"name": "c"}, headers={"If-Match": '"1"'})
    assert (late.status_code, late.json()["code"]) == (412, "precondition_failed")
    newer = await client.get(path, headers={"If-None-Match": '"1"'})
    assert (newer.status_code, newer.json()["name"]) == (200, "b")


@pytest.mark.parametrize("tag", ["3", "*x", 'W/"1"', '"1", "2"', '""', '"-1"', '"1', '"' + "9" * 400 + '"', '"é"'])
async def test_a_tag_that_no_item_has_is_412(tag: str, client: httpx.AsyncClient) -> None:
    path = (await client.post("/v1/things", json=body())).headers["location"]
    answer = await client.patch(path, json={"name": "b"}, headers={"If-Match": tag.encode()})
    assert answer.status_code == 412


async def test_a_star_takes_any_version(client: httpx.AsyncClient) -> None:
    path = (await client.post("/v1/things", json=body())).headers["location"]
    assert (await client.patch(path, json={"name": "b"}, headers={"If-Match": "*"})).status_code == 200


@pytest.mark.parametrize(
    ("header", "held"),
    [('"3"', True), ('W/"3"', True), ('"1", "3"', True), ("*", True), ('"2"', False), ("3", False), ("", False)],
)
def test_if_none_match(header: str, held: bool) -> None:
    assert etags.matches(header, 3) is held


def test_check_lets_a_careless_caller_pass() -> None:
    etags.check(3, None)
    etags.check(3, 3)
    with pytest.raises(PreconditionFailed):
        etags.check(3, 2)


async def test_a_natural_key_written_twice(client: httpx.AsyncClient) -> None:
    thing = body(happened_at="2026-01-01T12:00:00+02:00")
    first = await client.post("/v1/things", json=thing)
    again = await client.post("/v1/things", json={**thing, "happened_at": "2026-01-01T10:00:00.000Z"})
    assert (again.status_code, again.json()["id"]) == (200, first.json()["id"])
    assert first.json()["happened_at"] == "2026-01-01T10:00:00Z"
    other = await client.post("/v1/things", json={**thing, "name": "Other"})
    assert (other.status_code, other.json()["code"]) == (409, "source_conflict")
    assert other.json()["conflicting_id"] == first.json()["id"]
