"""Honest runs spoiled in one place each: what the checker must count, and in which column."""

import copy
import dataclasses
import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from tests.chaos.checker.site import Request
from tests.chaos.checker.topics import Record
from tests.chaos.checker.world import Fact, World

Row = dict[str, Any]


@dataclass
class Spoiled:
    """A copy of what was read of an honest run, to be spoiled."""

    world: World

    def rows(self, service: str, table: str, **where: Any) -> list[Row]:
        """The rows of a table that have these values."""
        rows = self.world.tables[service][table]
        return [row for row in rows if all(row[name] == value for name, value in where.items())]

    def first(self, service: str, table: str, **where: Any) -> Row:
        """The first of them."""
        return self.rows(service, table, **where)[0]

    def drop(self, service: str, table: str, **where: Any) -> None:
        """Remove the first of them."""
        row = self.first(service, table, **where)
        self.world.tables[service][table].remove(row)

    def add(self, service: str, table: str, row: Row, **other: Any) -> None:
        """Add a copy of a row that differs in these values."""
        self.world.tables[service][table].append({**row, **other})

    def double(self, service: str, table: str, *, where: Row, **other: Any) -> None:
        """Add a copy of the first row with these values, under another id."""
        row = self.first(service, table, **where)
        self.add(service, table, row, **({"id": str(uuid.uuid4())} if "id" in row else {}), **other)

    def fact(self, type_: str, fits: Callable[[Fact], bool] = lambda fact: True) -> Fact:
        """The first fact of a type that fits."""
        return next(fact for fact in self.world.facts if fact.type == f"{type_}.v1" and fits(fact))

    def record(self, type_: str) -> Record:
        """The first record of a type."""
        return next(record for record in self.world.records if record.type == f"{type_}.v1")

    def tell(self, fact: Fact, **data: Any) -> None:
        """Tell a fact again, as another one."""
        told = replace(fact, id=str(uuid.uuid4()), sequence=fact.sequence + 1_000_000, data={**fact.data, **data})
        self.world.facts.append(told)

    def ask(self, fits: Callable[[Request], bool], **other: Any) -> None:
        """Put a copy of the first request that fits into the journal, with other values."""
        request = next(request for request in self.world.site.requests if fits(request))
        self.world.site.requests.append(replace(request, **other))


def spoiled(world: World, spoil: Callable[[Spoiled], None]) -> World:
    """What was read, with one thing spoiled; the original stays as it is."""
    site = replace(world.site, requests=list(world.site.requests), faults=[])
    held = Spoiled(
        World(site, copy.deepcopy(world.tables), list(world.records), _copies(world.facts), world.now, set(world.late))
    )
    spoil(held)
    return World(site, held.world.tables, held.world.records, held.world.facts, world.now, set(world.late))


def _copies(facts: Iterable[Fact]) -> list[Fact]:
    return [dataclasses.replace(fact, data=copy.deepcopy(fact.data)) for fact in facts]


def _swap(held: Spoiled) -> None:
    """The second fact of a subject comes before its first."""
    records = held.world.records
    first = held.record("ticket.created")
    later = next(one for one in records if one.key == first.key and one.sequence > first.sequence)
    here, there = records.index(first), records.index(later)
    records[here], records[there] = replace(later, offset=first.offset), replace(first, offset=later.offset)


def _done(request: Request, method: str, path: str) -> bool:
    return bool(request.done and request.method == method and request.path.startswith(path))


def _edit_chain(held: Spoiled) -> None:
    held.fact("response.edited").data["previous_score"] = 5


def _queue_never_sent(held: Spoiled) -> None:
    row = held.first("ticketing", "notification", state="sent")
    row["state"] = "queued"


def _other_word(held: Spoiled) -> None:
    record = held.record("response.received")
    held.world.records.append(replace(record, payload=b"{}", offset=record.offset + 1_000))


def _second_event(held: Spoiled) -> None:
    record = held.record("response.received")
    held.world.records.append(replace(record, id=str(uuid.uuid4()), offset=record.offset + 1_000))


def _ticket_of_nothing(held: Spoiled) -> None:
    source = str(uuid.uuid4())
    held.double("ticketing", "ticket", where={"type": "escalation"}, source_id=source, number=99)


