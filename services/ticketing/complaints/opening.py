"""Complaints follow their tickets: one opens with a ticket of that type, and keeps what it says of the customer.

Called by whoever opens and changes tickets, before the ticket's row is written: a repeated complaint has its tag
from the first fact on. Tickets of other types cost nothing, and silent ones (imported history) have no complaint.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.ticketing.complaints import policies, queries, repeats, service, stages
from services.ticketing.complaints.errors import ComplaintOpen
from services.ticketing.complaints.models import Complaint
from services.ticketing.complaints.repeats import Matter, Repeat
from shared.contracts.ticketing import ComplaintOpened
from shared.events import outbox, writing
from shared.events.cause import Cause
from shared.events.writing import Rows
from shared.features.audit import service as audit
from shared.ids import uuid7

COMPLAINT = "complaint"
MOST_TAGS = 50  # of a ticket

_COPIED = ("contact_id", "account_id", "contact_reason_id", "brand")
_UNTOUCHED = writing.blank(Complaint)

Columns = dict[str, Any]


class New(Protocol):
    """A ticket that is to be opened: its columns, and what opens it."""

    @property
    def row(self) -> Columns:
        """The ticket's columns."""

    @property
    def cause(self) -> Cause:
        """What opens it."""


async def foresee(session: AsyncSession, wanted: Sequence[New]) -> dict[UUID, Repeat]:
    """What the complaints among new tickets repeat, by ticket; gives those their tag."""
    complaining = [new for new in wanted if new.row["type"] == COMPLAINT and not new.row["silent"]]
    found: dict[UUID, Repeat] = {}
    # In the order of their customers, so that two transactions cannot lock each other out.
    for new in sorted(complaining, key=lambda new: str(new.row["account_id"] or new.row["contact_id"])):
        found[new.row["id"]] = await _notice(session, new.row, new.cause)
    return found


async def open_with(session: AsyncSession, made: Sequence[New], foreseen: Mapping[UUID, Repeat]) -> dict[Any, Rows]:
    """The complaints of tickets that were made, as rows for the caller to write; tells complaint.opened."""
    if not foreseen:
        return {}
    rows, changes = [], []
    for new in made:
        if new.row["id"] in foreseen:
            row = await _row(session, new.row, new.cause, foreseen[new.row["id"]])
            rows.append(row)
            changes.append(_opened(session, row, new.cause))
    if changes:
        await audit.record_many(session, made[0].cause, changes)
    return {Complaint: rows}


async def follow_ticket(session: AsyncSession, cause: Cause, before: Columns, columns: Columns) -> None:
    """A ticket is about to be changed to these columns: its complaint opens, follows, or keeps it from changing.

    before: all columns of the ticket; columns: those it is to have, which get the tag of a repeated complaint.
    Raises ComplaintOpen where the ticket is to be something else while its complaint is open.
    """
    was, becomes = (each["type"] == COMPLAINT for each in (before, columns))
    same = all(before[name] == columns[name] for name in _COPIED)
    if before["silent"] or not (was or becomes) or (was and becomes and same):
        return
    held = await queries.of_ticket(session, before["id"])
    if not becomes:
        if held is not None and held.stage != stages.CLOSED:
            raise ComplaintOpen(conflicting_id=held.id)
        return
    row = {**before, **columns}
    repeat = await _notice(session, row, cause, held)
    columns["tags"] = row["tags"]
    if held is None:
        opened = await _row(session, row, cause, repeat)
        change = _opened(session, opened, cause)
        await writing.write(session, {Complaint: [opened]})
        await audit.record_many(session, cause, [change])
        return
    for name in _COPIED:
        setattr(held, name, columns[name])
    held.repeat_of, held.repeat_count = repeat
    if not was and held.stage == stages.CLOSED:
        await service.take_up_again(session, cause, held)
    await session.flush()


async def _notice(session: AsyncSession, row: Columns, cause: Cause, held: Complaint | None = None) -> Repeat:
    """What the complaint of a ticket repeats; the ticket's columns get the tag."""
    matter = Matter(
        row["contact_id"],
        row["account_id"],
        row["contact_reason_id"],
        held.category if held else None,
        held.id if held else None,
    )
    promised = await policies.promise(session, row["brand"])
    repeat = await repeats.notice(session, matter, held.opened_at if held else cause.at, promised.repeat_days)
    if repeat.times and repeats.TAG not in row["tags"] and len(row["tags"]) < MOST_TAGS:
        row["tags"] = [*row["tags"], repeats.TAG]
    return repeat


async def _row(session: AsyncSession, ticket: Columns, cause: Cause, repeat: Repeat) -> Columns:
    """The columns of a complaint that was received with this cause."""
    promised = await policies.promise(session, ticket["brand"])
    acknowledge_by, decide_by = await policies.dues(session, promised, cause.at)
    return {
        **_UNTOUCHED,
        **{name: ticket[name] for name in _COPIED},
        "id": uuid7(),
        "ticket_id": ticket["id"],
        "trace_id": ticket["trace_id"],
        "opened_at": cause.at,
        "acknowledgement_due_at": acknowledge_by,
        "decision_due_at": decide_by,
        "decisions": [],
        "repeat_of": repeat.repeat_of,
        "repeat_count": repeat.times,
    }


def _opened(session: AsyncSession, row: Columns, cause: Cause) -> audit.Change:
    """Tell that a complaint was opened; answers what the audit trail says of it."""
    told = ComplaintOpened(complaint_id=row["id"], **{name: row[name] for name in service.TOLD})
    outbox.tell(session, told, cause, trace_id=row["trace_id"])
    after = {"ticket_id": row["ticket_id"], "stage": row["stage"], "repeat_of": row["repeat_of"]}
    return audit.Change("complaint.open", "complaint", row["id"], after=after, cause=cause)
