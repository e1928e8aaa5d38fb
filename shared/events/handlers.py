"""Which fact sets off which deed: a service's table of contents of the outside world."""

from collections.abc import Awaitable, Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from sqlalchemy.ext.asyncio import AsyncSession

from shared.events.event import Event
from shared.events.fact import Fact, known_facts, topic_of

K = TypeVar("K", bound=Hashable)

SERVICES = ("ticketing", "feedback", "onboarding", "analytics")

Deed = Callable[[AsyncSession, list[Event[Any]]], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Handler:
    """A deed that takes a list of events; `name` is what a dead letter shows."""

    name: str
    deed: Deed


def together(deed: Callable[[AsyncSession, list[Event[Any]]], Awaitable[None]]) -> Handler:
    """A deed that takes many events at once and writes each table once."""
    return Handler(_name(deed), deed)


def each(deed: Callable[[AsyncSession, Event[Any]], Awaitable[None]]) -> Handler:
    """A deed that takes one event at a time."""

    async def one_by_one(session: AsyncSession, events: list[Event[Any]]) -> None:
        for event in events:
            await deed(session, event)

    return Handler(_name(deed), one_by_one)


class HandlerFailed(Exception):
    """A deed raised; `handler` names it and `__cause__` is what it raised."""

    def __init__(self, handler: str) -> None:
        super().__init__(handler)
        self.handler = handler


@dataclass(frozen=True)
class Handlers:
    """The handlers of one service: `{ResponseReceived: [together(escalate), ...], ...}`.

    Types with the same handlers share their sets: one call brings a deed all that it follows, in the order in
    which it came. `Fact` as a key stands for every known fact; where it is the only one, its deeds are given all
    events of a transaction in one list. foreign: topics of others, and the one fact that each may carry.
    """

    table: Mapping[type[Fact], Sequence[Handler]]
    foreign: Mapping[str, type[Fact]] = field(default_factory=dict)

    def of(self, type_: str) -> Sequence[Handler]:
        """The handlers of a type, by its string."""
        contract = known_facts().get(type_)
        if contract is None:
            return ()
        return self.table.get(contract) or self.table.get(Fact) or ()

    def take(self, topic: str, type_: str) -> bool:
        """Whether there is a handler for this type on this topic. A foreign topic carries its one fact, and no other
        topic does: a service's own must not speak for a stranger.
        """
        if topic in self.foreign:
            return self.foreign[topic].fact_type == type_ and bool(self.of(type_))
        return bool(self.of(type_)) and all(fact.fact_type != type_ for fact in self.foreign.values())

    def topics(self) -> list[str]:
        """The topics that a service must read for its handlers."""
        if Fact in self.table:
            return [topic_of(service) for service in SERVICES]
        if any(contract.teller is None and contract not in self.foreign.values() for contract in self.table):
            tellers: set[str] = set(SERVICES)  # a fact that every service tells
        else:
            tellers = {contract.teller for contract in self.table if contract.teller is not None}
        return sorted({topic_of(teller) for teller in tellers} | set(self.foreign))

    async def handle(self, session: AsyncSession, events: Sequence[Event[Any]]) -> None:
        """Run the handlers of these events, in order for each subject. Raises HandlerFailed."""
        for handlers, some in self._sets(events):
            for handler in handlers:
                try:
                    await handler.deed(session, some)
                except Exception as error:
                    raise HandlerFailed(handler.name) from error

    def _sets(self, events: Sequence[Event[Any]]) -> Iterator[tuple[Sequence[Handler], list[Event[Any]]]]:
        if set(self.table) == {Fact}:
            if events:
                yield self.table[Fact], list(events)
            return
        yield from in_sets(events, lambda type_: tuple(self.of(type_)))


def in_sets(events: Sequence[Event[Any]], kind_of: Callable[[str], K]) -> Iterator[tuple[K, list[Event[Any]]]]:
    """Events as sets of one kind, as large as the order of each subject allows. kind_of: the kind of a type.

    An event joins its kind's last set unless a later set holds its subject.
    """
    sets: list[tuple[K, list[Event[Any]]]] = []
    last_set_of_kind: dict[K, int] = {}
    last_set_of_subject: dict[str, int] = {}
    for event in events:
        kind = kind_of(event.type)
        place = last_set_of_kind.get(kind)
        if place is None or place < last_set_of_subject.get(event.subject, -1):
            place = len(sets)
            sets.append((kind, []))
            last_set_of_kind[kind] = place
        sets[place][1].append(event)
        last_set_of_subject[event.subject] = place
    yield from sets


def _name(deed: Callable[..., Any]) -> str:
    return f"{deed.__module__.removeprefix('services.')}.{deed.__qualname__}"
