"""Which groups and periods a page of values shows, in the order of their groups, then of time."""

from collections.abc import Sequence
from dataclasses import dataclass

Place = tuple[str, int]
"""The last item that was given: its group and the number of its period."""


@dataclass(frozen=True, slots=True)
class Need:
    """What the next page begins with.

    rest: the places of the group that the page before broke off in. groups: how many more groups are needed.
    after: they come after this one; None = from the first.
    """

    rest: list[Place]
    groups: int
    after: str | None


def need(after: Place | None, periods: int, limit: int) -> Need:
    """What to read for a page of `limit` items and the first of the following one."""
    rest = [] if after is None else [(after[0], period) for period in range(after[1] + 1, periods)]
    missing = max(limit + 1 - len(rest), 0)
    return Need(rest, -(-missing // periods), None if after is None else after[0])


def page(rest: Sequence[Place], groups: Sequence[str], periods: int, limit: int) -> tuple[list[Place], bool]:
    """The places of the page, and whether there are more."""
    places = [*rest, *((group, period) for group in groups for period in range(periods))]
    return places[:limit], len(places) > limit
