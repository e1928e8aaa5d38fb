"""A negative answer becomes exactly one escalation, whole; nothing else does.

From contract.md, "The story, transaction by transaction" and "What if"; ticketing §3; feedback §3.

What may stand at the end, by what was told of the answer (employee surveys never escalate):
- it was never negative: no ticket, no case, no loop case;
- it is negative now and not deleted: one of each;
- it was negative, and is not now, or was deleted: one of each or none, but not half. Who hears of both at
  once need not escalate what is no longer so. The loop case is made with the answer, so it is always there.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property

from tests.chaos.checker import words
from tests.chaos.checker.databases import Row
from tests.chaos.checker.verdict import Verdict
from tests.chaos.checker.world import Fact, World

CLOCKS = {("first_reply", 1), ("total_resolution", 1)}
"""What the default policy starts for every ticket, in the transaction that creates it."""

RESULTS = {"recovered": "resolved", "partly": "resolved", "lost": "not_recovered", "unreachable": "unreachable"}


@dataclass(frozen=True)
class Answer:
    """What feedback told of one answer, in its order."""

    id: str
    facts: list[Fact]

    @cached_property
    def words(self) -> list[Fact]:
        """What says how the answer is: received, and edited."""
        return [fact for fact in self.facts if fact.type != "response.deleted.v1"]

    @property
    def employee(self) -> bool:
        """Whether it is a member of staff's, which never escalates."""
        return bool(self.words) and self.words[0].data["survey_type"] == "employee"

    @property
    def deleted(self) -> bool:
        """Whether it was removed."""
        return len(self.words) < len(self.facts)

    @property
    def was_negative(self) -> bool:
        """Whether it ever was something to escalate."""
        return not self.employee and any(fact.data["outcome"] == "negative" for fact in self.words)

    @property
    def is_negative(self) -> bool:
        """Whether it is something to escalate now."""
        return self.was_negative and not self.deleted and self.words[-1].data["outcome"] == "negative"


def answers(world: World) -> dict[str, Answer]:
    """Every answer that was told of, by id."""
    return {id_: Answer(id_, facts) for id_, facts in world.answers.items()}


def check(world: World, verdict: Verdict) -> None:
    """Hold each answer against its loop case, its ticket and all that belongs to it."""
    told = answers(world)
    by_source = _by_source(world)
    effects = _Effects(world, verdict)
    for id_, answer in told.items():
        effects.of(answer, by_source.get(id_, []))
    for id_, tickets in by_source.items():
        if id_ not in told or not told[id_].was_negative:
            for ticket in tickets:
                verdict.count(
                    "effects_without_cause", "ticket", "an escalation without a negative answer", ticket=ticket["id"]
                )
    _without_ticket(world, verdict)
    for row in world.rows("feedback", "loop_case"):
        if row["response_id"] not in told or not told[row["response_id"]].was_negative:
            verdict.count(
                "effects_without_cause", "loop_case", "a loop case without a negative answer", loop_case=row["id"]
            )


def _by_source(world: World) -> dict[str, list[Row]]:
    """The tickets of answers, by response id."""
    found: dict[str, list[Row]] = {}
    for row in world.rows("ticketing", "ticket"):
        if (row["source_service"], row["source_kind"]) == ("feedback", "response"):
            found.setdefault(row["source_id"], []).append(row)
    return found


def _without_ticket(world: World, verdict: Verdict) -> None:
    """What hangs in the air: an escalation that nobody asked for, a case, clock or message of no ticket."""
    tickets = world.by("ticketing", "ticket")
    made_by = {fact.subject: fact.cause for fact in world.of_type("ticket.created")}
    for id_, ticket in tickets.items():
        by_hand = made_by.get(id_, "request/").startswith("request/")
        if ticket["type"] == "escalation" and ticket["source_service"] != "feedback" and not by_hand:
            verdict.count("effects_without_cause", "ticket", "an escalation that no answer made", ticket=id_)
    for table in ("recovery_case", "escalation", "sla_clock", "message"):
        for row in world.rows("ticketing", table):
            if row["ticket_id"] not in tickets:
                says = f"a {table} whose ticket is not there"
                verdict.count("effects_without_cause", table, says, ticket=row["ticket_id"], id=row.get("id"))


