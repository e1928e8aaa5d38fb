"""`python -m deploy.local.kafka`: installs Apache Kafka and shows that it starts."""

import logging
import sys
import tempfile
import time
from pathlib import Path

from deploy.local.kafka import installation
from deploy.local.kafka.server import KafkaServer
from deploy.local.processes import ServerError


def main() -> int:
    """Print each step with its seconds; returns the exit status."""
    logging.getLogger("aiokafka").setLevel(logging.CRITICAL)  # it asks until the group coordinator is there
    try:
        started = time.monotonic()
        kafka = installation.install()
        print(f"Apache Kafka is installed in {kafka.jars} ({time.monotonic() - started:.1f} s)")
        with tempfile.TemporaryDirectory() as folder:
            server = KafkaServer(kafka, Path(folder) / "kafka", logs=Path(folder))
            started = time.monotonic()
            server.start()
            print(f"ready: a new broker took {time.monotonic() - started:.1f} s to start")
            server.stop()
    except ServerError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
