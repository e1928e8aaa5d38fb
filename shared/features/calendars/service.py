"""Making and changing calendars, and the one that ships."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from shared import business_time
from shared.db import remembered
from shared.events.cause import Cause
from shared.features.audit import service as audit
from shared.features.calendars import queries
from shared.features.calendars.models import CalendarRow
from shared.features.calendars.schemas import CalendarIn, CalendarPatch, ElapsedQuestion
from shared.http import etags, merge_patch
from shared.http.errors import Invalid, NotFound, place
from shared.ids import uuid7

DEFAULT_ID = UUID("01935f2e-7c00-7000-8000-000000000001")
"""The calendar that ships, in every service that has calendars."""

DEFAULT = CalendarIn.model_validate(
    {
        "name": "default",
        "timezone": "UTC",
        "intervals": [{"weekday": weekday, "from": "09:00", "to": "17:00"} for weekday in range(5)],
    }
)


class NoBusinessTime(Invalid):
    """The calendar does not hold so much business time within ten years."""

    code = "no_business_time"


async def create(
    session: AsyncSession, cause: Cause, body: CalendarIn, *, calendar_id: UUID | None = None
) -> CalendarRow:
    """Make a calendar."""
    row = CalendarRow(id=calendar_id or uuid7(), created_at=cause.at, updated_at=cause.at, version=1, **body.row())
    session.add(row)
    remembered.forget_after(session)
    await audit.record(session, cause, action="calendar.create", entity="calendar", entity_id=row.id, after=body.row())
    return row


async def change(
    session: AsyncSession, cause: Cause, calendar_id: UUID, patch: CalendarPatch, expected: int | None
) -> CalendarRow:
    """Change a calendar; what was reckoned with it before stands. Raises NotFound and PreconditionFailed."""
    row = await session.scalar(select(CalendarRow).where(col(CalendarRow.id) == calendar_id).with_for_update())
    if row is None:
        raise NotFound("There is no calendar with this id.")
    etags.check(row.version, expected)
    before = {name: getattr(row, name) for name in CalendarIn.model_fields}
    after = merge_patch.merged(CalendarIn, before, patch).row()
    changed = {name: value for name, value in after.items() if value != before[name]}
    if changed:
        for name, value in changed.items():
            setattr(row, name, value)
        row.updated_at = cause.at
        remembered.forget_after(session)
        await audit.record(
            session,
            cause,
            action="calendar.change",
            entity="calendar",
            entity_id=row.id,
            before={name: before[name] for name in changed},
            after=changed,
        )
        await session.flush()
    return row


async def seed(session: AsyncSession, cause: Cause) -> None:
    """Make the default calendar unless it is there, whatever it was changed to."""
    columns: dict[str, Any] = {
        **DEFAULT.row(),
        "id": DEFAULT_ID,
        "created_at": cause.at,
        "updated_at": cause.at,
        "version": 1,
    }
    made = await session.scalar(
        insert(CalendarRow).values(columns).on_conflict_do_nothing().returning(col(CalendarRow.id))
    )
    if made is not None:
        remembered.forget_after(session)
        await audit.record(
            session,
            cause,
            action="calendar.create",
            entity="calendar",
            entity_id=DEFAULT_ID,
            after=DEFAULT.row(),
        )


async def due(session: AsyncSession, calendar_id: UUID, starts_at: datetime, seconds: int) -> datetime:
    """When so much business time will have passed. Raises NotFound and NoBusinessTime."""
    calendar = await _calendar(session, calendar_id)
    try:
        return business_time.add(calendar, starts_at, seconds)
    except business_time.NoBusinessTime:
        raise NoBusinessTime(
            errors=[place("body", "seconds", msg="So much lies over ten years ahead", code="no_business_time")]
        ) from None


async def elapsed(session: AsyncSession, calendar_id: UUID, question: ElapsedQuestion) -> int:
    """The whole business seconds between two instants. Raises NotFound and Invalid."""
    calendar = await _calendar(session, calendar_id)
    if question.ends_at < question.starts_at:
        raise Invalid(errors=[place("body", "to", msg="It lies before `from`", code="backwards")])
    return business_time.elapsed(calendar, question.starts_at, question.ends_at)


async def _calendar(session: AsyncSession, calendar_id: UUID) -> business_time.Calendar:
    loaded = await queries.load(session, [calendar_id])
    if calendar_id not in loaded:
        raise NotFound("There is no calendar with this id.")
    return loaded[calendar_id]
