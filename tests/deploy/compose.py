"""docker-compose.yml as Compose reads it, with none of its variables set."""

import re
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
FILE = ROOT / "docker-compose.yml"
SERVICES = ("ticketing", "feedback", "onboarding", "analytics")
PROCESSES = ("migrate", "api", "worker")
SECRETS = "/run/secrets/"


def read() -> dict[str, Any]:
    """The whole file, its variables at their defaults."""
    with_defaults = re.sub(r"(?<!\$)\$\{\w+:-([^}]*)\}", r"\1", FILE.read_text())
    assert not re.search(r"(?<!\$)\$(?!\$)\w|(?<!\$)\$\{", with_defaults), "a variable without a default"
    found: dict[str, Any] = yaml.safe_load(with_defaults.replace("$$", "$"))
    return found


def container(service: str, process: str) -> dict[str, Any]:
    """One of the twelve containers that run our code."""
    found: dict[str, Any] = read()["services"][f"{service}-{process}"]
    return found


def environment(service: str, process: str, secrets: Path) -> dict[str, str]:
    """The variables that the container gets, with the secrets in this folder."""
    given = container(service, process)["environment"]
    return {name: str(value).replace(SECRETS, f"{secrets}/") for name, value in given.items()}
