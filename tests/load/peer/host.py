"""Runs in the peer's own environment: its PostgreSQL, and one gunicorn with one worker for each of its variants.

    SCRATCH=… PYTHONPATH=<PEER> python host.py TOLD

Writes what is to be known of them to the file TOLD once they answer, and ends them at SIGTERM.
"""

import contextlib
import importlib
import json
import signal
import sys
import threading
from pathlib import Path

VARIANTS = ("stock", "paged", "tuned")
ONE_WORKER = ["--workers", "1", "--worker-class", "sync"]


def main(told: Path) -> None:
    peer = importlib.import_module("peer")
    ended = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: ended.set())
    with contextlib.ExitStack() as stack:
        postmaster = stack.enter_context(peer.postgres())
        servers = {name: stack.enter_context(peer.gunicorn(name, ONE_WORKER)) for name in VARIANTS}
        fresh = told.with_suffix(".new")
        fresh.write_text(
            json.dumps({"servers": servers, "postmaster": postmaster, "token": peer.TOKEN_FILE.read_text()})
        )
        fresh.rename(told)
        ended.wait()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
