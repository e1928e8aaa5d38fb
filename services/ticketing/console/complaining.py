"""The forms of a ticket's complaint."""

from starlette.responses import Response

from services.ticketing.complaints import service
from services.ticketing.complaints.models import Complaint
from services.ticketing.complaints.schemas import AcceptanceIn, ComplaintTransitionIn, DecisionIn
from services.ticketing.console import cards, queries
from services.ticketing.console.changes import STAGES
from services.ticketing.console.deeds import back, version
from services.ticketing.tickets.models import Ticket
from shared.http.errors import Invalid, NotFound, place
from shared.pages import forms
from shared.pages.visit import Visit


async def move(visit: Visit) -> Response:
    """Enter the next stage, take it up again, or close it with its end."""
    ticket, complaint = await _complaint(visit)
    ending = visit.form.get("closed_as", "")
    wanted = {"to": "closed", "closed_as": ending} if ending else forms.given(visit.form, "to")
    body = forms.read(ComplaintTransitionIn, wanted)
    moved = await service.move(visit.session, visit.cause, complaint.id, body, version(visit.form))
    return back(visit, ticket, done=f"The complaint is {STAGES[moved.stage]}.")


async def decide(visit: Visit) -> Response:
    """Say what was decided, why, and what is done about it."""
    ticket, complaint = await _complaint(visit)
    body = forms.read(DecisionIn, forms.given(visit.form, "outcome", "reasons", "remedy"))
    await service.decide(visit.session, visit.cause, complaint.id, body, version(visit.form))
    return back(visit, ticket, done="The decision is kept.")


async def answer(visit: Visit) -> Response:
    """Record what the customer says to the decision; who refuses is shown where to turn."""
    ticket, complaint = await _complaint(visit)
    said = visit.form.get("accepted", "")
    if said not in ("yes", "no"):
        raise Invalid(errors=[place("body", "accepted", msg="Say whether they accept it", code="missing")])
    fields = {"accepted": said == "yes", **forms.given(visit.form, "locale", "comment")}
    answered = await service.answer(
        visit.session, visit.cause, complaint.id, forms.read(AcceptanceIn, fields), version(visit.form)
    )
    turned = "The refusal is kept. Tell the customer where to turn: it stands under “Complaint”."
    return back(visit, ticket, done=turned if answered.recourse else "The answer is kept.")


async def _complaint(visit: Visit) -> tuple[Ticket, Complaint]:
    ticket = await queries.ticket(visit.session, visit.request.path_params["ref"])
    complaint = await cards.complaint_of(visit.session, ticket.id)
    if complaint is None:
        raise NotFound("This ticket has no complaint.")
    return ticket, complaint
