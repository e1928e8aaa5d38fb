"""Apache Kafka as our child: one combined KRaft node whose records outlive it."""

import base64
import fcntl
import shutil
import signal
import subprocess
import time
import uuid
from collections.abc import Mapping
from pathlib import Path
from string import Template
from types import MappingProxyType
from typing import Literal

from deploy.local import cluster_metadata, processes
from deploy.local.kafka.distribution import FOLDER, Distribution
from deploy.local.processes import ServerError

START_TIMEOUT = 60.0  # seconds; 1.6 as measured, 3.4 after kill -9
STOP_TIMEOUT = 5.0  # seconds; 0.5 as measured
LEFTOVER_TIMEOUT = 10.0  # seconds for a server whose launcher died to finish its own shutdown


class KafkaServer:
    """A broker on the folder `home`; keeps its port while this object lives, and its cluster id for ever.

    settings: of server.properties, instead of ours or besides; they may name $port and $controller_port.
    """

    kind: Literal["kafka"] = "kafka"

    def __init__(
        self,
        kafka: Distribution,
        home: Path,
        *,
        logs: Path,
        jvm_options: tuple[str, ...] = (),
        settings: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self.home = home.absolute()
        self.logs = logs.absolute()
        self._kafka = kafka
        self._jvm_options = jvm_options
        self._settings = settings
        self._port = processes.free_port()
        self._controller_port = processes.free_port()
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def data(self) -> Path:
        """The folder of the log's segments."""
        return self.home / "data"

    @property
    def bootstrap_servers(self) -> str:
        """Address of this broker, the same after each start."""
        return f"127.0.0.1:{self._port}"

    @property
    def cluster_id(self) -> str:
        """The id that the data folder was formatted with; raises FileNotFoundError before the first start."""
        lines = (self.data / "meta.properties").read_text().splitlines()
        return next(line.removeprefix("cluster.id=") for line in lines if line.startswith("cluster.id="))

    @property
    def pid(self) -> int | None:
        """The JVM's process id while it runs."""
        return self._process.pid if self._process is not None and self._process.poll() is None else None

    def start(self) -> None:
        """Start and wait until it takes records; formats the folder the first time. Main thread only."""
        if self.pid is not None:
            return
        self.home.mkdir(parents=True, exist_ok=True)
        self.logs.mkdir(parents=True, exist_ok=True)
        if not self.data.exists():
            self._format()
        self._wait_for_leftover()
        output = self.logs / "kafka.out"
        self._process = processes.spawn(
            self._kafka.command(
                "kafka.Kafka",
                self._write_properties(self.data),
                options=(
                    f"-Dlog4j2.configurationFile={FOLDER / 'log4j2.properties'}",
                    f"-Dkafka.log={self.logs / 'kafka.log'}",
                    *self._jvm_options,
                ),
            ),
            log=output,
            death_signal=signal.SIGTERM,
            env={"MALLOC_ARENA_MAX": "2"},
        )
        processes.wait_until(self._is_ready, self._process, what="Apache Kafka", log=output, timeout=START_TIMEOUT)

    def stop(self, timeout: float = STOP_TIMEOUT) -> None:
        """End it in order, killed after `timeout` seconds; the next start then has nothing to recover."""
        if self._process is not None:
            processes.stop(self._process, signal.SIGTERM, timeout)
            self._process = None

    def kill(self) -> None:
        """Kill -9."""
        if self._process is not None:
            processes.kill(self._process)
            self._process = None

    def _is_ready(self) -> bool:
        cluster = cluster_metadata.describe(self._port)
        return cluster is not None and cluster.is_ready and cluster.cluster_id == self.cluster_id

    def _format(self) -> None:
        fresh = self.home / "data.new"  # renamed when whole: a half-formatted folder is never taken for a log
        shutil.rmtree(fresh, ignore_errors=True)
        cluster_id = base64.urlsafe_b64encode(uuid.uuid4().bytes).decode().rstrip("=")
        properties = self._write_properties(fresh)
        processes.run(
            self._kafka.command(
                "kafka.tools.StorageTool", "format", f"--cluster-id={cluster_id}", "--config", properties
            )
        )
        fresh.rename(self.data)

    def _write_properties(self, data: Path) -> Path:
        properties = self.home / "server.properties"
        ours = (FOLDER / "server.properties.template").read_text()
        theirs = "".join(f"{name}={value}\n" for name, value in self._settings.items())
        # Of a setting that stands twice the later one holds.
        text = Template(f"{ours}\n{theirs}")
        properties.write_text(text.substitute(port=self._port, controller_port=self._controller_port, data=data))
        return properties

    def _wait_for_leftover(self) -> None:
        deadline = time.monotonic() + LEFTOVER_TIMEOUT
        while not _can_lock(self.data / ".lock"):
            if time.monotonic() > deadline:
                raise ServerError(f"Apache Kafka already runs on {self.data}; stop it first")
            time.sleep(processes.POLL_INTERVAL)


def _can_lock(path: Path) -> bool:
    """Whether no Kafka holds the lock of its folder (a lock of the POSIX kind)."""
    with path.open("a") as file:
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
    return True
