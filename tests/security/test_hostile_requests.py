"""Every operation of every service under every attack: refused in one shape, or stored and harmless; never 5xx."""

import gc
import time
from collections.abc import Iterator

import httpx
import pytest

from tests.security.conftest import Target
from tests.security.hostile import ATTACKS, CANARY, Operation, Sent
from tests.security.test_routes import ROUTES

LONGEST_CPU_SECONDS = 1.0  # of the whole service in this thread, for one request


def operations(target: Target) -> list[Operation]:
    """All that the service's description has, with its parameters resolved."""
    document = target.service.app.openapi()
    shared = {f"#/components/parameters/{name}": value for name, value in document["components"]["parameters"].items()}
    found = []
    for path, methods in document["paths"].items():
        for method, described in methods.items():
            parameters = [shared.get(each.get("$ref"), each) for each in described.get("parameters", ())]
            example = rows = calendar = None
            if "text/csv" in (content := described.get("requestBody", {}).get("content", {})):
                rows = content["text/csv"]["example"]
            elif "text/calendar" in content:
                calendar = content["text/calendar"]["example"]
            elif "application/json" in content:
                name = described["requestBody"]["content"]["application/json"]["schema"]["$ref"].rsplit("/", 1)[1]
                example = document["components"]["schemas"][name]["examples"][0]
            described = {**described, "parameters": parameters}
            takes_file = "application/octet-stream" in content
            found.append(Operation(method.upper(), path, described, example, target.known, rows, calendar, takes_file))
    return found


async def send(client: httpx.AsyncClient, method: str, sent: Sent) -> httpx.Response:
    url = sent.url if sent.query is None else f"{sent.url}?{sent.query}"
    return await client.request(method, url, content=sent.content, headers=sent.headers)


async def timed(client: httpx.AsyncClient, method: str, sent: Sent) -> tuple[httpx.Response, float]:
    """The answer, and how many seconds of the processor it took."""
    began = time.thread_time()
    answer = await send(client, method, sent)
    return answer, time.thread_time() - began


@pytest.fixture(autouse=True)
def _no_garbage_of_others() -> Iterator[None]:
    """A full collection of all that the tests before left behind takes a second too."""
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.mark.parametrize("name", sorted(ATTACKS))
async def test_withstands(target: Target, name: str) -> None:
    service, met = target.service, operations(target)
    assert len(met) == ROUTES[service.name]
    audited = (await service.rows("SELECT count(*) AS n FROM audit"))[0].n
    faults = []
    for operation in met:
        for sent in ATTACKS[name](operation):
            answer, spent = await timed(service.client, operation.method, sent)
            if spent > LONGEST_CPU_SECONDS:  # the first of its kind may have loaded a library (holidays: a second)
                _, spent = await timed(service.client, operation.method, sent)
            if fault := fault_of(answer, sent, spent):
                faults.append(f"{operation.method} {operation.path} with {sent.what}: {fault}")
    assert not faults, "\n".join(faults)
    assert (await service.rows("SELECT count(*) AS n FROM audit"))[0].n >= audited


def fault_of(answer: httpx.Response, sent: Sent, spent: float) -> str | None:
    """What is wrong with an answer to an attack."""
    if answer.status_code not in sent.may_get:
        return f"{answer.status_code} {answer.text[:300]}"
    if spent > LONGEST_CPU_SECONDS:
        return f"took {spent:.1f} s of CPU"
    if answer.status_code < 400:
        return None
    if answer.headers["content-type"] != "application/problem+json":
        return f"answers {answer.headers['content-type']}"
    problem = answer.json()
    if CANARY in str({**problem, "instance": ""}):
        return f"echoes what was sent: {answer.text[:300]}"
    if problem["request_id"] != answer.headers["x-request-id"]:
        return "has another request id in its header"
    return None