def _mail_to_a_stranger(held: Spoiled) -> None:
    row = held.first("ticketing", "notification", template="escalation_opened")
    row["staff_id"] = str(uuid.uuid4())


def _wrong_owner(held: Spoiled) -> None:
    fact = held.fact("escalation.opened", lambda one: one.data["owner_id"] is not None)
    fact.data["owner_id"] = str(uuid.uuid4())


def _passed_over(held: Spoiled) -> None:
    held.fact("escalation.opened", lambda one: bool(one.data["recipients"])).data["recipients"] = []


def _without_team(held: Spoiled) -> None:
    """The fact names nobody, and everything agrees with it: only the directory says that somebody was there."""
    fact = held.fact("escalation.opened", lambda one: bool(one.data["recipients"]))
    fact.data.update(recipients=[], owner_id=None, owner_source="group")
    for team in (one for one in held.world.facts if one.type == "account.team_changed.v1"):
        held.first("ticketing", "inbox", event_id=team.id)["received_at"] -= timedelta(hours=1)
    rows = held.world.tables["ticketing"]["notification"]
    rows[:] = [row for row in rows if row["response_id"] != fact.data["response_id"]]


def _good_news_to_a_stranger(held: Spoiled) -> None:
    held.first("feedback", "notification", template="good_news")["staff_id"] = str(uuid.uuid4())


def _open_finding(held: Spoiled) -> None:
    met = held.first("analytics", "expectation", state="met")
    row = {"kind": "missing", "state": "open", "subject_kind": "response", "subject_id": met["subject_id"]}
    row |= {"rule_id": met["rule_id"], "step": met["step"], "expectation_id": met["id"], "id": str(uuid.uuid4())}
    held.world.tables["analytics"]["finding"].append(row)


def _silent(held: Spoiled) -> None:
    row: Row = {"kind": "silent", "state": "open", "subject_kind": "service", "subject_id": "ticketing"}
    row |= {"rule_id": None, "step": None, "expectation_id": None, "id": str(uuid.uuid4())}
    held.world.tables["analytics"]["finding"].append(row)


def _overdue(held: Spoiled) -> None:
    row = held.first("analytics", "expectation", step="recovery_planned", state="open")
    row["due_at"] = held.world.now - timedelta(hours=1)


def _missing_unfound(held: Spoiled) -> None:
    row = held.first("analytics", "expectation", step="recovery_planned", state="open")
    row.update(state="missing", due_at=held.world.now - timedelta(hours=1))


def _counts_as_met(held: Spoiled) -> None:
    held.first("analytics", "expectation", step="recovery_planned", state="open")["state"] = "met"


def _counts_as_missing(held: Spoiled) -> None:
    held.first("analytics", "expectation", step="escalation_opened", state="met")["state"] = "missing"


def _two_rows_for_a_key(held: Spoiled) -> None:
    row = held.first("feedback", "response")
    held.add("feedback", "response", row, id=str(uuid.uuid4()))


def _two_answers_for_a_key(held: Spoiled) -> None:
    held.ask(lambda one: _done(one, "POST", "/v1/responses"), answer={"id": str(uuid.uuid4()), "edited_at": None})


def _older_version(held: Spoiled) -> None:
    fits = [one for one in held.world.site.requests if _done(one, "PATCH", "/v1/responses")]
    held.first("feedback", "response", id=fits[0].answer["id"])["version"] = 0


def _undone_deletion(held: Spoiled) -> None:
    fits = [one for one in held.world.site.requests if _done(one, "DELETE", "/v1/responses")]
    held.first("feedback", "response", id=fits[0].path.split("/")[3])["deleted_at"] = None


def _seat_never_taken(held: Spoiled) -> None:
    answer = next(one.answer for one in held.world.site.requests if _done(one, "PUT", "/v1/accounts"))
    answer_seat = {"account_id": answer["account_id"], "staff_id": answer["staff"]["staff_id"]}
    held.drop("onboarding", "team_member", **answer_seat)


def _other_number(held: Spoiled) -> None:
    held.first("analytics", "contribution", metric="nps")["numerator"] += 5


def _set(service: str, table: str, where: Row, **values: Any) -> Callable[[Spoiled], None]:
    return lambda held: held.first(service, table, **where).update(values)


