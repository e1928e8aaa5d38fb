"""When a schedule is due: an RFC 5545 rule of days, at one time of day by the clock of its zone.

The rules that are taken always find their next day soon. RFC 5545 has others that never do (a 31st of February) and
over which a reader of rules may sit for minutes.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import takewhile
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr

LONGEST = 200  # characters
HIGHEST_INTERVAL = 366
MOST_IN_A_CALENDAR = 1_000  # occurrences of one schedule that are listed

_FREQUENCIES = frozenset({"DAILY", "WEEKLY", "MONTHLY", "YEARLY"})
_WEEKDAY = r"(?:MO|TU|WE|TH|FR|SA|SU)"
_PARTS = {
    "FREQ": re.compile("|".join(sorted(_FREQUENCIES))),
    "INTERVAL": re.compile(r"[1-9][0-9]{0,2}"),
    "COUNT": re.compile(r"[1-9][0-9]{0,3}"),
    "UNTIL": re.compile(r"[0-9]{8}(T[0-9]{6}Z?)?"),
    "WKST": re.compile(_WEEKDAY),
    "BYDAY": re.compile(rf"[+-]?[1-5]?{_WEEKDAY}(,[+-]?[1-5]?{_WEEKDAY}){{0,6}}"),
    "BYMONTH": re.compile(r"([1-9]|1[0-2])(,([1-9]|1[0-2])){0,11}"),
    "BYMONTHDAY": re.compile(r"-?([1-9]|[12][0-9]|3[01])(,-?([1-9]|[12][0-9]|3[01])){0,30}"),
    "BYSETPOS": re.compile(r"-?[1-4]"),
}
_OF_MONTHS = frozenset({"BYMONTH", "BYMONTHDAY", "BYSETPOS"})
_LONGEST_MONTHS = {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}


class BadRule(ValueError):
    """The rule is none that a schedule can have; its argument says why."""


def check(rule: str, zone: str, starts_at: datetime) -> None:
    """Raise BadRule for a rule that cannot be read, never falls due, or falls due more than once a day."""
    parts = _parts(rule)
    frequency = parts.get("FREQ")
    if frequency is None:
        raise BadRule("a rule has a FREQ, of DAILY, WEEKLY, MONTHLY or YEARLY")
    if int(parts.get("INTERVAL", "1")) > HIGHEST_INTERVAL:
        raise BadRule(f"an INTERVAL is at most {HIGHEST_INTERVAL}")
    if "COUNT" in parts and "UNTIL" in parts:
        raise BadRule("a rule has a COUNT or an UNTIL, not both")
    if frequency in ("DAILY", "WEEKLY"):
        if _OF_MONTHS & parts.keys() or re.search("[0-9]", parts.get("BYDAY", "")):
            raise BadRule(f"a {frequency} rule has no {', '.join(sorted(_OF_MONTHS))} and no numbers in its BYDAY")
    else:
        _check_days_of_months(parts)
    if next(occurrences(rule, zone, starts_at), None) is None:
        raise BadRule("the rule never falls due")


def _parts(rule: str) -> dict[str, str]:
    parts: dict[str, str] = {}
    for part in rule.split(";"):
        name, _, value = part.partition("=")
        pattern = _PARTS.get(name)
        if pattern is None or not pattern.fullmatch(value):
            raise BadRule(f"a rule is made of {', '.join(_PARTS)}, as in FREQ=WEEKLY;INTERVAL=2;BYDAY=TU")
        if name in parts:
            raise BadRule(f"{name} stands in the rule twice")
        parts[name] = value
    return parts


def _check_days_of_months(parts: dict[str, str]) -> None:
    days, by_day = parts.get("BYMONTHDAY"), parts.get("BYDAY", "")
    if "BYSETPOS" in parts and (days or not by_day or re.search("[0-9]", by_day)):
        raise BadRule("BYSETPOS goes with a BYDAY without numbers, and with no BYMONTHDAY")
    if days and by_day:
        raise BadRule("a rule has a BYDAY or a BYMONTHDAY, not both")
    months = [int(month) for month in parts.get("BYMONTH", "1").split(",")]
    longest = max(_LONGEST_MONTHS.get(month, 31) for month in months)
    if days and min(abs(int(day)) for day in days.split(",")) > longest:
        raise BadRule("no such month has such a day")


def occurrences(rule: str, zone: str, starts_at: datetime) -> Iterator[datetime]:
    """When the schedule falls due, from the time on at which it starts, in UTC.

    It keeps its time of day by the zone's clock; one that a clock change skips is read with the offset before it.
    """
    place = ZoneInfo(zone)
    local = starts_at.astimezone(place).replace(tzinfo=None)
    wanted = _until_by_the_clock(rule, place)
    for due in rrulestr(wanted, dtstart=local):
        yield due.replace(tzinfo=place).astimezone(UTC)


def after(rule: str, zone: str, starts_at: datetime, at: datetime) -> datetime | None:
    """The first time after `at` at which the schedule falls due; None where there is none any more."""
    return next((due for due in occurrences(rule, zone, starts_at) if due > at), None)


def between(rule: str, zone: str, starts_at: datetime, since: datetime, until: datetime) -> list[datetime]:
    """When the schedule falls due in (since, until]."""
    due = takewhile(lambda moment: moment <= until, occurrences(rule, zone, starts_at))
    return [moment for moment in due if moment > since][:MOST_IN_A_CALENDAR]


def _until_by_the_clock(rule: str, zone: ZoneInfo) -> str:
    """The rule with its UNTIL by the zone's clock, as the times are by which it is compared."""
    parts = dict(part.partition("=")[::2] for part in rule.split(";"))
    until = parts.get("UNTIL", "")
    if until.endswith("Z"):
        ends = datetime.strptime(until, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC).astimezone(zone)
        parts["UNTIL"] = ends.strftime("%Y%m%dT%H%M%S")
    elif len(until) == len("20261231"):
        ends = datetime.strptime(until, "%Y%m%d").replace(tzinfo=UTC) + timedelta(days=1, seconds=-1)
        parts["UNTIL"] = ends.strftime("%Y%m%dT%H%M%S")
    return ";".join(f"{name}={value}" for name, value in parts.items())
