"""Stories as facts, and what the ledger says of their steps."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from services.analytics.assurance.judgement import Case, Timeline, Verdict, judge
from services.analytics.assurance.recipients import Directory, Member, Valid
from services.analytics.assurance.rule_schemas import RuleIn
from services.analytics.assurance.rules import Happened, Rule, compiled
from services.analytics.assurance.shipped import NEGATIVE_RESPONSE, POSITIVE_RESPONSE
from tests.services.analytics.stories import Story, happened

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
BEFORE = NOON - timedelta(days=1)


def rule_of(body: RuleIn) -> Rule:
    """A rule as it is judged by, in force since yesterday."""
    return compiled(body.rule_id, 1, body.model_dump(mode="json", by_alias=True), BEFORE)


NEGATIVE = rule_of(NEGATIVE_RESPONSE)
POSITIVE = rule_of(POSITIVE_RESPONSE)


def at(**after: float) -> datetime:
    """So long after noon, when each story begins."""
    return NOON + timedelta(**after)


def verdicts(facts: Sequence[Happened], *, rule: Rule = NEGATIVE, **known: Any) -> dict[str, list[Verdict]]:
    """Of each step, what becomes of it by these facts."""
    trigger = next(fact for fact in facts if rule.is_set_off_by(fact))
    found: dict[str, list[Verdict]] = {}
    for verdict in judge(Case(rule, trigger, Timeline(facts), **known)):
        found.setdefault(verdict.step.name, []).append(verdict)
    return found


def states(facts: Sequence[Happened], **known: Any) -> dict[str, str]:
    """The state of each step, the recipients' apart."""
    return {
        f"{step}:{verdict.target}" if verdict.target else step: verdict.state
        for step, some in verdicts(facts, **known).items()
        for verdict in some
    }


def whole(story: Story) -> list[Happened]:
    """All that has to follow an answer, told in time."""
    return [
        happened(story.received(), NOON),
        happened(story.escalated(("csm", story.mia), ("group_lead", story.leo)), at(seconds=1)),
        happened(story.case_opened(at(hours=8), at(hours=48)), at(seconds=1)),
        happened(story.notified(story.mia), at(seconds=2), source="ticketing"),
        happened(story.notified(story.leo), at(seconds=3), source="ticketing"),
        happened(story.planned(), at(hours=1)),
        happened(story.contacted(), at(hours=2)),
        happened(story.completed(), at(hours=3)),
        happened(story.loop_closed(), at(hours=3, seconds=1)),
    ]


def team(*versions: tuple[datetime, tuple[Member, ...]], leads: Sequence[Valid] = ()) -> Directory:
    """The observer's mirror: the team from each time on."""
    return Directory(team=[Valid(since, members) for since, members in versions], leads=leads)
