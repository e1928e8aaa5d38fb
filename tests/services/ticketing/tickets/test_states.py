"""The states of a ticket, as a pure table and as the ticket obeys it."""

from datetime import UTC, datetime, timedelta
from itertools import product
from typing import get_args

import pytest

from services.ticketing.tickets import states
from services.ticketing.tickets.errors import ResolutionNeeded, TransitionNotAllowed
from services.ticketing.tickets.models import Ticket
from shared.ids import uuid7

AT = datetime(2026, 11, 23, 10, 15, tzinfo=UTC)
WINDOW = timedelta(days=7)
STATUSES = get_args(states.Status)

# The specification's table, written down once more.
SPECIFIED = {
    "new": {"open", "pending", "on_hold", "solved"},
    "open": {"pending", "on_hold", "solved"},
    "pending": {"open", "on_hold", "solved"},
    "on_hold": {"open", "pending", "solved"},
    "solved": {"open"},
    "closed": set(),
}


def a_ticket(status: str = "new") -> Ticket:
    over = status in ("solved", "closed")
    return Ticket(
        id=uuid7(),
        number=1042,
        type="question",
        subject="The export is slow",
        status=status,
        trace_id=uuid7(),
        created_at=AT,
        updated_at=AT,
        solved_at=AT if over else None,
        solved_by="agent" if over else None,
        resolution_code="fixed" if over else None,
        closed_at=AT if status == "closed" else None,
    )


@pytest.mark.parametrize(("status", "to"), list(product(STATUSES, STATUSES)))
def test_moves_are_those_of_the_table(status: str, to: str) -> None:
    ticket = a_ticket(status)
    if to in SPECIFIED[status]:
        assert ticket.move(to, at=AT, window=WINDOW, resolution_code="fixed") == status
        assert ticket.status == to
    else:
        with pytest.raises(TransitionNotAllowed) as refused:
            ticket.move(to, at=AT, window=WINDOW, resolution_code="fixed")
        assert set(refused.value.allowed) == SPECIFIED[status]
        assert ticket.status == status


def test_solved_ticket_is_reopened_up_to_the_window_s_last_instant() -> None:
    ticket = a_ticket("solved")
    ticket.move("open", at=AT + WINDOW, window=WINDOW)
    assert (ticket.status, ticket.reopen_count) == ("open", 1)
    assert (ticket.solved_at, ticket.solved_by, ticket.resolution_code) == (None, None, None)


def test_after_the_window_a_solved_ticket_stays() -> None:
    with pytest.raises(TransitionNotAllowed) as refused:
        a_ticket("solved").move("open", at=AT + WINDOW + timedelta(microseconds=1), window=WINDOW)
    assert refused.value.allowed == []


def test_only_who_may_close_closes() -> None:
    with pytest.raises(TransitionNotAllowed):
        a_ticket("solved").move("closed", at=AT, window=WINDOW)
    ticket = a_ticket("solved")
    ticket.move("closed", at=AT, window=WINDOW, closable=True)
    assert (ticket.status, ticket.closed_at, ticket.solved_at) == ("closed", AT, AT)


def test_solving_needs_a_resolution() -> None:
    ticket = a_ticket("open")
    with pytest.raises(ResolutionNeeded) as refused:
        ticket.move("solved", at=AT, window=WINDOW)
    assert refused.value.errors[0]["loc"] == ["body", "resolution_code"]
    assert ticket.status == "open"


def test_merged_ticket_moves_nowhere() -> None:
    ticket = a_ticket("open")
    ticket.merged_into_id = uuid7()
    with pytest.raises(TransitionNotAllowed) as refused:
        ticket.move("pending", at=AT, window=WINDOW)
    assert refused.value.allowed == []


def test_first_assignment_is_remembered() -> None:
    ticket, later = a_ticket(), AT + timedelta(hours=1)
    ticket.give_to(None, uuid7(), by="manual", at=AT)
    assert ticket.first_assigned_at is None
    ticket.give_to(uuid7(), None, by="manual", at=AT)
    ticket.give_to(uuid7(), None, by="manual", at=later)
    assert ticket.first_assigned_at == AT


def test_a_source_of_feedback_s_names_the_answer() -> None:
    ticket, answer = a_ticket(), uuid7()
    ticket.source_service, ticket.source_kind, ticket.source_id = "feedback", "response", str(answer)
    assert ticket.response_id == answer
    ticket.source_id = "call-8841"
    assert ticket.response_id is None
