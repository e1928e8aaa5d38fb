"""HTTP bodies of routing rules, and of why a ticket went where it went."""

from datetime import datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import Field

from services.ticketing.routing.choosing import Strategy, WhyNot
from services.ticketing.routing.models import RoutingDecision, RoutingRule
from shared.http.fields import Body, Filters, Id, ShortText, Text, View, example

MOST_RULES = 500
MOST_VALUES = 100  # of one condition
MOST_NEEDED = 20  # skills
HIGHEST_RANK = 1_000_000

_CARE = "01a19b45-b800-7002-92af-5d38c6e1b006"
_RULE_ID = "01a19b45-b800-7005-8c04-0d5a77e1f30b"
_MIA = "01a1f82f-1e81-7a12-8f27-91b0e3c86d03"
_LEO = "01a19b45-b800-7001-8d10-4be61c2a7f05"
_TICKET = "01a207e6-dd40-7d40-8a95-72e0c61fb30f"
_RULE = {
    "name": "Swedish invoices",
    "rank": 100,
    "active": True,
    "match": {
        "channel": ["email", "web"],
        "type": [],
        "priority": [],
        "brand": [],
        "tags": ["billing"],
        "contact_reason_id": [],
        "account_tier": ["gold"],
        "words": ["invoice", "faktura"],
    },
    "group_id": _CARE,
    "account_owner_first": False,
    "skills": ["sv"],
}
_RULES_SHOWN = [{"rule_id": _RULE_ID, "name": "Swedish invoices", "rank": 100, "misses": []}]
_AGENTS_SHOWN = [
    {"staff_id": _MIA, "load": 3, "capacity": 20, "why_not": None},
    {"staff_id": _LEO, "load": 20, "capacity": 20, "why_not": "at_capacity"},
]

Channel = Literal["email", "chat", "phone", "social", "in_person", "web", "api", "survey"]
Type = Literal["question", "incident", "complaint", "escalation", "task", "repair"]
Priority = Literal["low", "normal", "high", "urgent"]
Tag = Annotated[Text, Field(min_length=1, max_length=80)]
Rank = Annotated[int, Field(ge=0, le=HIGHEST_RANK)]
Needed = Annotated[list[ShortText], Field(max_length=MOST_NEEDED)]


class RuleMatch(Body):
    """Which tickets a rule is for: every given condition must hold, and an empty one always does.

    Of several values one suffices. words: in the subject or the first message, whole and whatever their case; several
    in one text must stand together.
    """

    channel: Annotated[list[Channel], Field(max_length=MOST_VALUES)] = Field(default=[])
    type: Annotated[list[Type], Field(max_length=MOST_VALUES)] = Field(default=[])
    priority: Annotated[list[Priority], Field(max_length=MOST_VALUES)] = Field(default=[])
    brand: Annotated[list[ShortText], Field(max_length=MOST_VALUES)] = Field(default=[])
    tags: Annotated[list[Tag], Field(max_length=MOST_VALUES)] = Field(default=[])
    contact_reason_id: Annotated[list[Id], Field(max_length=MOST_VALUES)] = Field(default=[])
    account_tier: Annotated[list[ShortText], Field(max_length=MOST_VALUES)] = Field(default=[])
    words: Annotated[list[ShortText], Field(max_length=MOST_VALUES)] = Field(default=[])


class RoutingRuleIn(Body):
    """Which new tickets go to which group. The rule with the lowest rank that fits is taken; without one no group is.

    account_owner_first: the account's CSM gets them, if available, and else the group. skills: what whoever gets them
    must have, where the group's strategy is `skills`.
    """

    model_config = example(_RULE)

    name: ShortText
    rank: Rank
    active: bool = True
    match: RuleMatch = RuleMatch()
    group_id: Id
    account_owner_first: bool = False
    skills: Needed = Field(default=[])


