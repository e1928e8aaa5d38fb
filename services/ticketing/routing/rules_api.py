"""Routes of routing rules."""

from typing import Annotated

from fastapi import Query

from services.ticketing.routing import queries, rules
from services.ticketing.routing.rule_schemas import RoutingRuleIn, RoutingRuleOut, RoutingRulePatch, RuleFilters
from shared.http.dependencies import Answer, IfMatch, Page, RequestCause, Session
from shared.http.fields import Id, Listed
from shared.http.routes import Router

PREFIX = "/v1/routing-rules"
SCOPE = "ticketing:routing-rules"
TAGS = ["routing rules"]
ABOUT = "Which new tickets go to which group."

router = Router(prefix=PREFIX, tags=TAGS, scope=SCOPE, about=ABOUT)


@router.post("", status_code=201)
async def create_routing_rule(
    body: RoutingRuleIn, session: Session, cause: RequestCause, answer: Answer
) -> RoutingRuleOut:
    """Say which new tickets go to which group. There may be 500 rules."""
    return answer.created(RoutingRuleOut.of(await rules.create_rule(session, cause, body)))


@router.get("")
async def list_routing_rules(
    session: Session, page: Page, filters: Annotated[RuleFilters, Query()]
) -> Listed[RoutingRuleOut]:
    """All rules, in the order in which they are tried."""
    return await page.of(session, queries.rules(filters), RoutingRuleOut.of)


@router.get("/{routing_rule_id}")
async def read_routing_rule(routing_rule_id: Id, session: Session, answer: Answer) -> RoutingRuleOut:
    """One rule."""
    return answer.item(RoutingRuleOut.of(await queries.rule(session, routing_rule_id)))


@router.patch("/{routing_rule_id}")
async def change_routing_rule(
    routing_rule_id: Id,
    body: RoutingRulePatch,
    session: Session,
    cause: RequestCause,
    if_match: IfMatch,
    answer: Answer,
) -> RoutingRuleOut:
    """Change a rule by a merge-patch. Tickets stay where they are."""
    row = await rules.change_rule(session, cause, routing_rule_id, body, if_match)
    return answer.item(RoutingRuleOut.of(row))


@router.delete("/{routing_rule_id}", status_code=204)
async def remove_routing_rule(routing_rule_id: Id, session: Session, cause: RequestCause, if_match: IfMatch) -> None:
    """Take a rule away. Tickets stay where they are, and still tell that it led there."""
    await rules.remove_rule(session, cause, routing_rule_id, if_match)
