"""The people of the story as the services see them: requests with a key."""

import time
from types import TracebackType
from typing import Any, Self
from uuid import uuid4

import httpx

from deploy.local.stack import Stack

TIMEOUT = 10.0  # seconds
PATIENCE = 10.0  # seconds in which a request is tried again that got no answer, or was told to come back
PAUSE = 0.5  # seconds


class People:
    """Sends requests to the four services. Answers are dicts: the body, and under `http` the status."""

    def __init__(self, stack: Stack) -> None:
        self.stack = stack
        self._clients = {
            name: httpx.Client(base_url=service.url, headers={"X-API-Key": stack.api_key}, timeout=TIMEOUT)
            for name, service in stack.services.items()
        }

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for client in self._clients.values():
            client.close()

    def get(self, service: str, path: str, **query: Any) -> dict[str, Any]:
        """Read one thing."""
        return self._ask(service, "GET", path, params=query)

    def post(self, service: str, path: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
        """Make a thing, or act on it."""
        return self._ask(service, "POST", path, json={} if body is None else body)

    def put(self, service: str, path: str, body: dict[str, Any]) -> dict[str, Any]:
        """Set a thing."""
        return self._ask(service, "PUT", path, json=body)

    def list(self, service: str, path: str, **query: Any) -> list[dict[str, Any]]:
        """The first page of a list; empty where the answer is an error."""
        items: list[dict[str, Any]] = self.get(service, path, **query).get("items", [])
        return items

    def only(self, service: str, path: str, **query: Any) -> dict[str, Any]:
        """The newest of a list's items, and under `count` how many there are."""
        items = self.list(service, path, **query)
        return {**(items[0] if items else {}), "count": len(items)}

    def _ask(self, service: str, method: str, path: str, **content: Any) -> dict[str, Any]:
        if method == "POST":
            content["headers"] = {"Idempotency-Key": str(uuid4())}  # so that a second try does nothing twice
        deadline = time.monotonic() + PATIENCE
        while True:
            answer = self._try(service, method, path, content)
            if answer["http"] not in (None, httpx.codes.SERVICE_UNAVAILABLE) or time.monotonic() > deadline:
                return answer
            time.sleep(PAUSE)

    def _try(self, service: str, method: str, path: str, content: dict[str, Any]) -> dict[str, Any]:
        try:
            answer = self._clients[service].request(method, path, **content)
        except httpx.TransportError as error:
            return {"http": None, "title": f"{service} does not answer:", "detail": type(error).__name__}
        body = answer.json() if answer.content else {}
        return {**body, "http": answer.status_code}
