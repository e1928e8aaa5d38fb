"""The conductor's hold of the proxy: starts its process and gives it orders, without an event loop."""

import json
import socket
import subprocess
import sys
from pathlib import Path
from signal import SIGKILL
from typing import Any

from deploy.local import processes

HOST = "127.0.0.1"
START_SECONDS = 20.0
ORDER_SECONDS = 10.0


class Wires:
    """All connections to PostgreSQL and to the broker. `port(link)` is where clients find what is behind a link."""

    def __init__(self, log: Path) -> None:
        self._log = log
        self._ports: dict[str, int] = {}
        self._process: subprocess.Popen[bytes] | None = None
        self._line: socket.socket | None = None

    def start(self) -> None:
        """Start the proxy. Main thread only."""
        port = processes.free_port()
        self._process = processes.spawn(
            [sys.executable, "-m", "tests.chaos.proxy", str(port)], log=self._log, death_signal=SIGKILL
        )
        processes.wait_until(
            lambda: not processes.port_is_free(port),
            self._process,
            what="the proxy",
            log=self._log,
            timeout=START_SECONDS,
        )
        self._line = socket.create_connection((HOST, port), timeout=ORDER_SECONDS)

    def stop(self) -> None:
        """End it."""
        if self._line is not None:
            self._line.close()
        if self._process is not None:
            processes.kill(self._process)

    def port(self, link: str) -> int:
        """Where a link listens."""
        return self._ports[link]

    def listen(self, link: str, to: int, port: int | None = None) -> int:
        """Open a link that leads to a port of this machine; answers where it listens. A second one takes its name."""
        self._ports[link] = port or processes.free_port()
        self._order(do="listen", link=link, port=self._ports[link], to=to)
        return self._ports[link]

    def lead(self, link: str, to: int) -> None:
        """New connections of this link lead elsewhere."""
        self._order(do="lead", link=link, to=to)

    def cut(self, link: str, share: float, seed: int) -> int:
        """End a share of the connections in order; answers how many."""
        return int(self._order(do="break", link=link, share=share, reset=False, seed=seed))

    def reset(self, link: str, share: float, seed: int) -> int:
        """End a share of the connections by RST; answers how many."""
        return int(self._order(do="break", link=link, share=share, reset=True, seed=seed))

    def delay(self, link: str, seconds: float) -> None:
        """Hold all data back so long, until it is set to 0."""
        self._order(do="delay", link=link, seconds=seconds)

    def refuse(self, link: str, refuses: bool) -> None:
        """Reset all connections, and new ones too, until it is taken back."""
        self._order(do="refuse", link=link, refuses=refuses)

    def _order(self, **order: Any) -> Any:
        assert self._line is not None
        self._line.sendall(json.dumps(order).encode() + b"\n")
        answer = b""
        while not answer.endswith(b"\n"):
            piece = self._line.recv(4096)
            if not piece:
                raise processes.ServerError(f"the proxy is gone; {self._log} ends:\n{processes.tail(self._log)}")
            answer += piece
        return json.loads(answer)["done"]
