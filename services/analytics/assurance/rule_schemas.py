"""The bodies of rules, and what a rule's dry run answers."""

from datetime import datetime
from typing import Annotated, Any, Literal, Self
from uuid import UUID

from pydantic import ConfigDict, Field, StrictBool, StrictInt, StringConstraints

from services.analytics.assurance.models import AssuranceRule
from services.analytics.assurance.schemas import ExpectationState
from shared.http.fields import Body, Id, Instant, ShortText, Text, View, example

LONGEST_DUE = 366 * 86_400  # seconds

Name = Annotated[Text, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,79}$")]
FactType = Annotated[Text, StringConstraints(pattern=r"^[a-z_]+(\.[a-z_]+)+\.v[0-9]{1,4}$")]
Scalar = Annotated[Text, StringConstraints(max_length=200)] | StrictBool | StrictInt | None

RepairMode = Literal["on_request", "approval", "automatic"]

DEMO_RULE: dict[str, Any] = {
    "rule_id": "demo_lost_step",
    "triggers": [{"type": "response.received.v1", "where": {"outcome": ["negative"], "source": ["demo-lost"]}}],
    "match": "response_id",
    "repair": "on_request",
    "steps": [
        {
            "step": "escalation_opened",
            "type": "escalation.opened.v1",
            "service": "ticketing",
            "from": "trigger",
            "due_seconds": 3,
            "calendar_id": None,
            "unique": True,
        }
    ],
}


class TriggerIn(Body):
    """A fact that sets the rule off. where: {field: the values of which it must have one}; all must fit."""

    type: FactType
    where: dict[ShortText, Annotated[list[Scalar], Field(min_length=1, max_length=50)]] = Field(
        default_factory=dict, max_length=20
    )


class DueField(Body):
    """The fact that states a deadline, and its field."""

    type: FactType
    field: ShortText


class StepIn(Body):
    """What has to follow: a fact of this type from this service, in time.

    from: `trigger`, a step's name or a fact's type; due_seconds run from its recorded time. due_field: the
    fact that states the deadline instead. each: one is owed to every recipient that the starting fact names,
    or to the account's team where it names none. also: types of facts that meet the step as well. same: fields in which
    the evidence has the trigger's value, beside the rule's match.
    """

    model_config = ConfigDict(validate_by_name=True, validate_by_alias=True)

    step: Name
    type: FactType
    service: Name
    start: ShortText = Field(default="trigger", alias="from")
    due_seconds: Annotated[int, Field(ge=0, le=LONGEST_DUE)] | None = None
    due_field: DueField | None = None
    calendar_id: Id | None = None
    unique: bool = False
    each: Literal["recipient"] | None = None
    also: list[FactType] = Field(default_factory=list, max_length=5)
    same: list[Name] = Field(default_factory=list, max_length=5)


class RuleIn(Body):
    """A new rule, or the next version of one. It holds for triggers recorded from effective_from on.

    called_off_by: facts after which what is not due yet need not happen any more.
    """

    model_config = example(DEMO_RULE)

    rule_id: Name
    triggers: list[TriggerIn] = Field(min_length=1, max_length=20)
    match: Name
    repair: RepairMode = "on_request"
    steps: list[StepIn] = Field(min_length=1, max_length=20)
    called_off_by: list[TriggerIn] = Field(default_factory=list, max_length=20)
    effective_from: Instant | None = None


class TriggerOut(View):
    """See TriggerIn."""

    type: str
    where: dict[str, list[Scalar]]


class DueFieldOut(View):
    """See DueField."""

    type: str
    field: str


class StepOut(View):
    """See StepIn."""

    step: str
    type: str
    service: str
    start: str = Field(alias="from")
    due_seconds: int | None
    due_field: DueFieldOut | None
    calendar_id: UUID | None
    unique: bool
    each: Literal["recipient"] | None
    also: list[str] = Field(default_factory=list)
    same: list[str] = Field(default_factory=list)


class RuleOut(View):
    """One version of a rule. ended_at: from when on triggers no longer set it off."""

    model_config = example(
        {
            **DEMO_RULE,
            "steps": [{**DEMO_RULE["steps"][0], "due_field": None, "each": None, "also": [], "same": []}],
            "called_off_by": [],
            "version": 1,
            "effective_from": "2026-11-23T10:00:00Z",
            "ended_at": None,
            "created_at": "2026-11-23T10:00:00Z",
        }
    )

    rule_id: str
    version: int
    triggers: list[TriggerOut]
    match: str
    repair: RepairMode
    steps: list[StepOut]
    called_off_by: list[TriggerOut]
    effective_from: datetime
    ended_at: datetime | None
    created_at: datetime

    @classmethod
    def of(cls, row: AssuranceRule) -> Self:
        """The answer for one version."""
        return cls.model_validate(
            {
                **row.body,
                "rule_id": row.rule_id,
                "version": row.version,
                "effective_from": row.effective_from,
                "ended_at": row.ended_at,
                "created_at": row.created_at,
            }
        )


class Foreseen(View):
    """One expectation that a dry run would have made."""

    step: str
    trigger_fact_id: UUID
    trace_id: UUID
    subject_id: str
    target: UUID | None
    due_at: datetime | None
    state: ExpectationState
    reason: str | None


class RehearsalOut(View):
    """What past facts would give, had the rule held; nothing of it is stored.

    counts: expectations by state. truncated: there are more triggers than were looked at.
    """

    model_config = example(
        {
            "rule_id": "demo_lost_step",
            "version": 1,
            "from": "2026-11-16T10:00:00Z",
            "to": "2026-11-23T10:00:00Z",
            "triggers": 1,
            "counts": {"met": 1},
            "items": [
                {
                    "step": "escalation_opened",
                    "trigger_fact_id": "01a207e6-dd18-7c31-b02d-6f87c14ea50d",
                    "trace_id": "01a207e6-dd18-7c30-84f1-a90e5b3d7c0c",
                    "subject_id": "01a207e6-dd18-7c30-84f1-a90e5b3d7c0c",
                    "target": None,
                    "due_at": "2026-11-23T10:15:03.120000Z",
                    "state": "met",
                    "reason": None,
                }
            ],
            "truncated": False,
        }
    )

    rule_id: str
    version: int
    since: datetime = Field(alias="from")
    to: datetime
    triggers: int
    counts: dict[ExpectationState, int]
    items: list[Foreseen]
    truncated: bool
