"""HTTP bodies of escalation rules and of their levels."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Any, Literal, Self
from uuid import UUID

from pydantic import AfterValidator, Field, field_validator, model_validator
from pydantic_core import PydanticCustomError

from services.ticketing.escalation_rules.models import EscalationLevel
from services.ticketing.sla import levels
from services.ticketing.sla.level_models import EscalationRule
from services.ticketing.sla.schemas import MOST_VALUES, Metric, Priority, Rank, SlaConditions
from services.ticketing.tickets.schemas import EmailAddress, Tag
from shared.features.notifications import addresses
from shared.http.fields import Body, Filters, Id, ShortText, View, example

MOST_LEVELS = 20  # of one rule
MOST_RECIPIENTS = 20  # of one level
MOST_ACTIONS = 10  # of one level
LARGEST_SHARE = 1_000  # percent
MOST_MINUTES = 366 * 1_440

Role = Literal["assignee", "group_lead", "csm", "account_team", "duty_manager", "address"]
Deed = Literal["notify", "raise_priority", "reassign", "add_tag", "open_recovery"]
Found = Literal["role", "group_lead", "group_address", "nobody"]

_RULE_ID = "01a19b45-b800-7006-8d7a-2c3d4e5f6071"
_TICKET = "01a207e6-dd40-7d40-8a95-72e0c61fb30f"
_CLOCK = "01a207e6-dd40-7d41-9be2-0c4a81d3f511"
_MIA = "01a1f82f-1e81-7a12-8f27-91b0e3c86d03"
_LEVELS: list[dict[str, Any]] = [
    {"at": {"share": 75}, "recipients": [{"role": "assignee"}], "actions": [{"do": "notify"}]},
    {
        "at": {"minutes_after_due": 30},
        "recipients": [{"role": "group_lead"}, {"role": "duty_manager"}],
        "actions": [{"do": "notify"}, {"do": "raise_priority"}, {"do": "add_tag", "tag": "late"}],
    },
]
_RULE: dict[str, Any] = {
    "name": "Gold replies",
    "rank": 100,
    "active": True,
    "metrics": ["first_reply"],
    "conditions": {
        "type": [],
        "channel": [],
        "tags": [],
        "account_tier": ["gold"],
        "brand": [],
        "priority": [],
        "group_id": [],
    },
    "levels": _LEVELS,
}
_HEARD = {"role": "assignee", "staff_id": _MIA, "found": "role"}


def _mail(text: str) -> str:
    """A mail address: nothing whose secret would have to be sealed."""
    try:
        if "://" in text or text.startswith(addresses.SEALED):
            raise addresses.UnusableAddress("It must be a mail address")
        return addresses.checked(text)
    except addresses.UnusableAddress as wrong:
        raise PydanticCustomError("mail_address", "{why}", {"why": str(wrong)}) from None


class LevelAt(Body):
    """When: at a share of the target in percent (110 = 10 % over), or so many minutes before or after its end.

    In business time of the clock's calendar: days off are excluded, not subtracted.
    """

    share: Annotated[int, Field(ge=1, le=LARGEST_SHARE)] | None = None
    minutes_before_due: Annotated[int, Field(ge=1, le=MOST_MINUTES)] | None = None
    minutes_after_due: Annotated[int, Field(ge=0, le=MOST_MINUTES)] | None = None

    @model_validator(mode="after")
    def _names_one(self) -> Self:
        if sum(value is not None for value in (self.share, self.minutes_before_due, self.minutes_after_due)) != 1:
            raise PydanticCustomError("level_at", "Give a share, minutes_before_due or minutes_after_due, and only one")
        return self


class LevelRecipient(Body):
    """Who hears of it. `address` alone names one, a mail address.

    A role that nobody holds, or whose holder is away, falls back to the lead of the ticket's group, else to the
    group's address. duty_manager: the lead of the group `duty-managers`.
    """

    role: Role
    address: Annotated[EmailAddress, AfterValidator(_mail)] | None = None

    @model_validator(mode="after")
    def _has_its_address(self) -> Self:
        if (self.role == "address") != (self.address is not None):
            raise PydanticCustomError("recipient", "The role address names an address, any other role none")
        return self


class LevelAction(Body):
    """What is done. reassign names a group, a member of staff, or both; add_tag a tag."""

    do: Deed
    group_id: Id | None = None
    assignee_id: Id | None = None
    tag: Tag | None = None

    @model_validator(mode="after")
    def _has_what_it_needs(self) -> Self:
        owner = self.group_id is not None or self.assignee_id is not None
        if owner != (self.do == "reassign"):
            raise PydanticCustomError("reassign", "reassign names a group_id, an assignee_id or both; others neither")
        if (self.tag is not None) != (self.do == "add_tag"):
            raise PydanticCustomError("add_tag", "add_tag names a tag, any other action none")
        return self


class EscalationLevelIn(Body):
    """A level: when, whom it concerns, and what is done. Recipients are sent something only by `notify`."""

    at: LevelAt
    recipients: list[LevelRecipient] = Field(default=[], max_length=MOST_RECIPIENTS)
    actions: list[LevelAction] = Field(default=[LevelAction(do="notify")], min_length=1, max_length=MOST_ACTIONS)

    @model_validator(mode="after")
    def _somebody_is_notified(self) -> Self:
        deeds = [action.do for action in self.actions if action.do != "add_tag"]
        if len(set(deeds)) < len(deeds):
            raise PydanticCustomError("action_twice", "Only add_tag may be given more than once")
        if "notify" in deeds and not self.recipients:
            raise PydanticCustomError("no_recipient", "notify needs a recipient")
        return self


class RuleConditions(SlaConditions):
    """Which tickets a rule is for, as they are when a level is seen: every condition that is given must hold."""

    priority: list[Priority] = Field(default=[], max_length=4)
    group_id: list[Id] = Field(default=[], max_length=MOST_VALUES)


Levels = Annotated[list[EscalationLevelIn], Field(min_length=1, max_length=MOST_LEVELS)]
Metrics = Annotated[list[Metric], Field(min_length=1, max_length=6)]


class EscalationRuleIn(Body):
    """A rule. Every active rule that fits a ticket applies to it; of levels at one instant the lower rank goes first.

    A level fires once for each cycle of a clock. A rule, and each change of it, holds for levels that are reached
    from then on, on clocks that run already too.
    """

    model_config = example(_RULE)

    name: ShortText
    rank: Rank = 100
    active: bool = True
    metrics: Metrics
    conditions: RuleConditions = RuleConditions()
    levels: Levels

    @field_validator("metrics")
    @classmethod
    def _each_once(cls, metrics: list[Metric]) -> list[Metric]:
        return sorted(set(metrics))

    @field_validator("levels")
    @classmethod
    def _levels_once(cls, given: list[EscalationLevelIn]) -> list[EscalationLevelIn]:
        keys = {levels.level_of(level.model_dump()).key for level in given}
        if len(keys) < len(given):
            raise PydanticCustomError("two_levels", "A rule has at most one level at each point")
        return given


class EscalationRulePatch(Body):
    """What the rule's next version says otherwise, as a merge-patch; a list is replaced whole."""

    model_config = example({"active": False})

    name: ShortText | None = None
    rank: Rank | None = None
    active: bool | None = None
    metrics: Metrics | None = None
    conditions: RuleConditions | None = None
    levels: Levels | None = None


