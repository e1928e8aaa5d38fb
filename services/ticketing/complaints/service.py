"""The deeds on complaints. Each locks the complaint, does or refuses, and tells what became true.

What was decided and why, and what the customer said to it, are words that stay here: facts and the audit trail
carry codes, ids and times.
"""

from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.ticketing.complaints import policies, queries, repeats, stages
from services.ticketing.complaints.errors import (
    DecisionNeeded,
    EndNeeded,
    NotDecided,
    StageNotAllowed,
    TooManyDecisions,
)
from services.ticketing.complaints.models import Complaint
from services.ticketing.complaints.schemas import (
    AcceptanceIn,
    ComplaintPatch,
    ComplaintTraits,
    ComplaintTransitionIn,
    DecisionIn,
)
from shared.contracts.ticketing import ComplaintClosed, ComplaintFact, ComplaintStageChanged
from shared.events import outbox
from shared.events.cause import Cause
from shared.features.audit import service as audit
from shared.http import etags, merge_patch

MOST_DECISIONS = 20  # of one complaint

TOLD = set(ComplaintFact.model_fields) - {"complaint_id"}
"""The columns that its facts show."""


async def change(
    session: AsyncSession, cause: Cause, complaint_id: UUID, patch: ComplaintPatch, expected: int | None
) -> Complaint:
    """Say what a complaint is about and how bad it is; by its category it may turn out to repeat another one.

    Raises NotFound, PreconditionFailed, Invalid.
    """
    row = await _held(session, complaint_id, expected)
    held = row.model_dump(include=set(ComplaintTraits.model_fields), exclude_none=True)
    said = merge_patch.merged(ComplaintTraits, held, patch).model_dump()
    before = {name: getattr(row, name) for name, value in said.items() if getattr(row, name) != value}
    if not before:
        return row
    if "category" in before:
        matter = repeats.Matter(row.contact_id, row.account_id, row.contact_reason_id, said["category"], row.id)
        promised = await policies.promise(session, row.brand)
        row.repeat_of, row.repeat_count = await repeats.notice(session, matter, row.opened_at, promised.repeat_days)
    for name in before:
        setattr(row, name, said[name])
    await _record(session, cause, row, "change", before, {name: said[name] for name in before})
    return row


async def move(
    session: AsyncSession, cause: Cause, complaint_id: UUID, body: ComplaintTransitionIn, expected: int | None
) -> Complaint:
    """Enter a stage; the one that holds is no change.

    Raises NotFound, PreconditionFailed, StageNotAllowed, DecisionNeeded, EndNeeded.
    """
    row = await _held(session, complaint_id, expected)
    if row.stage == body.to and body.closed_as in (None, row.closed_as):
        return row
    if body.to == stages.DECIDED and stages.decidable(row.stage, row.answer):
        raise DecisionNeeded
    if body.to == stages.CLOSED:
        await _close(session, cause, row, body)
    elif stages.taken_up_again(row.stage, body.to):
        await take_up_again(session, cause, row)
    else:
        previous = row.move(body.to, cause.at)
        await _moved(session, cause, row, previous)
    return row


async def take_up_again(session: AsyncSession, cause: Cause, row: Complaint) -> None:
    """Look again at what was decided or closed: another decision is due, by what is promised now."""
    promised = await policies.promise(session, row.brand)
    _, decide_by = await policies.dues(session, promised, cause.at)
    previous = row.move(stages.INVESTIGATING, cause.at)
    row.take_up_again(decide_by)
    row.acknowledged_at = row.acknowledged_at or cause.at  # closed before anybody had acknowledged it
    await _moved(session, cause, row, previous)


async def decide(
    session: AsyncSession, cause: Cause, complaint_id: UUID, body: DecisionIn, expected: int | None
) -> Complaint:
    """Decide a complaint, or decide it again where the customer has refused. The same decision again is no change.

    Raises NotFound, PreconditionFailed, StageNotAllowed, TooManyDecisions.
    """
    row = await _held(session, complaint_id, expected)
    said = body.model_dump()
    standing = row.decisions[-1] if row.decisions and row.stage == stages.DECIDED else None
    if standing is not None and {name: standing[name] for name in said} == said:
        return row
    if not stages.decidable(row.stage, row.answer):
        raise StageNotAllowed(f"A complaint that is {row.stage} cannot be decided.", allowed=stages.MOVES[row.stage])
    if len(row.decisions) >= MOST_DECISIONS:
        raise TooManyDecisions
    decision = {
        **said,
        "decided_at": outbox.rfc3339(cause.at),
        "decided_by": cause.actor,
        "due_at": outbox.rfc3339(row.decision_due_at),
        "answer": None,
        "answered_at": None,
        "comment": None,
    }
    previous = row.stage
    row.stage, row.outcome, row.decided_at = stages.DECIDED, body.outcome, cause.at
    row.assessed_at = row.assessed_at or cause.at
    row.answer = row.recourse = None
    row.decisions = [*row.decisions, decision]
    await _moved(session, cause, row, previous)
    return row


async def answer(
    session: AsyncSession, cause: Cause, complaint_id: UUID, body: AcceptanceIn, expected: int | None
) -> Complaint:
    """Keep what the customer says to the decision. Who refuses is shown recourse, and the complaint stays open.

    Raises NotFound, PreconditionFailed, NotDecided.
    """
    row = await _held(session, complaint_id, expected)
    if row.stage != stages.DECIDED:
        raise NotDecided(f"The complaint is {row.stage}.")
    said = "accepted" if body.accepted else "refused"
    before = row.answer
    if before == said and body.locale is None and body.comment is None:
        return row
    row.answer = said
    last = {**row.decisions[-1], "answer": said, "answered_at": outbox.rfc3339(cause.at), "comment": body.comment}
    row.decisions = [*row.decisions[:-1], last]
    row.recourse = None
    if not body.accepted:
        row.recourse = policies.recourse(await policies.promise(session, row.brand), body.locale)
    after = {"answer": said, "locale": row.recourse and row.recourse["locale"]}
    await _record(session, cause, row, "answer", {"answer": before}, after)
    return row


async def _close(session: AsyncSession, cause: Cause, row: Complaint, body: ComplaintTransitionIn) -> None:
    closed_as = body.closed_as or ("accepted" if row.stage == stages.DECIDED and row.answer == "accepted" else None)
    if closed_as is None and row.stage != stages.CLOSED:
        raise EndNeeded(stages.ends(row.stage, row.answer))
    previous = row.close(closed_as or "", cause.at)
    await _moved(session, cause, row, previous)


async def _held(session: AsyncSession, complaint_id: UUID, expected: int | None) -> Complaint:
    row = await queries.locked(session, complaint_id)
    etags.check(row.version, expected)
    return row


async def _moved(session: AsyncSession, cause: Cause, row: Complaint, previous: str) -> None:
    """Tell and record that a complaint is in another stage, or decided again."""
    columns = {"complaint_id": row.id, **row.model_dump(include=TOLD)}
    outbox.tell(session, ComplaintStageChanged(**columns, previous_stage=previous), cause, trace_id=row.trace_id)
    if row.stage == stages.CLOSED:
        outbox.tell(session, ComplaintClosed(**columns), cause, trace_id=row.trace_id)
    after = row.model_dump(include={"stage", "outcome", "closed_as"})
    await _record(session, cause, row, "move", {"stage": previous}, after)


async def _record(
    session: AsyncSession, cause: Cause, row: Complaint, verb: str, before: dict[str, Any], after: dict[str, Any]
) -> None:
    await audit.record_row(session, cause, verb, row, before, after)
