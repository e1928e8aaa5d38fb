"""Files: uploaded, named by a message, read, and gone with it."""

import hashlib
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx
import pytest
from moto.server import ThreadedMotoServer

from services.ticketing.attachments import jobs
from services.ticketing.attachments.storage import NotThere, Storage, StorageFailed
from shared.ids import uuid7
from tests.fixtures.servers import MakeDatabase
from tests.fixtures.services import ServiceUnderTest, service_under_test
from tests.services import erasing
from tests.services.ticketing.channels.writing import came, mail, replied

TEXT = {"Content-Type": "text/plain"}


async def upload(
    desk: ServiceUnderTest, content: Any = b"hello", name: str = "a.txt", **headers: str
) -> httpx.Response:
    return await desk.client.post(
        "/v1/attachments", params={"name": name}, content=content, headers={**TEXT, **headers}
    )


def kept(tmp_path: Path, folder: str = "files") -> list[Path]:
    return [path for path in (tmp_path / folder).rglob("*") if path.is_file()]


async def remove(desk: ServiceUnderTest) -> int:
    storage = Storage.of(desk.app.state.settings.attachments_url)
    return await jobs.Removal(desk.database, storage, desk.clock).run_once()


async def test_a_file_comes_back_as_it_was_and_is_not_shown(desk: ServiceUnderTest) -> None:
    content = b"<script>alert(1)</script>" * 1000
    answer = await upload(desk, content, "../../hällo\u202e\r\n.html", **{"Content-Type": "text/html; charset=utf-8"})
    file = answer.json()
    assert answer.status_code == 201
    assert file["name"] == "hällo .html"
    assert (file["media_type"], file["size"], file["message_id"]) == ("text/html", len(content), None)
    assert file["sha256"] == hashlib.sha256(content).hexdigest()
    read = await desk.client.get(answer.headers["location"])
    assert (read.status_code, read.content) == (200, content)
    assert read.headers["content-type"] == "text/html"
    assert read.headers["content-disposition"].startswith("attachment; ")
    assert quote("hällo .html") in read.headers["content-disposition"]
    assert read.headers["x-content-type-options"] == "nosniff"
    assert "default-src 'none'" in read.headers["content-security-policy"]


async def test_a_file_of_many_pieces_is_taken_up_to_the_limit(desk: ServiceUnderTest, tmp_path: Path) -> None:
    async def pieces(size: int) -> AsyncIterator[bytes]:
        for start in range(0, size, 65_536):
            yield b"x" * min(65_536, size - start)

    full = await upload(desk, pieces(1_000_000))
    assert (full.status_code, full.json()["size"]) == (201, 1_000_000)
    for content in (pieces(1_000_001), b"x" * 1_000_001):  # announced, and not
        answer = await upload(desk, content)
        assert (answer.status_code, answer.json()["code"]) == (413, "too_large")
    assert len(kept(tmp_path)) == 1, "nothing is left of what was refused"


async def test_what_is_no_file_is_refused_and_leaves_nothing(desk: ServiceUnderTest, tmp_path: Path) -> None:
    for headers, status in (
        ({"Content-Type": "multipart/form-data; boundary=x"}, 415),
        ({"Content-Type": "nothing"}, 415),
        ({"Content-Encoding": "gzip"}, 415),
    ):
        assert (await upload(desk, **headers)).status_code == status
    assert (await upload(desk, b"")).status_code == 422
    for path in ("/v1/attachments", "/v1/attachments?name=", "/v1/attachments?name=a&more=b"):
        assert (await desk.client.post(path, content=b"x", headers=TEXT)).status_code == 422
    assert kept(tmp_path) == []


async def test_a_repeated_upload_is_one(desk: ServiceUnderTest, tmp_path: Path) -> None:
    first, again = [await upload(desk, **{"Idempotency-Key": "once"}) for _ in range(2)]
    assert (again.status_code, again.json()) == (201, first.json())
    assert len(kept(tmp_path)) == 1
    other = await upload(desk, b"other", **{"Idempotency-Key": "once"})
    assert (other.status_code, other.json()["code"]) == (422, "idempotency_key_reused")
    assert len(kept(tmp_path)) == 1


