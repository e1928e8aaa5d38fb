"""All that a service holds about a contact, as one JSON document with a section for each kind of rows."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic_core import to_jsonable_python
from sqlalchemy.ext.asyncio import AsyncSession

from shared.db.statements import fetch
from shared.events.cause import Cause
from shared.features.audit import service as audit
from shared.features.privacy import addresses
from shared.features.privacy.person import Person
from shared.http.errors import NotFound
from shared.http.fields import View, example

MOST_ROWS = 2_000  # of one section in one document

Rows = Sequence[Mapping[str, Any]]
Section = Callable[[AsyncSession, Person], Awaitable[Rows]]
"""Up to MOST_ROWS + 1 rows about a person, newest first."""


class ExportOut(View):
    """What is held about a contact. truncated: the sections of which older rows are left out."""

    model_config = example(
        {
            "contact_id": "01a1f82f-1e81-7a11-9b3e-60c4a7d15f02",
            "service": "feedback",
            "exported_at": "2026-12-02T08:00:00Z",
            "erased_at": None,
            "sections": {"addresses": [{"address": "ana@acme.example"}]},
            "truncated": [],
        }
    )

    contact_id: UUID
    service: str
    exported_at: datetime
    erased_at: datetime | None
    sections: dict[str, list[dict[str, Any]]]
    truncated: list[str]


async def export(
    session: AsyncSession, cause: Cause, service: str, contact_id: UUID, sections: Mapping[str, Section]
) -> ExportOut:
    """The document, and an audit row that it was given out. Raises NotFound where nothing is held."""
    person = Person(contact_id, await addresses.of(session, contact_id))
    found: dict[str, Rows] = {"addresses": [{"address": address} for address in person.addresses]}
    for name, section in {**sections, **COPIES}.items():
        found[name] = await section(session, person)
    marks = await fetch(session, "SELECT erased_at FROM erased_contact WHERE contact_id = $1", contact_id)
    if not marks and not any(found.values()):
        raise NotFound("Nothing is held about a contact with this id.")
    await audit.record(session, cause, action="contact.export", entity="contact", entity_id=contact_id)
    return ExportOut(
        contact_id=contact_id,
        service=service,
        exported_at=cause.at,
        erased_at=marks[0].erased_at if marks else None,
        sections={name: [_plain(row) for row in rows[:MOST_ROWS]] for name, rows in found.items()},
        truncated=[name for name, rows in found.items() if len(rows) > MOST_ROWS],
    )


def section(statement: str) -> Section:
    """A section from a statement: $1 the contact, $2 the addresses, $3 how many rows at most."""

    async def rows(session: AsyncSession, person: Person) -> Rows:
        found = await fetch(session, statement, person.contact_id, list(person.addresses), MOST_ROWS + 1)
        return [dict(getattr(row, "_mapping", row)) for row in found]

    return rows


def _plain(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row as JSON."""
    plain: dict[str, Any] = to_jsonable_python(dict(row))
    return plain


COPIES = {
    "notifications": section("""
        SELECT id, template, channel, address, state, values, queued_at, sent_at FROM notification
        WHERE contact_id = $1 OR (recipient_kind <> 'staff' AND lower(address) = ANY ($2::text[]))
        ORDER BY id DESC LIMIT $3
    """),
    "audit": section("""
        SELECT id, at, actor, action, before, after, reason FROM audit
        WHERE entity_id = $1 AND entity = 'contact' AND cardinality($2::text[]) >= 0 ORDER BY at DESC, id DESC LIMIT $3
    """),
}
"""What every service keeps beside its own tables. Copies of told facts hold nothing that these do not."""
