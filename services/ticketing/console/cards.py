"""What the page of a ticket shows beside it: complaint, levels, what its customer said and was given."""

from collections.abc import Mapping, Sequence
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.ticketing.compensations import queries as compensations
from services.ticketing.complaints import stages
from services.ticketing.complaints.models import Complaint
from services.ticketing.complaints.schemas import ComplaintOut
from services.ticketing.console import changes, money
from services.ticketing.escalation_rules import preview
from services.ticketing.escalation_rules.schemas import TicketLevelsOut
from services.ticketing.recovery.models import RecoveryCase
from services.ticketing.response_plans import queries as response_plans
from services.ticketing.response_plans.models import ResponsePlan
from services.ticketing.response_plans.schemas import ResponsePlanFilters
from services.ticketing.satisfaction import queries as satisfaction
from services.ticketing.tickets.models import Ticket
from shared.pages.visit import Visit

READ_COMPLAINTS: Final = "ticketing:complaints:read"
WRITE_COMPLAINTS: Final = "ticketing:complaints:write"
READ_PLANS: Final = "ticketing:response-plans:read"
READ_FILES: Final = "ticketing:attachments:read"

MOST_ANSWERS: Final = 5
MOST_PLANS: Final = 200
MOST_LEVELS: Final = 8  # coming and fired ones each


async def complaint_of(session: AsyncSession, ticket_id: UUID) -> Complaint | None:
    """A ticket's complaint."""
    return await session.scalar(select(Complaint).where(col(Complaint.ticket_id) == ticket_id))


async def beside(
    visit: Visit, ticket: Ticket, case: RecoveryCase | None, complaint: Complaint | None
) -> dict[str, Any]:
    """Everything, by the name that the template has for it. Nothing where only the timeline is asked for again."""
    if visit.partial:
        return {**dict.fromkeys(("complaint", "levels", "answers", "given", "templates")), **_WORDS}
    answers = await visit.session.scalars(satisfaction.of_ticket(ticket.id).limit(MOST_ANSWERS))
    given = await compensations.of_cases(visit.session, [case.id] if case and case.compensations else [])
    return {
        "complaint": ComplaintOut.of(complaint, visit.now) if complaint else None,
        "complaint_moves": stages.MOVES[complaint.stage] if complaint else (),
        "complaint_ends": stages.ends(complaint.stage, complaint.answer) if complaint else (),
        "decidable": complaint is not None and stages.decidable(complaint.stage, complaint.answer),
        "levels": await _levels(visit, ticket),
        "answers": answers.all(),
        "given": given.get(case.id, []) if case else [],
        "templates": await _templates(visit, case),
        **_WORDS,
    }


_WORDS: Mapping[str, Any] = {
    "level": changes.level,
    "deeds": changes.DEEDS,
    "stages": changes.STAGES,
    "money": money.shown,
    "failure": changes.failure,
    "most_levels": MOST_LEVELS,
}


async def _levels(visit: Visit, ticket: Ticket) -> TicketLevelsOut:
    return await preview.of_ticket(visit.session, visit.cause, ticket.id)


async def _templates(visit: Visit, case: RecoveryCase | None) -> Sequence[ResponsePlan]:
    """The response plans that fit a case of this kind, or all where nobody has said what failed."""
    if case is None or case.finished or not visit.may(READ_PLANS):
        return ()
    filters = ResponsePlanFilters(failure_type=case.failure_type)
    rows = (await visit.session.scalars(response_plans.response_plans(filters).limit(MOST_PLANS))).all()
    return [row for row in rows if row.severity in (None, case.severity)]
