"""Strong entity tags: the row's version in quotes."""

import re

from shared.http.errors import PreconditionFailed

STRONG_TAG = re.compile(r'"([0-9]{1,10})"')


def of(version: int) -> str:
    """The ETag of a version."""
    return f'"{version}"'


def check(version: int, expected: int | None) -> None:
    """Refuse a write that was based on another version. Call it once the row is locked.

    expected: what `IfMatch` read from the request; None means the caller does not care.
    Raises PreconditionFailed.
    """
    if expected is not None and version != expected:
        raise PreconditionFailed(f"It is at version {version}.")


def matches(header: str, version: int) -> bool:
    """Does an If-None-Match header name this version? Weak tags count, as RFC 9110, 13.1.2 says."""
    if header.strip() == "*":
        return True
    tags = (tag.strip().removeprefix("W/") for tag in header.split(","))
    return of(version) in tags


def expected(header: str | None) -> int | None:
    """The version that an If-Match header names; None without a header and for `*`.

    Raises PreconditionFailed for a tag that no item can have, weak ones too (RFC 9110, 13.1.1).
    """
    if header is None or header.strip() == "*":
        return None
    if tag := STRONG_TAG.fullmatch(header.strip()):
        return int(tag[1])
    raise PreconditionFailed('If-Match takes one strong tag, as in "3".')
