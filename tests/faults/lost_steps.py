"""Ways to lose a step of a story, and a count of what stands that shares no code with the ledger.

A step is lost in the database, where no service can see it coming: by a constraint that the rows of some
stories cannot meet (loudly: the deed fails as a whole), or by a trigger that drops them (silently: the
deed believes that it was done). The count reads the tables and the outboxes alone; what must be there
is written down here from the contract's table of the story.
"""

import asyncio
import contextlib
import uuid
from collections import Counter
from collections.abc import AsyncIterator, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import asyncpg
import httpx

from shared.ids import uuid7
from tests.fixtures.stack import RunningStack
from tests.flows.customers import Customer, ask, eventually_is, new_customer

EVERY = 20
"""One story in so many loses a step: 5 %."""

NAME = "lost_on_purpose"
POSTED_AT_ONCE = 8

ESCALATION, NOTIFICATION, LOOP = "escalation_opened", "notification_sent", "loop_closed"


@dataclass(frozen=True)
class Fault:
    """Rows of one table that cannot be stored, or are not.

    loses: the step that is missing then; None where none is, since the request itself is refused.
    silent: the row is dropped and the statement succeeds. trace: the SQL of a row's trace id. rows: which rows
    are meant, if not all. {row} stands for the row in both.
    """

    service: str
    table: str
    loses: str | None
    silent: bool = False
    trace: str = "{row}trace_id"
    rows: str = "true"

    @property
    def name(self) -> str:
        return f"{self.service}.{self.table} {'silently' if self.silent else 'loudly'}"

    def hit(self, residue: int, prefix: str = "") -> str:
        """The SQL condition of a row that is lost."""
        trace, meant = self.trace.replace("{row}", prefix), self.rows.replace("{row}", prefix)
        return f"({meant}) AND {residue_of(trace)} = {residue}"


def residue_of(trace: str) -> str:
    """SQL: into which of the EVERY parts a trace falls."""
    return f"abs(hashtext({trace}::text)::bigint) % {EVERY}"


TICKET = Fault("ticketing", "ticket", ESCALATION)
CASE = Fault("ticketing", "recovery_case", ESCALATION)
CLOCK = Fault("ticketing", "sla_clock", ESCALATION)
NOTICE = Fault("ticketing", "notification", ESCALATION)
FACT = Fault(
    "ticketing",
    "outbox",
    ESCALATION,
    trace="({row}headers->>'ce_correlationid')",
    rows="{row}type = 'recovery.opened.v1'",
)
SILENT_NOTICE = Fault("ticketing", "notification", NOTIFICATION, silent=True)
ANSWER = Fault("feedback", "loop_case", None)
CLOSING = Fault("feedback", "loop_case", LOOP, rows="{row}closed_at IS NOT NULL")


@contextlib.asynccontextmanager
async def losing(stack: RunningStack, faults: Mapping[int, Fault]) -> AsyncIterator[None]:
    """Inside the block the rows of these stories are lost. faults: {residue of the trace id: what it loses}."""
    try:
        for residue, fault in faults.items():
            await execute(stack, fault.service, *_make(fault, residue))
        yield
    finally:
        for residue, fault in faults.items():
            await execute(stack, fault.service, *_take_away(fault, residue))


def _make(fault: Fault, residue: int) -> list[str]:
    name = f"{NAME}_{residue}"
    if not fault.silent:
        return [f"ALTER TABLE {fault.table} ADD CONSTRAINT {name} CHECK (NOT ({fault.hit(residue)})) NOT VALID"]
    return [
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
        f" IF {fault.hit(residue, 'NEW.')} THEN RETURN NULL; END IF; RETURN NEW; END $$",
        f"CREATE TRIGGER {name} BEFORE INSERT ON {fault.table} FOR EACH ROW EXECUTE FUNCTION {name}()",
    ]


def _take_away(fault: Fault, residue: int) -> list[str]:
    name = f"{NAME}_{residue}"
    if not fault.silent:
        return [f"ALTER TABLE {fault.table} DROP CONSTRAINT IF EXISTS {name}"]
    return [f"DROP TRIGGER IF EXISTS {name} ON {fault.table}", f"DROP FUNCTION IF EXISTS {name}()"]


async def execute(stack: RunningStack, service: str, *statements: str) -> None:
    """Statements on a service's database."""
    connection = await _connect(stack, service)
    try:
        for statement in statements:
            await connection.execute(statement)
    finally:
        await connection.close()


async def rows(stack: RunningStack, service: str, query: str, *values: Any) -> list[Any]:
    """A query's rows."""
    connection = await _connect(stack, service)
    try:
        return list(await connection.fetch(query, *values))
    finally:
        await connection.close()


async def _connect(stack: RunningStack, service: str) -> Any:
    url = stack.now.services[service].database_url
    return await asyncpg.connect(url, server_settings={"lock_timeout": "20s"})


