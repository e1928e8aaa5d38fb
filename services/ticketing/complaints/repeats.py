"""Noticing that a customer complains again about the same."""

from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from shared.db.statements import fetch

TAG = "repeat_complaint"
"""The tag of a ticket whose complaint repeats another one."""


class Matter(NamedTuple):
    """Who complains about what. complaint_id: of one that is there already, which repeats those before it alone."""

    contact_id: UUID | None
    account_id: UUID | None
    contact_reason_id: UUID | None
    category: str | None = None
    complaint_id: UUID | None = None


class Repeat(NamedTuple):
    """The newest complaint before it about the same, and how many there were."""

    repeat_of: UUID | None = None
    times: int = 0


# Two complaints of one customer at a time would not see each other.
_ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(hashtextextended('complaint:' || $1, 0))"
_EARLIER = """
SELECT id, count(*) OVER () AS number FROM complaint
WHERE (contact_id = $1 OR account_id = $2) AND (contact_reason_id = $3 OR category = $4)
  AND opened_at >= $5 AND ($6::uuid IS NULL OR id < $6) AND closed_as IS DISTINCT FROM 'reclassified'
ORDER BY opened_at DESC, id DESC LIMIT 1
"""


async def notice(session: AsyncSession, matter: Matter, opened_at: datetime, days: int) -> Repeat:
    """What a complaint repeats: of the same contact or account, about the same contact reason or category.

    days: how far back complaints are remembered, as days of 24 hours before its receipt; the last instant counts.
    Until the transaction ends, no other complaint of the same customer is opened.
    """
    customer = matter.account_id or matter.contact_id
    about = matter.contact_reason_id or matter.category
    if customer is None or about is None or days == 0:
        return Repeat()
    await fetch(session, _ONE_AT_A_TIME, str(customer))
    since = opened_at - timedelta(days=days)
    who, what = (matter.contact_id, matter.account_id), (matter.contact_reason_id, matter.category)
    rows = await fetch(session, _EARLIER, *who, *what, since, matter.complaint_id)
    return Repeat(rows[0].id, rows[0].number) if rows else Repeat()
