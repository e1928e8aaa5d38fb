"""The page on which a survey is sent to one person, by the programs that ask by hand."""

from typing import Any, Final
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col
from starlette.responses import Response

from services.feedback.decisions import asking
from services.feedback.decisions.models import SendDecision
from services.feedback.decisions.schemas import AskIn
from services.feedback.directory import queries as directory
from services.feedback.directory.models import Contact
from services.feedback.directory.schemas import ContactFilters
from services.feedback.programs import service
from services.feedback.programs.models import Program
from services.feedback.programs.schemas import DAY, ProgramIn
from services.feedback.studio import desk, words
from services.feedback.surveys import queries as surveys
from services.feedback.surveys.models import Survey
from shared.http.errors import Forbidden, Invalid, place
from shared.pages import forms
from shared.pages.visit import Visit

PAUSE: Final = 14 * DAY  # seconds between two surveys to one person, as for all that follow something they did


async def show_sending(visit: Visit) -> Response:
    """Whom to send it to: by their address or id, or out of the list."""
    survey, _ = await surveys.survey(visit.session, desk.named(visit, "survey"))
    listed = None
    if visit.may(desk.READ_CONTACTS):
        listed = await desk.page(visit).of(visit.session, directory.contacts(ContactFilters()), lambda row: row)
    people = listed.items if listed else []
    return visit.show(
        "sending.html",
        me=await desk.me(visit),
        survey=survey,
        program=await _program(visit, survey),
        people=people,
        next_cursor=listed.next_cursor if listed else None,
        names=await desk.names(visit, accounts=[each.account_id for each in people]),
        decision=await _decided(visit),
        goes_out=visit.settings.sends_invitations,
        may_list=listed is not None,
        may_send=visit.may(desk.WRITE_PROGRAMS),
        say=words,
    )


async def send(visit: Visit) -> Response:
    """Have the survey's manual program ask them, and say what was decided; there is one from the first time on."""
    survey, _ = await surveys.survey(visit.session, desk.named(visit, "survey"))
    contact_id = await _whom(visit)
    program = await _program(visit, survey) or await _make(visit, survey)
    await visit.session.flush()
    decision = await asking.ask(visit.session, visit.cause, program.id, forms.read(AskIn, {"contact_id": contact_id}))
    shown = str(decision.id) if visit.may(desk.READ_DECISIONS) else None
    done = "Nothing is sent." if decision.verdict == "suppress" else f"{survey.name} is on its way."
    return visit.go(f"/studio/surveys/{survey.id}/send", done=done, decision=shown)


async def _program(visit: Visit, survey: Survey) -> Program | None:
    """The active program that asks this survey by hand; the first, where there are several."""
    asked = select(Program).where(
        col(Program.survey_id) == survey.id, col(Program.state) == "active", col(Program.trigger_kind) == "manual"
    )
    found: Program | None = await visit.session.scalar(asked.order_by(col(Program.id)).limit(1))
    return found


async def _make(visit: Visit, survey: Survey) -> Program:
    body = {
        "name": f"{survey.name}, by hand"[:200],
        "survey_id": str(survey.id),
        "brand": survey.brand,
        "trigger": {"kind": "manual"},
        "quarantine_class": "transactional",
        "cadence_seconds": PAUSE,
        "gap_seconds": PAUSE,
    }
    made = await service.create(visit.session, visit.cause, forms.read(ProgramIn, body))
    return await service.move(visit.session, visit.cause, made.id, "active", None)


async def _whom(visit: Visit) -> str:
    """The contact that the form names by id or address. Raises Invalid, at that field."""
    said = visit.form.get("contact_id", "").strip()
    if "@" not in said:
        return said
    if not visit.may(desk.READ_CONTACTS):
        raise Forbidden(f"The scope {desk.READ_CONTACTS} is needed to find people by their address.")
    filters = forms.read(ContactFilters, {"email": said})
    found = (await visit.session.scalars(directory.contacts(filters).limit(2))).all()
    if len(found) == 1:
        return str(found[0].contact_id)
    msg = (
        "There is no contact with this address" if not found else "Several contacts have this address: choose one below"
    )
    raise Invalid(errors=[place("body", "contact_id", msg=msg, code="unknown_contact")])


async def _decided(visit: Visit) -> tuple[SendDecision, Contact | None] | None:
    """What was decided just now, for the page to say; nothing to who may not read decisions."""
    text = visit.asked("decision")
    if not text or not visit.may(desk.READ_DECISIONS):
        return None
    try:
        decision: Any = await visit.session.get(SendDecision, UUID(text))
    except ValueError:
        return None
    if decision is None:
        return None
    contact = None
    if decision.contact_id and visit.may(desk.READ_CONTACTS):
        contact = await visit.session.get(Contact, decision.contact_id)
    return decision, contact
