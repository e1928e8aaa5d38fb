"""Deeds on staff."""

from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.onboarding.directory import queries
from services.onboarding.directory.fields import folded
from services.onboarding.directory.models import Staff
from services.onboarding.directory.staff_schemas import StaffIn, StaffPatch, StaffRef, StaffWhole, notify_address
from shared.contracts.onboarding import NotificationPreferences, StaffUpdated
from shared.events.cause import Cause
from shared.events.outbox import tell
from shared.features.audit import service as audit
from shared.http import etags, merge_patch
from shared.http.errors import Conflict, NotFound, SourceConflict
from shared.http.fields import digest
from shared.ids import uuid7


class MadeStaff(NamedTuple):
    """A member of staff, and whether the record was made just now."""

    row: Staff
    is_new: bool


async def create(session: AsyncSession, cause: Cause, body: StaffIn) -> MadeStaff:
    """Make a member of staff; the same body answers what it made before. Raises SourceConflict."""
    made = await _make(session, cause, uuid7(), body)
    if made is not None:
        return MadeStaff(made, is_new=True)
    held = await queries.staff_by_email(session, body.email)
    if held is None or held.digest != digest(body):
        raise SourceConflict("Another member of staff has this address.", conflicting_id=held.id if held else None)
    return MadeStaff(held, is_new=False)


async def find_or_make(session: AsyncSession, cause: Cause, ref: StaffRef) -> Staff:
    """The member of staff with this id, else with this address, else a new one, under the id if one is given.

    Who is found stays as they are.
    """
    found = await _find(session, ref)
    if found is not None:
        return found
    body = StaffIn(**ref.model_dump(exclude_unset=True, exclude={"staff_id"}))
    made = await _make(session, cause, ref.staff_id or uuid7(), body) or await _find(session, ref)
    if made is None:  # their address was changed in this very moment
        raise Conflict
    return made


async def change(session: AsyncSession, cause: Cause, staff_id: UUID, patch: StaffPatch, expected: int | None) -> Staff:
    """Change a member of staff. Raises NotFound, PreconditionFailed, SourceConflict, what validation raises."""
    row = await session.scalar(select(Staff).where(col(Staff.id) == staff_id).with_for_update())
    if row is None:
        raise NotFound("There is no member of staff with this id.")
    etags.check(row.version, expected)
    before = _body(row)
    whole = merge_patch.merged(StaffWhole, _as_json(row), patch)
    changed = {name: value for name, value in whole.model_dump().items() if value != before[name]}
    if changed:
        # A race for the address ends at its unique constraint, which the API answers as a conflict too.
        held = await queries.staff_by_email(session, whole.email)
        if held is not None and held.id != row.id:
            raise SourceConflict("Another member of staff has this address.", conflicting_id=held.id)
        for name, value in changed.items():
            setattr(row, name, value)
        row.email_folded = folded(row.email)
        row.updated_at = cause.at
        await session.flush()
        _tell(session, cause, row)
        await audit.record(
            session,
            cause,
            action="staff.change",
            entity="staff",
            entity_id=row.id,
            before={name: before[name] for name in changed},
            after=changed,
        )
    return row


async def _find(session: AsyncSession, ref: StaffRef) -> Staff | None:
    found = None if ref.staff_id is None else await session.get(Staff, ref.staff_id)
    return found or await queries.staff_by_email(session, ref.email)


async def _make(session: AsyncSession, cause: Cause, staff_id: UUID, body: StaffIn) -> Staff | None:
    """The new record, or None where id or address are taken."""
    made = await session.scalar(
        insert(Staff)
        .values(
            id=staff_id,
            email_folded=folded(body.email),
            active=True,
            skills=[],
            digest=digest(body),
            created_at=cause.at,
            updated_at=cause.at,
            version=1,
            **body.model_dump(),
        )
        .on_conflict_do_nothing()
        .returning(col(Staff.id))
    )
    if made is None:
        return None
    row = await queries.staff_member(session, staff_id)
    _tell(session, cause, row)
    await audit.record(session, cause, action="staff.create", entity="staff", entity_id=row.id, after=body.model_dump())
    return row


def _body(row: Staff) -> dict[str, Any]:
    return {name: getattr(row, name) for name in StaffWhole.model_fields}


def _as_json(row: Staff) -> dict[str, Any]:
    return {
        **_body(row),
        "away_from": row.away_from and row.away_from.isoformat(),
        "away_until": row.away_until and row.away_until.isoformat(),
    }


def _tell(session: AsyncSession, cause: Cause, row: Staff) -> None:
    fact = StaffUpdated(
        staff_id=row.id,
        name=row.name,
        email=row.email,
        notify_address=notify_address(row),
        active=row.active,
        away_from=row.away_from,
        away_until=row.away_until,
        skills=tuple(row.skills),
        locale=row.locale,
        timezone=row.timezone,
        preferences=row.preferences and NotificationPreferences.model_validate(row.preferences),
    )
    tell(session, fact, cause, trace_id=row.id)
