"""What a run left behind: where its databases and its broker are, and what the load wrote down.

FOLDER/site.json: {"seed", "broker": "embedded"|"kafka", "bootstrap_servers", "databases": {service: DSN},
"journals": [paths of JSON-lines files], "faults": [{"at", "until", "kind", "target", "amount"}], "replaced_broker",
"started_at", "ended_at", "mail": folder (optional)}. A journal's line is one request: {"at", "service",
"method", "path", "key" (Idempotency-Key or null), "body", "status" (null = no answer came), "answer",
"until": when it was answered or given up (optional; "at" is when it was sent)}.
Paths are taken from the folder unless they are absolute.
"""

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any

SERVICES = ("ticketing", "feedback", "onboarding", "analytics")


@dataclass(frozen=True, slots=True)
class Request:
    """One request of the load and what was answered. status: None where no answer came: it may have happened.

    at, until: by the load's clock, which is PostgreSQL's and never wrong.
    """

    service: str
    method: str
    path: str
    key: str | None
    body: Any
    status: int | None
    answer: Any
    at: datetime
    until: datetime

    @property
    def done(self) -> bool:
        """Whether the client was told that it is done."""
        return self.status is not None and 200 <= self.status < 300

    @property
    def uncertain(self) -> bool:
        """Whether nobody can know from the answer if it was done: none came, or one that blames the server."""
        return self.status is None or self.status >= 500

    @property
    def perhaps(self) -> bool:
        """Whether it was done, or may have been."""
        return self.done or self.uncertain


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that was done to the stack, from `at` to `until`. amount: of a `skew`, in seconds."""

    at: datetime
    until: datetime
    kind: str
    target: str
    amount: float = 0.0


@dataclass(frozen=True)
class Site:
    """A run that is over, as its folder describes it."""

    seed: int
    broker: str
    bootstrap_servers: str
    databases: dict[str, str]
    requests: list[Request] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    replaced_broker: bool = False
    mail: Path | None = None

    def sent_at(self, request: Request) -> datetime:
        """Before this it cannot have been done: when it, or one before it under its key, was sent."""
        return request.at if request.key is None else self._first_sent[request.key]

    @cached_property
    def _first_sent(self) -> dict[str, datetime]:
        first: dict[str, datetime] = {}
        for request in self.requests:
            if request.key is not None:
                first[request.key] = min(request.at, first.get(request.key, request.at))
        return first

    @property
    def skew(self) -> timedelta:
        """By how much a clock was wrong at the most; PostgreSQL's never was."""
        return timedelta(seconds=max((abs(fault.amount) for fault in self.faults if fault.kind == "skew"), default=0))

    @property
    def standstill(self) -> timedelta:
        """For how long a process stood still at the most."""
        stops = (fault.until - fault.at for fault in self.faults if fault.kind == "stop")
        return max(stops, default=timedelta(0))


def load(folder: Path) -> Site:
    """Read site.json and the journals; raises what a missing or broken file raises."""
    held: dict[str, Any] = json.loads((folder / "site.json").read_text())
    missing = [service for service in SERVICES if service not in held["databases"]]
    if missing:
        raise ValueError(f"site.json names no database of {', '.join(missing)}")
    mail = held.get("mail")
    return Site(
        seed=int(held["seed"]),
        broker=held["broker"],
        bootstrap_servers=held["bootstrap_servers"],
        databases=held["databases"],
        requests=[request for path in held.get("journals", ()) for request in _journal(folder / path)],
        faults=[_fault(fault) for fault in held.get("faults", ())],
        replaced_broker=bool(held.get("replaced_broker")),
        mail=folder / mail if mail else None,
    )


def _journal(path: Path) -> list[Request]:
    requests = []
    for line in path.read_text().splitlines():
        if not line.endswith("}"):
            continue  # the writer was ended in the middle of its last line, so nobody relied on it
        held = json.loads(line)
        requests.append(
            Request(
                service=held["service"],
                method=held["method"].upper(),
                path=held["path"].partition("?")[0],
                key=held.get("key"),
                body=held.get("body"),
                status=held.get("status"),
                answer=held.get("answer"),
                at=instant(held["at"]),
                until=instant(held.get("until") or held["at"]),
            )
        )
    return requests


def _fault(held: dict[str, Any]) -> Fault:
    at = instant(held["at"])
    until = instant(held.get("until") or held["at"])
    return Fault(at, until, held.get("kind", ""), str(held.get("target", "")), float(held.get("amount") or 0))


def instant(text: str | float) -> datetime:
    """RFC 3339, or seconds since 1970, as an aware UTC instant."""
    if isinstance(text, int | float):
        return datetime.fromtimestamp(text, UTC)
    read = datetime.fromisoformat(text)
    return read.replace(tzinfo=UTC) if read.tzinfo is None else read.astimezone(UTC)
