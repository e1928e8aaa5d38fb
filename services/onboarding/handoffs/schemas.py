"""HTTP bodies of deals and hand-offs."""

from datetime import datetime
from typing import Annotated, Any, Self
from uuid import UUID

from pydantic import Field

from services.onboarding.directory.fields import MOST_ENTRIES
from services.onboarding.directory.schemas import AccountIn, ContactDetails
from services.onboarding.directory.staff_schemas import StaffRef
from services.onboarding.handoffs.models import Deal, Handoff
from shared.contracts import story
from shared.contracts.onboarding import HandoffState
from shared.http.fields import (
    Body,
    Day,
    Filters,
    Id,
    JsonObject,
    LongText,
    PastInstant,
    ShortText,
    Text,
    View,
    example,
)

DEAL_EXAMPLE: dict[str, Any] = {
    "crm": "hubspot",
    "crm_id": "D-77",
    "closed_at": "2026-11-20T09:00:00Z",
    "account": {
        "name": "Acme",
        "external_ids": {"crm": "A-1"},
        "segment": "mid",
        "contract": {"starts_on": "2026-12-01", "ends_on": "2027-11-30", "mrr_minor": 120000, "plan": "pro"},
    },
    "contacts": [{"name": "Ana", "email": "ana@acme.example", "roles": ["champion"]}],
    "handoff": {
        "use_case": "One desk for three brands",
        "goals": ["Answer within an hour"],
        "promised_dates": [{"name": "go-live", "on": "2027-01-15"}],
        "risks": [],
        "stakeholders": [],
    },
}

Statements = Annotated[list[LongText | JsonObject], Field(max_length=MOST_ENTRIES)]
"""Plain texts, or objects with whatever the CRM keeps of each."""


class PromisedDate(Body):
    """What sales promised for a day."""

    name: ShortText
    on: Day


class HandoffContent(Body):
    """What sales says. What is left out or empty is recorded as a gap."""

    use_case: Text | None = None
    goals: Statements = Field(default_factory=list)
    promised_dates: list[PromisedDate] = Field(default_factory=list, max_length=MOST_ENTRIES)
    risks: Statements = Field(default_factory=list)
    stakeholders: Statements = Field(default_factory=list)


class DealIn(Body):
    """A won deal. The account is found by its external ids, or made."""

    model_config = example(DEAL_EXAMPLE)

    crm: ShortText
    crm_id: ShortText
    closed_at: PastInstant
    account: AccountIn
    contacts: list[ContactDetails] = Field(default_factory=list, max_length=MOST_ENTRIES)
    handoff: HandoffContent = Field(default_factory=HandoffContent)


class DealOut(View):
    """A won deal, with what was made of it."""

    model_config = example(
        {
            "id": story.DEAL,
            "crm": "hubspot",
            "crm_id": "D-77",
            "account_id": story.ACME,
            "contact_ids": [story.ANA],
            "handoff_id": story.HANDOFF,
            "closed_at": "2026-11-20T09:00:00Z",
            "received_at": story.DIRECTORY_AT,
            "trace_id": story.DEAL,
        }
    )

    id: UUID
    crm: str
    crm_id: str
    account_id: UUID
    contact_ids: list[UUID]
    handoff_id: UUID
    closed_at: datetime
    received_at: datetime
    trace_id: UUID

    @classmethod
    def of(cls, row: Deal) -> Self:
        """A row as the API shows it."""
        return cls.model_validate(row)


class DealFilters(Filters):
    """What a list of deals may be narrowed to."""

    crm: ShortText | None = None
    crm_id: ShortText | None = None
    account_id: Id | None = None


class HandoffOut(View):
    """A hand-off. completeness: the share of the segment's required fields that sales filled, 0-1."""

    model_config = example(
        {
            "id": story.HANDOFF,
            "deal_id": story.DEAL,
            "account_id": story.ACME,
            "trace_id": story.DEAL,
            "state": "received",
            "completeness": 0.8,
            "gaps": ["risks"],
            "due_at": story.HANDOFF_DUE_AT,
            "project_id": None,
            "decided_at": None,
            "decided_by": None,
            "version": 1,
            "content": DEAL_EXAMPLE["handoff"],
            "playbook_id": None,
            "starts_on": None,
            "reason": None,
            "created_at": story.DIRECTORY_AT,
            "updated_at": story.DIRECTORY_AT,
        }
    )

    id: UUID
    deal_id: UUID
    account_id: UUID
    trace_id: UUID
    state: HandoffState
    completeness: float
    gaps: list[str]
    due_at: datetime
    project_id: UUID | None
    decided_at: datetime | None
    decided_by: str | None
    version: int
    content: HandoffContent
    playbook_id: UUID | None
    starts_on: Day | None
    reason: str | None
    created_at: datetime
    updated_at: datetime

    @classmethod
    def of(cls, row: Handoff) -> Self:
        """A row as the API shows it."""
        return cls.model_validate(row)


class HandoffFilters(Filters):
    """What a list of hand-offs may be narrowed to."""

    state: HandoffState | None = None
    account_id: Id | None = None
    deal_id: Id | None = None


class Acceptance(Body):
    """The receiving team takes the customer on."""

    model_config = example({"project_manager": {"name": "Ida", "email": "ida@us.example"}, "starts_on": "2026-12-01"})

    project_manager: StaffRef | None = None
    playbook_id: Id | None = None
    starts_on: Day | None = None


class Rejection(Body):
    """The receiving team sends it back, with what it misses."""

    model_config = example({"gaps": ["stakeholders"], "reason": "Nobody knows who decides."})

    gaps: list[ShortText] = Field(max_length=MOST_ENTRIES)
    reason: LongText | None = None
