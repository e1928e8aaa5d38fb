"""Routes of calendars, the same in each service that has them."""

from typing import Annotated, Any

from fastapi import APIRouter, Query

from shared.features.calendars import ical, importing, queries, service
from shared.features.calendars.schemas import (
    CalendarImportOut,
    CalendarIn,
    CalendarOut,
    CalendarPatch,
    DueAnswer,
    DueQuestion,
    ElapsedAnswer,
    ElapsedQuestion,
)
from shared.http.dependencies import Answer, Given, IfMatch, Page, RequestCause, Session
from shared.http.fields import Day, Id, Listed
from shared.http.routes import Router, receives, requires

ItsFile = Annotated[ical.Received, Given(lambda request: request.scope["state"]["upload"])]

_FILE = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//example//holidays//EN
BEGIN:VEVENT
UID:new-year@example.com
DTSTAMP:20261101T000000Z
DTSTART;VALUE=DATE:20261231
RRULE:FREQ=YEARLY
SUMMARY:New Year's Eve
END:VEVENT
END:VCALENDAR
"""
_TAKES_A_FILE: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {ical.TEXT_CALENDAR: {"schema": {"type": "string", "format": "binary"}, "example": _FILE}},
    }
}


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

    @routes.post("/{calendar_id}/import", openapi_extra=_TAKES_A_FILE)
    @receives(ical.RECEIVING)
    async def import_calendar(
        calendar_id: Id,
        file: ItsFile,
        session: Session,
        cause: RequestCause,
        if_match: IfMatch,
        answer: Answer,
        begins_on: Annotated[Day | None, Query(alias="from")] = None,
        ends_on: Annotated[Day | None, Query(alias="to")] = None,
        apply: bool = False,
    ) -> CalendarImportOut:
        """Close a desk on the days and in the hours of an iCalendar file, as far as they lie in a time.

        Without `apply=true` it is only shown what would be added. The time is from today for two years unless given.
        """
        found = await importing.take_in(session, cause, calendar_id, file, apply=apply, expected=if_match)
        return answer.item(
            CalendarImportOut.model_validate(
                {
                    "applied": apply,
                    "occurrences": found.occurrences,
                    "own_holidays": found.own_holidays,
                    "exceptions": found.exceptions,
                    "version": found.row.version,
                    "calendar": CalendarOut.of(found.row),
                }
            )
        )

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
