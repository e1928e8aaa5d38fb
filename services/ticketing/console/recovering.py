"""The forms of a ticket's recovery case."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from starlette.responses import Response

from services.ticketing.compensations.schemas import CompensationDecisionIn, CompensationIn
from services.ticketing.console import money, queries
from services.ticketing.console.deeds import back, version
from services.ticketing.recovery import compensating, planning, service
from services.ticketing.recovery import queries as cases
from services.ticketing.recovery.models import RecoveryCase
from services.ticketing.recovery.schemas import (
    MOST_STEPS,
    CaseTransitionIn,
    ContactIn,
    FromTemplateIn,
    PlanIn,
    StepPatch,
)
from services.ticketing.tickets.models import Ticket
from shared.http.errors import Invalid, NotFound, place
from shared.pages import forms
from shared.pages.visit import Visit

OUTCOME_OF = {"recovered": "completed", "partly": "completed", "lost": "failed", "unreachable": "failed"}
"""In which state each outcome ends a case."""


async def plan(visit: Visit) -> Response:
    """Say how the customer is to be won back."""
    ticket, case = await _case(visit)
    agreed = case.plan.get("agreed_with_customer_at") if case.plan else None
    if visit.form.get("agreed"):
        agreed = agreed or visit.now.isoformat()
    elif "agreed_shown" in visit.form:
        agreed = None
    body = {"text": visit.form.get("text", "").strip(), "steps": _steps(visit), "agreed_with_customer_at": agreed}
    await planning.plan(visit.session, visit.cause, case.id, forms.read(PlanIn, body), version(visit.form))
    return back(visit, ticket, done="The plan is kept.")


async def plan_from_template(visit: Visit) -> Response:
    """Make a response plan the case's plan."""
    ticket, case = await _case(visit)
    body = forms.read(FromTemplateIn, forms.given(visit.form, "template_id"))
    await planning.plan_from_template(visit.session, visit.cause, case.id, body, version(visit.form))
    return back(visit, ticket, done="The plan is kept.")


async def tick_off(visit: Visit) -> Response:
    """Say that a step of the plan is done."""
    ticket, case = await _case(visit)
    body = forms.read(StepPatch, {"done_at": visit.now.isoformat()})
    step_id = _id(visit, "step", "The plan has no step with this id.")
    await planning.change_step(visit.session, visit.cause, case.id, step_id, body, version(visit.form))
    return back(visit, ticket, done="The step is done.")


async def compensate(visit: Visit) -> Response:
    """Give the customer something; over one's limit it waits for somebody else."""
    ticket, case = await _case(visit)
    body: dict[str, Any] = forms.given(visit.form, "kind", "reason")
    text = visit.form.get("amount", "").strip()
    if text:
        body["currency"] = visit.form.get("currency", "").strip().upper() or None
        body["amount_minor"] = money.minor(text, body["currency"])
        if body["amount_minor"] is None:
            raise Invalid(errors=[place("body", "amount", msg="An amount, as in 1200 or 1200.50", code="amount")])
    given = forms.read(CompensationIn, body)
    pending = case.pending_compensations
    case = await compensating.give(visit.session, visit.cause, visit.principal, case.id, given, version(visit.form))
    waits = case.pending_compensations > pending
    return back(visit, ticket, done="It waits for somebody else’s approval." if waits else "It is given.")


async def decide(visit: Visit) -> Response:
    """Approve or reject what somebody else gave over their limit."""
    ticket, case = await _case(visit)
    to = visit.form.get("to", "")
    if to not in ("approved", "rejected"):
        raise Invalid(errors=[place("body", "to", msg="Approve or reject it", code="missing")])
    note = forms.read(CompensationDecisionIn, forms.given(visit.form, "note")).note
    compensation_id = _id(visit, "compensation", "There is no such compensation on this case.")
    await compensating.decide(
        visit.session,
        visit.cause,
        visit.principal,
        case.id,
        compensation_id,
        to=to,
        note=note,
        expected_version=version(visit.form),
    )
    return back(visit, ticket, done=f"It is {to}.")


async def contact(visit: Visit) -> Response:
    """Record an attempt to reach the customer, just now or at the time that is given."""
    ticket, case = await _case(visit)
    body = forms.given(visit.form, "channel", "note", "outcome")
    body["contacted_at"] = _instant(visit, "contacted_at") or visit.now.isoformat()
    await service.contact(visit.session, visit.cause, case.id, forms.read(ContactIn, body), version(visit.form))
    return back(visit, ticket, done="The contact is recorded.")


async def move(visit: Visit) -> Response:
    """Acknowledge, start, or end the case with its outcome."""
    ticket, case = await _case(visit)
    outcome = visit.form.get("outcome", "")
    body = {"to": OUTCOME_OF[outcome], "outcome": outcome} if outcome in OUTCOME_OF else forms.given(visit.form, "to")
    moved = await service.move(
        visit.session, visit.cause, case.id, forms.read(CaseTransitionIn, body), version(visit.form)
    )
    said = (moved.outcome or moved.state).replace("_", " ")
    return back(visit, ticket, done=f"The recovery is {said}.")


async def _case(visit: Visit) -> tuple[Ticket, RecoveryCase]:
    ticket = await queries.ticket(visit.session, visit.request.path_params["ref"])
    case = await cases.case_of_ticket(visit.session, ticket.id)
    if case is None:
        raise NotFound("This ticket has no recovery case.")
    return ticket, case


def _steps(visit: Visit) -> list[Mapping[str, Any]]:
    """The lines that have a title. Their numbers say nothing but their order."""
    steps: list[Mapping[str, Any]] = []
    for number in range(MOST_STEPS):
        title = visit.form.get(f"step-{number}", "").strip()
        if title:
            owner = visit.form.get(f"step-{number}-owner") or None
            known = visit.form.get(f"step-{number}-id") or None
            steps.append(
                {"id": known, "title": title, "owner_id": owner, "due_at": _instant(visit, f"step-{number}-due")}
            )
    return steps


def _id(visit: Visit, name: str, missing: str) -> UUID:
    try:
        return UUID(visit.form.get(name, ""))
    except ValueError:
        raise NotFound(missing) from None


def _instant(visit: Visit, name: str) -> str | None:
    """A time as the browser's field gives it, in the reader's zone. Raises Invalid."""
    text = visit.form.get(name, "").strip()
    if not text:
        return None
    try:
        return datetime.fromisoformat(text).replace(tzinfo=visit.zone).isoformat()
    except ValueError:
        raise Invalid(errors=[place("body", name, msg="A time, as in 2026-11-24 15:00", code="instant")]) from None
