"""Feedback's relay in a process of its own: `python -m tests.shared.events.relaying FEEDBACK_URL BOOTSTRAP`."""

import asyncio
import sys

from shared.events.kafka import Kafka
from shared.events.relay import Relay
from shared.ops.metrics import Metrics

if __name__ == "__main__":
    asyncio.run(Relay("feedback", sys.argv[1], Kafka(sys.argv[2]), Metrics("test")).run())
