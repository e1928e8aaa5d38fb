"""Each service loads all of its modules with its own extra alone: what its image holds, and nothing else."""

import configparser
import os
import re
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
SERVICES = ("ticketing", "feedback", "onboarding", "analytics")

# Imports everything in a service's image, after every module that is not in it has been made unfindable.
LOAD = """
import importlib, pkgutil, sys

service, absent = sys.argv[1], set(sys.argv[2].split(","))

class NotInTheImage:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in absent or (name.startswith("services.") and name.split(".")[1] != service):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, NotInTheImage())
loaded = 0
for package in ("shared", f"services.{service}"):
    for module in pkgutil.walk_packages(importlib.import_module(package).__path__, f"{package}."):
        if ".migrations" not in module.name and ".alembic" not in module.name:
            importlib.import_module(module.name)
            loaded += 1
print(loaded)
"""


@pytest.mark.parametrize("service", SERVICES)
def test_a_service_loads_with_its_own_extra_alone(service: str) -> None:
    held = distributions(service)
    modules = metadata.packages_distributions()
    absent = sorted(name for name, owners in modules.items() if not {canonical(owner) for owner in owners} & held)
    assert {"pytest", "aiosmtpd", "mypy"} <= set(absent)
    answer = subprocess.run(
        [sys.executable, "-c", LOAD, service, ",".join(["deploy", "tests", *absent])],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 0, answer.stderr
    assert int(answer.stdout) > 80


@pytest.mark.parametrize("service", SERVICES)
def test_a_worker_does_without_the_code_of_apis_migrations_and_sealed_addresses(service: str) -> None:
    """They cost each process 26 MB. Pages belong to APIs too."""
    costly = f"{{'fastapi', 'alembic', 'cryptography', 'shared.pages', 'services.{service}.console'}}"
    load = f"import sys, services.{service}.__main__; print(*sorted({costly} & sys.modules.keys()))"
    answer = subprocess.run([sys.executable, "-c", load], cwd=ROOT, capture_output=True, text=True, check=True)
    assert answer.stdout.split() == []


def test_every_feature_is_held_to_its_layers() -> None:
    linter = configparser.ConfigParser()
    linter.read(ROOT / ".importlinter")
    held = set(linter["importlinter:contract:feature"]["containers"].split())
    features = {
        ".".join(folder.parent.relative_to(ROOT).parts)
        for pattern in ("services/*/*/__init__.py", "shared/features/*/__init__.py")
        for folder in ROOT.glob(pattern)
        if folder.parent.name != "migrations"
    }
    assert held == features
    for service in SERVICES:
        layers = set(re.split(r"[\s|:]+", linter[f"importlinter:contract:{service}"]["layers"]))
        own = {feature.rsplit(".", 1)[1] for feature in features if feature.startswith(f"services.{service}.")}
        assert own <= layers, f"{own - layers} of {service} stand in no layer"


def distributions(*extras: str) -> set[str]:
    """The distributions that the project's own dependencies and these extras bring, as they are installed here."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    asked = [project["dependencies"], *(project["optional-dependencies"][extra] for extra in extras)]
    waiting = [Requirement(text) for texts in asked for text in texts]
    held: dict[str, set[str]] = {}
    while waiting:
        wanted = waiting.pop()
        name = canonical(wanted.name)
        if name in held and wanted.extras <= held[name]:
            continue
        held.setdefault(name, set()).update(wanted.extras)
        for text in metadata.requires(name) or ():
            further = Requirement(text)
            chosen = held[name] or {""}
            if further.marker is None or any(further.marker.evaluate({"extra": extra}) for extra in chosen):
                waiting.append(further)
    return set(held)


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
