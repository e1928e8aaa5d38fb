"""The peer: installed and filled by its own setup.sh, and running while a block lasts."""

import contextlib
import json
import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from deploy.local import processes
from deploy.local.processes import ServerError

FILES = ("setup.sh", "peer.py", "load.py", "scenarios.toml")
SETUP_SECONDS = 600.0
START_SECONDS = 120.0
STOP_SECONDS = 30.0
UV = Path(".tools/uv/bin")  # where `make setup` puts uv where there is none
HOST = Path(__file__).with_name("host.py")


class Server(NamedTuple):
    """Something that answers HTTP, and what its generator must know. watched: processes by name."""

    url: str
    header: str
    scenarios: Path
    watched: dict[str, int]


class Helpdesk:
    """The peer in its folder, and what it keeps in ours."""

    def __init__(self, home: Path, scratch: Path) -> None:
        """Raises ServerError where the folder lacks what it must bring."""
        if lacking := [name for name in FILES if not (home / name).is_file()]:
            raise ServerError(f"PEER={home} has no {', no '.join(lacking)}: it must be the folder of the peer")
        self.home = home
        self.scratch = scratch
        self.python = scratch / "venv" / "bin" / "python"
        self._env = {
            "SCRATCH": str(scratch),
            "PYTHONPATH": str(home),
            "PYTHONDONTWRITEBYTECODE": "1",
            "PATH": f"{os.environ['PATH']}:{UV.absolute()}",
        }

    def set_up(self, tickets: int) -> None:
        """Install what is missing, and fill its database anew."""
        log = self.scratch / "setup.log"
        with log.open("w") as output:
            done = subprocess.run(
                [self.home / "setup.sh"],
                env={**os.environ, **self._env, "TICKETS": str(tickets)},
                stdout=output,
                stderr=subprocess.STDOUT,
                timeout=SETUP_SECONDS,
                check=False,
            )
        if done.returncode != 0:
            raise ServerError(f"the peer was not set up; {log} ends:\n{processes.tail(log)}")

    @contextlib.contextmanager
    def running(self) -> Iterator[dict[str, Server]]:
        """Its servers by variant, each with one worker."""
        told, log = self.scratch / "host.json", self.scratch / "host.log"
        told.unlink(missing_ok=True)
        process = processes.spawn([self.python, HOST, told], log=log, death_signal=signal.SIGTERM, env=self._env)
        try:
            processes.wait_until(told.exists, process, what="the peer", log=log, timeout=START_SECONDS)
            known = json.loads(told.read_text())
            yield {
                variant: Server(
                    url,
                    f"Authorization: Token {known['token']}",
                    self.home / "scenarios.toml",
                    {"app": pid, "postgres": known["postmaster"]},
                )
                for variant, (url, pid) in known["servers"].items()
            }
        finally:
            processes.stop(process, signal.SIGTERM, STOP_SECONDS)
