"""Routes of recovery cases."""

from typing import Annotated

from fastapi import Query
from sqlalchemy.ext.asyncio import AsyncSession

from services.ticketing.compensations import queries as compensations
from services.ticketing.compensations.schemas import CompensationDecisionIn, CompensationIn
from services.ticketing.recovery import compensating, planning, queries, service
from services.ticketing.recovery.models import RecoveryCase
from services.ticketing.recovery.schemas import (
    CaseFilters,
    CasePatch,
    CaseTransitionIn,
    ContactIn,
    ContactOut,
    FromTemplateIn,
    PlanIn,
    RecoveryCaseOut,
    StepIn,
    StepPatch,
)
from shared.events.cause import Cause
from shared.http.dependencies import Actor, Answer, IfMatch, Page, RequestCause, Session
from shared.http.fields import Id, Listed
from shared.http.routes import Router

router = Router(prefix="/v1/recovery-cases", tags=["recovery cases"], scope="ticketing:recovery-cases")


@router.get("")
async def list_recovery_cases(
    session: Session, cause: RequestCause, page: Page, filters: Annotated[CaseFilters, Query()]
) -> Listed[RecoveryCaseOut]:
    """Recovery cases, newest first."""
    rows = await page.of(session, queries.cases(filters), lambda row: row)
    given = await compensations.of_cases(session, [case.id for case in rows.items if case.compensations])
    items = [RecoveryCaseOut.of(case, given.get(case.id, ()), cause.at) for case in rows.items]
    return Listed(items=items, next_cursor=rows.next_cursor)


@router.get("/{case_id}")
async def read_recovery_case(case_id: Id, session: Session, cause: RequestCause, answer: Answer) -> RecoveryCaseOut:
    """One recovery case."""
    return answer.item(await _shown(session, cause, await queries.case(session, case_id)))


@router.patch("/{case_id}")
async def change_recovery_case(
    case_id: Id, body: CasePatch, session: Session, cause: RequestCause, if_match: IfMatch, answer: Answer
) -> RecoveryCaseOut:
    """Say what failed and how badly, by a merge-patch; of a case that has ended too."""
    return answer.item(await _shown(session, cause, await service.change(session, cause, case_id, body, if_match)))


@router.put("/{case_id}/plan")
async def plan_recovery(
    case_id: Id, body: PlanIn, session: Session, cause: RequestCause, if_match: IfMatch, answer: Answer
) -> RecoveryCaseOut:
    """Give the case its plan, or another one; a case that nobody has acknowledged is acknowledged thereby.

    A step with the id, or else the title, of one that the plan had is that step: it keeps its id and `done_at`.
    """
    return answer.item(await _shown(session, cause, await planning.plan(session, cause, case_id, body, if_match)))


@router.post("/{case_id}/plan-from-template")
async def plan_recovery_from_template(
    case_id: Id, body: FromTemplateIn, session: Session, cause: RequestCause, if_match: IfMatch, answer: Answer
) -> RecoveryCaseOut:
    """Make a response plan (`/v1/response-plans`) the case's plan, in place of what it had.

    Dues count from now in the business hours by which the case's plan is due. The owner of a step is who holds its
    role in the account's team, else the case's owner. A case without a failure type takes the response plan's.
    """
    case = await planning.plan_from_template(session, cause, case_id, body, if_match)
    return answer.item(await _shown(session, cause, case))


@router.post("/{case_id}/steps")
async def add_recovery_step(
    case_id: Id, body: StepIn, session: Session, cause: RequestCause, if_match: IfMatch, answer: Answer
) -> RecoveryCaseOut:
    """Add a step to the case's plan."""
    return answer.item(await _shown(session, cause, await planning.add_step(session, cause, case_id, body, if_match)))


