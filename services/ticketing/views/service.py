"""Making, changing and taking away views."""

from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.ticketing.routing import queries as routing
from services.ticketing.views import queries
from services.ticketing.views.errors import OwnerNeeded, UnknownGroup
from services.ticketing.views.models import TicketView
from services.ticketing.views.schemas import TicketViewIn, TicketViewPatch, as_body
from shared.events.cause import Cause
from shared.features.audit import service as audit
from shared.http import etags, merge_patch
from shared.ids import uuid7

CONFIGURED = ("name", "filters", "sort", "owner_id", "group_id")


async def create(session: AsyncSession, cause: Cause, body: TicketViewIn) -> TicketView:
    """Make a view. Raises OwnerNeeded, UnknownGroup."""
    columns = await _columns(session, cause, body)
    row = TicketView(id=uuid7(), created_at=cause.at, updated_at=cause.at, version=1, **columns)
    session.add(row)
    await audit.record_row(session, cause, "create", row, {}, columns)
    return row


async def change(
    session: AsyncSession, cause: Cause, view_id: UUID, patch: TicketViewPatch, expected: int | None
) -> TicketView:
    """Change a view that the caller may see.

    Raises NotFound, PreconditionFailed, Invalid, OwnerNeeded, UnknownGroup.
    """
    row = await queries.view(session, view_id, cause.staff_id, lock=True)
    etags.check(row.version, expected)
    held = dict(as_body(row))
    if patch.audience not in (None, "group") and "group_id" not in patch.model_fields_set:
        held["group_id"] = None  # whose it was goes with the audience
    columns = await _columns(session, cause, merge_patch.merged(TicketViewIn, held, patch))
    before = audit.state_of(row, *CONFIGURED)
    changed = {name: value for name, value in columns.items() if value != before[name]}
    if changed:
        for name, value in changed.items():
            setattr(row, name, value)
        row.updated_at = cause.at
        await audit.record_row(session, cause, "change", row, {name: before[name] for name in changed}, changed)
    return row


async def remove(session: AsyncSession, cause: Cause, view_id: UUID, expected: int | None) -> None:
    """Take a view away; its tickets stay. Raises NotFound, PreconditionFailed."""
    row = await queries.view(session, view_id, cause.staff_id, lock=True)
    etags.check(row.version, expected)
    await audit.record_row(session, cause, "remove", row, audit.state_of(row, *CONFIGURED), {})
    await session.delete(row)
    await session.flush()


async def _columns(session: AsyncSession, cause: Cause, body: TicketViewIn) -> dict[str, Any]:
    if body.audience == "me" and cause.staff_id is None:
        raise OwnerNeeded
    if body.group_id is not None and not await routing.group_exists(session, body.group_id):
        raise UnknownGroup
    return {
        "name": body.name,
        "filters": body.filters.stored(),
        "sort": body.sort,
        "owner_id": cause.staff_id if body.audience == "me" else None,
        "group_id": body.group_id,
    }
