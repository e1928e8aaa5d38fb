"""Stage: a list of saved views with counts, of 100,000 tickets, beside a ticket read by its id over the same API.

One API worker, warm, one request after another, in turns. A count goes no further than 1,000. The views are those that
tell searches apart: a word that half of the tickets say, a filter, no filter at all, and what fits no ticket.
"""

import asyncio
import http.client
import json
from statistics import median
from time import perf_counter
from typing import Any

from tests.load import scale, wire
from tests.load.figures import Figure
from tests.load.site import Running, Site

TICKETS = 100_000
STAGE = f"views with counts, of {TICKETS:,} tickets"
REACH = 10.0
DATABASE = "views"
REQUESTS = 40  # of each a round; the first quarter is to get warm
TICKETS_READ = 10

FILL = """
CREATE TEMPORARY TABLE made AS
SELECT n, uuidv7(n * interval '1 second' - interval '30 days') AS id,
       now() - interval '30 days' + n * interval '1 second' AS at,
       CASE WHEN n % 100 < 5 THEN 'new' WHEN n % 100 < 12 THEN 'open' WHEN n % 100 < 20 THEN 'pending' ELSE 'closed' END
         AS status
FROM generate_series(1, {tickets}) AS n;
INSERT INTO ticket (id, version, created_at, updated_at, type, subject, status, priority, channel, account_id, brand,
                    tags, custom, trace_id, resolution_code, solved_by, reopen_count, public_reply_count, solved_at,
                    closed_at)
SELECT id, 1, at, at, (ARRAY['question', 'incident', 'task'])[1 + n % 3], 'Case ' || n, status,
       (ARRAY['low', 'normal', 'high', 'urgent'])[1 + n % 4], 'email', md5('account' || n % 2000)::uuid, 'default',
       '{{}}', '{{}}', id, CASE status WHEN 'closed' THEN 'fixed' END, CASE status WHEN 'closed' THEN 'agent' END, 0, 0,
       CASE status WHEN 'closed' THEN at END, CASE status WHEN 'closed' THEN at END
FROM made ORDER BY n;
INSERT INTO message (id, ticket_id, visibility, author_kind, channel, body, created_at)
SELECT uuidv7(n * interval '1 second' - interval '30 days'), id, 'public', 'customer', 'email',
       CASE WHEN n % 4 < 2 THEN 'The invoice ' ELSE 'The delivery ' END
       || (SELECT string_agg('w' || hashint8(n * 8 + place) % 5000, ' ') FROM generate_series(1, 8) AS place), at
FROM made ORDER BY n;
"""

VIEWS: dict[str, tuple[dict[str, Any], str]] = {
    "a word of half the tickets": ({"q": "invoice"}, "1000+"),
    "a filter": ({"status": ["open"], "priority": ["high"], "type": ["incident"]}, ""),
    "no filter": ({}, "1000+"),
    "what fits no ticket": ({"q": "invoice", "type": ["repair"]}, "0"),
}
"""Each with its filters, and what its badge says; '' is counted by SQL."""

FITTING = "SELECT count(*) FROM ticket WHERE status = 'open' AND priority = 'high' AND type = 'incident'"


def measure(site: Site, rounds: int) -> list[Figure]:
    """List the views and read tickets in turns. Raises AssertionError where a count is not what it should be."""
    url = site.database("ticketing", DATABASE)
    site.admit("ticketing", url)
    for statement in (FILL.format(tickets=TICKETS), "VACUUM ANALYZE", "CHECKPOINT"):
        site.postgres.execute(statement, database=DATABASE)
    ids = site.rows(f"SELECT id FROM ticket ORDER BY id OFFSET {TICKETS // 2} LIMIT {TICKETS_READ}", DATABASE)
    with site.service("ticketing", "api", database_url=url) as api:
        made = {name: _make(api, site.key, name, filters) for name, (filters, _) in VIEWS.items()}
        _check_counts(api, site)
        paths = {"all of them": ["/v1/views?counts=true"]}
        paths |= {name: [f"/v1/views/{view_id}/count"] for name, view_id in made.items()}
        paths["a ticket"] = [f"/v1/tickets/{ticket_id}" for ticket_id in ids]
        took: dict[str, list[float]] = {name: [] for name in paths}
        for _ in range(rounds):
            for name, p50 in asyncio.run(_round(api, site.key, paths)).items():
                took[name].append(p50)
    ticket = took.pop("a ticket")
    return [
        Figure(STAGE, f"{name}, p50", "ms", "less", p50s, ticket, REACH if name == "all of them" else None)
        for name, p50s in took.items()
    ]


async def _round(api: Running, key: str, paths: dict[str, list[str]]) -> dict[str, float]:
    """The median of each, in milliseconds."""
    [line] = await wire.connect(api.port, 1)
    took: dict[str, list[float]] = {name: [] for name in paths}
    for number in range(REQUESTS):
        for name, each in paths.items():
            request = wire.get(api.port, each[number % len(each)], key)
            began = perf_counter()
            status, body = await scale.answer(line, request)
            took[name].append((perf_counter() - began) * 1000)
            assert status == 200, f"views, {name}: {status} {body[:500]!r}"
    line.close()
    return {name: median(milliseconds[len(milliseconds) // 4 :]) for name, milliseconds in took.items()}


def _check_counts(api: Running, site: Site) -> None:
    listed = _ask(api, site.key, "GET", "/v1/views?counts=true")["items"]
    said = {view["name"]: view["count"] and view["count"]["text"] for view in listed}
    [fitting] = site.rows(FITTING, DATABASE)
    assert 0 < int(fitting) < 1000, f"{fitting} tickets fit the filter"
    expected = {name: text or fitting for name, (_, text) in VIEWS.items()}
    assert said == expected, f"the views count {said}, not {expected}"


def _make(api: Running, key: str, name: str, filters: dict[str, Any]) -> str:
    view: str = _ask(api, key, "POST", "/v1/views", {"name": name, "filters": filters})["id"]
    return view


def _ask(api: Running, key: str, method: str, path: str, body: Any = None) -> dict[str, Any]:
    line = http.client.HTTPConnection("127.0.0.1", api.port, timeout=30)
    try:
        line.request(method, path, json.dumps(body), {"X-API-Key": key, "Content-Type": "application/json"})
        answered = line.getresponse()
        said: dict[str, Any] = json.load(answered)
    finally:
        line.close()
    assert 200 <= answered.status < 300, f"{method} {path}: {answered.status} {said}"
    return said
