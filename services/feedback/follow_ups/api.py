"""What follow-up rules did for answers, and what they would do."""

from typing import Annotated

from fastapi import Query

from services.feedback.follow_ups import dry_run, queries
from services.feedback.follow_ups.schemas import (
    FollowUpDryRunIn,
    FollowUpDryRunOut,
    FollowUpRunFilters,
    FollowUpRunOut,
)
from shared.http.dependencies import Page, RequestCause, Session
from shared.http.fields import Id, Listed
from shared.http.routes import Router, requires

runs = Router(prefix="/v1/follow-up-runs", tags=["follow-up runs"], scope="feedback:follow-up-runs")
trials = Router(
    prefix="/v1/follow-up-rules",
    tags=["follow-up rules"],
    scope="feedback:follow-up-rules",
    about="What follows which answers, version by version.",
)


@runs.get("")
async def list_follow_up_runs(
    session: Session, page: Page, filters: Annotated[FollowUpRunFilters, Query()]
) -> Listed[FollowUpRunOut]:
    """What rules did for answers, the latest first."""
    return await page.of(session, queries.runs(filters), FollowUpRunOut.of)


@runs.get("/{follow_up_run_id}")
async def read_follow_up_run(follow_up_run_id: Id, session: Session) -> FollowUpRunOut:
    """What one rule did for one answer."""
    return FollowUpRunOut.of(await queries.run(session, follow_up_run_id))


@trials.post("/{follow_up_rule_id}/dry-run")
@requires("feedback:follow-up-rules:read")
async def dry_run_follow_up_rule(
    follow_up_rule_id: Id, body: FollowUpDryRunIn, session: Session, cause: RequestCause
) -> FollowUpDryRunOut:
    """What the rule's newest version would do for the newest answers, were they given now. Changes nothing."""
    return await dry_run.dry_run(session, cause, follow_up_rule_id, body)
