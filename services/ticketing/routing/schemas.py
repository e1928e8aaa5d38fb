"""HTTP bodies of groups and agents."""

from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import AfterValidator, Field, field_validator, model_validator
from pydantic_core import PydanticCustomError

from services.ticketing.directory.models import Staff
from services.ticketing.routing.choosing import State, Strategy
from services.ticketing.routing.models import Agent, AgentPresence, Group
from shared.features.notifications import addresses
from shared.http.fields import Body, Filters, Id, Instant, ShortText, Text, View, example

MOST_MEMBERS = 1_000
MOST_SKILLS = 100
LARGEST_CAPACITY = 10_000  # open tickets at a time
DEFAULT_CAPACITY = 20

_LEO = "01a19b45-b800-7001-8d10-4be61c2a7f05"
_MIA = "01a1f82f-1e81-7a12-8f27-91b0e3c86d03"
_CARE = "01a19b45-b800-7002-92af-5d38c6e1b006"
_GROUP = {
    "name": "customer-care",
    "lead_id": _LEO,
    "member_ids": [_LEO, _MIA],
    "notify_address": "mailto:care@us.example",
    "strategy": "least_loaded",
    "account_owner_first": False,
}
_TIMES = {"created_at": "2026-11-20T09:00:00Z", "updated_at": "2026-11-20T09:00:00Z", "version": 1}


def _is_address(text: str) -> str:
    if "://" not in text and not text.startswith(addresses.SEALED):
        return text  # a mail address, which is looked at when a mail goes there
    try:
        return addresses.checked(text)
    except addresses.UnusableAddress as wrong:
        raise PydanticCustomError("notify_address", "{why}", {"why": str(wrong)}) from None


Address = Annotated[Text, Field(min_length=3, max_length=2 * addresses.LONGEST), AfterValidator(_is_address)]
"""A mail address, `mailto:` or not, a webhook with its secret, or an address of apprise."""

Skills = Annotated[list[ShortText], Field(max_length=MOST_SKILLS)]


def _as_set(ids: list[UUID]) -> list[UUID]:
    """Each once, in the order in which they are read back: one version must have one representation."""
    return sorted(set(ids))


class GroupIn(Body):
    """A group. Its people need not be known yet: the directory's facts may come later.

    strategy: who of the group gets a ticket that it gets. manual: whoever takes it. round_robin: whose turn it is.
    least_loaded: who has the smallest share of their capacity taken. skills: of those who have all skills that the
    routing rule asks for, the least loaded. account_owner_first: before that the account's CSM, who need not be in
    the group.
    """

    model_config = example(_GROUP)

    name: ShortText
    lead_id: Id | None = None
    member_ids: list[Id] = Field(default=[], max_length=MOST_MEMBERS)
    notify_address: Address | None = None
    strategy: Strategy = "manual"
    account_owner_first: bool = False

    @field_validator("member_ids")
    @classmethod
    def _members_once(cls, ids: list[UUID]) -> list[UUID]:
        return _as_set(ids)


class GroupPatch(Body):
    """What changes about a group, as a merge-patch; `member_ids` is the whole list."""

    model_config = example({"lead_id": _MIA})

    name: ShortText | None = None
    lead_id: Id | None = None
    member_ids: Annotated[list[Id], Field(max_length=MOST_MEMBERS)] | None = None
    notify_address: Address | None = None
    strategy: Strategy | None = None
    account_owner_first: bool | None = None


class GroupOut(View):
    """A group with its members."""

    model_config = example({"id": _CARE, **_GROUP, **_TIMES})

    id: UUID
    name: str
    lead_id: UUID | None
    member_ids: list[UUID]
    notify_address: str | None
    strategy: Strategy
    account_owner_first: bool
    created_at: datetime
    updated_at: datetime
    version: int

    @classmethod
    def of(cls, row: Group, member_ids: list[UUID]) -> Self:
        """A row and its members as the API shows them."""
        shown = row.notify_address and addresses.shown(row.notify_address)
        return cls.model_validate({**row.model_dump(), "notify_address": shown, "member_ids": member_ids})


class GroupFilters(Filters):
    """What the list of groups may be narrowed to."""

    name: ShortText | None = None


class AgentIn(Body):
    """What a member of staff can do on tickets. capacity: new and open tickets at a time, null for any number."""

    model_config = example({"group_ids": [_CARE], "skills": ["en"], "capacity": 20})

    group_ids: list[Id] = Field(default=[], max_length=MOST_MEMBERS)
    skills: Skills = Field(default=[])
    capacity: Annotated[int, Field(ge=0, le=LARGEST_CAPACITY)] | None = DEFAULT_CAPACITY

    @field_validator("group_ids")
    @classmethod
    def _groups_once(cls, ids: list[UUID]) -> list[UUID]:
        return _as_set(ids)


class AgentOut(View):
    """A member of staff as an agent: what the directory says, and what was set here. version 0: not set yet."""

    model_config = example(
        {
            "id": _MIA,
            "staff_id": _MIA,
            "name": "Mia",
            "email": "mia@us.example",
            "notify_address": "mailto:mia@us.example",
            "active": True,
            "away_from": None,
            "away_until": None,
            "group_ids": [_CARE],
            "skills": ["en"],
            "capacity": 20,
            "version": 1,
        }
    )

    id: UUID
    staff_id: UUID
    name: str
    email: str
    notify_address: str | None
    active: bool
    away_from: datetime | None
    away_until: datetime | None
    group_ids: list[UUID]
    skills: list[str]
    capacity: int | None
    version: int

    @classmethod
    def of(cls, staff: Staff, agent: Agent | None, group_ids: list[UUID]) -> Self:
        """The rows as the API shows them."""
        own = agent.model_dump(include={"skills", "capacity", "version"}) if agent else _NOT_SET
        shown = {"id": staff.staff_id, "notify_address": staff.notify_address and addresses.shown(staff.notify_address)}
        return cls.model_validate({**staff.model_dump(), **own, **shown, "group_ids": group_ids})


class AgentFilters(Filters):
    """What the list of agents may be narrowed to."""

    group_id: Id | None = None
    active: bool | None = None


class PresenceIn(Body):
    """Whether somebody takes tickets. until: from when on they are available again; none where they say so themselves.

    busy: no new ones, and they keep what they have. away, offline: what they have not answered yet goes to others.
    """

    model_config = example({"state": "away", "until": "2026-11-23T15:00:00Z"})

    state: State
    until: Instant | None = None

    @model_validator(mode="after")
    def _ends(self) -> Self:
        if self.state == "available" and self.until is not None:
            raise PydanticCustomError("until", "Who is available is so until they say otherwise")
        return self


class PresenceOut(View):
    """What somebody has said of their presence. version 0: nothing yet, and so they are available."""

    model_config = example(
        {"staff_id": _MIA, "state": "away", "until": "2026-11-23T15:00:00Z", "updated_at": None, "version": 1}
    )

    staff_id: UUID
    state: State
    until: datetime | None
    updated_at: datetime | None
    version: int

    @classmethod
    def of(cls, staff_id: UUID, row: AgentPresence | None) -> Self:
        """A row, or none, as the API shows it."""
        if row is None:
            return cls(staff_id=staff_id, state="available", until=None, updated_at=None, version=0)
        return cls.model_validate(row.model_dump())


_NOT_SET = {"skills": list[str](), "capacity": DEFAULT_CAPACITY, "version": 0}
