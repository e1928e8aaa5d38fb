"""Ids that accounts and contacts have in other systems. Each belongs to one of them at a time."""

import json
from collections.abc import Collection, Mapping
from uuid import UUID

from sqlalchemy import delete, select, text, tuple_
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.onboarding.directory.models import ExternalId, Kind

# In key order, so that two transactions that claim the same ids cannot lock each other out.
_CLAIM = text("""
INSERT INTO external_id (kind, system, external_id, holder_id)
SELECT :kind, key, value, :holder_id FROM jsonb_each_text(CAST(:ids AS jsonb)) ORDER BY key
ON CONFLICT DO NOTHING
""")


async def claim(session: AsyncSession, kind: Kind, holder_id: UUID, external_ids: Mapping[str, str]) -> UUID | None:
    """Take the ids for a holder; answers who has one of them instead, else None.

    Waits for a transaction that is claiming the same. After an answer, the caller refuses or releases.
    """
    if not external_ids:
        return None
    await session.execute(_CLAIM, {"kind": kind, "holder_id": holder_id, "ids": json.dumps(dict(external_ids))})
    others = await holders(session, kind, external_ids) - {holder_id}
    return min(others, default=None)


async def holders(session: AsyncSession, kind: Kind, external_ids: Mapping[str, str]) -> set[UUID]:
    """Who has any of these ids."""
    if not external_ids:
        return set()
    found = await session.scalars(
        select(col(ExternalId.holder_id)).where(
            col(ExternalId.kind) == kind,
            tuple_(col(ExternalId.system), col(ExternalId.external_id)).in_(list(external_ids.items())),
        )
    )
    return set(found)


async def release(session: AsyncSession, kind: Kind, holder_id: UUID, systems: Collection[str] | None = None) -> None:
    """Give up a holder's ids in these systems, by default in all."""
    held = delete(ExternalId).where(col(ExternalId.kind) == kind, col(ExternalId.holder_id) == holder_id)
    if systems is not None:
        held = held.where(col(ExternalId.system).in_(systems))
    await session.execute(held)
