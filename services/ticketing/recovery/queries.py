"""Reading recovery cases."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Select, bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.ticketing.recovery import states
from services.ticketing.recovery.models import RecoveryCase, RecoveryContact
from services.ticketing.recovery.schemas import CaseFilters
from shared.db.filtering import narrowed
from shared.db.statements import fetch, flush
from shared.http.errors import NotFound


def cases(filters: CaseFilters) -> Select[RecoveryCase]:
    """The cases of a list, newest first."""
    return narrowed(select(RecoveryCase).order_by(col(RecoveryCase.id).desc()), RecoveryCase, filters)


async def case(session: AsyncSession, case_id: UUID) -> RecoveryCase:
    """One by its id. Raises NotFound."""
    found = await session.get(RecoveryCase, case_id)
    if found is None:
        raise NotFound("There is no such recovery case.")
    return found


async def locked(session: AsyncSession, case_id: UUID) -> RecoveryCase:
    """One by its id, locked until the transaction ends. Raises NotFound."""
    found = await session.get(RecoveryCase, case_id, with_for_update=True, populate_existing=True)
    if found is None:
        raise NotFound("There is no such recovery case.")
    return found


def contacts(case_id: UUID) -> Select[RecoveryContact]:
    """The attempts to reach the customer of a case, the newest first."""
    newest = col(RecoveryContact.id).desc()
    return select(RecoveryContact).where(col(RecoveryContact.case_id) == case_id).order_by(newest)


async def case_of_ticket(session: AsyncSession, ticket_id: UUID) -> RecoveryCase | None:
    """The newest case of a ticket."""
    newest = col(RecoveryCase.id).desc()
    return await session.scalar(
        select(RecoveryCase).where(col(RecoveryCase.ticket_id) == ticket_id).order_by(newest).limit(1)
    )


_ANY = "SELECT 1 FROM recovery_case WHERE ticket_id = $1 LIMIT 1"
"""Asked of the driver: nothing costs it a quarter of what it costs the ORM."""

# Made once: to put it together takes as long as to ask.
_UNFINISHED = (
    select(RecoveryCase)
    .where(col(RecoveryCase.ticket_id) == bindparam("ticket_id"), col(RecoveryCase.state).in_(states.UNFINISHED))
    .order_by(col(RecoveryCase.id))
    .limit(1)
    .with_for_update()
    .execution_options(populate_existing=True)
)


async def unfinished_of_ticket(session: AsyncSession, ticket_id: UUID) -> RecoveryCase | None:
    """The unfinished case of a ticket, locked until the transaction ends. Most tickets have no case at all."""
    await flush(session)
    if not await fetch(session, _ANY, ticket_id):
        return None
    return await session.scalar(_UNFINISHED, {"ticket_id": ticket_id})


async def still_opened(
    session: AsyncSession, account_id: UUID, *, after: UUID | None, most: int
) -> Sequence[RecoveryCase]:
    """An account's cases that nobody has taken on, oldest first, behind the case `after`."""
    found = (
        select(RecoveryCase)
        .where(col(RecoveryCase.account_id) == account_id, col(RecoveryCase.state) == states.OPENED)
        .order_by(col(RecoveryCase.id))
        .limit(most)
    )
    if after is not None:
        found = found.where(col(RecoveryCase.id) > after)
    return (await session.scalars(found)).all()
