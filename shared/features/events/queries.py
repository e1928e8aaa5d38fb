"""Reading the feed: by position, which the relay gives without gaps, and never by the id of the outbox.

Ids are given out when a fact is written and become visible when its transaction ends, so a reader who goes on
after the highest id it saw loses what commits late. A position is given after the fact was published, by the one
relay, in a statement that also moves `relay_state.next_position`: nothing ever appears behind a reader.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import BigInteger, Integer, Text, bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncSession

from shared.http.errors import Gone

LOOKED_AT = 2_000  # rows that one request of chosen types looks through at most; they need no index of their own
PAGE_BYTES = 4 * 1024 * 1024  # of data in one answer; a single fact is always given

READ = text("""
WITH kept AS (
    SELECT coalesce((SELECT position FROM outbox_removed), 0) AS removed,
           coalesce((SELECT next_position FROM relay_state), 1) - 1 AS newest
), looked_at AS MATERIALIZED (
    SELECT position, type, octet_length(payload) AS bytes FROM outbox
    WHERE position > coalesce(:after, (SELECT removed FROM kept)) ORDER BY position LIMIT :look
), wanted AS (
    SELECT position, sum(bytes) OVER (ORDER BY position) - bytes AS before FROM looked_at
    WHERE CAST(:types AS text[]) IS NULL OR type = ANY (:types) ORDER BY position LIMIT :limit
)
SELECT kept.removed, kept.newest, found.position, found.id, found.headers, found.payload,
       (SELECT count(*) FROM wanted) AS wanted,
       (SELECT count(*) FROM looked_at) AS looked_at, (SELECT max(position) FROM looked_at) AS looked_to
FROM kept LEFT JOIN (
    outbox AS found JOIN wanted ON wanted.position = found.position AND wanted.before < :bytes
) ON true
ORDER BY found.position
""").bindparams(
    bindparam("after", type_=BigInteger),
    bindparam("look", type_=Integer),
    bindparam("limit", type_=Integer),
    bindparam("types", type_=ARRAY(Text)),
    bindparam("bytes", type_=BigInteger),
)
"""One statement and so one snapshot: what retention removes meanwhile is either in it or counted as removed."""


class PositionGone(Gone):
    """Facts after this position are not kept any more."""

    code = "position_gone"

    def __init__(self, oldest: int) -> None:
        super().__init__(f"All facts from position {oldest} on are kept: go on with after={oldest - 1}.")
        self.oldest = oldest

    def body(self, *, instance: str, request_id: str) -> dict[str, Any]:
        """The problem, with the first position from which on nothing is missing."""
        return {**super().body(instance=instance, request_id=request_id), "oldest": self.oldest}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the feed: the rows in it, and where the reader stands then.

    next_after: the last position that was looked at. oldest: the first from which on nothing was removed.
    newest: the last that was given to any fact.
    """

    rows: Sequence[Any]
    next_after: int
    oldest: int
    newest: int


async def events(session: AsyncSession, *, after: int | None, types: Sequence[str], limit: int) -> Stretch:
    """The published facts whose position is higher than `after`; None: all that are kept. types: empty for all.

    Raises PositionGone where retention has removed some of them.
    """
    look = LOOKED_AT if types else limit
    values = {"after": after, "types": list(types) or None, "limit": limit, "look": look, "bytes": PAGE_BYTES}
    rows = (await session.execute(READ, values)).all()
    first = rows[0]
    if after is not None and after < first.removed:
        raise PositionGone(first.removed + 1)
    found = [row for row in rows if row.position is not None]
    if found and (len(found) == limit or len(found) < first.wanted):
        reached = found[-1].position
    elif first.looked_at == look:
        reached = first.looked_to
    else:
        reached = max(after or 0, first.newest)
    return Stretch(found, reached, first.removed + 1, first.newest)
