"""What a fact says of an answer or a ticket, as far as a metric asks."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple
from uuid import UUID

from services.analytics.metrics import answers, tickets
from services.analytics.metrics.contribution import Contribution
from services.analytics.metrics.definitions import ANSWER_GROUPS, TICKET_GROUPS
from services.analytics.metrics.registers import Held, Registers, microseconds
from shared.contracts.feedback import ResponseDeleted, ResponseEdited, ResponseReceived, ResponseSnapshot
from shared.contracts.ticketing import (
    RecoveryAcknowledged,
    RecoveryCompleted,
    RecoveryContacted,
    RecoveryFact,
    RecoveryOpened,
    RecoveryPlanned,
    SlaApplied,
    SlaBreached,
    SlaFact,
    SlaFulfilled,
    SlaPaused,
    SlaResumed,
    SlaWarned,
    TicketClosed,
    TicketCreated,
    TicketMessageAdded,
    TicketReopened,
    TicketSnapshot,
    TicketSolved,
    TicketStatusChanged,
    TicketStatusFact,
    TicketUpdated,
)
from shared.events.event import Event
from shared.events.fact import Fact

ANSWER = "answer"
TICKET = "ticket"


class Owner(NamedTuple):
    """Whose facts are read together: ("answer", response_id) or ("ticket", ticket_id)."""

    kind: str
    id: UUID


def owner_of(event: Event[Any]) -> Owner | None:
    """The answer or ticket that the fact speaks of; None where it says nothing that a metric asks.

    Raises pydantic's ValidationError where the data does not fit its contract.
    """
    if event.type not in TYPES:
        return None
    data = event.data
    if isinstance(data, RecoveryFact):
        return None if data.response_id is None else Owner(ANSWER, data.response_id)
    return Owner(KINDS[event.type], getattr(data, data.subject_field))


def say(event: Event[Any]) -> Registers:
    """What the fact says of its owner."""
    last: dict[str, Held] = {}
    first: dict[str, Held] = {}
    TYPES[event.type](event, last, first)
    return Registers(last, first)


def contributions(owner: Owner, said: Registers) -> Iterator[Contribution]:
    """What an answer or a ticket contributes, from all that was said of it."""
    if owner.kind == ANSWER:
        return answers.contributions(owner.id, said)
    return tickets.contributions(owner.id, said)


Writes = dict[str, Held]


def _answer(event: Event[ResponseSnapshot], last: Writes, first: Writes) -> None:
    data = event.data
    kept = data.model_dump(
        mode="json",
        include={"survey_type", "outcome", "score", *ANSWER_GROUPS},
    )
    kept |= {
        "at": microseconds(data.answered_at),
        "recorded_at": microseconds(data.recorded_at),
        "trace_id": str(event.trace_id),
    }
    if data.silent:
        kept["silent"] = True
    last["answer"] = (event.sequence, kept)
    before = data.previous_outcome if isinstance(data, ResponseEdited) else None
    if data.outcome == "negative" and before != "negative":
        last["turned"] = (event.sequence, microseconds(event.recorded_at))


def _answer_deleted(event: Event[ResponseDeleted], last: Writes, first: Writes) -> None:
    last["answer"] = (event.sequence, None)


def _recovery(event: Event[RecoveryFact], last: Writes, first: Writes) -> None:
    if event.data.contacted_at is not None:
        first["contacted"] = (microseconds(event.data.contacted_at), None)


def _ticket(event: Event[TicketSnapshot], last: Writes, first: Writes) -> None:
    data = event.data
    kept = data.model_dump(mode="json", include=set(TICKET_GROUPS))
    kept |= {"created_at": microseconds(data.created_at), "trace_id": str(event.trace_id)}
    if data.silent:
        kept["silent"] = True
    last["ticket"] = (event.sequence, kept)
    last["merged"] = (event.sequence, data.merged_into_id is not None)
    solved_at = None if data.solved_at is None else microseconds(data.solved_at)
    last["solved"] = (event.sequence, solved_at)
    if solved_at is not None:
        first["solved"] = (solved_at, None)


def _solved(event: Event[TicketStatusFact], last: Writes, first: Writes) -> None:
    solved_at = microseconds(event.data.at)
    last["solved"] = (event.sequence, solved_at)
    first["solved"] = (solved_at, None)


def _moved(event: Event[TicketStatusFact], last: Writes, first: Writes) -> None:
    """A change of status: to solved it is told as ticket.solved besides, and closing changes no solve."""
    if event.data.status not in ("solved", "closed"):
        last["solved"] = (event.sequence, None)


def _message(event: Event[TicketMessageAdded], last: Writes, first: Writes) -> None:
    if event.data.visibility == "public" and event.data.author_kind == "agent":
        first["replied"] = (microseconds(event.data.at), None)


def _clock(event: Event[SlaFact], last: Writes, first: Writes) -> None:
    data, clock_id = event.data, str(event.data.clock_id)
    if data.breached_at is not None:
        last[tickets.BREACH + clock_id] = (event.sequence, microseconds(data.breached_at))
    kept = data.model_dump(mode="json", include={"metric", "cycle", "policy_id", "account_id"})
    last[tickets.CLOCK + clock_id] = (event.sequence, {**kept, "trace_id": str(event.trace_id)})
    standing = _STANDINGS.get(event.type)
    if standing is None:
        return
    if standing == "paused" and data.reason == "merged":
        standing = "merged"
    counted = [microseconds(data.at), data.elapsed_seconds]
    last[tickets.STANDING + clock_id] = (event.sequence, [standing, *counted])
    if standing == "fulfilled":
        first[tickets.FULFILLED + clock_id] = (event.sequence, counted)


_STANDINGS = {
    SlaApplied.fact_type: "running",
    SlaResumed.fact_type: "running",
    SlaPaused.fact_type: "paused",
    SlaFulfilled.fact_type: "fulfilled",
}

_READERS: dict[Callable[[Any, Writes, Writes], None], tuple[type[Fact], ...]] = {
    _answer: (ResponseReceived, ResponseEdited),
    _answer_deleted: (ResponseDeleted,),
    _recovery: (RecoveryOpened, RecoveryAcknowledged, RecoveryPlanned, RecoveryContacted, RecoveryCompleted),
    _ticket: (TicketCreated, TicketUpdated),
    _solved: (TicketSolved,),
    _moved: (TicketStatusChanged, TicketReopened, TicketClosed),
    _message: (TicketMessageAdded,),
    _clock: (SlaApplied, SlaPaused, SlaResumed, SlaWarned, SlaBreached, SlaFulfilled),
}

TYPES = {contract.fact_type: reader for reader, contracts in _READERS.items() for contract in contracts}
"""What reads a fact, by the fact's type."""

_ABOUT_ANSWERS = (_answer, _answer_deleted, _recovery)

KINDS = {type_: ANSWER if reader in _ABOUT_ANSWERS else TICKET for type_, reader in TYPES.items()}
"""Of whose registers a fact writes, by the fact's type."""
