"""What one ticket and its clocks contribute, from the registers of its facts.

All of a ticket's facts and its clocks' share one subject, so their sequences can be compared.

    last   ticket          the newest snapshot
           solved          the last solve, None while it is not solved
           merged          whether it is merged into another ticket
           clock:<id>      what the clock measures, by its newest fact
           standing:<id>   where it stands, by its newest fact that moved it
           breach:<id>     when the clock was breached; a breach is final
    first  solved          the first solve
           replied         the first public reply by a human agent
           fulfilled:<id>  the clock's first fulfilment, ranked by sequence
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from services.analytics.metrics.contribution import NEVER, UNKNOWN, Contribution
from services.analytics.metrics.definitions import TICKET_GROUPS
from services.analytics.metrics.registers import Registers, instant

CLOCK = "clock:"
STANDING = "standing:"
BREACH = "breach:"
FULFILLED = "fulfilled:"

Story = tuple[UUID, str, dict[str, str]]
"""(ticket_id, trace_id, groups)."""


@dataclass(frozen=True, slots=True)
class Clock:
    """One clock as its facts show it. elapsed: seconds of its calendar, until `at`, when it came to stand so."""

    id: UUID
    metric: str
    cycle: int
    standing: str
    at: datetime
    elapsed: int
    breached_at: datetime | None
    groups: dict[str, str]
    trace_id: str


def contributions(ticket_id: UUID, said: Registers) -> Iterator[Contribution]:
    """What the ticket and each of its clocks add to which metric."""
    ticket = said.newest("ticket")
    if ticket is not None and not said.newest("merged"):
        yield from _resolutions(ticket_id, ticket, said)
        if not ticket.get("silent"):
            yield _first_reply(ticket_id, ticket, said)
    clocks = list(_clocks(said, ticket))
    for clock in clocks:
        yield from _attainment(ticket_id, clock)
    if not said.newest("merged"):
        yield from _business(ticket_id, [clock for clock in clocks if clock.metric == "total_resolution"], said)


def _resolutions(ticket_id: UUID, ticket: dict[str, Any], said: Registers) -> Iterator[Contribution]:
    last, first = said.newest("solved"), said.earliest("solved")
    if last is not None:
        yield _timed(ticket_id, ticket, "time_to_resolution", instant(last))
    if first is not None:
        yield _timed(ticket_id, ticket, "time_to_first_resolution", instant(first[0]))


def _timed(ticket_id: UUID, ticket: dict[str, Any], metric: str, until: datetime) -> Contribution:
    seconds = _seconds(instant(ticket["created_at"]), until)
    return _of(metric, ticket_id, (ticket_id, ticket["trace_id"], _groups(ticket)), at=until, value=seconds)


def _first_reply(ticket_id: UUID, ticket: dict[str, Any], said: Registers) -> Contribution:
    created_at, replied = instant(ticket["created_at"]), said.earliest("replied")
    story = (ticket_id, ticket["trace_id"], _groups(ticket))
    if replied is not None:
        seconds = _seconds(created_at, instant(replied[0]))
        return _of("first_reply_time", ticket_id, story, at=created_at, value=seconds)
    waits = said.newest("solved") is None
    return _of("first_reply_time", ticket_id, story, at=created_at, mature_at=NEVER if waits else None)


def _clocks(said: Registers, ticket: dict[str, Any] | None) -> Iterator[Clock]:
    known = {} if ticket is None else {name: group for name, group in _groups(ticket).items() if group}
    for name in sorted(said.last):
        if name.startswith(CLOCK):
            clock = said.newest(name)
            clock_id = name.removeprefix(CLOCK)
            breached = said.newest(BREACH + clock_id)
            standing, at, elapsed = said.newest(STANDING + clock_id) or ("unknown", 0, 0)
            groups = dict.fromkeys(TICKET_GROUPS, UNKNOWN)
            groups |= {"account_id": clock["account_id"] or UNKNOWN, **known}
            groups |= {"sla_metric": clock["metric"], "policy_id": clock["policy_id"]}
            yield Clock(
                id=UUID(clock_id),
                metric=clock["metric"],
                cycle=clock["cycle"],
                standing=standing,
                at=instant(at),
                elapsed=elapsed,
                breached_at=None if breached is None else instant(breached),
                groups=groups,
                trace_id=clock["trace_id"],
            )


def _attainment(ticket_id: UUID, clock: Clock) -> Iterator[Contribution]:
    met = clock.standing == "fulfilled" and clock.breached_at is None
    if clock.standing != "merged" and (met or clock.breached_at is not None):
        yield _of(
            "sla_attainment",
            clock.id,
            (ticket_id, clock.trace_id, clock.groups),
            at=clock.breached_at or clock.at,
            numerator=int(met),
            denominator=1,
        )


def _business(ticket_id: UUID, clocks: list[Clock], said: Registers) -> Iterator[Contribution]:
    if not clocks:
        return
    cycles = sorted(clocks, key=lambda clock: (clock.cycle, clock.id))
    first, newest = cycles[0], cycles[-1]
    if newest.standing == "fulfilled":
        yield _of(
            "time_to_resolution_business",
            ticket_id,
            (ticket_id, newest.trace_id, newest.groups),
            at=newest.at,
            value=float(sum(clock.elapsed for clock in cycles)),
        )
    fulfilled = said.earliest(f"{FULFILLED}{first.id}")
    if fulfilled is not None:
        at, elapsed = fulfilled[1]
        yield _of(
            "time_to_first_resolution_business",
            ticket_id,
            (ticket_id, first.trace_id, first.groups),
            at=instant(at),
            value=float(elapsed),
        )


def _groups(ticket: dict[str, Any]) -> dict[str, str]:
    return {name: ticket[name] or UNKNOWN for name in TICKET_GROUPS}


def _seconds(start: datetime, end: datetime) -> float:
    # Imported tickets may say that they were solved before they were made.
    return max((end - start).total_seconds(), 0.0)


def _of(
    metric: str,
    subject: UUID,
    story: Story,
    *,
    at: datetime,
    numerator: int = 0,
    denominator: int = 0,
    value: float | None = None,
    mature_at: datetime | None = None,
) -> Contribution:
    owner_id, trace_id, groups = story
    return Contribution(metric, subject, owner_id, UUID(trace_id), at, groups, numerator, denominator, value, mature_at)
