"""Following up answers: the account's team hears the news, and who is happy may be asked to tell others."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.feedback.directory import queries as directory
from services.feedback.directory.models import Contact
from services.feedback.follow_up_rules import known as rules
from services.feedback.follow_up_rules import matching
from services.feedback.follow_up_rules import queries as rule_queries
from services.feedback.follow_up_rules.known import Rule
from services.feedback.follow_up_rules.matching import Answer
from services.feedback.follow_up_rules.service import GOOD_NEWS
from services.feedback.follow_ups import asking
from services.feedback.follow_ups.asking import Ask, Askable
from services.feedback.follow_ups.deciding import Decision, Deed, decide
from services.feedback.follow_ups.models import FollowUpRun
from services.feedback.responses.models import EMPLOYEE, Response
from shared.contracts.feedback import FollowUpExecuted
from shared.events.cause import Cause
from shared.events.outbox import tell
from shared.features.notifications import service as notifications
from shared.features.notifications.service import About, Notice, Recipient


async def execute_due(session: AsyncSession, cause: Cause, at_most: int) -> int:
    """Execute the runs whose team is known or was waited for long enough; answers how many."""
    due = (
        select(FollowUpRun, Response)
        .join(Response, col(Response.id) == col(FollowUpRun.response_id))
        .where(col(FollowUpRun.state) == "waiting")
        .where(
            or_(
                col(FollowUpRun.account_id).is_(None),
                directory.has_a_team(col(FollowUpRun.account_id)),
                col(FollowUpRun.waits_until) <= cause.at,
            )
        )
        .order_by(col(FollowUpRun.id))
        .limit(at_most)
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
    asked = select(FollowUpRun).where(
        col(FollowUpRun.response_id) == response_id, col(FollowUpRun.rule_id) == GOOD_NEWS
    )
    run = (await session.execute(asked.with_for_update())).scalar_one_or_none()
    if run is None:
        rule = await rule_queries.of_code(session, GOOD_NEWS)
        if rule is None or not rule.active or not matching.may_fit(rule.match, Answer.of(response.model_dump())):
            return "refused", "no_rule"
        run = FollowUpRun(
            response_id=response_id,
            account_id=response.account_id,
            trace_id=response.trace_id,
            rule_id=rule.code,
            rule_version=rule.version,
            opened_at=cause.at,
            waits_until=cause.at,
        )
        session.add(run)
    elif run.result == "notified":
        return "nothing_to_do", None
    await _execute(session, cause, [(run, response)])
    return ("done", None) if run.result == "notified" else ("refused", run.reason)


async def _execute(session: AsyncSession, cause: Cause, runs: Sequence[tuple[FollowUpRun, Response]]) -> None:
    held = await rules.versions(session, {_rule_of(run) for run, _ in runs})
    decisions, askable = await decide(session, [(held[_rule_of(run)], response) for run, response in runs], cause.at)
    asks = [deed.ask for decision in decisions for deed in decision.deeds if deed.ask is not None]
    taken = await asking.reserve(session, cause.at, asks)
    notices: list[Notice] = []
    for (run, _), decision in zip(runs, decisions, strict=True):
        for deed in decision.deeds:
            if deed.ask is not None and deed.ask.contact_id not in taken:
                deed.reason = "quarantined"  # by another transaction, since it was looked at
            if deed.reason is None:
                notices.extend(_notices(decision, deed, askable))
        run.executed([deed.done() for deed in decision.deeds], decision.reason, cause.at)
        _tell(session, cause, run, decision.rule)
    await notifications.queue(session, cause, notices)


def _rule_of(run: FollowUpRun) -> rules.Named:
    return str(run.rule_id), int(run.rule_version or 0)


def _notices(decision: Decision, deed: Deed, askable: Askable) -> Iterable[Notice]:
    if deed.ask is not None:
        return [_ask(decision, deed.ask, askable.contacts[deed.ask.contact_id])]
    return _news(decision, deed)


def _news(decision: Decision, deed: Deed) -> Iterable[Notice]:
    response, customer = decision.response, decision.customer
    contact = customer.contacts.get(response.contact_id) if customer and response.contact_id else None
    respondent = (response.respondent or {}).get("name")
    for member in deed.team:
        yield Notice(
            template="good_news" if response.outcome == "positive" else "answer_given",
            recipient=Recipient(kind="staff", staff_id=member.staff_id, role=member.role, address=member.address),
            dedup_key=f"good_news:{response.id}:{member.staff_id}",
            about=About(response_id=response.id, account_id=response.account_id),
            trace_id=response.trace_id,
            values={
                "name": member.name,
                "customer": customer.name if customer else None,
                "contact": contact or respondent,
                "survey": response.survey_type.upper(),
                "score": response.score,
                "comment": response.comment or None,
            },
        )


def _ask(decision: Decision, ask: Ask, contact: Contact) -> Notice:
    """What the contact reads. It names no response_id: the observer counts the team's news under that."""
    return Notice(
        template="advocacy_ask",
        recipient=Recipient(kind="contact", contact_id=contact.contact_id, address=contact.email),
        dedup_key=f"advocacy_ask:{ask.response_id}:{contact.contact_id}",
        about=About(account_id=decision.response.account_id),
        trace_id=decision.response.trace_id,
        values={"name": contact.name},
        locale=contact.locale or decision.response.locale or "en",
    )


def _tell(session: AsyncSession, cause: Cause, run: FollowUpRun, rule: Rule) -> None:
    executed = FollowUpExecuted.model_validate(
        {
            "response_id": run.response_id,
            "account_id": run.account_id,
            "rule_id": rule.code,
            "rule_version": rule.version,
            "result": run.result,
            "reason": run.reason,
            "at": cause.at,
        }
    )
    tell(session, executed, cause, trace_id=run.trace_id)
