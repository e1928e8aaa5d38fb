"""The pages on which a program is made, and changed while it asks nobody."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final
from uuid import UUID
from zoneinfo import available_timezones

from starlette.responses import Response

from services.feedback.directory import queries as directory
from services.feedback.programs import queries, service
from services.feedback.programs.errors import ProgramTransitionNotAllowed
from services.feedback.programs.schemas import ProgramIn, ProgramPatch, body_of
from services.feedback.studio import desk, program_form, words
from services.feedback.surveys import queries as surveys
from services.feedback.surveys.schemas import SurveyFilters
from shared.http import etags
from shared.pages import forms
from shared.pages.visit import Visit

CHANGEABLE: Final = ("draft", "paused")
MOST_SURVEYS: Final = 500
MOST_KNOWN: Final = 12  # values of one list of an audience that are named
CHANNELS: Final = {
    "email": "By mail",
    "link": "By a link that you show yourselves",
    "email,link": "By mail, else by a link",
    "link,email": "By a link, else by mail",
}
KINDS: Final = {"event": "Something happens", "schedule": "A schedule", "wave": "Waves", "manual": "By hand"}
CLASSES: Final = {
    "relationship": "Relationship: what they think of us as a whole",
    "transactional": "Transactional: what they think of what just happened",
    "follow_up": "Follow-up: ends a story, and waits for no other survey",
}
EVENTS: Final = {name: said.capitalize() for name, said in words.EVENTS.items()}
WINDOWS: Final = {"always": "At any time", "hours": "In a sending window"}
_SAID: Final[dict[str, Mapping[str, str]]] = {
    "kind": KINDS,
    "class": CLASSES,
    "channels": CHANNELS,
    "window": WINDOWS,
    "event": EVENTS,
}
RULES: Final = {
    "FREQ=WEEKLY;BYDAY=TU": "Every Tuesday",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU": "Every other Tuesday",
    "FREQ=MONTHLY;BYDAY=1TU": "The first Tuesday of each month",
    "FREQ=WEEKLY;INTERVAL=13;BYDAY=TU": "Every 13 weeks, on a Tuesday",
    "FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=1": "On 1 March and 1 September",
}
TITLES: Final = {
    "survey_id": "Survey",
    "kind": "What sets it off",
    "timezone": "Time zone",
    "trickle": "Spread each wave over",
    "share": "Sample",
    "cap": "Cap of one account",
    "reminder_1": "Reminder",
    "reminder_2": "Second reminder",
    "edit": "Answers can be changed for",
}
"""What fields are called that are not called as they are named."""


async def show_new(visit: Visit) -> Response:
    """An empty form, with what the API takes where nothing is said."""
    held = _blank(visit)
    return await _show(visit, held, program_form.fields_of(held))


async def create(visit: Visit) -> Response:
    """Make a draft of what the form says."""
    body = forms.read(ProgramIn, program_form.body_of(visit.form, _blank(visit)))
    program = await service.create(visit.session, visit.cause, body)
    done = f"{program.name} is a draft: see whom it would ask, then activate it."
    return visit.go(f"/studio/programs/{program.id}", done=done)


async def show_change(visit: Visit) -> Response:
    """The form of a program that asks nobody now; one that was refused is shown even if it asks by now."""
    program = await queries.program(visit.session, desk.named(visit, "program"))
    if visit.problem is None and program.state not in CHANGEABLE:
        refused = "It has ended, and changes no more." if program.state == "ended" else "Pause it before you change it."
        return visit.go(f"/studio/programs/{program.id}", done=refused)
    held = body_of(program)
    return await _show(visit, held, program_form.fields_of(held), program)


async def change(visit: Visit) -> Response:
    """Change a program into what the form says, unless somebody changed or activated it meanwhile."""
    program = await queries.program(visit.session, desk.named(visit, "program"), lock=True)
    version = desk.version(visit) or 0  # a form of ours always names one
    etags.check(program.version, version)
    if program.state == "active":
        raise ProgramTransitionNotAllowed("Pause it before you change it.", allowed=service.MOVES["active"])
    patch = forms.read(ProgramPatch, program_form.body_of(visit.form, body_of(program)))
    changed = await service.change(visit.session, visit.cause, program.id, patch, version)
    done = "Nothing was changed." if changed.version == version else f"{changed.name} is changed."
    return visit.go(f"/studio/programs/{program.id}", done=done)


async def _show(visit: Visit, held: dict[str, Any], stands: dict[str, str], program: Any = None) -> Response:
    form = visit.form if visit.problem else stands
    faults: list[tuple[str, str]] = []
    if visit.problem is not None:
        faults = program_form.faults(visit.problem.errors, form)
    known_surveys = await _surveys(visit, form.get("survey_id", ""))
    return visit.show(
        "program_form.html",
        me=await desk.me(visit),
        program=program,
        form=form,
        stands=_standing(form, stands, dict(known_surveys)) if visit.problem and visit.problem.status == 412 else {},
        found=faults,
        faults=dict(reversed(faults)),
        accounts=len(held["audience"]["account_ids"]),
        surveys=known_surveys,
        known=await _known(visit),
        zones=_zones(),
        may_write=visit.may(desk.WRITE_PROGRAMS),
        may_change=program is None or program.state in CHANGEABLE,
        titles=TITLES,
        kinds=KINDS,
        classes=CLASSES,
        channels=CHANNELS,
        events=EVENTS,
        windows=WINDOWS,
        rules=RULES,
        days=program_form.DAYS,
        units=list(program_form.UNITS),
        say=words,
    )


def _blank(visit: Visit) -> dict[str, Any]:
    """A program of which nobody has said anything yet: by the reader's clock, and set off by nothing but waves."""
    least = {"name": "-", "survey_id": UUID(int=0), "trigger": {"kind": "wave"}, "quarantine_class": "relationship"}
    held = ProgramIn.model_validate(least).model_dump(mode="json", by_alias=True)
    return {**held, "name": "", "survey_id": visit.asked("survey"), "timezone": str(visit.zone)}


def _standing(form: Mapping[str, str], stands: dict[str, str], surveys_by_id: dict[str, str]) -> dict[str, str]:
    """In words, how it stands now where the form says something else; the kind says what no field of another does."""
    said = {**_SAID, "survey_id": surveys_by_id}
    found = program_form.standing(form, stands)
    of_kinds = {name for names in program_form.OF_KIND.values() for name in names}
    return {
        name: said.get(name, {}).get(text, text) or "nothing"
        for name, text in found.items()
        if text or name not in of_kinds
    }


@cache
def _zones() -> list[str]:
    return sorted(available_timezones())


async def _surveys(visit: Visit, chosen: str) -> list[tuple[str, str]]:
    """The surveys by id; nothing to who may not read them, and types the id."""
    if not visit.may(desk.READ_SURVEYS):
        return []
    rows = (await visit.session.execute(surveys.surveys(SurveyFilters()).limit(MOST_SURVEYS))).all()
    found = [(str(survey.id), f"{survey.name} ({words.TYPES[survey.type]})") for survey, _ in rows]
    return found if not chosen or chosen in dict(found) else [*found, (chosen, chosen)]


async def _known(visit: Visit) -> dict[str, list[str]]:
    """What audiences may be chosen by, as the directory has it; nothing to who may not read contacts."""
    if not visit.may(desk.READ_CONTACTS):
        return {}
    found = await directory.audience_values(visit.session)
    return {name: found.get(name, [])[:MOST_KNOWN] for name in program_form.LISTS}
