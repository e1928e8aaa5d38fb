"""Taking a contact out of feedback's tables. Score, outcome, sentiment and themes stay, and so all numbers."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from shared.db.statements import fetch
from shared.features.privacy.person import Found, Person

_MIRROR = """
UPDATE contact
SET name = NULL, email = NULL, locale = NULL, timezone = NULL, roles = '{}', consent_email = NULL,
    active = false
WHERE contact_id = $1 AND (name, email, locale, timezone, consent_email, roles, active)
      IS DISTINCT FROM (NULL::text, NULL::text, NULL::text, NULL::text, NULL::boolean, '{}'::text[], false)
RETURNING contact_id
"""
# Of an answer without a contact the address says whose it is.
_THEIRS = """
SELECT id FROM response WHERE contact_id = $1
UNION
SELECT id FROM response
WHERE lower(respondent ->> 'email') = ANY ($2::text[]) AND respondent IS NOT NULL AND contact_id IS NULL
"""
_ANSWERS = """
UPDATE response SET respondent = NULL, comment = NULL, answers = '[]', version = version + 1
WHERE id = ANY ($1::uuid[]) AND (respondent IS NOT NULL OR comment IS NOT NULL OR answers <> '[]')
RETURNING id
"""
# What people noted about an answer may say who gave it.
_LOOP_NOTES = """
UPDATE loop_case SET note = NULL, version = version + 1
WHERE response_id = ANY ($1::uuid[]) AND note IS NOT NULL RETURNING id
"""
_TRIAGE_NOTES = """
UPDATE triage_case SET note = NULL, version = version + 1
WHERE response_id = ANY ($1::uuid[]) AND note IS NOT NULL RETURNING id
"""
_CASES = """
SELECT id FROM loop_case WHERE response_id = ANY ($1::uuid[])
UNION ALL
SELECT id FROM triage_case WHERE response_id = ANY ($1::uuid[])
"""
_INVITATIONS = """
UPDATE invitation SET address = NULL, mails = '[]', version = version + 1
WHERE contact_id = $1 AND (address IS NOT NULL OR mails <> '[]')
RETURNING id
"""
# Nothing is sent to somebody who was erased, so nothing need say that nothing may be.
_SUPPRESSIONS = "DELETE FROM suppression WHERE contact_id = $1 OR address = ANY ($2::text[]) RETURNING id"


async def mirror(session: AsyncSession, person: Person, at: datetime) -> Found:
    """What the directory told of them."""
    return Found(records=len(await fetch(session, _MIRROR, person.contact_id)))


async def answers(session: AsyncSession, person: Person, at: datetime) -> Found:
    """What they wrote in their answers, who they said they were, and what was noted about that."""
    theirs = [row.id for row in await fetch(session, _THEIRS, person.contact_id, list(person.addresses))]
    changed = await fetch(session, _ANSWERS, theirs)
    noted = [*await fetch(session, _LOOP_NOTES, theirs), *await fetch(session, _TRIAGE_NOTES, theirs)]
    cases = [row.id for row in await fetch(session, _CASES, theirs)]
    return Found(frozenset([*theirs, *cases]), len(changed) + len(noted))


async def invitations(session: AsyncSession, person: Person, at: datetime) -> Found:
    """Where they were asked, and where they did not want to be."""
    asked = await fetch(session, _INVITATIONS, person.contact_id)
    refused = await fetch(session, _SUPPRESSIONS, person.contact_id, list(person.addresses))
    return Found(frozenset(row.id for row in (*asked, *refused)), len(asked) + len(refused))


PLACES = (mirror, answers, invitations)
