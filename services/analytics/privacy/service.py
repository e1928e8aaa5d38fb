"""Obeying requests to erase a contact, and keeping what finds their data."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from shared.contracts.analytics import AutomationRepairRequested
from shared.contracts.onboarding import ContactCreated, ContactErasureRequested, ContactUpdated
from shared.contracts.platform import RepairAnswered
from shared.events.event import Event
from shared.events.outbox import tell
from shared.features.privacy import addresses, marks, repairs

OWN = "analytics"
SNAPSHOTS = (ContactCreated.fact_type, ContactUpdated.fact_type)


async def heed(session: AsyncSession, events: list[Event[Any]]) -> None:
    """Mark who is to be erased, keep contacts' addresses, and answer the repairs that are analytics' own."""
    requests = [event for event in events if event.type == ContactErasureRequested.fact_type]
    if requests:
        await marks.heed(session, requests)
    snapshots = [event for event in events if event.type in SNAPSHOTS]
    if snapshots:
        await addresses.follow(session, snapshots)
    for event in events:
        if event.type == AutomationRepairRequested.fact_type and event.data.service == OWN:
            await _answer(session, event)


async def _answer(session: AsyncSession, event: Event[AutomationRepairRequested]) -> None:
    result, reason = await repairs.repair(session, event.data)
    answered = RepairAnswered(repair_id=event.data.repair_id, result=result, reason=reason)
    tell(session, answered, event.cause, trace_id=event.trace_id)
