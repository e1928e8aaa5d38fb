"""Following up positive answers: the account's team hears the good news."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.feedback.directory import queries as directory
from services.feedback.directory.queries import Customer
from services.feedback.follow_ups.models import FollowUpRun, Result
from services.feedback.follow_ups.rules import GOOD_NEWS
from services.feedback.responses.models import EMPLOYEE, Response
from shared.contracts.feedback import FollowUpExecuted
from shared.events.cause import Cause
from shared.events.outbox import tell
from shared.features.notifications import service as notifications
from shared.features.notifications.service import About, Notice, Recipient

AT_ONCE = 100  # runs a transaction


async def execute_due(session: AsyncSession, cause: Cause) -> int:
    """Execute the runs whose team is known or was waited for long enough; answers how many."""
    waited_since = cause.at - GOOD_NEWS.waits
    due = (
        select(FollowUpRun, Response)
        .join(Response, col(Response.id) == col(FollowUpRun.response_id))
        .where(col(FollowUpRun.state) == "waiting")
        .where(
            or_(
                col(FollowUpRun.account_id).is_(None),
                directory.has_a_team(col(FollowUpRun.account_id)),
                col(FollowUpRun.opened_at) <= waited_since,
            )
        )
        .order_by(col(FollowUpRun.id))
        .limit(AT_ONCE)
        .with_for_update(skip_locked=True)
    )
    runs = [(run, response) for run, response in await session.execute(due)]
    await _execute(session, cause, runs)
    return len(runs)


async def repair(session: AsyncSession, cause: Cause, response_id: UUID) -> tuple[str, str | None]:
    """Tell the team now, if that was not done; answers a repair's result and reason."""
    locked = select(Response).where(col(Response.id) == response_id).with_for_update()
    response = (await session.execute(locked)).scalar_one_or_none()
    if response is None or response.deleted_at is not None:
        return "refused", "no_response"
    if response.outcome != "positive" or response.survey_type == EMPLOYEE:
        return "refused", "not_positive"
    asked = select(FollowUpRun).where(col(FollowUpRun.response_id) == response_id).with_for_update()
    run = (await session.execute(asked)).scalar_one_or_none()
    if run is None:
        run = FollowUpRun(
            response_id=response_id,
            account_id=response.account_id,
            trace_id=response.trace_id,
            opened_at=cause.at,
        )
        session.add(run)
    elif run.result == "notified":
        return "nothing_to_do", None
    await _execute(session, cause, [(run, response)])
    return ("done", None) if run.result == "notified" else ("refused", run.reason)


async def _execute(session: AsyncSession, cause: Cause, runs: Sequence[tuple[FollowUpRun, Response]]) -> None:
    customers = await directory.customers(
        session,
        {run.account_id for run, _ in runs if run.account_id is not None},
        {response.contact_id for _, response in runs if response.contact_id is not None},
        cause.at,
    )
    notices: list[Notice] = []
    for run, response in runs:
        customer = customers.get(run.account_id) if run.account_id is not None else None
        reason = _reason_to_skip(run, response, customer)
        if reason is None and customer is not None:
            notices.extend(_notices(response, customer))
        result: Result = "notified" if reason is None else "skipped"
        run.executed(GOOD_NEWS, result, reason, cause.at)
        _tell(session, cause, run, result)
    await notifications.queue(session, cause, notices)


def _reason_to_skip(run: FollowUpRun, response: Response, customer: Customer | None) -> str | None:
    if response.deleted_at is not None:
        return "response_deleted"
    if response.outcome != "positive":
        return "no_longer_positive"
    if run.account_id is None:
        return "no_account"
    if customer is None or not customer.team:
        return "no_team"
    return None


def _notices(response: Response, customer: Customer) -> Iterable[Notice]:
    contact = customer.contacts.get(response.contact_id) if response.contact_id else None
    respondent = (response.respondent or {}).get("name")
    for member in customer.team:
        yield Notice(
            template="good_news",
            recipient=Recipient(kind="staff", staff_id=member.staff_id, role=member.role, address=member.address),
            dedup_key=f"good_news:{response.id}:{member.staff_id}",
            about=About(response_id=response.id, account_id=response.account_id),
            trace_id=response.trace_id,
            values={
                "name": member.name,
                "customer": customer.name,
                "contact": contact or respondent,
                "survey": response.survey_type.upper(),
                "score": response.score,
                "comment": response.comment or None,
            },
        )


def _tell(session: AsyncSession, cause: Cause, run: FollowUpRun, result: Result) -> None:
    executed = FollowUpExecuted(
        response_id=run.response_id,
        account_id=run.account_id,
        rule_id=GOOD_NEWS.id,
        rule_version=GOOD_NEWS.version,
        result=result,
        reason=run.reason,
        at=cause.at,
    )
    tell(session, executed, cause, trace_id=run.trace_id)
