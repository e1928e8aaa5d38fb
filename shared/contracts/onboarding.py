"""Facts that onboarding tells: the directory that the others mirror, and the hand-off of a won deal.

The directory's facts carry whole snapshots, so that the newest one suffices. They hold names and addresses,
because tickets, surveys and notifications cannot work without them.
"""

from datetime import date
from typing import Any, ClassVar, Literal
from uuid import UUID

from pydantic import computed_field

from shared.contracts import story
from shared.events.fact import ANALYTICS_ALONE, Detail, Fact, Instant

AccountStatus = Literal["prospect", "onboarding", "active", "at_risk", "churned"]

HandoffState = Literal["received", "accepted", "rejected"]

DIRECTORY_MIRRORS = ("ticketing", "feedback")
"""The services that keep a copy of the directory to act on; analytics keeps one to judge by."""


class OnboardingFact(Fact):
    """A fact on onboarding's topic."""

    teller: ClassVar[str | None] = "onboarding"


class AccountContract(Detail):
    """What the customer has bought; `mrr_minor` in minor units of the account's currency."""

    starts_on: date | None
    ends_on: date | None
    mrr_minor: int | None
    plan: str | None


class AccountSnapshot(OnboardingFact, subject="account_id"):
    """A whole account, as `POST /v1/accounts` answers it."""

    account_id: UUID
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
    contract: AccountContract | None
    custom: dict[str, Any]
    created_at: Instant
    updated_at: Instant
    version: int

    @computed_field  # type: ignore[prop-decorator]  # mypy has no decorated properties (pydantic's own advice)
    @property
    def id(self) -> UUID:
        """The account_id once more, under the name that the API answers it by."""
        return self.account_id


class AccountCreated(AccountSnapshot, type="account.created.v1", listeners=DIRECTORY_MIRRORS):
    """A customer is in the directory."""

    example: ClassVar[dict[str, Any]] = story.ACME_ACCOUNT


class AccountUpdated(AccountSnapshot, type="account.updated.v1", listeners=DIRECTORY_MIRRORS):
    """Something about the customer changed."""

    example: ClassVar[dict[str, Any]] = {
        **story.ACME_ACCOUNT,
        "status": "active",
        "updated_at": story.ACCEPTED_AT,
        "version": 2,
    }


class TeamMember(Detail):
    """One member of an account's team: the role's holder, or with `backup` the one who stands in.

    notify_address: where to reach them; null means mail to `email`.
    """

    role: str
    staff_id: UUID
    name: str
    email: str
    notify_address: str | None
    backup: bool
    since_at: Instant


class AccountTeamChanged(
    OnboardingFact, type="account.team_changed.v1", subject="account_id", listeners=DIRECTORY_MIRRORS
):
    """Who works with the customer changed; `members` is the whole team from now on, backups included."""

    account_id: UUID
    members: tuple[TeamMember, ...]

    example: ClassVar[dict[str, Any]] = {
        "account_id": story.ACME,
        "members": [
            {
                "role": "csm",
                "staff_id": story.MIA,
                "name": "Mia",
                "email": "mia@us.example",
                "notify_address": "mailto:mia@us.example",
                "backup": False,
                "since_at": story.DIRECTORY_AT,
            },
            {
                "role": "csm",
                "staff_id": story.IDA,
                "name": "Ida",
                "email": "ida@us.example",
                "notify_address": "mailto:ida@us.example",
                "backup": True,
                "since_at": story.DIRECTORY_AT,
            },
        ],
    }


class ContactSnapshot(OnboardingFact, subject="contact_id"):
    """A whole contact, as `POST /v1/contacts` answers it; `name` is null once the person was erased.

    consent: by channel; null = not asked.
    """

    contact_id: UUID
    account_id: UUID
    name: str | None
    email: str | None
    phone: str | None
    locale: str | None
    timezone: str | None
    roles: tuple[str, ...]
    consent: dict[str, bool | None]
    external_ids: dict[str, str]
    active: bool
    merged_into_id: UUID | None
    erased_at: Instant | None
    created_at: Instant
    updated_at: Instant
    version: int

    @computed_field  # type: ignore[prop-decorator]  # mypy has no decorated properties (pydantic's own advice)
    @property
    def id(self) -> UUID:
        """The contact_id once more, under the name that the API answers it by."""
        return self.contact_id


class ContactCreated(ContactSnapshot, type="contact.created.v1", listeners=DIRECTORY_MIRRORS):
    """A person at a customer is in the directory."""

    example: ClassVar[dict[str, Any]] = story.ANA_CONTACT


