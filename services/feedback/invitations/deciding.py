"""What a due invitation needs before its mail goes out, and what follows where it may not; and what a bounce does."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.feedback.brands import queries as brands
from services.feedback.directory.models import Contact
from services.feedback.invitations import composing, queries, suppressing, telling, words
from services.feedback.invitations.composing import Letter, Look
from services.feedback.invitations.models import Invitation
from services.feedback.invitations.reports import Verdict
from services.feedback.programs import windows
from services.feedback.programs.models import Program
from services.feedback.surveys import locales
from services.feedback.surveys.models import SurveyVersion
from shared.events.cause import Cause

BOUNCED = "bounced"
PLAIN = ("#1f4e79", "#ffffff")
"""The colours of a mail where no brand is described."""


async def decide(session: AsyncSession, cause: Cause, ids: Collection[UUID], sender_name: str) -> list[Letter]:
    """The mails that these invitations send now; what may not be sent is put off, or taken back.

    ids: of rows that this transaction holds, due and of active programs. sender_name: where the brand has none.
    """
    due = await _due(session, ids)
    suppressed = await queries.suppressed(session, ids, cause.at)
    looks = await _looks(session, {invitation.brand for invitation, *_ in due}, sender_name)
    letters = []
    for invitation, program, survey, contact in due:
        why_not = _why_not(invitation, contact, suppressed=invitation.id in suppressed)
        zone, window = contact.timezone if contact is not None else None, windows.read(program.sending_window)
        opens_at = windows.opening(window, zone, program.timezone, cause.at)
        if why_not is not None:
            _drop(session, cause, invitation, why_not)
        elif invitation.state != "queued" and not invitation.is_asked:
            invitation.remind_no_more(cause.at)
        elif opens_at > cause.at:
            invitation.wait_until(opens_at)
        else:
            number = 0 if invitation.state == "queued" else invitation.reminded + 1
            asked = composing.asked(survey.definition, _locale(survey, invitation.locale))
            look = looks[invitation.brand]
            letters.append(Letter(invitation.id, number, invitation.attempts, invitation.address, asked, look))
    return letters


async def bounce(session: AsyncSession, cause: Cause, invitation: Invitation, verdict: Verdict) -> None:
    """Its mail came back: it is over, and where the address is at fault for good, that gets no more."""
    invitation.bounce(cause.at, verdict.code)
    telling.bounced(session, cause, invitation, verdict.code, hard=verdict.hard)
    if verdict.hard:
        await suppressing.suppress(session, cause, BOUNCED, address=invitation.address)


async def locale_of(session: AsyncSession, invitation: Invitation) -> str:
    """The survey's locale in which an invitation asks."""
    survey = await session.get(SurveyVersion, (invitation.survey_id, invitation.survey_version))
    return (invitation.locale or words.FALLBACK) if survey is None else _locale(survey, invitation.locale)


async def _due(
    session: AsyncSession, ids: Collection[UUID]
) -> list[tuple[Invitation, Program, SurveyVersion, Contact | None]]:
    version = (col(SurveyVersion.survey_id) == col(Invitation.survey_id)) & (
        col(SurveyVersion.version) == col(Invitation.survey_version)
    )
    asked = (
        select(Invitation, Program, SurveyVersion, Contact)
        .join(Program, col(Program.id) == col(Invitation.program_id))
        .join(SurveyVersion, version)
        .outerjoin(Contact, col(Contact.contact_id) == col(Invitation.contact_id))
        .where(col(Invitation.id).in_(ids))
        .order_by(col(Invitation.next_at), col(Invitation.id))
    )
    found = await session.execute(asked)
    return [(invitation, program, survey, contact) for invitation, program, survey, contact in found]


def _why_not(invitation: Invitation, contact: Contact | None, *, suppressed: bool) -> str | None:
    if suppressed:
        return "suppressed"
    if not invitation.address:
        return "no_address"
    if contact is not None and contact.consent_email is False:
        return "opted_out"
    return None


def _drop(session: AsyncSession, cause: Cause, invitation: Invitation, why: str) -> None:
    if invitation.state == "queued":
        invitation.cancel(cause.at, why)
        telling.cancelled(session, cause, invitation, why)
    else:
        invitation.remind_no_more(cause.at)


def _locale(survey: SurveyVersion, wanted: str | None) -> str:
    definition = survey.definition
    return locales.choose(wanted, definition["locales"], definition["fallback_locale"]).locale


async def _looks(session: AsyncSession, keys: Collection[str], sender_name: str) -> dict[str, Look]:
    found = {}
    for key in keys:
        brand = await brands.named(session, key)
        if brand is None:
            found[key] = Look(sender_name, *PLAIN, sender_name)
        else:
            found[key] = Look(brand.name, brand.colour, brand.text_colour, brand.sender_name)
    return found
