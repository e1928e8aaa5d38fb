"""Routes of authority limits."""

from typing import Annotated

from fastapi import Query

from services.ticketing.compensations import limits, queries
from services.ticketing.compensations.schemas import LimitFilters, LimitIn, LimitOut, LimitPatch
from shared.http.dependencies import Answer, IfMatch, Page, RequestCause, Session
from shared.http.fields import Id, Listed
from shared.http.routes import Router

router = Router(
    prefix="/v1/authority-limits",
    tags=["recovery cases"],
    scope="ticketing:authority-limits",
    about="What is done to win customers back, and who may give how much.",
)


@router.post("", status_code=201)
async def create_authority_limit(body: LimitIn, session: Session, cause: RequestCause, answer: Answer) -> LimitOut:
    """Say how much may be given on a case without another person's approval."""
    return answer.created(LimitOut.of(await limits.create(session, cause, body)))


@router.get("")
async def list_authority_limits(
    session: Session, page: Page, filters: Annotated[LimitFilters, Query()]
) -> Listed[LimitOut]:
    """All authority limits. Where none holds for somebody, they may give nothing alone."""
    return await page.of(session, queries.limits(filters), LimitOut.of)


@router.get("/{limit_id}")
async def read_authority_limit(limit_id: Id, session: Session, answer: Answer) -> LimitOut:
    """One authority limit."""
    return answer.item(LimitOut.of(await queries.limit(session, limit_id)))


@router.patch("/{limit_id}")
async def change_authority_limit(
    limit_id: Id, body: LimitPatch, session: Session, cause: RequestCause, if_match: IfMatch, answer: Answer
) -> LimitOut:
    """Change a limit's amount. What was given or approved before stands."""
    return answer.item(LimitOut.of(await limits.change(session, cause, limit_id, body, if_match)))


@router.delete("/{limit_id}", status_code=204)
async def remove_authority_limit(limit_id: Id, session: Session, cause: RequestCause, if_match: IfMatch) -> None:
    """Take a limit away."""
    await limits.remove(session, cause, limit_id, if_match)
