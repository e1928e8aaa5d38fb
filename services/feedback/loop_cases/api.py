"""What became of negative answers, from the answer to the end of the recovery."""

from typing import Annotated

from fastapi import Query

from services.feedback.loop_cases import queries
from services.feedback.loop_cases.schemas import LoopCaseFilters, LoopCaseOut
from shared.http.dependencies import Answer, Page, Session
from shared.http.fields import Id, Listed
from shared.http.routes import Router

router = Router(prefix="/v1/loop-cases", tags=["loop cases"], scope="feedback:loop-cases")


@router.get("")
async def list_loop_cases(
    session: Session, page: Page, filters: Annotated[LoopCaseFilters, Query()]
) -> Listed[LoopCaseOut]:
    """What became of negative answers, in the order they came."""
    return await page.of(session, queries.loop_cases(filters), LoopCaseOut.of)


@router.get("/{loop_case_id}")
async def read_loop_case(loop_case_id: Id, session: Session, answer: Answer) -> LoopCaseOut:
    """What became of one negative answer."""
    return answer.item(LoopCaseOut.of(await queries.loop_case(session, loop_case_id)))
