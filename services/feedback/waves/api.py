"""When a program asks its whole audience: what is coming, what came of it, and what would come of it."""

from typing import Annotated

from fastapi import APIRouter, Query

from services.feedback.programs import queries as programs
from services.feedback.waves import coming, dry_run, queries, service
from services.feedback.waves.schemas import (
    ProgramCalendarFilters,
    ProgramCalendarOut,
    ProgramDryRunIn,
    ProgramDryRunOut,
    WaveFilters,
    WaveIn,
    WaveOut,
)
from shared.http.dependencies import Answer, IfMatch, Page, RequestCause, Session
from shared.http.fields import Id, Listed
from shared.http.routes import Router, requires

program_routes = Router(prefix="/v1/programs", tags=["waves"], scope="feedback:programs", about="")
wave_routes = Router(prefix="/v1/waves", tags=["waves"], scope="feedback:programs")


def routers() -> list[APIRouter]:
    """All routes of this feature; they come before those of programs, whose ids they must not be taken for."""
    return [program_routes, wave_routes]


@program_routes.get("/calendar")
async def read_program_calendar(
    session: Session, cause: RequestCause, filters: Annotated[ProgramCalendarFilters, Query()]
) -> ProgramCalendarOut:
    """When which program asks its audience in the next days: planned waves, and the next runs of schedules."""
    return await coming.calendar(session, cause.at, filters.days)


@program_routes.get("/{program_id}/waves")
async def list_waves(
    program_id: Id, session: Session, page: Page, filters: Annotated[WaveFilters, Query()]
) -> Listed[WaveOut]:
    """The waves of a program, in the order they were planned."""
    await programs.program(session, program_id)
    return await page.of(session, queries.waves(program_id, filters), WaveOut.of)


@program_routes.post("/{program_id}/waves", status_code=201)
async def plan_wave(program_id: Id, body: WaveIn, session: Session, cause: RequestCause, answer: Answer) -> WaveOut:
    """Have an active program ask its whole audience, now or later. Everybody in the directory is considered once."""
    wave = await service.plan(session, cause, program_id, body)
    return answer.created(WaveOut.of(wave), f"/v1/waves/{wave.id}")


@program_routes.post("/{program_id}/dry-run")
@requires("feedback:programs:read")
async def dry_run_program(
    program_id: Id, body: ProgramDryRunIn, session: Session, cause: RequestCause
) -> ProgramDryRunOut:
    """Who would be asked over the next days, by day, and why the rest would not. Writes nothing."""
    return await dry_run.dry_run(session, program_id, body.days, cause.at)


@wave_routes.get("/{wave_id}")
async def read_wave(wave_id: Id, session: Session, answer: Answer) -> WaveOut:
    """One wave, and how far it is."""
    return answer.item(WaveOut.of(await queries.wave(session, wave_id)))


@wave_routes.post("/{wave_id}/pause")
async def pause_wave(wave_id: Id, session: Session, cause: RequestCause, if_match: IfMatch, answer: Answer) -> WaveOut:
    """Nobody more is considered until it goes on. What it has queued is still sent."""
    return answer.item(WaveOut.of(await service.move(session, cause, wave_id, "paused", if_match)))


@wave_routes.post("/{wave_id}/resume")
async def resume_wave(wave_id: Id, session: Session, cause: RequestCause, if_match: IfMatch, answer: Answer) -> WaveOut:
    """Go on where it was paused."""
    return answer.item(WaveOut.of(await service.move(session, cause, wave_id, "running", if_match)))


@wave_routes.post("/{wave_id}/cancel")
async def cancel_wave(wave_id: Id, session: Session, cause: RequestCause, if_match: IfMatch, answer: Answer) -> WaveOut:
    """Nobody more is considered, for good. What it has queued is still sent."""
    return answer.item(WaveOut.of(await service.move(session, cause, wave_id, "cancelled", if_match)))
