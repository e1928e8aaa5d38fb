"""Making and changing macros."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.ticketing.macros import queries
from services.ticketing.macros.models import Macro
from services.ticketing.macros.schemas import MacroIn, MacroPatch
from shared.events.cause import Cause
from shared.features.audit import service as audit
from shared.http import etags, merge_patch
from shared.ids import uuid7

CONFIGURED = ("name", "actions", "active")


async def create(session: AsyncSession, cause: Cause, body: MacroIn) -> Macro:
    """Make a macro."""
    columns = body.columns()
    row = Macro(id=uuid7(), created_at=cause.at, updated_at=cause.at, version=1, **columns)
    session.add(row)
    await audit.record_row(session, cause, "create", row, {}, columns)
    return row


async def change(session: AsyncSession, cause: Cause, macro_id: UUID, patch: MacroPatch, expected: int | None) -> Macro:
    """Change a macro. Raises NotFound, PreconditionFailed, Invalid."""
    row = await queries.macro(session, macro_id, lock=True)
    etags.check(row.version, expected)
    before = audit.state_of(row, *CONFIGURED)
    after = merge_patch.merged(MacroIn, before, patch).columns()
    changed = {name: value for name, value in after.items() if value != before[name]}
    if changed:
        for name, value in changed.items():
            setattr(row, name, value)
        row.updated_at = cause.at
        await audit.record_row(session, cause, "change", row, {name: before[name] for name in changed}, changed)
    return row


async def remove(session: AsyncSession, cause: Cause, macro_id: UUID, expected: int | None) -> None:
    """Take a macro away; what it did stays. Raises NotFound, PreconditionFailed."""
    row = await queries.macro(session, macro_id, lock=True)
    etags.check(row.version, expected)
    await audit.record_row(session, cause, "remove", row, audit.state_of(row, *CONFIGURED), {})
    await session.delete(row)
    await session.flush()
