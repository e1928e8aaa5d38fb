"""Routes of declared fields."""

from typing import Annotated

from fastapi import Query

from services.ticketing.ticket_fields import queries, service
from services.ticketing.ticket_fields.schemas import (
    TicketFieldFilters,
    TicketFieldIn,
    TicketFieldOut,
    TicketFieldPatch,
    TicketFieldPolicyIn,
    TicketFieldPolicyOut,
)
from shared.http.dependencies import Answer, IfMatch, Page, RequestCause, Session
from shared.http.fields import Id, Listed
from shared.http.routes import Router

router = Router(
    prefix="/v1/ticket-fields",
    tags=["ticket fields"],
    scope="ticketing:ticket-fields",
    about="What a ticket's `custom` may hold, and what it must.",
)


@router.post("", status_code=201)
async def declare_ticket_field(
    body: TicketFieldIn, session: Session, cause: RequestCause, answer: Answer
) -> TicketFieldOut:
    """Declare a key of `custom`. From now on what tickets are given under it is held against the declaration."""
    return answer.created(TicketFieldOut.of(await service.declare(session, cause, body)))


@router.get("")
async def list_ticket_fields(
    session: Session, page: Page, filters: Annotated[TicketFieldFilters, Query()]
) -> Listed[TicketFieldOut]:
    """All declared fields, in the order of their making."""
    return await page.of(session, queries.fields(filters), TicketFieldOut.of)


@router.get("/policy")
async def read_ticket_field_policy(session: Session, answer: Answer) -> TicketFieldPolicyOut:
    """What becomes of keys that no field declares. They are kept, unless somebody said otherwise."""
    return answer.item(TicketFieldPolicyOut.of(await queries.policy(session)))


@router.put("/policy")
async def set_ticket_field_policy(
    body: TicketFieldPolicyIn, session: Session, cause: RequestCause, if_match: IfMatch, answer: Answer
) -> TicketFieldPolicyOut:
    """Keep or refuse keys that no field declares. What tickets hold already stays."""
    return answer.item(TicketFieldPolicyOut.of(await service.set_policy(session, cause, body, if_match)))


@router.get("/{field_id}")
async def read_ticket_field(field_id: Id, session: Session, answer: Answer) -> TicketFieldOut:
    """One declared field."""
    return answer.item(TicketFieldOut.of(await queries.field(session, field_id)))


@router.patch("/{field_id}")
async def change_ticket_field(
    field_id: Id, body: TicketFieldPatch, session: Session, cause: RequestCause, if_match: IfMatch, answer: Answer
) -> TicketFieldOut:
    """Change a field by a merge-patch. What tickets hold stays, and is looked at when it is changed."""
    return answer.item(TicketFieldOut.of(await service.change(session, cause, field_id, body, if_match)))


@router.delete("/{field_id}", status_code=204)
async def remove_ticket_field(field_id: Id, session: Session, cause: RequestCause, if_match: IfMatch) -> None:
    """Take a declaration away. What tickets hold under its key stays."""
    await service.remove(session, cause, field_id, if_match)
