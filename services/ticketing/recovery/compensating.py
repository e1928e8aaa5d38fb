"""Compensations on a case: what raises its version, and what the audit trail tells of them."""

from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.ticketing.compensations import service as compensations
from services.ticketing.compensations.errors import TooManyCompensations
from services.ticketing.compensations.models import Compensation
from services.ticketing.compensations.schemas import CompensationIn
from services.ticketing.recovery import service
from services.ticketing.recovery.models import RecoveryCase
from shared.events.cause import Cause
from shared.http.principal import Principal

MOST = 100  # compensations of one case

_VERBS = {"approved": "approve_compensation", "rejected": "reject_compensation"}


async def give(
    session: AsyncSession,
    cause: Cause,
    giver: Principal,
    case_id: UUID,
    body: CompensationIn,
    expected_version: int | None = None,
) -> RecoveryCase:
    """Give the customer something; over the giver's limit it waits for another person.

    Raises NotFound, CaseFinished, TooManyCompensations, PreconditionFailed.
    """
    case = await service.open_case(session, case_id, expected_version)
    if case.compensations >= MOST:
        raise TooManyCompensations
    given = await compensations.give(session, cause, giver, case.id, body)
    case.compensations += 1
    if given.state == "pending_approval":
        case.pending_compensations += 1
    await service.record(session, cause, case, "give_compensation", after=_told(given))
    return case


async def decide(
    session: AsyncSession,
    cause: Cause,
    decider: Principal,
    case_id: UUID,
    compensation_id: UUID,
    *,
    to: str,
    note: str | None,
    expected_version: int | None = None,
) -> RecoveryCase:
    """Approve or reject what waits: `to` is approved or rejected. The same decision of the same person changes nothing.

    Raises NotFound, CaseFinished, StaffNeeded, OwnCompensation, OverYourLimit, CompensationDecided, PreconditionFailed.
    """
    case = await service.open_case(session, case_id, expected_version)
    decided = await compensations.decide(session, cause, decider, case.id, compensation_id, to, note)
    if decided is not None:
        case.pending_compensations -= 1
        before = {"compensation_id": decided.id, "state": "pending_approval"}
        await service.record(session, cause, case, _VERBS[to], before=before, after=_told(decided))
    return case


def _told(row: Compensation) -> dict[str, Any]:
    """A compensation in the audit trail: who, what and how much, and none of the words."""
    told = {"kind", "amount_minor", "currency", "state", "requested_by_id", "decided_by"}
    return {"compensation_id": row.id, **row.model_dump(include=told)}
