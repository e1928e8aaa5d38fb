"""Reading API keys."""

from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from shared.db.filtering import narrowed
from shared.features.access.models import ApiKey
from shared.features.access.schemas import ApiKeyFilters
from shared.http.errors import NotFound

HANDED_ON = ("key/", "staff/")
"""How actors begin who got their rights from somebody; the command line and the launcher are the operator's."""


def keys(filters: ApiKeyFilters) -> Select[ApiKey]:
    """The keys that fit, oldest first, revoked and expired ones too."""
    listed = narrowed(select(ApiKey).order_by(col(ApiKey.id)), ApiKey, filters, apart=["revoked"])
    if filters.revoked is not None:
        ended = col(ApiKey.revoked_at).is_not(None)
        listed = listed.where(ended if filters.revoked else ~ended)
    return listed


async def key(session: AsyncSession, key_id: UUID) -> ApiKey:
    """One key. Raises NotFound."""
    found = await session.get(ApiKey, key_id)
    if found is None:
        raise NotFound("There is no API key with this id.")
    return found


async def locked(session: AsyncSession, key_id: UUID) -> ApiKey:
    """One key, locked until the transaction ends. Raises NotFound."""
    found = await session.get(ApiKey, key_id, with_for_update=True)
    if found is None:
        raise NotFound("There is no API key with this id.")
    return found


async def by_prefix(session: AsyncSession, prefix: str) -> ApiKey | None:
    """The key with this prefix."""
    found: ApiKey | None = await session.scalar(select(ApiKey).where(col(ApiKey.prefix) == prefix))
    return found


async def origin(session: AsyncSession, actor: str) -> str:
    """Whose rights an actor has: a key's maker, or the maker of that key, up to who had them first."""
    while actor.startswith("key/"):
        made = await by_prefix(session, actor.removeprefix("key/"))
        if made is None or not (made.created_by or "").startswith(HANDED_ON):
            break
        actor = str(made.created_by)
    return actor