@router.patch("/{case_id}/steps/{step_id}")
async def change_recovery_step(
    case_id: Id,
    step_id: Id,
    body: StepPatch,
    session: Session,
    cause: RequestCause,
    if_match: IfMatch,
    answer: Answer,
) -> RecoveryCaseOut:
    """Change a step by a merge-patch, or say when it was done. `done_at` is said once: another one is a 409."""
    case = await planning.change_step(session, cause, case_id, step_id, body, if_match)
    return answer.item(await _shown(session, cause, case))


@router.get("/{case_id}/contacts")
async def list_recovery_contacts(case_id: Id, session: Session, page: Page) -> Listed[ContactOut]:
    """The attempts to reach the customer, the newest first."""
    await queries.case(session, case_id)
    return await page.of(session, queries.contacts(case_id), ContactOut.of)


@router.post("/{case_id}/contacts")
async def record_contact(
    case_id: Id, body: ContactIn, session: Session, cause: RequestCause, if_match: IfMatch, answer: Answer
) -> RecoveryCaseOut:
    """Record an attempt to reach the customer; `attempts` counts them, and only `reached` sets `contacted_at`."""
    return answer.item(await _shown(session, cause, await service.contact(session, cause, case_id, body, if_match)))


@router.post("/{case_id}/compensations")
async def give_compensation(
    case_id: Id,
    body: CompensationIn,
    session: Session,
    cause: RequestCause,
    actor: Actor,
    if_match: IfMatch,
    answer: Answer,
) -> RecoveryCaseOut:
    """Give the customer something to make good.

    Within the giver's authority limit (`/v1/authority-limits`) it is approved by them. Over it, and always where the
    caller acts for no member of staff, it is `pending_approval` until another person approves or rejects it whose
    limit covers it. A limit holds for all that one person has agreed to on the case in the currency, this included;
    where no limit is set it is 0. What costs nothing needs no approval. A case ends only once nothing is pending.
    """
    case = await compensating.give(session, cause, actor, case_id, body, if_match)
    return answer.item(await _shown(session, cause, case))


@router.post("/{case_id}/compensations/{compensation_id}/approve")
async def approve_compensation(
    case_id: Id,
    compensation_id: Id,
    body: CompensationDecisionIn,
    session: Session,
    cause: RequestCause,
    actor: Actor,
    if_match: IfMatch,
    answer: Answer,
) -> RecoveryCaseOut:
    """Approve what another person gave over their limit; your own limit must cover it. One of two approvals holds."""
    case = await compensating.decide(
        session, cause, actor, case_id, compensation_id, to="approved", note=body.note, expected_version=if_match
    )
    return answer.item(await _shown(session, cause, case))


@router.post("/{case_id}/compensations/{compensation_id}/reject")
async def reject_compensation(
    case_id: Id,
    compensation_id: Id,
    body: CompensationDecisionIn,
    session: Session,
    cause: RequestCause,
    actor: Actor,
    if_match: IfMatch,
    answer: Answer,
) -> RecoveryCaseOut:
    """Reject what another person gave over their limit; it takes the same authority as to approve it."""
    case = await compensating.decide(
        session, cause, actor, case_id, compensation_id, to="rejected", note=body.note, expected_version=if_match
    )
    return answer.item(await _shown(session, cause, case))


@router.post("/{case_id}/transitions")
async def move_recovery_case(
    case_id: Id, body: CaseTransitionIn, session: Session, cause: RequestCause, if_match: IfMatch, answer: Answer
) -> RecoveryCaseOut:
    """Acknowledge the case, start it, or end it with its outcome."""
    return answer.item(await _shown(session, cause, await service.move(session, cause, case_id, body, if_match)))


async def _shown(session: AsyncSession, cause: Cause, case: RecoveryCase) -> RecoveryCaseOut:
    """A case as it is after what was done to it."""
    await session.flush()
    given = await compensations.of_cases(session, [case.id] if case.compensations else [])
    return RecoveryCaseOut.of(case, given.get(case.id, ()), cause.at)
