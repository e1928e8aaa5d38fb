"""Why a contact was asked, or was not, and whether one would be now."""

from typing import Annotated

from fastapi import APIRouter, Query

from services.feedback.decisions import asking, queries
from services.feedback.decisions.schemas import (
    AskIn,
    DecisionFilters,
    DecisionOut,
    EligibilityFilters,
    EligibilityOut,
)
from shared.http.dependencies import Answer, Page, RequestCause, Session
from shared.http.fields import Id, Listed
from shared.http.routes import Router

decision_routes = Router(prefix="/v1/decisions", tags=["decisions"], scope="feedback:decisions")
contact_routes = Router(prefix="/v1/contacts", tags=["decisions"], scope="feedback:decisions", about="")
asking_routes = Router(prefix="/v1/programs", tags=["programs"], scope="feedback:programs", about="")


def routers() -> list[APIRouter]:
    """All routes of this feature."""
    return [decision_routes, contact_routes, asking_routes]


@decision_routes.get("")
async def list_decisions(
    session: Session, page: Page, filters: Annotated[DecisionFilters, Query()]
) -> Listed[DecisionOut]:
    """Every consideration of a contact for a survey, newest first, with all reasons against it."""
    rows = await page.by_id(session, queries.decisions(filters))
    return Listed(items=[DecisionOut.of(row) for row in rows.items], next_cursor=rows.next_cursor)


@decision_routes.get("/{decision_id}")
async def read_decision(decision_id: Id, session: Session, answer: Answer) -> DecisionOut:
    """One decision."""
    return answer.item(DecisionOut.of((await queries.decision(session, decision_id)).model_dump()))


@contact_routes.get("/{contact_id}/eligibility")
async def read_eligibility(
    contact_id: Id, session: Session, cause: RequestCause, filters: Annotated[EligibilityFilters, Query()]
) -> EligibilityOut:
    """Whether a program would ask the contact now, with all reasons why not. Nothing is decided by it."""
    return await asking.eligibility(session, contact_id, filters.program_id, cause.at)


@asking_routes.post("/{program_id}/ask", status_code=201)
async def ask_contact(
    program_id: Id, body: AskIn, session: Session, cause: RequestCause, answer: Answer
) -> DecisionOut:
    """Have a manual program ask a contact. The decision says whether it does, and if not, every reason why."""
    decision = await asking.ask(session, cause, program_id, body)
    return answer.created(DecisionOut.of(decision.model_dump()), f"/v1/decisions/{decision.id}")
