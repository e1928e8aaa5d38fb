"""Routes of notifications, the same in every service."""

from typing import Annotated

from fastapi import APIRouter, Query

from shared.features.notifications import queries, service
from shared.features.notifications.schemas import NotificationFilters, NotificationOut, RetryIn
from shared.http.dependencies import Answer, Page, RequestCause, Session
from shared.http.fields import Id, Listed
from shared.http.routes import Router


def router(name: str) -> APIRouter:
    """The routes, under the service's own scope. name: the service's."""
    routes = Router(
        prefix="/v1/notifications",
        tags=["notifications"],
        scope=f"{name}:notifications",
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

    @routes.post("/{notification_id}/retry")
    async def retry_notification(
        notification_id: Id, body: RetryIn, session: Session, cause: RequestCause, answer: Answer
    ) -> NotificationOut:
        """Try a failed one anew, with all attempts before it; a digest with all that it lists."""
        return answer.item(NotificationOut.of(await service.retry(session, cause, notification_id, body.reason)))

    return routes