def _drop(service: str, table: str, **where: Any) -> Callable[[Spoiled], None]:
    return lambda held: held.drop(service, table, **where)


def _double(service: str, table: str, where: Row | None = None, **other: Any) -> Callable[[Spoiled], None]:
    return lambda held: held.double(service, table, where=where or {}, **other)


def _older(service: str, table: str) -> Callable[[Spoiled], None]:
    def spoil(held: Spoiled) -> None:
        held.first(service, table)["sequence"] -= 1

    return spoil


def _no_clock(held: Spoiled) -> None:
    escalation = held.first("ticketing", "ticket", **NEGATIVE)
    held.drop("ticketing", "sla_clock", ticket_id=escalation["id"], metric="first_reply")


def _of_fact(type_: str, **values: Any) -> Callable[[Spoiled], None]:
    def spoil(held: Spoiled) -> None:
        fact = held.fact(type_)
        for name, value in values.items():
            setattr(fact, name, value)

    return spoil


def _forget(service: str, type_: str) -> Callable[[Spoiled], None]:
    return lambda held: held.drop(service, "inbox", event_id=held.fact(type_).id)


def _unkept(held: Spoiled) -> None:
    held.drop("analytics", "fact", event_id=held.fact("ticket.created").id)


LETTER = {"id": "1", "event_id": None, "type": "x", "subject": "x", "handler": None, "error": "x", "state": "open"}
NEGATIVE = {"type": "escalation"}
NOTICE = {"template": "escalation_opened"}
STRANGER = "00000000-0000-7000-8000-000000000000"

