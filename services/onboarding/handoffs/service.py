"""Deeds on deals and hand-offs."""

from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from services.onboarding.directory import accounts, contacts, team
from services.onboarding.directory.models import Account
from services.onboarding.directory.staff_schemas import TeamRoleIn
from services.onboarding.handoffs import completeness, queries
from services.onboarding.handoffs.models import Deal, Handoff
from services.onboarding.handoffs.schemas import Acceptance, DealIn, Rejection
from shared import business_time
from shared.contracts.onboarding import (
    DealReceived,
    HandoffAccepted,
    HandoffReceived,
    HandoffRejected,
)
from shared.events.cause import Cause
from shared.events.outbox import tell
from shared.features.audit import service as audit
from shared.features.calendars import queries as calendars
from shared.features.calendars.service import DEFAULT_ID as DEFAULT_CALENDAR
from shared.http import etags
from shared.http.errors import SourceConflict
from shared.http.fields import digest
from shared.ids import uuid7

_ONE_AT_A_TIME = text("SELECT pg_advisory_xact_lock(hashtextextended(:crm || chr(31) || :crm_id, 0))")


class ReceivedDeal(NamedTuple):
    """A deal, and whether it is new."""

    row: Deal
    is_new: bool


async def receive_deal(session: AsyncSession, cause: Cause, body: DealIn, *, acceptance_seconds: int) -> ReceivedDeal:
    """Take a won deal in: its account, its contacts, the deal and its hand-off. A known deal changes nothing.

    acceptance_seconds: of the default calendar, until the hand-off is to be decided.
    Raises SourceConflict where the CRM told another deal under this id, and what the directory raises.
    """
    # The loser of a race must find the winner's deal, not make the account a second time.
    await session.execute(_ONE_AT_A_TIME, {"crm": body.crm, "crm_id": body.crm_id})
    held = await queries.deal_of_crm(session, body.crm, body.crm_id)
    if held is not None:
        if held.digest != digest(body):
            raise SourceConflict("Another deal has this crm and crm_id.", conflicting_id=held.id)
        return ReceivedDeal(held, is_new=False)
    deal_id = uuid7()
    account = await accounts.receive_from_deal(session, cause, body.account, trace_id=deal_id)
    contact_ids = await contacts.receive_from_deal(session, cause, account, body.contacts)
    deal = Deal(
        id=deal_id,
        crm=body.crm,
        crm_id=body.crm_id,
        account_id=account.id,
        contact_ids=[str(contact_id) for contact_id in contact_ids],
        handoff_id=uuid7(),
        closed_at=body.closed_at,
        received_at=cause.at,
        trace_id=deal_id,
        digest=digest(body),
    )
    session.add(deal)
    await session.flush()
    handoff = await _open_handoff(session, cause, deal, account, body, acceptance_seconds)
    tell(session, DealReceived(**_told(handoff)), cause, trace_id=deal.trace_id, time=body.closed_at)
    tell(session, HandoffReceived(**_told(handoff)), cause, trace_id=deal.trace_id)
    await audit.record(
        session,
        cause,
        action="deal.receive",
        entity="deal",
        entity_id=deal.id,
        after={"crm": deal.crm, "crm_id": deal.crm_id, "account_id": account.id, "handoff_id": handoff.id},
    )
    return ReceivedDeal(deal, is_new=True)


async def accept(
    session: AsyncSession, cause: Cause, handoff_id: UUID, body: Acceptance, expected: int | None
) -> Handoff:
    """Take the customer on; who manages the project joins the account's team.

    Raises NotFound, PreconditionFailed and TransitionNotAllowed.
    """
    handoff = await queries.locked_handoff(session, handoff_id)
    etags.check(handoff.version, expected)
    handoff.accept(at=cause.at, by=cause.actor, playbook_id=body.playbook_id, starts_on=body.starts_on)
    await session.flush()
    if body.project_manager is not None:
        wanted = TeamRoleIn(staff=body.project_manager)
        await team.set_role(session, cause, handoff.account_id, "project_manager", wanted)
    tell(session, HandoffAccepted(**_told(handoff)), cause, trace_id=handoff.trace_id)
    await _record_decision(session, cause, handoff)
    return handoff


async def reject(
    session: AsyncSession, cause: Cause, handoff_id: UUID, body: Rejection, expected: int | None
) -> Handoff:
    """Send it back to sales. Raises NotFound, PreconditionFailed and TransitionNotAllowed."""
    handoff = await queries.locked_handoff(session, handoff_id)
    etags.check(handoff.version, expected)
    handoff.reject(at=cause.at, by=cause.actor, gaps=body.gaps, reason=body.reason)
    await session.flush()
    tell(session, HandoffRejected(**_told(handoff)), cause, trace_id=handoff.trace_id)
    await _record_decision(session, cause, handoff)
    return handoff


async def repair_handoff(session: AsyncSession, deal_id: UUID) -> tuple[str, str | None]:
    """Whether a deal has its hand-off. It was made with the deal, so there is never anything to do."""
    found = await queries.handoff_of_deal(session, deal_id)
    return ("nothing_to_do", None) if found is not None else ("refused", "unknown_deal")


async def _open_handoff(
    session: AsyncSession, cause: Cause, deal: Deal, account: Account, body: DealIn, acceptance_seconds: int
) -> Handoff:
    content = body.handoff.model_dump(mode="json")
    judged = completeness.judge(account.segment, {**content, "contract": account.contract})
    calendar = (await calendars.load(session, [DEFAULT_CALENDAR])).get(DEFAULT_CALENDAR)
    handoff = Handoff(
        id=deal.handoff_id,
        deal_id=deal.id,
        account_id=account.id,
        trace_id=deal.trace_id,
        state="received",
        content=content,
        completeness=judged.share,
        gaps=list(judged.gaps),
        due_at=business_time.add(calendar, cause.at, acceptance_seconds),
        created_at=cause.at,
        updated_at=cause.at,
        version=1,
    )
    session.add(handoff)
    await session.flush()
    return handoff


async def _record_decision(session: AsyncSession, cause: Cause, handoff: Handoff) -> None:
    await audit.record(
        session,
        cause,
        action=f"handoff.{handoff.state.removesuffix('ed')}",
        entity="handoff",
        entity_id=handoff.id,
        before={"state": "received"},
        after={"state": handoff.state, "gaps": handoff.gaps, "playbook_id": handoff.playbook_id},
        reason=handoff.reason,
    )


def _told(handoff: Handoff) -> dict[str, Any]:
    """The data of all facts of a hand-off."""
    return {
        "handoff_id": handoff.id,
        "deal_id": handoff.deal_id,
        "account_id": handoff.account_id,
        "state": handoff.state,
        "completeness": handoff.completeness,
        "gaps": tuple(handoff.gaps),
        "due_at": handoff.due_at,
        "project_id": handoff.project_id,
        "decided_at": handoff.decided_at,
    }
