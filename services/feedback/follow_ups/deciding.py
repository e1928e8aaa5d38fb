"""What a rule does for an answer, or why not: reads only, and by the same reckoning for a run and for a dry run."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.feedback.directory import queries as directory
from services.feedback.directory.queries import Customer, Member
from services.feedback.follow_up_rules import matching
from services.feedback.follow_up_rules.known import Rule
from services.feedback.follow_up_rules.matching import Answer
from services.feedback.follow_ups import asking
from services.feedback.follow_ups.asking import Ask, Askable
from services.feedback.responses.models import Response


@dataclass(slots=True)
class Deed:
    """One action of a rule. reason: why it is not done. team: who hears. ask: who is asked."""

    do: str
    reason: str | None = None
    team: Sequence[Member] = ()
    ask: Ask | None = None

    def done(self) -> dict[str, Any]:
        """What came of it, as the run keeps it."""
        return {"do": self.do, "result": "notified" if self.reason is None else "skipped", "reason": self.reason}


@dataclass(slots=True)
class Decision:
    """What a rule does for an answer. reason: why none of its actions is looked at."""

    rule: Rule
    response: Response
    customer: Customer | None
    reason: str | None = None
    deeds: list[Deed] = field(default_factory=list)


async def decide(
    session: AsyncSession, considered: Sequence[tuple[Rule, Response]], at: datetime
) -> tuple[list[Decision], Askable]:
    """What these rules do for these answers at this time, in this order; nobody is asked twice."""
    responses = [response for _, response in considered]
    accounts = {response.account_id for response in responses if response.account_id is not None}
    contacts = {response.contact_id for response in responses if response.contact_id is not None}
    customers = await directory.customers(session, accounts, contacts, at)
    wanted = any(action["do"] == "advocacy_ask" for rule, _ in considered for action in rule.actions)
    known = await asking.known(
        session, contacts if wanted else set(), accounts, {response.id for response in responses}, at
    )
    return [_decide(rule, response, customers, known, at) for rule, response in considered], known


def _decide(rule: Rule, response: Response, customers: dict[UUID, Customer], known: Askable, at: datetime) -> Decision:
    customer = customers.get(response.account_id) if response.account_id is not None else None
    reason = _reason_to_skip(rule, response, customer)
    if reason is not None:
        return Decision(rule, response, customer, reason)
    deeds = [_deed(action, rule, response, customer, known, at) for action in rule.actions]
    return Decision(rule, response, customer, None, deeds)


def _reason_to_skip(rule: Rule, response: Response, customer: Customer | None) -> str | None:
    if response.deleted_at is not None:
        return "response_deleted"
    wanted = rule.match.get("outcome") or [response.outcome]
    if response.outcome not in wanted:
        return f"no_longer_{wanted[0]}" if len(wanted) == 1 else "no_longer_fits"
    if not matching.may_fit(rule.match, Answer.of(response.model_dump())):
        return "no_longer_fits"
    if not matching.fits_tier(rule.match, customer.tier if customer else None):
        return "account_tier"
    return None


def _deed(action: Any, rule: Rule, response: Response, customer: Customer | None, known: Askable, at: datetime) -> Deed:
    if action["do"] == "notify_team":
        if response.account_id is None:
            return Deed("notify_team", "no_account")
        team = customer.team if customer else []
        heard = [member for member in team if not action["roles"] or member.role in action["roles"]]
        return Deed("notify_team", None if heard else "no_team", heard)
    quarantine = timedelta(days=action["quarantine_days"])
    reason = known.why_not(response.contact_id, response.account_id, response.id, at - quarantine)
    if reason is not None or response.contact_id is None:
        return Deed("advocacy_ask", reason or "no_contact")
    known.asked_at[response.contact_id] = at
    return Deed("advocacy_ask", ask=Ask(response.contact_id, response.id, rule.code, quarantine))
