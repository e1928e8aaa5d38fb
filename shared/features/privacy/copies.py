"""The copies of a person's data that every service keeps: told facts, kept answers, dead letters, audit, mails."""

import re
from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from shared.contracts.analytics import AutomationRepairRequested
from shared.contracts.feedback import ResponseEdited, ResponseReceived
from shared.contracts.onboarding import ContactCreated, ContactUpdated
from shared.db.statements import fetch
from shared.events.cause import Cause
from shared.features.notifications import erasing as notifications
from shared.features.privacy import marks, redaction
from shared.features.privacy.person import Person

PERSONAL_FACTS = (ContactCreated, ContactUpdated, ResponseReceived, ResponseEdited, AutomationRepairRequested)
"""The facts that carry a contact's data or words, itself or as the trigger of a repair."""
PERSONAL_TYPES = [fact.fact_type for fact in PERSONAL_FACTS]

LOOKED_AT = 1_000  # of the newest open dead letters

_AN_ID = re.compile(rb"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")

PAYLOAD_ERASED = "Erased: its payload was removed with a person's data"
"""The error of a dead letter that could not be read, and so was emptied: it can only be discarded."""

# bytea as text in which ASCII stands for itself, so that bytes which are no UTF-8 can be searched as well.
_MENTIONS = """EXISTS (
    SELECT FROM unnest({needles}::text[]) AS needle
    WHERE position(lower(encode(convert_to(needle, 'UTF8'), 'escape')) IN lower(encode({column}, 'escape'))) > 0
)"""

_TOLD = f"""
SELECT id, payload FROM outbox
WHERE type = ANY ($1::text[]) AND (subject = ANY ($2::text[]) OR {_MENTIONS.format(needles="$3", column="payload")})
"""  # noqa: S608 - our own words
_TELL_LESS = """
UPDATE outbox SET payload = now.payload FROM unnest($1::bigint[], $2::bytea[]) AS now (id, payload)
WHERE outbox.id = now.id
"""
_ANSWERED = f"""
SELECT principal, method, path, key, body FROM idempotency_key
WHERE {_MENTIONS.format(needles="$1", column="body")} FOR UPDATE
"""  # noqa: S608
_ANSWER_LESS = """
UPDATE idempotency_key AS held SET body = now.body
FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bytea[]) AS now (principal, method, path, key, body)
WHERE held.principal = now.principal AND held.method = now.method AND held.path = now.path AND held.key = now.key
"""
_BURIED = f"""
SELECT id, payload FROM dead_letter
WHERE payload IS NOT NULL AND (subject = ANY ($1::text[]) OR {_MENTIONS.format(needles="$2", column="payload")})
FOR UPDATE
"""  # noqa: S608
_BURY_LESS = """
UPDATE dead_letter SET payload = now.payload, error = CASE WHEN now.payload IS NULL THEN $3 ELSE error END
FROM unnest($1::uuid[], $2::bytea[]) AS now (id, payload) WHERE dead_letter.id = now.id
"""
_BURIED_LATELY = """
SELECT id, payload FROM dead_letter WHERE state = 'open' AND payload IS NOT NULL ORDER BY id DESC LIMIT $1
"""
# Reasons that are codes of ours (`manual`, `customer_wrote`) say nothing about anybody.
_RECORDED_LESS = """
UPDATE audit SET before = before - $2::text[], after = after - $2::text[],
       reason = CASE WHEN reason ~ '^[a-z_]+$' THEN reason END
WHERE entity_id = ANY ($1::uuid[])
  AND (before ?| $2::text[] OR after ?| $2::text[] OR (reason IS NOT NULL AND reason !~ '^[a-z_]+$'))
"""


async def scrub(session: AsyncSession, person: Person, ids: frozenset[UUID]) -> None:
    """Take the person out of the copies. ids: of the rows that are about them."""
    named = [str(each) for each in sorted({person.contact_id, *ids})]
    await _told_facts(session, person, named)
    await _kept_answers(session, person, named)
    await _dead_letters(session, person, named)
    await fetch(session, _RECORDED_LESS, [UUID(each) for each in named], sorted(redaction.IN_AUDIT))
    await notifications.erase(session, person.contact_id, person.addresses, sorted(ids))


async def _told_facts(session: AsyncSession, person: Person, named: Sequence[str]) -> None:
    """In place: what is sent again, shown by the feed or sent to a webhook is this row."""
    needles = [str(person.contact_id), *person.addresses]
    rows = await fetch(session, _TOLD, PERSONAL_TYPES, named, needles)
    # Our own facts are JSON always.
    less = [redaction.redacted_bytes(row.payload, redaction.IN_FACTS, person.addresses) for row in rows]
    await fetch(session, _TELL_LESS, [row.id for row in rows], less)


async def _kept_answers(session: AsyncSession, person: Person, named: Sequence[str]) -> None:
    rows = await fetch(session, _ANSWERED, [*named, *person.addresses])
    less = [redaction.redacted_bytes(row.body, redaction.IN_ANSWERS, person.addresses) or b"" for row in rows]
    keys = ([getattr(row, name) for row in rows] for name in ("principal", "method", "path", "key"))
    await fetch(session, _ANSWER_LESS, *keys, less)


async def _dead_letters(session: AsyncSession, person: Person, named: Sequence[str]) -> None:
    """A letter that is JSON stays to be replayed, without the data; another one is emptied."""
    rows = await fetch(session, _BURIED, named, [str(person.contact_id), *person.addresses])
    less = [redaction.redacted_bytes(row.payload, redaction.IN_FACTS, person.addresses) for row in rows]
    await fetch(session, _BURY_LESS, [row.id for row in rows], less, PAYLOAD_ERASED)


async def late_dead_letters(session: AsyncSession, cause: Cause) -> int:
    """Take those who are marked out of the letters that came after the deed; answers how many lost something.

    The consumer keeps a record that it cannot apply as it came, whomever it is about.
    """
    named = {
        row.id: (row.payload, {UUID(each.decode()) for each in _AN_ID.findall(row.payload)})
        for row in await fetch(session, _BURIED_LATELY, LOOKED_AT)
    }
    erased = await marks.among(session, {each for _, ids in named.values() for each in ids})
    less = {
        letter_id: redaction.redacted_bytes(payload, redaction.IN_FACTS, ())
        for letter_id, (payload, ids) in named.items()
        if ids & erased
    }
    changed = {letter_id: payload for letter_id, payload in less.items() if payload != named[letter_id][0]}
    await fetch(session, _BURY_LESS, list(changed), list(changed.values()), PAYLOAD_ERASED)
    return len(changed)
