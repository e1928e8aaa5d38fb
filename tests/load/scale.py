"""Stage: what people ask for, of databases RATIO times as large as others: a million tickets by ten thousand.

One API worker each, warm, one request after another, in turns. Both hold the same hours, so that a metric adds up as
many cells; what differs is how much else there is.
"""

import asyncio
import contextlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from time import perf_counter
from urllib.parse import urlencode
from uuid import UUID

from shared.http import cursors
from tests.fixtures import run
from tests.load import directory, wire
from tests.load.answers import account_id
from tests.load.dataset import kept
from tests.load.dataset.copies import AGENTS
from tests.load.dataset.kept import LARGE, SMALL, Kept
from tests.load.figures import Figure
from tests.load.site import Running, Site

STAGE = "at {large:,} tickets, by {small:,}"
REACH = 1.3
MOST, FEWEST = 40, 4  # requests a round; the first quarter is to get warm
LONGEST = 2.0  # seconds a round, from FEWEST requests on
LIMIT = 25
OF_EACH = 10  # different pages, accounts, tickets in turn

LATELY = """
SELECT to_char(max(updated_at) - interval '1 day', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') FROM ticket
"""
SPAN = {"from": "2026-08-03T00:00:00Z", "to": "2026-10-26T00:00:00Z"}


@dataclass(frozen=True)
class Asked:
    """One thing that people ask for. paths: for each size, in turn. counted: what of an answer must be alike."""

    measure: str
    service: str
    paths: dict[str, list[str]]
    counted: str = "items"


