"""The deeds on invitations: handing over a link, taking one back, noting that it is answered, ending it.

What is taken back when a ticket moves: an invitation that was not sent is cancelled, and no longer holds the contact's
quarantine. One that is out stays to be answered, since its mail cannot be called back and who answers it has something
to say; it is only reminded of no more.
"""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.feedback.invitations import queries, suppressing, telling
from services.feedback.invitations.errors import InvitationMoved, NoLink, NotYet, Suppressed
from services.feedback.invitations.models import Invitation
from services.feedback.programs.models import Program
from shared.contracts.onboarding import ContactErasureRequested
from shared.contracts.ticketing import TicketMerged, TicketReopened
from shared.events.cause import Cause
from shared.events.event import Event
from shared.features.audit import service as audit
from shared.http import etags

CSAT = "csat"
EMPLOYEE = "employee"

REOPENED = "ticket_reopened"
MERGED = "merged"
ERASED = "contact_erased"
UNSUBSCRIBED = "unsubscribed"

NOT_SENT = ("planned", "queued")


async def hand_over_link(session: AsyncSession, cause: Cause, invitation_id: UUID) -> Invitation:
    """Let another system show an invitation's link: with that it is sent, once. Asking again changes nothing.

    Raises NotFound, NoLink, NotYet, Suppressed, InvitationMoved.
    """
    invitation = await queries.invitation(session, invitation_id, lock=True)
    if invitation.channel != "link":
        raise NoLink
    if invitation.is_asked or invitation.state == "partial":
        return invitation
    if cause.at < invitation.not_before and invitation.may_become("sent"):
        raise NotYet(f"It begins at {invitation.not_before.isoformat()}.")
    if cause.at >= invitation.expires_at:
        raise InvitationMoved("Its time is over.")
    if await queries.suppressed(session, [invitation.id], cause.at):
        raise Suppressed
    before = audit.state_of(invitation, "state")
    invitation.send(cause.at, (await _program(session, invitation)).reminders)
    telling.sent(session, cause, invitation)
    await audit.record_row(session, cause, "hand_over", invitation, before, audit.state_of(invitation, "state"))
    return invitation


async def cancel(
    session: AsyncSession, cause: Cause, invitation_id: UUID, reason: str, expected: int | None
) -> Invitation:
    """Take one back that was not answered. Raises NotFound, PreconditionFailed, InvitationMoved."""
    invitation = await queries.invitation(session, invitation_id, lock=True)
    etags.check(invitation.version, expected)
    before = audit.state_of(invitation, "state")
    invitation.cancel(cause.at, "cancelled_by_hand")
    telling.cancelled(session, cause, invitation, "cancelled_by_hand")
    await audit.record_row(session, cause, "cancel", invitation, before, audit.state_of(invitation, "state"), reason)
    return invitation


async def unsubscribe(session: AsyncSession, cause: Cause, invitation_id: UUID) -> Invitation | None:
    """Who got this invitation wants no more: their address and contact are suppressed, and what is open is taken back.

    None where it does not exist.
    """
    invitation = await queries.if_there(session, invitation_id)
    if invitation is None:
        return None
    await suppressing.suppress(
        session, cause, UNSUBSCRIBED, address=invitation.address, contact_id=invitation.contact_id
    )
    await take_back_theirs(session, cause, invitation, UNSUBSCRIBED)
    return invitation


async def take_back_theirs(session: AsyncSession, cause: Cause, invitation: Invitation, reason: str) -> None:
    """Take back all that is open of who got this invitation, which is not locked yet: all lock them in one order."""
    if invitation.contact_id is None:
        theirs: Sequence[Invitation] = [await queries.invitation(session, invitation.id, lock=True)]
    else:
        theirs = await queries.of_contacts(session, [invitation.contact_id])
    for one in theirs:
        _take_back(session, cause, one, reason, also_sent=True)


def begin(cause: Cause, invitation: Invitation, answer_id: UUID) -> None:
    """A first part of its answer was saved; a further part changes nothing. The caller holds it."""
    if invitation.may_become("partial"):
        invitation.save_part(cause.at, _traceable(invitation, answer_id))


def finish(cause: Cause, invitation: Invitation, answer_id: UUID) -> None:
    """It got its answer; what is over stays over: a late answer is kept all the same. The caller holds it."""
    if invitation.may_become("completed"):
        invitation.complete(cause.at, _traceable(invitation, answer_id))


async def take_back_of_reopened(session: AsyncSession, events: list[Event[TicketReopened]]) -> None:
    """How satisfied the customer is with a solution is not asked while there is none.

    A fact that comes late again leaves the invitation of a later solution alone.
    """
    by_ticket = {event.data.ticket_id: event for event in sorted(events, key=lambda one: one.data.reopen_count)}
    cycles = await queries.cycles(session, by_ticket)
    for one in await queries.of_tickets(session, by_ticket, CSAT):
        event = by_ticket[one.ticket_id]  # type: ignore[index]  # it was looked up by it
        if cycles.get(one.id, -1) < event.data.reopen_count:
            _take_back(session, event.cause, one, REOPENED)


async def take_back_of_merged(session: AsyncSession, events: list[Event[TicketMerged]]) -> None:
    """Of a merged pair one ticket asks: the one that is left."""
    by_ticket = {event.data.ticket_id: event for event in events}
    for one in await queries.of_tickets(session, by_ticket, CSAT):
        _take_back(session, by_ticket[one.ticket_id].cause, one, MERGED)  # type: ignore[index]  # it was looked up by it


async def take_back_of_erased(session: AsyncSession, events: list[Event[ContactErasureRequested]]) -> None:
    """Who is to be forgotten is asked nothing any more."""
    by_contact = {event.data.contact_id: event for event in events}
    for one in await queries.of_contacts(session, by_contact):
        _take_back(session, by_contact[one.contact_id].cause, one, ERASED, also_sent=True)  # type: ignore[index]  # it was looked up by it


async def settle(session: AsyncSession, cause: Cause, at_most: int) -> int:
    """Deal with what is due and sends no mail; answers how many it were.

    Invitations expire, those of a program that has ended are taken back, those of a paused one wait, and a link waits
    to be asked for until it expires.
    """
    due = await queries.due_without_mail(session, cause.at, at_most)
    for invitation, program_state in due:
        if cause.at >= invitation.expires_at:
            invitation.expire(cause.at)
            telling.expired(session, cause, invitation)
        elif program_state == "ended":
            _take_back(session, cause, invitation, "program_ended")
        elif program_state == "active":
            invitation.wait_until(invitation.expires_at)
        else:
            invitation.wait_until(cause.at + queries.PAUSED_FOR)
    return len(due)


def _traceable(invitation: Invitation, answer_id: UUID) -> UUID | None:
    """What a member of staff answers is not to be found from whom was asked."""
    return None if invitation.survey_type == EMPLOYEE else answer_id


def _take_back(
    session: AsyncSession, cause: Cause, invitation: Invitation, reason: str, *, also_sent: bool = False
) -> None:
    if invitation.state in NOT_SENT or (also_sent and invitation.is_asked):
        invitation.cancel(cause.at, reason)
        telling.cancelled(session, cause, invitation, reason)
    else:
        invitation.remind_no_more(cause.at)


async def _program(session: AsyncSession, invitation: Invitation) -> Program:
    program = await session.get(Program, invitation.program_id)
    assert program is not None  # a foreign key holds it
    return program
