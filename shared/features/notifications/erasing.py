"""Taking a person out of the notifications: those sent to them, and what others were told about them."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from shared.db.statements import fetch

ABOUT_CUSTOMERS = ("subject", "contact", "comment")
"""Values of templates that hold a customer's name or words."""

# Nothing more is sent to them. What a mail server answered may name the address.
_TO_THEM = """
UPDATE notification
SET address = NULL, "values" = '{}', evidence = NULL, last_error = NULL, lease_until = NULL,
    state = CASE WHEN state IN ('queued', 'held') THEN 'cancelled' ELSE state END
WHERE contact_id = $1 OR (recipient_kind <> 'staff' AND lower(address) = ANY ($2::text[]))
"""
# A value that is null is shown as a dash: what is still queued goes out without it.
_ABOUT_THEM = """
UPDATE notification
SET "values" = "values" || (SELECT jsonb_object_agg(name, NULL) FROM unnest($2::text[]) AS name WHERE "values" ? name)
WHERE (ticket_id = ANY ($1::uuid[]) OR response_id = ANY ($1::uuid[])) AND "values" ?| $2::text[]
"""


async def erase(session: AsyncSession, contact_id: UUID, addresses: Sequence[str], ids: Sequence[UUID]) -> None:
    """Erase a contact from notifications. ids: of the tickets and answers that are theirs."""
    await fetch(session, _TO_THEM, contact_id, list(addresses))
    await fetch(session, _ABOUT_THEM, list(ids), list(ABOUT_CUSTOMERS))
