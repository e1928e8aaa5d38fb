"""A load generator: customers who open their answer pages, and who send them.

    python -m tests.load.guests open PORT PER_SECOND SECONDS
    python -m tests.load.guests browse PORT CONNECTIONS WARM_SECONDS SECONDS
    python -m tests.load.guests send PORT FIRST CONNECTIONS WARM_SECONDS SECONDS

open: at a constant rate; browse and send: each connection when its last request was answered. A form is sent for the
invitation with number FIRST and for those that follow, one for each. Prints one line of JSON, as the loops do.
"""

import json
import sys
from collections.abc import Coroutine
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

import uvloop

from services.feedback.invitations.tokens import token_of
from tests.fixtures.run import SECRET_KEY
from tests.load import closed_loop, open_loop
from tests.load.answers import COMMENTS
from tests.load.wire import HOST

READ = 100
"""Invitations, from the first on, whose pages are opened; nobody answers them."""

FORMS = [
    urlencode({"locale": "en", "asked": "score reason", "score": 3, "q.reason": comment, "do": "send"})
    for comment in COMMENTS
]


def invitation_id(number: int) -> UUID:
    """The id of an invitation, from its number."""
    return UUID(int=0x01A1F82F_1E81_7A20_8C51_000000000000 + number)


def page(number: int) -> str:
    """Where an invitation is answered."""
    return f"/r/{token_of(invitation_id(number), SECRET_KEY)}"


def opening(port: int, number: int) -> bytes:
    """The request of who follows the link of a mail."""
    return f"GET {page(number)} HTTP/1.1\r\nHost: {HOST}:{port}\r\nAccept-Language: en\r\n\r\n".encode()


def sending(port: int, number: int) -> bytes:
    """The request of who presses the button under a whole answer: a score and a reason."""
    form = FORMS[number % len(FORMS)]
    return (
        f"POST {page(number)} HTTP/1.1\r\nHost: {HOST}:{port}\r\nAccept-Language: en\r\n"
        f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(form)}\r\n\r\n{form}"
    ).encode()


def _load(what: str, port: int, *numbers: str) -> Coroutine[Any, Any, dict[str, Any]]:
    opened = [opening(port, number) for number in range(READ)]
    if what == "open":
        per_second, seconds = numbers
        return open_loop.load(port, lambda number: opened[number % READ], int(per_second), float(seconds))
    *first, connections, warm, seconds = numbers
    if what == "browse":
        return closed_loop.load(
            port, lambda number: opened[number % READ], int(connections), float(warm), float(seconds)
        )
    [begin] = map(int, first)
    return closed_loop.load(
        port, lambda number: sending(port, begin + number - 1), int(connections), float(warm), float(seconds)
    )


if __name__ == "__main__":
    what, port, *numbers = sys.argv[1:]
    print(json.dumps(uvloop.run(_load(what, int(port), *numbers))))
