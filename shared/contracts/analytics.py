"""Facts that analytics tells: what its ledger found missing, and what it asks the owner to make good."""

from typing import Any, ClassVar
from uuid import UUID

from shared.contracts import story
from shared.events.fact import OUTSIDE, Detail, Fact, Instant


class AnalyticsFact(Fact):
    """A fact on analytics' topic."""

    teller: ClassVar[str | None] = "analytics"


class FindingSubject(Detail):
    """What the finding is about: `response` and its id, or `service` and its name."""

    kind: str
    id: str


class FindingFact(AnalyticsFact, subject="finding_id"):
    """A fault that the ledger saw, raised once.

    trace, rule, step and expectation are null where no rule is broken: a silent service, a gap in the
    offsets, a recomputed metric that differs.
    """

    finding_id: UUID
    rule_id: str | None
    rule_version: int | None
    step: str | None
    kind: str
    trace_id: UUID | None
    subject: FindingSubject
    expectation_id: UUID | None
    opened_at: Instant
    closed_at: Instant | None


class AutomationFindingOpened(FindingFact, type="automation.finding_opened.v1", listeners=(OUTSIDE,)):
    """A step that had to happen is missing, doubled, failed or misdirected, or a service is silent."""

    example: ClassVar[dict[str, Any]] = story.STEP_LOST


class AutomationFindingClosed(FindingFact, type="automation.finding_closed.v1", listeners=(OUTSIDE,)):
    """The evidence came after all, or what was wrong is right again."""

    example: ClassVar[dict[str, Any]] = {**story.STEP_LOST, "closed_at": story.REPAIRED_AT}


class RepairTarget(Detail):
    """Whom a repaired notification must reach."""

    staff_id: UUID


class RepairTrigger(Detail):
    """The whole fact that set off the lost step, since the service that lost it has not got it.

    Named as the CloudEvents attributes are; `data` as it was told.
    """

    id: UUID
    source: str
    type: str
    subject: str
    time: Instant
    recordedtime: Instant
    correlationid: UUID
    data: dict[str, Any]


class AutomationRepairRequested(
    AnalyticsFact,
    type="automation.repair_requested.v1",
    subject="repair_id",
    listeners=("ticketing", "feedback", "onboarding"),
):
    """A lost step is to be done now by `service`, under the deed's natural key; the others pass it by.

    repair_key: the same for each repair of one rule, version, trigger and step.
    target: set where the step is owed to one member of staff.
    """

    repair_id: UUID
    repair_key: str
    rule_id: str
    rule_version: int
    step: str
    expectation_id: UUID
    finding_id: UUID
    service: str
    target: RepairTarget | None
    trigger: RepairTrigger

    example: ClassVar[dict[str, Any]] = {
        "repair_id": story.REPAIR,
        "repair_key": f"negative_response:1:{story.ANSWER_FACT}:escalation_opened",
        "rule_id": "negative_response",
        "rule_version": 1,
        "step": "escalation_opened",
        "expectation_id": story.EXPECTATION,
        "finding_id": story.FINDING,
        "service": "ticketing",
        "target": None,
        "trigger": {
            "id": story.ANSWER_FACT,
            "source": "/feedback",
            "type": "response.received.v1",
            "subject": story.ANSWER,
            "time": story.ANSWERED_AT,
            "recordedtime": story.RECORDED_AT,
            "correlationid": story.ANSWER,
            "data": story.ANSWER_NPS_3,
        },
    }
