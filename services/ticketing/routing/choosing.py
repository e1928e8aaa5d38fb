"""Who of a group gets a ticket, and why each of the others does not. Source: the specification of ticketing, section 1.

Nothing here reads or writes: a dry run and the real one choose by the same function.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal
from uuid import UUID

Strategy = Literal["manual", "round_robin", "least_loaded", "skills"]
State = Literal["available", "busy", "away", "offline"]
Obstacle = Literal["unknown", "inactive", "absent", "busy", "away", "offline", "at_capacity"]
WhyNot = Literal[
    Obstacle,
    "skills_missing",
    "not_in_group",
    "group_is_manual",
    "account_owner_first",
    "not_their_turn",
    "more_loaded",
]


@dataclass(frozen=True, slots=True)
class Agent:
    """Somebody who might get the ticket.

    load: new and open tickets that they have. capacity: how many they take, None for any number. turn: when it was
    their turn last, None for never. known, active, present: what the directory says. member: of the group.
    """

    staff_id: UUID
    load: int = 0
    capacity: int | None = None
    skills: Collection[str] = frozenset()
    turn: int | None = None
    state: State = "available"
    known: bool = True
    active: bool = True
    present: bool = True
    member: bool = True

    @property
    def obstacle(self) -> Obstacle | None:
        """Why they take no ticket at all now."""
        if not self.known:
            return "unknown"
        if not self.active:
            return "inactive"
        if not self.present:
            return "absent"
        if self.state != "available":
            return self.state
        return "at_capacity" if self.capacity is not None and self.load >= self.capacity else None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found about one of them. why_not: None for who is taken."""

    agent: Agent
    why_not: WhyNot | None


@dataclass(frozen=True, slots=True)
class Choice:
    """Who gets it, None for nobody, and what was found about each."""

    staff_id: UUID | None
    verdicts: Sequence[Verdict]


def choose(
    strategy: Strategy, agents: Iterable[Agent], *, needed: Collection[str] = (), owner_id: UUID | None = None
) -> Choice:
    """Who gets a ticket.

    needed: skills, all of which whoever gets it must have, where the strategy is `skills`. owner_id: of the account,
    who comes first if they can take it, in the group or not.

    round_robin: whose last turn is longest ago. least_loaded and skills: who has the smallest share of their
    capacity taken, then whose last turn is longest ago. Somebody without a limit is compared as if they had the
    largest limit of those who have one.
    """
    everyone = sorted(agents, key=lambda agent: agent.staff_id)
    obstacles = {agent.staff_id: _why_not(strategy, agent, needed) for agent in everyone}
    owner = next((agent for agent in everyone if agent.staff_id == owner_id), None)
    taken: Agent | None
    others: WhyNot
    if owner is not None and owner.obstacle is None:
        taken, others = owner, "account_owner_first"
    else:
        fit = [agent for agent in everyone if obstacles[agent.staff_id] is None]
        taken = min(fit, key=_order(strategy, fit)) if fit else None
        others = "not_their_turn" if strategy == "round_robin" else "more_loaded"
    verdicts = [Verdict(agent, None if agent is taken else obstacles[agent.staff_id] or others) for agent in everyone]
    return Choice(taken.staff_id if taken else None, verdicts)


def after_taking(agents: Iterable[Agent], staff_id: UUID) -> list[Agent]:
    """The same people once this one has got a ticket."""
    everyone = list(agents)
    turn = 1 + max((agent.turn for agent in everyone if agent.turn is not None), default=0)
    return [
        replace(agent, load=agent.load + 1, turn=turn if agent.member else None)
        if agent.staff_id == staff_id
        else agent
        for agent in everyone
    ]


def _why_not(strategy: Strategy, agent: Agent, needed: Collection[str]) -> WhyNot | None:
    if agent.obstacle is not None:
        return agent.obstacle
    if not agent.member:
        return "not_in_group"
    if strategy == "manual":
        return "group_is_manual"
    if strategy == "skills" and not set(needed) <= set(agent.skills):
        return "skills_missing"
    return None


def _order(strategy: Strategy, agents: Sequence[Agent]) -> Callable[[Agent], tuple[Fraction | int, int, UUID]]:
    largest = max((agent.capacity for agent in agents if agent.capacity), default=1)

    def share(agent: Agent) -> Fraction | int:
        return 0 if strategy == "round_robin" else Fraction(agent.load, agent.capacity or largest)

    return lambda agent: (share(agent), -1 if agent.turn is None else agent.turn, agent.staff_id)
