"""HTTP bodies of follow-up runs, and of what a rule would do."""

from datetime import datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import Field

from services.feedback.follow_ups.models import FollowUpRun
from services.feedback.word_lists.schemas import Code
from shared.http.fields import Body, Filters, Id, View, example

MOST_ANSWERS = 500  # of a dry run

Result = Literal["notified", "skipped"]

_RESPONSE = "01a207e6-dd18-7c30-84f1-a90e5b3d7c0c"
_ACCOUNT = "01a1f82f-1e81-7a10-8c51-2f6d0b7e9a01"
_ACTIONS = [
    {"do": "notify_team", "result": "notified", "reason": None},
    {"do": "advocacy_ask", "result": "skipped", "reason": "quarantined"},
]


class ActionDoneOut(View):
    """What came of one action. reason: why it was skipped."""

    do: Literal["notify_team", "advocacy_ask"]
    result: Result
    reason: str | None


class FollowUpRunOut(View):
    """What one rule did for one answer. actions: null until it was executed, and of runs from before there were rules.

    rule_id: the rule's code. reason: why nothing was done.
    """

    model_config = example(
        {
            "id": "01a207e6-dd18-7c34-9b52-6f1d8ca2e310",
            "response_id": _RESPONSE,
            "account_id": _ACCOUNT,
            "trace_id": _RESPONSE,
            "rule_id": "gold_promoters",
            "rule_version": 2,
            "state": "executed",
            "result": "notified",
            "reason": None,
            "actions": _ACTIONS,
            "opened_at": "2026-11-23T10:15:00.120000Z",
            "executed_at": "2026-11-23T10:15:01Z",
        }
    )

    id: UUID
    response_id: UUID
    account_id: UUID | None
    trace_id: UUID
    rule_id: str | None
    rule_version: int | None
    state: Literal["waiting", "executed"]
    result: Result | None
    reason: str | None
    actions: list[ActionDoneOut] | None
    opened_at: datetime
    executed_at: datetime | None

    @classmethod
    def of(cls, row: FollowUpRun) -> Self:
        """A row as the API shows it."""
        return cls.model_validate({**row.model_dump(), "actions": row.done})


class FollowUpRunFilters(Filters):
    """What the list of runs may be narrowed to. rule_id: the rule's code."""

    response_id: Id | None = None
    account_id: Id | None = None
    rule_id: Code | None = None
    state: Literal["waiting", "executed"] | None = None
    result: Result | None = None


class FollowUpDryRunIn(Body):
    """Of how many of the newest answers."""

    model_config = example({"answers": 100})

    answers: Annotated[int, Field(ge=1, le=MOST_ANSWERS)] = 100


class ToldOut(View):
    """Somebody of the account's team who would hear."""

    staff_id: UUID
    role: str


class WouldFollowOut(View):
    """What would follow one answer. reason: why none of the rule's actions is looked at."""

    response_id: UUID
    account_id: UUID | None
    result: Result
    reason: str | None
    actions: list[ActionDoneOut]
    team: list[ToldOut]


class FollowUpDryRunOut(View):
    """What a rule would do, the newest answer first. answers: how many were looked at; those that fit are listed."""

    model_config = example(
        {
            "as_of": "2026-11-23T10:20:00Z",
            "rule_id": "gold_promoters",
            "rule_version": 2,
            "answers": 100,
            "would_follow": [
                {
                    "response_id": _RESPONSE,
                    "account_id": _ACCOUNT,
                    "result": "notified",
                    "reason": None,
                    "actions": _ACTIONS,
                    "team": [{"staff_id": "01a1f82f-1e81-7a12-8f27-91b0e3c86d03", "role": "csm"}],
                }
            ],
        }
    )

    as_of: datetime
    rule_id: str
    rule_version: int
    answers: int
    would_follow: list[WouldFollowOut]
