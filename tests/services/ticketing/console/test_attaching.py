"""Files that are sent with a reply or a note, by the form as browsers send it, and by forms that no browser sends."""

import asyncio
import hashlib
import re
from collections.abc import AsyncIterator, Mapping
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import pytest

from services.ticketing.attachments.storage import Storage, StorageFailed
from tests.fixtures.pages import Visitor, code_of, visiting
from tests.fixtures.services import ServiceUnderTest
from tests.services.ticketing.channels.conftest import desk
from tests.services.ticketing.console.desk import MIA, a_ticket

__all__ = ["desk"]

ALL = ("ticketing:*:read", "ticketing:*:write")
NO_FILE = 'name="files"; filename=""\r\nContent-Type: application/octet-stream'  # as browsers say it
AGAIN = "Choose them again: a browser keeps what was typed, and not the files"
KIND = {"Content-Type": "multipart/form-data; boundary=b"}
MANY = [("files", (f"{number}.txt", b"x", "text/plain")) for number in range(100)]


@pytest.fixture(autouse=True)
def cookies_without_tls(desk: ServiceUnderTest) -> None:
    """A client that speaks http sends no cookie that asks for more."""
    desk.app.state.settings.public_base_url = "http://tests"


async def send(mia: Visitor, ticket: dict[str, Any], files: Any, **fields: str) -> httpx.Response:
    """Send the form of a reply with files; answers what the browser shows then."""
    path = f"/console/tickets/{ticket['number']}"
    code = code_of(await mia.client.get(path))
    said = {"csrf": code, "visibility": "public", "body": "See the <log>.", **fields}
    answer = await mia.client.post(path + "/messages", data=said, files=files)
    return await mia.client.get(answer.headers["location"]) if answer.status_code == 303 else answer


async def messages(desk: ServiceUnderTest, ticket: dict[str, Any]) -> list[dict[str, Any]]:
    """What was written after the ticket was opened."""
    found: list[dict[str, Any]] = (await desk.get(f"/v1/tickets/{ticket['id']}", include="messages"))["messages"][1:]
    return found


def invalid(page: httpx.Response) -> list[str]:
    """The fields that say that they are wrong."""
    return re.findall(r'id="([\w-]+)"[^>]* aria-invalid="true"', page.text)


def kept(tmp_path: Path) -> list[Path]:
    return [path for path in (tmp_path / "files").rglob("*") if path.is_file()]


async def test_a_reply_and_a_note_take_their_files_along(desk: ServiceUnderTest) -> None:
    ticket = await a_ticket(desk)
    log, picture = b"slow\r\n" * 100_000, bytes(range(256))
    files = [("files", ("Export log.txt", log, "text/plain")), ("files", ("härlig.png", picture, "image/png"))]
    async with visiting(desk, *ALL, staff_id=MIA) as mia:
        page = await mia.get(f"/console/tickets/{ticket['number']}")
        assert re.search(r'<form class="reply" method="post" enctype="multipart/form-data"', page)
        assert "At most 20, of 1.0 MB each." in page
        sent = await send(mia, ticket, files, to="pending")
        assert "Your reply is on its way." in sent.text
        assert "Export log.txt</a>" in sent.text
        assert "Your note is kept." in (await send(mia, ticket, files[1:], visibility="internal")).text
        assert (await desk.get(f"/v1/tickets/{ticket['id']}"))["status"] == "pending"
        reply, note = await messages(desk, ticket)
        shown = [(file["name"], file["media_type"], file["size"], file["sha256"]) for file in reply["attachments"]]
        assert shown == [
            ("Export log.txt", "text/plain", len(log), hashlib.sha256(log).hexdigest()),
            ("härlig.png", "image/png", 256, hashlib.sha256(picture).hexdigest()),
        ]
        assert reply["body"] == "See the <log>."
        assert (note["visibility"], len(note["attachments"])) == ("internal", 1)
        answer = await mia.client.get(f"/console/attachments/{reply['attachments'][0]['id']}")
        assert answer.content == log
    rows = await desk.get("/v1/audit", action="attachment.upload")
    assert len(rows["items"]) == 3


