"""The stages of a complaint: which leads where, how it may be closed, and whether its clocks were kept.

Source: ISO 10002, 7 (acknowledgement, initial assessment, investigation, response, decision, closing). Nothing is done
before the acknowledgement but withdrawing. Assessment may go with what follows it, and the response with the decision.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Final, Literal

Verdict = Literal["pending", "met", "breached", "cancelled"]

RECEIVED: Final = "received"
ACKNOWLEDGED: Final = "acknowledged"
ASSESSED: Final = "assessed"
INVESTIGATING: Final = "investigating"
RESPONDED: Final = "responded"
DECIDED: Final = "decided"
CLOSED: Final = "closed"

STAGES: Final = (RECEIVED, ACKNOWLEDGED, ASSESSED, INVESTIGATING, RESPONDED, DECIDED, CLOSED)

MOVES: Final[Mapping[str, tuple[str, ...]]] = {
    RECEIVED: (ACKNOWLEDGED, CLOSED),
    ACKNOWLEDGED: (ASSESSED, INVESTIGATING, RESPONDED, CLOSED),
    ASSESSED: (INVESTIGATING, RESPONDED, CLOSED),
    INVESTIGATING: (RESPONDED, CLOSED),
    RESPONDED: (INVESTIGATING, CLOSED),
    DECIDED: (INVESTIGATING, CLOSED),
    CLOSED: (INVESTIGATING,),
}
"""Where a transition leads. A decision leads to `decided`; from there and from `closed` it is taken up again."""

DECIDABLE: Final = (ACKNOWLEDGED, ASSESSED, INVESTIGATING, RESPONDED)

ENDS_OF_ANY: Final = ("withdrawn", "reclassified")
"""The customer takes it back, or it was no complaint: so a complaint may end wherever it stands."""

ENDS_OF_DECIDED: Final[Mapping[str | None, str]] = {
    "accepted": "accepted",
    "refused": "recourse_exhausted",
    None: "no_answer",
}
"""How a decided complaint ends, by what the customer said to the decision."""


def decidable(stage: str, answer: str | None) -> bool:
    """May it be decided? Once it is acknowledged; again only where the customer refused the decision."""
    return stage in DECIDABLE or (stage == DECIDED and answer == "refused")


def ends(stage: str, answer: str | None) -> tuple[str, ...]:
    """How a complaint may be closed as it stands. answer: what the customer said to the decision."""
    if stage == CLOSED:
        return ()
    if stage == DECIDED:
        return (ENDS_OF_DECIDED[answer], *ENDS_OF_ANY)
    return ENDS_OF_ANY


def taken_up_again(stage: str, to: str) -> bool:
    """Does this move begin anew what was decided?"""
    return stage in (DECIDED, CLOSED) and to == INVESTIGATING


def verdict(due_at: datetime, done_at: datetime | None, ended_at: datetime | None, at: datetime) -> Verdict:
    """Was it done in time? Decided by the timestamps alone; exactly at the due is in time.

    ended_at: when it need not be done any more.
    """
    until = done_at or ended_at or at
    if until > due_at:
        return "breached"
    if done_at is not None:
        return "met"
    return "pending" if ended_at is None else "cancelled"
