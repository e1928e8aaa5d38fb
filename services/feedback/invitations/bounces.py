"""The deed: what a mail that came back says of an invitation of ours.

A report is believed where it carries a name that only we can sign: in the address it returns to, in the Message-ID or
in the unsubscribe link of the mail that it returns; and where it speaks of the address that we wrote to. All else is
forged, or somebody else's, and changes nothing.
"""

import asyncio
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.feedback.invitations import deciding, names, queries, reports, suppressing, tokens
from services.feedback.invitations import service as invitations
from services.feedback.invitations.models import Invitation
from services.feedback.invitations.reports import Report, Told, Verdict
from shared.events.cause import Cause
from shared.features.notification_templates.templates import one_line

COMPLAINED = "complained"

Outcome = Literal["bounced", "delivered", "delayed", "complained", "known", "ignored"]
Ignored = Literal["no_report", "not_ours", "other_recipient"]


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a report."""

    outcome: Outcome
    invitation_id: UUID | None = None
    verdict: Verdict | None = None
    reason: Ignored | None = None


async def take_in(session: AsyncSession, cause: Cause, raw: bytes, recipient: str | None, secret: str) -> Taken:
    """Obey a report once; the same again is known. recipient: the envelope's, where the gateway knows it."""
    report = await asyncio.to_thread(reports.read, raw)  # half a second of the processor, where somebody means it
    if report is None:
        return Taken("ignored", reason="no_report")
    named = _named(report, recipient, secret)
    invitation = await queries.if_there(session, named) if named is not None else None
    if invitation is None:
        return Taken("ignored", reason="not_ours")
    told = _of(report, invitation.address)
    if told is None:
        return Taken("ignored", reason="other_recipient")
    verdict = reports.verdict(told.kind, told.status, told.detail)
    if verdict.kind == "complaint":
        return Taken(await _complain(session, cause, invitation), invitation.id, verdict)
    invitation = await queries.invitation(session, invitation.id, lock=True)
    return Taken(await _obey(session, cause, invitation, verdict), invitation.id, verdict)


def _named(report: Report, recipient: str | None, secret: str) -> UUID | None:
    """The one invitation that it names; None where it names none of ours, or more than one."""
    returned_to = [*report.returned_to, *([recipient] if recipient else [])]
    claimed = [names.in_return_address(address) for address in returned_to]
    claimed += [names.in_message_id(text) for text in report.message_ids]
    found = {names.invitation_of(name, secret) for name in claimed if name is not None}
    found |= {tokens.invitation_of(token, secret) for token in report.tokens}
    found.discard(None)
    return found.pop() if len(found) == 1 else None


def _of(report: Report, address: str | None) -> Told | None:
    """What it says of our recipient; the worst, where it says several things. An address of nobody is never meant."""
    if not address:
        return None
    theirs = [told for told in report.told if told.address in (None, address.lower())]
    order = ("complaint", "failed", "delivered", "delayed")
    return min(theirs, key=lambda told: order.index(told.kind), default=None)


async def _complain(session: AsyncSession, cause: Cause, invitation: Invitation) -> Outcome:
    new = await suppressing.suppress(
        session, cause, COMPLAINED, address=invitation.address, contact_id=invitation.contact_id
    )
    await invitations.take_back_theirs(session, cause, invitation, COMPLAINED)
    return "complained" if new else "known"


async def _obey(session: AsyncSession, cause: Cause, invitation: Invitation, verdict: Verdict) -> Outcome:
    if verdict.kind == "delayed":
        return "delayed"
    if verdict.kind == "delivered":
        if not invitation.may_become("delivered"):
            return "known"
        invitation.deliver(cause.at)
        return "delivered"
    return await _bounce(session, cause, invitation, verdict)


async def _bounce(session: AsyncSession, cause: Cause, invitation: Invitation, verdict: Verdict) -> Outcome:
    """One that was answered, or is over, stays as it is; but a dead address gets no more mails of other surveys."""
    if invitation.may_become("bounced") and invitation.sent_at is not None:
        detail = one_line(verdict.detail)
        invitation.note_mail(number=None, at=cause.at.isoformat(), code=verdict.code, detail=detail or None)
        await deciding.bounce(session, cause, invitation, verdict)
        return "bounced"
    if not verdict.hard or invitation.state == "bounced":
        return "known"
    new = await suppressing.suppress(session, cause, deciding.BOUNCED, address=invitation.address)
    return "bounced" if new else "known"