async def test_a_form_without_a_chosen_file_is_a_reply_without_files(desk: ServiceUnderTest, tmp_path: Path) -> None:
    ticket = await a_ticket(desk)
    async with visiting(desk, *ALL) as mia:
        assert (await raw(mia, ticket, NO_FILE, b"")).status_code == 303
        plain = await mia.send(f"/console/tickets/{ticket['number']}/messages", body="As forms were sent before.")
        assert "on its way" in plain.text
    assert [said["attachments"] for said in await messages(desk, ticket)] == [[], []]
    assert kept(tmp_path) == []


async def test_a_form_that_is_sent_twice_writes_once_and_other_files_are_another(desk: ServiceUnderTest) -> None:
    ticket = await a_ticket(desk)
    files = [("files", ("a.txt", b"one", "text/plain"))]
    async with visiting(desk, *ALL) as mia:
        twice = await asyncio.gather(*(send(mia, ticket, files, once="the-page") for _ in range(3)))
        other = await send(mia, ticket, [("files", ("a.txt", b"two", "text/plain"))], once="the-page")
        assert all("on its way" in page.text for page in (*twice, other))
    sizes = [[file["sha256"] for file in said["attachments"]] for said in await messages(desk, ticket)]
    assert sizes == [[hashlib.sha256(content).hexdigest()] for content in (b"one", b"two")]


@pytest.mark.parametrize(
    ("files", "status", "said"),
    [
        ([("files", ("big.log", b"x" * 1_000_001, "text/plain"))], 422, "“big.log” is larger than 1.0 MB"),
        ([("files", ("a.x", b"x", "nothing"))], 422, "“a.x” is of a kind that is not taken"),
        ([("files", ("a.x", b"x", "multipart/mixed"))], 422, "“a.x” is of a kind that is not taken"),
        ([("files", ("none.txt", b"", "text/plain"))], 422, "“none.txt” is empty"),
        (MANY, 422, "At most 20 go together"),
        ([("other", ("a.txt", b"x", "text/plain"))], 400, "a file where none is asked for"),
        ([("files", ("<b>\u202e.txt", b"", "text/plain"))], 422, "“&lt;b&gt; .txt” is empty"),
    ],
)
async def test_what_is_refused_is_named_and_the_text_is_kept(
    desk: ServiceUnderTest, tmp_path: Path, files: Any, status: int, said: str
) -> None:
    ticket = await a_ticket(desk)
    good = ("files", ("good.txt", b"x", "text/plain"))
    async with visiting(desk, *ALL) as mia:
        refused = await send(mia, ticket, [good, *files], visibility="internal", once="the-page")
        assert refused.status_code == status
        assert said in refused.text
        assert AGAIN in refused.text
        assert '<a href="#f-files">Files</a>' in refused.text
        assert invalid(refused) == ["f-files"]
        assert "See the &lt;log&gt;.</textarea>" in refused.text
        assert re.search(r'value="internal" checked', refused.text)
        assert 'name="once" value="the-page"' in refused.text
    assert await messages(desk, ticket) == []
    assert kept(tmp_path) == [], "nothing is left of a form that was refused"
    assert (await desk.rows("SELECT count(*) AS found FROM attachment"))[0].found == 0


async def test_files_of_a_text_that_is_refused_are_forgotten(desk: ServiceUnderTest, tmp_path: Path) -> None:
    ticket = await a_ticket(desk)
    files = [("files", ("a.txt", b"x", "text/plain"))]
    async with visiting(desk, *ALL) as mia:
        empty = await send(mia, ticket, files, body="  ")
        assert (empty.status_code, AGAIN in empty.text) == (422, True)
        assert invalid(empty) == ["f-body", "f-files"]
        long = await send(mia, ticket, files, body="a" * 1_100_000)
        assert long.status_code == 413
        gone = await send(mia, {"number": ticket["number"]}, files, visibility="nobody")
        assert gone.status_code == 422
        without = await mia.send(f"/console/tickets/{ticket['number']}/messages", body=" ")
        assert AGAIN not in without.text
        assert invalid(without) == ["f-body"]
        assert (
            await mia.client.post("/console/tickets/77/messages", data={"csrf": code_of(empty)}, files=files)
        ).status_code == 404
    assert kept(tmp_path) == []


