"""Sets of one type are as large as the order of each subject allows, and never break it."""

import types
from typing import Any, cast

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.ext.asyncio import AsyncSession

from shared.contracts.ticketing import EscalationOpened, RecoveryOpened, TicketSolved
from shared.events.fact import Fact
from shared.events.handlers import Handler, Handlers, in_sets, together

EVENTS = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("xyz")), max_size=40)


def made(drawn: list[tuple[str, str]]) -> list[Any]:
    """Events that know their place."""
    return [
        types.SimpleNamespace(place=place, type=type_, subject=subject) for place, (type_, subject) in enumerate(drawn)
    ]


@given(EVENTS)
def test_every_event_is_in_one_set_of_its_type(drawn: list[tuple[str, str]]) -> None:
    events = made(drawn)
    sets = list(in_sets(events, str))
    assert sorted(event.place for _, some in sets for event in some) == list(range(len(events)))
    assert all(event.type == type_ for type_, some in sets for event in some)


@given(EVENTS)
def test_each_subject_keeps_its_order(drawn: list[tuple[str, str]]) -> None:
    handled = [event for _, some in in_sets(made(drawn), str) for event in some]
    for subject in "xyz":
        places = [event.place for event in handled if event.subject == subject]
        assert places == sorted(places)


def test_different_subjects_share_a_set() -> None:
    events = made([("a", "x"), ("b", "y"), ("a", "z")])
    assert [(type_, len(some)) for type_, some in in_sets(events, str)] == [("a", 2), ("b", 1)]


def test_a_subject_is_not_overtaken_by_its_later_fact() -> None:
    events = made([("a", "x"), ("b", "x"), ("a", "x")])
    assert [type_ for type_, _ in in_sets(events, str)] == ["a", "b", "a"]


async def test_a_deed_is_given_all_that_it_follows_in_one_call() -> None:
    calls: list[tuple[str, list[int]]] = []

    async def follow(_: Any, events: list[Any]) -> None:
        calls.append(("follow", [event.place for event in events]))

    async def count(_: Any, events: list[Any]) -> None:
        calls.append(("count", [event.place for event in events]))

    table: dict[type[Fact], list[Handler]] = {
        EscalationOpened: [together(follow)],
        RecoveryOpened: [together(follow)],
        TicketSolved: [together(follow), together(count)],
    }
    told: list[tuple[type[Fact], str]] = [
        (EscalationOpened, "x"),
        (TicketSolved, "y"),
        (RecoveryOpened, "z"),
        (EscalationOpened, "y"),
    ]
    events = made([(contract.fact_type, subject) for contract, subject in told])
    await Handlers(table).handle(cast(AsyncSession, None), events)
    assert calls == [("follow", [0, 2]), ("follow", [1]), ("count", [1]), ("follow", [3])]


async def test_a_services_own_topic_does_not_speak_for_a_stranger() -> None:
    async def deed(_: Any, events: list[Any]) -> None: ...

    handlers = Handlers({TicketSolved: [together(deed)], EscalationOpened: [together(deed)]}, {"crm": TicketSolved})
    taken = [
        (topic, fact.fact_type)
        for topic in ("crm", "ticketing-events")
        for fact in (TicketSolved, EscalationOpened, RecoveryOpened)
        if handlers.take(topic, fact.fact_type)
    ]
    assert taken == [("crm", "ticket.solved.v1"), ("ticketing-events", "escalation.opened.v1")]
