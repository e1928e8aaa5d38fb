"""Which answers a follow-up rule is for: every condition that is given must hold, of several values one suffices."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Answer:
    """What of an answer a rule looks at. tier: None where it is not known, or not yet."""

    survey_type: str
    outcome: str
    score: int | None
    brand: str
    program_id: UUID | None
    themes: Sequence[str]
    locale: str | None
    tier: str | None = None

    @classmethod
    def of(cls, columns: Mapping[str, Any], tier: str | None = None) -> "Answer":
        """An answer from its columns."""
        named = ("survey_type", "outcome", "score", "brand", "program_id", "themes", "locale")
        return cls(**{name: columns[name] for name in named}, tier=tier)


def may_fit(match: Mapping[str, Any], answer: Answer) -> bool:
    """Does all hold that the answer alone can tell? The account's tier may not be known yet."""
    return (
        _among(match.get("survey_type"), [answer.survey_type])
        and _among(match.get("outcome"), [answer.outcome])
        and _among(match.get("brand"), [answer.brand])
        and _among(match.get("program_id"), [str(answer.program_id) if answer.program_id else None])
        and _among(match.get("themes"), answer.themes)
        and _among(match.get("locale"), _locales(answer.locale))
        and _within(match.get("score_min"), match.get("score_max"), answer.score)
    )


def fits(match: Mapping[str, Any], answer: Answer) -> bool:
    """Do all given conditions hold? An empty or absent one always does; a score range never without a score."""
    return may_fit(match, answer) and fits_tier(match, answer.tier)


def fits_tier(match: Mapping[str, Any], tier: str | None) -> bool:
    """Does the condition on the account's tier hold?"""
    return _among(match.get("account_tier"), [tier])


def _among(wanted: Sequence[str] | None, given: Iterable[str | None]) -> bool:
    return not wanted or not set(wanted).isdisjoint(given)


def _locales(locale: str | None) -> list[str]:
    """A locale, and each that is less exact: sr-Latn-RS, sr-Latn, sr."""
    parts = locale.split("-") if locale else []
    return ["-".join(parts[:length]) for length in range(len(parts), 0, -1)]


def _within(least: int | None, most: int | None, score: int | None) -> bool:
    if least is None and most is None:
        return True
    return score is not None and (least is None or score >= least) and (most is None or score <= most)
