"""Erasing again whom the observer misses, under the deed's natural key: the contact's id."""

from typing import Literal
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from shared.contracts.analytics import AutomationRepairRequested
from shared.features.privacy import marks

Outcome = tuple[Literal["done", "nothing_to_do", "refused"], str | None]


def step(service: str) -> str:
    """The rule's step that a service owes."""
    return f"erased_by_{service}"


async def repair(session: AsyncSession, wanted: AutomationRepairRequested) -> Outcome:
    """Have the contact erased by the job, whether that was done before or not; it answers contact.erased anew."""
    if wanted.step != step(wanted.service):
        return "refused", "unknown_step"
    try:
        contact_id = UUID(str(wanted.trigger.data["contact_id"]))
    except (KeyError, ValueError):
        return "refused", "no_contact"
    await marks.lay_again(session, contact_id)
    return "done", None
