"""HTTP bodies of staff, and of the teams that they make."""

from datetime import datetime
from typing import Annotated, Any, Self
from uuid import UUID

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from services.onboarding.directory.fields import (
    MOST_ENTRIES,
    Email,
    Locale,
    MailTo,
    NotifyAddress,
    Timezone,
)
from services.onboarding.directory.models import Role, Staff, TeamMember
from services.onboarding.directory.preferences import WISHES, NotificationPreferences, refuse_always_quiet
from services.onboarding.directory.schemas import MADE
from shared.contracts import story
from shared.features.notifications import addresses
from shared.http.fields import Body, Filters, Id, Instant, ShortText, View, example

_STAFF: dict[str, Any] = {"name": "Mia", "email": "mia@us.example", "notify_address": "mailto:mia@us.example"}

Skills = Annotated[list[ShortText], Field(max_length=MOST_ENTRIES)]


class StaffIn(Body):
    """A member of staff; notify_address null = mailto: and the email, preferences null = told at once."""

    model_config = example(_STAFF)

    name: ShortText
    email: Email
    notify_address: NotifyAddress | None = None
    locale: Locale | None = None
    timezone: Timezone | None = None
    preferences: NotificationPreferences | None = None

    @model_validator(mode="after")
    def _is_told_some_time(self) -> Self:
        refuse_always_quiet(self.timezone, self.preferences)
        return self


class StaffWhole(StaffIn):
    """What a merge-patch may change of a member of staff, after the patch."""

    active: bool = True
    away_from: Instant | None = None
    away_until: Instant | None = None
    skills: Skills = Field(default_factory=list)

    @model_validator(mode="after")
    def _back_after_leaving(self) -> Self:
        if self.away_from is not None and self.away_until is not None and self.away_until <= self.away_from:
            raise PydanticCustomError("backwards", "away_until lies after away_from")
        return self


class StaffPatch(Body):
    """A merge-patch of a member of staff."""

    model_config = example({"away_from": "2026-12-21T00:00:00Z", "away_until": "2027-01-04T00:00:00Z"})

    name: ShortText | None = None
    email: Email | None = None
    notify_address: NotifyAddress | None = None
    active: bool | None = None
    away_from: Instant | None = None
    away_until: Instant | None = None
    skills: Skills | None = None
    locale: Locale | None = None
    timezone: Timezone | None = None
    preferences: NotificationPreferences | None = None


class StaffOut(View):
    """A member of staff. Of a notify_address that holds secrets only the beginning is shown."""

    model_config = example(
        {
            "id": story.MIA,
            **_STAFF,
            "active": True,
            "away_from": None,
            "away_until": None,
            "skills": [],
            "locale": "sv",
            "timezone": "Europe/Stockholm",
            "preferences": WISHES,
            **MADE,
        }
    )

    id: UUID
    name: str
    email: str
    notify_address: str
    active: bool
    away_from: datetime | None
    away_until: datetime | None
    skills: list[str]
    locale: str | None
    timezone: str | None
    preferences: dict[str, Any] | None
    created_at: datetime
    updated_at: datetime
    version: int

    @classmethod
    def of(cls, row: Staff) -> Self:
        """A row as the API shows it."""
        return cls.model_validate({**row.model_dump(), "notify_address": addresses.shown(notify_address(row))})


class StaffFilters(Filters):
    """What a list of staff may be narrowed to."""

    active: bool | None = None
    email: ShortText | None = None


class StaffRef(StaffIn):
    """A member of staff, found by staff_id, else by the email without case, else made.

    An address with secrets is set at `/v1/staff`.
    """

    model_config = example({"staff_id": story.MIA, **_STAFF})

    staff_id: Id | None = None
    notify_address: MailTo | None = None


class TeamRoleIn(Body):
    """Who holds a role, and who stands in."""

    model_config = example({"staff": _STAFF, "backup": {"name": "Ida", "email": "ida@us.example"}})

    staff: StaffRef
    backup: StaffRef | None = None


class StaffInTeam(View):
    """A member of staff, as a team shows them."""

    staff_id: UUID
    name: str
    email: str
    notify_address: str

    @classmethod
    def of(cls, row: Staff) -> Self:
        """A row as the API shows it."""
        return cls(staff_id=row.id, name=row.name, email=row.email, notify_address=addresses.shown(notify_address(row)))


class TeamRoleOut(View):
    """A role of an account's team. since_at: when its holder took it."""

    model_config = example(
        {
            "account_id": story.ACME,
            "role": "csm",
            "staff": {"staff_id": story.MIA, **_STAFF},
            "backup": None,
            "since_at": story.DIRECTORY_AT,
            "version": 1,
        }
    )

    account_id: UUID
    role: Role
    staff: StaffInTeam
    backup: StaffInTeam | None
    since_at: datetime
    version: int


class TeamPeriodOut(View):
    """Who held a role or backed its holder up, from when to when; null = still."""

    model_config = example(
        {
            "staff": {"staff_id": story.MIA, **_STAFF},
            "backup": False,
            "since_at": story.DIRECTORY_AT,
            "until_at": None,
        }
    )

    staff: StaffInTeam
    backup: bool
    since_at: datetime
    until_at: datetime | None

    @classmethod
    def of(cls, row: tuple[TeamMember, Staff]) -> Self:
        """A row as the API shows it."""
        member, staff = row
        return cls(
            staff=StaffInTeam.of(staff),
            backup=member.backup,
            since_at=member.since_at,
            until_at=member.until_at,
        )


def notify_address(staff: Staff) -> str:
    """Where to reach a member of staff."""
    return staff.notify_address or f"mailto:{staff.email}"
