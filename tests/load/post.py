"""Stage: POST /v1/responses on one API worker, 32 connections, beside two programs without a check or a caller.

One writes what the suite writes, by one statement: the answer, its audit row, its loop case and two facts. The
other inserts the answer alone: the floor under every program that answers a POST out of this database. The same
once more for answers with a comment, which the suite reads (sentiment, themes, triage) and the others store.
"""

from collections.abc import Mapping
from typing import Any

from tests.load.figures import Figure
from tests.load.site import Running, Site

STAGE = "POST /v1/responses"
COMMENTED = f"{STAGE} with a comment"
CONNECTIONS = 32
WARM_SECONDS = 1.0
SECONDS = 4.0
REACH = 0.5

FACTS_OF_AN_ANSWER = 2  # response.received and loop.opened
ROWS = {"response": 1, "loop_case": 1, "audit": 1, "outbox": FACTS_OF_AN_ANSWER}
"""What an answer of the load leaves, by table."""

OF_ANSWERS = {
    "audit": "WHERE action = 'response.record'",
    "outbox": "WHERE type IN ('response.received.v1', 'loop.opened.v1')",
}
"""Which rows are looked at where there are others: what ships was recorded and told too."""

Measured = dict[str, Any]


def measure(site: Site, rounds: int) -> list[Figure]:
    """Load the limits and the suite in turns. Raises AssertionError where an answer was not kept."""
    suite_url, limit_url, floor_url = (site.database("feedback", name) for name in ("post", "post_limit", "post_floor"))
    site.admit("feedback", suite_url)
    with (
        site.service("feedback", "api", database_url=suite_url) as suite_api,
        site.limit("answer", env={"DATABASE_URL": limit_url}) as limit_api,
        site.limit("post", env={"DATABASE_URL": floor_url}) as floor_api,
    ):
        suite, limit, floor, suite_read, limit_stored = [], [], [], [], []
        for number in range(rounds):
            floor.append(load(site, floor_api, f"round-{number}", "plain"))
            limit.append(load(site, limit_api, f"round-{number}", "plain"))
            suite.append(load(site, suite_api, f"round-{number}", "plain"))
            limit_stored.append(load(site, limit_api, f"commented-{number}", "commented"))
            suite_read.append(load(site, suite_api, f"commented-{number}", "commented"))
    check(site, "post", [*suite, *suite_read], ROWS)
    check(site, "post_limit", [*limit, *limit_stored], ROWS)
    check(site, "post_floor", floor, {"response": 1})
    return [
        *_figures(STAGE, suite, limit, REACH),
        *_figures(f"{STAGE}, beside a bare insert", suite, floor),
        *_figures(COMMENTED, suite_read, limit_stored, REACH),
    ]


def _figures(stage: str, suite: list[Measured], limit: list[Measured], reach: float | None = None) -> list[Figure]:
    return [
        Figure(stage, "answers a second", "/s", "more", _of(suite, "per_second"), _of(limit, "per_second"), reach),
        Figure(stage, "p50", "ms", "less", _of(suite, "p50_ms"), _of(limit, "p50_ms")),
        Figure(stage, "p99", "ms", "less", _of(suite, "p99_ms"), _of(limit, "p99_ms")),
        Figure(stage, "CPU an answer", "ms", "less", _of(suite, "cpu_ms"), _of(limit, "cpu_ms")),
    ]


def load(site: Site, api: Running, source: str, kind: str) -> Measured:
    """Answers of a kind (plain or commented) on CONNECTIONS, each sent when the last one was recorded."""
    site.settle()
    arguments = (str(api.port), source, str(CONNECTIONS), str(WARM_SECONDS), str(SECONDS), kind)
    before = api.cpu_seconds()
    measured = site.generate("tests.load.closed_loop", *arguments, seconds=WARM_SECONDS + SECONDS)
    return {**measured, "cpu_ms": (api.cpu_seconds() - before) / measured["answered"] * 1000}


def check(site: Site, database: str, loads: list[Measured], rows: Mapping[str, int]) -> None:
    """Whatever was answered 2xx is there, and nothing else was answered."""
    answered = sum(load["answered"] for load in loads)
    refused = sum(load["refused"] for load in loads)
    assert not refused, f"{database}: {refused} requests were refused"
    for table, each in rows.items():
        kept = int(site.rows(f"SELECT count(*) FROM {table} {OF_ANSWERS.get(table, '')}", database)[0])
        assert kept == answered * each, f"{database}: {answered} answers, but {kept} rows in {table}"


def _of(loads: list[Measured], name: str) -> list[float]:
    return [load[name] for load in loads]
