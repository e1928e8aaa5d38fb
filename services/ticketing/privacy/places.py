"""Taking a contact out of ticketing's tables. Ids, times, states and codes stay, and so all numbers."""

from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic_core import to_json
from sqlalchemy.ext.asyncio import AsyncSession

from services.ticketing.directory import people
from services.ticketing.directory import queries as directory
from services.ticketing.privacy.making_good import making_good
from services.ticketing.privacy.theirs import CASES_OF, MESSAGES_OF, THEIRS
from shared.db.statements import fetch
from shared.features.privacy.person import ERASED, Found, Person
from shared.features.privacy.redaction import without

_TICKETS = f"""
UPDATE ticket
SET requester_name = NULL, requester_email = NULL, requester_phone = NULL, subject = '{ERASED}', custom = '{{}}',
    version = version + 1, updated_at = greatest(updated_at, $2)
WHERE id = ANY ($1::uuid[])
  AND (num_nonnulls(requester_name, requester_email, requester_phone) > 0 OR subject <> '{ERASED}' OR custom <> '{{}}')
RETURNING id
"""  # noqa: S608 - our own words
_THEIR_MESSAGES = MESSAGES_OF.format(tickets="$1::uuid[]")
_MESSAGES = f"""
UPDATE message
SET body = '{ERASED}', author_address = NULL, attachments = '[]',
    author_name = CASE WHEN author_kind <> 'customer' AND author_address IS NULL THEN author_name END
WHERE {_THEIR_MESSAGES}
  AND (body <> '{ERASED}' OR (author_kind = 'customer' AND author_name IS NOT NULL)
       OR author_address IS NOT NULL OR attachments <> '[]')
RETURNING id
"""  # noqa: S608
# The bytes go soon after: the worker removes what is marked.
_FILES = f"""
UPDATE attachment SET name = '{ERASED}', removed_at = $2
WHERE message_id IN (SELECT id FROM message WHERE {_THEIR_MESSAGES}) AND removed_at IS NULL
RETURNING id
"""  # noqa: S608
_KNOWN_BY = """
UPDATE contact SET email = NULL, phone = NULL WHERE contact_id = $1 AND num_nonnulls(email, phone) > 0 RETURNING 1
"""
# Where they wrote on a ticket of somebody else's.
_ELSEWHERE = f"""
UPDATE message SET body = '{ERASED}', author_name = NULL, author_address = NULL, attachments = '[]'
WHERE author_address = ANY ($1::text[]) AND (author_id IS NULL OR author_id = $2) RETURNING id
"""  # noqa: S608
_FILES_ELSEWHERE = f"""
UPDATE attachment SET name = '{ERASED}', removed_at = $2
WHERE message_id = ANY ($1::uuid[]) AND removed_at IS NULL RETURNING id
"""  # noqa: S608
_CASES = f"SELECT id, plan FROM recovery_case WHERE {CASES_OF.format(tickets='$1::uuid[]')}"  # noqa: S608
_PLAN = "UPDATE recovery_case SET plan = $2::jsonb, version = version + 1 WHERE id = $1"
_NOTES = """
UPDATE recovery_contact SET note = NULL WHERE case_id = ANY ($1::uuid[]) AND note IS NOT NULL RETURNING id
"""
# What others wrote to the same account may name the person's address.
_MENTIONING = """
SELECT message.id, message.body FROM message JOIN ticket ON ticket.id = ticket_id
WHERE account_id = $1 AND lower(body) LIKE ANY ($2::text[])
"""
_ENTITLED = "SELECT id, subject FROM ticket WHERE account_id = $1 AND lower(subject) LIKE ANY ($2::text[])"
_REWRITE = """
UPDATE message SET body = now.body FROM unnest($1::uuid[], $2::text[]) AS now (id, body) WHERE message.id = now.id
"""
_RETITLE = """
UPDATE ticket SET subject = now.subject, version = version + 1, updated_at = greatest(updated_at, $3)
FROM unnest($1::uuid[], $2::text[]) AS now (id, subject) WHERE ticket.id = now.id
"""


async def tickets(session: AsyncSession, person: Person, at: datetime) -> Found:
    """Their tickets, with all that was written on them, and the recovery cases of these."""
    theirs = [row.id for row in await fetch(session, THEIRS, person.contact_id, list(person.addresses))]
    changed = await fetch(session, _TICKETS, theirs, at)
    rewritten = await fetch(session, _MESSAGES, theirs)
    files = await fetch(session, _FILES, theirs, at)
    cases = await fetch(session, _CASES, theirs)
    planned = [row for row in cases if row.plan is not None and row.plan != _planless(row.plan)]
    for row in planned:
        await fetch(session, _PLAN, row.id, _as_json(_planless(row.plan)))
    case_ids = [row.id for row in cases]
    noted = await fetch(session, _NOTES, case_ids)
    records = len(changed) + len(rewritten) + len(planned) + len(noted) + len(files)
    return Found(frozenset([*theirs, *case_ids]), records)


async def written_elsewhere(session: AsyncSession, person: Person, at: datetime) -> Found:
    """What they wrote on tickets of others, and by which addresses they are known when they write."""
    known = await fetch(session, _KNOWN_BY, person.contact_id)
    addresses = sorted({*person.addresses, *filter(None, map(people.phone, person.addresses))})
    written = await fetch(session, _ELSEWHERE, addresses, person.contact_id)
    files = await fetch(session, _FILES_ELSEWHERE, [row.id for row in written], at)
    return Found(frozenset(row.id for row in written), len(known) + len(written) + len(files))


async def mentions(session: AsyncSession, person: Person, at: datetime) -> Found:
    """Their addresses in what others of the same account wrote. Names are not looked for: others have them too."""
    account_id = (await directory.accounts_of(session, [person.contact_id])).get(person.contact_id)
    if account_id is None or not person.addresses:
        return Found()
    patterns = [f"%{_literally(address)}%" for address in person.addresses]
    written = await fetch(session, _MENTIONING, account_id, patterns)
    await fetch(
        session, _REWRITE, [row.id for row in written], [without(row.body, person.addresses) for row in written]
    )
    titled = await fetch(session, _ENTITLED, account_id, patterns)
    subjects = [without(row.subject, person.addresses) for row in titled]
    await fetch(session, _RETITLE, [row.id for row in titled], subjects, at)
    ids: list[UUID] = [row.id for row in titled]
    return Found(frozenset(ids), len(written) + len(titled))


def _planless(plan: dict[str, Any]) -> dict[str, Any]:
    """A plan with its steps, owners and times, without its words."""
    steps = [{**step, "title": ERASED} for step in plan.get("steps", [])]
    return {**plan, "text": ERASED, "steps": steps}


def _as_json(value: Any) -> str:
    return to_json(value).decode()


def _literally(text: str) -> str:
    """A text as LIKE finds it, signs and all."""
    return text.replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_")


PLACES = (making_good, tickets, written_elsewhere, mentions)
