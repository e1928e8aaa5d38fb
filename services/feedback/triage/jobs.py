"""Telling the responsible people that an answer waits for them."""

from collections.abc import Iterable
from datetime import timedelta

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.feedback.directory import queries as directory
from services.feedback.directory.queries import Customer
from services.feedback.responses.models import Response
from services.feedback.triage.models import TriageCase
from shared.events.cause import Cause
from shared.features.notifications import service as notifications
from shared.features.notifications.service import About, Notice, Recipient
from shared.worker.jobs import InBatches, Job

WAITS = timedelta(minutes=5)
"""For the account's team to be known; after that whoever is named for the rest is told."""


def jobs(fallback_address: str | None) -> list[Job]:
    """What time triggers in triage. fallback_address: who is told where nobody works with the account."""

    async def tell_untold(session: AsyncSession, cause: Cause, at_most: int) -> int:
        return await _tell_untold(session, cause, at_most, fallback_address)

    return [Job("triage_untold", every_seconds=1.0, deed=InBatches(tell_untold, most=100))]


async def _tell_untold(session: AsyncSession, cause: Cause, at_most: int, fallback_address: str | None) -> int:
    due = (
        select(TriageCase, Response)
        .join(Response, col(Response.id) == col(TriageCase.response_id))
        .where(col(TriageCase.told_at).is_(None), col(TriageCase.closed).is_(False))
        .where(
            or_(
                col(TriageCase.account_id).is_(None),
                directory.has_a_team(col(TriageCase.account_id)),
                col(TriageCase.opened_at) <= cause.at - WAITS,
            )
        )
        .order_by(col(TriageCase.id))
        .limit(at_most)
        .with_for_update(skip_locked=True, of=TriageCase)
    )
    untold = [(case, response) for case, response in await session.execute(due)]
    customers = await directory.customers(
        session,
        {case.account_id for case, _ in untold if case.account_id is not None},
        {response.contact_id for _, response in untold if response.contact_id is not None},
        cause.at,
    )
    notices: list[Notice] = []
    for case, response in untold:
        customer = (customers.get(case.account_id) if case.account_id is not None else None) or Customer()
        notices.extend(_notices(case, response, customer, fallback_address))
        case.told_at = cause.at
    await notifications.queue(session, cause, notices)
    return len(untold)


def _notices(
    case: TriageCase, response: Response, customer: Customer, fallback_address: str | None
) -> Iterable[Notice]:
    """One for each of the team, or for the address that is named for the rest.

    They name no response_id: what the observer counts under it are the escalation and the good news.
    """
    people = [
        (Recipient("staff", one.address, staff_id=one.staff_id, role=one.role), one.name) for one in customer.team
    ]
    if not people and fallback_address:
        people = [(Recipient("address", fallback_address), "")]
    contact = customer.contacts.get(response.contact_id) if response.contact_id else None
    for recipient, name in people:
        yield Notice(
            template="triage_needed",
            recipient=recipient,
            dedup_key=f"triage:{case.id}:{case.occasion}:{recipient.staff_id or 'rest'}",
            about=About(account_id=case.account_id),
            trace_id=case.trace_id,
            values={
                "name": name or None,
                "customer": customer.name,
                "contact": contact or (response.respondent or {}).get("name"),
                "survey": response.survey_type.replace("_", " ").upper(),
                "score": response.score,
                "reasons": ", ".join(case.reasons),
                "comment": response.comment or None,
                "triage_id": str(case.id),
            },
        )
