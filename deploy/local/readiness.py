"""Asking processes whether they are ready, without an event loop or a thread."""

import http.client
import json

from deploy.local.postgres import HOST

ANSWER_TIMEOUT = 5.0  # seconds


def missing(port: int) -> str | None:
    """What /readyz on this port still misses, in words; None once it answers 200."""
    connection = http.client.HTTPConnection(HOST, port, timeout=ANSWER_TIMEOUT)
    try:
        connection.request("GET", "/readyz")
        answer = connection.getresponse()
        body = answer.read()
    except (OSError, http.client.HTTPException):
        return "no answer"
    finally:
        connection.close()
    if answer.status == http.client.OK:
        return None
    try:
        parts: dict[str, str] = json.loads(body)["parts"]
    except (ValueError, KeyError, TypeError):
        return f"status {answer.status}"
    return ", ".join(f"{name} is {state}" for name, state in parts.items() if state != "ok") or f"{answer.status}"
