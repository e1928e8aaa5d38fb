"""A load generator: requests are due at a constant rate, whether or not the last ones were answered.

    BENCH_KEY=… python -m tests.load.open_loop PORT SOURCE PER_SECOND SECONDS

A request whose connections are all busy waits for one, and its latency is counted from when it was due:
a server that stalls cannot keep the generator from noticing. Prints one line of JSON: when the first one was
due (seconds since 1970), and what was answered.
"""

import asyncio
import json
import os
import sys
import time
from collections import deque
from collections.abc import Callable
from functools import partial
from typing import Any

import uvloop

from tests.load import answers, wire

CONNECTIONS = 64
END_SECONDS = 20.0  # for the last answers
LEAD_SECONDS = 0.2  # from the first line of the schedule being written to its being due


async def load(port: int, request: Callable[[int], bytes], per_second: int, seconds: float) -> dict[str, Any]:
    """Send `per_second` * `seconds` requests, the one with number n due n / `per_second` after the first."""
    loop = asyncio.get_running_loop()
    lines = await wire.connect(port, CONNECTIONS)
    many = int(per_second * seconds)
    counts = {"answered": 0, "refused": 0}
    idle = deque(lines)
    waiting: deque[int] = deque()
    latencies: list[float] = []
    done = loop.create_future()
    first = time.time() + LEAD_SECONDS
    due_at: dict[wire.Connection, float] = {}

    def send(line: wire.Connection, number: int) -> None:
        due_at[line] = first + number / per_second
        line.send(request(number))

    def answered(line: wire.Connection, status: int, body: bytes) -> None:
        counts["answered" if wire.is_good(status) else "refused"] += 1
        latencies.append(time.time() - due_at[line])
        if waiting:
            send(line, waiting.popleft())
        else:
            idle.append(line)
        if sum(counts.values()) == many:
            done.set_result(None)

    for line in lines:
        line.answered = partial(answered, line)
    for number in range(many):
        pause = first + number / per_second - time.time()
        if pause > 0:
            await asyncio.sleep(pause)
        if idle:
            send(idle.popleft(), number)
        else:
            waiting.append(number)
    async with asyncio.timeout(END_SECONDS):
        await done
    for line in lines:
        line.close()
    latencies.sort()
    return {
        **counts,
        "first_due": first,
        "p50_ms": wire.percentile(latencies, 0.5) * 1000,
        "p99_ms": wire.percentile(latencies, 0.99) * 1000,
    }


if __name__ == "__main__":
    port, source, per_second, seconds = sys.argv[1:]
    requests = wire.post(int(port), "/v1/responses", os.environ["BENCH_KEY"], answers.bodies(source))
    print(json.dumps(uvloop.run(load(int(port), requests.make, int(per_second), float(seconds)))))
