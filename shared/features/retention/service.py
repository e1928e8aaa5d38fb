"""Setting retention policies, trying them without effect, and applying them."""

from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from shared.db.statements import fetch
from shared.events.cause import Cause
from shared.features.audit import service as audit
from shared.features.retention.entities import Entity
from shared.features.retention.models import RetentionPolicy
from shared.features.retention.schemas import DryRunItem
from shared.http.errors import Invalid, NotFound, place
from shared.ids import uuid7

MOST_COUNTED = 1_000_000


async def policies(session: AsyncSession) -> dict[str, RetentionPolicy]:
    """The policies that were ever set, by entity."""
    return {row.entity: row for row in await session.scalars(select(RetentionPolicy))}


async def set_days(
    session: AsyncSession, cause: Cause, entities: Sequence[Entity], name: str, days: int | None
) -> tuple[Entity, RetentionPolicy]:
    """Set for how many days an entity is kept. Raises NotFound."""
    entity = next((each for each in entities if each.name == name), None)
    if entity is None:
        raise NotFound("There is no such entity.")
    asked = select(RetentionPolicy).where(col(RetentionPolicy.entity) == name).with_for_update()
    row = (await session.scalars(asked)).one_or_none()
    before = row.days if row else None
    if row is None:
        row = RetentionPolicy(id=uuid7(), entity=name, days=days, updated_at=cause.at)
        session.add(row)
    elif days == before:
        return entity, row
    row.days, row.updated_at = days, cause.at
    await audit.record_row(
        session, cause, "change", row, {"entity": name, "days": before}, {"entity": name, "days": days}
    )
    return entity, row


async def rehearse(session: AsyncSession, entities: Sequence[Entity], tried: Mapping[str, int]) -> list[DryRunItem]:
    """How many rows a run would deal with now. tried: days instead of those that are set. Raises Invalid."""
    known = {entity.name for entity in entities}
    unknown = [name for name in tried if name not in known]
    if unknown:
        raise Invalid(
            errors=[place("body", "days", msg="There is no such entity", code="unknown_entity")], allowed=sorted(known)
        )
    days = {name: row.days for name, row in (await policies(session)).items()} | dict(tried)
    items = []
    for entity in entities:
        kept = days.get(entity.name)
        if kept is not None:
            counted = await fetch(session, entity.count, kept, MOST_COUNTED)
            items.append(DryRunItem(entity=entity.name, days=kept, rows=counted[0].rows))
    return items


async def apply(session: AsyncSession, cause: Cause, at_most: int, *, entities: Sequence[Entity]) -> int:
    """Deal with the next batch of whatever is too old; answers how many rows the fullest batch had.

    at_most: rows of one entity.
    """
    most = 0
    set_ = await policies(session)
    for entity in entities:
        policy = set_.get(entity.name)
        if policy is None or policy.days is None:
            continue
        count = len(await fetch(session, entity.apply, policy.days, at_most))
        policy.last_run_at, policy.last_count = cause.at, count
        most = max(most, count)
    return most
