"""Routes of calendars, the same in each service that has them."""

from fastapi import APIRouter

from shared.features.calendars import queries, service
from shared.features.calendars.schemas import (
    CalendarIn,
    CalendarOut,
    CalendarPatch,
    DueAnswer,
    DueQuestion,
    ElapsedAnswer,
    ElapsedQuestion,
)
from shared.http.dependencies import Answer, IfMatch, Page, RequestCause, Session
from shared.http.fields import Id, Listed
from shared.http.routes import Router, requires


def router(service_name: str) -> APIRouter:
    """The routes, under the service's own scope."""
    scope = f"{service_name}:calendars"
    routes = Router(
        prefix="/v1/calendars",
        tags=["calendars"],
        scope=scope,
        about="When a desk is open, and what is due by that.",
    )

    @routes.post("", status_code=201)
    async def create_calendar(body: CalendarIn, session: Session, cause: RequestCause, answer: Answer) -> CalendarOut:
        """Make a calendar."""
        return answer.created(CalendarOut.of(await service.create(session, cause, body)))

    @routes.get("")
    async def list_calendars(session: Session, page: Page) -> Listed[CalendarOut]:
        """All calendars."""
        return await page.of(session, queries.calendars(), CalendarOut.of)

    @routes.get("/{calendar_id}")
    async def read_calendar(calendar_id: Id, session: Session, answer: Answer) -> CalendarOut:
        """One calendar."""
        return answer.item(CalendarOut.of(await queries.by_id(session, calendar_id)))

    @routes.patch("/{calendar_id}")
    async def change_calendar(
        calendar_id: Id,
        body: CalendarPatch,
        session: Session,
        cause: RequestCause,
        if_match: IfMatch,
        answer: Answer,
    ) -> CalendarOut:
        """Change a calendar by a merge-patch. What was reckoned with it before stands."""
        return answer.item(CalendarOut.of(await service.change(session, cause, calendar_id, body, if_match)))

    @routes.post("/{calendar_id}/due")
    @requires(f"{scope}:read")
    async def reckon_due(calendar_id: Id, body: DueQuestion, session: Session) -> DueAnswer:
        """When will so much business time have passed?"""
        return DueAnswer(due_at=await service.due(session, calendar_id, body.starts_at, body.seconds))

    @routes.post("/{calendar_id}/elapsed")
    @requires(f"{scope}:read")
    async def reckon_elapsed(calendar_id: Id, body: ElapsedQuestion, session: Session) -> ElapsedAnswer:
        """How much business time lies between two instants?"""
        return ElapsedAnswer(seconds=await service.elapsed(session, calendar_id, body))

    return routes
