"""Saying when the steps of loop cases are due; cases that are open keep their dues."""

from collections.abc import Iterator
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.feedback.loop_cases.clocks import STAGES
from services.feedback.loop_cases.models import LoopPolicy
from services.feedback.loop_cases.policy_schemas import SHIPPED, LoopPolicyIn
from shared.db import remembered
from shared.events.cause import Cause
from shared.features.audit import service as audit
from shared.features.calendars import queries as calendars
from shared.http import etags
from shared.http.errors import Invalid, NotFound, place

ENTITY_ID = UUID(int=1)
"""How the audit trail names the one policy."""


class UnknownLoopCalendar(Invalid):
    """There is no such calendar."""

    code = "unknown_calendar"


async def current(session: AsyncSession, *, lock: bool = False) -> LoopPolicy:
    """The policy. Raises NotFound before what ships is there."""
    found = await session.get(LoopPolicy, 1, with_for_update=lock or None, populate_existing=lock)
    if found is None:
        raise NotFound("There is no loop policy.")
    return found


async def change(session: AsyncSession, cause: Cause, body: LoopPolicyIn, expected: int | None) -> LoopPolicy:
    """Have the steps of new cases be due otherwise. Raises PreconditionFailed, UnknownLoopCalendar."""
    row = await current(session, lock=True)
    etags.check(row.version, expected)
    told = body.model_dump(mode="json")
    if told == row.stages:
        return row
    for stage, calendar_id in _named(body):
        try:
            await calendars.by_id(session, calendar_id)
        except NotFound:
            at = place("body", stage, "calendar_id", msg="There is no such calendar", code="unknown_calendar")
            raise UnknownLoopCalendar(errors=[at]) from None
    before = row.stages
    row.stages, row.updated_at = told, max(row.updated_at, cause.at)
    remembered.forget_after(session)
    await _record(session, cause, "change", before, told)
    return row


async def seed(session: AsyncSession, cause: Cause) -> None:
    """Make the policy that ships unless one is there, whatever it was changed to."""
    if await session.get(LoopPolicy, 1) is None:
        told = SHIPPED.model_dump(mode="json")
        session.add(LoopPolicy(stages=told, created_at=cause.at, updated_at=cause.at))
        remembered.forget_after(session)
        await _record(session, cause, "create", {}, told)


def _named(body: LoopPolicyIn) -> Iterator[tuple[str, UUID]]:
    for stage in STAGES:
        target = getattr(body, stage)
        if target is not None and target.calendar_id is not None:
            yield stage, target.calendar_id


async def _record(session: AsyncSession, cause: Cause, verb: str, before: object, after: object) -> None:
    await audit.record(
        session,
        cause,
        action=f"loop_policy.{verb}",
        entity="loop_policy",
        entity_id=ENTITY_ID,
        before={"stages": before},
        after={"stages": after},
    )