class EscalationRuleOut(View):
    """A rule in its newest version. updated_at: from when that holds."""

    model_config = example(
        {
            "id": _RULE_ID,
            **_RULE,
            "levels": [
                {
                    "at": {"share": None, "minutes_before_due": None, "minutes_after_due": None, **level["at"]},
                    "recipients": [{"address": None, **each} for each in level["recipients"]],
                    "actions": [
                        {"group_id": None, "assignee_id": None, "tag": None, **each} for each in level["actions"]
                    ],
                }
                for level in _LEVELS
            ],
            "created_at": "2026-11-20T09:00:00Z",
            "updated_at": "2026-11-20T09:00:00Z",
            "version": 1,
        }
    )

    id: UUID
    name: str
    rank: int
    active: bool
    metrics: list[Metric]
    conditions: RuleConditions
    levels: list[EscalationLevelIn]
    created_at: datetime
    updated_at: datetime
    version: int

    @classmethod
    def of(cls, row: EscalationRule) -> Self:
        """A row as the API shows it."""
        return cls.model_validate(row.model_dump())


class RuleFilters(Filters):
    """Which rules a list holds."""

    active: bool | None = None


class LevelRecipientOut(View):
    """Who hears of a level for which role; found: by the role, or by what stands in for it."""

    role: Role
    staff_id: UUID | None
    found: Found


