"""Keeping the mirror: the newest fact of an answer wins."""

from sqlalchemy.ext.asyncio import AsyncSession

from services.ticketing.satisfaction.models import Satisfaction
from shared.contracts.feedback import ResponseDeleted, ResponseSnapshot
from shared.db.statements import fetch
from shared.events.event import Event
from shared.events.projection import keep_newest

EMPLOYEE = "employee"
"""Such surveys are answered in confidence: no answer is shown beside a ticket."""

_SHOWN = {"response_id", "ticket_id", "survey_type", "score", "outcome", "answered_at"}

_DELETE = """
UPDATE satisfaction SET deleted = true, sequence = gone.sequence
FROM unnest($1::uuid[], $2::bigint[]) AS gone (response_id, sequence)
WHERE satisfaction.response_id = gone.response_id AND satisfaction.sequence < gone.sequence
RETURNING 1
"""


async def keep_answers(session: AsyncSession, events: list[Event[ResponseSnapshot]]) -> None:
    """Keep what response.received and response.edited say of answers about a ticket."""
    rows = [
        {**event.data.model_dump(include=_SHOWN), "deleted": False, "sequence": event.sequence}
        for event in events
        if event.data.ticket_id is not None and event.data.survey_type != EMPLOYEE
    ]
    await keep_newest(session, Satisfaction, rows, key=("response_id",))


async def forget_answers(session: AsyncSession, events: list[Event[ResponseDeleted]]) -> None:
    """An answer that response.deleted names is shown no more."""
    gone = sorted({event.data.response_id: event.sequence for event in events}.items())
    await fetch(session, _DELETE, [response_id for response_id, _ in gone], [sequence for _, sequence in gone])
