"""Whether what could be sent is sent now: by what its reader wants at this moment, not when it was queued."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import structlog
from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from shared.features.notification_templates.digest import DIGEST
from shared.features.notification_templates.templates import Edited, Templates, UnknownTemplate
from shared.features.notifications import digests, preferences, telling
from shared.features.notifications.addresses import channel_of
from shared.features.notifications.models import Notification, NotificationRecipient
from shared.features.notifications.preferences import Deferral

INACTIVE = "recipient_inactive"

log = structlog.get_logger(__name__)

_END_QUIET_HOURS = text("""
UPDATE notification SET state = 'queued', held_for = NULL, not_before = NULL
WHERE id IN (
    SELECT id FROM notification
    WHERE state = 'held' AND held_for = 'quiet_hours' AND not_before <= :now
    ORDER BY not_before, id LIMIT :most FOR UPDATE SKIP LOCKED)
""")


async def end_quiet_hours(session: AsyncSession, at: datetime, *, most: int) -> None:
    """Queue again what waited for the end of quiet hours that is past."""
    await session.execute(_END_QUIET_HOURS, {"now": at, "most": most})


async def decide(
    session: AsyncSession,
    rows: Sequence[Notification],
    templates: Templates,
    edited: Edited,
    service: str,
    at: datetime,
) -> list[Notification]:
    """The leased rows that go out now, each to the address and in the locale that its reader has by now.

    What they want later is let wait and told so. Nobody is told who has left: that has failed, so that it is seen.
    """
    readers = await _readers(session, {row.staff_id for row in rows if row.staff_id is not None})
    at_hand = []
    for row in rows:
        reader = readers.get(row.staff_id) if row.staff_id is not None else None
        leased_for = row.channel
        if reader is not None:
            row.address, row.channel = reader.address, channel_of(reader.address)
        wanted = reader.locale if reader is not None and reader.locale else row.locale
        row.locale = _locale(templates, row, wanted, edited)
        if reader is not None and not reader.active:
            row.add_try(at, INACTIVE)
            row.last_error = INACTIVE
            await digests.fail(session, row, INACTIVE, service, at)
        elif reader is not None and (deferral := _deferral(reader, row, templates, at)) is not None:
            telling.deferred(session, row, deferral, telling.cause_of(row, service, at))
        elif row.channel != leased_for:
            row.hand_back()  # to whoever sends over that channel
        else:
            at_hand.append(row)
    return at_hand


async def _readers(session: AsyncSession, staff_ids: set[UUID]) -> dict[UUID, NotificationRecipient]:
    """Held in shared mode, so that whoever changes what they want comes before or after all of this."""
    if not staff_ids:
        return {}
    found = await session.scalars(
        select(NotificationRecipient)
        .where(col(NotificationRecipient.staff_id).in_(staff_ids))
        .order_by(col(NotificationRecipient.staff_id))
        .with_for_update(read=True)
    )
    return {reader.staff_id: reader for reader in found}


def _deferral(reader: NotificationRecipient, row: Notification, templates: Templates, at: datetime) -> Deferral | None:
    if row.template == DIGEST.name or reader.preferences is None:
        return None
    try:
        wanted = preferences.parse(reader.timezone, reader.preferences)
    except (ValueError, KeyError, TypeError):  # another release's: better told at once than never
        log.warning("notification.preferences_unreadable", staff_id=str(reader.staff_id))
        return None
    return wanted.deferral(urgent=templates.is_urgent(row.template), at=at)


def _locale(templates: Templates, row: Notification, wanted: str, edited: Edited) -> str:
    try:
        return templates.locale_for(row.template, wanted, edited)
    except UnknownTemplate:
        return wanted  # sending it will fail, and say so
