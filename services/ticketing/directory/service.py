"""Keeping the mirror: each deed takes the facts of one kind, and the newest of a subject wins."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from services.ticketing.directory import people
from services.ticketing.directory.models import Account, AccountTeam, Contact, Staff
from shared.contracts.onboarding import AccountSnapshot, AccountTeamChanged, ContactSnapshot, StaffUpdated
from shared.events.event import Event
from shared.events.projection import keep_newest
from shared.features.privacy import marks


async def keep_accounts(session: AsyncSession, events: list[Event[AccountSnapshot]]) -> None:
    """Keep what account.created and account.updated say."""
    rows = [_row(event, {"account_id", "name", "tier"}) for event in events]
    await keep_newest(session, Account, rows, key=("account_id",))


async def keep_contacts(session: AsyncSession, events: list[Event[ContactSnapshot]]) -> None:
    """Keep what contact.created and contact.updated say; of who was erased, no address."""
    erased = await marks.among(session, [event.data.contact_id for event in events])
    rows = [
        {**_row(event, {"contact_id", "account_id"}), **_addresses(event.data, event.data.contact_id in erased)}
        for event in events
    ]
    await keep_newest(session, Contact, rows, key=("contact_id",))


async def keep_teams(session: AsyncSession, events: list[Event[AccountTeamChanged]]) -> None:
    """Keep what account.team_changed says: each time the whole team."""
    rows = [
        {
            "account_id": event.data.account_id,
            "members": event.data.model_dump(mode="json")["members"],
            "sequence": event.sequence,
        }
        for event in events
    ]
    await keep_newest(session, AccountTeam, rows, key=("account_id",))


async def keep_staff(session: AsyncSession, events: list[Event[StaffUpdated]]) -> None:
    """Keep what staff.updated says."""
    columns = set(Staff.model_fields) - {"sequence"}
    rows = [_row(event, columns) for event in events]
    await keep_newest(session, Staff, rows, key=("staff_id",))


def _addresses(contact: ContactSnapshot, erased: bool) -> dict[str, str | None]:
    """By which they are known; nobody is known by those of somebody who is gone, or another contact now."""
    gone = erased or not contact.active or contact.merged_into_id is not None
    email, phone = (None, None) if gone else (contact.email, contact.phone)
    return {"email": email and people.email(email), "phone": phone and people.phone(phone)}


def _row(event: Event[Any], columns: set[str]) -> dict[str, Any]:
    return {**event.data.model_dump(include=columns), "sequence": event.sequence}
