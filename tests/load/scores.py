"""Stage: scores of a year by month, of a million answers beside ten thousand, spread over the same hours.

One API worker each, warm, one request after another, in turns. What is read one by one is told and not judged.
"""

import asyncio
import contextlib
from collections.abc import Iterator
from urllib.parse import urlencode

import asyncpg

from services.feedback.responses import hours
from shared.db.session import Database
from shared.events.cause import Cause
from shared.events.transaction import transaction
from shared.ops.clock import system_clock
from tests.load import scale
from tests.load.dataset.kept import LARGE, SMALL
from tests.load.figures import Figure
from tests.load.scale import Asked
from tests.load.site import Running, Site

ANSWERS = {SMALL: 10_000, LARGE: 1_000_000}
STAGE = f"scores of {ANSWERS[LARGE]:,} answers, by {ANSWERS[SMALL]:,}"
REACH = 5.0
YEAR = {"from": "2025-01-01T00:00:00Z", "to": "2026-01-01T00:00:00Z"}
LOAD_SECONDS = 300.0  # the longest that a database may take to be made

ANSWERED = """
INSERT INTO response (
  id, version, source, source_id, digest, survey_id, survey_version, survey_type, account_id, brand, locale, state,
  score, answers, outcome, themes, needs_triage, trace_id, answered_at, recorded_at
)
SELECT uuidv7(), 1, 'bench', number::text, '', '01a1f82f-0000-7000-8000-000000000001'::uuid, 1, 'nps',
       md5((number % 2000)::text)::uuid, 'default', (ARRAY['en', 'es', 'sv', 'no', 'sr', 'bg'])[1 + number % 6],
       'completed', number % 11, '[]',
       CASE WHEN number % 11 > 8 THEN 'positive' WHEN number % 11 > 6 THEN 'neutral' ELSE 'negative' END, '{}', false,
       uuidv7(), answered_at, answered_at
FROM (
  SELECT number, timestamptz '2025-01-01T00:00:00Z' + number * interval '365 days' / $1::int AS answered_at
  FROM generate_series(0, $1::int - 1) AS number
) AS given
"""


def measure(site: Site, rounds: int) -> list[Figure]:
    """Ask both in turns. Raises AssertionError where an answer is not what it should be."""
    found: dict[str, dict[str, list[float]]] = {}
    with _api(site, SMALL) as small, _api(site, LARGE) as large:
        apis = {SMALL: small, LARGE: large}
        for _ in range(rounds):
            for asked in (*JUDGED, *TOLD):
                took = asyncio.run(scale.one_round(site.key, asked, apis))
                for size in apis:
                    found.setdefault(asked.measure, {SMALL: [], LARGE: []})[size].append(took[size])
    judged = {asked.measure for asked in JUDGED}
    return [
        Figure(STAGE, f"{name}, p50", "ms", "less", took[LARGE], took[SMALL], REACH if name in judged else None)
        for name, took in found.items()
    ]


def _asked(measure: str, **query: str) -> Asked:
    path = f"/v1/scores?{urlencode({'metric': 'nps', **YEAR, **query})}"
    return Asked(measure, "feedback", {SMALL: [path], LARGE: [path]})


JUDGED = (
    _asked("by month", interval="month"),
    _asked("by month in Adelaide", interval="month", timezone="Australia/Adelaide"),
    _asked("by month and locale", interval="month", group_by="locale"),
    _asked("by day", interval="day"),
)
TOLD = (
    _asked("by month, each account alike", interval="month", weighting="account"),
    _asked("of each account", group_by="account_id"),
)


@contextlib.contextmanager
def _api(site: Site, size: str) -> Iterator[Running]:
    url = site.database("feedback", f"scores_{size}")
    site.admit("feedback", url)
    asyncio.run(asyncio.wait_for(_load(url, ANSWERS[size]), LOAD_SECONDS))
    with site.service("feedback", "api", database_url=url) as api:
        yield api


async def _load(url: str, answers: int) -> None:
    """Answers as they lie there after a year, and their hours, added up by the product's own job."""
    connection = await asyncpg.connect(url)
    database = Database("feedback", url, process="bench", transaction_timeout_seconds=0)
    cause, done = Cause("job/bench", "service/bench", system_clock()), 1
    try:
        await connection.execute(ANSWERED, answers)
        await connection.execute("VACUUM ANALYZE response")
        while done:
            async with transaction(database) as session:
                done = await hours.add_up_hours(session, cause, 168)
        await connection.execute("VACUUM ANALYZE score_hour")
        counted = await connection.fetchval("SELECT sum(n) FROM score_hour WHERE group_by = ''")
        assert counted == answers, f"{counted} of {answers} answers were added up"
    finally:
        await connection.close()
        await database.close()
