"""Calendars against the library `workclock`, the wall clock itself, and the laws that time in any of them keeps."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from shared import business_time
from shared.business_time import Calendar, Hours
from tests.shared.clock_changes import TRANSITIONS, ZONES, as_workclock, utc


@st.composite
def weeks(draw: st.DrawFn) -> tuple[tuple[Hours, ...], ...]:
    """Seven days of one of three shapes: disjoint intervals that begin and end on a quarter of an hour."""
    shapes = []
    for _ in range(3):
        cuts = sorted(draw(st.sets(st.integers(0, 96), max_size=6)))
        shapes.append(tuple(Hours(a * 15, b * 15) for a, b in zip(cuts[::2], cuts[1::2], strict=False)))
    week = [shapes[draw(st.integers(0, 2))] for _ in range(7)]
    assume(any(week))
    return tuple(week)


@st.composite
def cases(draw: st.DrawFn) -> tuple[Calendar, list[datetime]]:
    """A calendar and four ascending instants, within weeks of a clock change where the zone has any."""
    zone = draw(st.sampled_from(ZONES))
    near = draw(st.sampled_from(TRANSITIONS[zone] or [utc("2026-11-23")]))
    offsets = st.one_of(
        st.integers(-72 * 4, 72 * 4).map(lambda quarters: timedelta(minutes=15 * quarters)),
        st.timedeltas(min_value=timedelta(days=-30), max_value=timedelta(days=30)),
    )
    instants = sorted(near + draw(offsets) for _ in range(4))
    holidays = draw(st.sets(st.integers(-10, 10).map(lambda days: (near + timedelta(days=days)).date()), max_size=4))
    return Calendar(zone, draw(weeks()), frozenset(holidays)), instants


PROPERTY = settings(deadline=None, max_examples=200)
MOST = timedelta(days=5)  # ten years hold so much of a desk that opens a quarter of an hour a week
AMOUNTS = st.timedeltas(min_value=timedelta(0), max_value=MOST)


@PROPERTY
@given(cases())
def test_measures_as_workclock_does(case: tuple[Calendar, list[datetime]]) -> None:
    desk, instants = case
    other = as_workclock(desk)
    for start, end in pairwise(instants):
        assert business_time.measure(desk, start, end) == other.between(start, end)


@PROPERTY
@given(cases(), AMOUNTS)
def test_advances_as_workclock_does(case: tuple[Calendar, list[datetime]], amount: timedelta) -> None:
    desk, (start, *_) = case
    assert business_time.advance(desk, start, amount) == as_workclock(desk).add(start, amount)


def test_years_ahead_as_workclock_does() -> None:
    week = ((Hours(540, 720), Hours(780, 1020)),) * 5 + ((), ())
    holidays = {day for year in range(2026, 2031) for day in business_time.country_holidays("NO", None, year)}
    desk = Calendar("Europe/Oslo", week, frozenset(holidays))
    start, amount = utc("2026-01-05T12:34:56.789"), timedelta(hours=5000, microseconds=1)
    assert business_time.advance(desk, start, amount) == as_workclock(desk).add(start, amount)


@PROPERTY
@given(cases(), st.integers(0, MOST // timedelta(seconds=1)))
def test_the_due_instant_is_the_earliest_by_which_so_much_has_elapsed(
    case: tuple[Calendar, list[datetime]], seconds: int
) -> None:
    desk, (start, *_) = case
    due = business_time.add(desk, start, seconds)
    assert business_time.elapsed(desk, start, due) == seconds
    if seconds:
        just_before = due - timedelta(microseconds=1)
        assert business_time.elapsed(desk, start, just_before) == seconds - 1


@PROPERTY
@given(cases(), AMOUNTS, AMOUNTS)
def test_a_due_instant_follows_its_start_and_its_amount(
    case: tuple[Calendar, list[datetime]], one: timedelta, other: timedelta
) -> None:
    desk, (start, later, *_) = case
    less, more = sorted((one, other))
    assert business_time.advance(desk, start, less) <= business_time.advance(desk, start, more)
    assert business_time.advance(desk, start, less) <= business_time.advance(desk, later, less)
    halfway = business_time.advance(desk, start, less)
    if more > less:
        assert business_time.advance(desk, halfway, more - less) == business_time.advance(desk, start, more)


@PROPERTY
@given(cases())
def test_business_time_adds_up(case: tuple[Calendar, list[datetime]]) -> None:
    desk, instants = case
    parts = sum((business_time.measure(desk, a, b) for a, b in pairwise(instants)), timedelta())
    whole = business_time.measure(desk, instants[0], instants[-1])
    assert parts == whole <= instants[-1] - instants[0]


@PROPERTY
@given(cases())
def test_intervals_are_clipped_maximal_and_sum_to_what_is_measured(
    case: tuple[Calendar, list[datetime]],
) -> None:
    desk, (start, *_, end) = case
    spans = list(business_time.intervals(desk, start, end))
    assert all(start <= opens < closes <= end for opens, closes in spans)
    assert all(earlier[1] < later[0] for earlier, later in pairwise(spans))
    assert all(instant.tzinfo is UTC for span in spans for instant in span)
    assert sum((closes - opens for opens, closes in spans), timedelta()) == business_time.measure(desk, start, end)


@PROPERTY
@given(cases(), st.timedeltas(min_value=timedelta(microseconds=1), max_value=timedelta(days=16)))
def test_an_opening_is_where_the_first_interval_begins(
    case: tuple[Calendar, list[datetime]], within: timedelta
) -> None:
    desk, (start, *_) = case
    edges = [edge for span in business_time.intervals(desk, start, start + timedelta(days=3)) for edge in span]
    for begin in (start, *edges):
        first = next(business_time.intervals(desk, begin, begin + within), None)
        assert business_time.opening(desk, begin, within) == (first and first[0])


def on_the_wall(desk: Calendar, instant: datetime) -> bool:
    """Whether the desk is open, read off a clock on its wall."""
    local = instant.astimezone(ZoneInfo(desk.timezone))
    hours = desk.exceptions.get(local.date())
    if hours is None:
        hours = () if local.date() in desk.holidays else desk.week[local.weekday()]
    return any(opens <= local.hour * 60 + local.minute < closes for opens, closes in hours)


@settings(deadline=None, max_examples=60)
@given(cases(), st.dictionaries(st.integers(-3, 3), st.sampled_from([(), (Hours(300, 1275),)]), max_size=4))
def test_minutes_counted_one_by_one_agree(
    case: tuple[Calendar, list[datetime]], exceptions: dict[int, tuple[Hours, ...]]
) -> None:
    desk, (_, middle, *_) = case
    start = middle.replace(minute=0, second=0, microsecond=0)
    by_day = tuple(tuple(hours for hours in day if 240 <= hours.opens <= hours.closes <= 1380) for day in desk.week)
    dates = {(start + timedelta(days=days)).date(): hours for days, hours in exceptions.items()}
    assume(any((*by_day, *dates.values())))
    plain = Calendar(desk.timezone, by_day, desk.holidays, dates)  # clock times that every day has once
    minutes = sum(on_the_wall(plain, start + timedelta(minutes=n)) for n in range(4 * 1440))
    assert business_time.elapsed(plain, start, start + timedelta(days=4)) == minutes * 60
