"""Reading dead letters."""

from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from shared.events.tables import DeadLetter
from shared.http.errors import NotFound


def dead_letters(state: str | None) -> Select[DeadLetter]:
    """All of a state, newest first."""
    found = select(DeadLetter).order_by(col(DeadLetter.id).desc())
    return found if state is None else found.where(col(DeadLetter.state) == state)


async def dead_letter(session: AsyncSession, letter_id: UUID) -> DeadLetter:
    """One by its id. Raises NotFound."""
    letter = await session.get(DeadLetter, letter_id)
    if letter is None:
        raise NotFound("There is no such dead letter.")
    return letter


async def locked(session: AsyncSession, letter_id: UUID) -> DeadLetter:
    """One by its id, locked until the transaction ends. Raises NotFound."""
    letter = await session.get(DeadLetter, letter_id, with_for_update=True)
    if letter is None:
        raise NotFound("There is no such dead letter.")
    return letter


async def count_open(session: AsyncSession) -> int:
    """How many wait for a decision."""
    return await session.scalar(select(func.count()).where(col(DeadLetter.state) == "open")) or 0
