"""The words by which comments are read, as the themes and the word lists have them now."""

from collections import defaultdict

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.feedback.responses.reading import Spoken, Vocabulary
from services.feedback.themes.models import Theme
from services.feedback.word_lists.models import WordList
from shared.db.remembered import Remembered


async def _read(session: AsyncSession) -> Vocabulary:
    spoken: dict[str, list[Spoken]] = defaultdict(list)
    for words in await session.scalars(select(WordList)):
        spoken[words.locale].append(Spoken(words.kind, theme=False, words=words.words))
    for theme in await session.scalars(select(Theme).where(col(Theme.active))):
        for locale, said in theme.words.items():
            spoken[locale].append(Spoken(theme.code, theme=True, words=said))
    return Vocabulary(spoken)


VOCABULARY = Remembered(_read)
"""A change is in force in its own process after the commit, in every other one within seconds."""