class _Effects:
    """What has to follow from an answer, each looked up by the answer or by its ticket."""

    def __init__(self, world: World, verdict: Verdict) -> None:
        self._verdict = verdict
        self._cases = world.grouped("ticketing", "recovery_case", "response_id")
        self._escalations = world.grouped("ticketing", "escalation", "response_id")
        self._loops = world.grouped("feedback", "loop_case", "response_id")
        self._clocks = world.grouped("ticketing", "sla_clock", "ticket_id")
        self._messages: dict[str, list[Row]] = defaultdict(list)  # where they were meant, whatever is merged
        for message in world.rows("ticketing", "message"):
            self._messages[words.home(message)].append(message)
        self._opened = {fact.data["response_id"]: fact for fact in world.of_type("escalation.opened")}
        self._assigned = Counter(
            fact.data["response_id"] for fact in world.of_type("ticket.assigned") if fact.data["assignee_id"]
        )
        self._responses = world.by("feedback", "response")

    def of(self, answer: Answer, tickets: list[Row]) -> None:
        if not answer.was_negative:
            return
        self._one(answer, "loop_case", self._loops.get(answer.id, []), wanted=True)
        whole = {
            "ticket": tickets,
            "recovery_case": self._cases.get(answer.id, []),
            "escalation": self._escalations.get(answer.id, []),
        }
        wanted = answer.is_negative or any(whole.values())
        for kind, rows in whole.items():
            self._one(answer, kind, rows, wanted=wanted)
        if tickets:
            self._whole(answer, tickets[0])

    def _one(self, answer: Answer, kind: str, rows: list[Row], *, wanted: bool) -> None:
        for _ in rows[1:]:
            self._verdict.count("doubled", kind, f"two rows in {kind} for one answer", response=answer.id)
        if wanted and not rows:
            says = f"a negative answer without {kind}"
            self._verdict.count("causes_without_effect", kind, says, response=answer.id)

    def _whole(self, answer: Answer, ticket: Row) -> None:
        """All that belongs to an escalation's ticket."""
        ids = {"response": answer.id, "ticket": ticket["id"]}
        if answer.id not in self._opened:
            self._verdict.count("lost", "escalation_fact", "an escalation was never told of", **ids)
        if ticket["type"] != "escalation" or ticket["trace_id"] != answer.words[0].trace_id:
            self._verdict.count("effects_without_cause", "ticket", "a ticket is of another type or story", **ids)
        clocks = {(clock["metric"], clock["cycle"]) for clock in self._clocks.get(ticket["id"], [])}
        for metric, _ in CLOCKS - clocks:
            self._verdict.count("causes_without_effect", "clock", f"an escalation without its clock {metric}", **ids)
        self._notes(answer, ticket)
        case = next(iter(self._cases.get(answer.id, [])), None)
        loop = next(iter(self._loops.get(answer.id, [])), None)
        if case is not None and (case["home_ticket_id"] or case["ticket_id"]) != ticket["id"]:
            self._verdict.count("effects_without_cause", "recovery_case", "a case of another ticket", **ids)
        if case is not None and loop is not None:
            self._loop(answer, ticket, case, loop)

    def _notes(self, answer: Answer, ticket: Row) -> None:
        """What opened the ticket, and a note for every edit of the score and for the deletion, each once.

        Edits that ticketing heard of together with the one that turned negative may leave a note or none.
        """
        turned = next(place for place, fact in enumerate(answer.words) if fact.data["outcome"] == "negative")
        edits = [fact for fact in answer.words[1:] if fact.data["score"] != fact.data["previous_score"]]
        after = [fact for fact in answer.words[turned + 1 :] if fact in edits]
        most = 1 + len(edits) + answer.deleted
        first_negative_only = turned == 0
        least = 1 + len(after) + answer.deleted if first_negative_only else 1
        said = [message for message in self._messages.get(ticket["id"], []) if message["channel"] == "survey"]
        notes = [message for message in self._messages.get(ticket["id"], []) if message["source_id"] is not None]
        ours = {
            message["id"] for message in (*said, *notes) if answer.id in (message["source_id"] or "") or message in said
        }
        ids = {"response": answer.id, "ticket": ticket["id"], "notes": len(ours)}
        if len(ours) < least:
            self._verdict.count("causes_without_effect", "note", f"an escalation lacks notes: {least} are due", **ids)
        elif len(ours) > most:
            self._verdict.count("doubled", "note", f"an escalation has more notes than words: {most}", **ids)

    def _loop(self, answer: Answer, ticket: Row, case: Row, loop: Row) -> None:
        """The loop case follows ticketing's facts, so it names ticket and case, and ends as the case does."""
        ids = {"response": answer.id, "loop_case": loop["id"]}
        home = case["home_ticket_id"] or case["ticket_id"]  # a loop keeps the first ticket that it hears of
        if (loop["ticket_id"], loop["recovery_case_id"]) != (home, case["id"]):
            self._verdict.count("causes_without_effect", "loop_link", "a loop case names no ticket or case", **ids)
        response = self._responses.get(answer.id)
        if response is not None and response["loop_case_id"] not in (None, loop["id"]):
            self._verdict.count("effects_without_cause", "loop_link", "an answer names another loop case", **ids)
        if answer.deleted:
            if loop["state"] != "closed":
                self._verdict.count("causes_without_effect", "loop_end", "a deleted answer's loop is open", **ids)
            return
        opened = self._opened.get(answer.id)
        owned = self._assigned[answer.id] > 0 or (opened is not None and opened.data["owner_id"] is not None)
        for name, due in (
            ("assigned_at", owned),
            ("planned_at", case["planned_at"] is not None),
            ("contacted_at", case["contacted_at"] is not None),
            ("closed_at", case["completed_at"] is not None),
        ):
            if due and loop[name] is None:
                self._verdict.count("causes_without_effect", "loop_stage", f"a loop case lacks {name}", **ids)
            elif not due and loop[name] is not None:
                self._verdict.count("effects_without_cause", "loop_stage", f"a loop case has {name}", **ids)
        ended = case["completed_at"] is not None and loop["closed_at"] is not None
        if ended and loop["result"] != RESULTS[case["outcome"]]:
            self._verdict.count("reordered", "loop_result", "a loop ended otherwise than its case", **ids)
