"""Answers that a person must see at once, and what was decided about them."""

from typing import Annotated

from fastapi import Query

from services.feedback.triage import queries, service
from services.feedback.triage.schemas import TriageAssignIn, TriageFilters, TriageOut, TriageResolveIn
from shared.http.dependencies import Answer, IfMatch, Page, RequestCause, Session
from shared.http.fields import Id, Listed
from shared.http.routes import Router

router = Router(prefix="/v1/triage", tags=["triage"], scope="feedback:triage")


@router.get("")
async def list_triage(session: Session, page: Page, filters: Annotated[TriageFilters, Query()]) -> Listed[TriageOut]:
    """Answers that a person must see, those that wait first, the oldest of them first."""
    return await page.of(session, queries.cases(filters), TriageOut.of)


@router.get("/{triage_id}")
async def read_triage(triage_id: Id, session: Session, answer: Answer) -> TriageOut:
    """One answer that a person must see."""
    return answer.item(TriageOut.of(await queries.case(session, triage_id)))


@router.post("/{triage_id}/assign")
async def assign_triage(
    triage_id: Id, body: TriageAssignIn, session: Session, cause: RequestCause, expected: IfMatch, answer: Answer
) -> TriageOut:
    """Say who looks at it."""
    return answer.item(TriageOut.of(await service.assign(session, cause, triage_id, body, expected)))


@router.post("/{triage_id}/resolve")
async def resolve_triage(
    triage_id: Id, body: TriageResolveIn, session: Session, cause: RequestCause, expected: IfMatch, answer: Answer
) -> TriageOut:
    """Decide it: confirmed, corrected or dismissed. The answer itself is corrected by PATCH /v1/responses/{id}."""
    return answer.item(TriageOut.of(await service.resolve(session, cause, triage_id, body, expected)))