async def residues(stack: RunningStack, traces: Sequence[uuid.UUID]) -> dict[uuid.UUID, int]:
    """Which part each trace falls into."""
    found = await rows(
        stack, "feedback", f"SELECT t, {residue_of('t')} AS residue FROM unnest($1::uuid[]) AS t", list(traces)
    )
    return {uuid.UUID(str(row["t"])): int(row["residue"]) for row in found}


async def chosen_traces(stack: RunningStack, count: int, *, hit: Collection[int], each: int) -> list[uuid.UUID]:
    """So many trace ids, of which `each` fall into each of the parts that are hit."""
    by_residue: dict[int, list[uuid.UUID]] = {}
    for trace, residue in (await residues(stack, [uuid7() for _ in range(1000)])).items():
        by_residue.setdefault(residue, []).append(trace)
    doomed = [trace for residue in hit for trace in by_residue[residue][:each]]
    spared = [trace for residue, some in by_residue.items() if residue not in hit for trace in some]
    return sorted(doomed + spared[: count - len(doomed)])


async def hurry(stack: RunningStack, seconds: int, *, repair: str = "on_request") -> None:
    """The shipped rule in a version whose steps are due after so many seconds; what a fact states stays."""
    rule = await ask(stack["analytics"], "GET", "/v1/assurance/rules/negative_response")
    body = {name: rule[name] for name in ("rule_id", "triggers", "match", "steps", "called_off_by")}
    for step in body["steps"]:
        if step["due_seconds"] is not None:
            step["due_seconds"] = seconds
    await ask(stack["analytics"], "POST", "/v1/assurance/rules", {**body, "repair": repair})


async def customers_with_csm(stack: RunningStack, count: int) -> list[Customer]:
    """Customers whose CSM every service has heard of."""
    made = []
    for number in range(count):
        customer = await new_customer(stack)
        mia = await customer.gets_csm(f"Mia{number}")
        await eventually_is(_agent(stack, mia["staff_id"]), lambda got: got.is_success)
        made.append(customer)
    return made


def _agent(stack: RunningStack, staff_id: str) -> Any:
    return lambda: stack["ticketing"].get(f"/v1/agents/{staff_id}")


async def post_answers(
    stack: RunningStack, customers: Sequence[Customer], traces: Sequence[uuid.UUID], *, refused: set[uuid.UUID]
) -> dict[uuid.UUID, uuid.UUID]:
    """One negative answer for each trace; answers {trace_id: response_id}. refused: gets those that got no 2xx."""
    posted: dict[uuid.UUID, uuid.UUID] = {}
    gate = asyncio.Semaphore(POSTED_AT_ONCE)

    async def post(number: int, trace: uuid.UUID) -> None:
        customer = customers[number % len(customers)]
        body = {
            "source": "fault",
            "source_id": str(trace),
            "survey_type": "nps",
            "score": number % 7,
            "account_id": customer.account_id,
            "contact_id": customer.contact_id,
            "comment": "Slow",
            "trace_id": str(trace),
        }
        async with gate:
            for _ in range(5):
                with contextlib.suppress(httpx.TransportError):
                    answer = await stack["feedback"].post(
                        "/v1/responses", json=body, headers={"Idempotency-Key": str(trace)}
                    )
                    if answer.is_success:
                        posted[trace] = uuid.UUID(answer.json()["id"])
                        return
                    if answer.status_code == 500:
                        break
                await asyncio.sleep(0.2)
        refused.add(trace)

    await asyncio.gather(*(post(number, trace) for number, trace in enumerate(traces)))
    return posted


WHOLE: Mapping[str, int] = {
    "response": 1,
    "loop_case": 1,
    "ticket": 1,
    "recovery_case": 1,
    "sla_clock": 2,
    "notification": 1,
    "response.received.v1": 1,
    "loop.opened.v1": 1,
    "loop.assigned.v1": 1,
    "ticket.created.v1": 1,
    "ticket.assigned.v1": 1,
    "sla.applied.v1": 2,
    "escalation.opened.v1": 1,
    "recovery.opened.v1": 1,
    "notification.sent.v1": 1,
}
"""What a negative answer of a customer with a CSM leaves behind, and how often."""

WON_BACK: Mapping[str, int] = {
    **WHOLE,
    "recovery.planned.v1": 1,
    "recovery.contacted.v1": 1,
    "recovery.completed.v1": 1,
    "loop.contacted.v1": 1,
    "loop.closed.v1": 1,
}
"""The same, once the customer was won back."""

