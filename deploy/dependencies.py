"""`make dependencies`: what uv.lock names, each with its licence and its known faults. It needs no network.

Fails on a licence that `dependencies.json` does not allow, and on a known fault that it does not weigh. The known
faults are those of `known_faults.json`: `{"asked_on": "2026-11-23", "dependencies": …}`, where the dependencies are
what `pip-audit --format json` writes on a machine that has a network. Without the file, or where it knows another
version than the lock, the list says so.
"""

import json
import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
ALLOWED = Path(__file__).with_name("dependencies.json")
FAULTS = Path(__file__).with_name("known_faults.json")
OLDEST_DAYS = 60  # after which the list of faults is called old

SPELLINGS = {
    "apache 2": "Apache-2.0",
    "apache 2.0": "Apache-2.0",
    "apache software license": "Apache-2.0",
    "mit license": "MIT",
    "bsd license": "BSD-3-Clause",
    "3-clause bsd license": "BSD-3-Clause",
    "bsd 2-clause license": "BSD-2-Clause",
    "isc license": "ISC",
    "isc license (iscl)": "ISC",
    "dual license": "Apache-2.0 OR BSD-3-Clause",
    "mozilla public license 2.0 (mpl 2.0)": "MPL-2.0",
}
"""What packages call their licences, in the names that SPDX gives them."""


@dataclass(frozen=True, order=True)
class Dependency:
    """A locked package; licence as an SPDX expression, `?` where it says nothing that we know."""

    name: str
    version: str
    licence: str


def main() -> int:
    """Print the list; returns the exit status."""
    allowed = json.loads(ALLOWED.read_text())
    asked = json.loads(FAULTS.read_text()) if FAULTS.exists() else {"asked_on": None, "dependencies": []}
    found = sorted(dependencies())
    width = max(len(each.name) for each in found)
    lines = [f"{each.name:{width}}  {each.version:22}{each.licence}" for each in found]
    known = known_of(asked)
    objections = [*forbidden(found, allowed), *faulty(found, known, allowed)]
    unasked = sum((each.name, each.version) not in known for each in found)
    lines += ["", *objections, f"{len(found)} dependencies, {len(objections)} objections; {state(asked, unasked)}"]
    sys.stdout.write("\n".join(lines) + "\n")
    return int(bool(objections))


def state(asked: dict[str, Any], unasked: int) -> str:
    """How far the known faults can be relied on."""
    if asked["asked_on"] is None:
        return "known faults were never asked for"
    age = (datetime.now(UTC).date() - date.fromisoformat(asked["asked_on"])).days
    old = " (old: ask again)" if age > OLDEST_DAYS else ""
    return f"known faults as of {asked['asked_on']}{old}, of {unasked} packages never asked for"


def dependencies() -> Iterator[Dependency]:
    """All that uv.lock names and that is installed here: what only other systems need is not."""
    for package in tomllib.loads((ROOT / "uv.lock").read_text())["package"]:
        if "registry" not in package.get("source", {}):
            continue
        try:
            metadata = distribution(package["name"]).metadata
        except PackageNotFoundError:
            continue
        yield Dependency(package["name"], package["version"], licence(metadata))


def licence(metadata: Any) -> str:
    """A package's licence: as the standard field says it, else as classifiers or the old field do."""
    if expression := metadata.get("License-Expression"):
        return str(expression)
    classified = [
        line.rsplit("::", 1)[1].strip() for line in metadata.get_all("Classifier") or () if "License ::" in line
    ]
    named = [str(metadata.get("License") or "").strip(), *classified]
    for name in named:
        if spdx := SPELLINGS.get(name.lower()) or (name if re.fullmatch(r"[A-Za-z0-9.-]+", name) else None):
            return spdx
    return "?"


def forbidden(found: list[Dependency], allowed: dict[str, Any]) -> Iterator[str]:
    """Dependencies of which no alternative is allowed, nor the package itself."""
    for each in found:
        ways = (set(way.split(" AND ")) for way in each.licence.split(" OR "))
        if each.name not in allowed["packages"] and not any(way <= set(allowed["licences"]) for way in ways):
            yield f"{each.name} {each.version}: the licence {each.licence} is not allowed"


def known_of(asked: dict[str, Any]) -> dict[tuple[str, str], list[str]]:
    """The faults by name and version."""
    return {
        (each["name"], each["version"]): [fault["id"] for fault in each["vulns"]]
        for each in asked["dependencies"]
        if "vulns" in each
    }


def faulty(found: list[Dependency], known: dict[tuple[str, str], list[str]], allowed: dict[str, Any]) -> Iterator[str]:
    """Known faults of the locked versions that nobody has weighed."""
    for each in found:
        for fault in known.get((each.name, each.version), ()):
            if fault not in allowed["weighed_faults"]:
                yield f"{each.name} {each.version}: {fault}"


if __name__ == "__main__":
    raise SystemExit(main())
