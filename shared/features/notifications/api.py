"""Routes to read notifications, the same in every service."""

from typing import Annotated

from fastapi import APIRouter, Query

from shared.features.notifications import queries
from shared.features.notifications.schemas import NotificationFilters, NotificationOut
from shared.http.dependencies import Answer, Page, Session
from shared.http.fields import Id, Listed
from shared.http.routes import Router


def router(service: str) -> APIRouter:
    """The routes, under the service's own scope."""
    routes = Router(
        prefix="/v1/notifications",
        tags=["notifications"],
        scope=f"{service}:notifications",
        about="Who was told what, and the evidence of it.",
    )

    @routes.get("")
    async def list_notifications(
        session: Session, page: Page, filters: Annotated[NotificationFilters, Query()]
    ) -> Listed[NotificationOut]:
        """Whom this service told what, and whether it arrived at the mail server."""
        return await page.of(session, queries.notifications(filters), NotificationOut.of)

    @routes.get("/{notification_id}")
    async def read_notification(notification_id: Id, session: Session, answer: Answer) -> NotificationOut:
        """One notification with its evidence."""
        return answer.item(NotificationOut.of(await queries.notification(session, notification_id)))

    return routes
