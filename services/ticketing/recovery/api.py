"""Routes of recovery cases."""

from typing import Annotated

from fastapi import Query

from services.ticketing.recovery import queries, service
from services.ticketing.recovery.schemas import CaseFilters, CaseTransitionIn, ContactIn, PlanIn, RecoveryCaseOut
from shared.http.dependencies import Answer, IfMatch, Page, RequestCause, Session
from shared.http.fields import Id, Listed
from shared.http.routes import Router

router = Router(prefix="/v1/recovery-cases", tags=["recovery cases"], scope="ticketing:recovery-cases")


@router.get("")
async def list_recovery_cases(
    session: Session, page: Page, filters: Annotated[CaseFilters, Query()]
) -> Listed[RecoveryCaseOut]:
    """Recovery cases, newest first."""
    return await page.of(session, queries.cases(filters), RecoveryCaseOut.of)


@router.get("/{case_id}")
async def read_recovery_case(case_id: Id, session: Session, answer: Answer) -> RecoveryCaseOut:
    """One recovery case."""
    return answer.item(RecoveryCaseOut.of(await queries.case(session, case_id)))


@router.put("/{case_id}/plan")
async def plan_recovery(
    case_id: Id, body: PlanIn, session: Session, cause: RequestCause, if_match: IfMatch, answer: Answer
) -> RecoveryCaseOut:
    """Give the case its plan, or another one; a case that nobody has acknowledged is acknowledged thereby."""
    case = await service.plan(session, cause, case_id, body, if_match)
    await session.flush()
    return answer.item(RecoveryCaseOut.of(case))


@router.post("/{case_id}/contacts")
async def record_contact(
    case_id: Id, body: ContactIn, session: Session, cause: RequestCause, if_match: IfMatch, answer: Answer
) -> RecoveryCaseOut:
    """Record an attempt to reach the customer."""
    case = await service.contact(session, cause, case_id, body, if_match)
    await session.flush()
    return answer.item(RecoveryCaseOut.of(case))


@router.post("/{case_id}/transitions")
async def move_recovery_case(
    case_id: Id, body: CaseTransitionIn, session: Session, cause: RequestCause, if_match: IfMatch, answer: Answer
) -> RecoveryCaseOut:
    """Acknowledge the case, start it, or end it with its outcome."""
    case = await service.move(session, cause, case_id, body, if_match)
    await session.flush()
    return answer.item(RecoveryCaseOut.of(case))
