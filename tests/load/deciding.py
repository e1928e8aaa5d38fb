"""Decides the waves of a database, until none is due: `python -m tests.load.deciding DSN`; prints how it went."""

import asyncio
import json
import resource
import sys
import time

from services.feedback.waves import jobs
from shared.db.session import Database
from shared.ops.clock import system_clock


async def decide(url: str) -> float:
    """Seconds that it took."""
    database = Database("feedback", url, process="bench")
    try:
        began = time.monotonic()
        while await jobs.go_on(database, system_clock):
            pass
        return time.monotonic() - began
    finally:
        await database.close()


if __name__ == "__main__":
    seconds = asyncio.run(decide(sys.argv[1]))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024  # Linux counts KiB
    print(json.dumps({"seconds": seconds, "peak_mib": peak}))
