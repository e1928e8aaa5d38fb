"""Whether a contact may be asked to tell others, and the slot that keeps two rules from asking at once."""

from collections.abc import Collection, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.feedback.directory.models import Contact
from services.feedback.follow_ups.models import AdvocacyQuarantine
from services.feedback.invitations import queries as invitations
from services.feedback.loop_cases.models import LoopCase
from services.feedback.triage.models import TriageCase
from shared.db.statements import fetch

_RESERVE = """
INSERT INTO advocacy_quarantine AS held (contact_id, asked_at, response_id, rule_id) VALUES ($1, $2, $3, $4)
ON CONFLICT (contact_id) DO UPDATE
SET asked_at = excluded.asked_at, response_id = excluded.response_id, rule_id = excluded.rule_id
WHERE held.asked_at <= $2 - $5::interval
RETURNING contact_id
"""


@dataclass(frozen=True, slots=True)
class Ask:
    """Somebody who is to be asked."""

    contact_id: UUID
    response_id: UUID
    rule_id: str
    quarantine: timedelta


@dataclass(slots=True)
class Askable:
    """What is known of contacts: who they are, when they were asked last, and for whom this is no time to ask."""

    contacts: Mapping[UUID, Contact]
    suppressed: Set[UUID]
    asked_at: dict[UUID, datetime]
    troubled: Set[UUID]
    in_triage: Set[UUID]

    def why_not(
        self, contact_id: UUID | None, account_id: UUID | None, response_id: UUID, since: datetime
    ) -> str | None:
        """Why a contact is not asked now, by the first reason that holds. since: who was asked after it waits."""
        contact = self.contacts.get(contact_id) if contact_id else None
        if contact is None:
            return "no_contact"
        if contact.contact_id in self.suppressed:
            return "suppressed"
        if not contact.email:
            return "no_address"
        if response_id in self.in_triage:
            return "in_triage"
        if account_id in self.troubled:
            return "open_loop_case"
        asked_at = self.asked_at.get(contact.contact_id)
        return "quarantined" if asked_at is not None and asked_at > since else None


async def known(
    session: AsyncSession, contact_ids: Set[UUID], account_ids: Set[UUID], response_ids: Set[UUID], at: datetime
) -> Askable:
    """What is known at this time of those who may be asked. Writes nothing."""
    if not contact_ids:
        return Askable({}, set(), {}, set(), set())
    contacts = await session.scalars(select(Contact).where(col(Contact.contact_id).in_(contact_ids)))
    asked = select(AdvocacyQuarantine).where(col(AdvocacyQuarantine.contact_id).in_(contact_ids))
    waiting = select(col(TriageCase.response_id)).where(
        col(TriageCase.response_id).in_(response_ids), col(TriageCase.closed).is_(False)
    )
    found = {contact.contact_id: contact for contact in contacts}
    return Askable(
        contacts=found,
        suppressed=await suppressed(session, found.values(), at),
        asked_at={row.contact_id: row.asked_at for row in await session.scalars(asked)},
        troubled=await _troubled(session, account_ids),
        in_triage=set(await session.scalars(waiting)),
    )


async def suppressed(session: AsyncSession, contacts: Collection[Contact], at: datetime) -> set[UUID]:
    """Those of these contacts to whom nothing may be sent: who want no mail, stopped it, or are not there any more."""
    unwilling = {contact.contact_id for contact in contacts if contact.consent_email is False or not contact.active}
    addresses = {contact.contact_id: contact.email for contact in contacts}
    return unwilling | await invitations.suppressed_contacts(session, addresses, at)


async def reserve(session: AsyncSession, at: datetime, asks: Sequence[Ask]) -> set[UUID]:
    """Take the slots of these contacts, each named once; answers who got theirs.

    Who was asked meanwhile by another transaction did not. One by one, in one order everywhere: two transactions that
    ask the same people cannot lock each other out.
    """
    taken: set[UUID] = set()
    for ask in sorted(asks, key=lambda one: one.contact_id):
        row = (ask.contact_id, at, ask.response_id, ask.rule_id, ask.quarantine)
        if await fetch(session, _RESERVE, *row):
            taken.add(ask.contact_id)
    return taken


async def _troubled(session: AsyncSession, account_ids: Set[UUID]) -> set[UUID]:
    """Those of these accounts with which something is open."""
    asked = select(col(LoopCase.account_id)).where(
        col(LoopCase.account_id).in_(account_ids), col(LoopCase.state) == "open"
    )
    return {account_id for account_id in await session.scalars(asked) if account_id is not None}
