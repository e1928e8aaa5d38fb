"""The cases of merged tickets: they go with the merge and come home with its undoing, in whatever state they are then.

Nothing is told: of a case itself nothing changed, and its next fact names the ticket that it is on.
"""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.ticketing.recovery import states, waiting
from services.ticketing.recovery.models import RecoveryCase
from shared.events.cause import Cause
from shared.features.audit import service as audit


async def take_along(session: AsyncSession, cause: Cause, ticket_id: UUID, into_ticket_id: UUID) -> None:
    """The cases of a ticket go to the one that it is merged into. The caller holds both tickets."""
    for case in await _locked(session, col(RecoveryCase.ticket_id) == ticket_id):
        home = case.home_ticket_id or ticket_id
        await _bring(session, cause, case, into_ticket_id, home, "merge")


async def bring_home(session: AsyncSession, cause: Cause, ticket_id: UUID, home_ticket_ids: Collection[UUID]) -> None:
    """Cases that were opened on a ticket, or on those that stay merged into it, go to that ticket."""
    for case in await _locked(session, col(RecoveryCase.home_ticket_id).in_(home_ticket_ids)):
        home = None if case.home_ticket_id == ticket_id else case.home_ticket_id
        await _bring(session, cause, case, ticket_id, home, "unmerge")


async def _locked(session: AsyncSession, which: ColumnElement[bool]) -> Sequence[RecoveryCase]:
    rows = await session.scalars(
        select(RecoveryCase)
        .where(which)
        .order_by(col(RecoveryCase.id))
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    return rows.all()


async def _bring(
    session: AsyncSession, cause: Cause, case: RecoveryCase, ticket_id: UUID, home: UUID | None, verb: str
) -> None:
    before = case.ticket_id
    case.ticket_id, case.home_ticket_id = ticket_id, home
    if home is None and case.account_id is not None and case.state == states.OPENED:
        # A team that became known while the case was away passed it by. It is for a job to look again: teams are held
        # before tickets.
        await waiting.leave(session, cause, case.account_id)
    await audit.record_row(session, cause, verb, case, {"ticket_id": before}, {"ticket_id": ticket_id})
