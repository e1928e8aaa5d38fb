"""What a service holds is what it told last, and each state follows from the one before.

From: no fact without its state, a 2xx means that state and fact are both durable ("created and updated facts
carry the same full snapshot, so that the newest one suffices"), and per-key order of effects.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from tests.chaos.checker.databases import Row
from tests.chaos.checker.site import instant
from tests.chaos.checker.verdict import Verdict
from tests.chaos.checker.world import Fact, World

TICKET = (
    *("number", "type", "status", "priority", "channel", "account_id", "contact_id", "brand", "group_id"),
    *("assignee_id", "contact_reason_id", "problem_id", "parent_id", "merged_into_id", "tags"),
    *("created_at", "first_assigned_at", "first_replied_at", "solved_at", "closed_at"),
)
CASE = (  # its ticket_id changes with merges, of which the case tells nothing: see `merges`
    *("response_id", "account_id", "contact_id", "severity", "state", "plan_due_at"),
    *("contact_due_at", "acknowledged_at", "planned_at", "contacted_at", "completed_at", "outcome"),
)
ANSWER = (
    *("survey_type", "score", "outcome", "account_id", "contact_id", "ticket_id", "brand", "source"),
    *("answered_at", "recorded_at"),
)
ACCOUNT = (
    *("name", "external_ids", "segment", "tier", "industry", "region", "timezone", "locale", "currency", "status"),
    *("version", "updated_at"),
)
CONTACT = ("account_id", "name", "email", "phone", "locale", "timezone", "active", "merged_into_id", "version")
STAFF = ("name", "email", "active", "away_from", "away_until")
GROUP = ("name", "lead_id", "notify_address")
HANDOFF = ("deal_id", "account_id", "state", "due_at", "decided_at")

CLOCK_STATES = {
    "sla.applied.v1": "running",
    "sla.resumed.v1": "running",
    "sla.paused.v1": "paused",
    "sla.fulfilled.v1": "fulfilled",
}


def check(world: World, verdict: Verdict) -> None:
    """Compare each row with the newest fact of it, and each fact with the one before."""
    held = _Held(world, verdict)
    held.compare("ticketing", "ticket", world.newest("ticket.created", "ticket.updated"), TICKET)
    held.compare("ticketing", "recovery_case", world.newest(*_kinds("recovery", "opened")), CASE)
    held.compare("ticketing", "agent_group", world.newest("group.changed"), GROUP)
    held.compare("onboarding", "account", world.newest("account.created", "account.updated"), ACCOUNT)
    held.compare("onboarding", "contact", world.newest("contact.created", "contact.updated"), CONTACT)
    held.compare("onboarding", "staff", world.newest("staff.updated"), STAFF)
    held.compare(
        "onboarding", "handoff", world.newest("handoff.received", "handoff.accepted", "handoff.rejected"), HANDOFF
    )
    held.compare("onboarding", "deal", world.newest("deal.received"), ("account_id", "handoff_id"))
    held.compare("feedback", "response", world.newest("response.received", "response.edited"), ANSWER)
    _deleted(world, verdict)
    _clocks(world, verdict)
    _statuses(world, verdict)
    _scores(world, verdict)
    _teams(world, verdict)
    _loops(world, verdict)


def _kinds(prefix: str, first: str) -> tuple[str, ...]:
    steps = (first, "acknowledged", "planned", "contacted", "completed")
    return tuple(f"{prefix}.{step}" for step in steps)


class _Held:
    def __init__(self, world: World, verdict: Verdict) -> None:
        self._world = world
        self._verdict = verdict

    def compare(self, service: str, table: str, newest: Mapping[str, Fact], names: Iterable[str]) -> None:
        """Hold a table's rows against the newest fact of each."""
        rows = self._world.by(service, table)
        for id_ in newest.keys() - rows.keys():
            self._verdict.count("lost", f"{table}_row", f"{service} told of a {table} that is not there", id=id_)
        for id_, row in rows.items():
            if id_ not in newest and row.get("state") == "partial" and table == "response":
                continue  # nobody is told of it until it settles: see `surveys`
            if id_ not in newest:
                self._verdict.count("lost", f"{table}_fact", f"{service} never told of its {table}", id=id_)
            elif row.get("deleted_at") is None and (differs := _differing(row, newest[id_].data, names)):
                says = f"{service} holds a {table} that is not as told last: {', '.join(differs)}"
                self._verdict.count("lost", f"{table}_state", says, id=id_, fact=newest[id_].id)


def _differing(row: Row, data: Mapping[str, Any], names: Iterable[str]) -> list[str]:
    return [name for name in names if name in data and not same(row[name], data[name])]


def same(held: Any, told: Any) -> bool:
    """Whether a column and a fact's field say the same."""
    if isinstance(held, datetime):
        return told is not None and held == instant(told)
    if isinstance(held, list) and isinstance(told, list):
        return sorted(map(str, held)) == sorted(map(str, told))
    return bool(held == told)


def _deleted(world: World, verdict: Verdict) -> None:
    """A deleted answer says so, and only such a one; its words are gone."""
    told = world.newest("response.deleted")
    for row in world.rows("feedback", "response"):
        if (row["deleted_at"] is not None) != (row["id"] in told):
            verdict.count("lost", "deletion", "an answer's deletion is told or done, not both", response=row["id"])
        if row["deleted_at"] is not None and (row["comment"] or row["respondent"]):
            verdict.count("lost", "deletion", "a deleted answer keeps its words", response=row["id"])


