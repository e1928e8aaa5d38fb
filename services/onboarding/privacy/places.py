"""Taking a contact out of onboarding's tables."""

from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic_core import to_json
from sqlalchemy.ext.asyncio import AsyncSession

from shared.db.statements import fetch
from shared.features.privacy.person import Found, Person
from shared.features.privacy.redaction import without, without_words

_HANDOFFS = """
SELECT id, content, reason FROM handoff
WHERE account_id = (SELECT account_id FROM contact WHERE id = $1)
FOR UPDATE
"""
_SAY_LESS = """
UPDATE handoff SET content = $2::jsonb, reason = $3, version = version + 1, updated_at = greatest(updated_at, $4)
WHERE id = $1
"""
_NAME = "SELECT name FROM contact WHERE id = $1"


async def handoffs(session: AsyncSession, person: Person, at: datetime) -> Found:
    """What the hand-offs of their account say of them, by name or address.

    The name is looked for while the directory has it, which is in the request's own transaction.
    """
    known = await fetch(session, _NAME, person.contact_id)
    name: str | None = known[0].name if known else None
    ids: list[UUID] = []
    for row in await fetch(session, _HANDOFFS, person.contact_id):
        less = _without(row.content, name, person)
        reason = row.reason and _said(row.reason, name, person)
        if (less, reason) != (row.content, row.reason):
            await fetch(session, _SAY_LESS, row.id, to_json(less).decode(), reason, at)
            ids.append(row.id)
    return Found(frozenset(ids), len(ids))


def _without(content: Any, name: str | None, person: Person) -> Any:
    if isinstance(content, dict):
        return {key: _without(value, name, person) for key, value in content.items()}
    if isinstance(content, list):
        return [_without(value, name, person) for value in content]
    return _said(content, name, person) if isinstance(content, str) else content


def _said(text: str, name: str | None, person: Person) -> str:
    less = without(text, person.addresses)
    return without_words(less, [name]) if name else less


PLACES = (handoffs,)
