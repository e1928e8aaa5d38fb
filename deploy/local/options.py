"""What may be chosen: PORT_BASE, STATE, BROKER and STORY, from the environment, so that `make run STATE=…` works."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from deploy.local import brokers
from deploy.local.brokers import BrokerKind
from deploy.local.processes import ServerError

SERVICES = ("ticketing", "feedback", "onboarding", "analytics")
"""In the order of their ports, from PORT_BASE on."""

OPS_PORTS_ABOVE = 100
LOWEST_PORT = 1024
HIGHEST_PORT = 32_767  # above, Linux takes the ports of outgoing connections from


@dataclass(frozen=True)
class Options:
    """What one launcher was asked for. only: the services to run."""

    port_base: int
    state: Path
    broker: BrokerKind
    story: bool
    only: tuple[str, ...] = SERVICES

    def port(self, service: str) -> int:
        """Where a service's API listens."""
        return self.port_base + SERVICES.index(service)

    def ops_port(self, service: str) -> int:
        """Where a service answers /healthz, /readyz and /metrics."""
        return self.port(service) + OPS_PORTS_ABOVE


def read(environment: Mapping[str, str] = os.environ, only: tuple[str, ...] = SERVICES) -> Options:
    """The options of the environment; raises ServerError with a line that names the wrong one."""
    return Options(
        port_base=_port_base(environment.get("PORT_BASE") or "8001"),
        state=Path(environment.get("STATE") or ".local").absolute(),
        broker=brokers.parse_kind(environment.get("BROKER") or "embedded"),
        story=(environment.get("STORY") or "1") != "0",
        only=only,
    )


def _port_base(text: str) -> int:
    highest = HIGHEST_PORT - OPS_PORTS_ABOVE - len(SERVICES) + 1
    if not text.isdecimal() or not LOWEST_PORT <= int(text) <= highest:
        raise ServerError(f"PORT_BASE is {text!r}, but must be a number from {LOWEST_PORT} to {highest}")
    return int(text)