class RuleMatchPatch(Body):
    """Which conditions change; null takes one away."""

    channel: Annotated[list[Channel], Field(max_length=MOST_VALUES)] | None = None
    type: Annotated[list[Type], Field(max_length=MOST_VALUES)] | None = None
    priority: Annotated[list[Priority], Field(max_length=MOST_VALUES)] | None = None
    brand: Annotated[list[ShortText], Field(max_length=MOST_VALUES)] | None = None
    tags: Annotated[list[Tag], Field(max_length=MOST_VALUES)] | None = None
    contact_reason_id: Annotated[list[Id], Field(max_length=MOST_VALUES)] | None = None
    account_tier: Annotated[list[ShortText], Field(max_length=MOST_VALUES)] | None = None
    words: Annotated[list[ShortText], Field(max_length=MOST_VALUES)] | None = None


class RoutingRulePatch(Body):
    """What changes about a rule, as a merge-patch."""

    model_config = example({"rank": 50, "match": {"words": ["invoice"]}})

    name: ShortText | None = None
    rank: Rank | None = None
    active: bool | None = None
    match: RuleMatchPatch | None = None
    group_id: Id | None = None
    account_owner_first: bool | None = None
    skills: Needed | None = None


class RoutingRuleOut(View):
    """A routing rule."""

    model_config = example(
        {
            "id": _RULE_ID,
            **_RULE,
            "created_at": "2026-11-20T09:00:00Z",
            "updated_at": "2026-11-20T09:00:00Z",
            "version": 1,
        }
    )

    id: UUID
    name: str
    rank: int
    active: bool
    match: RuleMatch
    group_id: UUID
    account_owner_first: bool
    skills: list[str]
    created_at: datetime
    updated_at: datetime
    version: int

    @classmethod
    def of(cls, row: RoutingRule) -> Self:
        """A row as the API shows it."""
        return cls.model_validate(row.model_dump())


class RuleFilters(Filters):
    """What the list of rules may be narrowed to."""

    group_id: Id | None = None
    active: bool | None = None


class TriedRule(View):
    """A rule that was looked at. misses: the conditions that did not hold; with none it was taken."""

    rule_id: UUID
    name: str
    rank: int
    misses: list[str]


class ConsideredAgent(View):
    """Somebody who might have got the ticket. load: new and open tickets then. why_not: null for who got it."""

    staff_id: UUID
    load: int
    capacity: int | None
    why_not: WhyNot | None


class RoutingDecisionOut(View):
    """Why a ticket went where it went. Of rules and agents at most 20 are kept."""

    model_config = example(
        {
            "id": "01a207e6-dd41-7d41-8a95-72e0c61fb310",
            "ticket_id": _TICKET,
            "at": "2026-11-23T10:15:00.160000Z",
            "occasion": "created",
            "rule_id": _RULE_ID,
            "rule_version": 1,
            "group_id": _CARE,
            "strategy": "skills",
            "skills": ["sv"],
            "assignee_id": _MIA,
            "rules": _RULES_SHOWN,
            "agents": _AGENTS_SHOWN,
        }
    )

    id: UUID
    ticket_id: UUID
    at: datetime
    occasion: Literal["created", "group_given", "waiting", "rerouted"]
    rule_id: UUID | None
    rule_version: int | None
    group_id: UUID | None
    strategy: Strategy
    skills: list[str]
    assignee_id: UUID | None
    rules: list[TriedRule]
    agents: list[ConsideredAgent]

    @classmethod
    def of(cls, row: RoutingDecision) -> Self:
        """A row as the API shows it."""
        return cls.model_validate({**row.model_dump(exclude={"explanation"}), **row.explanation})


class SimulationOut(View):
    """Where a ticket would go now, and why: every rule that was looked at, and everybody who might get it."""

    model_config = example(
        {
            "rule_id": _RULE_ID,
            "rule_version": 1,
            "group_id": _CARE,
            "strategy": "skills",
            "skills": ["sv"],
            "assignee_id": _MIA,
            "rules": _RULES_SHOWN,
            "agents": _AGENTS_SHOWN,
        }
    )

    rule_id: UUID | None
    rule_version: int | None
    group_id: UUID | None
    strategy: Strategy
    skills: list[str]
    assignee_id: UUID | None
    rules: list[TriedRule]
    agents: list[ConsideredAgent]
