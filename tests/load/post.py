"""Stage: POST /v1/responses on one API worker, 32 connections, beside a bare insert."""

from typing import Any

from tests.load.figures import Figure
from tests.load.site import Running, Site

STAGE = "POST /v1/responses"
CONNECTIONS = 32
WARM_SECONDS = 1.0
SECONDS = 4.0
REACH = 0.4

FACTS_OF_AN_ANSWER = 2  # response.received and loop.opened

Measured = dict[str, Any]


def measure(site: Site, rounds: int) -> list[Figure]:
    """Load the limit and the suite in turns. Raises AssertionError where an answer was not kept."""
    suite_url, limit_url = site.database("feedback", "post"), site.database("feedback", "post_limit")
    site.admit("feedback", suite_url)
    with (
        site.service("feedback", "api", database_url=suite_url) as suite_api,
        site.limit("post", env={"DATABASE_URL": limit_url}) as limit_api,
    ):
        suite: list[Measured] = []
        limit: list[Measured] = []
        for number in range(rounds):
            limit.append(_load(site, limit_api, f"round-{number}"))
            suite.append(_load(site, suite_api, f"round-{number}"))
    _check(site, suite, limit)
    return [
        Figure(STAGE, "answers a second", "/s", "more", _of(suite, "per_second"), _of(limit, "per_second"), REACH),
        Figure(STAGE, "p50", "ms", "less", _of(suite, "p50_ms"), _of(limit, "p50_ms")),
        Figure(STAGE, "p99", "ms", "less", _of(suite, "p99_ms"), _of(limit, "p99_ms")),
        Figure(STAGE, "CPU an answer", "ms", "less", _of(suite, "cpu_ms"), _of(limit, "cpu_ms")),
    ]


def _load(site: Site, api: Running, source: str) -> Measured:
    site.settle()
    arguments = (str(api.port), source, str(CONNECTIONS), str(WARM_SECONDS), str(SECONDS))
    before = api.cpu_seconds()
    measured = site.generate("tests.load.closed_loop", *arguments, seconds=WARM_SECONDS + SECONDS)
    return {**measured, "cpu_ms": (api.cpu_seconds() - before) / measured["answered"] * 1000}


def _check(site: Site, suite: list[Measured], limit: list[Measured]) -> None:
    """Whatever was answered 2xx is there, and nothing else was answered."""
    for database, loads, tables in (
        ("post", suite, {"response": 1, "loop_case": 1, "audit": 1, "outbox": FACTS_OF_AN_ANSWER}),
        ("post_limit", limit, {"response": 1}),
    ):
        answered = sum(load["answered"] for load in loads)
        refused = sum(load["refused"] for load in loads)
        assert not refused, f"{database}: {refused} requests were refused"
        for table, each in tables.items():
            wanted = {"audit": "WHERE action = 'response.record'"}.get(table, "")
            kept = int(site.rows(f"SELECT count(*) FROM {table} {wanted}", database)[0])
            assert kept == answered * each, f"{database}: {answered} answers, but {kept} rows in {table}"


def _of(loads: list[Measured], name: str) -> list[float]:
    return [load[name] for load in loads]
