"""HTTP bodies of outcome routes."""

from datetime import datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import Field, field_validator, model_validator
from pydantic_core import PydanticCustomError

from services.ticketing.escalation.models import OutcomeRoute
from services.ticketing.tickets.schemas import Priority, Tag
from shared.http.fields import Body, Id, Int32, ShortText, View, example

LONGEST_DUE = 366 * 86_400  # seconds
MOST_VALUES = 100  # of one condition

Outcome = Literal["positive", "neutral", "negative", "unscored"]
NotifyRole = Literal["csm", "project_manager", "solution_engineer", "billing", "executive_sponsor", "group_lead"]
Due = Annotated[int, Field(gt=0, le=LONGEST_DUE)]

_ROUTE = {
    "name": "Gold detractors",
    "rank": 10,
    "match": {
        "survey_type": ["nps"],
        "outcome": ["negative"],
        "score_min": None,
        "score_max": 3,
        "account_tier": ["gold"],
        "tags": [],
        "words": [],
    },
    "priority": "urgent",
    "group": "customer-care",
    "assignee_role": "csm",
    "notify_roles": ["csm", "group_lead"],
    "plan_due_seconds": 14400,
    "plan_calendar_id": None,
    "contact_due_seconds": 86400,
    "contact_calendar_id": None,
}


class RouteMatch(Body):
    """Which answers a route is for: every condition that is given must hold; an empty one always does.

    Only negative answers escalate, so `outcome` is empty or names negative. tags are the answer's themes.
    """

    survey_type: list[Tag] = Field(default=[], max_length=MOST_VALUES)
    outcome: list[Outcome] = Field(default=[], max_length=4)
    score_min: Int32 | None = None
    score_max: Int32 | None = None
    account_tier: list[Tag] = Field(default=[], max_length=MOST_VALUES)
    tags: list[Tag] = Field(default=[], max_length=MOST_VALUES)
    words: list[Tag] = Field(default=[], max_length=MOST_VALUES)

    @field_validator("outcome")
    @classmethod
    def _can_escalate(cls, outcomes: list[Outcome]) -> list[Outcome]:
        if outcomes and "negative" not in outcomes:
            raise PydanticCustomError("never_negative", "Only negative answers escalate: name negative too")
        return outcomes

    @model_validator(mode="after")
    def _is_a_range(self) -> Self:
        if self.score_min is not None and self.score_max is not None and self.score_min > self.score_max:
            raise PydanticCustomError("no_range", "score_min is above score_max")
        return self


class OutcomeRouteIn(Body):
    """Who is to do what by when after a negative answer. The route with the lowest rank that fits is taken.

    group: its name or id. assignee_role null: the group owns the ticket. A due's calendar null = 24x7.
    """

    model_config = example(_ROUTE)

    name: ShortText
    rank: Annotated[int, Field(ge=0, le=1_000_000)]
    match: RouteMatch = RouteMatch()
    priority: Priority = "high"
    group: ShortText
    assignee_role: Literal["csm"] | None = None
    notify_roles: Annotated[list[NotifyRole], Field(max_length=10)]
    plan_due_seconds: Due
    plan_calendar_id: Id | None = None
    contact_due_seconds: Due
    contact_calendar_id: Id | None = None

    @field_validator("notify_roles")
    @classmethod
    def _each_once(cls, roles: list[NotifyRole]) -> list[NotifyRole]:
        return list(dict.fromkeys(roles))


class OutcomeRoutePatch(Body):
    """What the route's next version says otherwise, as a merge-patch."""

    model_config = example({"notify_roles": ["csm"], "plan_due_seconds": 28800})

    name: ShortText | None = None
    rank: Annotated[int, Field(ge=0, le=1_000_000)] | None = None
    match: RouteMatch | None = None
    priority: Priority | None = None
    group: ShortText | None = None
    assignee_role: Literal["csm"] | None = None
    notify_roles: Annotated[list[NotifyRole], Field(max_length=10)] | None = None
    plan_due_seconds: Due | None = None
    plan_calendar_id: Id | None = None
    contact_due_seconds: Due | None = None
    contact_calendar_id: Id | None = None


class OutcomeRouteOut(View):
    """A route in the version that is in force. updated_at: since when."""

    model_config = example(
        {
            "id": "01a19b45-b800-7004-8b53-e7260fa9c10a",
            **_ROUTE,
            "group_id": "01a19b45-b800-7002-92af-5d38c6e1b006",
            "created_at": "2026-11-20T09:00:00Z",
            "updated_at": "2026-11-20T09:00:00Z",
            "version": 1,
        }
    )

    id: UUID
    name: str
    rank: int
    match: RouteMatch
    priority: Priority
    group: str
    group_id: UUID
    assignee_role: str | None
    notify_roles: list[str]
    plan_due_seconds: int
    plan_calendar_id: UUID | None
    contact_due_seconds: int
    contact_calendar_id: UUID | None
    created_at: datetime
    updated_at: datetime
    version: int

    @classmethod
    def of(cls, row: OutcomeRoute, group: str) -> Self:
        """A row as the API shows it. group: the group's name."""
        return cls.model_validate({**row.model_dump(), "group": group})
