"""Making and changing response plans. What a case took from one before stays as it took it."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.ticketing.response_plans import queries
from services.ticketing.response_plans.models import ResponsePlan
from services.ticketing.response_plans.schemas import ResponsePlanIn, ResponsePlanPatch
from shared.events.cause import Cause
from shared.features.audit import service as audit
from shared.http import etags, merge_patch
from shared.ids import uuid7


async def create(session: AsyncSession, cause: Cause, body: ResponsePlanIn) -> ResponsePlan:
    """Make a response plan."""
    row = ResponsePlan(id=uuid7(), created_at=cause.at, updated_at=cause.at, version=1, **body.model_dump())
    session.add(row)
    await audit.record_row(session, cause, "create", row, {}, body.model_dump(mode="json"))
    return row


async def change(
    session: AsyncSession, cause: Cause, plan_id: UUID, patch: ResponsePlanPatch, expected: int | None
) -> ResponsePlan:
    """Change a response plan. Raises NotFound, PreconditionFailed, Invalid."""
    row = await queries.response_plan(session, plan_id, lock=True)
    etags.check(row.version, expected)
    before = row.model_dump(mode="json", include=set(ResponsePlanIn.model_fields))
    held = {name: value for name, value in before.items() if value is not None}
    after = merge_patch.merged(ResponsePlanIn, held, patch).model_dump(mode="json")
    changed = {name: value for name, value in after.items() if value != before[name]}
    if changed:
        for name, value in changed.items():
            setattr(row, name, value)
        row.updated_at = cause.at
        await audit.record_row(session, cause, "change", row, {name: before[name] for name in changed}, changed)
        await session.flush()
    return row


async def remove(session: AsyncSession, cause: Cause, plan_id: UUID, expected: int | None) -> None:
    """Take a response plan away. Raises NotFound, PreconditionFailed."""
    row = await queries.response_plan(session, plan_id, lock=True)
    etags.check(row.version, expected)
    before = row.model_dump(mode="json", include=set(ResponsePlanIn.model_fields))
    await session.delete(row)
    await audit.record_row(session, cause, "delete", row, before, {})
