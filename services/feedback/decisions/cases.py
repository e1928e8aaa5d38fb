"""Keeping what is under way with a contact, and joining what is known of contacts that became one."""

from collections.abc import Iterator
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.feedback.decisions import gathering
from services.feedback.decisions.models import ServiceCase
from shared.contracts.onboarding import ContactSnapshot
from shared.contracts.ticketing import (
    ComplaintFact,
    EscalationOpened,
    RecoveryFact,
    TicketMerged,
    TicketMergeFact,
    TicketStatusFact,
)
from shared.db.statements import fetch
from shared.events.event import Event
from shared.events.writing import as_json, inserting

News = ComplaintFact | EscalationOpened | RecoveryFact | TicketStatusFact | TicketMergeFact
"""What opens and ends a case."""

ESCALATION = "escalation"
OVER = ("solved", "closed")

_COLUMNS = tuple(ServiceCase.model_fields)
_KEEP = f"""
{inserting(ServiceCase, _COLUMNS, 1)}
ON CONFLICT (id) DO UPDATE SET
    contact_id = coalesce(excluded.contact_id, service_case.contact_id),
    trace_id = coalesce(excluded.trace_id, service_case.trace_id),
    ended = CASE WHEN excluded.ended_sequence > service_case.ended_sequence
                 THEN excluded.ended ELSE service_case.ended END,
    merged = CASE WHEN excluded.merged_sequence > service_case.merged_sequence
                  THEN excluded.merged ELSE service_case.merged END,
    ended_sequence = greatest(excluded.ended_sequence, service_case.ended_sequence),
    merged_sequence = greatest(excluded.merged_sequence, service_case.merged_sequence)
"""
_LOCK_CONTACTS = """
SELECT FROM contact WHERE contact_id = ANY ($1::uuid[]) ORDER BY contact_id FOR NO KEY UPDATE
"""
_MOVED = "unnest($1::uuid[], $2::uuid[]) AS moved (from_id, to_id)"
_MOVE = (
    f"UPDATE invitation SET contact_id = to_id, version = version + 1 FROM {_MOVED} WHERE contact_id = from_id",  # noqa: S608
    f"UPDATE send_decision SET contact_id = to_id FROM {_MOVED} WHERE contact_id = from_id",  # noqa: S608
    f"UPDATE service_case SET contact_id = to_id FROM {_MOVED} WHERE contact_id = from_id",  # noqa: S608
    # Whoever was not to be asked stays so: of two that say it, the one that ends later holds.
    f"""
    INSERT INTO suppression (id, contact_id, reason, note, until, created_at, updated_at)
    SELECT DISTINCT ON (to_id) gen_random_uuid(), to_id, reason, note, until, created_at, updated_at
    FROM suppression JOIN {_MOVED} ON contact_id = from_id ORDER BY to_id, until DESC NULLS FIRST
    ON CONFLICT (contact_id) WHERE contact_id IS NOT NULL DO UPDATE
    SET until = CASE WHEN suppression.until IS NULL OR excluded.until IS NULL THEN NULL
                     ELSE greatest(suppression.until, excluded.until) END,
        updated_at = excluded.updated_at
    """,  # noqa: S608
    f"DELETE FROM suppression USING {_MOVED} WHERE contact_id = from_id",  # noqa: S608
)


class Said(NamedTuple):
    """What one fact says of a case: whether it is over, or part of another; None where it says nothing of that."""

    case_id: UUID
    kind: str
    contact_id: UUID | None
    ended: bool | None
    merged: bool | None


async def keep(session: AsyncSession, events: list[Event[News]]) -> None:
    """Keep which complaints, escalations and recoveries are open, and which tickets are part of others."""
    rows: dict[UUID, dict[str, Any]] = {}
    for event in events:
        for said in _said(event.data):
            row = rows.setdefault(said.case_id, _blank(said))
            row["contact_id"] = said.contact_id or row["contact_id"]
            if not isinstance(event.data, TicketMergeFact):
                row["trace_id"] = event.trace_id
            for name, value in (("ended", said.ended), ("merged", said.merged)):
                if value is not None and event.sequence > row[f"{name}_sequence"]:
                    row[name], row[f"{name}_sequence"] = value, event.sequence
    if rows:
        survivor = await gathering.survivors(session, {row["contact_id"] for row in rows.values() if row["contact_id"]})
        for row in rows.values():
            row["contact_id"] = survivor.get(row["contact_id"], row["contact_id"])
        await fetch(session, _KEEP, as_json([rows[case_id] for case_id in sorted(rows)]))


async def join_merged(session: AsyncSession, events: list[Event[ContactSnapshot]]) -> None:
    """Contacts became part of others: what they were asked, and what keeps them from it, is those others' now."""
    merged = sorted({event.data.contact_id for event in events if event.data.merged_into_id is not None})
    survivor = await gathering.survivors(session, merged) if merged else {}
    if not survivor:
        return
    await fetch(session, _LOCK_CONTACTS, sorted({*survivor, *survivor.values()}))
    for statement in _MOVE:
        await fetch(session, statement, list(survivor), list(survivor.values()))


def _said(fact: News) -> Iterator[Said]:
    match fact:
        case ComplaintFact():
            yield Said(fact.complaint_id, "complaint", fact.contact_id, fact.stage == "closed", None)
        case EscalationOpened():
            yield Said(fact.ticket_id, ESCALATION, fact.contact_id, False, None)
        case RecoveryFact():
            yield Said(fact.recovery_case_id, "recovery", fact.contact_id, fact.completed_at is not None, None)
        case TicketStatusFact():
            if fact.type == ESCALATION:
                yield Said(fact.ticket_id, ESCALATION, fact.contact_id, fact.status in OVER, None)
        case TicketMergeFact():  # of any ticket: nobody is asked about one that is part of another
            yield Said(fact.ticket_id, ESCALATION, None, None, isinstance(fact, TicketMerged))


def _blank(said: Said) -> dict[str, Any]:
    return {
        "id": said.case_id,
        "kind": said.kind,
        "contact_id": None,
        "trace_id": None,
        "ended": False,
        "merged": False,
        "ended_sequence": 0,
        "merged_sequence": 0,
    }
