"""What people do in triage. How answers come into it and leave it stands in responses/following.py."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.feedback.triage import queries
from services.feedback.triage.models import TriageCase
from services.feedback.triage.schemas import TriageAssignIn, TriageResolveIn
from shared.events.cause import Cause
from shared.features.audit import service as audit
from shared.http import etags
from shared.http.errors import Conflict


class TriageClosed(Conflict):
    """It was decided, or needs no decision any more."""

    code = "triage_closed"


async def assign(
    session: AsyncSession, cause: Cause, triage_id: UUID, body: TriageAssignIn, expected: int | None
) -> TriageCase:
    """Say who looks at it. Raises NotFound, PreconditionFailed, TriageClosed."""
    row = await queries.case(session, triage_id, lock=True)
    etags.check(row.version, expected)
    if row.closed:
        raise TriageClosed(f"It is {row.state}.")
    if row.assignee_id != body.assignee_id:
        before = audit.state_of(row, "assignee_id")
        row.assignee_id = body.assignee_id
        await audit.record_row(session, cause, "assign", row, before, audit.state_of(row, "assignee_id"))
    return row


async def resolve(
    session: AsyncSession, cause: Cause, triage_id: UUID, body: TriageResolveIn, expected: int | None
) -> TriageCase:
    """Decide it; the same decision again changes nothing. Raises NotFound, PreconditionFailed, TriageClosed."""
    row = await queries.case(session, triage_id, lock=True)
    etags.check(row.version, expected)
    if row.outcome == body.outcome and body.note in (None, row.note):
        return row
    if row.closed:
        raise TriageClosed(f"It is {row.state}.")
    row.resolve(body.outcome, body.note, cause.actor, cause.at)
    # Not the note: the trail outlives what is erased of it.
    await audit.record_row(session, cause, "resolve", row, {"state": "open"}, audit.state_of(row, "state", "outcome"))
    return row
