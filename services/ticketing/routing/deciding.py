"""Where a ticket goes: a group by the first rule that fits, then somebody of it by the group's strategy.

`decide` changes nothing but what it holds: the turn is noted, and the decision kept, by `keep`, once there is a
ticket. So a source that has a ticket already takes nobody's turn, and a dry run is the same way without `hold`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.ticketing.directory import queries as directory
from services.ticketing.directory import team
from services.ticketing.routing import candidates, choosing, matching
from services.ticketing.routing.known import KNOWN, Desk, Known, Rule
from services.ticketing.routing.matching import Traits
from shared.events.cause import Cause
from shared.features.audit.service import Change
from shared.ids import uuid7

OWNER_ROLE = "csm"
MOST_EXPLAINED = 20  # rules, and agents, that a kept decision names

Occasion = Literal["created", "group_given", "waiting", "rerouted"]


@dataclass(frozen=True, slots=True)
class Tried:
    """A rule that was looked at, and which of its conditions did not hold."""

    rule: Rule
    misses: Sequence[str]


@dataclass(frozen=True, slots=True)
class Routed:
    """Where a ticket goes and why. rule: which chose the group, or says what the group's tickets need.

    group_id None: no rule fits. choice None: the group's people decide among themselves.
    """

    tried: Sequence[Tried] = ()
    rule: Rule | None = None
    group_id: UUID | None = None
    strategy: choosing.Strategy = "manual"
    skills: Sequence[str] = ()
    choice: choosing.Choice | None = None

    @property
    def assignee_id(self) -> UUID | None:
        """Who gets the ticket; None where the group has it."""
        return self.choice.staff_id if self.choice else None


async def decide(
    session: AsyncSession,
    traits: Traits,
    *,
    account_id: UUID | None,
    group_id: UUID | None,
    at: datetime,
    dry: bool = False,
) -> Routed:
    """Where a ticket without an assignee goes. group_id: where somebody has chosen it already.

    Whoever is given the ticket is held until the transaction ends; dry: nobody is, and no row changes.
    """
    known = await KNOWN.get(session)
    routed = _group(known, traits, group_id)
    if routed.group_id is None:
        return routed
    chosen, desk = routed.group_id, known.desk(routed.group_id)
    routed = replace(routed, strategy=desk.strategy)
    asks_owner = _asks_owner(desk, routed.rule)
    if desk.strategy == "manual" and not asks_owner:
        return routed
    owner_id = await _owner(session, account_id, at) if asks_owner else None
    if not dry:
        await candidates.hold(session, chosen, owner_id, at)
    agents = await candidates.of_group(session, chosen, owner_id, at)
    choice = choosing.choose(desk.strategy, agents, needed=routed.skills, owner_id=owner_id)
    return replace(routed, choice=choice)


async def concerns(session: AsyncSession, group_id: UUID | None) -> bool:
    """Is there anything to decide? Where neither rules nor strategies are set up, that takes no statement."""
    known = await KNOWN.get(session)
    if group_id is None:
        return bool(known.rules)
    owner_by_rule = any(rule.group_id == group_id and rule.account_owner_first for rule in known.rules)
    return group_id in known.desks or owner_by_rule


async def keep(session: AsyncSession, routed: Routed) -> None:
    """A ticket has gone there: whoever got it has had their turn."""
    if routed.group_id is not None and routed.assignee_id is not None:
        await candidates.note_turn(session, routed.group_id, routed.assignee_id)


def columns(routed: Routed, ticket_id: UUID, occasion: Occasion, at: datetime) -> dict[str, Any]:
    """The RoutingDecision that tells of it."""
    return {
        "id": uuid7(),
        "ticket_id": ticket_id,
        "at": at,
        "occasion": occasion,
        "rule_id": routed.rule.id if routed.rule else None,
        "rule_version": routed.rule.version if routed.rule else None,
        "group_id": routed.group_id,
        "strategy": routed.strategy,
        "skills": list(routed.skills),
        "assignee_id": routed.assignee_id,
        "explanation": explanation(routed, most=MOST_EXPLAINED),
    }


def explanation(routed: Routed, *, most: int | None = None) -> dict[str, Any]:
    """The rules that were looked at and the people who were, as the API shows them; of each kind at most so many.

    Of the rules the last ones, since the one that fits is the last; of the people whoever was taken, and others.
    """
    verdicts = sorted(routed.choice.verdicts, key=lambda verdict: verdict.why_not is not None) if routed.choice else []
    return {
        "rules": [_shown_rule(tried) for tried in (routed.tried if most is None else routed.tried[-most:])],
        "agents": [_shown_agent(verdict) for verdict in verdicts[:most]],
    }


def change(routed: Routed, ticket_id: UUID, occasion: Occasion, cause: Cause) -> Change:
    """What the audit trail tells of it."""
    after = {
        "rule_id": routed.rule.id if routed.rule else None,
        "group_id": routed.group_id,
        "strategy": routed.strategy,
        "assignee_id": routed.assignee_id,
    }
    return Change("ticket.route", "ticket", ticket_id, after=after, reason=occasion, cause=cause)


def _group(known: Known, traits: Traits, group_id: UUID | None) -> Routed:
    """The first rule that fits; where the group is chosen already, of those that lead to it."""
    tried = []
    for rule in known.rules:
        if group_id is not None and rule.group_id != group_id:
            continue
        missed = matching.misses(rule.match, traits)
        tried.append(Tried(rule, missed))
        if not missed:
            return Routed(tried, rule, rule.group_id, skills=rule.skills)
    return Routed(tried, None, group_id)


def _asks_owner(desk: Desk, rule: Rule | None) -> bool:
    return desk.account_owner_first or (rule is not None and rule.account_owner_first)


async def _owner(session: AsyncSession, account_id: UUID | None, at: datetime) -> UUID | None:
    """The account's CSM, or who stands in; None where there is neither."""
    if account_id is None:
        return None
    mirror = await directory.known(session, [account_id])
    customer = mirror.customers.get(account_id)
    held = team.holder(customer.members, OWNER_ROLE, mirror.staff, at) if customer else None
    return held.staff_id if held else None


def _shown_rule(tried: Tried) -> Mapping[str, Any]:
    return {
        "rule_id": str(tried.rule.id),
        "name": tried.rule.name,
        "rank": tried.rule.rank,
        "misses": list(tried.misses),
    }


def _shown_agent(verdict: choosing.Verdict) -> Mapping[str, Any]:
    return {
        "staff_id": str(verdict.agent.staff_id),
        "load": verdict.agent.load,
        "capacity": verdict.agent.capacity,
        "why_not": verdict.why_not,
    }