async def test_a_message_names_its_files_and_nobody_else_s(desk: ServiceUnderTest) -> None:
    one, two = [(await upload(desk, name=name)).json() for name in ("one.txt", "two.txt")]
    ticket = (await came(desk))["ticket"]
    message = await replied(desk, ticket["id"], attachments=[{"id": two["id"]}, {"id": one["id"]}])
    shown = {name: value for name, value in two.items() if name not in ("message_id", "created_at")}
    assert message["attachments"][0] == shown
    listed = (await desk.get(f"/v1/tickets/{ticket['id']}", include="messages"))["messages"]
    assert listed[-1]["attachments"] == message["attachments"]
    path = f"/v1/tickets/{ticket['id']}/messages"
    for ids in ([one["id"]], [str(uuid7())]):
        body = {"body": "Again", "visibility": "public", "attachments": [{"id": one_id} for one_id in ids]}
        refused = await desk.client.post(path, json=body)
        assert (refused.status_code, refused.json()["code"]) == (422, "unknown_attachment")
        assert refused.json()["errors"][0]["loc"] == ["body", "attachments", 0, "id"]
    assert len((await desk.get(path))["items"]) == 2


async def test_what_came_in_by_mail_names_its_files_and_redelivered_names_them_once(desk: ServiceUnderTest) -> None:
    first, second = [(await upload(desk, name=name)).json()["id"] for name in ("one.txt", "two.txt")]
    for file_id in (first, second):  # one opens the ticket, the other joins it
        asked = mail(attachments=[{"id": file_id}])
        answers = [await desk.client.post("/v1/inbound/email", json=asked) for _ in range(3)]
        assert [answer.status_code for answer in answers] == [201, 200, 200]
        assert {answer.json()["message"]["attachments"][0]["id"] for answer in answers} == {file_id}


async def test_only_staff_who_may_reads_and_uploads(desk: ServiceUnderTest) -> None:
    location = (await upload(desk)).headers["location"]
    async with desk.client_with("ticketing:tickets:read", "ticketing:attachments:write") as gateway:
        assert (await gateway.get(location)).status_code == 403
    async with desk.client_with("ticketing:attachments:read") as reader:
        assert (await reader.get(location)).status_code == 200
        answer = await reader.post("/v1/attachments?name=a", content=b"a", headers=TEXT)
        assert answer.status_code == 403
    for other in (f"/v1/attachments/{uuid7()}", "/v1/attachments/..%2F..%2Fetc%2Fpasswd"):
        assert (await desk.client.get(other)).status_code in (404, 422)


async def test_an_upload_that_nobody_names_goes_after_a_day(desk: ServiceUnderTest, tmp_path: Path) -> None:
    orphan, named = [(await upload(desk, name=name)).json() for name in ("orphan.txt", "named.txt")]
    await replied(desk, (await came(desk))["ticket"]["id"], attachments=[{"id": named["id"]}])
    desk.clock.advance(hours=23, minutes=59)
    assert await remove(desk) == 0
    desk.clock.advance(minutes=2)
    assert await remove(desk) == 1
    assert await remove(desk) == 0
    assert [path.name for path in kept(tmp_path)] == [named["id"]]
    assert (await desk.client.get(f"/v1/attachments/{orphan['id']}")).status_code == 404
    assert (await desk.client.get(f"/v1/attachments/{named['id']}")).status_code == 200


