"""Making and changing suppliers, and saying what groups promise. What runs already keeps what it was promised."""

from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.ticketing.ola import queries
from services.ticketing.ola.errors import SupplierNameTaken, UnknownCalendar
from services.ticketing.ola.models import OlaTarget, Supplier
from services.ticketing.ola.schemas import OlaTargetIn, SupplierIn, SupplierPatch
from services.ticketing.routing import queries as routing
from shared.db.remembered import forget_after
from shared.events.cause import Cause
from shared.features.audit import service as audit
from shared.features.calendars import queries as calendars
from shared.http import etags, merge_patch
from shared.ids import uuid7


async def create(session: AsyncSession, cause: Cause, body: SupplierIn) -> Supplier:
    """Make a supplier. Raises UnknownCalendar, SupplierNameTaken."""
    await _check_calendar(session, body.calendar_id)
    row = Supplier(id=uuid7(), created_at=cause.at, updated_at=cause.at, version=1, **body.model_dump())
    inserting = insert(Supplier).values(row.model_dump()).on_conflict_do_nothing().returning(col(Supplier.id))
    if await session.scalar(inserting) is None:
        raise SupplierNameTaken(conflicting_id=await _named(session, body.name))
    forget_after(session)
    await audit.record_row(session, cause, "create", row, {}, body.model_dump(mode="json"))
    return row


async def change(
    session: AsyncSession, cause: Cause, supplier_id: UUID, patch: SupplierPatch, expected: int | None
) -> Supplier:
    """Change a supplier. Raises NotFound, PreconditionFailed, UnknownCalendar, SupplierNameTaken."""
    row = await queries.supplier(session, supplier_id, lock=True)
    etags.check(row.version, expected)
    before = row.model_dump(mode="json", include=set(SupplierIn.model_fields))
    body = merge_patch.merged(SupplierIn, {name: value for name, value in before.items() if value is not None}, patch)
    await _check_calendar(session, body.calendar_id)
    other = await _named(session, body.name)
    if other not in (None, row.id):
        raise SupplierNameTaken(conflicting_id=other)
    after = body.model_dump(mode="json")
    changed = {name: value for name, value in after.items() if value != before[name]}
    if changed:
        _set(row, body.model_dump(include=set(changed)))
        row.updated_at = cause.at
        forget_after(session)
        await audit.record_row(session, cause, "change", row, {name: before[name] for name in changed}, changed)
        await session.flush()
    return row


async def set_target(
    session: AsyncSession, cause: Cause, group_id: UUID, body: OlaTargetIn, expected: int | None
) -> OlaTarget:
    """Say what a group promises. Raises NotFound, PreconditionFailed, UnknownCalendar."""
    await routing.group(session, group_id, lock=True)
    await _check_calendar(session, body.calendar_id)
    row = await queries.target(session, group_id, lock=True)
    etags.check(row.version if row else 0, expected)
    before = row.model_dump(mode="json", include=set(OlaTargetIn.model_fields)) if row else {}
    after = body.model_dump(mode="json")
    if row is None:
        row = OlaTarget(group_id=group_id, created_at=cause.at, updated_at=cause.at)
        session.add(row)
    if before != after:
        _set(row, body.model_dump())
        row.updated_at = cause.at
        forget_after(session)
        change = audit.Change("ola_target.set", "agent_group", group_id, before, after)
        await audit.record_many(session, cause, [change])
        await session.flush()
    return row


def _set(row: Supplier | OlaTarget, values: dict[str, Any]) -> None:
    for name, value in values.items():
        setattr(row, name, value)


async def _check_calendar(session: AsyncSession, calendar_id: UUID | None) -> None:
    if calendar_id is not None and not await calendars.load(session, [calendar_id]):
        raise UnknownCalendar


async def _named(session: AsyncSession, name: str) -> UUID | None:
    return await session.scalar(select(col(Supplier.id)).where(func.lower(col(Supplier.name)) == func.lower(name)))
