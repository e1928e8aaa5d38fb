"""Doing a step again that the observer misses, under the deed's natural key: the response's id, or the occasion's."""

from collections.abc import Awaitable, Callable
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.feedback.decisions import triggers
from services.feedback.follow_ups import service as follow_ups
from services.feedback.loop_cases import service as loop_cases
from shared.contracts.analytics import AutomationRepairRequested
from shared.contracts.platform import RepairAnswered
from shared.events.cause import Cause
from shared.events.event import Event
from shared.events.outbox import tell
from shared.features.privacy import repairs as privacy

Repair = Callable[[AsyncSession, Cause, UUID], Awaitable[tuple[str, str | None]]]

REPAIRS: dict[str, Repair] = {
    "notification_sent": follow_ups.repair,
    "follow_up_executed": follow_ups.repair,
    "loop_closed": loop_cases.repair_closing,
}
"""By the name of the rule's step."""

SURVEY_DECIDED = "survey_decided"


async def answer(session: AsyncSession, event: Event[AutomationRepairRequested]) -> None:
    """Do the step if it is feedback's, and tell what came of it."""
    wanted = event.data
    if wanted.service != "feedback":
        return
    result, reason = await _repair(session, event.cause, wanted)
    answered = RepairAnswered.model_validate({"repair_id": wanted.repair_id, "result": result, "reason": reason})
    tell(session, answered, event.cause, trace_id=event.trace_id)


async def _repair(session: AsyncSession, cause: Cause, wanted: AutomationRepairRequested) -> tuple[str, str | None]:
    if wanted.step == privacy.step("feedback"):
        return await privacy.repair(session, wanted)
    if wanted.step == SURVEY_DECIDED:
        return await triggers.repair(session, cause, wanted.trigger)
    repair = REPAIRS.get(wanted.step)
    if repair is None:
        return "refused", "unknown_step"
    try:
        response_id = UUID(str(wanted.trigger.data["response_id"]))
    except (KeyError, ValueError):
        return "refused", "no_response"
    return await repair(session, cause, response_id)
