"""Making and changing brands."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.feedback.brands import queries
from services.feedback.brands.models import Brand
from services.feedback.brands.schemas import BrandIn, BrandPatch
from shared.events.cause import Cause
from shared.features.audit import service as audit
from shared.http import etags, merge_patch
from shared.http.errors import Conflict
from shared.ids import uuid7


class BrandKeyTaken(Conflict):
    """Another brand has this key."""

    code = "brand_key_taken"


async def create(session: AsyncSession, cause: Cause, body: BrandIn) -> Brand:
    """Make a brand. Raises BrandKeyTaken."""
    columns = body.model_dump()
    row = Brand(id=uuid7(), created_at=cause.at, updated_at=cause.at, version=1, **columns)
    made = await session.scalar(
        insert(Brand).values(row.model_dump()).on_conflict_do_nothing().returning(col(Brand.id))
    )
    if made is None:
        taken = await session.scalar(select(col(Brand.id)).where(col(Brand.key) == body.key))
        raise BrandKeyTaken(conflicting_id=taken)
    await audit.record_row(session, cause, "create", row, {}, columns)
    return row


async def change(session: AsyncSession, cause: Cause, brand_id: UUID, patch: BrandPatch, expected: int | None) -> Brand:
    """Change a brand; pages and mails take it over at once. Raises NotFound, PreconditionFailed, Invalid."""
    row = await queries.brand(session, brand_id, lock=True)
    etags.check(row.version, expected)
    before = audit.state_of(row, *BrandIn.model_fields)
    after = merge_patch.merged(BrandIn, before, patch).model_dump()
    changed = {name: value for name, value in after.items() if value != before[name]}
    if changed:
        for name, value in changed.items():
            setattr(row, name, value)
        row.updated_at = cause.at
        await audit.record_row(session, cause, "change", row, {name: before[name] for name in changed}, changed)
    return row
