"""The limit of the answer page: a template that is filled with values at hand.

It knows no token, no survey and no language but one; the stage holds that its page is built as the product's is.
"""

import os
from pathlib import Path
from typing import Any

import uvicorn
from jinja2 import Environment, FileSystemLoader

PAGE = {
    "brand": "serviceops",
    "colour": "#1f4e79",
    "title": "Would you recommend us?",
    "question": "How likely are you to recommend us to a friend or colleague?",
    "low": "Not at all likely",
    "high": "Extremely likely",
    "reason": "What is the main reason for your score?",
    "who_reads": "What you write goes to the people who work with you.",
    "optional": "Optional",
    "send": "Send my answer",
    "save": "Save for now",
    "sent_to": "Sent to ana-0@acme.example",
    "stop": "Stop these surveys",
    "locale": "en",
    "nonce": "0123456789abcdefABCDEF",
    "languages": [
        ("bg", "Български"),
        ("en", "English"),
        ("es", "Español"),
        ("no", "Norsk"),
        ("sr", "Српски"),
        ("sr-Latn", "Srpski"),
        ("sv", "Svenska"),
    ],
    "numbers": range(11),
}

_template = Environment(
    loader=FileSystemLoader(Path(__file__).parent), autoescape=True, trim_blocks=True, lstrip_blocks=True
).get_template("page.html")


async def app(scope: Any, receive: Any, send: Any) -> None:
    """The whole program."""
    if scope["type"] == "lifespan":
        await receive()
        await send({"type": "lifespan.startup.complete"})
        await receive()
        await send({"type": "lifespan.shutdown.complete"})
        return
    body = _template.render(PAGE, path=scope["path"]).encode()
    headers = [(b"content-type", b"text/html; charset=utf-8"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": body})


if __name__ == "__main__":
    uvicorn.run(
        app,
        host="127.0.0.1",
        port=int(os.environ["PORT"]),
        loop="uvloop",
        http="httptools",
        access_log=False,
        log_level="warning",
    )