COUNTS = {
    "feedback": """
        SELECT id AS answer, 'response' AS what, 1 AS n FROM response WHERE id = ANY ($1::uuid[])
        UNION ALL SELECT response_id, 'loop_case', count(*) FROM loop_case
        WHERE response_id = ANY ($1::uuid[]) GROUP BY 1""",
    "ticketing": """
        SELECT source_id::uuid AS answer, 'ticket' AS what, count(*) AS n FROM ticket
        WHERE source_service = 'feedback' AND source_kind = 'response'
          AND source_id IN (SELECT unnest($1::uuid[])::text) GROUP BY 1
        UNION ALL SELECT response_id, 'recovery_case', count(*) FROM recovery_case
        WHERE response_id = ANY ($1::uuid[]) GROUP BY 1
        UNION ALL SELECT response_id, 'notification', count(*) FROM notification
        WHERE response_id = ANY ($1::uuid[]) AND state = 'sent' GROUP BY 1
        UNION ALL SELECT ticket.source_id::uuid, 'sla_clock', count(*)
        FROM sla_clock JOIN ticket ON ticket.id = sla_clock.ticket_id
        WHERE ticket.source_id IN (SELECT unnest($1::uuid[])::text) GROUP BY 1""",
}
"""How often there is what, for each answer, by service."""

TOLD = """
SELECT (headers->>'ce_correlationid')::uuid AS trace, type AS what, count(*) AS n FROM outbox
WHERE headers->>'ce_correlationid' IN (SELECT unnest($1::uuid[])::text) AND type = ANY ($2::text[]) GROUP BY 1, 2
"""


async def standing(stack: RunningStack, stories: Mapping[uuid.UUID, uuid.UUID]) -> dict[uuid.UUID, Counter[str]]:
    """What stands for each story, by its trace. stories: {trace_id: response_id}."""
    trace_of = {answer: trace for trace, answer in stories.items()}
    held: dict[uuid.UUID, Counter[str]] = {trace: Counter() for trace in stories}
    for service, counts in COUNTS.items():
        for row in await rows(stack, service, counts, list(trace_of)):
            held[trace_of[uuid.UUID(str(row["answer"]))]][row["what"]] += row["n"]
        for row in await rows(stack, service, TOLD, list(stories), list(WON_BACK)):
            held[uuid.UUID(str(row["trace"]))][row["what"]] += row["n"]
    return held


def lost_step(held: Mapping[str, int]) -> str | None:
    """The first step of the story that did not happen, read from what stands."""
    if not held.get("escalation.opened.v1"):
        return ESCALATION
    if not held.get("notification.sent.v1"):
        return NOTIFICATION
    if held.get("recovery.completed.v1") and not held.get("loop.closed.v1"):
        return LOOP
    return None


RECORDED = """
SELECT (headers->>'ce_correlationid')::uuid AS trace, type, min((headers->>'ce_recordedtime')::timestamptz) AS at
FROM outbox WHERE headers->>'ce_correlationid' IN (SELECT unnest($1::uuid[])::text) GROUP BY 1, 2
"""


async def late_steps(stack: RunningStack, traces: Iterable[uuid.UUID], seconds: int) -> set[tuple[uuid.UUID, str]]:
    """(trace, step) of what was told, but later than so many seconds after what set it off: to miss it was right."""
    at: dict[tuple[uuid.UUID, str], Any] = {}
    for service in ("feedback", "ticketing"):
        for row in await rows(stack, service, RECORDED, list(traces)):
            at[uuid.UUID(str(row["trace"])), row["type"]] = row["at"]
    found = set()
    for trace in traces:
        answered, opened, sent = (
            at.get((trace, type_)) for type_ in ("response.received.v1", "escalation.opened.v1", "notification.sent.v1")
        )
        if answered and opened and opened - answered > timedelta(seconds=seconds):
            found.add((trace, ESCALATION))
        if opened and sent and sent - opened > timedelta(seconds=seconds):
            found.add((trace, NOTIFICATION))
    return found


def differing(
    held: Mapping[uuid.UUID, Mapping[str, int]], wanted: Mapping[str, int]
) -> dict[uuid.UUID, dict[str, tuple[int, int]]]:
    """The stories that do not stand as wanted: {trace: {what: (there, wanted)}}."""
    found = {}
    for trace, counts in held.items():
        names = set(counts) | set(wanted)
        wrong = {
            name: (counts.get(name, 0), wanted.get(name, 0))
            for name in names
            if counts.get(name, 0) != wanted.get(name, 0)
        }
        if wrong:
            found[trace] = wrong
    return found


async def judged(stack: RunningStack, answers: Iterable[uuid.UUID], step: str) -> Counter[str]:
    """The ledger's states of one step of these answers, as analytics' table has them."""
    found = await rows(
        stack,
        "analytics",
        "SELECT state, count(*) AS n FROM expectation WHERE subject_id = ANY ($1::text[]) AND step = $2"
        " AND rule_id = 'negative_response' GROUP BY 1",
        [str(answer) for answer in answers],
        step,
    )
    return Counter({row["state"]: row["n"] for row in found})
