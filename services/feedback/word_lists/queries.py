"""Reading word lists."""

from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.feedback.word_lists.models import WordList
from services.feedback.word_lists.schemas import WordListFilters
from shared.db.filtering import narrowed
from shared.http.errors import NotFound


def word_lists(filters: WordListFilters) -> Select[WordList]:
    """All word lists that fit, by kind and locale."""
    return narrowed(select(WordList).order_by(col(WordList.kind), col(WordList.locale)), WordList, filters)


async def word_list(session: AsyncSession, word_list_id: UUID, *, lock: bool = False) -> WordList:
    """One word list. Raises NotFound."""
    found = await session.get(WordList, word_list_id, with_for_update=lock or None, populate_existing=lock)
    if found is None:
        raise NotFound("There is no word list with this id.")
    return found


async def of_kind(session: AsyncSession, kind: str, locale: str) -> WordList | None:
    """The list of this kind in this language, if there is one."""
    asked = select(WordList).where(col(WordList.kind) == kind, col(WordList.locale) == locale)
    return (await session.scalars(asked)).one_or_none()
