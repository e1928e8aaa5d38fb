"""HTTP bodies of follow-up rules."""

from datetime import datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from services.feedback.follow_up_rules.models import FollowUpRule
from services.feedback.surveys.outcome import Outcome
from services.feedback.surveys.schemas import Locale, SurveyType
from services.feedback.word_lists.schemas import Code
from shared.http.fields import Body, Filters, Id, Int32, ShortText, View, example

MOST_VALUES = 100  # of one condition
LONGEST_WAIT = 86_400  # seconds
LONGEST_QUARANTINE = 3_650  # days

_RULE = {
    "code": "gold_promoters",
    "name": "Promoters among gold customers",
    "active": True,
    "match": {
        "survey_type": ["nps"],
        "outcome": ["positive"],
        "score_min": 10,
        "score_max": None,
        "account_tier": ["gold"],
        "brand": [],
        "program_id": [],
        "themes": [],
        "locale": [],
    },
    "actions": [
        {"do": "notify_team", "roles": ["csm"], "wait_seconds": 300},
        {"do": "advocacy_ask", "quarantine_days": 180},
    ],
}


class FollowUpMatch(Body):
    """Which answers a rule is for: every given condition must hold, and an empty one always does.

    Of several values one suffices. locale: `sr` is for `sr-Latn` too.
    """

    survey_type: Annotated[list[SurveyType], Field(max_length=MOST_VALUES)] = Field(default=[])
    outcome: Annotated[list[Outcome], Field(max_length=4)] = Field(default=[])
    score_min: Int32 | None = None
    score_max: Int32 | None = None
    account_tier: Annotated[list[ShortText], Field(max_length=MOST_VALUES)] = Field(default=[])
    brand: Annotated[list[ShortText], Field(max_length=MOST_VALUES)] = Field(default=[])
    program_id: Annotated[list[Id], Field(max_length=MOST_VALUES)] = Field(default=[])
    themes: Annotated[list[Code], Field(max_length=MOST_VALUES)] = Field(default=[])
    locale: Annotated[list[Locale], Field(max_length=MOST_VALUES)] = Field(default=[])

    @model_validator(mode="after")
    def _is_a_range(self) -> Self:
        if self.score_min is not None and self.score_max is not None and self.score_min > self.score_max:
            raise PydanticCustomError("no_range", "score_min is above score_max")
        return self


class NotifyTeam(Body):
    """The people who work with the customer hear of the answer. roles: of these alone; empty for all.

    wait_seconds: how long for somebody to work with the customer, before it is skipped as `no_team`.
    """

    do: Literal["notify_team"]
    roles: Annotated[list[Code], Field(max_length=20)] = Field(default=[])
    wait_seconds: Annotated[int, Field(ge=0, le=LONGEST_WAIT)] = 300


class AdvocacyAsk(Body):
    """The contact is asked by mail to tell others, at most once in so many days whichever rule asks.

    Not who wants no mail, and not while something is open with the account.
    """

    do: Literal["advocacy_ask"]
    quarantine_days: Annotated[int, Field(ge=1, le=LONGEST_QUARANTINE)] = 180


Action = Annotated[NotifyTeam | AdvocacyAsk, Field(discriminator="do")]
Actions = Annotated[list[Action], Field(min_length=1, max_length=2)]


class FollowUpRuleIn(Body):
    """What follows which answers. All rules that fit an answer run, each once, in the version of that moment.

    code: what facts and runs name it by; it never changes.
    """

    model_config = example(_RULE)

    code: Code
    name: ShortText
    active: bool = True
    match: FollowUpMatch = FollowUpMatch()
    actions: Actions

    @model_validator(mode="after")
    def _makes_sense(self) -> Self:
        if len({action.do for action in self.actions}) < len(self.actions):
            raise PydanticCustomError("action_twice", "A rule does each thing once")
        if any(action.do == "advocacy_ask" for action in self.actions) and self.match.outcome != ["positive"]:
            raise PydanticCustomError("only_positive", "Only after positive answers are contacts asked to tell others")
        return self


class FollowUpRulePatch(Body):
    """What the rule's next version says otherwise, as a merge-patch; `match` and `actions` are replaced whole."""

    model_config = example({"active": False})

    name: ShortText | None = None
    active: bool | None = None
    match: FollowUpMatch | None = None
    actions: Actions | None = None


class FollowUpRuleOut(View):
    """A rule in one of its versions. updated_at: since when. current: whether it is the newest."""

    model_config = example(
        {
            "id": "01a19b45-b800-7008-9c1e-4f7a20d3b50e",
            **_RULE,
            "current": True,
            "created_at": "2026-11-20T09:00:00Z",
            "updated_at": "2026-11-20T09:00:00Z",
            "version": 1,
        }
    )

    id: UUID
    code: str
    name: str
    active: bool
    match: FollowUpMatch
    actions: list[NotifyTeam | AdvocacyAsk]
    current: bool
    created_at: datetime
    updated_at: datetime
    version: int

    @classmethod
    def of(cls, row: FollowUpRule) -> Self:
        """A row as the API shows it."""
        return cls.model_validate(row.model_dump())


class FollowUpRuleFilters(Filters):
    """What the list of rules may be narrowed to."""

    code: Code | None = None
    active: bool | None = None
