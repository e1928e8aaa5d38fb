"""The ledger says of every step what is so: met where it happened, missing where it did not, and a finding then.

From analytics §2 and contract.md (Expectation, Assurance rule, Finding). The verdict of each expectation is
worked out again from the facts: evidence is a fact of the step's type, of the service that owes it, with the
story's id, and for one recipient with theirs; times are those of ce_recordedtime.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from tests.chaos.checker.databases import Row
from tests.chaos.checker.verdict import Verdict
from tests.chaos.checker.world import Fact, World

FAULTY = frozenset({"missing", "duplicate", "wrong_target", "failed"})
DONE = frozenset({"met", "late", "duplicate"})

DECIDES_WITHIN = timedelta(seconds=90)
"""How long after its due a step that did not happen may still be open: tolerance, a heartbeat, a sweep."""

NEGATIVE = "negative_response"
POSITIVE = "positive_response"
SOLVED = "ticket_solved"
RECOVERED = "recovery_completed"
STEPS = {
    NEGATIVE: {
        "escalation_opened": ("ticketing", "escalation.opened.v1"),
        "notification_sent": ("ticketing", "notification.sent.v1"),
        "recovery_planned": ("ticketing", "recovery.planned.v1"),
        "recovery_contacted": ("ticketing", "recovery.contacted.v1"),
        "loop_closed": ("feedback", "loop.closed.v1"),
    },
    POSITIVE: {"notification_sent": ("feedback", "notification.sent.v1")},
    SOLVED: {"survey_decided": ("feedback", "survey.queued.v1")},
    RECOVERED: {"survey_decided": ("feedback", "survey.queued.v1")},
}
"""The rules that ship, step by step: who owes what."""

OR_ELSE = {(rule, "survey_decided"): "survey.suppressed.v1" for rule in (SOLVED, RECOVERED)}
"""What meets a step as well."""


@dataclass(frozen=True)
class Trigger:
    """A fact that sets a shipped rule off."""

    rule: str
    fact: Fact


def check(world: World, verdict: Verdict) -> None:
    """Are all expectations there, and does each stand as the facts say?"""
    ledger = _Ledger(world, verdict)
    ledger.complete()
    ledger.judge()


def triggers(world: World) -> Iterator[Trigger]:
    """The facts from which a shipped rule expects something; employee surveys set nothing off."""
    for fact in world.of_type("response.received", "response.edited"):
        data = fact.data
        if data["survey_type"] == "employee":
            continue
        turned = fact.type == "response.received.v1" or data["previous_outcome"] != "negative"
        if data["outcome"] == "negative" and turned:
            yield Trigger(NEGATIVE, fact)
        if data["outcome"] == "positive" and fact.type == "response.received.v1":
            yield Trigger(POSITIVE, fact)
    for fact in world.of_type("ticket.solved"):
        yield Trigger(SOLVED, fact)
    for fact in world.of_type("recovery.completed"):
        yield Trigger(RECOVERED, fact)


class _Ledger:
    def __init__(self, world: World, verdict: Verdict) -> None:
        self._world = world
        self._verdict = verdict
        self._rows = world.rows("analytics", "expectation")
        self._evidence = _Evidence(world, {(type_, row["match"]) for row in self._rows for type_ in _types(row)})
        self._findings = _by_expectation(world.rows("analytics", "finding"))

    def complete(self) -> None:
        """A row for each step of each trigger, from the trigger on; one for each recipient once they are named."""
        held: dict[tuple[str, str], dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
        for row in self._rows:
            held[row["rule_id"], row["trigger_fact_id"]][row["step"]].append(row)
        due = {(trigger.rule, trigger.fact.id): trigger.fact for trigger in triggers(self._world)}
        named = {fact.data["response_id"]: fact for fact in self._world.of_type("escalation.opened")}
        for (rule, id_), fact in due.items():
            steps = held.get((rule, id_), {})
            for step in STEPS[rule]:
                ids = {"rule_id": rule, "step": step, "response": fact.subject, "trigger": id_}
                if not steps.get(step):
                    self._verdict.count("causes_without_effect", "expectation", "nothing is expected", **ids)
            opened = named.get(fact.subject) if rule == NEGATIVE else None
            if opened is not None:
                self._recipients(opened, steps.get("notification_sent", []))
        for (rule, id_), steps in held.items():
            if rule in STEPS and (rule, id_) not in due:
                for step in steps:
                    says = "something is expected of a fact that sets nothing off"
                    self._verdict.count(
                        "effects_without_cause", "expectation", says, rule_id=rule, trigger=id_, step=step
                    )
            for step, rows in steps.items():
                self._one_each(rule, id_, step, rows)

    def _recipients(self, opened: Fact, rows: list[Row]) -> None:
        targets = {row["target_id"] for row in rows}
        named = {recipient["staff_id"] for recipient in opened.data["recipients"]}
        for staff_id in named - targets:
            # In doubt the one who was told takes the place of the one who was named.
            if not targets - named - {None}:
                says = "a recipient is owed nothing"
                self._verdict.count(
                    "causes_without_effect", "expectation", says, response=opened.data["response_id"], staff=staff_id
                )

    def _one_each(self, rule: str, trigger: str, step: str, rows: list[Row]) -> None:
        versions = [(row["rule_version"], row["target_id"]) for row in rows]
        for _ in range(len(versions) - len(set(versions))):
            says = "one step is expected twice"
            self._verdict.count("doubled", "expectation", says, rule_id=rule, trigger=trigger, step=step)

    def judge(self) -> None:
        """Hold the state of each row against the facts."""
        for row in self._rows:
            owed = STEPS.get(row["rule_id"], {}).get(row["step"])
            if owed is not None and owed != (row["service"], row["type"]):
                self._say(row, "effects_without_cause", "a step is owed by another or by another fact than the rule's")
            if row["state"] != "waived":
                self._judge(row)

    def _judge(self, row: Row) -> None:
        happened = self._evidence.of(row)
        state = row["state"]
        if happened:
            self._happened(row, happened)
        elif state in DONE:
            self._say(row, "faults_without_finding", f"a step counts as {state} and never happened")
        elif state == "skipped":
            if not self._called_off(row):
                self._say(row, "faults_without_finding", "a step is skipped for no reason")
        elif state == "open":
            if row["due_at"] is not None and row["due_at"] + DECIDES_WITHIN + self._world.site.skew < self._world.now:
                self._say(row, "faults_without_finding", "a step that did not happen is still open")
        elif (
            state == "missing" and row["due_at"] is not None and row["due_at"] > self._world.now + self._world.site.skew
        ):
            self._say(row, "findings_without_fault", "a step counts as missing before it is due")
        elif state == "wrong_target":
            self._wrong_target(row)
        elif state in ("failed", "missing") and self._was_deleted_in_time(row):
            self._say(row, "findings_without_fault", "a step counts against a deleted answer")
        if state in FAULTY and not self._findings.get(row["id"]):
            self._say(row, "faults_without_finding", f"a step is {state}, and there is no finding")

    def _happened(self, row: Row, happened: list[Fact]) -> None:
        state, first = row["state"], happened[0]
        if state in ("missing", "failed"):
            self._say(row, "findings_without_fault", f"a step counts as {state} and happened")
        elif state == "wrong_target":
            self._wrong_target(row)
        elif state == "open" and self._told_a_stranger(row, happened):
            return  # nobody was owed it: it stays open until it is due
        elif state in ("open", "skipped"):
            self._say(row, "causes_without_effect", f"a step happened and is {state}")
        elif state == "duplicate":
            if len({fact.subject for fact in happened}) < 2:
                self._say(row, "findings_without_fault", "a step counts as doubled and happened once")
        elif row["step"] == "escalation_opened" and len({fact.subject for fact in happened}) > 1:
            self._say(row, "faults_without_finding", "a step happened twice and does not count as doubled")
        else:
            late = row["due_at"] is not None and first.recorded_at > row["due_at"]
            if (state == "late") != late:
                self._say(row, "reordered", f"a step is {state}, by the facts it is {'late' if late else 'met'}")

    def _told_a_stranger(self, row: Row, happened: list[Fact]) -> bool:
        """Was only somebody told who was not in the team between the trigger and the due, as one who had just left?"""
        told = {_recipient(fact) for fact in happened}
        due = row["due_at"] is None or row["due_at"] + self._world.site.skew < self._world.now
        return row["rule_id"] == POSITIVE and row["target_id"] is None and not due and not told & self._members(row)

    def _members(self, row: Row) -> set[str | None]:
        """Who was in the account's team at any time between the trigger and the due."""
        since, until = row["trigger_recorded_at"], row["due_at"] or self._world.now
        teams = [fact for fact in self._world.of_type("account.team_changed") if fact.subject == row["account_id"]]
        begun = [fact for fact in teams if fact.recorded_at <= since]
        valid = begun[-1:] + [fact for fact in teams if since < fact.recorded_at <= until]
        return {member["staff_id"] for fact in valid for member in fact.data["members"]}

    def _wrong_target(self, row: Row) -> None:
        """Wrong only if the person held no such role at any time between the trigger and the due."""
        leads = [fact.data["lead_id"] for fact in self._world.of_type("group.changed")]
        members = self._members(row)
        if row["target_id"] in members or (row["reason"] == "group_lead" and row["target_id"] in leads):
            self._say(row, "findings_without_fault", "somebody counts as the wrong person and was the right one")

    def _called_off(self, row: Row) -> bool:
        """Deleted, or by the positive rule: no longer positive, or nobody's account."""
        words = self._world.answers.get(row["subject_id"], [])
        if any(fact.type == "response.deleted.v1" for fact in words):
            return True
        if row["rule_id"] != POSITIVE:
            return row["rule_id"] not in STEPS
        return words[0].data["account_id"] is None or any(fact.data["outcome"] != "positive" for fact in words)

    def _was_deleted_in_time(self, row: Row) -> bool:
        if row["match"] != "response_id" or row["reason"] == "no_recipient":
            return False
        return any(
            fact.type == "response.deleted.v1" and (row["due_at"] is None or fact.recorded_at <= row["due_at"])
            for fact in self._world.answers.get(row["subject_id"], [])
        )

    def _say(self, row: Row, column: str, says: str) -> None:
        names = ("rule_id", "step", "subject_id", "target_id", "state", "reason", "due_at")
        self._verdict.count(column, "step", says, expectation=row["id"], **{name: row[name] for name in names})


