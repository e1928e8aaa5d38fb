"""HTTP bodies of decisions."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal, Self
from uuid import UUID

from services.feedback.decisions.eligibility import Judgement, Person, Verdict
from services.feedback.decisions.rules import Asking
from shared.contracts import story
from shared.http.fields import Body, Filters, Id, View, example

ReasonCode = Literal[
    "opted_out",
    "suppressed",
    "no_channel",
    "role",
    "tenure",
    "open_complaint",
    "open_escalation",
    "open_recovery",
    "quarantine",
    "cadence",
    "account_cap",
    "sampled_out",
    "outside_window",
    "auto_closed",
    "spam",
    "merged",
    "escalation_ticket",
    "story_exhausted",
    "no_program",
    "no_contact",
]

_QUARANTINED = [{"code": "quarantine", "detail": None, "until": story.CLOSED_AT}]


class DecisionReasonOut(View):
    """Why a contact is not asked, or not yet. until: from when on it stands no more in the way, where that is known."""

    code: ReasonCode
    detail: str | None
    until: datetime | None


class EligibilityOut(View):
    """Whether a program would ask a contact now, and every reason why not.

    verdict: `queue` where all that is against it is that the sending window is not open. next_eligible_at: the first
    time at which it would, where it would not at once and that is known.
    """

    model_config = example(
        {
            "contact_id": story.ANA,
            "program_id": story.PROGRAM,
            "verdict": "suppress",
            "reasons": _QUARANTINED,
            "next_eligible_at": story.CLOSED_AT,
            "as_of": story.SOLVED_AT,
        }
    )

    contact_id: UUID
    program_id: UUID
    verdict: Verdict
    reasons: list[DecisionReasonOut]
    next_eligible_at: datetime | None
    as_of: datetime

    @classmethod
    def of(cls, asking: Asking, person: Person, judgement: Judgement, at: datetime) -> Self:
        """A judgement as the API shows it."""
        return cls.model_validate(
            {
                "contact_id": person.contact_id,
                "program_id": asking.program.id,
                "verdict": judgement.verdict,
                "reasons": [reason._asdict() for reason in judgement.reasons],
                "next_eligible_at": judgement.next_eligible_at,
                "as_of": at,
            }
        )


class EligibilityFilters(Filters):
    """Of which program it is asked."""

    program_id: Id


class AskIn(Body):
    """Whom to ask, and what about."""

    model_config = example({"contact_id": story.ANA, "ticket_id": story.TICKET})

    contact_id: Id
    ticket_id: Id | None = None


class DecisionOut(View):
    """Whether a contact was to be asked, and every reason why not. program_id: null where no program takes what
    happened; contact_id: null where no contact is known. probability: of having been sampled.
    """

    model_config = example(
        {
            "id": story.DECISION,
            "contact_id": story.ANA,
            "account_id": story.ACME,
            "program_id": story.PROGRAM,
            "wave_id": None,
            "at": story.SOLVED_AT,
            "verdict": "suppress",
            "reasons": _QUARANTINED,
            "next_eligible_at": story.CLOSED_AT,
            "probability": 1.0,
            "ticket_id": story.TICKET,
            "project_id": None,
            "recovery_case_id": None,
            "response_id": None,
            "trace_id": story.ANSWER,
        }
    )

    id: UUID
    contact_id: UUID | None
    account_id: UUID | None
    program_id: UUID | None
    wave_id: UUID | None
    at: datetime
    verdict: Verdict
    reasons: list[DecisionReasonOut]
    next_eligible_at: datetime | None
    probability: float
    ticket_id: UUID | None
    project_id: UUID | None
    recovery_case_id: UUID | None
    response_id: UUID | None
    trace_id: UUID | None

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> Self:
        """A row as the API shows it."""
        return cls.model_validate(dict(row))


class DecisionFilters(Filters):
    """What a list of decisions may be narrowed to. reason: the first against it."""

    contact_id: Id | None = None
    program_id: Id | None = None
    wave_id: Id | None = None
    ticket_id: Id | None = None
    verdict: Verdict | None = None
    reason: ReasonCode | None = None
