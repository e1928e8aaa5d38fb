"""What becomes of each step that a trigger sets off, given the facts that are known. Pure.

The verdicts follow from the *set* of facts: any order of arrival and any repetition of the same facts give
the same ones. The one thing that is remembered is what was decided against a step, since that rests on a
heartbeat that was true when it came.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property
from uuid import UUID

from services.analytics.assurance import recipients
from services.analytics.assurance.recipients import Directory, Owed
from services.analytics.assurance.rules import (
    CONTACT_ERASURE,
    DEFERRALS,
    DELETIONS,
    FAILURES,
    TO_CUSTOMERS,
    Happened,
    Rule,
    Step,
    value_of,
)

FAULTS = frozenset({"missing", "duplicate", "wrong_target", "failed"})
"""The states that raise a finding."""

NO_RECIPIENT = "no_recipient"
NO_ACCOUNT = "no_account"
RESPONSE_DELETED = "response_deleted"
CONTACT_ERASED = "contact_erased"
CALLED_OFF = "called_off"

TEAM_TELLER = "onboarding"
GROUP_TELLER = "ticketing"

Target = UUID | None


class Timeline:
    """What happened in one story, whatever the order in which it was heard."""

    def __init__(self, facts: Iterable[Happened]) -> None:
        self.facts = sorted(facts, key=lambda fact: (fact.recorded_at, fact.fact_id))
        self._of_type: dict[str, list[Happened]] = {}
        for fact in self.facts:
            self._of_type.setdefault(fact.type, []).append(fact)

    def of(self, type_: str, service: str | None = None) -> list[Happened]:
        """The facts of a type, oldest first, one for each subject: a fact told again adds nothing."""
        first: dict[str, Happened] = {}
        for fact in self._of_type.get(type_, ()):
            if service is None or service == fact.service:
                first.setdefault(fact.subject, fact)
        return list(first.values())

    def told(self, type_: str, service: str) -> list[Happened]:
        """All facts of a type that a service told, oldest first: each may say something else."""
        return [fact for fact in self._of_type.get(type_, ()) if fact.service == service]

    @cached_property
    def account_id(self) -> UUID | None:
        """The first account that a fact names."""
        return self._first_id("account_id")

    @cached_property
    def group_id(self) -> UUID | None:
        """The first group that a fact names."""
        return self._first_id("group_id")

    def _first_id(self, name: str) -> UUID | None:
        return next((UUID(id_) for fact in self.facts if (id_ := fact.data.get(name))), None)


@dataclass(frozen=True)
class Case:
    """One trigger of one rule, with all that is known of its story.

    held: what stands in the ledger, {(step, target): state}.
    covered: {service: time up to which everything it told is known here}. tolerance: how much longer a
    step is waited for than its due.
    """

    rule: Rule
    trigger: Happened
    timeline: Timeline
    directory: Directory = recipients.NOBODY_KNOWN
    held: Mapping[tuple[str, Target], str] = field(default_factory=dict)
    covered: Mapping[str, datetime] = field(default_factory=dict)
    tolerance: timedelta = timedelta(0)

    def of(self, type_: str, service: str | None = None) -> list[Happened]:
        """The facts of a type, oldest first, one for each subject."""
        return self.timeline.of(type_, service)

    def meeting(self, step: Step) -> list[Happened]:
        """The facts that meet a step, oldest first."""
        found = [
            fact
            for type_ in step.types
            for fact in self.of(type_, step.service)
            if all(value_of(fact.data, name) == value_of(self.trigger.data, name) for name in step.same)
        ]
        return sorted(found, key=lambda fact: (fact.recorded_at, fact.fact_id))

    def knows_all_of(self, service: str, until: datetime) -> bool:
        """Is everything known that this service had told by then, and a little longer?"""
        covered = self.covered.get(service)
        return covered is not None and covered > until + self.tolerance


@dataclass(frozen=True)
class Verdict:
    """One expectation as it stands.

    evidence: the facts that it rests on. settle_at and settled_by: while it is open, it may be decided
    against once everything that this service told by then is known.
    """

    step: Step
    state: str
    target: Target = None
    due_at: datetime | None = None
    reason: str | None = None
    evidence: tuple[Happened, ...] = ()
    met_at: datetime | None = None
    settle_at: datetime | None = None
    settled_by: str | None = None


def judge(case: Case) -> list[Verdict]:
    """A verdict for each step; for each recipient where a step is owed to each."""
    return [verdict for step in case.rule.steps for verdict in _of_step(case, step)]


def _of_step(case: Case, step: Step) -> Iterator[Verdict]:
    start = _start(case, step)
    due_at = _due(case, step, start)
    evidence = case.meeting(step)
    if not step.each:
        failures = case.of(FAILURES.get(step.type, ""), step.service)
        yield _weigh(case, step, due_at, evidence, failures)
        return
    if start is None or due_at is None:
        yield _undecided(case, step, None, due_at)
        return
    told = {staff_id for fact in evidence if (staff_id := _recipient(fact)) is not None}
    owed = _owed(case, start, due_at, told)
    if not owed:
        yield _nobody_to_tell(case, step, start, due_at)
    for one in owed:
        yield _weigh_for(case, step, start, due_at, evidence, one)


def _owed(case: Case, start: Happened, due_at: datetime, told: set[UUID]) -> list[Owed]:
    since = case.trigger.recorded_at
    if "recipients" in start.data:
        return recipients.owed_as_named(start.data, told, case.directory, since, due_at)
    return recipients.owed_to_team(told, case.directory, since, due_at)


def _weigh_for(
    case: Case, step: Step, start: Happened, due_at: datetime, evidence: list[Happened], owed: Owed
) -> Verdict:
    """The verdict for one recipient."""
    staff_id = owed.staff_id
    ours = [fact for fact in evidence if _recipient(fact) == staff_id]
    failures = [fact for fact in case.of(FAILURES.get(step.type, ""), step.service) if _recipient(fact) == staff_id]
    due_at = _put_off(case, step, staff_id, due_at)
    if not owed.doubted:
        return _weigh(case, step, due_at, ours, failures, target=staff_id)
    teller = GROUP_TELLER if owed.role == recipients.GROUP_LEAD else TEAM_TELLER
    settle_at = start.recorded_at
    if case.held.get((step.name, staff_id)) == "wrong_target" or case.knows_all_of(teller, settle_at):
        return Verdict(step, "wrong_target", staff_id, due_at, owed.role, evidence=tuple(ours))
    return Verdict(step, "open", staff_id, due_at, settle_at=settle_at, settled_by=teller)


def _nobody_to_tell(case: Case, step: Step, start: Happened, due_at: datetime) -> Verdict:
    """Nobody was told, and the mirror knows nobody who had to be."""
    if "recipients" in start.data:
        return _nobody_named(case, step, start, due_at)
    if start.data.get("account_id") is None:
        return Verdict(step, "skipped", None, due_at, NO_ACCOUNT)
    if reason := _called_off(case, step, due_at):
        return Verdict(step, "skipped", None, due_at, reason)
    if case.held.get((step.name, None)) == "failed" or case.knows_all_of(TEAM_TELLER, due_at):
        return Verdict(step, "failed", None, due_at, NO_RECIPIENT)
    return Verdict(step, "open", None, due_at, settle_at=due_at, settled_by=TEAM_TELLER)


def _nobody_named(case: Case, step: Step, start: Happened, due_at: datetime) -> Verdict:
    """The service named nobody. Without an account nobody can come of it; else the service may not have heard of
    the team yet, and tell it a moment later: so both are waited for."""
    settle_at = start.recorded_at
    unheard = [teller for teller in (TEAM_TELLER, step.service) if not case.knows_all_of(teller, settle_at)]
    decided = case.held.get((step.name, None)) == "failed" or start.data.get("account_id") is None
    if decided or not unheard:
        return Verdict(step, "failed", None, due_at, NO_RECIPIENT)
    return Verdict(step, "open", None, due_at, settle_at=settle_at, settled_by=unheard[0])


def _weigh(
    case: Case,
    step: Step,
    due_at: datetime | None,
    evidence: list[Happened],
    failures: list[Happened],
    *,
    target: Target = None,
) -> Verdict:
    if evidence:
        met_at = evidence[0].recorded_at
        late = due_at is not None and met_at > due_at
        state = "duplicate" if step.unique and len(evidence) > 1 else "late" if late else "met"
        shown = evidence if step.unique else evidence[:1]
        return Verdict(step, state, target, due_at, evidence=tuple(shown), met_at=met_at)
    if failures:
        reason = failures[0].data.get("error_code")
        return Verdict(step, "failed", target, due_at, reason, evidence=(failures[0],))
    return _undecided(case, step, target, due_at)


def _undecided(case: Case, step: Step, target: Target, due_at: datetime | None) -> Verdict:
    """Nothing has come: it is waited for, called off, or missing."""
    if reason := _called_off(case, step, due_at):
        return Verdict(step, "skipped", target, due_at, reason)
    if due_at is None:
        return Verdict(step, "open", target)
    if case.held.get((step.name, target)) == "missing" or case.knows_all_of(step.service, due_at):
        return Verdict(step, "missing", target, due_at)
    return Verdict(step, "open", target, due_at, settle_at=due_at, settled_by=step.service)


def _called_off(case: Case, step: Step, due_at: datetime | None) -> str | None:
    """Why the step need not happen any more: for something before it was due. What was missing stays missing."""
    for reason, fact in _endings(case, step):
        if due_at is None or fact.recorded_at <= due_at:
            return reason
    return None


def _endings(case: Case, step: Step) -> Iterator[tuple[str, Happened]]:
    for fact in case.of(DELETIONS.get(case.rule.match, "")):
        yield RESPONSE_DELETED, fact
    for fact in case.of(CONTACT_ERASURE) if step.type in TO_CUSTOMERS else ():
        yield CONTACT_ERASED, fact
    for fact in case.timeline.facts if case.rule.called_off_by else ():
        after = fact.recorded_at > case.trigger.recorded_at
        if after and any(ending.fits(fact.type, fact.data) for ending in case.rule.called_off_by):
            yield CALLED_OFF, fact


def _start(case: Case, step: Step) -> Happened | None:
    """The fact from which a step's time runs, or which states its due."""
    if step.due_type is not None and step.due_field is not None:
        stating = [fact for fact in case.of(step.due_type) if value_of(fact.data, step.due_field)]
        return stating[0] if stating else None
    type_ = case.rule.start_type(step)
    if type_ is None:
        return case.trigger
    started = case.of(type_)
    return started[0] if started else None


def _due(case: Case, step: Step, start: Happened | None) -> datetime | None:
    if start is None:
        return None
    if step.due_field is not None:
        return datetime.fromisoformat(str(value_of(start.data, step.due_field)))
    return start.recorded_at + timedelta(seconds=step.due_seconds or 0)


def _put_off(case: Case, step: Step, staff_id: UUID, due_at: datetime) -> datetime:
    """The due for one recipient who wants to be told later: as long after that time as it was after the step's start.

    Only what was said before the due counts. So nothing that was found missing becomes open again.
    """
    within = timedelta(seconds=step.due_seconds or 0)
    for fact in case.timeline.told(DEFERRALS.get(step.type, ""), step.service):
        if _recipient(fact) == staff_id and fact.recorded_at <= due_at:
            due_at = max(due_at, datetime.fromisoformat(str(fact.data["until"])) + within)
    return due_at


def _recipient(fact: Happened) -> UUID | None:
    staff_id = value_of(fact.data, "recipient.staff_id")
    return UUID(staff_id) if staff_id else None
