"""More of an honest run, spoiled in one place each: invitations, their answers, and what is expected of them."""

import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from tests.chaos.spoiling import STRANGER, Row, Spoiled

LONG = timedelta(hours=1)
DECIDED = {"rule_id": "ticket_solved", "state": "met"}


def _answered(held: Spoiled, state: str = "completed") -> Row:
    """An answer that was given on a page."""
    return next(row for row in held.rows("feedback", "response", state=state) if row["invitation_id"])


def _invited(held: Spoiled) -> Row:
    """The invitation that it answers."""
    return held.first("feedback", "invitation", id=_answered(held)["invitation_id"])


def _waits(held: Spoiled) -> None:
    row = next(row for row in held.rows("feedback", "invitation", state="cancelled"))
    row.update(state="queued", cancelled_at=None)


def _fourth(held: Spoiled) -> None:
    """Three bad answers lie long before a survey of their story."""
    survey = next(row for row in held.rows("feedback", "invitation") if row["recovery_case_id"])
    fact = held.fact("response.received", lambda one: one.data["outcome"] == "negative")
    for _ in range(3):
        subject = str(uuid.uuid4())
        headers = {**fact.headers, "ce_correlationid": survey["trace_id"]}
        told = replace(fact, id=str(uuid.uuid4()), subject=subject, headers=headers)
        held.world.facts.append(replace(told, stored_at=survey["created_at"] - LONG))


def _second_answer(held: Spoiled) -> None:
    held.add("feedback", "response", _answered(held), id=str(uuid.uuid4()))


def _change(which: Callable[[Spoiled], Row], **values: Any) -> Callable[[Spoiled], None]:
    return lambda held: which(held).update(values)


def _untold(type_: str) -> Callable[[Spoiled], None]:
    return lambda held: held.world.facts.remove(held.fact(type_))


def _never_settled(held: Spoiled) -> None:
    _answered(held, "partial")["settles_at"] = held.world.now - LONG


def _unexpected(held: Spoiled) -> None:
    held.drop("analytics", "expectation", rule_id="recovery_completed")


def _expectation(held: Spoiled) -> Row:
    return held.first("analytics", "expectation", **DECIDED)


OF_SURVEYS: dict[str, tuple[str, Callable[[Spoiled], None]]] = {
    "a survey was sent in silence": ("lost/invitation_fact", _untold("survey.sent")),
    "a survey was taken back in silence": ("lost/invitation_fact", _untold("survey.cancelled")),
    "a sending is told twice": ("doubled/invitation_fact", lambda held: held.tell(held.fact("survey.sent"))),
    "a sending of nothing is told": (
        "effects_without_cause/invitation",
        lambda held: held.tell(held.fact("survey.sent"), invitation_id=STRANGER),
    ),
    "a survey waits for a ticket that is open again": ("causes_without_effect/taken_back", _waits),
    "a story of three bad answers asks again": ("effects_without_cause/story", _fourth),
    "an invitation has two answers": ("doubled/answer", _second_answer),
    "an answer to nothing": ("effects_without_cause/answer", _change(_answered, invitation_id=STRANGER)),
    "an invitation names another answer": ("effects_without_cause/answer", _change(_invited, answer_id=STRANGER)),
    "a page's answer is gone": (
        "lost/answer",
        lambda held: held.drop("feedback", "response", id=_answered(held)["id"]),
    ),
    "a part of an answer was told": ("effects_without_cause/answer", _change(_answered, state="partial")),
    "a part of an answer never settled": ("causes_without_effect/partial", _never_settled),
    "no survey is expected after a recovery": ("causes_without_effect/expectation", _unexpected),
    "a decision that came counts as open": ("causes_without_effect/step", _change(_expectation, state="open")),
    "a decision that came counts as missing": ("findings_without_fault/step", _change(_expectation, state="missing")),
    "each solve has its own decision": (
        "faults_without_finding/step",
        lambda held: held.fact("survey.queued", lambda one: one.data["reopen_count"] == 0).data.update(reopen_count=7),
    ),
}
"""What is spoiled: column and rule under which the checker must count it, and how."""
