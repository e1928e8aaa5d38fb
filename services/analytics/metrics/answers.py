"""What one answer contributes, from the registers of its facts.

last   answer     the newest snapshot, None once it was deleted
       turned     the recording of the fact by which it last became negative
first  contacted  when its customer was first reached
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import UUID

from services.analytics.metrics.contribution import UNKNOWN, Contribution
from services.analytics.metrics.definitions import ANSWER_GROUPS
from services.analytics.metrics.registers import Registers, instant

CONTACT_WITHIN = timedelta(hours=48)

NET = {"positive": 1, "neutral": 0, "negative": -1}


def contributions(response_id: UUID, said: Registers) -> Iterator[Contribution]:
    """What the answer adds to which metric: nothing while it has no score, or once it is deleted."""
    answer = said.newest("answer")
    if answer is None or answer["outcome"] not in NET or answer["score"] is None:
        return
    positive = int(answer["outcome"] == "positive")
    match answer["survey_type"]:
        case "nps":
            yield _of(response_id, answer, "nps", NET[answer["outcome"]])
            if answer["outcome"] == "negative" and not answer.get("silent"):
                yield _contacted(response_id, answer, said)
        case "csat":
            yield _of(response_id, answer, "csat", positive)
        case "ces":
            yield _of(response_id, answer, "ces", answer["score"])
            yield _of(response_id, answer, "ces_share", positive)


def _contacted(response_id: UUID, answer: dict[str, Any], said: Registers) -> Contribution:
    deadline = instant(said.newest("turned") or answer["recorded_at"]) + CONTACT_WITHIN
    contacted = said.earliest("contacted")
    in_time = contacted is not None and instant(contacted[0]) <= deadline
    return _of(response_id, answer, "detractors_contacted_48h", int(in_time), None if in_time else deadline)


def _of(response_id: UUID, answer: dict[str, Any], metric: str, numerator: int, mature_at: Any = None) -> Contribution:
    return Contribution(
        metric=metric,
        subject=response_id,
        owner_id=response_id,
        trace_id=UUID(answer["trace_id"]),
        at=instant(answer["at"]),
        groups={name: answer[name] or UNKNOWN for name in ANSWER_GROUPS},
        numerator=numerator,
        denominator=1,
        mature_at=mature_at,
    )