SPOILS: dict[str, tuple[str, Callable[[Spoiled], None]]] = {
    "a record is gone": ("lost", lambda held: held.world.records.remove(held.record("ticket.created"))),
    "a row was never published": ("lost", _of_fact("ticket.created", published=False)),
    "a row is parked": ("lost", _of_fact("ticket.created", parked=True)),
    "a fact was not taken in": ("lost", _forget("ticketing", "response.received")),
    "a dead letter": ("lost", lambda held: held.world.tables["feedback"]["dead_letter"].append(dict(LETTER))),
    "a fact was not kept": ("lost", _unkept),
    "a ticket is gone": ("lost", _drop("ticketing", "ticket", **NEGATIVE)),
    "an acknowledged answer is gone": ("lost", _drop("feedback", "response")),
    "an acknowledged edit is gone": ("lost", _older_version),
    "a deletion was not done": ("lost", _undone_deletion),
    "a seat was never taken": ("lost", _seat_never_taken),
    "a state was never told": ("lost", _set("ticketing", "ticket", NEGATIVE, priority="low")),
    "a case's state was never told": ("lost", _set("ticketing", "recovery_case", {}, severity="critical")),
    "a clock's breach was never told": ("lost", lambda held: _breach(held)),
    "a notification's sending was never told": (
        "lost",
        lambda held: held.world.facts.remove(held.fact("notification.sent")),
    ),
    "a row was published as two events": ("doubled", _other_word),
    "two events have one sequence": ("doubled", _second_event),
    "a fact was told twice": ("doubled", lambda held: held.tell(held.fact("escalation.opened"))),
    "a cause told the same twice": ("doubled", lambda held: held.tell(held.fact("ticket.assigned"))),
    "a fact is kept twice": ("doubled", _double("analytics", "fact")),
    "two tickets for one answer": ("doubled", _double("ticketing", "ticket", NEGATIVE)),
    "two cases for one answer": ("doubled", _double("ticketing", "recovery_case")),
    "two loop cases for one answer": ("doubled", _double("feedback", "loop_case")),
    "two notifications for one purpose": ("doubled", _double("ticketing", "notification", NOTICE, dedup_key="other")),
    "two rows for one key": ("doubled", _two_rows_for_a_key),
    "two answers for one key": ("doubled", _two_answers_for_a_key),
    "a note twice": ("doubled", lambda held: _note_twice(held)),
    "two clocks of one metric": ("doubled", _double("ticketing", "sla_clock")),
    "a step expected twice": ("doubled", _double("analytics", "expectation")),
    "the topic is out of order": ("reordered", _swap),
    "an edit does not follow": ("reordered", _edit_chain),
    "an older account": ("reordered", _older("feedback", "account")),
    "an older team": ("reordered", _older("ticketing", "account_team")),
    "an older person": ("reordered", _older("analytics", "staff_member")),
    "another number": ("reordered", _other_number),
    "a met step counts as late": (
        "reordered",
        _set("analytics", "expectation", {"step": "escalation_opened", "state": "met"}, state="late"),
    ),
    "a fact of no state": (
        "effects_without_cause",
        lambda held: held.world.facts.remove(held.fact("ticket.created")),
    ),
    "an escalation of nothing": ("effects_without_cause", _ticket_of_nothing),
    "a loop case of nothing": ("effects_without_cause", _double("feedback", "loop_case", response_id=STRANGER)),
    "a case of no ticket": ("effects_without_cause", _double("ticketing", "recovery_case", ticket_id=STRANGER)),
    "a mirror of nothing": ("effects_without_cause", _double("feedback", "account", account_id=STRANGER)),
    "a mirror says otherwise": ("effects_without_cause", _set("ticketing", "account", {}, name="Nobody")),
    "a notification of nothing": (
        "effects_without_cause",
        _double("ticketing", "notification", NOTICE, response_id=STRANGER, dedup_key="other"),
    ),
    "a number of nothing": (
        "effects_without_cause",
        _double("analytics", "contribution", {"metric": "nps"}, subject=STRANGER),
    ),
    "a kept fact says otherwise": ("effects_without_cause", _set("analytics", "fact", {}, data={})),
    "a negative answer without ticket": ("causes_without_effect", _drop("ticketing", "ticket", **NEGATIVE)),
    "a negative answer without case": ("causes_without_effect", _drop("ticketing", "recovery_case")),
    "a negative answer without escalation": ("causes_without_effect", _drop("ticketing", "escalation")),
    "a negative answer without loop case": ("causes_without_effect", _drop("feedback", "loop_case")),
    "a ticket without clock": ("causes_without_effect", _no_clock),
    "a ticket without message": ("causes_without_effect", _drop("ticketing", "message", channel="survey")),
    "a loop case that names no ticket": ("causes_without_effect", _set("feedback", "loop_case", {}, ticket_id=None)),
    "a mirror lacks an account": ("causes_without_effect", _drop("ticketing", "account")),
    "a mirror lacks a person": ("causes_without_effect", _drop("feedback", "staff")),
    "a notification is not sent": ("causes_without_effect", _queue_never_sent),
    "a recipient was not written to": (
        "causes_without_effect",
        _drop("ticketing", "notification", **NOTICE),
    ),
    "nothing is expected": ("causes_without_effect", _drop("analytics", "expectation", step="loop_closed")),
    "a step that happened is open": (
        "causes_without_effect",
        _set("analytics", "expectation", {"step": "escalation_opened", "state": "met"}, state="open"),
    ),
    "a number lacks an answer": ("causes_without_effect", _drop("analytics", "contribution", metric="nps")),
    "a stranger was written to": ("wrong_recipients", _mail_to_a_stranger),
    "another address": (
        "wrong_recipients",
        _set("ticketing", "notification", NOTICE, address="x@elsewhere.example"),
    ),
    "the wrong owner": ("wrong_recipients", _wrong_owner),
    "a role was passed over": ("wrong_recipients", _passed_over),
    "everything agrees, and the CSM was passed over": ("wrong_recipients", _without_team),
    "good news to a stranger": ("wrong_recipients", _good_news_to_a_stranger),
    "a finding for a step that was met": ("findings_without_fault", _open_finding),
    "a finding for a service that is alive": ("findings_without_fault", _silent),
    "a step counts as missing": ("findings_without_fault", _counts_as_missing),
    "a step is overdue and open": ("faults_without_finding", _overdue),
    "a missing step has no finding": ("faults_without_finding", _missing_unfound),
    "a step counts as met": ("faults_without_finding", _counts_as_met),
}
"""What is spoiled: in which column the checker must count it, and how."""


def _breach(held: Spoiled) -> None:
    held.first("ticketing", "sla_clock", breached_at=None)["breached_at"] = held.world.now


def _note_twice(held: Spoiled) -> None:
    message = held.first("ticketing", "message", channel="survey")
    for turn in range(4):
        held.add("ticketing", "message", message, id=str(uuid.uuid4()), source_id=f"{message['source_id']}-{turn}")
