"""Stays with groups and suppliers: any history, against an oracle that walks minute by minute and shares no code."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.ticketing.ola import stays
from services.ticketing.ola.stays import Metric, Standing, Stay
from services.ticketing.sla import clock
from services.ticketing.sla.clock import State, Target
from shared.business_time import Calendar
from tests.services.ticketing.sla.desks import BASE, MINUTE, NIGHTS, OFFICE, OSLO

A, B, HOST, COURIER = (UUID(int=number) for number in range(1, 5))
DESKS = (None, OFFICE, OSLO, NIGHTS)


@dataclass(frozen=True)
class History:
    """Where a ticket stood since when, and until when it is looked at."""

    stood: list[tuple[datetime, Standing]]
    until: datetime
    targets: Mapping[tuple[Metric, UUID], Target]


@st.composite
def histories(draw: st.DrawFn) -> History:
    standing = Standing(draw(st.sampled_from([None, A, B])), assigned=False, status="new")
    stood, at = [(BASE, standing)], BASE
    for _ in range(draw(st.integers(0, 9))):
        at += MINUTE * draw(st.integers(0, 900))
        status = draw(st.sampled_from(["open", "pending", "on_hold", "solved"]))
        standing = Standing(
            draw(st.sampled_from([standing.group_id, None, A, B])),
            draw(st.booleans()),
            status,
            draw(st.booleans()),
            draw(st.sampled_from([None, HOST, COURIER])) if status == "on_hold" else None,
        )
        stood.append((at, standing))
    until = at + MINUTE * draw(st.integers(0, 900))
    keys: list[tuple[Metric, UUID]] = [
        *(("pickup", each) for each in (A, B)),
        *(("handling", each) for each in (A, B)),
        *(("supplier_wait", each) for each in (HOST, COURIER)),
    ]
    promised = st.none() | st.builds(
        Target, st.integers(1, 900).map(lambda minutes: minutes * 60), st.sampled_from(DESKS)
    )
    drawn = {key: draw(promised) for key in keys}
    return History(stood, until, {key: target for key, target in drawn.items() if target is not None})


def folded(history: History) -> list[Stay]:
    """All stays as the product makes them of the history."""
    held: dict[Metric, Stay] = {}
    over: list[Stay] = []
    for at, standing in history.stood:
        changed, begun = stays.follow(held, standing, lambda metric, holder: history.targets.get((metric, holder)), at)
        for stay in changed:
            held[stay.metric] = stay
            if stay.clock.state is State.FULFILLED:
                over.append(held.pop(stay.metric))
        held |= {stay.metric: stay for stay in begun}
    still = [replace(stay, clock=clock.as_of(stay.clock, history.until)) for stay in held.values()]
    return [*over, *still]


@dataclass
class Walked:
    """One stay as the oracle sees it: minutes counted, and at which of them its promise was used up."""

    metric: str
    holder: UUID
    began: datetime
    target: int
    counted: int = 0
    reached: datetime | None = None
    late: bool = False
    ended: bool = False
    desk: Calendar | None = field(default=None, repr=False)


def walked(history: History) -> list[Walked]:
    """The same, minute by minute, and by no rule of the product's."""
    running: dict[str, Walked] = {}
    found: list[Walked] = []
    for number, (at, stands) in enumerate(history.stood):
        over = stands.status == "solved"
        whose = {
            "pickup": None if over or stands.assigned else stands.group_id,
            "handling": None if over else stands.group_id,
            "supplier_wait": None if over else stands.supplier_id,
        }
        for metric, holder in whose.items():
            if metric in running and running[metric].holder != holder:
                running.pop(metric).ended = True
            target = None if holder is None else history.targets.get((metric, holder))  # type: ignore[call-overload]
            if metric not in running and holder is not None and target is not None:
                running[metric] = Walked(metric, holder, at, target.seconds // 60, desk=target.calendar)
                found.append(running[metric])
        ends = history.stood[number + 1][0] if number + 1 < len(history.stood) else history.until
        minute = at
        while minute < ends:
            for each in running.values():
                stands_still = stands.merged or (
                    each.metric != "supplier_wait" and stands.status in ("pending", "on_hold")
                )
                if stands_still or not is_open(each.desk, minute):
                    continue
                if each.counted == each.target:
                    each.late = True
                each.counted += 1
                if each.counted == each.target:
                    each.reached = minute + MINUTE
            minute += MINUTE
    return found


def is_open(desk: Calendar | None, minute: datetime) -> bool:
    if desk is None:
        return True
    local = minute.astimezone(ZoneInfo(desk.timezone))
    if local.date() in desk.holidays:
        return False
    of_day = local.hour * 60 + local.minute
    return any(opens <= of_day < closes for opens, closes in desk.week[local.weekday()])


@settings(max_examples=300, deadline=None)
@given(histories())
def test_any_history_counts_as_a_walk_by_the_minute_does(history: History) -> None:
    mine = sorted(folded(history), key=lambda stay: (stay.clock.started_at, stay.metric))
    theirs = sorted(walked(history), key=lambda each: (each.began, each.metric))
    assert [(stay.metric, stay.holder, stay.clock.started_at) for stay in mine] == [
        (each.metric, each.holder, each.began) for each in theirs
    ]
    for stay, each in zip(mine, theirs, strict=True):
        assert stay.clock.elapsed == each.counted * MINUTE
        assert (stay.clock.breached_at is not None) == each.late
        if each.late:
            assert stay.clock.breached_at == each.reached
        assert (stay.clock.state is State.FULFILLED) == each.ended


@given(histories())
def test_standing_where_it_stands_changes_nothing(history: History) -> None:
    held: dict[Metric, Stay] = {}
    at, standing = history.stood[-1]
    target = Target(3600)
    _, begun = stays.follow(held, standing, lambda metric, holder: target, at)
    held = {stay.metric: stay for stay in begun}
    again = stays.follow(held, standing, lambda metric, holder: target, at + timedelta(hours=1))
    assert again == ([], [])


@pytest.mark.parametrize(
    ("standing", "ends"),
    [
        (Standing(A, assigned=True, status="open"), {"pickup": "picked_up"}),
        (Standing(B, assigned=False, status="open"), {"pickup": "handed_on", "handling": "handed_on"}),
        (Standing(None, assigned=False, status="open"), {"pickup": "handed_on", "handling": "handed_on"}),
        (Standing(A, assigned=False, status="solved"), {"pickup": "solved", "handling": "solved"}),
        (Standing(A, assigned=False, status="pending"), {}),
    ],
)
def test_how_a_stay_ends_is_said(standing: Standing, ends: dict[str, str]) -> None:
    _, begun = stays.follow({}, Standing(A, assigned=False, status="new"), lambda metric, holder: Target(60), BASE)
    held = {stay.metric: stay for stay in begun}
    changed, _ = stays.follow(held, standing, lambda metric, holder: None, BASE + MINUTE)
    over = {stay.metric: stay.clock.reason for stay in changed if stay.clock.state is State.FULFILLED}
    assert over == ends


def test_a_wait_ends_when_the_ticket_comes_back_or_waits_for_another() -> None:
    waits = Standing(None, assigned=True, status="on_hold", supplier_id=HOST)
    _, [stay] = stays.follow({}, waits, lambda metric, holder: Target(60), BASE)
    for standing, reason in (
        (Standing(None, assigned=True, status="open"), "came_back"),
        (replace(waits, supplier_id=COURIER), "handed_on"),
        (Standing(None, assigned=True, status="closed"), "closed"),
    ):
        [after], _ = stays.follow({"supplier_wait": stay}, standing, lambda metric, holder: None, BASE + MINUTE)
        assert (after.clock.state, after.clock.reason) == (State.FULFILLED, reason)
