"""Routes of escalation rules, and of the levels of a ticket."""

from typing import Annotated

from fastapi import APIRouter, Query

from services.ticketing.escalation_rules import preview, queries, service
from services.ticketing.escalation_rules.schemas import (
    EscalationRuleIn,
    EscalationRuleOut,
    EscalationRulePatch,
    RuleDryRunIn,
    RuleDryRunOut,
    RuleFilters,
    TicketLevelsOut,
)
from shared.http.dependencies import Answer, IfMatch, Page, RequestCause, Session
from shared.http.fields import Id, Listed
from shared.http.routes import Router, requires

rule_routes = Router(
    prefix="/v1/escalation-rules",
    tags=["escalation rules"],
    scope="ticketing:escalation-rules",
    about="Who hears of a clock, and what is done to its ticket, before and after it is due.",
)
level_routes = Router(prefix="/v1/tickets", tags=["escalation rules"], scope="ticketing:tickets", about="")


def routers() -> list[APIRouter]:
    """All routes of this feature."""
    return [rule_routes, level_routes]


@rule_routes.post("", status_code=201)
async def create_escalation_rule(
    body: EscalationRuleIn, session: Session, cause: RequestCause, answer: Answer
) -> EscalationRuleOut:
    """Say who hears of certain clocks, and what is done, at which levels. It reaches clocks that run already too."""
    return answer.created(EscalationRuleOut.of(await service.create_rule(session, cause, body)))


@rule_routes.get("")
async def list_escalation_rules(
    session: Session, page: Page, filters: Annotated[RuleFilters, Query()]
) -> Listed[EscalationRuleOut]:
    """The rules in their newest versions, by rank."""
    return await page.of(session, queries.rules(filters), EscalationRuleOut.of)


@rule_routes.get("/{escalation_rule_id}")
async def read_escalation_rule(escalation_rule_id: Id, session: Session, answer: Answer) -> EscalationRuleOut:
    """One rule in its newest version."""
    return answer.item(EscalationRuleOut.of(await queries.rule(session, escalation_rule_id)))


@rule_routes.patch("/{escalation_rule_id}")
async def change_escalation_rule(
    escalation_rule_id: Id,
    body: EscalationRulePatch,
    session: Session,
    cause: RequestCause,
    if_match: IfMatch,
    answer: Answer,
) -> EscalationRuleOut:
    """Make the rule's next version, by a merge-patch. It holds for levels that are reached from now on."""
    return answer.item(
        EscalationRuleOut.of(await service.change_rule(session, cause, escalation_rule_id, body, if_match))
    )


@rule_routes.delete("/{escalation_rule_id}", status_code=204)
async def delete_escalation_rule(
    escalation_rule_id: Id, session: Session, cause: RequestCause, if_match: IfMatch
) -> None:
    """Let the rule hold no more. What it did stays known."""
    await service.delete_rule(session, cause, escalation_rule_id, if_match)


@rule_routes.post("/{escalation_rule_id}/dry-run")
@requires("ticketing:escalation-rules:read")
async def dry_run_escalation_rule(
    escalation_rule_id: Id, body: RuleDryRunIn, session: Session, cause: RequestCause
) -> RuleDryRunOut:
    """What the rule would do on clocks as they are now: when, for whom. Changes nothing."""
    return await preview.dry_run(session, cause, escalation_rule_id, body)


@level_routes.get("/{ticket_id}/escalation-levels")
async def list_ticket_escalation_levels(ticket_id: Id, session: Session, cause: RequestCause) -> TicketLevelsOut:
    """The levels that the ticket's clocks reached, and those that are coming."""
    return await preview.of_ticket(session, cause, ticket_id)
