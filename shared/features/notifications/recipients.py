"""How members of staff want to be told: the directory's facts, mirrored in every service that notifies.

One who changes what they want has what waits for them looked at again.
"""

from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from shared.contracts.onboarding import StaffUpdated
from shared.events.event import Event
from shared.events.projection import keep_newest
from shared.features.notifications.addresses import mail_address
from shared.features.notifications.models import NotificationRecipient

_RELEASE = text("""
UPDATE notification SET state = 'queued', held_for = NULL, not_before = NULL
WHERE state = 'held' AND digest_id IS NULL AND staff_id = ANY (:staff_ids)
""")


async def keep(session: AsyncSession, events: list[Event[StaffUpdated]]) -> None:
    """Keep what staff.updated says; the sender decides anew on what waits for these people.

    The rows of recipients are locked first: a sender that decides by the older ones has then committed, and what it
    let wait is seen here, or it waits for these.
    """
    rows = [
        {
            "staff_id": event.data.staff_id,
            "active": event.data.active,
            "address": mail_address(event.data.notify_address or event.data.email),
            "locale": event.data.locale,
            "timezone": event.data.timezone,
            "preferences": event.data.preferences and event.data.preferences.model_dump(mode="json"),
            "sequence": event.sequence,
        }
        for event in events
    ]
    await keep_newest(session, NotificationRecipient, rows, key=("staff_id",))
    await release(session, [event.data.staff_id for event in events])


async def release(session: AsyncSession, staff_ids: list[UUID]) -> None:
    """Have what waits for these people, and is in no digest yet, decided anew."""
    await session.execute(_RELEASE, {"staff_ids": staff_ids})
