"""Every level of an escalation rule that a clock reached was seen, once; nothing else was.

From ticketing §2: levels fire when due even if nobody looked, once per cycle; one that is seen after what its clock
waits for is recorded and told, and does nothing. Worked out again from the clocks' stretches, for clocks that count
by the hour (24x7) and rules that are for all tickets; a ticket that ever was merged is left out, since it fires
nothing while it is.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from tests.chaos.checker.databases import Row
from tests.chaos.checker.verdict import Verdict
from tests.chaos.checker.world import World

SEEN_WITHIN = timedelta(seconds=15)
"""The job comes every second; a changed rule reaches clocks that run within ten."""

KNOWN_WITHIN = timedelta(seconds=10)
"""A process holds the rules for five seconds, and reads them before it changes anything."""

Name = tuple[str, str, str]
"""A clock's, which is one cycle's, a rule's, and the level's in it."""


def check(world: World, verdict: Verdict) -> None:
    """Hold the levels that were seen against their facts, and against the clocks."""
    seen = Counter(_name(row) for row in world.rows("ticketing", "escalation_level"))
    _told(world, verdict, seen)
    for row in world.rows("ticketing", "sla_unseen"):
        if world.now - row["until"] > SEEN_WITHIN:
            says = "a clock left a state in which it had passed levels, and nobody looked"
            verdict.count("causes_without_effect", "level", says, clock=row["clock_id"])
    for name, at in _reached(world):
        if name not in seen and world.now - at > SEEN_WITHIN:
            says = f"a clock reached a level at {at}, and nobody saw it"
            verdict.count("causes_without_effect", "level", says, name=name)


def _name(held: Any) -> Name:
    return held["clock_id"], held["rule_id"], held["level"]


def _told(world: World, verdict: Verdict, seen: Counter[Name]) -> None:
    due = Counter(_name(fact.data) for fact in world.of_type("sla.level_due"))
    fired = Counter(_name(fact.data) for fact in world.of_type("escalation.level_fired"))
    for counted, what in ((seen, "seen"), (due, "told to be due"), (fired, "told to have fired")):
        for name, times in counted.items():
            for _ in range(times - 1):
                verdict.count("doubled", "level", f"a level was {what} twice in a cycle", name=name)
    states = {_name(row): row["state"] for row in world.rows("ticketing", "escalation_level")}
    for name, state in states.items():
        if name not in due or (state == "fired") != (name in fired):
            verdict.count("lost", "level_fact", f"a level is {state}, and that is not told so", name=name)
    for name in (due.keys() | fired.keys()) - states.keys():
        verdict.count("lost", "level_row", "a level that was told of is not there", name=name)


def _reached(world: World) -> Iterator[tuple[Name, datetime]]:
    """Every level that should have been seen by now, and when its clock reached it."""
    rules = _rules(world)
    tickets = world.by("ticketing", "ticket")
    left_out = {fact.subject for fact in world.of_type("ticket.merged")}
    left_out |= {id_ for id_, ticket in tickets.items() if ticket["silent"]}
    targets: dict[str, set[int]] = defaultdict(set)
    for fact in world.of_type("sla.applied"):
        targets[fact.data["clock_id"]].add(fact.data["target_seconds"])
    stretches = world.grouped("ticketing", "sla_stretch", "clock_id")
    for clock in world.rows("ticketing", "sla_clock"):
        wanted = [rule for rule in rules if clock["metric"] in rule["metrics"]]
        retargeted = len(targets[clock["id"]]) > 1
        if not wanted or retargeted or clock["calendar_id"] is not None or clock["ticket_id"] in left_out:
            continue
        ran = list(periods_run(clock, stretches.get(clock["id"], []), world.now))
        for rule in wanted:
            for level, amount in _levels(rule, timedelta(seconds=clock["target_seconds"])):
                at = reached_after(ran, amount)
                if at is not None and at >= rule["updated_at"] and _was_known(rule, ran, at):
                    yield (clock["id"], rule["id"], level), at


def _was_known(rule: Row, ran: list[tuple[datetime, datetime]], at: datetime) -> bool:
    """Whether who ended what the clock was in then had to know of the rule."""
    return any(since <= at < until and until >= rule["updated_at"] + KNOWN_WITHIN for since, until in ran)


def _rules(world: World) -> list[Row]:
    """Those that never changed, and are for every ticket."""
    versions = world.grouped("ticketing", "escalation_rule", "id")
    return [
        rows[0]
        for rows in versions.values()
        if len(rows) == 1 and rows[0]["active"] and not rows[0]["deleted"] and not any(rows[0]["conditions"].values())
    ]


def periods_run(clock: Row, before: list[Row], now: datetime) -> Iterator[tuple[datetime, datetime]]:
    """From when to when a clock ran."""
    states = sorted([*before, clock], key=lambda row: row["since"])
    for place, row in enumerate(states):
        until = states[place + 1]["since"] if place + 1 < len(states) else now
        if row["state"] == "running" and row["since"] < until:
            yield row["since"], until


def reached_after(ran: list[tuple[datetime, datetime]], amount: timedelta) -> datetime | None:
    """When so much had elapsed; a clock that stops exactly then has not passed it."""
    for since, until in ran:
        if since + amount < until:
            return since + amount
        amount -= until - since
    return None


def _levels(rule: Row, target: timedelta) -> Iterator[tuple[str, timedelta]]:
    """A rule's levels by name, and how much of a clock's time each lies at."""
    for level in rule["levels"]:
        at = level["at"]
        if at.get("share") is not None:
            yield f"{at['share']}%", target * at["share"] / 100
        elif at.get("minutes_after_due") is not None:
            yield f"due+{at['minutes_after_due']}m", target + timedelta(minutes=at["minutes_after_due"])
        elif at.get("minutes_before_due") is not None:
            before = timedelta(minutes=at["minutes_before_due"])
            yield f"due-{at['minutes_before_due']}m", max(target - before, timedelta())
