"""iCalendar files (RFC 5545): received, unfolded in a process of their own, and read as closures of a desk."""

import asyncio
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from hashlib import blake2b
from typing import Any, Final
from urllib.parse import parse_qs
from zoneinfo import ZoneInfo

from starlette.types import Receive, Scope

from shared.business_time import MINUTES_PER_DAY, Calendar, Hours
from shared.features.calendars import expansion
from shared.http import bodies
from shared.http.errors import Invalid, Problem, place
from shared.http.uploads import Receiving

LARGEST: Final = 1_000_000  # bytes
LONGEST_SECONDS: Final = 15.0  # of an expansion, which may have to wait for the processor
LONGEST_YEARS: Final = 5
TEXT_CALENDAR: Final = "text/calendar"
A_DAY: Final = timedelta(days=1)

_REFUSALS = {
    "unreadable_calendar": "It is no iCalendar file",
    "too_many_events": f"It has more than {expansion.MOST_EVENTS} events in this time",
    "too_costly": "To find its events takes too long",
}


class NotACalendar(Problem):
    """The body must be an iCalendar file."""

    status = 415
    code = "not_a_calendar"


@dataclass(frozen=True, slots=True)
class Received:
    """A file as far as it says something of the asked-for days; `digest` is of all of it."""

    first: date
    last: date
    occurrences: list[dict[str, Any]]
    digest: bytes


@dataclass(frozen=True, slots=True)
class Closures:
    """What a file closes. days: whole ones, with names. hours: by day, in minutes since midnight."""

    days: dict[date, str | None]
    hours: dict[date, list[Hours]]


async def _receive(scope: Scope, receive: Receive, app: Any) -> Received:
    """Read and unfold a file. Raises NotACalendar, TooLarge, TooSlow, Unreadable, Invalid."""
    kind = (bodies.header(scope, b"content-type") or "").lower()
    if kind.partition(";")[0].strip() != TEXT_CALENDAR:
        raise NotACalendar(f"Send it as {TEXT_CALENDAR}.")
    first, last = _asked(scope, app.clock().date())
    raw = await bodies.read(scope, receive, most=LARGEST)
    digest = blake2b(raw, digest_size=32).digest()
    if not raw.lstrip(b"\xef\xbb\xbf \r\n").upper().startswith(b"BEGIN:VCALENDAR"):
        raise _refusal("unreadable_calendar")
    return Received(first, last, await _unfolded(raw, first, last), digest)


async def _discard(app: Any, received: Received) -> None:
    """Nothing was kept."""


RECEIVING = Receiving(_receive, _discard)
"""How a route takes an iCalendar file: outside its transaction, since to unfold it may take a while."""


def _asked(scope: Scope, today: date) -> tuple[date, date]:
    query = parse_qs(scope["query_string"].decode("latin-1"))
    first = _day(query, "from") or today
    last = _day(query, "to") or first + 2 * 366 * A_DAY
    if not first <= last <= first + LONGEST_YEARS * 366 * A_DAY:
        message = f"It lies after `from`, by at most {LONGEST_YEARS} years"
        raise Invalid(errors=[place("query", "to", msg=message, code="day_range")])
    return first, last


def _day(query: dict[str, list[str]], name: str) -> date | None:
    if name not in query:
        return None
    try:
        day = date.fromisoformat(query[name][0])
    except ValueError:
        day = date.min
    if not date(1970, 1, 1) <= day < date(2100, 1, 1) or len(query[name][0]) != 10:
        raise Invalid(errors=[place("query", name, msg="A day from 1970 to 2099, as in 2026-12-01", code="day")])
    return day


_turn = asyncio.Semaphore(1)
"""One file at a time: whoever sends many waits for himself."""


async def _unfolded(raw: bytes, first: date, last: date) -> list[dict[str, Any]]:
    asked = json.dumps({"from": first.isoformat(), "to": last.isoformat()}).encode()
    async with _turn:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-P",
            expansion.__file__,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
        )
        try:
            async with asyncio.timeout(LONGEST_SECONDS):
                told, _ = await process.communicate(asked + b"\n" + raw)
        except TimeoutError:
            raise _refusal("too_costly") from None
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()
    answer: dict[str, Any] = json.loads(told) if process.returncode == 0 else {"refused": "too_costly"}
    if "refused" in answer:
        raise _refusal(answer["refused"])
    occurrences: list[dict[str, Any]] = answer["occurrences"]
    return occurrences


def _refusal(code: str) -> Invalid:
    return Invalid(errors=[place("body", msg=_REFUSALS[code], code=code)])


def closures(received: Received, timezone: str) -> Closures:
    """What a file closes at a desk in this time zone. Floating times are the desk's own."""
    zone, found = ZoneInfo(timezone), Closures({}, {})
    for each in received.occurrences:
        if each["all_day"]:
            for day in _days(date.fromisoformat(each["from"]), date.fromisoformat(each["to"]), received):
                found.days.setdefault(day, each["name"])
            continue
        starts, ends = (datetime.fromisoformat(each[side]) for side in ("from", "to"))
        if not each["floating"]:
            starts, ends = (moment.astimezone(zone).replace(tzinfo=None) for moment in (starts, ends))
        for day in _days(starts.date(), ends.date() + A_DAY, received):
            midnight = datetime.combine(day, time())
            opens = max((starts - midnight) // timedelta(minutes=1), 0)
            closes = min(-((midnight - ends) // timedelta(minutes=1)), MINUTES_PER_DAY)
            if opens < closes:
                found.hours.setdefault(day, []).append(Hours(opens, closes))
    return found


def _days(first: date, end: date, asked: Received) -> Iterator[date]:
    """The days until before `end`, at least one, as far as they were asked for."""
    day = max(first, asked.first)
    while day < max(end, first + A_DAY) and day <= asked.last:
        yield day
        day += A_DAY


def left_open(calendar: Calendar, day: date, closed: Iterable[Hours]) -> list[Hours] | None:
    """The hours of a day less those that are closed; None where that changes nothing."""
    before = list(calendar.hours_on(day))
    left = before
    for gap in closed:
        parts = ((Hours(h.opens, min(h.closes, gap.opens)), Hours(max(h.opens, gap.closes), h.closes)) for h in left)
        left = [part for pair in parts for part in pair if part.opens < part.closes]
    return None if left == before else left
