"""Reading API keys."""

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from shared.features.access.models import ApiKey


def keys() -> Select[ApiKey]:
    """All keys, oldest first, revoked and expired ones too."""
    return select(ApiKey).order_by(col(ApiKey.id))


async def by_prefix(session: AsyncSession, prefix: str) -> ApiKey | None:
    """The key with this prefix."""
    found: ApiKey | None = await session.scalar(select(ApiKey).where(col(ApiKey.prefix) == prefix))
    return found
