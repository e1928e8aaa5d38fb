"""Giving, approving and rejecting compensations of a case whose row the caller holds locked."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.ticketing.compensations import authority, queries
from services.ticketing.compensations.errors import (
    CompensationDecided,
    OverYourLimit,
    OwnCompensation,
    StaffNeeded,
)
from services.ticketing.compensations.models import Compensation
from services.ticketing.compensations.schemas import CompensationIn
from shared.events.cause import Cause
from shared.features.access.roles import ROLES
from shared.http.principal import Principal


async def give(
    session: AsyncSession, cause: Cause, giver: Principal, case_id: UUID, body: CompensationIn
) -> Compensation:
    """Give something on a case: approved where the giver's limit covers it, else it waits for somebody else."""
    row = Compensation(
        case_id=case_id,
        kind=body.kind,
        amount_minor=body.amount_minor,
        currency=body.currency,
        reason=body.reason,
        state="pending_approval",
        requested_at=cause.at,
        requested_by=cause.actor,
        requested_by_id=cause.staff_id,
    )
    if body.amount_minor == 0 or await _covered(session, giver, row):
        row.state, row.decided_at, row.decided_by = "approved", cause.at, cause.staff_id
    session.add(row)
    return row


async def decide(
    session: AsyncSession,
    cause: Cause,
    decider: Principal,
    case_id: UUID,
    compensation_id: UUID,
    to: str,
    note: str | None,
) -> Compensation | None:
    """Approve or reject what waits; None where the same person has decided so before.

    to: approved or rejected. Rejecting needs the same authority as approving.
    Raises NotFound, StaffNeeded, OwnCompensation, OverYourLimit, CompensationDecided.
    """
    row = await queries.compensation(session, case_id, compensation_id)
    if decider.staff_id is None:
        raise StaffNeeded
    if row.state == to and row.decided_by == decider.staff_id:
        return None
    if row.state != "pending_approval":
        raise CompensationDecided(f"It is {row.state}.")
    if row.requested_by_id == decider.staff_id:
        raise OwnCompensation
    if not await _covered(session, decider, row):
        raise OverYourLimit
    row.state, row.decided_at, row.decided_by, row.decision_note = to, cause.at, decider.staff_id, note
    return row


async def _covered(session: AsyncSession, who: Principal, row: Compensation) -> bool:
    """Is the amount within somebody's authority, beside what they have agreed to on the case?"""
    if who.staff_id is None or row.currency is None:
        return False
    limits = await queries.limits_in(session, row.currency)
    limit = authority.authority(limits, row.currency, who.staff_id, lambda role: _may_as(who, role))
    granted = await queries.granted(session, row.case_id, row.currency, who.staff_id)
    return authority.covers(limit, granted, row.amount_minor)


def _may_as(who: Principal, role: str) -> bool:
    """May somebody all that this role may?"""
    return all(who.may(scope) for scope in ROLES[role])
