"""When a contact may be sent something: hours of days, by the contact's clock."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any, NamedTuple

from shared import business_time
from shared.business_time import Calendar, Hours

LOOKED_AHEAD = timedelta(days=16)  # a clock change may swallow one week's only window


class Window(NamedTuple):
    """On these days (1 = Monday), from one minute of the day to before another; 1440 is the next midnight."""

    days: tuple[int, ...]
    opens: int
    closes: int


def read(held: Mapping[str, Any] | None) -> Window | None:
    """A window as its program holds it."""
    if held is None:
        return None
    return Window(tuple(sorted(held["days"])), _minutes(held["from"]), _minutes(held["until"]))


def first_open(window: Window | None, zone: str, at: datetime) -> datetime:
    """The first moment from `at` on, `at` included, that lies in the window. Raises ValueError for no zone."""
    if window is None:
        return at
    opens = business_time.opening(_calendar(window, zone), at, LOOKED_AHEAD)
    if opens is None:
        raise RuntimeError("every window opens within two weeks")
    return opens


def opening(window: Window | None, own_zone: str | None, zone: str, at: datetime) -> datetime:
    """The same by a contact's own clock, or by this zone's where theirs is not known, or not to this machine."""
    try:
        return first_open(window, own_zone or zone, at)
    except ValueError:
        return first_open(window, zone, at)


@lru_cache(maxsize=4096)
def _calendar(window: Window, zone: str) -> Calendar:
    hours = (Hours(window.opens, window.closes),)
    return Calendar(zone, tuple(hours if day in window.days else () for day in range(1, 8)))


def _minutes(clock_time: str) -> int:
    hours, minutes = clock_time.split(":")
    return int(hours) * 60 + int(minutes)
