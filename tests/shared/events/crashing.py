"""A process of its own for crash tests: feedback's relay and ticketing's consumer, killed where CRASH_HERE says.

`python -m tests.shared.events.crashing FEEDBACK_URL TICKETING_URL BOOTSTRAP FETCH_MS`

All answers have one subject, and so one partition: what comes again comes before what is told later.
"""

import asyncio
import sys
import uuid

import shared.contracts  # noqa: F401 - fills the register
from shared.db.session import Database
from shared.events.kafka import Kafka
from tests.shared.events.conftest import Bench, answer, tell_answers

SUBJECT = uuid.UUID("01935f2e-7c00-7000-8000-000000000001")


async def main(feedback_url: str, ticketing_url: str, bootstrap_servers: str, fetch_ms: str) -> None:
    """Run both; tell one answer a while, so that every point is passed."""
    kafka = Kafka(bootstrap_servers, fetch_max_wait_ms=int(fetch_ms), session_timeout_ms=6_000)
    bench = Bench(Database("feedback", feedback_url), Database("ticketing", ticketing_url), kafka)
    async with bench.relaying() as relay, bench.consuming():
        bench.feedback.when_facts_commit(relay.wake)
        while True:
            await tell_answers(bench.feedback, answer(SUBJECT))
            await asyncio.sleep(0.05)


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
