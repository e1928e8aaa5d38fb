"""Declaring fields, and saying what becomes of keys that nobody declared."""

from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.ticketing.ticket_fields import queries
from services.ticketing.ticket_fields.errors import KeyTaken, TooManyFields
from services.ticketing.ticket_fields.models import TicketField, TicketFieldPolicy
from services.ticketing.ticket_fields.schemas import TicketFieldIn, TicketFieldPatch, TicketFieldPolicyIn
from shared.db import remembered
from shared.events.cause import Cause
from shared.features.audit import service as audit
from shared.http import etags, merge_patch
from shared.ids import uuid7

MOST_FIELDS = 500  # every process keeps all of them
POLICY_ID = UUID("01935f2e-7c00-7000-8000-000000000501")
"""What the audit trail calls the one policy."""


async def declare(session: AsyncSession, cause: Cause, body: TicketFieldIn) -> TicketField:
    """Declare a field. Raises KeyTaken, TooManyFields."""
    if (await session.scalar(select(func.count()).select_from(TicketField)) or 0) >= MOST_FIELDS:
        raise TooManyFields
    row = TicketField(id=uuid7(), created_at=cause.at, updated_at=cause.at, version=1, **body.model_dump())
    made = await session.scalar(
        insert(TicketField).values(row.model_dump()).on_conflict_do_nothing().returning(col(TicketField.id))
    )
    if made is None:
        taken = await session.scalar(select(col(TicketField.id)).where(col(TicketField.key) == body.key))
        raise KeyTaken(conflicting_id=taken)
    remembered.forget_after(session)
    await audit.record_row(session, cause, "create", row, {}, body.model_dump())
    return row


async def change(
    session: AsyncSession, cause: Cause, field_id: UUID, patch: TicketFieldPatch, expected: int | None
) -> TicketField:
    """Change a field; what tickets hold stays. Raises NotFound, PreconditionFailed, Invalid."""
    row = await queries.field(session, field_id, lock=True)
    etags.check(row.version, expected)
    before = audit.state_of(row, *TicketFieldIn.model_fields)
    after = merge_patch.merged(TicketFieldIn, before, patch).model_dump()
    changed = {name: value for name, value in after.items() if value != before[name]}
    if changed:
        for name, value in changed.items():
            setattr(row, name, value)
        row.updated_at = cause.at
        remembered.forget_after(session)
        await audit.record_row(session, cause, "change", row, {name: before[name] for name in changed}, changed)
    return row


async def remove(session: AsyncSession, cause: Cause, field_id: UUID, expected: int | None) -> None:
    """Take a declaration away; what tickets hold under its key stays. Raises NotFound, PreconditionFailed."""
    row = await queries.field(session, field_id, lock=True)
    etags.check(row.version, expected)
    remembered.forget_after(session)
    await audit.record_row(session, cause, "remove", row, audit.state_of(row, *TicketFieldIn.model_fields), {})
    await session.delete(row)
    await session.flush()


async def set_policy(
    session: AsyncSession, cause: Cause, body: TicketFieldPolicyIn, expected: int | None
) -> TicketFieldPolicy:
    """Say what becomes of keys that nobody declared. Raises PreconditionFailed."""
    new = {"id": 1, "undeclared": body.undeclared, "updated_at": cause.at, "version": 1}
    made = await session.scalar(
        insert(TicketFieldPolicy).values(new).on_conflict_do_nothing().returning(col(TicketFieldPolicy.id))
    )
    row = await queries.policy(session, lock=True)
    assert row is not None
    etags.check(0 if made else row.version, expected)
    before = {} if made else {"undeclared": row.undeclared}
    if before != body.model_dump():
        row.undeclared = body.undeclared
        if not made:
            row.updated_at = cause.at
        remembered.forget_after(session)
        await audit.record(
            session,
            cause,
            action="ticket_field_policy.set",
            entity="ticket_field_policy",
            entity_id=POLICY_ID,
            before=before,
            after=body.model_dump(),
        )
    return row
