"""What the facts of one thing say together, whatever order they come in and however often.

A register keeps one value out of all that were written to it: of the newest fact (`last`) or of the earliest
time (`first`). Merging is commutative, associative and idempotent, so late, doubled and shuffled facts end in
the same registers as ordered ones.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)

Held = tuple[int, Any]
"""(rank, value). The rank is a fact's sequence or a time; the value is plain JSON."""


@dataclass(frozen=True)
class Registers:
    """last: the value with the highest rank wins; first: the one with the lowest."""

    last: Mapping[str, Held] = field(default_factory=dict)
    first: Mapping[str, Held] = field(default_factory=dict)

    def newest(self, name: str) -> Any:
        """The value of a `last` register; None while nothing was written."""
        return self.last[name][1] if name in self.last else None

    def earliest(self, name: str) -> Held | None:
        """Rank and value of a `first` register."""
        return self.first.get(name)

    def merged(self, other: "Registers") -> "Registers":
        """What both say together."""
        return Registers.together((self, other))

    @staticmethod
    def together(said: "Iterable[Registers]") -> "Registers":
        """What all of them say together."""
        last: dict[str, Held] = {}
        first: dict[str, Held] = {}
        for one in said:
            _put(last, one.last, 1)
            _put(first, one.first, -1)
        return Registers(last, first)

    def as_json(self) -> str:
        """As it is stored."""
        return json.dumps({"last": self.last, "first": self.first}, separators=(",", ":"), sort_keys=True)

    @staticmethod
    def of_json(kept: Mapping[str, Any]) -> "Registers":
        """What `as_json` wrote, parsed."""
        return Registers(*({name: (rank, value) for name, (rank, value) in kept[part].items()} for part in _PARTS))


_PARTS = ("last", "first")


def _put(kept: dict[str, Held], said: Mapping[str, Held], sign: int) -> None:
    for name, held in said.items():
        if name not in kept or _wins(held, kept[name], sign):
            kept[name] = held


def _wins(held: Held, other: Held, sign: int) -> bool:
    if held[0] != other[0]:
        return (held[0] > other[0]) == (sign > 0)
    # Two values of one rank are one fact told twice; should they differ after all, the text decides.
    return held[1] != other[1] and json.dumps(held, sort_keys=True) > json.dumps(other, sort_keys=True)


def microseconds(instant: datetime) -> int:
    """An instant as a register keeps it: whole microseconds since 1970."""
    return (instant - EPOCH) // MICROSECOND


def instant(kept: int) -> datetime:
    """The instant that was kept."""
    return EPOCH + kept * MICROSECOND
