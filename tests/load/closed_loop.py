"""A load generator: each connection sends its next request when its last one was answered.

    BENCH_KEY=… python -m tests.load.closed_loop PORT SOURCE CONNECTIONS WARM_SECONDS SECONDS commented|plain

Prints one line of JSON: what was answered in all, and the rate and latencies of the measured time alone.
"""

import asyncio
import json
import os
import sys
from collections.abc import Callable
from time import perf_counter
from typing import Any

import uvloop

from tests.load import answers, wire

END_SECONDS = 10.0  # for the last answers


async def load(
    port: int, request: Callable[[int], bytes], connections: int, warm: float, seconds: float
) -> dict[str, Any]:
    """Load a server for `warm` + `seconds`; then let every request that is under way be answered.

    request: the one with this number, from 1 on.
    """
    loop = asyncio.get_running_loop()
    lines = await wire.connect(port, connections)
    begin = perf_counter() + warm
    end = begin + seconds
    latencies: list[float] = []
    counts = {"answered": 0, "refused": 0}
    sent = 0

    def drive(line: wire.Connection, idle: asyncio.Future[None]) -> None:
        sent_at = 0.0

        def send() -> None:
            nonlocal sent, sent_at
            sent += 1
            sent_at = perf_counter()
            line.send(request(sent))

        def answered(status: int, body: bytes) -> None:
            now = perf_counter()
            good = wire.is_good(status)
            counts["answered" if good else "refused"] += 1
            if good and begin <= now < end:
                latencies.append(now - sent_at)
            if now < end:
                send()
            else:
                idle.set_result(None)

        line.answered = answered
        send()

    idle: list[asyncio.Future[None]] = [loop.create_future() for _ in lines]
    for line, future in zip(lines, idle, strict=True):
        drive(line, future)
    async with asyncio.timeout(warm + seconds + END_SECONDS):
        await asyncio.gather(*idle)
    for line in lines:
        line.close()
    latencies.sort()
    return {
        **counts,
        "per_second": len(latencies) / seconds,
        "p50_ms": wire.percentile(latencies, 0.5) * 1000,
        "p99_ms": wire.percentile(latencies, 0.99) * 1000,
    }


if __name__ == "__main__":
    port, source, connections, warm, seconds, kind = sys.argv[1:]
    bodies = answers.bodies(source, commented=kind == "commented")
    requests = wire.post(int(port), "/v1/responses", os.environ["BENCH_KEY"], bodies)
    loading = load(int(port), requests.make, int(connections), float(warm), float(seconds))
    print(json.dumps(uvloop.run(loading)))
