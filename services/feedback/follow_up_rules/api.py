"""What follows which answers, version by version."""

from typing import Annotated

from fastapi import Query

from services.feedback.follow_up_rules import queries, service
from services.feedback.follow_up_rules.schemas import (
    FollowUpRuleFilters,
    FollowUpRuleIn,
    FollowUpRuleOut,
    FollowUpRulePatch,
)
from shared.http.dependencies import Answer, IfMatch, Page, RequestCause, Session
from shared.http.fields import Id, Listed
from shared.http.routes import Router

router = Router(prefix="/v1/follow-up-rules", tags=["follow-up rules"], scope="feedback:follow-up-rules")


@router.get("")
async def list_follow_up_rules(
    session: Session, page: Page, filters: Annotated[FollowUpRuleFilters, Query()]
) -> Listed[FollowUpRuleOut]:
    """The rules in their newest versions, by code."""
    return await page.of(session, queries.rules(filters), FollowUpRuleOut.of)


@router.post("", status_code=201)
async def create_follow_up_rule(
    body: FollowUpRuleIn, session: Session, cause: RequestCause, answer: Answer
) -> FollowUpRuleOut:
    """Say what follows certain answers, from the next one on. There may be 200 rules."""
    return answer.created(FollowUpRuleOut.of(await service.create(session, cause, body)))


@router.get("/{follow_up_rule_id}")
async def read_follow_up_rule(follow_up_rule_id: Id, session: Session, answer: Answer) -> FollowUpRuleOut:
    """One rule in its newest version."""
    return answer.item(FollowUpRuleOut.of(await queries.rule(session, follow_up_rule_id)))


@router.patch("/{follow_up_rule_id}")
async def change_follow_up_rule(
    follow_up_rule_id: Id,
    body: FollowUpRulePatch,
    session: Session,
    cause: RequestCause,
    expected: IfMatch,
    answer: Answer,
) -> FollowUpRuleOut:
    """Make the rule's next version; `active` false ends it. Runs keep the version that they were begun by."""
    return answer.item(FollowUpRuleOut.of(await service.change(session, cause, follow_up_rule_id, body, expected)))


@router.get("/{follow_up_rule_id}/versions")
async def list_follow_up_rule_versions(follow_up_rule_id: Id, session: Session, page: Page) -> Listed[FollowUpRuleOut]:
    """All versions of a rule, the newest first."""
    await queries.rule(session, follow_up_rule_id)
    return await page.of(session, queries.versions(follow_up_rule_id), FollowUpRuleOut.of)
