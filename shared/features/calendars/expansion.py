"""Reads an iCalendar file and unfolds its events: the process that `ical.py` starts, and ends if it takes too long.

A process of its own, since a rule of one line can keep the library busy for ever, and nothing stops a thread. It reads
`{"from": day, "to": day}` on the first line and the file after it, and writes one JSON object.
"""

import json
import resource
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from typing import Any, Final

MOST_EVENTS: Final = 2_000  # in a file
MOST_OCCURRENCES: Final = 2_000  # that it unfolds to in the asked-for time
MOST_SECONDS: Final = 10  # of the processor
MOST_MEMORY: Final = 1 << 30  # bytes of addresses
LONGEST_NAME: Final = 200  # characters
A_DAY: Final = timedelta(days=1)


class Refused(Exception):
    """The file is not taken; its argument is the code."""


def occurrences(raw: bytes, first: date, last: date) -> list[dict[str, Any]]:
    """What a file says of the days from one to another, one JSON object an occurrence.

    all_day: of days. floating: of wall clock times, wherever one is. Others are of instants in UTC. The end is not part
    of it. What is cancelled is left out, and so are times that are marked as free; days are not, since public
    calendars mark all holidays so. Raises Refused.
    """
    # Here, since services without calendars have neither; and the file is counted before it is read.
    import icalendar
    import recurring_ical_events

    if raw.upper().count(b"BEGIN:VEVENT") > MOST_EVENTS:
        raise Refused("too_many_events")
    try:
        calendar = icalendar.Calendar.from_ical(raw)
        unfolded = recurring_ical_events.of(calendar, components=["VEVENT"]).between(
            datetime.combine(first - 2 * A_DAY, time()), datetime.combine(last + 2 * A_DAY, time())
        )
        return list(_taken(unfolded))
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, ArithmeticError) as unreadable:
        # What the libraries raise for a file that is none; their words repeat what was sent.
        raise Refused("unreadable_calendar") from unreadable


def _taken(events: Iterable[Any]) -> Iterator[dict[str, Any]]:
    for number, event in enumerate(islice(events, MOST_OCCURRENCES + 1)):
        if number == MOST_OCCURRENCES:
            raise Refused("too_many_events")
        starts, ends = event.start, event.end
        all_day = not isinstance(starts, datetime)
        free = str(event.get("TRANSP", "")).upper() == "TRANSPARENT" and not all_day
        if str(event.get("STATUS", "")).upper() == "CANCELLED" or free:
            continue
        yield {
            "name": " ".join(str(event.get("SUMMARY", "")).replace("\x00", " ").split())[:LONGEST_NAME] or None,
            "all_day": all_day,
            "floating": not all_day and starts.tzinfo is None,
            "from": _shown(starts),
            "to": _shown(ends),
        }


def _shown(moment: date) -> str:
    if isinstance(moment, datetime) and moment.tzinfo is not None:
        moment = moment.astimezone(UTC)
    return moment.isoformat()


def main() -> None:
    """Answer what was asked on the standard input."""
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    asked = json.loads(sys.stdin.buffer.readline())
    first, last = (date.fromisoformat(asked[name]) for name in ("from", "to"))
    try:
        answer: dict[str, Any] = {"occurrences": occurrences(sys.stdin.buffer.read(), first, last)}
    except Refused as refused:
        answer = {"refused": str(refused)}
    except (MemoryError, RecursionError):
        answer = {"refused": "too_costly"}
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main()
