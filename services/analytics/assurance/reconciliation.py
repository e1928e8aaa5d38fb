"""From a story's facts to what must change in the ledger. Pure: `service` reads before and writes after."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from services.analytics.assurance import judgement
from services.analytics.assurance.judgement import FAULTS, Case, Timeline, Verdict
from services.analytics.assurance.ledger import Row, StoryKey
from services.analytics.assurance.recipients import GROUP_LEAD, NOBODY_KNOWN, Directory, Member, Valid
from services.analytics.assurance.rules import Happened, Rule, RuleBook
from services.analytics.directory.queries import Mirror
from shared.ids import uuid7

RECIPIENT_CHANGED = "recipient_changed"
SUPERSEDED = "superseded"


@dataclass(frozen=True)
class StoryCase:
    """One trigger of one rule in a story, with the rows that the ledger holds for it."""

    key: StoryKey
    rule: Rule
    trigger: Happened
    timeline: Timeline
    held: Sequence[Row]

    @property
    def account_id(self) -> UUID | None:
        """The account whose team is owed something."""
        return self.timeline.account_id if self.rule.owes_people else None

    @property
    def group_id(self) -> UUID | None:
        """The group whose lead is owed something."""
        return self.timeline.group_id if self.rule.owes_people else None


@dataclass(frozen=True)
class Change:
    """An expectation as it must be written, and the state that it had."""

    row: Row
    before: str | None

    @property
    def opens(self) -> bool:
        """Is a fault new?"""
        return self.row["state"] in FAULTS and self.before != self.row["state"]

    @property
    def moves_conformance(self) -> bool:
        """Is it decided, or was it?"""
        return self.row["state"] != "open" or self.before not in (None, "open")

    @property
    def closes(self) -> bool:
        """Is a fault over, or another one now?"""
        return self.before in FAULTS and self.before != self.row["state"]


def cases(key: StoryKey, facts: Sequence[Happened], held: Sequence[Row], book: RuleBook) -> Iterator[StoryCase]:
    """Every trigger in the story with the rule version that holds for it.

    A trigger that was told again under a new id is the same one: the ledger keeps the id that it knows.
    """
    match, _ = key
    timeline = Timeline(facts)
    rows: dict[tuple[str, int, UUID], list[Row]] = {}
    for row in held:
        rows.setdefault((row["rule_id"], row["rule_version"], row["trigger_fact_id"]), []).append(row)
    known = {fact_id for _, _, fact_id in rows}
    chosen: dict[tuple[Any, ...], StoryCase] = {}
    triggers = [fact for fact in timeline.facts if book.is_trigger(fact.type)]
    for fact in sorted(triggers, key=lambda fact: (fact.fact_id not in known, fact.fact_id)):
        for rule in book.set_off_by(fact, match):
            place = (rule.rule_id, fact.type, fact.subject, fact.recorded_at)
            ours = rows.get((rule.rule_id, rule.version, fact.fact_id), [])
            chosen.setdefault(place, StoryCase(key, rule, fact, timeline, ours))
    yield from chosen.values()


def orphans(cases: Sequence[StoryCase], held: Sequence[Row], *, at: datetime) -> Iterator[Change]:
    """Rows of a version that no longer holds for their trigger, since one that reaches back took its place."""
    ours = {row["id"] for case in cases for row in case.held}
    for row in held:
        if row["id"] not in ours and row["state"] in {"open", *FAULTS}:
            yield _change(row, {**row, **_unneeded(SUPERSEDED)}, at)


def changes(
    story: StoryCase, mirror: Mirror, covered: Mapping[str, datetime], tolerance: timedelta, *, at: datetime
) -> Iterator[Change]:
    """What must be written for one trigger."""
    case = Case(
        rule=story.rule,
        trigger=story.trigger,
        timeline=story.timeline,
        directory=_directory(story, mirror) if story.rule.owes_people else NOBODY_KNOWN,
        held={(row["step"], row["target_id"]): row["state"] for row in story.held},
        covered=covered,
        tolerance=tolerance,
    )
    held: dict[str, list[Row]] = {}
    for row in story.held:
        held.setdefault(row["step"], []).append(row)
    verdicts: dict[str, list[Verdict]] = {}
    for verdict in judgement.judge(case):
        verdicts.setdefault(verdict.step.name, []).append(verdict)
    for step, wanted in verdicts.items():
        yield from _of_step(story, wanted, held.get(step, []), at)


def _of_step(story: StoryCase, wanted: list[Verdict], held: list[Row], at: datetime) -> Iterator[Change]:
    """Each verdict goes to the row of its target, else to one whose target is owed nothing any more."""
    rows = {row["target_id"]: row for row in held}
    spare = [row for row in held if row["target_id"] not in {verdict.target for verdict in wanted}]
    for verdict in wanted:
        row = rows.get(verdict.target)
        if row is None and spare:
            row = spare.pop(0)
        if row is None:
            yield _change(None, {**_new_row(story, verdict, at), **_told(story, verdict)}, at)
        elif not _says(row, story, verdict):
            yield _change(row, {**row, **_told(story, verdict)}, at)
    for row in spare:
        if (row["state"], row["reason"]) != ("skipped", RECIPIENT_CHANGED):
            yield _change(row, {**row, **_unneeded(RECIPIENT_CHANGED)}, at)


def _unneeded(reason: str) -> Row:
    return {"state": "skipped", "reason": reason, "settle_at": None, "settled_by": None}


def _says(row: Row, story: StoryCase, verdict: Verdict) -> bool:
    """Does the ledger hold this verdict already?"""
    return (
        row["state"] == verdict.state
        and row["target_id"] == verdict.target
        and row["due_at"] == verdict.due_at
        and row["reason"] == verdict.reason
        and row["met_at"] == verdict.met_at
        and row["settle_at"] == verdict.settle_at
        and row["settled_by"] == verdict.settled_by
        and [fact["fact_id"] for fact in row["evidence"]] == [str(fact.fact_id) for fact in verdict.evidence]
        and (not verdict.step.each or (row["account_id"], row["group_id"]) == (story.account_id, story.group_id))
    )


def _change(before: Row | None, row: Row, at: datetime) -> Change:
    state = before["state"] if before else None
    if row["state"] != state:
        row["decided_at"] = None if row["state"] == "open" else at
    row["repaired"] = row["repair_requested_at"] is not None and row["state"] in ("met", "late")
    row["updated_at"] = at
    return Change(row, state)


def _new_row(story: StoryCase, verdict: Verdict, at: datetime) -> Row:
    match, subject_id = story.key
    return {
        "id": uuid7(),
        "created_at": at,
        "updated_at": at,
        "rule_id": story.rule.rule_id,
        "rule_version": story.rule.version,
        "step": verdict.step.name,
        "service": verdict.step.service,
        "type": verdict.step.type,
        "match": match,
        "subject_id": subject_id,
        "trigger_fact_id": story.trigger.fact_id,
        "trigger_type": story.trigger.type,
        "trigger_recorded_at": story.trigger.recorded_at,
        "trace_id": story.trigger.trace_id,
        "repaired": False,
        "decided_at": None,
        "finding_id": None,
        "repair_id": None,
        "repair_requested_at": None,
    }


def _told(story: StoryCase, verdict: Verdict) -> Row:
    """The columns that a verdict sets."""
    step = verdict.step
    return {
        "target_id": verdict.target,
        "account_id": story.account_id if step.each else None,
        "group_id": story.group_id if step.each else None,
        "due_at": verdict.due_at,
        "state": verdict.state,
        "reason": verdict.reason,
        "met_at": verdict.met_at,
        "settle_at": verdict.settle_at,
        "settled_by": verdict.settled_by,
        "evidence": [
            {
                "fact_id": str(fact.fact_id),
                "type": fact.type,
                "source": fact.source,
                "at": fact.recorded_at.isoformat().replace("+00:00", "Z"),
            }
            for fact in verdict.evidence
        ],
    }


def _directory(story: StoryCase, mirror: Mirror) -> Directory:
    """The mirror's view of this story's account and group."""
    teams = mirror.teams.get(story.account_id, ()) if story.account_id else ()
    leads = mirror.leads.get(story.group_id, ()) if story.group_id else ()
    return Directory(
        team=[
            Valid(
                team.recorded_at,
                tuple(Member(m["role"], UUID(m["staff_id"]), m["backup"]) for m in team.members),
            )
            for team in teams
        ],
        leads=[Valid(lead.recorded_at, (Member(GROUP_LEAD, lead.lead_id),) if lead.lead_id else ()) for lead in leads],
        away=mirror.away(story.trigger.recorded_at),
    )