def _clocks(world: World, verdict: Verdict) -> None:
    """A clock is applied once; it stands as it was told last; a breach is told once and stays."""
    rows = world.by("ticketing", "sla_clock")
    cycles = [(row["ticket_id"], row["metric"], row["cycle"]) for row in rows.values()]
    for _ in range(len(cycles) - len(set(cycles))):
        verdict.count("doubled", "clock", "a ticket has two clocks of one metric and cycle")
    applied: dict[str, int] = {}
    standing: dict[str, Fact] = {}
    breached: dict[str, int] = {}
    for fact in world.of_type(*(f"sla.{word}" for word in ("applied", "paused", "resumed", "fulfilled", "breached"))):
        clock = fact.data["clock_id"]
        applied[clock] = applied.get(clock, 0) + (fact.type == "sla.applied.v1" and fact.data["reason"] == "created")
        breached[clock] = breached.get(clock, 0) + (fact.type == "sla.breached.v1")
        if fact.type in CLOCK_STATES and (clock not in standing or standing[clock].sequence < fact.sequence):
            standing[clock] = fact
    for clock, fact in standing.items():
        row = rows.get(clock)
        if row is None:
            verdict.count("lost", "clock_row", "a clock that was told of is not there", clock=clock)
        elif row["state"] != "cancelled" and row["state"] != CLOCK_STATES[fact.type]:
            verdict.count("lost", "clock_state", "a clock does not stand as told last", clock=clock, fact=fact.id)
    for clock, row in rows.items():
        if clock not in standing:
            verdict.count("lost", "clock_fact", "a clock was never told of", clock=clock, ticket=row["ticket_id"])
        if applied.get(clock, 0) > 1 or breached.get(clock, 0) > 1:
            verdict.count("doubled", "clock_told", "a clock was applied or breached twice", clock=clock)
        if (row["breached_at"] is not None) != (breached.get(clock, 0) > 0):
            verdict.count("lost", "breach", "a breach is told or held, not both", clock=clock)


def _statuses(world: World, verdict: Verdict) -> None:
    """Each change of a ticket's status starts from where the one before ended."""
    now = {fact.subject: fact.data["status"] for fact in world.of_type("ticket.created")}
    for fact in sorted(world.of_type("ticket.status_changed"), key=lambda fact: fact.sequence):
        before = now.get(fact.subject)
        if before is not None and before != fact.data["previous_status"]:
            says = f"a ticket that was {before} changed from {fact.data['previous_status']}"
            verdict.count("reordered", "status", says, ticket=fact.subject, fact=fact.id)
        now[fact.subject] = fact.data["status"]


def _scores(world: World, verdict: Verdict) -> None:
    """Each edit of an answer names the score and outcome that it had; none comes before it or after its end."""
    for response_id, facts in world.answers.items():
        before: Fact | None = None
        for fact in facts:
            if (fact.type == "response.received.v1") != (before is None):
                verdict.count(
                    "reordered", "answer", "an answer was edited before it was received", response=response_id
                )
                break
            if before is not None and before.type == "response.deleted.v1":
                verdict.count("reordered", "answer", "an answer changed after its deletion", response=response_id)
                break
            if before is not None and fact.type == "response.edited.v1":
                held = (before.data["score"], before.data["outcome"])
                if held != (fact.data["previous_score"], fact.data["previous_outcome"]):
                    verdict.count("reordered", "answer", "an edit does not follow from the one before", fact=fact.id)
            before = fact


def _teams(world: World, verdict: Verdict) -> None:
    """account.team_changed tells the whole team: the newest one is who sits there now."""
    seated: dict[str, set[tuple[str, bool, str]]] = {}
    for row in world.rows("onboarding", "team_member"):
        seats = seated.setdefault(row["account_id"], set())
        if row["until_at"] is None:
            if any(seat[:2] == (row["role"], row["backup"]) for seat in seats):
                verdict.count("doubled", "team", "two people sit in one seat", account=row["account_id"])
            seats.add((row["role"], row["backup"], row["staff_id"]))
    newest = world.newest("account.team_changed")
    for account_id in seated.keys() | newest.keys():
        told = newest[account_id].data["members"] if account_id in newest else []
        members = {(member["role"], member["backup"], member["staff_id"]) for member in told}
        if members != seated.get(account_id, set()):
            verdict.count("lost", "team_state", "a team is not as told last", account=account_id)


def _loops(world: World, verdict: Verdict) -> None:
    """A loop case's times are each told once set."""
    told = {
        kind: {fact.subject: fact for fact in world.of_type(f"loop.{kind}")}
        for kind in ("opened", "assigned", "contacted", "closed")
    }
    rows = world.by("feedback", "loop_case")
    for kind, facts in told.items():
        for id_, row in rows.items():
            at = row[f"{kind}_at"]
            fact = facts.get(id_)
            if (at is None) != (fact is None) or (fact is not None and not same(at, fact.data["at"])):
                verdict.count("lost", "loop_state", f"a loop case's {kind}_at is not as told", loop_case=id_)
        for id_ in facts.keys() - rows.keys():
            verdict.count("lost", "loop_row", "a loop case that was told of is not there", loop_case=id_)
