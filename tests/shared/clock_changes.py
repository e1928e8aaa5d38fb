"""Zones whose clocks change in every way there is, and the library that calendars are held against."""

from datetime import UTC, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import workclock

from shared.business_time import Calendar

ZONES = (
    "UTC",
    "Europe/Oslo",
    "America/New_York",
    "America/St_Johns",  # changed clocks at 00:01 until 2011
    "America/Havana",  # at midnight
    "Asia/Beirut",  # at midnight
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",  # by half an hour
    "Africa/Casablanca",  # back for Ramadan
    "Pacific/Chatham",
)


def transitions(zone: str) -> list[datetime]:
    """The days of 2006–2030 on which the zone's offset changes."""
    days = [datetime(2006, 1, 1, tzinfo=UTC) + timedelta(days=n) for n in range(25 * 365)]
    at = ZoneInfo(zone)
    return [a for a, b in pairwise(days) if a.astimezone(at).utcoffset() != b.astimezone(at).utcoffset()]


TRANSITIONS = {zone: transitions(zone) for zone in ZONES}


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def as_workclock(desk: Calendar) -> workclock.Schedule:
    """The same calendar in the other library: 24:00 is the next day's 00:00."""
    rules: list[workclock.Rule] = [workclock.Holidays(desk.holidays)]
    for weekday, hours in enumerate(desk.week):
        for opens, closes in hours:
            ends = time(closes // 60 % 24, closes % 60)
            rules.append(workclock.WorkDay(time(opens // 60, opens % 60), ends, days=[weekday]))
    return workclock.Schedule(rules, time_zone=desk.timezone)
