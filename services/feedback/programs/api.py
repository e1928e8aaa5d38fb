"""Who is asked which survey, and when: what sets a program off, whom it is for, and what keeps people from it."""

from typing import Annotated

from fastapi import Query

from services.feedback.programs import queries, service
from services.feedback.programs.schemas import ProgramFilters, ProgramIn, ProgramOut, ProgramPatch
from shared.http.dependencies import Answer, IfMatch, Page, RequestCause, Session
from shared.http.fields import Id, Listed
from shared.http.routes import Router

router = Router(prefix="/v1/programs", tags=["programs"], scope="feedback:programs")


@router.get("")
async def list_programs(
    session: Session, page: Page, filters: Annotated[ProgramFilters, Query()]
) -> Listed[ProgramOut]:
    """All programs, shipped ones too, in the order they were made."""
    return await page.of(session, queries.programs(filters), ProgramOut.of)


@router.post("", status_code=201)
async def create_program(body: ProgramIn, session: Session, cause: RequestCause, answer: Answer) -> ProgramOut:
    """Make a program. It is a draft, and asks nobody, until it is activated."""
    return answer.created(ProgramOut.of(await service.create(session, cause, body)))


@router.get("/{program_id}")
async def read_program(program_id: Id, session: Session, answer: Answer) -> ProgramOut:
    """One program."""
    return answer.item(ProgramOut.of(await queries.program(session, program_id)))


@router.patch("/{program_id}")
async def change_program(
    program_id: Id, body: ProgramPatch, session: Session, cause: RequestCause, if_match: IfMatch, answer: Answer
) -> ProgramOut:
    """Change a program by a merge-patch. Who is considered from now on is judged by it."""
    return answer.item(ProgramOut.of(await service.change(session, cause, program_id, body, if_match)))


@router.post("/{program_id}/activate")
async def activate_program(
    program_id: Id, session: Session, cause: RequestCause, if_match: IfMatch, answer: Answer
) -> ProgramOut:
    """From now on the program asks: by its event, its schedule, its waves, or by hand."""
    return answer.item(ProgramOut.of(await service.move(session, cause, program_id, "active", if_match)))


@router.post("/{program_id}/pause")
async def pause_program(
    program_id: Id, session: Session, cause: RequestCause, if_match: IfMatch, answer: Answer
) -> ProgramOut:
    """Nobody more is asked, and what is queued waits, until it is activated again."""
    return answer.item(ProgramOut.of(await service.move(session, cause, program_id, "paused", if_match)))


@router.post("/{program_id}/end")
async def end_program(
    program_id: Id, session: Session, cause: RequestCause, if_match: IfMatch, answer: Answer
) -> ProgramOut:
    """Nobody more is asked, for good, and what is queued is taken back. What is out may still be answered."""
    return answer.item(ProgramOut.of(await service.move(session, cause, program_id, "ended", if_match)))
