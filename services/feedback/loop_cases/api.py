"""What became of negative answers, from the answer to the end of the recovery."""

from typing import Annotated

from fastapi import Query

from services.feedback.loop_cases import queries, service
from services.feedback.loop_cases.schemas import LoopCaseCloseIn, LoopCaseFilters, LoopCaseOut, LoopCasePatch
from shared.http.dependencies import Answer, IfMatch, Page, RequestCause, Session
from shared.http.fields import Id, Listed
from shared.http.routes import Router

router = Router(prefix="/v1/loop-cases", tags=["loop cases"], scope="feedback:loop-cases")


@router.get("")
async def list_loop_cases(
    session: Session, page: Page, cause: RequestCause, filters: Annotated[LoopCaseFilters, Query()]
) -> Listed[LoopCaseOut]:
    """What became of negative answers, in the order they came."""
    return await page.of(session, queries.loop_cases(filters, cause.at), LoopCaseOut.of)


@router.get("/{loop_case_id}")
async def read_loop_case(loop_case_id: Id, session: Session, answer: Answer) -> LoopCaseOut:
    """What became of one negative answer."""
    return answer.item(LoopCaseOut.of(await queries.loop_case(session, loop_case_id)))


@router.patch("/{loop_case_id}")
async def change_loop_case(
    loop_case_id: Id, body: LoopCasePatch, session: Session, cause: RequestCause, expected: IfMatch, answer: Answer
) -> LoopCaseOut:
    """Give a case another owner or note. The ticket keeps its own: its next owner is the case's again."""
    return answer.item(LoopCaseOut.of(await service.change(session, cause, loop_case_id, body, expected)))


@router.post("/{loop_case_id}/close")
async def close_loop_case(
    loop_case_id: Id, body: LoopCaseCloseIn, session: Session, cause: RequestCause, expected: IfMatch, answer: Answer
) -> LoopCaseOut:
    """End a case as no_action, with the reason. All other results come of its recovery."""
    return answer.item(LoopCaseOut.of(await service.close(session, cause, loop_case_id, body, expected)))
