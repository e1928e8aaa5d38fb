"""Lost steps that the ledger asks ticketing to make good: the same deed, under its natural key."""

from typing import Literal
from uuid import UUID

from pydantic import ValidationError
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.ticketing.directory import queries as directory
from services.ticketing.escalation import notices, people, queries, service
from services.ticketing.escalation.known import Route
from services.ticketing.escalation.models import AnsweredRepair, Escalation
from services.ticketing.recovery import queries as recovery
from services.ticketing.tickets import queries as ticket_queries
from shared.contracts.analytics import AutomationRepairRequested
from shared.contracts.feedback import ResponseEdited, ResponseReceived, ResponseSnapshot
from shared.contracts.onboarding import ContactErasureRequested
from shared.contracts.platform import RepairAnswered
from shared.events import outbox
from shared.events.cause import Cause
from shared.events.event import Event
from shared.features.notifications import service as notifications
from shared.features.privacy import repairs as privacy

SERVICE = "ticketing"
TRIGGERS: dict[str, type[ResponseSnapshot]] = {kind.fact_type: kind for kind in (ResponseReceived, ResponseEdited)}
FOR_PEOPLE = frozenset({"recovery_planned", "recovery_contacted"})
"""Steps that no service can do."""

Outcome = tuple[Literal["done", "nothing_to_do", "refused"], str | None]


async def repair(session: AsyncSession, event: Event[AutomationRepairRequested]) -> None:
    """Do a lost step if it is ticketing's, and tell what came of it, once for each request."""
    if event.data.service != SERVICE:
        return
    result, reason = await _repair(session, event)
    row = AnsweredRepair(repair_id=event.data.repair_id, result=result, reason=reason, answered_at=event.cause.at)
    first = await session.scalar(
        upsert(AnsweredRepair)
        .values(row.model_dump())
        .on_conflict_do_nothing()
        .returning(col(AnsweredRepair.repair_id))
    )
    if first is not None:
        fact = RepairAnswered(repair_id=event.data.repair_id, result=result, reason=reason)
        outbox.tell(session, fact, event.cause, trace_id=event.data.trigger.correlationid)


async def _repair(session: AsyncSession, event: Event[AutomationRepairRequested]) -> Outcome:
    request = event.data
    if request.trigger.type == ContactErasureRequested.fact_type:
        return await privacy.repair(session, request)
    if request.step in FOR_PEOPLE:
        return "refused", "people_do_this"
    contract = TRIGGERS.get(request.trigger.type)
    if contract is None:
        return "refused", "unknown_trigger"
    try:
        answer = contract.model_validate(request.trigger.data)
    except ValidationError:
        return "refused", "unreadable_trigger"
    if answer.outcome != "negative" or answer.survey_type == service.EMPLOYEE:
        return "refused", "never_escalates"
    if not await queries.standings(session, [answer]):
        return "nothing_to_do", "answer_changed"
    lost = service.NegativeAnswer(answer, request.trigger.correlationid, event.cause)
    if await service.escalate(session, [lost]):
        return "done", None
    escalation = await queries.escalation(session, answer.response_id)
    if request.step == "notification_sent" and escalation is not None:
        only = request.target.staff_id if request.target else None
        return await _notify(session, event.cause, escalation, only)
    return "nothing_to_do", None


async def _notify(session: AsyncSession, cause: Cause, escalation: Escalation, only: UUID | None) -> Outcome:
    """Queue what was not queued for the people of an escalation as they are now."""
    ticket = await ticket_queries.locked(session, escalation.ticket_id)
    case = await recovery.case_of_ticket(session, ticket.id)
    route = Route.of(*await queries.route_of(session, escalation))
    mirror = await directory.known(session, [ticket.account_id], [route.lead_id])
    customer = mirror.customers.get(ticket.account_id) if ticket.account_id else None
    listeners = people.listeners(route, customer, mirror.staff, cause.at)
    meant = [listener for listener in listeners if only in (None, listener.staff_id)]
    if not meant:
        return "refused", "no_such_recipient"
    case_id = case.id if case else None
    told = notices.of_escalation(ticket.model_dump(), escalation.response_id, case_id, customer, meant, cause)
    queued = await notifications.queue(session, cause, told)
    return ("done", None) if queued else ("nothing_to_do", "queued_before")
