"""Stage: every metric rebuilt from a million facts over HTTP, beside a plain COPY out of the same facts."""

import asyncio
import http.client
import json
import time
from collections import Counter
from urllib.parse import urlencode

import asyncpg

from services.analytics.metrics.definitions import METRICS
from tests.load.dataset import kept
from tests.load.figures import Figure
from tests.load.site import Running, Site

STAGE = "recompute of all metrics"
REACH = 10.0
SECONDS = 60.0  # the longest that one of its answers may take

COPIED = "SELECT * FROM fact"
HELD = "SELECT count(*) FROM contribution"


def measure(site: Site, rounds: int) -> list[Figure]:
    """Copy, then rebuild. Raises AssertionError where a metric differs: it is all as the product counts it."""
    took: dict[str, list[float]] = {}
    with kept.opened(site.data) as data, data.copy("analytics", kept.RECOMPUTED) as url:
        name = f"{kept.RECOMPUTED}_copy"
        site.admit("analytics", url)
        [facts] = data.rows("SELECT count(*) FROM fact", name)
        with site.service("analytics", "api", database_url=url) as api:
            took["limit"] = [asyncio.run(_copied(url)) for _ in range(rounds)]
            began = time.monotonic()
            compared = _recomputed(site, api)
            took["suite"] = [time.monotonic() - began]  # once: it goes on for a minute or two
            [held] = data.rows(HELD, name)
            assert compared == int(held), f"{compared} contributions were compared, but {held} are held"
    return [Figure(STAGE, f"{int(facts):,} facts, by a COPY of them", "s", "less", took["suite"], took["limit"], REACH)]


async def _copied(url: str) -> float:
    """How long a COPY takes that nothing is made of."""
    connection = await asyncpg.connect(url)
    try:
        began = time.monotonic()
        await connection.copy_from_query(COPIED, output=_drop)
        return time.monotonic() - began
    finally:
        await connection.close()


async def _drop(data: bytes) -> None:
    return


def _recomputed(site: Site, api: Running) -> int:
    """How many contributions were compared, of all metrics."""
    compared = Counter[str]()
    line = http.client.HTTPConnection("127.0.0.1", api.port, timeout=SECONDS)
    try:
        cursor = ""
        while cursor is not None:
            query = f"?{urlencode({'cursor': cursor})}" if cursor else ""
            line.request("POST", f"/v1/metrics/recompute{query}", headers={"X-API-Key": site.key})
            answer = line.getresponse()
            body = answer.read()
            assert answer.status == 200, f"recompute: {answer.status} {body[:500]!r}"
            done = json.loads(body)
            # Metrics that differ in how they are read share their contributions.
            once = {METRICS[item["metric_id"]].kept_as: item for item in done["items"]}
            for kept_as, item in once.items():
                assert not item["differing"], f"{item['metric_id']} differs: {item['differences'][:3]}"
                compared[kept_as] += item["compared"]
            cursor = done["next_cursor"]
    finally:
        line.close()
    return compared.total()
