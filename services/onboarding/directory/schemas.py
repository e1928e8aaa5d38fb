"""HTTP bodies of the directory."""

from datetime import datetime
from typing import Any, Self
from uuid import UUID

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from services.onboarding.directory.fields import (
    MOST_ENTRIES,
    Consent,
    Email,
    ExternalIds,
    Locale,
    Timezone,
)
from services.onboarding.directory.models import Account, Contact, ContactRole
from shared.contracts import story
from shared.contracts.onboarding import AccountStatus
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
MADE: dict[str, Any] = {
    "created_at": story.DIRECTORY_AT,
    "updated_at": story.DIRECTORY_AT,
    "version": 1,
}
"""What the example of everything that was made here has."""


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

    model_config = example({"id": story.ACME, **_ACCOUNT, **MADE})

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
        {"id": story.ANA, **_CONTACT, "active": True, "merged_into_id": None, "erased_at": None, **MADE}
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
