"""What complainants are promised: setting it, and what holds for a brand."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.ticketing.complaints import queries
from services.ticketing.complaints.errors import DefaultPolicyNeeded, PolicyExists, UnknownCalendar
from services.ticketing.complaints.models import ComplaintPolicy
from services.ticketing.complaints.schemas import ComplaintPolicyIn, ComplaintPolicyPatch
from services.ticketing.complaints.wordings import RECOURSE
from shared import business_time
from shared.db import remembered
from shared.db.remembered import Remembered
from shared.events.cause import Cause
from shared.features.audit import service as audit
from shared.features.calendars import queries as calendars
from shared.features.calendars import service as calendar_service
from shared.http import etags, merge_patch
from shared.http.errors import NotFound
from shared.ids import uuid7

DEFAULT_ID: Final = UUID("01935f2e-7c00-7000-8000-000000000401")
"""The policy that ships: one business day to acknowledge, ten to decide."""

DEFAULT: Final = ComplaintPolicyIn(
    acknowledge_seconds=28_800,
    acknowledge_calendar_id=calendar_service.DEFAULT_ID,
    decide_seconds=288_000,
    decide_calendar_id=calendar_service.DEFAULT_ID,
    recourse=RECOURSE,
)


@dataclass(frozen=True, slots=True)
class Promise:
    """A policy as complaints are opened by it."""

    acknowledge_seconds: int
    acknowledge_calendar_id: UUID | None
    decide_seconds: int
    decide_calendar_id: UUID | None
    repeat_days: int
    default_locale: str
    recourse: Mapping[str, str]


async def promise(session: AsyncSession, brand: str) -> Promise:
    """What holds for a brand: its own policy, else the one for all."""
    known = await _KNOWN.get(session)
    return known.get(brand) or known[None]


async def dues(session: AsyncSession, held: Promise, at: datetime) -> tuple[datetime, datetime]:
    """By when a complaint that was received then is to be acknowledged, and decided."""
    hours = await calendars.load(session, [held.acknowledge_calendar_id, held.decide_calendar_id])

    def due(calendar_id: UUID | None, seconds: int) -> datetime:
        return business_time.add(hours[calendar_id] if calendar_id else None, at, seconds)

    return (
        due(held.acknowledge_calendar_id, held.acknowledge_seconds),
        due(held.decide_calendar_id, held.decide_seconds),
    )


def recourse(held: Promise, locale: str | None) -> dict[str, str]:
    """Where to turn, in a language: in that of the locale, else in its language alone, else in the policy's own."""
    for wanted in (locale, (locale or "").partition("-")[0]):
        if wanted and wanted in held.recourse:
            return {"locale": wanted, "text": held.recourse[wanted]}
    return {"locale": held.default_locale, "text": held.recourse[held.default_locale]}


async def create(
    session: AsyncSession, cause: Cause, body: ComplaintPolicyIn, *, policy_id: UUID | None = None
) -> ComplaintPolicy:
    """Make a policy. Raises PolicyExists, UnknownCalendar."""
    await _check_calendars(session, body)
    row = ComplaintPolicy(
        id=policy_id or uuid7(), created_at=cause.at, updated_at=cause.at, version=1, **body.model_dump()
    )
    made = await session.scalar(
        insert(ComplaintPolicy).values(row.model_dump()).on_conflict_do_nothing().returning(col(ComplaintPolicy.id))
    )
    if made is None:
        same = col(ComplaintPolicy.brand).is_not_distinct_from(body.brand)
        raise PolicyExists(conflicting_id=await session.scalar(select(col(ComplaintPolicy.id)).where(same)))
    remembered.forget_after(session)
    await audit.record_row(session, cause, "create", row, {}, body.model_dump(mode="json"))
    return row


async def change(
    session: AsyncSession, cause: Cause, policy_id: UUID, patch: ComplaintPolicyPatch, expected: int | None
) -> ComplaintPolicy:
    """Change a policy; what is open keeps its dues. Raises NotFound, PreconditionFailed, UnknownCalendar."""
    row = await queries.policy(session, policy_id, lock=True)
    etags.check(row.version, expected)
    before = row.model_dump(mode="json", include=set(ComplaintPolicyIn.model_fields))
    held = {name: value for name, value in before.items() if value is not None}
    body = merge_patch.merged(ComplaintPolicyIn, held, patch)
    after = body.model_dump(mode="json")
    changed = [name for name, value in after.items() if value != before[name]]
    if changed:
        await _check_calendars(session, body)
        for name in changed:
            setattr(row, name, getattr(body, name))
        row.updated_at = cause.at
        remembered.forget_after(session)
        was, is_now = ({name: each[name] for name in changed} for each in (before, after))
        await audit.record_row(session, cause, "change", row, was, is_now)
        await session.flush()
    return row


async def remove(session: AsyncSession, cause: Cause, policy_id: UUID, expected: int | None) -> None:
    """Take a brand's policy away. Raises NotFound, PreconditionFailed, DefaultPolicyNeeded."""
    row = await queries.policy(session, policy_id, lock=True)
    etags.check(row.version, expected)
    if row.brand is None:
        raise DefaultPolicyNeeded
    before = row.model_dump(mode="json", include=set(ComplaintPolicyIn.model_fields))
    await session.delete(row)
    remembered.forget_after(session)
    await audit.record_row(session, cause, "delete", row, before, {})


async def seed(session: AsyncSession, cause: Cause) -> None:
    """Make the policy that ships, unless it is there."""
    if await session.get(ComplaintPolicy, DEFAULT_ID) is None:
        await create(session, cause, DEFAULT, policy_id=DEFAULT_ID)


async def _check_calendars(session: AsyncSession, body: ComplaintPolicyIn) -> None:
    for field in ("acknowledge_calendar_id", "decide_calendar_id"):
        calendar_id = getattr(body, field)
        if calendar_id is not None:
            try:
                await calendars.by_id(session, calendar_id)
            except NotFound:
                raise UnknownCalendar(field) from None


async def _read(session: AsyncSession) -> dict[str | None, Promise]:
    names = tuple(Promise.__dataclass_fields__)
    rows = await session.scalars(select(ComplaintPolicy))
    return {row.brand: Promise(**{name: getattr(row, name) for name in names}) for row in rows}


_KNOWN = Remembered(_read)
