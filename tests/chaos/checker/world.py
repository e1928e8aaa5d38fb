"""All that is known of a run when it is over: facts, logs, tables and requests, indexed for the rules."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any

from tests.chaos.checker import databases, topics
from tests.chaos.checker.databases import Row
from tests.chaos.checker.site import SERVICES, Request, Site, instant
from tests.chaos.checker.topics import Record

RESPONSE_FACTS = ("response.received.v1", "response.edited.v1", "response.deleted.v1")


@dataclass(slots=True)
class Fact:
    """A fact as its teller's outbox holds it. sequence: the row's id. stored_at: the database's time of telling."""

    id: str
    service: str
    topic: str
    key: str
    type: str
    subject: str
    sequence: int
    headers: dict[str, str]
    payload: bytes
    data: dict[str, Any]
    stored_at: datetime
    published: bool
    parked: bool
    position: int | None

    @property
    def recorded_at(self) -> datetime:
        """When its transaction was, by the application's clock (ce_recordedtime)."""
        return instant(self.headers["ce_recordedtime"])

    @property
    def cause(self) -> str:
        """ce_causationid: fact/<id>, request/<id> or job/<name>/<id>."""
        return self.headers["ce_causationid"]

    @property
    def trace_id(self) -> str:
        """ce_correlationid: the story that it belongs to."""
        return self.headers["ce_correlationid"]


@dataclass
class World:
    """What the rules look at. late: facts of the log that were told after the databases were read."""

    site: Site
    tables: dict[str, dict[str, list[Row]]]
    records: list[Record]
    facts: list[Fact]
    now: datetime
    late: set[str] = field(default_factory=set)
    _of_type: dict[str, list[Fact]] = field(default_factory=lambda: defaultdict(list))
    _of_subject: dict[tuple[str, str], list[Fact]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        for fact in self.facts:
            self._of_type[fact.type].append(fact)
            self._of_subject[fact.service, fact.subject].append(fact)

    def rows(self, service: str, table: str) -> list[Row]:
        """A table as it was when all was quiet."""
        return self.tables[service][table]

    def by(self, service: str, table: str, column: str = "id") -> dict[str, Row]:
        """A table's rows by a column that is unique."""
        return {row[column]: row for row in self.rows(service, table)}

    def grouped(self, service: str, table: str, column: str) -> dict[str, list[Row]]:
        """A table's rows by a column."""
        return group(self.rows(service, table), column)

    def of_type(self, *types: str) -> list[Fact]:
        """The facts of some types; of one subject in the order of telling."""
        return [fact for type_ in types for fact in self._of_type[f"{type_}.v1"]]

    def of_subject(self, service: str, subject: str) -> list[Fact]:
        """What a service told of a subject, in the order of telling."""
        return self._of_subject[service, subject]

    def newest(self, *types: str) -> dict[str, Fact]:
        """The newest fact of some types, by subject. The types must have one teller."""
        found: dict[str, Fact] = {}
        for fact in self.of_type(*types):
            if fact.subject not in found or found[fact.subject].sequence < fact.sequence:
                found[fact.subject] = fact
        return found

    @cached_property
    def by_id(self) -> dict[str, Fact]:
        """Every fact by its id."""
        return {fact.id: fact for fact in self.facts}

    @cached_property
    def heard(self) -> dict[str, dict[str, datetime]]:
        """When each service took each fact in, by the time of its database: {service: {event id: at}}."""
        return {
            service: {row["event_id"]: row["received_at"] for row in self.rows(service, "inbox")}
            for service in SERVICES
        }

    @cached_property
    def answers(self) -> dict[str, list[Fact]]:
        """What feedback told of each answer, by response id, in the order of telling."""
        found: dict[str, list[Fact]] = defaultdict(list)
        for fact in self.facts:
            if fact.type in RESPONSE_FACTS:
                found[fact.subject].append(fact)
        return dict(found)

    def done(self, service: str, method: str = "") -> Iterator[Request]:
        """The load's requests to a service that were answered 2xx."""
        for request in self.site.requests:
            if request.done and request.service == service and method in ("", request.method):
                yield request


def group(rows: Iterable[Row], column: str) -> dict[str, list[Row]]:
    """Rows by the value of a column."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row[column]].append(row)
    return dict(found)


async def read(site: Site) -> World:
    """Read the databases, then the topics: what is in a log and in no database was looked for again."""
    tables, now = await databases.read_all(site.databases)
    records = await topics.read(site.bootstrap_servers)
    facts = [_fact(service, row) for service in SERVICES for row in tables[service].pop("outbox")]
    known = {fact.id for fact in facts}
    unknown = sorted({record.id for record in records} - known - {""})
    late: set[str] = set()
    if unknown:
        for service in SERVICES:
            late |= await databases.told(site.databases[service], unknown)
    return World(site, tables, [record for record in records if record.id not in late], facts, now, late)


def _fact(service: str, row: Row) -> Fact:
    return Fact(
        id=row["event_id"],
        service=service,
        topic=row["topic"],
        key=row["key"],
        type=row["type"],
        subject=row["subject"],
        sequence=row["id"],
        headers=row["headers"],
        payload=row["payload"],
        data=json.loads(row["payload"]),
        stored_at=row["created_at"],
        published=row["published_at"] is not None,
        parked=row["parked_at"] is not None,
        position=row["position"],
    )
