"""Times and durations as people say them."""

from datetime import datetime, timedelta, tzinfo

MINUTE = 60
HOUR = 3_600
DAY = 86_400


def duration(seconds: int) -> str:
    """`45 s`, `12 min`, `2 h 45`, `51 h`, `9 days`: rounded down, to what still matters."""
    if seconds < MINUTE:
        return f"{seconds} s"
    if seconds < HOUR:
        return f"{seconds // MINUTE} min"
    if seconds >= 4 * DAY:
        return f"{seconds // DAY} days"
    hours, minutes = seconds // HOUR, seconds % HOUR // MINUTE
    return f"{hours} h {minutes:02}" if minutes and hours < 24 else f"{hours} h"


def moment(at: datetime, now: datetime, zone: tzinfo) -> str:
    """`10:20` today, `Mon 10:20` within a week, else `3 Nov 10:20`, or with its year."""
    here, today = at.astimezone(zone), now.astimezone(zone)
    clock = f"{here:%H:%M}"
    if here.date() == today.date():
        return clock
    if abs(here - today) < timedelta(days=6):
        return f"{here:%a} {clock}"
    year = f" {here.year}" if here.year != today.year else ""
    return f"{here.day} {here:%b}{year} {clock}"


def day(at: datetime, now: datetime, zone: tzinfo) -> str:
    """`Today`, `Yesterday`, `Mon 23 Nov`, or with its year."""
    here, today = at.astimezone(zone).date(), now.astimezone(zone).date()
    if here == today:
        return "Today"
    if here == today - timedelta(days=1):
        return "Yesterday"
    year = f" {here.year}" if here.year != today.year else ""
    return f"{here:%a} {here.day} {here:%b}{year}"


def ago(at: datetime, now: datetime) -> str:
    """`just now`, `12 min ago`."""
    seconds = int((now - at).total_seconds())
    return "just now" if seconds < MINUTE else f"{duration(seconds)} ago"
