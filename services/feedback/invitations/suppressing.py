"""Who gets no surveys any more: added by people, by who unsubscribes, and by mails that come back."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.feedback.invitations import queries
from services.feedback.invitations.errors import AlreadySuppressed
from services.feedback.invitations.models import Suppression
from services.feedback.invitations.schemas import SuppressionIn
from shared.db.statements import fetch
from shared.events.cause import Cause
from shared.features.audit import service as audit
from shared.ids import uuid7

_ADD = """
INSERT INTO suppression (id, address, contact_id, reason, note, until, created_at, updated_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $7)
ON CONFLICT DO NOTHING
RETURNING id
"""
TOLD = ("reason", "until")
"""What the audit trail says of one: never whose address it is."""


async def add(session: AsyncSession, cause: Cause, body: SuppressionIn) -> tuple[Suppression, bool]:
    """Suppress an address or a contact; answers it with True, or the same one that is there with False.

    One whose time is over makes room. Raises AlreadySuppressed.
    """
    while True:
        row = Suppression(id=uuid7(), created_at=cause.at, updated_at=cause.at, **body.model_dump())
        if await _insert(session, row):
            held = await queries.suppression(session, row.id)
            await audit.record_row(session, cause, "create", held, {}, audit.state_of(held, *TOLD))
            return held, True
        standing = await queries.suppression_of(session, body.address, body.contact_id)
        if standing is None:
            continue  # it was removed in between
        if _is_over(standing, cause.at):
            await session.delete(standing)
            await session.flush()
            continue
        if audit.state_of(standing, "reason", "note", "until") != audit.state_of(body, "reason", "note", "until"):
            raise AlreadySuppressed(conflicting_id=standing.id)
        return standing, False


async def remove(session: AsyncSession, cause: Cause, suppression_id: UUID, reason: str | None) -> None:
    """Let surveys go there again. Raises NotFound."""
    row = await queries.suppression(session, suppression_id)
    await session.delete(row)
    await audit.record_row(session, cause, "delete", row, audit.state_of(row, *TOLD), {}, reason)


async def suppress(
    session: AsyncSession, cause: Cause, reason: str, *, address: str | None = None, contact_id: UUID | None = None
) -> bool:
    """Suppress for good what is given of the two; answers whether that is new. What stands already is left."""
    stamps: dict[str, Any] = {"reason": reason, "created_at": cause.at, "updated_at": cause.at}
    rows = []
    if address:
        rows.append(Suppression(id=uuid7(), address=address.lower(), **stamps))
    if contact_id:
        rows.append(Suppression(id=uuid7(), contact_id=contact_id, **stamps))
    return any([await _suppress_for_good(session, cause, row) for row in rows])


async def _suppress_for_good(session: AsyncSession, cause: Cause, row: Suppression) -> bool:
    standing = await queries.suppression_of(session, row.address, row.contact_id)
    if standing is not None and standing.until is not None:
        await session.delete(standing)  # it would end
        await session.flush()
    if not await _insert(session, row):
        return False
    after = audit.state_of(row, *TOLD)
    await audit.record(session, cause, action="suppression.create", entity="suppression", entity_id=row.id, after=after)
    return True


async def _insert(session: AsyncSession, row: Suppression) -> bool:
    values = (row.id, row.address, row.contact_id, row.reason, row.note, row.until, row.created_at)
    return bool(await fetch(session, _ADD, *values))


def _is_over(row: Suppression, at: datetime) -> bool:
    return row.until is not None and row.until <= at
