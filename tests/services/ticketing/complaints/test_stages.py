"""The stages of a complaint as pure rules: what is reached, and what holds wherever one gets."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.ticketing.complaints import stages
from services.ticketing.complaints.errors import StageNotAllowed
from services.ticketing.complaints.models import Complaint
from shared.ids import uuid7

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("done_at", "ended_at", "at", "verdict"),
    [
        (None, None, NOON, "pending"),
        (None, None, NOON + SECOND, "breached"),
        (NOON, None, NOON + 9 * SECOND, "met"),
        (NOON + SECOND, None, NOON + 9 * SECOND, "breached"),
        (None, NOON, NOON + 9 * SECOND, "cancelled"),
        (None, NOON + SECOND, NOON + 9 * SECOND, "breached"),
        (NOON, NOON + SECOND, NOON + 9 * SECOND, "met"),
    ],
)
def test_a_clock_is_judged_by_timestamps_and_exactly_at_the_due_is_in_time(
    done_at: datetime | None, ended_at: datetime | None, at: datetime, verdict: str
) -> None:
    assert stages.verdict(NOON, done_at, ended_at, at) == verdict


def test_nothing_comes_before_the_acknowledgement_and_every_stage_is_reached() -> None:
    assert stages.MOVES[stages.RECEIVED] == (stages.ACKNOWLEDGED, stages.CLOSED)
    assert not stages.decidable(stages.RECEIVED, None)
    reached, ahead = {stages.RECEIVED}, [stages.RECEIVED]
    while ahead:
        stage = ahead.pop()
        following = {*stages.MOVES[stage], *([stages.DECIDED] if stages.decidable(stage, None) else [])}
        ahead.extend(following - reached)
        reached |= following
    assert reached == set(stages.STAGES) == set(stages.MOVES)


DEEDS = st.lists(
    st.one_of(
        st.tuples(st.just("move"), st.sampled_from(stages.STAGES)),
        st.tuples(st.just("decide"), st.just("")),
        st.tuples(st.just("answer"), st.sampled_from(["accepted", "refused"])),
        st.tuples(
            st.just("close"),
            st.sampled_from(["accepted", "no_answer", "recourse_exhausted", "withdrawn", "reclassified"]),
        ),
    ),
    max_size=25,
)


@settings(max_examples=300, deadline=None)
@given(DEEDS)
def test_every_path_that_is_walked_is_legal(deeds: list[tuple[str, str]]) -> None:
    row = Complaint(
        ticket_id=uuid7(),
        trace_id=uuid7(),
        brand="default",
        opened_at=NOON,
        acknowledgement_due_at=NOON,
        decision_due_at=NOON,
    )
    for number, (deed, what) in enumerate(deeds, start=1):
        at, before = NOON + number * SECOND, row.model_dump()
        if not walked(row, deed, what, at):
            assert row.model_dump() == before, "what is refused changes nothing"
        if row.stage not in (stages.RECEIVED, stages.CLOSED):
            assert row.acknowledged_at is not None
        if row.stage in (stages.INVESTIGATING, stages.RESPONDED, stages.DECIDED):
            assert row.assessed_at is not None
        assert (row.stage == stages.CLOSED) == (row.closed_at is not None) == (row.closed_as is not None)
        if row.closed_as in ("accepted", "no_answer", "recourse_exhausted"):
            assert row.decided_at is not None
            assert row.answer == {"accepted": "accepted", "recourse_exhausted": "refused"}.get(row.closed_as)
        if row.answer == "refused" and row.stage == stages.CLOSED:
            assert row.closed_as != "accepted", "a refused decision does not end it"


def walked(row: Complaint, deed: str, what: str, at: datetime) -> bool:
    """Do a deed; was it allowed?"""
    try:
        walk(row, deed, what, at)
    except StageNotAllowed:
        return False
    return True


def walk(row: Complaint, deed: str, what: str, at: datetime) -> None:
    """One deed as the service does it, without its rows."""
    if deed == "close":
        row.close(what, at)
    elif deed == "decide":
        if stages.decidable(row.stage, row.answer):
            row.stage, row.decided_at, row.outcome, row.answer = stages.DECIDED, at, "upheld", None
            row.assessed_at = row.assessed_at or at
    elif deed == "answer":
        row.answer = what if row.stage == stages.DECIDED else row.answer
    elif what != stages.CLOSED:
        again = stages.taken_up_again(row.stage, what)
        row.move(what, at)
        if again:
            row.take_up_again(at)
            row.acknowledged_at = row.acknowledged_at or at
