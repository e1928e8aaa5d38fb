"""The pages of programs: which there are, and whom one asks, when, and why not."""

from datetime import timedelta
from typing import Any, Final

from sqlmodel import col
from starlette.responses import Response

from services.feedback.decisions import queries as decisions
from services.feedback.decisions.rules import WITHOUT_WAVES
from services.feedback.decisions.schemas import DecisionFilters, DecisionOut
from services.feedback.programs import queries, service
from services.feedback.programs.schemas import ProgramFilters, State
from services.feedback.scores import response_rates
from services.feedback.scores.schemas import RateFilters, ResponseRateOut
from services.feedback.studio import desk, program_form, words
from services.feedback.studio.making import CHANGEABLE
from services.feedback.surveys import queries as surveys
from services.feedback.surveys.schemas import SurveyFilters
from services.feedback.waves import coming
from services.feedback.waves import queries as waves
from services.feedback.waves import service as wave_service
from services.feedback.waves.models import Wave
from services.feedback.waves.schemas import MOST_DAYS, WaveFilters, WaveIn
from shared.pages import forms
from shared.pages.visit import Undo, Visit

HOUR: Final = 3_600  # seconds
RATED_FOR: Final = timedelta(days=90)
MOST_WAVES: Final = 6
MOST_SURVEYS: Final = 500
FILTERS: Final = (("", "All"), ("send", "Ask"), ("queue", "Wait"), ("suppress", "Not now"))


async def show_programs(visit: Visit) -> Response:
    """All programs, how they stand, and when they ask next."""
    listed = await desk.page(visit).of(visit.session, queries.programs(ProgramFilters()), lambda row: row)
    calendar = await coming.calendar(visit.session, visit.now, MOST_DAYS)
    following: dict[Any, Any] = {}
    for item in calendar.items:
        following.setdefault(item.program_id, item)
    return visit.show(
        "programs.html",
        me=await desk.me(visit),
        programs=listed.items,
        next_cursor=listed.next_cursor,
        following=following,
        surveys=await _surveys(visit),
        rates=await _rates(visit),
        may_write=visit.may(desk.WRITE_PROGRAMS),
        say=words,
    )


async def show_program(visit: Visit) -> Response:
    """One program: whom it asks, and why not; its waves; how it goes on."""
    program = await queries.program(visit.session, desk.named(visit, "program"))
    survey = None
    if visit.may(desk.READ_SURVEYS):
        survey, _ = await surveys.survey(visit.session, program.survey_id)
    verdict = visit.asked("verdict")
    found: list[DecisionOut] = []
    cursor = None
    if visit.may(desk.READ_DECISIONS):
        filters = {"program_id": str(program.id), **({"verdict": verdict} if verdict in words.VERDICTS else {})}
        rows = await desk.page(visit).by_id(visit.session, decisions.decisions(forms.read(DecisionFilters, filters)))
        found, cursor = [DecisionOut.of(row) for row in rows.items], rows.next_cursor
    planned = waves.waves(program.id, WaveFilters()).order_by(None).order_by(col(Wave.id).desc())
    newest = await visit.session.scalars(planned.limit(MOST_WAVES))
    return visit.show(
        "program.html",
        me=await desk.me(visit),
        program=program,
        survey=survey,
        decisions=found,
        next_cursor=cursor,
        verdict=verdict,
        filters=FILTERS,
        names=await desk.names(
            visit,
            contacts=[each.contact_id for each in found],
            accounts=[each.account_id for each in found],
        ),
        waves=newest.all(),
        has_waves=program.trigger_kind not in WITHOUT_WAVES,
        rate=(await _rates(visit)).get(program.id),
        moves=service.MOVES[program.state],  # type: ignore[index]  # held by a CHECK
        days=program_form.DAYS,
        changeable=program.state in CHANGEABLE,
        may_write=visit.may(desk.WRITE_PROGRAMS),
        may_decide=visit.may(desk.READ_DECISIONS),
        failed=visit.request.url.path.rpartition("/")[2] if visit.problem else None,
        say=words,
    )


async def activate(visit: Visit) -> Response:
    """From now on it asks."""
    return await _move(visit, "active", "pause", "asks from now on")


async def pause(visit: Visit) -> Response:
    """It asks nobody more until it is activated again."""
    return await _move(visit, "paused", "activate", "is paused")


async def end(visit: Visit) -> Response:
    """It asks nobody more, for good."""
    program_id = desk.named(visit, "program")
    program = await service.move(visit.session, visit.cause, program_id, "ended", desk.version(visit))
    return visit.go(f"/studio/programs/{program_id}", done=f"{program.name} has ended.")


async def plan_wave(visit: Visit) -> Response:
    """Have the program ask its whole audience, at once or later."""
    program_id = desk.named(visit, "program")
    body: dict[str, Any] = {"name": visit.form.get("name", "").strip(), "not_before": desk.instant(visit, "not_before")}
    days = visit.form.get("trickle_days", "").strip()
    if days:
        body["trickle_seconds"] = int(days) * 24 * HOUR if days.isascii() and days.isdigit() else days
    wave = await wave_service.plan(visit.session, visit.cause, program_id, forms.read(WaveIn, body))
    return visit.go(f"/studio/programs/{program_id}", done=f"Wave {wave.number}, {wave.name}, is planned.")


async def _move(visit: Visit, to: State, back: str, said: str) -> Response:
    program_id = desk.named(visit, "program")
    program = await service.move(visit.session, visit.cause, program_id, to, desk.version(visit))
    undo = Undo(f"/studio/programs/{program_id}/{back}", {"version": str(program.version)})
    return visit.go(f"/studio/programs/{program_id}", done=f"{program.name} {said}.", undo=undo)


async def _surveys(visit: Visit) -> dict[Any, str]:
    if not visit.may(desk.READ_SURVEYS):
        return {}
    rows = (await visit.session.execute(surveys.surveys(SurveyFilters()).limit(MOST_SURVEYS))).all()
    return {survey.id: survey.name for survey, _ in rows}


async def _rates(visit: Visit) -> dict[Any, ResponseRateOut]:
    """The response rate of each program's last days; none to who may not read scores."""
    if not visit.may(desk.READ_SCORES):
        return {}
    asked = {"from": (visit.now - RATED_FOR).isoformat(), "to": visit.now.isoformat(), "group_by": "program_id"}
    rates = await response_rates.rates(visit.session, forms.read(RateFilters, asked))
    return {each.group: each for each in rates}
