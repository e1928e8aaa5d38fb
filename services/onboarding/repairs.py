"""Doing a step again that the observer misses, under the deed's natural key: the deal's id."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.onboarding.handoffs import service as handoffs
from shared.contracts.analytics import AutomationRepairRequested
from shared.contracts.platform import RepairAnswered
from shared.events.event import Event
from shared.events.outbox import tell
from shared.features.privacy import repairs as privacy

REPAIRS = {"handoff_received": handoffs.repair_handoff}
"""By the name of the rule's step."""


async def answer(session: AsyncSession, event: Event[AutomationRepairRequested]) -> None:
    """Do the step if it is onboarding's, and tell what came of it."""
    wanted = event.data
    if wanted.service != "onboarding":
        return
    result, reason = await _repair(session, wanted)
    answered = RepairAnswered.model_validate({"repair_id": wanted.repair_id, "result": result, "reason": reason})
    tell(session, answered, event.cause, trace_id=event.trace_id)


async def _repair(session: AsyncSession, wanted: AutomationRepairRequested) -> tuple[str, str | None]:
    if wanted.step == privacy.step("onboarding"):
        return await privacy.repair(session, wanted)
    repair = REPAIRS.get(wanted.step)
    if repair is None:
        return "refused", "unknown_step"
    try:
        deal_id = UUID(str(wanted.trigger.data["deal_id"]))
    except (KeyError, ValueError):
        return "refused", "no_deal"
    return await repair(session, deal_id)