class ActionOut(View):
    """What was done, or why not: done, nothing_to_do, refused (by the ticket's state), recorded (it was too late)."""

    do: Deed
    result: Literal["done", "nothing_to_do", "refused", "recorded"]


class FiredLevelOut(View):
    """A level that a clock reached. late_seconds: from when it was due to when that was seen.

    state recorded: it was seen only after what the clock waits for had happened, so that nothing was done.
    """

    clock_id: UUID
    metric: Metric
    cycle: int
    rule_id: UUID
    rule_version: int
    level: str
    state: Literal["fired", "recorded"]
    due_at: datetime
    detected_at: datetime
    late_seconds: int
    recipients: list[LevelRecipientOut]
    actions: list[ActionOut]

    @classmethod
    def of(cls, row: EscalationLevel) -> Self:
        """A row as the API shows it."""
        late = int((row.detected_at - row.due_at).total_seconds())
        return cls.model_validate({**row.model_dump(), "late_seconds": late})


class ComingLevelOut(View):
    """A level that a clock has not reached, and when it does if all stays as it is; null while the clock is paused.

    recipients, actions: as they would be now. A time that is past is one that nobody has looked at yet.
    """

    ticket_id: UUID
    clock_id: UUID
    metric: Metric
    cycle: int
    rule_id: UUID
    rule_version: int
    level: str
    at: datetime | None
    recipients: list[LevelRecipientOut]
    actions: list[Deed]


_COMING = {
    "ticket_id": _TICKET,
    "clock_id": _CLOCK,
    "metric": "first_reply",
    "cycle": 1,
    "rule_id": _RULE_ID,
    "rule_version": 1,
    "level": "75%",
    "at": "2026-11-23T13:15:00Z",
    "recipients": [_HEARD],
    "actions": ["notify"],
}


class TicketLevelsOut(View):
    """A ticket's levels: the newest 100 that its clocks reached, newest first, and the coming ones, soonest first.

    level: `75%` of the target, `due-30m` and `due+30m` before and after its end.
    """

    model_config = example(
        {
            "fired": [
                {
                    "clock_id": _CLOCK,
                    "metric": "first_reply",
                    "cycle": 1,
                    "rule_id": _RULE_ID,
                    "rule_version": 1,
                    "level": "50%",
                    "state": "fired",
                    "due_at": "2026-11-23T12:15:00Z",
                    "detected_at": "2026-11-23T12:15:01Z",
                    "late_seconds": 1,
                    "recipients": [_HEARD],
                    "actions": [{"do": "notify", "result": "done"}],
                }
            ],
            "coming": [_COMING],
        }
    )

    fired: list[FiredLevelOut]
    coming: list[ComingLevelOut]

    @classmethod
    def of(cls, fired: Sequence[EscalationLevel], coming: list[ComingLevelOut]) -> Self:
        """As the API shows it."""
        return cls(fired=[FiredLevelOut.of(row) for row in fired], coming=coming)


class RuleDryRunIn(Body):
    """Of which ticket; without one, of the clocks of the newest 100 unsolved tickets."""

    model_config = example({"ticket_id": _TICKET})

    ticket_id: Id | None = None


class RuleDryRunOut(View):
    """What the rule would do, soonest first, were it active: when, for whom, on which clock. Nothing was changed."""

    model_config = example({"as_of": "2026-11-23T10:15:12Z", "tickets": 1, "would_fire": [_COMING]})

    as_of: datetime
    tickets: int
    would_fire: list[ComingLevelOut]
