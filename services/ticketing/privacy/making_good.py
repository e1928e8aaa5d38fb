"""Taking a contact out of what was decided about their complaints, and why they were given something.

Before their tickets, which are found by addresses that go with them. Outcomes, amounts and times stay.
"""

from datetime import datetime
from typing import Any

from pydantic_core import to_json
from sqlalchemy.ext.asyncio import AsyncSession

from services.ticketing.privacy.theirs import CASES_OF, THEIRS
from shared.db.statements import fetch
from shared.features.privacy.person import ERASED, Found, Person

_COMPLAINTS = "SELECT id, decisions FROM complaint WHERE ticket_id = ANY ($1::uuid[])"
_DECIDED_LESS = "UPDATE complaint SET decisions = $2::jsonb, version = version + 1 WHERE id = $1"
_COMPENSATIONS = f"""
UPDATE compensation SET reason = NULL, decision_note = NULL
WHERE case_id IN (SELECT id FROM recovery_case WHERE {CASES_OF.format(tickets="$1::uuid[]")})
  AND num_nonnulls(reason, decision_note) > 0
RETURNING case_id
"""  # noqa: S608 - our own words


async def making_good(session: AsyncSession, person: Person, at: datetime) -> Found:
    """Their complaints, and what they were given on recovery cases."""
    theirs = [row.id for row in await fetch(session, THEIRS, person.contact_id, list(person.addresses))]
    complaints = await fetch(session, _COMPLAINTS, theirs)
    told = [row for row in complaints if row.decisions != _wordless(row.decisions)]
    for row in told:
        await fetch(session, _DECIDED_LESS, row.id, to_json(_wordless(row.decisions)).decode())
    given = await fetch(session, _COMPENSATIONS, theirs)
    ids = [row.id for row in complaints] + [row.case_id for row in given]
    return Found(frozenset(ids), len(told) + len(given))


def _wordless(decisions: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Decisions without why they were taken, what is done about it, and what the customer said."""
    return [{**each, "reasons": ERASED, "remedy": None, "comment": None} for each in decisions]
