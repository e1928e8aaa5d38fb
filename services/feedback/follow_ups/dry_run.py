"""What a rule would do for the newest answers, were they given now: reads only."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.feedback.follow_up_rules import known, matching
from services.feedback.follow_up_rules import queries as rules
from services.feedback.follow_up_rules.matching import Answer
from services.feedback.follow_ups.deciding import Decision, decide
from services.feedback.follow_ups.schemas import FollowUpDryRunIn, FollowUpDryRunOut, WouldFollowOut
from services.feedback.responses.models import EMPLOYEE, Response
from shared.events.cause import Cause


async def dry_run(session: AsyncSession, cause: Cause, rule_id: UUID, body: FollowUpDryRunIn) -> FollowUpDryRunOut:
    """What the newest version of a rule would do, active or not. Raises NotFound."""
    rule = known.rule_of(await rules.rule(session, rule_id))
    newest = (
        select(Response).where(col(Response.deleted_at).is_(None)).order_by(col(Response.id).desc()).limit(body.answers)
    )
    looked_at = (await session.scalars(newest)).all()
    fitting = [
        (rule, response)
        for response in looked_at
        if response.survey_type != EMPLOYEE
        and not response.silent
        and response.state == "completed"
        and matching.may_fit(rule.match, Answer.of(response.model_dump()))
    ]
    decisions, _ = await decide(session, fitting, cause.at)
    return FollowUpDryRunOut(
        as_of=cause.at,
        rule_id=rule.code,
        rule_version=rule.version,
        answers=len(looked_at),
        would_follow=[_shown(decision) for decision in decisions],
    )


def _shown(decision: Decision) -> WouldFollowOut:
    team = [member for deed in decision.deeds for member in deed.team if deed.reason is None]
    return WouldFollowOut.model_validate(
        {
            "response_id": decision.response.id,
            "account_id": decision.response.account_id,
            "result": "notified" if any(deed.reason is None for deed in decision.deeds) else "skipped",
            "reason": decision.reason,
            "actions": [deed.done() for deed in decision.deeds],
            "team": [{"staff_id": member.staff_id, "role": member.role} for member in team],
        }
    )