async def test_a_removal_that_broke_off_is_done_again(
    desk: ServiceUnderTest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await upload(desk)
    desk.clock.advance(hours=25)

    async def away(self: Storage, attachment_id: Any) -> None:
        raise StorageFailed("away")

    with monkeypatch.context() as broken:
        broken.setattr(Storage, "remove", away)
        assert await remove(desk) == 0
    for path in kept(tmp_path):
        path.unlink()  # the bytes are gone, the row is not: as after a kill in between
    assert await remove(desk) == 1
    assert await desk.rows("SELECT 1 FROM attachment") == []


async def test_an_erased_person_s_files_are_gone(desk: ServiceUnderTest, tmp_path: Path) -> None:
    contact_id, account_id = uuid7(), uuid7()
    await desk.deliver(erasing.contact(contact_id, account_id))
    file = (await upload(desk, erasing.WORDS.encode(), f"{erasing.NAME}.txt")).json()
    theirs = {"from": {"name": erasing.NAME, "email": erasing.EMAIL}}
    taken = await came(desk, **theirs, attachments=[{"id": file["id"]}])
    mine = (await upload(desk, name="mine.txt")).json()
    await came(desk, attachments=[{"id": mine["id"]}])
    await desk.deliver(erasing.request(contact_id, account_id))
    assert await erasing.erase_waiting(desk) == 1
    assert await erasing.left_of(desk) == []
    assert (await desk.client.get(f"/v1/attachments/{file['id']}")).status_code == 404
    assert (await desk.get(f"/v1/tickets/{taken['ticket']['id']}/messages"))["items"][0]["attachments"] == []
    assert await remove(desk) == 1
    assert [path.name for path in kept(tmp_path)] == [mine["id"]]


async def test_a_storage_that_is_away_is_said_to_be(desk: ServiceUnderTest, tmp_path: Path) -> None:
    location = (await upload(desk)).headers["location"]
    [path] = kept(tmp_path)
    path.unlink()
    read = await desk.client.get(location)
    assert (read.status_code, read.json()["code"]) == (503, "storage_away")
    path.parent.rmdir()
    (tmp_path / "files").rmdir()
    (tmp_path / "files").write_text("no folder")
    answer = await upload(desk)
    assert (answer.status_code, answer.json()["code"]) == (503, "storage_away")
    assert len(await desk.rows("SELECT 1 FROM attachment")) == 1


async def test_without_a_storage_no_file_is_taken(fresh_database: MakeDatabase) -> None:
    async with service_under_test("ticketing", fresh_database("ticketing"), ATTACHMENTS_URL=None) as desk:
        answer = await upload(desk)
        assert (answer.status_code, answer.json()["code"]) == (503, "storage_away")


@pytest.fixture(scope="module")
def s3() -> Iterator[str]:
    """The address of something that speaks S3, with a bucket."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    httpx.put(f"http://{host}:{port}/desk", timeout=60).raise_for_status()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.mark.parametrize("kind", ["file", "memory", "s3"])
async def test_every_storage_keeps_gives_and_forgets(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, s3: str, kind: str
) -> None:
    given = {
        "ACCESS_KEY_ID": "a",
        "SECRET_ACCESS_KEY": "b",
        "REGION": "us-east-1",
        "ENDPOINT": s3,
        "ALLOW_HTTP": "true",
    }
    for name, value in given.items():
        monkeypatch.setenv(f"AWS_{name}", value)
    urls = {"file": f"file://{tmp_path}/some where", "memory": "memory:///", "s3": "s3://desk/files"}
    storage = Storage(urls[kind])
    one = uuid7()

    async def content() -> AsyncIterator[bytes]:
        for _ in range(12):
            yield b"x" * 1_000_000

    async def breaking() -> AsyncIterator[bytes]:
        yield b"x" * 6_000_000
        raise RuntimeError("the caller is gone")

    await storage.put(one, content())
    assert len(await storage.whole(one)) == 12_000_000
    with pytest.raises(RuntimeError):
        await storage.put(uuid7(), breaking())
    await storage.remove(one)
    await storage.remove(one)
    with pytest.raises(NotThere):
        await storage.read(one)
    assert kept(tmp_path, "some where") == [], "nothing is left half written"
    if kind == "s3":
        async with httpx.AsyncClient(timeout=60) as client:
            assert "<Key>" not in (await client.get(f"{s3}/desk?list-type=2")).text
