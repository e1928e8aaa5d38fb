"""STATE/stack.json: where everything listens, and the key that opens it."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from deploy.local import state


@dataclass(frozen=True)
class ServiceAddress:
    """One service. url: its API; ops_url: /healthz, /readyz, /metrics; database_url: its own role's DSN."""

    url: str
    ops_url: str
    database_url: str


@dataclass
class Stack:
    """A stack as it stands. kafka: {bootstrap_servers, kind}; smtp: the mail catcher's URL; pids: by name."""

    services: dict[str, ServiceAddress]
    kafka: dict[str, str]
    smtp: str
    mail_dir: str
    api_key: str
    pids: dict[str, int]

    def save(self, path: Path) -> None:
        """Write the file, mode 0600."""
        state.write_private(path, json.dumps(asdict(self), indent=2) + "\n")


def load(path: Path) -> Stack:
    """Read the file; raises FileNotFoundError while no stack is up."""
    held: dict[str, Any] = json.loads(path.read_text())
    services = {name: ServiceAddress(**address) for name, address in held.pop("services").items()}
    return Stack(services=services, **held)
