"""The stages of a complaint as pure rules: what is reached, and what holds wherever one gets."""

from datetime import UTC, datetime, timedelta

import pytest

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


ENDS = ("accepted", "no_answer", "recourse_exhausted", "withdrawn", "reclassified")
DEEDS = (
    *(("move", stage) for stage in stages.STAGES),
    ("decide", ""),
    *(("answer", answer) for answer in ("accepted", "refused")),
    *(("close", end) for end in ENDS),
)


def test_every_path_that_can_be_walked_is_legal() -> None:
    """All of them: every deed in every standing that any deeds lead to."""
    first = Complaint(
        ticket_id=uuid7(),
        trace_id=uuid7(),
        brand="default",
        opened_at=NOON,
        acknowledgement_due_at=NOON,
        decision_due_at=NOON,
    )
    seen, ahead = {standing(first)}, [first]
    while ahead:
        before = ahead.pop()
        for deed, what in DEEDS:
            row = Complaint(**before.model_dump())
            if not walked(row, deed, what, NOON):
                assert row.model_dump() == before.model_dump(), "what is refused changes nothing"
            is_legal(row)
            if standing(row) not in seen:
                seen.add(standing(row))
                ahead.append(row)
    assert {stage for stage, *_ in seen} == set(stages.STAGES)
    assert {standing[-1] for standing in seen} == {None, *ENDS}


def standing(row: Complaint) -> tuple[object, ...]:
    """What decides on what may be done next."""
    done = (row.acknowledged_at, row.assessed_at, row.decided_at)
    return (row.stage, row.answer, *(at is not None for at in done), row.closed_as)


def is_legal(row: Complaint) -> None:
    """What holds of a complaint wherever it stands."""
    if row.stage not in (stages.RECEIVED, stages.CLOSED):
        assert row.acknowledged_at is not None, "acknowledged before anything else"
    if row.stage in (stages.INVESTIGATING, stages.RESPONDED, stages.DECIDED):
        assert row.assessed_at is not None
    assert (row.stage == stages.CLOSED) == (row.closed_at is not None) == (row.closed_as is not None)
    if row.closed_as in ("accepted", "no_answer", "recourse_exhausted"):
        assert row.decided_at is not None
        assert row.answer == {"accepted": "accepted", "recourse_exhausted": "refused"}.get(row.closed_as)
    if row.closed_as == "accepted":
        assert row.answer == "accepted", "a refused decision does not end it"


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
