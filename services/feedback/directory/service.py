"""Keeping the mirror: set-based, the newest fact of each subject wins."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from services.feedback.directory.models import Account, AccountTeam, Contact, Staff
from shared.contracts.onboarding import AccountSnapshot, AccountTeamChanged, ContactSnapshot, StaffUpdated
from shared.events.event import Event
from shared.events.projection import keep_newest
from shared.features.privacy import marks


async def keep_accounts(session: AsyncSession, events: list[Event[AccountSnapshot]]) -> None:
    """Mirror accounts."""
    rows = [
        {
            **event.data.model_dump(include={"account_id", "name", "segment", "tier"}),
            "tags": _tags(event.data.custom.get("tags")),
            "sequence": event.sequence,
        }
        for event in events
    ]
    await keep_newest(session, Account, rows, key=("account_id",))


async def keep_contacts(session: AsyncSession, events: list[Event[ContactSnapshot]]) -> None:
    """Mirror contacts; of one who was erased the ids alone."""
    erased = await marks.among(session, (event.data.contact_id for event in events))
    rows = [
        {
            **event.data.model_dump(include={"contact_id", "account_id", "merged_into_id"}),
            **_person(event.data, erased=event.data.contact_id in erased),
            "since_at": event.data.created_at,
            "sequence": event.sequence,
        }
        for event in events
    ]
    await keep_newest(session, Contact, rows, key=("contact_id",))


async def keep_teams(session: AsyncSession, events: list[Event[AccountTeamChanged]]) -> None:
    """Mirror account teams, whole."""
    rows = [
        {
            "account_id": event.data.account_id,
            "members": [member.model_dump(mode="json") for member in event.data.members],
            "sequence": event.sequence,
        }
        for event in events
    ]
    await keep_newest(session, AccountTeam, rows, key=("account_id",))


async def keep_staff(session: AsyncSession, events: list[Event[StaffUpdated]]) -> None:
    """Mirror members of staff."""
    kept = {"staff_id", "name", "email", "notify_address", "active", "away_from", "away_until"}
    rows = [{**event.data.model_dump(include=kept), "sequence": event.sequence} for event in events]
    await keep_newest(session, Staff, rows, key=("staff_id",))


def _person(contact: ContactSnapshot, *, erased: bool) -> dict[str, Any]:
    """What is of the person; nothing of one who was erased."""
    if erased:
        nothing = dict.fromkeys(("name", "email", "locale", "timezone", "consent_email"))
        return {**nothing, "roles": [], "active": False}
    kept = contact.model_dump(include={"name", "email", "locale", "timezone", "roles", "active"})
    return {**kept, "consent_email": contact.consent.get("email")}


def _tags(listed: Any) -> list[str]:
    return [tag for tag in listed if isinstance(tag, str)] if isinstance(listed, list) else []
