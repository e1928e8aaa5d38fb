"""HTTP bodies of the directory."""

from datetime import datetime
from typing import Annotated, Any, Self
from uuid import UUID

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from services.onboarding.directory.fields import (
    MOST_ENTRIES,
    Consent,
    Email,
    ExternalIds,
    Locale,
    MailTo,
    NotifyAddress,
    Timezone,
)
from services.onboarding.directory.models import Account, Contact, ContactRole, Role, Staff, TeamMember
from services.onboarding.directory.preferences import WISHES, NotificationPreferences, refuse_always_quiet
from shared.contracts import story
from shared.contracts.onboarding import AccountStatus
from shared.features.notifications import addresses
from shared.http.fields import Body, Currency, Day, Filters, Id, Instant, JsonObject, ShortText, View, example

_ACCOUNT: dict[str, Any] = {
    "name": "Acme",
    "external_ids": {"crm": "A-1"},
    "segment": "mid",
    "tier": "gold",
    "industry": None,
    "region": "EU",
    "timezone": "UTC",
    "locale": "en",
    "currency": "EUR",
    "status": "prospect",
    "contract": {"starts_on": "2026-12-01", "ends_on": "2027-11-30", "mrr_minor": 120000, "plan": "pro"},
    "custom": {},
}
_CONTACT: dict[str, Any] = {
    "account_id": story.ACME,
    "name": "Ana",
    "email": "ana@acme.example",
    "phone": None,
    "locale": "en",
    "timezone": "UTC",
    "roles": ["champion"],
    "consent": {"email": True},
    "external_ids": {},
}
_STAFF: dict[str, Any] = {"name": "Mia", "email": "mia@us.example", "notify_address": "mailto:mia@us.example"}
_MADE: dict[str, Any] = {
    "created_at": story.DIRECTORY_AT,
    "updated_at": story.DIRECTORY_AT,
    "version": 1,
}

Skills = Annotated[list[ShortText], Field(max_length=MOST_ENTRIES)]


class Contract(Body):
    """What the customer has bought; `mrr_minor` in minor units of the account's currency."""

    starts_on: Day | None = None
    ends_on: Day | None = None
    mrr_minor: int | None = Field(default=None, ge=0)
    plan: ShortText | None = None

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> Self:
        if self.starts_on is not None and self.ends_on is not None and self.ends_on < self.starts_on:
            raise PydanticCustomError("backwards", "A contract ends after it starts")
        return self


class AccountIn(Body):
    """A customer."""

    model_config = example(_ACCOUNT)

    name: ShortText
    external_ids: ExternalIds = Field(default_factory=dict)
    segment: ShortText | None = None
    tier: ShortText | None = None
    industry: ShortText | None = None
    region: ShortText | None = None
    timezone: Timezone | None = None
    locale: Locale | None = None
    currency: Currency | None = None
    status: AccountStatus = "prospect"
    contract: Contract | None = None
    custom: JsonObject = Field(default_factory=dict)


class AccountPatch(Body):
    """A merge-patch of a customer."""

    model_config = example({"status": "active", "tier": "platinum"})

    name: ShortText | None = None
    external_ids: dict[ShortText, ShortText | None] | None = None
    segment: ShortText | None = None
    tier: ShortText | None = None
    industry: ShortText | None = None
    region: ShortText | None = None
    timezone: Timezone | None = None
    locale: Locale | None = None
    currency: Currency | None = None
    status: AccountStatus | None = None
    contract: Contract | None = None
    custom: JsonObject | None = None


class AccountOut(View):
    """A customer as the directory holds it."""

    model_config = example({"id": story.ACME, **_ACCOUNT, **_MADE})

    id: UUID
    name: str
    external_ids: dict[str, str]
    segment: str | None
    tier: str | None
    industry: str | None
    region: str | None
    timezone: str | None
    locale: str | None
    currency: str | None
    status: AccountStatus
    contract: Contract | None
    custom: dict[str, Any]
    created_at: datetime
    updated_at: datetime
    version: int

    @classmethod
    def of(cls, row: Account) -> Self:
        """A row as the API shows it."""
        return cls.model_validate(row)


class AccountFilters(Filters):
    """What a list of accounts may be narrowed to; `updated_since` is inclusive."""

    status: AccountStatus | None = None
    segment: ShortText | None = None
    tier: ShortText | None = None
    updated_since: Instant | None = None


class ContactDetails(Body):
    """A person at a customer that the surroundings name."""

    name: ShortText
    email: Email | None = None
    phone: ShortText | None = None
    locale: Locale | None = None
    timezone: Timezone | None = None
    roles: list[ContactRole] = Field(default=[], max_length=MOST_ENTRIES)
    consent: Consent = Field(default_factory=dict)
    external_ids: ExternalIds = Field(default_factory=dict)


class ContactIn(ContactDetails):
    """A person at a customer."""

    model_config = example(_CONTACT)

    account_id: Id


class ContactWhole(ContactDetails):
    """What a merge-patch may change of a contact, after the patch."""

    active: bool = True


class ContactPatch(Body):
    """A merge-patch of a contact."""

    model_config = example({"roles": ["champion", "decision_maker"], "consent": {"email": False}})

    name: ShortText | None = None
    email: Email | None = None
    phone: ShortText | None = None
    locale: Locale | None = None
    timezone: Timezone | None = None
    roles: list[ContactRole] | None = None
    consent: Consent | None = None
    external_ids: dict[ShortText, ShortText | None] | None = None
    active: bool | None = None


class ContactOut(View):
    """A contact as the directory holds it; `name` is null once the person was erased."""

    model_config = example(
        {"id": story.ANA, **_CONTACT, "active": True, "merged_into_id": None, "erased_at": None, **_MADE}
    )

    id: UUID
    account_id: UUID
    name: str | None
    email: str | None
    phone: str | None
    locale: str | None
    timezone: str | None
    roles: list[ContactRole]
    consent: dict[str, bool | None]
    external_ids: dict[str, str]
    active: bool
    merged_into_id: UUID | None
    erased_at: datetime | None
    created_at: datetime
    updated_at: datetime
    version: int

    @classmethod
    def of(cls, row: Contact) -> Self:
        """A row as the API shows it."""
        return cls.model_validate(row)


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
            **_MADE,
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
