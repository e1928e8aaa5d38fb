"""Reading notifications."""

from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from shared.db.filtering import narrowed
from shared.features.notifications.models import Notification
from shared.features.notifications.schemas import NotificationFilters
from shared.http.errors import NotFound


async def notification(session: AsyncSession, notification_id: UUID, *, lock: bool = False) -> Notification:
    """One notification. Raises NotFound."""
    found = await session.get(Notification, notification_id, with_for_update=lock or None)
    if found is None:
        raise NotFound("There is no notification with this id.")
    return found


def notifications(filters: NotificationFilters) -> Select[Notification]:
    """All notifications that fit, in the order of queueing."""
    return narrowed(select(Notification).order_by(col(Notification.id)), Notification, filters)
