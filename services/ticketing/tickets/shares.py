"""In how large a share of the messages the common words stand, as PostgreSQL's statistics know it.

They only choose the way on which a search goes; what it finds is the same without them.
"""

import re
from collections.abc import Mapping

from sqlalchemy.ext.asyncio import AsyncSession

from services.ticketing.tickets.search_query import Term
from shared.db import alone
from shared.db.remembered import Remembered

Shares = Mapping[str, float]

COMMON = 0.01
"""Of the messages: a word that stands in fewer is always looked up in the index."""

_SHARES = """
SELECT word, share
FROM pg_stats CROSS JOIN unnest(most_common_elems::text::text[], most_common_elem_freqs) AS kept (word, share)
WHERE tablename = 'ix_message_body_words' AND schemaname = current_schema() AND share >= $1 AND word IS NOT NULL
"""


async def _read(session: AsyncSession) -> Shares:
    return {row["word"]: row["share"] for row in await alone.read(session, _SHARES, COMMON)}


_known = Remembered(_read)


async def _count_messages(session: AsyncSession) -> float:
    [row] = await alone.read(session, "SELECT reltuples FROM pg_class WHERE oid = 'message'::regclass")
    messages: float = row["reltuples"]
    return messages


_messages = Remembered(_count_messages)


async def messages(session: AsyncSession) -> float:
    """About how many messages there are; -1 before they were counted for the first time."""
    return await _messages.get(session)


async def known(session: AsyncSession, search: str | None) -> Shares:
    """The shares of all common words, where there is a search to use them."""
    return {} if search is None else await _known.get(session)


def of(term: Term, shares: Shares) -> float:
    """The share of a word, and the most that a phrase's can be; 0 for what is not common."""
    words = re.findall(r"\w+", term.text.lower())
    return min((shares.get(word, 0.0) for word in words), default=0.0)
