"""Making and changing follow-up rules. A change is a new version; what ran names its own."""

from typing import Any
from uuid import UUID

from pydantic import ValidationError
from sqlalchemy import func, select, text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.feedback.follow_up_rules import queries
from services.feedback.follow_up_rules.models import FollowUpRule
from services.feedback.follow_up_rules.schemas import FollowUpRuleIn, FollowUpRulePatch
from shared.db import remembered
from shared.events.cause import Cause
from shared.features.audit import service as audit
from shared.http import etags
from shared.http.errors import Conflict, Invalid
from shared.http.invalid import places
from shared.ids import uuid7

MOST_RULES = 200
GOOD_NEWS = "positive_good_news"
"""The code of the rule that ships: the account's team hears of positive answers."""

_ONE_AT_A_TIME = text("SELECT pg_advisory_xact_lock(hashtextextended('follow_up_rules', 0))")


class FollowUpRuleThere(Conflict):
    """There is a follow-up rule of this code."""

    code = "follow_up_rule_there"


class TooManyFollowUpRules(Conflict):
    """There may be 200 follow-up rules."""

    code = "too_many_follow_up_rules"


async def create(session: AsyncSession, cause: Cause, body: FollowUpRuleIn) -> FollowUpRule:
    """Make a rule, for answers that come from now on. Raises FollowUpRuleThere, TooManyFollowUpRules."""
    await session.execute(_ONE_AT_A_TIME)
    held = await queries.of_code(session, body.code)
    if held is not None:
        raise FollowUpRuleThere(conflicting_id=held.id)
    made = await session.scalar(select(func.count()).select_from(FollowUpRule).where(col(FollowUpRule.current)))
    if (made or 0) >= MOST_RULES:
        raise TooManyFollowUpRules
    told = body.model_dump(mode="json")
    row = FollowUpRule(id=uuid7(), version=1, created_at=cause.at, updated_at=cause.at, **told)
    session.add(row)
    remembered.forget_after(session)
    await audit.record_row(session, cause, "create", row, {}, told)
    return row


async def change(
    session: AsyncSession, cause: Cause, rule_id: UUID, patch: FollowUpRulePatch, expected: int | None
) -> FollowUpRule:
    """Make a rule's next version, for answers that come from now on. Raises NotFound, PreconditionFailed, Invalid."""
    row = await queries.rule(session, rule_id, lock=True)
    etags.check(row.version, expected)
    held = row.model_dump(mode="json", include=set(FollowUpRuleIn.model_fields))
    told = _patched(held, patch)
    changed = {name: told[name] for name in held if told[name] != held[name]}
    if not changed:
        return row
    following = FollowUpRule(
        id=row.id,
        version=row.version + 1,
        created_at=row.created_at,
        updated_at=max(row.updated_at, cause.at),
        **told,
    )
    row.current = False
    await session.flush()  # before the next version, since one may be current
    session.add(following)
    remembered.forget_after(session)
    await audit.record_row(session, cause, "change", following, {name: held[name] for name in changed}, changed)
    return following


def _patched(held: dict[str, Any], patch: FollowUpRulePatch) -> dict[str, Any]:
    """What the next version says. null, where it cannot stand, is refused as in a POST."""
    given = patch.model_dump(mode="json", exclude_unset=True)
    kept = {name: value for name, value in {**held, **given}.items() if value is not None}
    return _checked(kept).model_dump(mode="json")


def _checked(body: dict[str, Any]) -> FollowUpRuleIn:
    try:
        return FollowUpRuleIn.model_validate(body)
    except ValidationError as refused:
        raise Invalid(errors=places(refused.errors(include_input=False), "body")) from None
