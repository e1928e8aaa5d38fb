"""What strangers call their files, made harmless."""

from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from services.ticketing.attachments import names


@pytest.mark.parametrize(
    ("given_name", "kept"),
    [
        ("report.pdf", "report.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Windows\\system32\\cmd.exe", "cmd.exe"),
        ("..", "file"),
        ("/", "file"),
        ("", "file"),
        (".htaccess", "htaccess"),
        ("a\r\nSet-Cookie: x=1.txt", "a Set-Cookie: x=1.txt"),
        ("invoice\u202efdp.exe", "invoice fdp.exe"),
        ("nul\x00.txt", "nul .txt"),
        ("blåbær 🫐.jpg", "blåbær 🫐.jpg"),
        ("x" * 300 + ".tar.gz", "x" * 252 + ".gz"),
    ],
)
def test_a_name_loses_what_could_harm(given_name: str, kept: str) -> None:
    assert names.safe(given_name) == kept


@given(some.text(max_size=400))
@settings(max_examples=300, deadline=None)
def test_any_name_is_one_plain_part_of_a_path_and_of_a_header(name: str) -> None:
    kept = names.safe(name)
    assert 0 < len(kept.encode()) <= names.LONGEST
    assert not set(kept) & set("/\\\r\n\0")
    assert kept not in (".", "..")
    assert names.safe(kept) == kept
    header = names.disposition(kept)
    assert header.isascii()
    assert header.isprintable()
    assert header.count('"') == 2
    assert unquote(header.rpartition("''")[2]) == kept


@pytest.mark.parametrize(
    ("header", "found"),
    [
        ("image/png", "image/png"),
        ("Text/HTML; charset=utf-8", "text/html"),
        ("application/vnd.ms-excel", "application/vnd.ms-excel"),
        ("multipart/form-data; boundary=x", None),
        ("image", None),
        ("image/png\r\nX: y", None),
        ("x/../y", None),
        ("", None),
        (None, None),
    ],
)
def test_a_media_type(header: str | None, found: str | None) -> None:
    assert names.media_type(header) == found
