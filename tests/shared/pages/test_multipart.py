"""Forms with files, in whatever pieces they arrive, and bodies that only look like them."""

import tracemalloc
from collections.abc import AsyncIterator

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.http.errors import Unreadable
from shared.pages import multipart

BOUNDARY = b"b-1"


async def pieces(body: bytes, size: int) -> AsyncIterator[bytes]:
    for start in range(0, len(body), size):
        yield body[start : start + size]


async def read(body: bytes, size: int, boundary: bytes = BOUNDARY) -> list[tuple[str, str | None, str | None, bytes]]:
    return [
        (part.name, part.filename, part.media_type, b"".join([chunk async for chunk in part.content]))
        async for part in multipart.parts(pieces(body, size), boundary)
    ]


NASTY = st.lists(st.sampled_from([b"\r", b"\n", b"-", b"--", b"b-1", b"\r\n--b-", b"x", b"\x00\xff"])).map(b"".join)


@given(text=st.text(max_size=20), content=NASTY, size=st.integers(1, 40))
async def test_what_a_client_writes_is_read_whatever_the_pieces(text: str, content: bytes, size: int) -> None:
    request = httpx.Request(
        "POST",
        "http://tests",
        data={"body": text},
        files={"files": ("a.bin", content, "application/x-a")},
        headers={"Content-Type": "multipart/form-data; boundary=never-in-it"},
    )
    body = b"".join([chunk async for chunk in request.stream])  # type: ignore[union-attr]
    assert await read(body, size, b"never-in-it") == [
        ("body", None, None, text.encode()),
        ("files", "a.bin", "application/x-a", content),
    ]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ('filename="a.txt"', "a.txt"),
        ('filename=""', ""),
        ('filename="../../etc/pass\\wd"', "../../etc/pass\\wd"),
        ('filename="a%22b%0D%0Ac.txt"', 'a"b\r\nc.txt'),
        ('filename="a\\"b.txt"', 'a"b.txt'),
        ('filename="hällo; name=x.txt"', "hällo; name=x.txt"),
    ],
)
async def test_names_are_read_as_they_were_meant(written: str, name: str) -> None:
    body = f'--b-1\r\nContent-Disposition: form-data; name="files"; {written}\r\n\r\nx\r\n--b-1--\r\n'.encode()
    assert await read(body, 7) == [("files", name, None, b"x")]


HEAD = b'--b-1\r\nContent-Disposition: form-data; name="a"'


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"--b-1",
        b"hello" + HEAD + b"\r\n\r\nx\r\n--b-1--",
        HEAD + b"\r\n\r\nx",
        HEAD + b"\r\n\r\nx\r\n--b-1",
        HEAD + b"\r\n\r\nx\r\n--b-12\r\n",
        HEAD + b'; filename="a\r\nX: y.txt"\r\n\r\nx\r\n--b-1--',
        HEAD + b'; filename="a\r\n\r\nx\r\n--b-1--',
        HEAD + b"; filename=\xff\r\n\r\nx\r\n--b-1--",
        b"--b-1\r\n\r\nx\r\n--b-1--",
        b"--b-1\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b-1--",
        b'--b-1\r\nContent-Disposition: form-data; filename="a"\r\n\r\nx\r\n--b-1--',
        b'--b-1\r\nContent-Disposition: attachment; name="a"\r\n\r\nx\r\n--b-1--',
        HEAD + b"; a=" + b'"\\' * 4_000 + b"\r\n\r\nx\r\n--b-1--",
        HEAD + b"x" * 10_000_000,
    ],
)
async def test_what_is_no_form_is_refused(body: bytes) -> None:
    for size in (1, 65_536) if len(body) < 1_000 else (65_536,):
        with pytest.raises(Unreadable):
            await read(body, size)


@pytest.mark.parametrize("kind", ["multipart/form-data", "multipart/form-data; boundary=" + "x" * 71])
def test_without_a_boundary_there_are_no_parts(kind: str) -> None:
    with pytest.raises(Unreadable):
        multipart.boundary_of(kind)


def test_other_bodies_are_no_forms_with_files() -> None:
    assert multipart.boundary_of('Multipart/Form-Data; boundary="a b"'.replace(" b", "b")) == b"ab"
    for kind in (None, "", "application/x-www-form-urlencoded", "multipart/mixed; boundary=x"):
        assert multipart.boundary_of(kind) is None


async def test_a_large_file_takes_no_more_memory_than_a_piece() -> None:
    async def large() -> AsyncIterator[bytes]:
        yield HEAD + b'; filename="a"\r\n\r\n'
        for _ in range(500):
            yield b"x" * 65_536
        yield b"\r\n--b-1--"

    tracemalloc.start()
    size = 0
    async for part in multipart.parts(large(), BOUNDARY):
        async for chunk in part.content:
            size += len(chunk)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert size == 500 * 65_536
    assert most < 1_000_000
