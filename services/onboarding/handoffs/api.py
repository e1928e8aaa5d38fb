"""Routes of deals and hand-offs."""

from typing import Annotated

from fastapi import Query

from services.onboarding.handoffs import queries, service
from services.onboarding.handoffs.schemas import (
    Acceptance,
    DealFilters,
    DealIn,
    DealOut,
    HandoffFilters,
    HandoffOut,
    Rejection,
)
from shared.http.dependencies import Answer, IfMatch, Page, RequestCause, Session, setting
from shared.http.fields import Id, Listed
from shared.http.routes import Router

deal_routes = Router(
    prefix="/v1/deals", tags=["deals"], scope="onboarding:deals", about="Won deals, as a CRM tells them."
)
handoff_routes = Router(
    prefix="/v1/handoffs",
    tags=["handoffs"],
    scope="onboarding:handoffs",
    about="Won deals on their way from sales to the team that will work with the customer.",
)


AcceptanceSeconds = Annotated[int, setting("acceptance_seconds")]


@deal_routes.post(
    "",
    status_code=201,
    responses={200: {"model": DealOut, "description": "The same was sent before: what came of it then."}},
)
async def receive_deal(
    body: DealIn, session: Session, cause: RequestCause, answer: Answer, acceptance_seconds: AcceptanceSeconds
) -> DealOut:
    """A deal was won: account, contacts and hand-off come of it. The same deal again changes nothing."""
    received = await service.receive_deal(session, cause, body, acceptance_seconds=acceptance_seconds)
    view = DealOut.of(received.row)
    return answer.created(view) if received.is_new else answer.existing(view)


@deal_routes.get("")
async def list_deals(session: Session, page: Page, filters: Annotated[DealFilters, Query()]) -> Listed[DealOut]:
    """Won deals."""
    return await page.of(session, queries.deals(filters), DealOut.of)


@deal_routes.get("/{deal_id}")
async def read_deal(deal_id: Id, session: Session, answer: Answer) -> DealOut:
    """One deal."""
    return answer.item(DealOut.of(await queries.deal(session, deal_id)))


@handoff_routes.get("")
async def list_handoffs(
    session: Session, page: Page, filters: Annotated[HandoffFilters, Query()]
) -> Listed[HandoffOut]:
    """Hand-offs."""
    return await page.of(session, queries.handoffs(filters), HandoffOut.of)


@handoff_routes.get("/{handoff_id}")
async def read_handoff(handoff_id: Id, session: Session, answer: Answer) -> HandoffOut:
    """One hand-off."""
    return answer.item(HandoffOut.of(await queries.handoff(session, handoff_id)))


@handoff_routes.post("/{handoff_id}/accept")
async def accept_handoff(
    handoff_id: Id,
    body: Acceptance,
    session: Session,
    cause: RequestCause,
    if_match: IfMatch,
    answer: Answer,
) -> HandoffOut:
    """Take the customer on. Gaps do not refuse it, they are recorded; 409 once it is decided."""
    return answer.item(HandoffOut.of(await service.accept(session, cause, handoff_id, body, if_match)))


@handoff_routes.post("/{handoff_id}/reject")
async def reject_handoff(
    handoff_id: Id,
    body: Rejection,
    session: Session,
    cause: RequestCause,
    if_match: IfMatch,
    answer: Answer,
) -> HandoffOut:
    """Send it back to sales, with what is missing; 409 once it is decided."""
    return answer.item(HandoffOut.of(await service.reject(session, cause, handoff_id, body, if_match)))
