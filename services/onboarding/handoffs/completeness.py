"""How much of what a hand-off must say is said: the required fields of each segment."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

FIELDS = ("use_case", "goals", "promised_dates", "contract", "risks", "stakeholders")
"""All that a hand-off can be asked for; `contract` stands with the account, the others with the hand-off."""

REQUIRED: Mapping[str, tuple[str, ...]] = {
    "small": ("use_case", "goals", "contract"),
    "mid": ("use_case", "goals", "promised_dates", "contract", "risks"),
    "enterprise": FIELDS,
}
"""By the account's segment."""

REQUIRED_OTHERWISE = REQUIRED["mid"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """share: of the required fields that are filled, 0-1. gaps: the others, in the order of `FIELDS`."""

    share: float
    gaps: tuple[str, ...]


def judge(segment: str | None, content: Mapping[str, Any]) -> Judgement:
    """Which required fields are filled. An empty list and a blank text are gaps: they say nothing."""
    required = REQUIRED.get((segment or "").casefold(), REQUIRED_OTHERWISE)
    gaps = tuple(name for name in required if not _says_something(content.get(name)))
    return Judgement(round(1 - len(gaps) / len(required), 4), gaps)


def _says_something(value: Any) -> bool:
    if isinstance(value, str):
        return bool(value.strip())
    if isinstance(value, Mapping):
        return any(_says_something(part) for part in value.values())
    if isinstance(value, list | tuple):
        return any(_says_something(part) for part in value)
    return value is not None