async def test_a_storage_that_is_away_says_so_and_keeps_the_text(
    desk: ServiceUnderTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def away(self: Storage, attachment_id: Any, content: Any) -> None:
        raise StorageFailed("GenericError")

    ticket = await a_ticket(desk)
    files = [("files", ("a.txt", b"x", "text/plain"))]
    async with visiting(desk, *ALL) as mia:
        monkeypatch.setattr(Storage, "put", away)
        refused = await send(mia, ticket, files)
        assert refused.status_code == 503
        assert "Files cannot be kept or read right now." in refused.text
        assert "See the &lt;log&gt;.</textarea>" in refused.text
        desk.app.state.settings.attachments_url = None
        assert 'type="file"' not in await mia.get(f"/console/tickets/{ticket['number']}")
        nowhere = await send(mia, ticket, files)
        assert nowhere.status_code == 503
        assert "The operator has not said where files are kept" in nowhere.text
    assert await messages(desk, ticket) == []


async def test_who_may_not_upload_sees_no_field_and_sends_no_files(desk: ServiceUnderTest, tmp_path: Path) -> None:
    ticket = await a_ticket(desk)
    files = [("files", ("a.txt", b"x", "text/plain"))]
    async with visiting(desk, "ticketing:*:read", "ticketing:tickets:write") as clerk:
        page = await clerk.get(f"/console/tickets/{ticket['number']}")
        assert 'type="file"' not in page
        assert "multipart" not in page
        refused = await send(clerk, ticket, files)
        assert refused.status_code == 403
        assert "The scope ticketing:attachments:write is needed for files." in refused.text
        assert (await raw(clerk, ticket, NO_FILE, b"")).status_code == 303
    async with visiting(desk, "ticketing:*:read", "ticketing:attachments:write") as reader:
        assert (await send(reader, ticket, files)).status_code == 403
    async with visiting(desk) as stranger:
        answer = await stranger.client.post(f"/console/tickets/{ticket['number']}/messages", data={}, files=files)
        assert answer.status_code == 303
    assert kept(tmp_path) == []


async def test_nothing_is_kept_of_a_form_that_is_not_ours(desk: ServiceUnderTest, tmp_path: Path) -> None:
    ticket = await a_ticket(desk)
    path = f"/console/tickets/{ticket['number']}/messages"
    file: Any = ("files", ("a.txt", b"x", "text/plain"))
    stored: list[UUID] = []
    put = Storage.put

    async def storing(self: Storage, attachment_id: UUID, content: AsyncIterator[bytes]) -> None:
        stored.append(attachment_id)
        await put(self, attachment_id, content)

    async with visiting(desk, *ALL) as mia:
        code = code_of(await mia.client.get("/console"))
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Storage, "put", storing)
            for fields in ({}, {"csrf": "x"}, {"csrf": code[:-1]}):
                refused = await mia.client.post(
                    path, data={"body": "x", "visibility": "public", **fields}, files=[file]
                )
                assert (refused.status_code, "was not sent from a page of ours" in refused.text) == (403, True)
            late = [file, ("csrf", (None, code.encode())), ("body", (None, b"x"))]  # after the file
            assert (await mia.client.post(path, files=late)).status_code == 403
            doubled = [("csrf", (None, code.encode())), file, ("csrf", (None, b"x"))]
            assert (await mia.client.post(path, files=doubled)).status_code == 403
        assert len(stored) == 1, "that of the form that was ours until its end"
    assert await messages(desk, ticket) == []
    assert kept(tmp_path) == []


HEADS = {
    "a path": ('filename="../../../etc/passwd"', "passwd"),
    "a path of another system": ('filename="C:\\\\Users\\\\mia\\\\plan.txt"', "plan.txt"),
    "lines": ('filename="a%0D%0ASet-Cookie: b=c%22.txt"', 'a Set-Cookie: b=c".txt'),
    "no name": ('filename=""', "file"),
    "dots": ('filename=".."', "file"),
    "a long name": (f'filename="{"x" * 1_000}.txt"', "x" * 251 + ".txt"),
}


