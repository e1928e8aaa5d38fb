"""Reading follow-up rules."""

from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from services.feedback.follow_up_rules.models import FollowUpRule
from services.feedback.follow_up_rules.schemas import FollowUpRuleFilters
from shared.db.filtering import narrowed
from shared.http.errors import NotFound


def rules(filters: FollowUpRuleFilters) -> Select[FollowUpRule]:
    """The newest version of each rule that fits, by code."""
    newest = select(FollowUpRule).where(col(FollowUpRule.current)).order_by(col(FollowUpRule.code))
    return narrowed(newest, FollowUpRule, filters)


def versions(rule_id: UUID) -> Select[FollowUpRule]:
    """All versions of a rule, the newest first."""
    return select(FollowUpRule).where(col(FollowUpRule.id) == rule_id).order_by(col(FollowUpRule.version).desc())


async def rule(session: AsyncSession, rule_id: UUID, *, lock: bool = False) -> FollowUpRule:
    """A rule in its newest version. Raises NotFound.

    lock: keep others from changing it. The lock lies on the first version, since another one may be the newest by the
    time it is got.
    """
    if lock:
        first = select(col(FollowUpRule.id)).where(col(FollowUpRule.id) == rule_id, col(FollowUpRule.version) == 1)
        await session.execute(first.with_for_update())
    found = await session.scalar(select(FollowUpRule).where(col(FollowUpRule.id) == rule_id, col(FollowUpRule.current)))
    if found is None:
        raise NotFound("There is no follow-up rule with this id.")
    return found


async def of_code(session: AsyncSession, code: str) -> FollowUpRule | None:
    """The newest version of the rule of this code, if there is one."""
    asked = select(FollowUpRule).where(col(FollowUpRule.code) == code, col(FollowUpRule.current))
    return (await session.scalars(asked)).one_or_none()
