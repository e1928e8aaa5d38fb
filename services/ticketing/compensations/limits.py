"""Setting authority limits."""

from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from services.ticketing.compensations import queries
from services.ticketing.compensations.errors import LimitExists
from services.ticketing.compensations.models import AuthorityLimit
from services.ticketing.compensations.schemas import LimitIn, LimitPatch
from shared.events.cause import Cause
from shared.features.audit import service as audit
from shared.http import etags
from shared.ids import uuid7


async def create(session: AsyncSession, cause: Cause, body: LimitIn) -> AuthorityLimit:
    """Set a limit. Raises LimitExists."""
    row = AuthorityLimit(id=uuid7(), created_at=cause.at, updated_at=cause.at, version=1, **body.model_dump())
    made = await session.scalar(
        insert(AuthorityLimit).values(row.model_dump()).on_conflict_do_nothing().returning(col(AuthorityLimit.id))
    )
    if made is None:
        raise LimitExists(conflicting_id=await _id_of(session, body))
    await audit.record_row(session, cause, "create", row, {}, body.model_dump(mode="json"))
    return row


async def change(
    session: AsyncSession, cause: Cause, limit_id: UUID, patch: LimitPatch, expected: int | None
) -> AuthorityLimit:
    """Change a limit's amount; what was given or approved before stands. Raises NotFound, PreconditionFailed."""
    row = await queries.limit(session, limit_id, lock=True)
    etags.check(row.version, expected)
    before = row.amount_minor
    if patch.amount_minor != before:
        row.amount_minor, row.updated_at = patch.amount_minor, cause.at
        after = {"amount_minor": row.amount_minor}
        await audit.record_row(session, cause, "change", row, {"amount_minor": before}, after)
        await session.flush()
    return row


async def remove(session: AsyncSession, cause: Cause, limit_id: UUID, expected: int | None) -> None:
    """Take a limit away. Raises NotFound, PreconditionFailed."""
    row = await queries.limit(session, limit_id, lock=True)
    etags.check(row.version, expected)
    before = row.model_dump(mode="json", include=set(LimitIn.model_fields))
    await session.delete(row)
    await audit.record_row(session, cause, "delete", row, before, {})


async def _id_of(session: AsyncSession, body: LimitIn) -> UUID | None:
    held = select(col(AuthorityLimit.id))
    for name in ("staff_id", "role", "currency"):
        held = held.where(getattr(AuthorityLimit, name).is_not_distinct_from(getattr(body, name)))
    return await session.scalar(held)