@pytest.mark.parametrize("case", HEADS)
async def test_names_of_strangers_are_made_harmless(desk: ServiceUnderTest, case: str) -> None:
    ticket = await a_ticket(desk)
    head, name = HEADS[case]
    async with visiting(desk, *ALL) as mia:
        answer = await raw(mia, ticket, f'name="files"; {head}\r\nContent-Type: text/plain', b"x")
        assert answer.status_code == 303
        [said] = await messages(desk, ticket)
        assert [file["name"] for file in said["attachments"]] == [name]
        read = await mia.client.get(f"/console/attachments/{said['attachments'][0]['id']}")
        assert "\n" not in read.headers["content-disposition"]
        assert "set-cookie" not in read.headers


@pytest.mark.parametrize(
    "head",
    [
        'name="files"; filename="a\r\nSet-Cookie: b=c.txt"\r\nContent-Type: text/plain',
        'name="files"; filename="a\x00\r\n',
        'filename="a.txt"\r\nContent-Type: text/plain',
    ],
)
async def test_a_form_that_cannot_be_read_is_refused(desk: ServiceUnderTest, tmp_path: Path, head: str) -> None:
    ticket = await a_ticket(desk)
    async with visiting(desk, *ALL) as mia:
        assert (await raw(mia, ticket, head, b"x")).status_code == 400
        cut = await raw(
            mia, ticket, 'name="files"; filename="a.txt"\r\nContent-Type: text/plain', b"x" * 70_000, end=b""
        )
        assert cut.status_code == 400
        assert "The form breaks off." in cut.text
    assert await messages(desk, ticket) == []
    assert kept(tmp_path) == []


async def test_a_form_that_never_ends_is_given_up(
    desk: ServiceUnderTest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ticket = await a_ticket(desk)
    async with visiting(desk, *ALL) as mia:
        fields = {"csrf": code_of(await mia.client.get("/console"))}

        async def endless() -> AsyncIterator[bytes]:
            yield written(fields) + part('name="files"; filename="a.txt"\r\nContent-Type: text/plain', b"x" * 1_000)
            yield b"\r\n" + part('name="files"; filename="b.txt"\r\nContent-Type: text/plain', b"x" * 1_000)
            await asyncio.Event().wait()

        monkeypatch.setattr("shared.pages.files.LONGEST_SECONDS", 0.5)
        path = f"/console/tickets/{ticket['number']}/messages"
        answer = await mia.client.post(path, content=endless(), headers=KIND)
        assert (answer.status_code, answer.headers["connection"]) == (408, "close")
    assert kept(tmp_path) == []


async def test_more_fields_than_a_form_has_are_refused(desk: ServiceUnderTest) -> None:
    ticket = await a_ticket(desk)
    many = [(f"a{number}", (None, b"x")) for number in range(600)]
    async with visiting(desk, *ALL) as mia:
        assert (await send(mia, ticket, many)).status_code == 400
        packed = await mia.client.post(
            f"/console/tickets/{ticket['number']}/messages",
            files=[("body", (None, b"x"))],
            headers={"Content-Encoding": "gzip"},
        )
        assert packed.status_code == 415


async def raw(
    mia: Visitor, ticket: dict[str, Any], head: str, content: bytes, end: bytes = b"\r\n--b--\r\n"
) -> httpx.Response:
    """Send a form that is written by hand: its code, a text, and one part more."""
    path = f"/console/tickets/{ticket['number']}"
    fields = {"csrf": code_of(await mia.client.get(path)), "visibility": "public", "body": "See it."}
    body = written(fields) + part(head, content) + end
    return await mia.client.post(path + "/messages", content=body, headers=KIND)


def written(fields: Mapping[str, str]) -> bytes:
    """The fields of a form, as far as it goes."""
    return b"".join(part(f'name="{name}"', value.encode()) + b"\r\n" for name, value in fields.items())


def part(head: str, content: bytes) -> bytes:
    """One part, which does not end yet."""
    return f"--b\r\nContent-Disposition: form-data; {head}\r\n\r\n".encode() + content
