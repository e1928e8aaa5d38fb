"""When schedules fall due, over clock changes too, and which rules are none."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.feedback.programs import schedule

TUESDAY = datetime(2026, 1, 6, 9, tzinfo=UTC)
MOST_SECONDS = 5.0  # of the processor, for any rule that is taken or refused


def first(rule: str, zone: str = "UTC", starts_at: datetime = TUESDAY, number: int = 4) -> list[str]:
    found = schedule.occurrences(rule, zone, starts_at)
    return [f"{next(found):%Y-%m-%dT%H:%M}" for _ in range(number)]


def test_it_keeps_its_time_of_day_by_the_zones_clock() -> None:
    starts = datetime(2026, 3, 23, 8, tzinfo=UTC)
    assert first("FREQ=WEEKLY;BYDAY=MO", "Europe/Stockholm", starts, 2) == ["2026-03-23T08:00", "2026-03-30T07:00"]
    assert first("FREQ=WEEKLY;BYDAY=MO", "UTC", starts, 2) == ["2026-03-23T08:00", "2026-03-30T08:00"]


def test_a_time_that_a_clock_change_skips_is_read_with_the_offset_before_it() -> None:
    starts = datetime(2026, 3, 28, 1, 30, tzinfo=UTC)  # 02:30 there
    assert first("FREQ=DAILY", "Europe/Stockholm", starts, 3) == [
        "2026-03-28T01:30",
        "2026-03-29T01:30",
        "2026-03-30T00:30",
    ]


def test_thirteen_weeks_are_never_less_than_ninety_days() -> None:
    due = [datetime.fromisoformat(at) for at in first("FREQ=WEEKLY;INTERVAL=13;BYDAY=TU", number=40)]
    assert all(later - earlier >= timedelta(days=90) for earlier, later in pairwise(due))


@pytest.mark.parametrize(
    ("rule", "due"),
    [
        ("FREQ=MONTHLY;BYDAY=2TU", ["2026-01-13T09:00", "2026-02-10T09:00"]),
        ("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=-1", ["2026-01-27T09:00", "2026-02-24T09:00"]),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", ["2026-01-31T09:00", "2026-02-28T09:00"]),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", ["2028-02-29T09:00", "2032-02-29T09:00"]),
        ("FREQ=DAILY;INTERVAL=2", ["2026-01-06T09:00", "2026-01-08T09:00"]),
    ],
)
def test_rules_of_months_and_years(rule: str, due: list[str]) -> None:
    schedule.check(rule, "UTC", TUESDAY)
    assert first(rule, number=2) == due


def test_a_rule_ends() -> None:
    count, until = "FREQ=DAILY;COUNT=2", "FREQ=DAILY;UNTIL=20260107"
    for rule in (count, until, "FREQ=DAILY;UNTIL=20260107T090000Z"):
        assert len(list(schedule.occurrences(rule, "America/New_York", TUESDAY))) == 2, rule
    last = TUESDAY + timedelta(days=1)
    assert schedule.after(count, "UTC", TUESDAY, TUESDAY) == last
    assert schedule.after(count, "UTC", TUESDAY, last) is None
    assert schedule.between(count, "UTC", TUESDAY, TUESDAY, last) == [last]


@pytest.mark.parametrize(
    "rule",
    [
        "BYDAY=TU",
        "FREQ=HOURLY",
        "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;BYMONTH=2,4;BYMONTHDAY=31",
        "FREQ=MONTHLY;INTERVAL=12;BYMONTH=2",  # it starts in January
        "FREQ=DAILY;BYHOUR=1,2,3",
        "FREQ=WEEKLY;BYDAY=2TU",
        "FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR",
        "FREQ=MONTHLY;BYSETPOS=1",
        "FREQ=DAILY;COUNT=2;UNTIL=20260107",
        "FREQ=DAILY;FREQ=DAILY",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;INTERVAL=999",
        "FREQ=DAILY;UNTIL=20250101",
        "FREQ=DAILY\nFREQ=DAILY",
        "RRULE:FREQ=DAILY",
        "FREQ=DAILY;",
        "",
        "ж" * 100,
    ],
)
def test_what_is_no_rule(rule: str) -> None:
    begun = process_time()
    with pytest.raises(schedule.BadRule):
        schedule.check(rule, "UTC", TUESDAY)
    assert process_time() - begun < MOST_SECONDS


parts = st.tuples(
    st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]),
    st.integers(1, 400),
    st.none() | st.sampled_from(["MO", "TU,FR", "2TU", "-1SU", "5FR"]),
    st.none() | st.sampled_from(["2", "4,11", "12"]),
    st.none() | st.sampled_from(["29", "30", "31", "-31", "1,15"]),
    st.none() | st.sampled_from(["1", "-1", "4"]),
)


@given(parts)
def test_a_rule_that_is_taken_falls_due_soon_and_at_most_once_a_day(told: tuple[str, int, str, str, str, str]) -> None:
    names = ("FREQ", "INTERVAL", "BYDAY", "BYMONTH", "BYMONTHDAY", "BYSETPOS")
    rule = ";".join(f"{name}={value}" for name, value in zip(names, told, strict=True) if value is not None)
    begun = process_time()
    try:
        schedule.check(rule, "Europe/Stockholm", TUESDAY)
    except schedule.BadRule:
        pass
    else:
        due = [at for at, _ in zip(schedule.occurrences(rule, "Europe/Stockholm", TUESDAY), range(5), strict=False)]
        assert len({at.date() for at in due}) == len(due)
    assert process_time() - begun < MOST_SECONDS
