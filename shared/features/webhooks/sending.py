"""One attempt: one request to one address, of which only the status of the answer matters."""

import asyncio
from dataclasses import dataclass
from time import perf_counter

import httpx

from shared.http import guarded
from shared.http.guarded import AddressRefused
from shared.ops.settings import ServiceSettings

WHOLE_SECONDS = 15.0  # from looking up the name to the answer's headers
USER_AGENT = "serviceops-webhooks"
GONE = 410


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an attempt. status: of the answer, if there was one."""

    name: str
    milliseconds: int
    status: int | None = None

    @property
    def delivered(self) -> bool:
        """Did the receiver take it?"""
        return self.name == "delivered"


async def attempt(http: httpx.AsyncClient, url: str, headers: dict[str, str], body: bytes) -> Outcome:
    """Send a body. http: a `guarded.client`. The answer's body is not read, so that it may be as long as it likes."""
    began = perf_counter()
    status = None
    try:
        async with asyncio.timeout(WHOLE_SECONDS):
            sent = {**headers, "content-type": "application/json", "user-agent": USER_AGENT}
            async with http.stream("POST", url, content=body, headers=sent) as answer:
                status = answer.status_code
        name = "delivered" if 200 <= status < 300 else f"http_{status}"
    except AddressRefused:
        name = "address_refused"
    except (TimeoutError, httpx.TimeoutException):
        name, status = "timeout", None
    except (httpx.NetworkError, OSError):
        name, status = "unreachable", None
    except (httpx.HTTPError, httpx.InvalidURL, ValueError):
        name, status = "protocol", None
    return Outcome(name, round((perf_counter() - began) * 1_000), status)


def client(settings: ServiceSettings) -> httpx.AsyncClient:
    """What attempts are made with: https outside, http only into the networks that the settings allow."""
    return guarded.client(settings, https_outside=True)
