"""What the erasure of a customer ends: it becomes part of each story that their answers began.

The request names no answer, so the stories are found by the contact, from whichever side comes last: a request
looks for the answers that are known, and each fact of a story for a request that came before it.
"""

from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.analytics.assurance.ledger import StoryKey
from services.analytics.assurance.rules import CONTACT_ERASURE, Happened
from shared.db.statements import fetch
from shared.events.event import Event
from shared.features.privacy import marks

MATCH = "response_id"

_ANSWERS = """
SELECT DISTINCT data ->> 'contact_id' AS contact_id, subject AS response_id FROM fact
WHERE data ->> 'contact_id' = ANY ($1::text[]) AND type IN ('response.received.v1', 'response.edited.v1')
"""
_REQUESTS = """
SELECT event_id, source, type, subject, trace_id, time, recorded_at FROM fact
WHERE data ->> 'contact_id' = ANY ($1::text[]) AND type = 'contact.erasure_requested.v1'
"""


async def places(session: AsyncSession, events: list[Event[Any]]) -> list[tuple[StoryKey, Happened]]:
    """The stories to which a request to erase belongs, with the request. The facts are stored already."""
    pairs = await _answers_of(session, {event.subject for event in events if event.type == CONTACT_ERASURE})
    pairs |= await _erased_among(session, events)
    if not pairs:
        return []
    rows = await fetch(session, _REQUESTS, sorted({contact_id for contact_id, _ in pairs}))
    happened = [_happened(row) for row in rows]
    return [
        ((MATCH, response_id), request)
        for request in happened
        for contact_id, response_id in pairs
        if request.subject == contact_id
    ]


async def _answers_of(session: AsyncSession, contact_ids: set[str]) -> set[tuple[str, str]]:
    if not contact_ids:
        return set()
    return {(row.contact_id, row.response_id) for row in await fetch(session, _ANSWERS, sorted(contact_ids))}


async def _erased_among(session: AsyncSession, events: list[Event[Any]]) -> set[tuple[str, str]]:
    """(contact, answer) of the facts whose contact is marked."""
    told = {
        (event.raw["contact_id"], event.raw[MATCH])
        for event in events
        if event.raw.get("contact_id") and event.raw.get(MATCH)
    }
    marked = {str(contact_id) for contact_id in await marks.among(session, (UUID(each) for each, _ in told))}
    return {(contact_id, response_id) for contact_id, response_id in told if contact_id in marked}


def _happened(row: Any) -> Happened:
    return Happened(row.event_id, row.type, row.source, row.subject, row.trace_id, row.time, row.recorded_at, {})
