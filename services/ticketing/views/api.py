"""Routes of views."""

from typing import Annotated, Any

from fastapi import Query

from services.ticketing.tickets import queries as tickets
from services.ticketing.tickets import searching
from services.ticketing.tickets.filters import TicketReading
from services.ticketing.tickets.schemas import TicketOut, ticket_shown
from services.ticketing.views import counting, queries, service
from services.ticketing.views.schemas import (
    TicketViewFilters,
    TicketViewIn,
    TicketViewOut,
    TicketViewPatch,
    ViewCountOut,
)
from shared.http.dependencies import Actor, Answer, IfMatch, Page, RequestCause, Session
from shared.http.errors import Forbidden, Invalid, place
from shared.http.fields import Id, Listed
from shared.http.principal import Principal
from shared.http.routes import Router, requires

TICKETS_SCOPE = "ticketing:tickets:read"
MOST_AT_ONCE = 50  # views that one request counts

router = Router(
    prefix="/v1/views",
    tags=["views"],
    scope="ticketing:views",
    about="Lists of tickets that somebody has named, and how many tickets each shows.",
)


@router.post("", status_code=201)
async def create_view(body: TicketViewIn, session: Session, cause: RequestCause, answer: Answer) -> TicketViewOut:
    """Make a view, for everyone, for a group, or for the caller alone."""
    return answer.created(TicketViewOut.of(await service.create(session, cause, body)))


@router.get("")
async def list_views(
    session: Session, page: Page, asker: Actor, filters: Annotated[TicketViewFilters, Query()]
) -> Listed[TicketViewOut]:
    """The views that the caller may see: everyone's, those of their groups, and their own.

    With counts=true each says how many tickets it shows, up to 1,000; that needs the scope to read tickets. A view
    that says "me" has no count for a caller who is no member of staff, and none has one whose search takes too long.
    """
    rows = await page.of(session, queries.views(asker.staff_id), lambda row: row)
    if not filters.counts:
        return Listed(items=[TicketViewOut.of(row) for row in rows.items], next_cursor=rows.next_cursor)
    _may_count(asker, page.limit)
    counts = await counting.count_all(session, rows.items, asker.staff_id)
    items = [TicketViewOut.of(row, count) for row, count in zip(rows.items, counts, strict=True)]
    return Listed(items=items, next_cursor=rows.next_cursor)


@router.get("/{view_id}")
async def read_view(view_id: Id, session: Session, asker: Actor, answer: Answer) -> TicketViewOut:
    """One view."""
    return answer.item(TicketViewOut.of(await queries.view(session, view_id, asker.staff_id)))


@router.patch("/{view_id}")
async def change_view(
    view_id: Id, body: TicketViewPatch, session: Session, cause: RequestCause, if_match: IfMatch, answer: Answer
) -> TicketViewOut:
    """Change a view by a merge-patch. Who may write views may change each that they see."""
    return answer.item(TicketViewOut.of(await service.change(session, cause, view_id, body, if_match)))


@router.delete("/{view_id}", status_code=204)
async def remove_view(view_id: Id, session: Session, cause: RequestCause, if_match: IfMatch) -> None:
    """Take a view away. Its tickets stay."""
    await service.remove(session, cause, view_id, if_match)


@router.get("/{view_id}/tickets")
@requires(TICKETS_SCOPE)
async def list_tickets_of_view(
    view_id: Id, session: Session, page: Page, asker: Actor, reading: Annotated[TicketReading, Query()]
) -> Listed[TicketOut]:
    """The tickets that a view shows, in its order; with include=messages each with its newest 100 messages."""
    view = await queries.view(session, view_id, asker.staff_id)
    listed = await queries.shown(session, view, asker.staff_id, page.limit + 1)
    async with searching.bounded():
        rows = await page.by_id(session, listed)
    included = "messages" in reading.include
    written = await tickets.newest_messages(session, [row["id"] for row in rows.items]) if included else {}
    items: list[Any] = [ticket_shown(row, written.get(row["id"])) for row in rows.items]
    return Listed(items=items, next_cursor=rows.next_cursor)


@router.get("/{view_id}/count")
@requires(TICKETS_SCOPE)
async def count_tickets_of_view(view_id: Id, session: Session, asker: Actor) -> ViewCountOut:
    """How many tickets a view shows; counting stops at 1,000."""
    view = await queries.view(session, view_id, asker.staff_id)
    return await counting.count(session, view, asker.staff_id)


def _may_count(asker: Principal, limit: int) -> None:
    if not asker.may(TICKETS_SCOPE):
        raise Forbidden(f"The scope {TICKETS_SCOPE} is needed.")
    if limit > MOST_AT_ONCE:
        said = f"With counts=true a page has at most {MOST_AT_ONCE} views"
        raise Invalid(errors=[place("query", "limit", msg=said, code="limit")])
