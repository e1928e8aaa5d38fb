"""Who of a group gets a ticket: the pure choice, without a server."""

from collections import Counter
from typing import Any
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from services.ticketing.routing.choosing import Agent, Strategy, after_taking, choose

MIA, LEO, IDA = (UUID(int=number) for number in (1, 2, 3))
AUTOMATIC: list[Strategy] = ["round_robin", "least_loaded", "skills"]

_SKILLS = st.frozensets(st.sampled_from(["en", "sv", "no"]))


def _agents(**fixed: Any) -> st.SearchStrategy[list[Agent]]:
    drawn: dict[str, st.SearchStrategy[Any]] = {
        "load": st.integers(0, 6),
        "capacity": st.none() | st.integers(0, 6),
        "skills": _SKILLS,
        "turn": st.none() | st.integers(1, 9),
        "state": st.sampled_from(["available", "busy", "away", "offline"]),
        "known": st.booleans(),
        "active": st.booleans(),
        "present": st.booleans(),
        **{name: st.just(value) for name, value in fixed.items()},
    }
    one = st.builds(Agent, staff_id=st.integers(1, 40).map(lambda number: UUID(int=number)), **drawn)
    return st.lists(one, max_size=8, unique_by=lambda agent: agent.staff_id)


def _why_not(agents: list[Agent], strategy: Strategy, **options: Any) -> dict[UUID, str | None]:
    return {each.agent.staff_id: each.why_not for each in choose(strategy, agents, **options).verdicts}


def test_round_robin_takes_who_was_longest_without() -> None:
    agents = [Agent(MIA, turn=4), Agent(LEO, turn=2), Agent(IDA, turn=3, state="busy")]
    assert _why_not(agents, "round_robin") == {MIA: "not_their_turn", LEO: None, IDA: "busy"}
    assert choose("round_robin", [*agents, Agent(UUID(int=4))]).staff_id == UUID(int=4)  # who never had one


def test_the_least_loaded_has_the_smallest_share_of_their_capacity_taken() -> None:
    agents = [Agent(MIA, load=3, capacity=10), Agent(LEO, load=2, capacity=4), Agent(IDA, load=4, capacity=4)]
    assert _why_not(agents, "least_loaded") == {MIA: None, LEO: "more_loaded", IDA: "at_capacity"}


def test_somebody_without_a_limit_does_not_get_everything() -> None:
    agents = [Agent(MIA, load=6), Agent(LEO, load=2, capacity=5), Agent(IDA, load=3, capacity=10)]
    assert choose("least_loaded", agents).staff_id == IDA  # 6 of 10, 2 of 5, 3 of 10
    assert choose("least_loaded", [Agent(MIA, load=6), Agent(LEO, load=5)]).staff_id == LEO


def test_skills_asks_for_all_of_them() -> None:
    agents = [
        Agent(MIA, skills={"sv"}),
        Agent(LEO, load=3, skills={"sv", "billing"}),
        Agent(IDA, load=2, skills={"sv", "billing", "no"}),
    ]
    found = _why_not(agents, "skills", needed=["sv", "billing"])
    assert found == {MIA: "skills_missing", LEO: "more_loaded", IDA: None}
    assert choose("skills", agents).staff_id == MIA  # nothing is needed: the least loaded
    assert choose("skills", agents, needed=["fi"]).staff_id is None


def test_the_account_s_owner_comes_first_if_they_can_take_it() -> None:
    agents = [Agent(MIA), Agent(LEO, load=9, member=False)]
    assert _why_not(agents, "round_robin", owner_id=LEO) == {MIA: "account_owner_first", LEO: None}
    full = [Agent(MIA), Agent(LEO, load=9, capacity=9, member=False)]
    assert _why_not(full, "round_robin", owner_id=LEO) == {MIA: None, LEO: "at_capacity"}
    assert choose("manual", agents, owner_id=LEO).staff_id == LEO
    assert _why_not(full, "manual", owner_id=LEO) == {MIA: "group_is_manual", LEO: "at_capacity"}


def test_why_somebody_takes_no_tickets_at_all() -> None:
    for changes, why in [
        ({"known": False}, "unknown"),
        ({"active": False}, "inactive"),
        ({"present": False}, "absent"),
        ({"state": "busy"}, "busy"),
        ({"state": "away"}, "away"),
        ({"state": "offline"}, "offline"),
        ({"load": 2, "capacity": 2}, "at_capacity"),
        ({"capacity": 0}, "at_capacity"),
        ({"member": False}, "not_in_group"),
    ]:
        assert _why_not([Agent(MIA, **changes)], "round_robin") == {MIA: why}  # type: ignore[arg-type]


@settings(max_examples=100, deadline=None)
@given(_agents(), st.sampled_from(AUTOMATIC), _SKILLS)
def test_whoever_can_take_it_does_and_nobody_else(agents: list[Agent], strategy: Strategy, needed: set[str]) -> None:
    choice = choose(strategy, agents, needed=needed)
    able = {
        agent.staff_id
        for agent in agents
        if agent.known and agent.active and agent.present and agent.state == "available"
        if agent.capacity is None or agent.load < agent.capacity
        if strategy != "skills" or needed <= set(agent.skills)
    }
    assert (choice.staff_id in able) if able else (choice.staff_id is None)
    assert len(choice.verdicts) == len(agents)
    assert [each.agent.staff_id for each in choice.verdicts if each.why_not is None] == (
        [choice.staff_id] if choice.staff_id else []
    )
    assert choose(strategy, reversed(agents), needed=needed) == choice


@settings(max_examples=60, deadline=None)
@given(_agents(state="available", known=True, active=True, present=True, capacity=None), st.integers(1, 40))
def test_a_round_gives_each_one_as_many_but_for_one(agents: list[Agent], tickets: int) -> None:
    got: Counter[UUID] = Counter({agent.staff_id: 0 for agent in agents})
    for _ in range(tickets):
        staff_id = choose("round_robin", agents).staff_id
        if staff_id is not None:
            got[staff_id] += 1
            agents = after_taking(agents, staff_id)
    assert not got or max(got.values()) - min(got.values()) <= 1
    assert got.total() == (tickets if agents else 0)


@settings(max_examples=60, deadline=None)
@given(_agents(), st.sampled_from(AUTOMATIC), st.integers(1, 60))
def test_nobody_is_given_more_than_they_take(agents: list[Agent], strategy: Strategy, tickets: int) -> None:
    before = {agent.staff_id: agent.load for agent in agents}
    for _ in range(tickets):
        staff_id = choose(strategy, agents).staff_id
        if staff_id is None:
            break
        agents = after_taking(agents, staff_id)
    for agent in agents:
        assert agent.load == before[agent.staff_id] or agent.capacity is None or agent.load <= agent.capacity
