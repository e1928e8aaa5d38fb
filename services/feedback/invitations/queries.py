"""Reading invitations, suppressions, and what sending must know."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Select, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.feedback.invitations.models import Invitation, Suppression
from services.feedback.invitations.schemas import InvitationFilters, SuppressionFilters
from services.feedback.programs.models import Program
from shared.db.filtering import narrowed
from shared.db.statements import fetch
from shared.http.errors import NotFound

PAUSED_FOR = timedelta(minutes=15)
"""So long the invitations of a paused program are not looked at again."""

# The key of a decision on a ticket is `<event>/<ticket>/<times that it had been reopened>/<program>`.
_CYCLES = """
SELECT invitation.id, substring(key FROM '/([0-9]{1,9})/[^/]+$')::int AS cycle
FROM invitation JOIN send_decision ON send_decision.id = decision_id
WHERE invitation.ticket_id = ANY ($1::uuid[])
"""


def _stopped(whom: str, at: str) -> str:
    return f"""
    EXISTS (SELECT FROM suppression WHERE suppression.address = lower({whom}.address)
              AND (until IS NULL OR until > {at}))
    OR EXISTS (SELECT FROM suppression WHERE suppression.contact_id = {whom}.contact_id
                 AND (until IS NULL OR until > {at}))"""  # noqa: S608 - our own words


_SUPPRESSED = f"SELECT id FROM invitation WHERE id = ANY ($1::uuid[]) AND ({_stopped('invitation', '$2')})"  # noqa: S608
_SUPPRESSED_CONTACTS = f"""
SELECT contact_id FROM unnest($1::uuid[], $2::text[]) AS asked (contact_id, address) WHERE {_stopped("asked", "$3")}
"""  # noqa: S608


async def invitation(session: AsyncSession, invitation_id: UUID, *, lock: bool = False) -> Invitation:
    """One invitation. Raises NotFound."""
    found = await if_there(session, invitation_id, lock=lock)
    if found is None:
        raise NotFound("There is no invitation with this id.")
    return found


async def if_there(session: AsyncSession, invitation_id: UUID, *, lock: bool = False) -> Invitation | None:
    """One invitation, if there is one."""
    return await session.get(Invitation, invitation_id, with_for_update=lock or None, populate_existing=lock)


def invitations(filters: InvitationFilters) -> Select[Invitation]:
    """All invitations that fit, the latest first."""
    return narrowed(select(Invitation).order_by(col(Invitation.id).desc()), Invitation, filters)


async def of_tickets(session: AsyncSession, ticket_ids: Collection[UUID], survey_type: str) -> Sequence[Invitation]:
    """The invitations that these tickets set off, locked."""
    return await _locked(session, col(Invitation.ticket_id).in_(ticket_ids), col(Invitation.survey_type) == survey_type)


async def of_contacts(session: AsyncSession, contact_ids: Collection[UUID]) -> Sequence[Invitation]:
    """The invitations of these contacts that are not over, locked."""
    return await _locked(session, col(Invitation.contact_id).in_(contact_ids), col(Invitation.next_at).is_not(None))


async def _locked(session: AsyncSession, *conditions: Any) -> Sequence[Invitation]:
    asked = select(Invitation).where(*conditions).order_by(col(Invitation.id)).with_for_update()
    return (await session.execute(asked, execution_options={"populate_existing": True})).scalars().all()


async def cycles(session: AsyncSession, ticket_ids: Collection[UUID]) -> Mapping[UUID, int]:
    """Of the invitations that these tickets set off: how often the ticket had been reopened before."""
    found = await fetch(session, _CYCLES, list(ticket_ids))
    return {row.id: row.cycle for row in found if row.cycle is not None}


async def due_without_mail(session: AsyncSession, at: datetime, most: int) -> Sequence[tuple[Invitation, str]]:
    """What is due and sends no mail, each with the state of its program, locked: over, paused, ended, or a link."""
    asked = (
        select(Invitation, col(Program.state))
        .join(Program, col(Program.id) == col(Invitation.program_id))
        .where(
            col(Invitation.next_at) <= at,
            or_(col(Invitation.expires_at) <= at, col(Invitation.channel) == "link", col(Program.state) != "active"),
        )
        .order_by(col(Invitation.next_at))
        .limit(most)
        .with_for_update(of=Invitation, skip_locked=True)
    )
    return [(invitation, state) for invitation, state in await session.execute(asked)]


async def suppressed(session: AsyncSession, invitation_ids: Collection[UUID], at: datetime) -> set[UUID]:
    """Those of these invitations whose address or contact gets no surveys any more."""
    return {row.id for row in await fetch(session, _SUPPRESSED, list(invitation_ids), at)}


async def suppressed_contacts(session: AsyncSession, addresses: Mapping[UUID, str | None], at: datetime) -> set[UUID]:
    """Those of these contacts who get no surveys any more, by themselves or by their address. addresses: by contact."""
    if not addresses:
        return set()
    rows = await fetch(session, _SUPPRESSED_CONTACTS, list(addresses), list(addresses.values()), at)
    return {row.contact_id for row in rows}


def suppressions(filters: SuppressionFilters) -> Select[Suppression]:
    """All suppressions that fit, the latest first."""
    return narrowed(select(Suppression).order_by(col(Suppression.id).desc()), Suppression, filters)


async def suppression(session: AsyncSession, suppression_id: UUID) -> Suppression:
    """One suppression, locked. Raises NotFound."""
    found = await session.get(Suppression, suppression_id, with_for_update=True, populate_existing=True)
    if found is None:
        raise NotFound("There is no suppression with this id.")
    return found


async def suppression_of(session: AsyncSession, address: str | None, contact_id: UUID | None) -> Suppression | None:
    """The suppression of this address, or else of this contact, locked."""
    whom = col(Suppression.address) == address if address else col(Suppression.contact_id) == contact_id
    return (await session.execute(select(Suppression).where(whom).with_for_update())).scalar_one_or_none()


async def reminders(session: AsyncSession, program_id: UUID) -> Sequence[int]:
    """After how many seconds since it was sent a program's invitation is reminded of."""
    found = await session.scalar(select(col(Program.reminders)).where(col(Program.id) == program_id))
    return found or ()
