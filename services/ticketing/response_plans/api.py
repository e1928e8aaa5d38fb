"""Routes of response plans."""

from typing import Annotated

from fastapi import Query

from services.ticketing.response_plans import queries, service
from services.ticketing.response_plans.schemas import (
    ResponsePlanFilters,
    ResponsePlanIn,
    ResponsePlanOut,
    ResponsePlanPatch,
)
from shared.http.dependencies import Answer, IfMatch, Page, RequestCause, Session
from shared.http.fields import Id, Listed
from shared.http.routes import Router

router = Router(
    prefix="/v1/response-plans",
    tags=["recovery cases"],
    scope="ticketing:response-plans",
    about="What is done to win customers back, and who may give how much.",
)


@router.post("", status_code=201)
async def create_response_plan(
    body: ResponsePlanIn, session: Session, cause: RequestCause, answer: Answer
) -> ResponsePlanOut:
    """Say what is to be done when something of a kind has failed."""
    return answer.created(ResponsePlanOut.of(await service.create(session, cause, body)))


@router.get("")
async def list_response_plans(
    session: Session, page: Page, filters: Annotated[ResponsePlanFilters, Query()]
) -> Listed[ResponsePlanOut]:
    """All response plans."""
    return await page.of(session, queries.response_plans(filters), ResponsePlanOut.of)


@router.get("/{plan_id}")
async def read_response_plan(plan_id: Id, session: Session, answer: Answer) -> ResponsePlanOut:
    """One response plan."""
    return answer.item(ResponsePlanOut.of(await queries.response_plan(session, plan_id)))


@router.patch("/{plan_id}")
async def change_response_plan(
    plan_id: Id, body: ResponsePlanPatch, session: Session, cause: RequestCause, if_match: IfMatch, answer: Answer
) -> ResponsePlanOut:
    """Change a response plan by a merge-patch. Cases keep what they took from it before."""
    return answer.item(ResponsePlanOut.of(await service.change(session, cause, plan_id, body, if_match)))


@router.delete("/{plan_id}", status_code=204)
async def remove_response_plan(plan_id: Id, session: Session, cause: RequestCause, if_match: IfMatch) -> None:
    """Take a response plan away. Cases keep what they took from it."""
    await service.remove(session, cause, plan_id, if_match)
