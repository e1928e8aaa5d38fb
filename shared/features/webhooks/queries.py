"""Reading webhooks, their deliveries and attempts."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, func, select, text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from shared.db.filtering import narrowed
from shared.features.webhooks.models import Webhook, WebhookAttempt, WebhookBreaker, WebhookDelivery
from shared.features.webhooks.schemas import WebhookDeliveryFilters, WebhookFilters
from shared.http.errors import NotFound

_NEWEST = text("SELECT next_position - 1 FROM relay_state")


def webhooks(filters: WebhookFilters) -> Select[Webhook]:
    """The webhooks that fit, oldest first."""
    return narrowed(select(Webhook).order_by(col(Webhook.id)), Webhook, filters)


async def webhook(session: AsyncSession, webhook_id: UUID, *, lock: bool = False) -> Webhook:
    """One webhook. lock: until the transaction ends. Raises NotFound."""
    found = await session.get(Webhook, webhook_id, with_for_update=lock)
    if found is None:
        raise NotFound("There is no webhook with this id.")
    return found


async def breaker(session: AsyncSession, webhook_id: UUID, *, lock: bool = False) -> WebhookBreaker:
    """One webhook's breaker. lock: until the transaction ends. Raises NotFound."""
    found = await session.get(WebhookBreaker, webhook_id, with_for_update=lock)
    if found is None:
        raise NotFound("There is no webhook with this id.")
    return found


async def waiting(session: AsyncSession, webhook_id: UUID) -> tuple[int, datetime | None]:
    """How many deliveries of a webhook are pending, and since when the first of them is due."""
    due = select(func.count(), func.min(WebhookDelivery.due_at)).where(
        col(WebhookDelivery.webhook_id) == webhook_id, col(WebhookDelivery.state) == "pending"
    )
    count, oldest = (await session.execute(due)).one()
    return count, oldest


async def count(session: AsyncSession) -> int:
    """How many webhooks there are."""
    return await session.scalar(select(func.count()).select_from(Webhook)) or 0


async def newest_position(session: AsyncSession) -> int:
    """The position of the fact that was published last; 0 before the first."""
    return await session.scalar(_NEWEST) or 0


def deliveries(filters: WebhookDeliveryFilters) -> Select[WebhookDelivery]:
    """The deliveries that fit, those of the newest facts first."""
    listed = select(WebhookDelivery).order_by(col(WebhookDelivery.told_at).desc(), col(WebhookDelivery.id).desc())
    return narrowed(listed, WebhookDelivery, filters)


async def delivery(session: AsyncSession, delivery_id: UUID, *, lock: bool = False) -> WebhookDelivery:
    """One delivery. lock: until the transaction ends. Raises NotFound."""
    found = await session.get(WebhookDelivery, delivery_id, with_for_update=lock)
    if found is None:
        raise NotFound("There is no delivery with this id.")
    return found


def attempts(delivery_id: UUID) -> Select[WebhookAttempt]:
    """The attempts to deliver a fact, the first first."""
    made = select(WebhookAttempt).where(col(WebhookAttempt.delivery_id) == delivery_id)
    return made.order_by(col(WebhookAttempt.number))