def measure(site: Site, rounds: int) -> list[Figure]:
    """Ask the small and the large ones in turns. Raises AssertionError where an answer is not what it should be."""
    found: dict[str, dict[str, list[float]]] = {}
    with kept.opened(site.data) as data:
        for service in ("ticketing", "feedback", "analytics"):
            asked = ASKED[service](data)
            with _api(site, data, service, SMALL) as small, _api(site, data, service, LARGE) as large:
                apis = {SMALL: small, LARGE: large}
                for _ in range(rounds):
                    for one in asked:
                        took = asyncio.run(one_round(site.key, one, apis))
                        for size in apis:
                            found.setdefault(one.measure, {SMALL: [], LARGE: []})[size].append(took[size])
    stage = STAGE.format(large=kept.tickets(), small=kept.tickets() // kept.RATIO)
    return [
        Figure(stage, f"{measure}, p50", "ms", "less", by_size[LARGE], by_size[SMALL], REACH)
        for measure, by_size in found.items()
    ]


@contextlib.contextmanager
def _api(site: Site, data: Kept, service: str, size: str) -> Iterator[Running]:
    url = data.url(service, size)
    data.postgres.execute("DELETE FROM api_key", database=f"{service}_{size}")
    site.admit(service, url)
    with site.service(service, "api", database_url=url) as api:
        yield api


async def one_round(key: str, asked: Asked, apis: dict[str, Running]) -> dict[str, float]:
    """The median of each size, in milliseconds."""
    lines = {size: (await wire.connect(api.port, 1))[0] for size, api in apis.items()}
    took: dict[str, list[float]] = {size: [] for size in apis}
    counted = set()
    until = perf_counter() + LONGEST
    for number in range(MOST):
        if number >= FEWEST and perf_counter() > until:
            break
        for size, line in lines.items():
            paths = asked.paths[size]
            request = wire.get(apis[size].port, paths[number % len(paths)], key)
            began = perf_counter()
            status, body = await answer(line, request)
            took[size].append((perf_counter() - began) * 1000)
            assert status == 200, f"{asked.measure}, {size}: {status} {body[:500]!r}"
            counted.add(_count(asked, body))
    for line in lines.values():
        line.close()
    assert len(counted) == 1, f"{asked.measure}: answers of {sorted(counted)} {asked.counted} each"
    assert min(counted) > 0, f"{asked.measure}: empty answers"
    return {size: median(milliseconds[len(milliseconds) // 4 :]) for size, milliseconds in took.items()}


def _count(asked: Asked, body: bytes) -> int:
    """How many items, or hops, there are in an answer; one where it is a thing itself."""
    answer = json.loads(body)
    return len(answer[asked.counted]) if asked.counted else 1


async def answer(line: wire.Connection, request: bytes) -> tuple[int, bytes]:
    """What is answered to one request."""
    answered: asyncio.Future[tuple[int, bytes]] = asyncio.get_running_loop().create_future()
    line.answered = lambda status, body: answered.set_result((status, body))
    line.send(request)
    return await asyncio.wait_for(answered, 60)


def _tickets(data: Kept) -> list[Asked]:
    def listed(measure: str, *filters: dict[str, str]) -> Asked:
        paths = [_path("/v1/tickets", **each) for each in filters]
        return Asked(f"tickets, {measure}", "ticketing", {SMALL: paths, LARGE: paths})

    ids = {
        size: _evenly(data, f"ticketing_{size}", "SELECT id FROM ticket WHERE type = 'escalation'")
        for size in (SMALL, LARGE)
    }
    agents = [str(directory.manager_id(number)) for number in range(1, AGENTS, directory.MANAGERS)]
    [lately] = data.rows(LATELY, f"ticketing_{SMALL}")
    deep = {size: [_path("/v1/tickets", cursor=_cursor("/v1/tickets", id_)) for id_ in ids[size]] for size in ids}
    read = {size: [f"/v1/tickets/{id_}" for id_ in ids[size]] for size in ids}
    written = {size: [f"{path}/messages" for path in read[size]] for size in ids}
    clocks = {size: [f"{path}/sla" for path in read[size]] for size in ids}
    return [
        listed("page 1", {}),
        listed("page 1 with messages", {"include": "messages"}),
        Asked("tickets, a page in the middle", "ticketing", deep),
        listed("of an account", *({"account_id": str(account_id(number))} for number in range(OF_EACH))),
        listed("of an assignee", *({"assignee_id": agent} for agent in agents)),
        listed("open ones of an assignee", *({"assignee_id": agent, "status": "open"} for agent in agents)),
        listed("open", {"status": "open"}),
        listed("solved, high", {"status": "solved", "priority": "high"}),
        listed("by tag", {"tag": "billing"}),
        listed("changed lately", {"updated_since": lately}),
        Asked("a ticket", "ticketing", read, counted=""),
        Asked("a ticket's messages", "ticketing", written),
        Asked("a ticket's clocks", "ticketing", clocks),
    ]


def _answers(data: Kept) -> list[Asked]:
    def listed(measure: str, *filters: dict[str, str]) -> Asked:
        paths = [_path("/v1/responses", **each) for each in filters]
        return Asked(f"answers, {measure}", "feedback", {SMALL: paths, LARGE: paths})

    return [listed("page 1", {}), listed("negative", {"outcome": "negative"})]


def _metrics(data: Kept) -> list[Asked]:
    def values(metric: str, **asked: str) -> Asked:
        words = ", ".join(f"{name} {value}" for name, value in asked.items())
        path = f"/v1/metrics/{metric}/values?{urlencode({**SPAN, **asked, 'limit': 200})}"
        return Asked(f"{metric} ({words})", "analytics", {size: [path] for size in (SMALL, LARGE)})

    told = "SELECT trace_id FROM fact WHERE type = 'escalation.opened.v1'"
    stories = {size: _evenly(data, f"analytics_{size}", told) for size in (SMALL, LARGE)}
    traces = {size: [f"/v1/traces/{id_}" for id_ in stories[size]] for size in stories}
    return [
        values("nps", interval="day"),
        values("nps", interval="week", group_by="source"),
        values("tickets_closed", interval="week", group_by="priority"),
        values("sla_attainment", interval="day", group_by="sla_metric"),
        values("automation_conformance", interval="week", group_by="step"),
        values("nps", interval="day", timezone="Australia/Adelaide"),
        values("time_to_resolution", interval="week"),
        values("first_reply_time", interval="week", group_by="priority"),
        Asked("the trace of an escalation", "analytics", traces, counted="hops"),
    ]


ASKED = {"ticketing": _tickets, "feedback": _answers, "analytics": _metrics}


def _path(path: str, **query: str) -> str:
    return f"{path}?{urlencode({'limit': LIMIT, **query})}"


def _cursor(path: str, id_: str) -> str:
    return cursors.seal((UUID(id_),), of=path, secret=run.SECRET_KEY)


def _evenly(data: Kept, database: str, ids: str) -> Sequence[str]:
    """OF_EACH of these ids, spread over the second half of all."""
    rows = data.rows(f"SELECT * FROM ({ids}) AS found ORDER BY 1", database)
    return rows[len(rows) // 2 :: max(len(rows) // 2 // OF_EACH, 1)][:OF_EACH]