class ContactUpdated(ContactSnapshot, type="contact.updated.v1", listeners=DIRECTORY_MIRRORS):
    """Something about the person changed."""

    example: ClassVar[dict[str, Any]] = {
        **story.ANA_CONTACT,
        "roles": ["champion", "decision_maker"],
        "updated_at": story.ACCEPTED_AT,
        "version": 2,
    }


class ContactErasureRequested(
    OnboardingFact,
    type="contact.erasure_requested.v1",
    subject="contact_id",
    listeners=DIRECTORY_MIRRORS,
):
    """A person is to be erased by every service, within 72 hours; each answers with contact.erased."""

    contact_id: UUID
    account_id: UUID

    example: ClassVar[dict[str, Any]] = {"contact_id": story.ANA, "account_id": story.ACME}


class QuietHours(Detail):
    """When somebody is left alone: from one time of their day to another, which may be the next day's."""

    weekdays: tuple[int, ...]
    begins: str
    ends: str


class Digest(Detail):
    """How often one message tells of several: every so many minutes, or daily at a time."""

    every_minutes: int | None
    daily: str | None


class Digests(Detail):
    """The digests of urgent notifications and of all others; null = each by itself."""

    normal: Digest | None
    urgent: Digest | None


class NotificationPreferences(Detail):
    """When a member of staff wants to be told, by the clock of their time zone."""

    quiet_hours: tuple[QuietHours, ...]
    urgent_passes: bool
    digest: Digests


class StaffUpdated(OnboardingFact, type="staff.updated.v1", subject="staff_id", listeners=DIRECTORY_MIRRORS):
    """A member of staff was made or changed; the whole record. Ticketing's agents have the same ids.

    notify_address: sealed where it holds secrets. preferences: null = told at once.
    """

    staff_id: UUID
    name: str
    email: str
    notify_address: str | None
    active: bool
    away_from: Instant | None
    away_until: Instant | None
    skills: tuple[str, ...]
    locale: str | None = None
    timezone: str | None = None
    preferences: NotificationPreferences | None = None

    example: ClassVar[dict[str, Any]] = {
        "staff_id": story.MIA,
        "name": "Mia",
        "email": "mia@us.example",
        "notify_address": "mailto:mia@us.example",
        "active": True,
        "away_from": None,
        "away_until": None,
        "skills": ["en", "integrations"],
        "locale": "sv",
        "timezone": "Europe/Stockholm",
        "preferences": {
            "quiet_hours": [{"weekdays": [0, 1, 2, 3, 4], "begins": "18:00", "ends": "08:00"}],
            "urgent_passes": True,
            "digest": {"normal": {"every_minutes": None, "daily": "09:00"}, "urgent": None},
        },
    }


class HandoffFact(OnboardingFact, subject="handoff_id"):
    """A won deal on its way from sales to the team that will work with the customer.

    completeness: the share of required fields that are filled, 0-1; `gaps` names the others.
    """

    handoff_id: UUID
    deal_id: UUID
    account_id: UUID
    state: HandoffState
    completeness: float
    gaps: tuple[str, ...]
    due_at: Instant
    project_id: UUID | None
    decided_at: Instant | None


class DealReceived(HandoffFact, type="deal.received.v1", subject="deal_id", listeners=ANALYTICS_ALONE):
    """Sales has won a deal; account, contacts and hand-off were made in the same transaction."""

    example: ClassVar[dict[str, Any]] = story.HANDOFF_WAITING


class HandoffReceived(HandoffFact, type="handoff.received.v1", listeners=ANALYTICS_ALONE):
    """A hand-off waits for the receiving team's yes or no."""

    example: ClassVar[dict[str, Any]] = story.HANDOFF_WAITING


class HandoffAccepted(HandoffFact, type="handoff.accepted.v1", listeners=ANALYTICS_ALONE):
    """The receiving team took the customer on; gaps do not stop it, they are recorded."""

    example: ClassVar[dict[str, Any]] = {
        **story.HANDOFF_WAITING,
        "state": "accepted",
        "decided_at": story.ACCEPTED_AT,
    }


class HandoffRejected(HandoffFact, type="handoff.rejected.v1", listeners=ANALYTICS_ALONE):
    """The receiving team sent the hand-off back, with what is missing."""

    example: ClassVar[dict[str, Any]] = {
        **story.HANDOFF_WAITING,
        "state": "rejected",
        "completeness": 0.6,
        "gaps": ["risks", "stakeholders"],
        "decided_at": story.ACCEPTED_AT,
    }
