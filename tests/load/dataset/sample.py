"""One hour's work, written by the product: ten tickets and five answers, each with all that became of it.

Feedback, ticketing and analytics run in this process on databases of their own, and hear one another's facts. The
application's clock stands at the time of each step. All times of a story lie in the first half of an hour, so that
copies that begin within a quarter of an hour fill the same hours.
"""

import asyncio
import contextlib
import io
import time
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import asyncpg

from services.ticketing.seeds import CUSTOMER_CARE_ID
from shared.events import envelope, outbox
from shared.events.envelope import Envelope
from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest, service_under_test
from tests.load import directory
from tests.load.answers import COMMENTS, account_id, contact_id

STARTS_AT = datetime(2026, 8, 3, 9, 0, 7, 250_000, tzinfo=UTC)
"""A Monday. Off the whole second, so that a time on the hour is that of a cell and nothing else."""

FIRST_SEQUENCE = 10**13
FIRST_NUMBER = 10**14
"""So long that no other number of a row looks like them; `copies` gives short ones."""

TABLES: Mapping[str, Sequence[str]] = {
    "ticketing": (
        "ticket",
        "message",
        "sla_clock",
        "sla_stretch",
        "sla_watch",
        "recovery_case",
        "escalation",
        "notification",
    ),
    "feedback": ("response", "loop_case", "follow_up_run"),
    "analytics": ("fact", "metric_owner", "contribution", "story", "evidence", "expectation"),
}
"""What is copied, in an order that references allow. Outboxes and inboxes are emptied after days; the audit trail,
which nothing here reads, would double the size of all.
"""

AGENT = {"kind": "agent", "id": str(directory.manager_id(1)), "name": "Mia"}
DEEDS: Mapping[str, tuple[str, dict[str, Any]]] = {
    "assign": ("assign", {"assignee_id": AGENT["id"], "group_id": str(CUSTOMER_CARE_ID)}),
    "reply": ("messages", {"body": "I am sorry. I look into it.", "visibility": "public", "author": AGENT}),
    "note": ("messages", {"body": "Same as last week.", "visibility": "internal", "author": AGENT}),
    "write": ("messages", {"body": "Is there any news?", "visibility": "public", "author": {"kind": "customer"}}),
    "wait": ("transitions", {"to": "pending"}),
    "solve": ("transitions", {"to": "solved", "resolution_code": "fixed"}),
    "close": ("transitions", {"to": "closed"}),
}

Steps = Sequence[tuple[int, str]]
"""(hours after the ticket was opened, deed)."""


@dataclass(frozen=True)
class Ticket:
    """What a customer asks for, and what is done about it."""

    type: str
    priority: str
    channel: str
    tags: Sequence[str]
    steps: Steps


TICKETS = (
    Ticket("question", "low", "email", ("billing",), ((1, "assign"), (3, "reply"), (26, "solve"), (195, "close"))),
    Ticket("question", "normal", "web", ("export",), ((1, "assign"), (2, "reply"), (4, "solve"), (173, "close"))),
    Ticket(
        "incident", "high", "phone", ("outage", "billing"), ((1, "reply"), (2, "wait"), (20, "write"), (22, "solve"))
    ),
    Ticket("incident", "urgent", "phone", ("outage",), ((2, "assign"), (3, "reply"), (30, "solve"), (199, "close"))),
    Ticket("task", "normal", "api", (), ()),
    Ticket("complaint", "high", "email", ("contract",), ((1, "assign"), (2, "note"), (5, "reply"), (7, "write"))),
    Ticket("question", "low", "chat", (), ((1, "reply"), (2, "solve"), (25, "write"), (26, "reply"), (28, "solve"))),
    Ticket("question", "normal", "email", ("export",), ((1, "reply"), (2, "wait"))),
    Ticket("incident", "normal", "web", (), ((4, "assign"),)),
)
"""The last ticket is the escalation of the first answer."""

TICKETS_OF_A_COPY = len(TICKETS) + 1

ANSWERS = (("nps", 3), ("nps", 9), ("nps", 8), ("csat", 5), ("ces", 6))

SWEPT = (Ticket("question", "normal", "email", (), ()),)
"""For the sweep: both clocks of a ticket that nobody has looked at are open."""


@dataclass
class Sample:
    """What was written.

    marks: (milliseconds of the machine, the application's clock from then on); it tells when an id was made.
    rows: by service and table, as COPY writes them.
    """

    marks: list[tuple[int, datetime]] = field(default_factory=list)
    rows: dict[str, dict[str, bytes]] = field(default_factory=dict)


