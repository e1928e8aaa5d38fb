"""Writing the audit trail, in the transaction of the change that it tells of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from pydantic_core import to_jsonable_python
from sqlalchemy.ext.asyncio import AsyncSession

from shared.db.statements import flush
from shared.events import writing
from shared.events.cause import Cause
from shared.features.audit.models import AuditRow
from shared.ids import uuid7


@dataclass(frozen=True, slots=True)
class Change:
    """One row to record.

    action: verb of the thing, as in `ticket.solve`. before and after: only the fields that changed.
    cause: where a set of changes has several causes; else the caller's.
    """

    action: str
    entity: str
    entity_id: UUID
    before: Mapping[str, Any] = field(default_factory=dict)
    after: Mapping[str, Any] = field(default_factory=dict)
    reason: str | None = None
    cause: Cause | None = None


async def record(
    session: AsyncSession,
    cause: Cause,
    *,
    action: str,
    entity: str,
    entity_id: UUID,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
    reason: str | None = None,
) -> None:
    """Record one change."""
    change = Change(action, entity, entity_id, before or {}, after or {}, reason)
    await record_many(session, cause, [change])


async def record_row(
    session: AsyncSession,
    cause: Cause,
    verb: str,
    row: Any,
    before: Mapping[str, Any],
    after: Mapping[str, Any],
    reason: str | None = None,
) -> None:
    """Record what became of a row: the entity is its table, the action `<table>.<verb>`."""
    table: str = row.__tablename__
    await record_many(session, cause, [Change(f"{table}.{verb}", table, row.id, before, after, reason)])


def state_of(thing: Any, *fields: str) -> dict[str, Any]:
    """These fields of a row or a body, for before and after."""
    return {field: getattr(thing, field) for field in fields}


async def record_many(session: AsyncSession, cause: Cause, changes: Sequence[Change]) -> None:
    """Record a set of changes, once what they have changed is written; the rows go with the transaction's facts."""
    if changes:
        await flush(session)
        writing.write_later(session, AuditRow, [_columns(change, change.cause or cause) for change in changes])


def _columns(change: Change, cause: Cause) -> dict[str, Any]:
    return {
        "id": uuid7(),
        "at": cause.at,
        "actor": cause.actor,
        "action": change.action,
        "entity": change.entity,
        "entity_id": change.entity_id,
        "before": to_jsonable_python(change.before),
        "after": to_jsonable_python(change.after),
        "reason": change.reason,
        "cause": cause.id,
    }
