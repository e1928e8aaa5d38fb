"""Every fact reached everyone who listens, and had one effect.

From: "Listens to" in the services' specifications, the listeners that contract.md's story needs, and one
effect per fact and consumer. A fact that could not be applied is a dead letter; no fault that is tried here
may make one.
"""

import json
from collections import Counter

from tests.chaos.checker.site import SERVICES
from tests.chaos.checker.verdict import Verdict
from tests.chaos.checker.world import World

DIRECTORY = ("account.created", "account.updated", "account.team_changed", "contact.created", "contact.updated")
RECOVERY = tuple(f"recovery.{step}" for step in ("opened", "acknowledged", "planned", "contacted", "completed"))
COMPLAINT = tuple(f"complaint.{step}" for step in ("opened", "stage_changed", "closed"))
ENDS = tuple(f"ticket.{step}" for step in ("solved", "reopened", "closed", "merged", "unmerged"))
REPAIR = "automation.repair_requested"

LISTENS: dict[str, frozenset[str]] = {
    "ticketing": frozenset(
        (*DIRECTORY, "staff.updated", "response.received", "response.edited", "response.deleted", REPAIR)
    ),
    "feedback": frozenset(
        (*DIRECTORY, "staff.updated", "escalation.opened", "ticket.assigned", *RECOVERY, *COMPLAINT, *ENDS, REPAIR)
    ),
    "onboarding": frozenset((REPAIR,)),
}
"""analytics hears everything."""

ONCE_PER_SUBJECT = (
    "response.received",
    "response.deleted",
    "loop.opened",
    "loop.assigned",
    "loop.contacted",
    "loop.closed",
    "ticket.created",
    "escalation.opened",
    "recovery.opened",
    "recovery.acknowledged",
    "recovery.contacted",
    "recovery.completed",
    "account.created",
    "contact.created",
    "notification.sent",
    "notification.failed",
    "deal.received",
    "handoff.received",
    "handoff.accepted",
    "handoff.rejected",
    "repair.answered",
    "complaint.opened",
    "survey.queued",
    "survey.suppressed",
    "wave.decided",
    "survey.sent",
    "survey.bounced",
    "survey.expired",
    "survey.cancelled",
    "automation.finding_opened",
)
"""What is told once of each subject, since what it tells happens once."""

ONCE_PER_FIELD = {"escalation.opened": "response_id", "recovery.opened": "response_id", "loop.opened": "response_id"}
"""contract.md, "made once by": one of each for an answer."""


def check(world: World, verdict: Verdict) -> None:
    """Look at inboxes, dead letters, analytics' store of facts, and facts told twice."""
    _heard(world, verdict)
    _dead_letters(world, verdict)
    _kept(world, verdict)
    _told_once(world, verdict)
    _one_effect(world, verdict)


def _heard(world: World, verdict: Verdict) -> None:
    on_topic = {record.id for record in world.records}
    for fact in world.facts:
        if fact.id not in on_topic:
            continue
        kind = fact.type.removesuffix(".v1")
        for service in SERVICES:
            if (service == "analytics" or kind in LISTENS[service]) and fact.id not in world.heard[service]:
                verdict.count(
                    "lost",
                    "not_applied",
                    f"{service} never applied a fact",
                    fact=fact.id,
                    type=fact.type,
                    subject=fact.subject,
                )


def _dead_letters(world: World, verdict: Verdict) -> None:
    for service in SERVICES:
        for letter in world.rows(service, "dead_letter"):
            if letter["state"] == "open":
                verdict.count(
                    "lost", "dead_letter", f"{service} put a fact away as a dead letter", service=service, **letter
                )


def _kept(world: World, verdict: Verdict) -> None:
    """analytics' table `fact` holds every published fact once, word for word (contract.md, step 6)."""
    rows = world.rows("analytics", "fact")
    times = Counter(row["event_id"] for row in rows)
    for row in rows:
        ids = {"fact": row["event_id"], "type": row["type"], "subject": row["subject"]}
        fact = world.by_id.get(row["event_id"])
        if times[row["event_id"]] > 1:
            verdict.count("doubled", "fact_store", "analytics holds a fact twice", **ids)
        if fact is None:
            if row["event_id"] not in world.late and row["type"] != "service.heartbeat.v1":
                verdict.count("effects_without_cause", "fact_store", "analytics holds a fact that nobody told", **ids)
            continue
        told = (f"/{fact.service}", fact.type, fact.subject, fact.sequence, fact.trace_id, fact.data)
        if told != tuple(row[name] for name in ("source", "type", "subject", "sequence", "trace_id", "data")):
            verdict.count("effects_without_cause", "fact_store", "analytics holds a fact otherwise than told", **ids)
    for fact in world.facts:
        if fact.published and fact.id not in times:
            verdict.count("lost", "fact_store", "analytics lacks a fact", fact=fact.id, type=fact.type)


def _told_once(world: World, verdict: Verdict) -> None:
    for kind in ONCE_PER_SUBJECT:
        subjects = Counter((fact.service, fact.subject) for fact in world.of_type(kind))
        _count_more_than_one(subjects, kind, verdict)
    for kind, name in ONCE_PER_FIELD.items():
        _count_more_than_one(
            Counter((fact.service, fact.data[name]) for fact in world.of_type(kind) if fact.data[name]), kind, verdict
        )


def _count_more_than_one(subjects: Counter[tuple[str, str]], kind: str, verdict: Verdict) -> None:
    for (service, subject), times in subjects.items():
        for _ in range(times - 1):
            verdict.count("doubled", "told_twice", f"{service} told {kind} twice", type=kind, subject=subject)


def _one_effect(world: World, verdict: Verdict) -> None:
    """A fact that is applied twice tells what it causes twice: same cause, same words, another id."""
    seen: dict[tuple[str, str, str, str, str], str] = {}
    for fact in world.facts:
        if fact.cause.startswith("job/"):
            continue
        words = json.dumps(fact.data, sort_keys=True)
        first = seen.setdefault((fact.service, fact.type, fact.subject, fact.cause, words), fact.id)
        if first != fact.id:
            verdict.count(
                "doubled", "two_effects", "one cause told the same twice", cause=fact.cause, first=first, fact=fact.id
            )
