"""The page of a program's waves: how far each is, what came of it, and how it goes on."""

from dataclasses import dataclass
from typing import Final

from sqlmodel import col
from starlette.responses import Response

from services.feedback.programs import queries as programs
from services.feedback.studio import desk, words
from services.feedback.waves import queries, service
from services.feedback.waves.models import Wave
from services.feedback.waves.schemas import State, WaveFilters
from shared.http.errors import NotFound
from shared.pages.visit import Undo, Visit

ASKED: Final = ("send", "queue")
"""The counts of a wave that are of people who are asked."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a wave is. against: the first reasons why people were not asked, the most frequent first."""

    wave: Wave
    asked: int
    considered: int
    ahead: int
    against: list[tuple[str, int]]
    moves: tuple[State, ...]


async def show_waves(visit: Visit) -> Response:
    """All waves of a program, the newest first."""
    program = await programs.program(visit.session, desk.named(visit, "program"))
    newest_first = queries.waves(program.id, WaveFilters()).order_by(None).order_by(col(Wave.id).desc())
    listed = await desk.page(visit).of(visit.session, newest_first, lambda row: row)
    going_on = [wave.id for wave in listed.items if service.MOVES[wave.state]]
    ahead = await queries.ahead(visit.session, going_on) if going_on else {}
    return visit.show(
        "waves.html",
        me=await desk.me(visit),
        program=program,
        waves=[_progress(wave, ahead.get(wave.id, 0)) for wave in listed.items],
        next_cursor=listed.next_cursor,
        may_write=visit.may(desk.WRITE_PROGRAMS),
        say=words,
    )


async def pause(visit: Visit) -> Response:
    """Nobody more is considered until it goes on."""
    return await _move(visit, "paused", "is paused", back="resume")


async def resume(visit: Visit) -> Response:
    """It goes on where it was paused."""
    return await _move(visit, "running", "goes on", back="pause")


async def cancel(visit: Visit) -> Response:
    """Nobody more is considered, for good."""
    return await _move(visit, "cancelled", "is cancelled")


async def _move(visit: Visit, to: State, said: str, back: str | None = None) -> Response:
    program_id, wave_id = desk.named(visit, "program"), desk.named(visit, "wave")
    wave = await service.move(visit.session, visit.cause, wave_id, to, desk.version(visit))
    if wave.program_id != program_id:
        raise NotFound
    here = f"/studio/programs/{program_id}/waves"
    undo = Undo(f"{here}/{wave_id}/{back}", {"version": str(wave.version)}) if back else None
    return visit.go(here, done=f"Wave {wave.number}, {wave.name}, {said}.", undo=undo)


def _progress(wave: Wave, ahead: int) -> Progress:
    against = [(code, count) for code, count in wave.counts.items() if code not in ASKED]
    return Progress(
        wave=wave,
        asked=sum(wave.counts.get(verdict, 0) for verdict in ASKED),
        considered=sum(wave.counts.values()),
        ahead=ahead,
        against=sorted(against, key=lambda each: -each[1]),
        moves=service.MOVES[wave.state],  # type: ignore[index]  # held by a CHECK
    )