class _Evidence:
    """The facts of each type by the id that they share with their story."""

    def __init__(self, world: World, kinds: Iterable[tuple[str, str]]) -> None:
        self._world = world
        self._facts: dict[tuple[str, str, str], list[Fact]] = defaultdict(list)
        for type_, match in kinds:
            for fact in world.of_type(type_.removesuffix(".v1")):
                if value := fact.data.get(match):
                    self._facts[type_, match, value].append(fact)

    def _cycle(self, row: Row) -> int | None:
        """How often the ticket had been reopened when it was solved: each time is asked about by itself."""
        trigger = self._world.by_id.get(row["trigger_fact_id"])
        return trigger.data["reopen_count"] if trigger is not None else None

    def of(self, row: Row) -> list[Fact]:
        """What happened for this row, oldest first."""
        found = [
            fact
            for type_ in _types(row)
            for fact in self._facts.get((type_, row["match"], row["subject_id"]), [])
            if fact.service == row["service"] and row["target_id"] in (None, _recipient(fact))
            if row["rule_id"] != SOLVED or fact.data["reopen_count"] == self._cycle(row)
        ]
        return sorted(found, key=lambda fact: (fact.recorded_at, fact.id))


def _types(row: Row) -> list[str]:
    other = OR_ELSE.get((row["rule_id"], row["step"]))
    return [row["type"], other] if other else [row["type"]]


def _recipient(fact: Fact) -> str | None:
    recipient = fact.data.get("recipient") or {}
    staff_id: str | None = recipient.get("staff_id")
    return staff_id


def _by_expectation(rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row["expectation_id"] is not None:
            found[row["expectation_id"]].append(row)
    return found
