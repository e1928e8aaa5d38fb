"""Times and durations as people say them."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from shared.pages import words

NOW = datetime(2026, 11, 24, 10, 20, tzinfo=UTC)  # a Tuesday
OSLO = ZoneInfo("Europe/Oslo")


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0, "0 s"),
        (59, "59 s"),
        (60, "1 min"),
        (3_599, "59 min"),
        (3_600, "1 h"),
        (3_660, "1 h 01"),
        (9_900, "2 h 45"),
        (86_399, "23 h 59"),
        (86_460, "24 h"),
        (345_599, "95 h"),
        (345_600, "4 days"),
    ],
)
def test_a_duration_is_rounded_down_to_what_matters(seconds: int, said: str) -> None:
    assert words.duration(seconds) == said


@pytest.mark.parametrize(
    ("before", "said"),
    [
        (timedelta(), "11:20"),
        (timedelta(hours=11, minutes=20), "00:00"),
        (timedelta(hours=11, minutes=21), "Mon 23:59"),
        (timedelta(days=5), "Thu 11:20"),
        (timedelta(days=7), "17 Nov 11:20"),
        (timedelta(days=400), "20 Oct 2025 12:20"),  # summer time
    ],
)
def test_a_moment_is_said_in_the_readers_zone(before: timedelta, said: str) -> None:
    assert words.moment(NOW - before, NOW, OSLO) == said


def test_days_have_names() -> None:
    assert words.day(NOW, NOW, OSLO) == "Today"
    assert words.day(NOW - timedelta(hours=12), NOW, OSLO) == "Yesterday"
    assert words.day(NOW - timedelta(days=9), NOW, OSLO) == "Sun 15 Nov"
    assert words.day(NOW.replace(year=2024), NOW, OSLO) == "Sun 24 Nov 2024"


def test_ago_says_how_long() -> None:
    assert words.ago(NOW, NOW) == "just now"
    assert words.ago(NOW - timedelta(minutes=12), NOW) == "12 min ago"
    assert words.ago(NOW + timedelta(seconds=3), NOW) == "just now"
