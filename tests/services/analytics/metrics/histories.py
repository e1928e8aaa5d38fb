"""Random histories of answers and tickets, each with what it must contribute in the end.

What must come of a history is kept beside its facts while they are told, by rules of its own: it is the oracle
of the projection.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from shared.contracts.ticketing import SlaApplied, SlaBreached, SlaFulfilled, SlaPaused, SlaResumed
from shared.ids import uuid7
from tests.services.analytics.metrics.told import MONDAY, AnswerStory, Teller, TicketStory, outcome_of

Expected = dict[str, Any]
"""What stands in the end: {metric: (at, numerator, value)}."""

History = tuple[Teller, Expected]


@st.composite
def answers(draw: st.DrawFn) -> History:
    """An answer that is edited, deleted, contacted, in any order that can happen."""
    survey_type = draw(st.sampled_from(["nps", "csat", "ces"]))
    scores = st.integers(*{"nps": (0, 10), "csat": (1, 5), "ces": (1, 7)}[survey_type])
    story = AnswerStory(survey_type)
    later = _clock(draw)
    answered_at = MONDAY + timedelta(minutes=draw(st.integers(0, 3000)))
    score = draw(scores)
    recorded = later()
    story.received(score, recorded, answered_at)
    turned = recorded if outcome_of(survey_type, score) == "negative" else None
    contacted: datetime | None = None
    deleted = False
    for deed in draw(st.lists(st.sampled_from(["edit", "edit", "contact", "case", "delete"]), max_size=6)):
        at = later()
        if deed == "edit" and not deleted:
            before, score = score, draw(scores)
            story.edited(score, before, at, answered_at)
            was_negative = outcome_of(survey_type, before) == "negative"
            if outcome_of(survey_type, score) == "negative" and not was_negative:
                turned = at
        elif deed == "contact":
            contacted = contacted or at
            story.contacted(contacted, at)
        elif deed == "case":
            story.case_opened(at)
        elif deed == "delete":
            story.deleted(at)
            deleted = True
    if deleted:
        return story, {}
    outcome = outcome_of(survey_type, score)
    positive = int(outcome == "positive")
    net = positive - int(outcome == "negative")
    counted = {"nps": {"nps": net}, "csat": {"csat": positive}, "ces": {"ces": score, "ces_share": positive}}
    expected = {metric: (answered_at, numerator, None) for metric, numerator in counted[survey_type].items()}
    if survey_type == "nps" and outcome == "negative":
        assert turned is not None
        in_time = contacted is not None and contacted <= turned + timedelta(hours=48)
        expected["detractors_contacted_48h"] = (answered_at, int(in_time), None)
    return story, expected


@st.composite
def tickets(draw: st.DrawFn) -> History:
    """A ticket that is answered, solved, reopened, merged and unmerged, with one clock a cycle."""
    later = _clock(draw)
    created = later()
    story = TicketStory(created)
    solved: datetime | None = None
    first_solved: datetime | None = None
    replied: datetime | None = None
    merged = False
    clocks = [uuid7()]
    elapsed: dict[int, int] = {}
    breached: dict[int, datetime] = {}
    story.clock(SlaApplied, clocks[0], created, metric="total_resolution", cycle=1, elapsed_seconds=0)
    deeds = st.sampled_from(["human", "bot", "note", "solve", "reopen", "merge", "unmerge", "breach", "pause"])
    first_fulfilled: tuple[datetime, int] | None = None
    fulfilled_at: dict[int, datetime] = {}
    for deed in draw(st.lists(deeds, max_size=12)):
        at, cycle = later(), len(clocks)
        fields: dict[str, Any] = {"metric": "total_resolution", "cycle": cycle, "breached_at": breached.get(cycle)}
        if deed in ("human", "bot", "note"):
            story.said(at, "bot" if deed == "bot" else "agent", "internal" if deed == "note" else "public")
            if deed == "human":
                replied = replied or at
        elif deed == "solve" and solved is None and not merged:
            story.solved(at)
            solved, first_solved = at, first_solved or at
            elapsed[cycle], fulfilled_at[cycle] = draw(st.integers(0, 90_000)), at
            story.clock(SlaFulfilled, clocks[-1], at, elapsed_seconds=elapsed[cycle], **fields)
            first_fulfilled = first_fulfilled or (at, elapsed[cycle])
        elif deed == "reopen" and solved is not None and not merged:
            story.reopened(at)
            solved = None
            clocks.append(uuid7())
            story.clock(SlaApplied, clocks[-1], at, metric="total_resolution", cycle=cycle + 1, elapsed_seconds=0)
        elif deed in ("merge", "unmerge") and merged == (deed == "unmerge"):
            merged = not merged
            (story.merged if merged else story.unmerged)(at)
            if solved is None:
                kind, reason = (SlaPaused, "merged") if merged else (SlaResumed, "open")
                story.clock(kind, clocks[-1], at, reason=reason, elapsed_seconds=1, **fields)
        elif deed == "breach" and solved is None and not merged and cycle not in breached:
            breached[cycle] = at
            story.clock(SlaBreached, clocks[-1], at, elapsed_seconds=5, **{**fields, "breached_at": at})
        elif deed == "pause" and solved is None and not merged:
            story.clock(SlaPaused, clocks[-1], at, reason="pending", elapsed_seconds=3, **fields)
            story.clock(SlaResumed, clocks[-1], at, reason="open", elapsed_seconds=3, **fields)
    expected: Expected = {}
    if not merged:
        expected["first_reply_time"] = (created, 0, _seconds(created, replied))
        if first_solved is not None:
            expected["time_to_first_resolution"] = (first_solved, 0, _seconds(created, first_solved))
            assert first_fulfilled is not None
            at, seconds = first_fulfilled
            expected["time_to_first_resolution_business"] = (at, 0, seconds)
        if solved is not None:
            expected["time_to_resolution"] = (solved, 0, _seconds(created, solved))
            expected["time_to_resolution_business"] = (solved, 0, sum(elapsed.values()))
    for cycle in range(1, len(clocks) + 1):
        if cycle in breached and not (merged and cycle == len(clocks) and solved is None):
            expected[f"sla_attainment:{clocks[cycle - 1]}"] = (breached[cycle], 0, None)
        elif cycle in fulfilled_at and cycle not in breached:
            expected[f"sla_attainment:{clocks[cycle - 1]}"] = (fulfilled_at[cycle], 1, None)
    return story, expected


def _clock(draw: st.DrawFn) -> Callable[[], datetime]:
    """Times that rise, by a second to some days."""
    now = [MONDAY]

    def later() -> datetime:
        now[0] += timedelta(seconds=draw(st.integers(1, 200_000)))
        return now[0]

    return later


def _seconds(start: datetime, end: datetime | None) -> float | None:
    return None if end is None else (end - start).total_seconds()