class Company:
    """The three services, in one process and at one time."""

    def __init__(self, services: Mapping[str, ServiceUnderTest]) -> None:
        self.services = services
        self.sample = Sample()
        self._carried = dict.fromkeys(services, 0)

    def __getitem__(self, name: str) -> ServiceUnderTest:
        return self.services[name]

    async def begin(self) -> None:
        """Know the customers; then forget all that was written until now."""
        for service in self.services.values():
            service.clock.stop_at(STARTS_AT - timedelta(days=1))
            await service.deliver(*directory.facts(), times=1)
            await service.execute(f"TRUNCATE {', '.join(('outbox', *TABLES[service.name]))} CASCADE")
            await service.execute(f"ALTER TABLE outbox ALTER COLUMN id RESTART WITH {FIRST_SEQUENCE}")
        await self["ticketing"].execute(f"ALTER TABLE ticket ALTER COLUMN number RESTART WITH {FIRST_NUMBER}")

    async def stand_at(self, at: datetime) -> None:
        """It is this time now, in all services; what is due is done first, and told."""
        await asyncio.sleep(0.002)  # the ids of two steps differ in their milliseconds
        self.sample.marks.append((time.time_ns() // 1_000_000, at))
        for service in self.services.values():
            service.clock.stop_at(at)
        await self["ticketing"].run_job("sla_due")

    async def hear(self) -> None:
        """Carry facts from the outboxes to who listens, until there are none."""
        while any([await self._carry(name) for name in self.services]):
            pass

    async def _carry(self, teller: str) -> bool:
        rows = await self[teller].rows(
            "SELECT id, topic, headers, payload FROM outbox WHERE id > :after ORDER BY id", after=self._carried[teller]
        )
        if rows:
            self._carried[teller] = rows[-1].id
            for name, service in self.services.items():
                if name != teller:
                    await service.apply([_arriving(row) for row in rows])
        return bool(rows)

    async def write_down(self) -> Sample:
        """All rows, as COPY writes them."""
        for name, service in self.services.items():
            connection = await asyncpg.connect(service.database.url)
            try:
                self.sample.rows[name] = {table: await _copied(connection, table) for table in TABLES[name]}
            finally:
                await connection.close()
        return self.sample


async def taken(url_of: Callable[[str], str]) -> Sample:
    """One hour's work. url_of: the DSN of a new database of a service."""
    async with _company(url_of, "feedback", "ticketing", "analytics") as company:
        await _open(company, TICKETS)
        for number, (survey_type, score) in enumerate(ANSWERS, start=len(TICKETS)):
            await _answer(company, number, survey_type, score)
        await company.hear()
        await _work(company)
        return await company.write_down()


async def taken_for_the_sweep(url_of: Callable[[str], str]) -> Sample:
    """One ticket with two open clocks."""
    async with _company(url_of, "ticketing") as company:
        await _open(company, SWEPT)
        return await company.write_down()


@contextlib.asynccontextmanager
async def _company(url_of: Callable[[str], str], *names: str) -> AsyncIterator[Company]:
    async with contextlib.AsyncExitStack() as stack:
        services = {name: await stack.enter_async_context(service_under_test(name, url_of(name))) for name in names}
        company = Company(services)
        await company.begin()
        yield company


async def _open(company: Company, tickets: Sequence[Ticket]) -> None:
    for number, ticket in enumerate(tickets):
        await company.stand_at(STARTS_AT + timedelta(minutes=number))
        comment = COMMENTS[number % len(COMMENTS)]
        body = {
            "subject": comment[:60],
            "type": ticket.type,
            "priority": ticket.priority,
            "channel": ticket.channel,
            "tags": list(ticket.tags),
            "requester": {
                "contact_id": str(contact_id(number)),
                "name": "Ana",
                "email": f"ana@{account_id(number)}.example",
            },
            "account_id": str(account_id(number)),
            "message": {"body": comment, "visibility": "public"},
        }
        await company["ticketing"].post("/v1/tickets", body)


async def _answer(company: Company, number: int, survey_type: str, score: int) -> None:
    await company.stand_at(STARTS_AT + timedelta(minutes=number))
    body = {
        "source": "portal",
        "source_id": str(uuid7()),
        "survey_type": survey_type,
        "score": score,
        "account_id": str(account_id(number)),
        "contact_id": str(contact_id(number)),
        "comment": COMMENTS[number % len(COMMENTS)],
        "locale": "en",
    }
    await company["feedback"].post("/v1/responses", body)


async def _work(company: Company) -> None:
    """Do what is to be done about the tickets, hour by hour."""
    ticketing = company["ticketing"]
    ids = [row.id for row in await ticketing.rows("SELECT id FROM ticket ORDER BY number")]
    steps = [(after, number, deed) for number, ticket in enumerate(TICKETS) for after, deed in ticket.steps]
    [case] = (await ticketing.get("/v1/recovery-cases"))["items"]
    escalated = ((2, "plan"), (3, "contact"), (5, "reply"), (26, "solve"), (27, "recover"))
    steps += [(after, len(TICKETS), deed) for after, deed in escalated]
    for after, number, deed in sorted(steps):
        at = STARTS_AT + timedelta(hours=after, minutes=number)
        await company.stand_at(at)
        if deed in DEEDS:
            path, body = DEEDS[deed]
            await ticketing.post(f"/v1/tickets/{ids[number]}/{path}", body)
        else:
            await _recover(ticketing, case["id"], deed, at)
        await company.hear()


async def _recover(ticketing: ServiceUnderTest, case_id: str, deed: str, at: datetime) -> None:
    path = f"/v1/recovery-cases/{case_id}"
    match deed:
        case "plan":
            await ticketing.put(f"{path}/plan", {"text": "Call, refund", "steps": [{"title": "Call"}]})
        case "contact":
            await ticketing.post(f"{path}/contacts", {"contacted_at": at.isoformat(), "channel": "phone"})
        case _:
            await ticketing.post(f"{path}/transitions", {"to": "completed", "outcome": "recovered"})


def _arriving(row: Any) -> Envelope:
    headers = {name: value.encode() for name, value in row.headers.items()}
    return envelope.decode(row.topic, {**headers, "ce_sequence": outbox.sequence(row.id).encode()}, bytes(row.payload))


async def _copied(connection: asyncpg.Connection, table: str) -> bytes:
    written = io.BytesIO()
    await connection.copy_from_query(f"SELECT * FROM {table}", output=written)
    return written.getvalue()
