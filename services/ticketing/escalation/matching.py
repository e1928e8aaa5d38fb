"""Which outcome route an answer takes: the first by rank of which every given condition holds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from services.ticketing.conditions import among, says, spaced


@dataclass(frozen=True, slots=True)
class Answer:
    """What of an answer a route looks at. tags: the themes that feedback found."""

    survey_type: str
    outcome: str
    score: int | None
    account_tier: str | None
    tags: Sequence[str]
    comment: str | None


def fits(match: Mapping[str, Any], answer: Answer) -> bool:
    """Do all given conditions hold? An empty or absent one always does.

    tags and words: one of them suffices. Words are compared whole and whatever their case; several in one
    text must stand together. A score range never fits an answer without a score.
    """
    return (
        among(match.get("survey_type"), [answer.survey_type])
        and among(match.get("outcome"), [answer.outcome])
        and among(match.get("account_tier"), [answer.account_tier])
        and among(match.get("tags"), answer.tags)
        and _within(match.get("score_min"), match.get("score_max"), answer.score)
        and says(match.get("words"), spaced(answer.comment or ""))
    )


def missed(match: Mapping[str, Any], answer: Answer) -> tuple[str, ...]:
    """The given conditions that do not hold, for somebody who asks why; none of them where the route fits."""
    return tuple(name for name in _CONDITIONS if not fits(_alone(match, name), answer))


_CONDITIONS = ("survey_type", "outcome", "account_tier", "tags", "score", "words")


def _alone(match: Mapping[str, Any], condition: str) -> dict[str, Any]:
    """One condition of a match, without the others."""
    names = ("score_min", "score_max") if condition == "score" else (condition,)
    return {name: match.get(name) for name in names}


def _within(least: int | None, most: int | None, score: int | None) -> bool:
    if least is None and most is None:
        return True
    return score is not None and (least is None or score >= least) and (most is None or score <= most)
