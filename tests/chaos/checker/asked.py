"""Who was asked, and why not: every occasion is decided once by each program, and nobody is asked twice too soon.

From feedback §2: every ticket.solved leads to survey.queued or survey.suppressed, and a completed recovery is the
occasion of the survey that closes its story; whoever is asked has a decision that says so; within a program's gap
nobody is asked again by a survey that counts for it, whichever program asked first.
"""

from collections import Counter, defaultdict
from datetime import timedelta
from itertools import pairwise

from tests.chaos.checker.databases import Row
from tests.chaos.checker.verdict import Verdict
from tests.chaos.checker.world import Fact, World

Occasion = tuple[str, str | None, int | None]
"""What happened, to what, and how often that had been opened again."""

ASKING = ("send", "queue")
COUNTING = ("relationship", "transactional")
"""The classes of surveys after which a contact is left alone."""


def check(world: World, verdict: Verdict) -> None:
    """Hold what happened against decisions, decisions against invitations and facts, and invitations against gaps."""
    _occasions(world, verdict)
    _decisions(world, verdict)
    _invitations(world, verdict)
    _gaps(world, verdict)


def _occasions(world: World, verdict: Verdict) -> None:
    """A ticket is decided about once each time that it is solved, and a recovery once; by each program that asked."""
    told: dict[Occasion, list[Fact]] = defaultdict(list)
    for fact in world.of_type("survey.queued", "survey.suppressed"):
        told[_occasion_of(fact)].append(fact)
    occasions: dict[Occasion, list[Fact]] = defaultdict(list)
    for fact in world.of_type("ticket.solved"):
        occasions["ticket.solved", fact.subject, fact.data["reopen_count"]].append(fact)
    for fact in world.of_type("recovery.completed"):
        occasions["recovery.completed", fact.subject, None].append(fact)
    for occasion, facts in occasions.items():
        if not any(fact.id in world.heard["feedback"] for fact in facts):
            continue  # which is counted elsewhere
        decided = told[occasion]
        if not decided:
            verdict.count("causes_without_effect", "asked", "nobody decided about an occasion", occasion=occasion)
        for program, times in Counter(each.data["program_id"] for each in decided).items():
            for _ in range(times - 1):
                says = "a program decided twice about one occasion"
                verdict.count("doubled", "asked", says, occasion=occasion, program=program)


def _occasion_of(told: Fact) -> Occasion:
    """What a decision was about, whether it was made at once or by a repair."""
    data = told.data
    if data["recovery_case_id"] is not None:
        return "recovery.completed", data["recovery_case_id"], None
    return "ticket.solved", data["ticket_id"], data["reopen_count"]


def _decisions(world: World, verdict: Verdict) -> None:
    """Each triggered decision was told of as what it is, and each that was told of is there."""
    rows = world.by("feedback", "send_decision")
    told: dict[str, set[str]] = defaultdict(set)
    for fact in world.of_type("survey.queued", "survey.suppressed"):
        told[fact.data["decision_id"]].add(fact.type)
    for id_ in told.keys() - rows.keys():
        verdict.count("lost", "decision_row", "a decision that was told of is not there", decision=id_)
    for id_, row in rows.items():
        asks = row["verdict"] in ASKING
        if not asks and row["wave_id"] is not None:
            continue  # a wave tells how many it refused
        expected = "survey.queued.v1" if asks else "survey.suppressed.v1"
        if told[id_] != {expected}:
            says = f"a decision to {row['verdict']} was told of as {sorted(told[id_])}"
            verdict.count("lost", "decision_fact", says, decision=id_, key=row["key"])


def _invitations(world: World, verdict: Verdict) -> None:
    """Whoever is asked has a decision to ask them, and each such decision asks once."""
    decisions = world.by("feedback", "send_decision")
    invitations = world.rows("feedback", "invitation")
    of_decision = Counter(row["decision_id"] for row in invitations)
    for row in invitations:
        decision = decisions.get(row["decision_id"])
        if decision is None or decision["verdict"] not in ASKING:
            says = "a contact is asked without a decision to ask them"
            verdict.count("effects_without_cause", "invitation", says, invitation=row["id"])
    for id_, decision in decisions.items():
        if decision["verdict"] in ASKING and of_decision[id_] == 0:
            verdict.count("causes_without_effect", "invitation", "a decision to ask asks nobody", decision=id_)
        for _ in range(of_decision[id_] - 1):
            verdict.count("doubled", "invitation", "one decision asks twice", decision=id_)


def _gaps(world: World, verdict: Verdict) -> None:
    """Of two surveys of one contact that count, at least one program's gap lies between: whichever chose second."""
    programs = world.by("feedback", "program")
    for contact, rows in world.grouped("feedback", "invitation", "contact_id").items():
        counting = [row for row in rows if row["quarantine_class"] in COUNTING and stands(row)]
        in_order = sorted(counting, key=lambda row: row["reserved_at"])
        for earlier, later in pairwise(in_order):
            apart = later["reserved_at"] - earlier["reserved_at"]
            gap = min(timedelta(seconds=programs[row["program_id"]]["gap_seconds"]) for row in (earlier, later))
            if contact is not None and apart < gap:
                says = f"a contact is asked again after {apart}, within a gap of {gap}"
                verdict.count("doubled", "quarantine", says, contact=contact, first=earlier["id"], second=later["id"])


def stands(row: Row) -> bool:
    """It was sent, or is to be."""
    return row["state"] != "cancelled" or row["sent_at"] is not None
