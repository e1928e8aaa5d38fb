"""Where the bars and whiskers of a chart lie."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.feedback.studio import charts
from services.feedback.studio.charts import LEFT, PLOT_HEIGHT, RIGHT, TOP, WIDTH, Reading

DAY = date(2026, 11, 24)
BASE = TOP + PLOT_HEIGHT


@given(st.lists(st.integers(0, 100_000), min_size=1, max_size=91))
def test_bars_stand_on_zero_and_are_as_high_as_their_counts(counts: list[int]) -> None:
    days = [(DAY + timedelta(days=number), count) for number, count in enumerate(counts)]
    chart = charts.bars(days, DAY, DAY + timedelta(days=len(counts) - 1))
    assert [(bar.on, bar.value) for bar in chart.bars] == [(on, count) for on, count in days if count]
    top = int(chart.ticks[-1].label)
    assert (chart.ticks[0].label, chart.ticks[0].at, chart.ticks[-1].at) == ("0", BASE, TOP)
    assert len(chart.ticks) <= 7
    for bar in chart.bars:
        assert bar.y + bar.height == pytest.approx(BASE, abs=0.2)
        assert bar.height == pytest.approx(PLOT_HEIGHT * bar.value / top, abs=0.1)
        assert LEFT <= bar.x <= bar.x + bar.width <= WIDTH - RIGHT + 0.1


def test_a_day_that_nobody_is_asked_on_keeps_its_place() -> None:
    chart = charts.bars([(DAY, 3), (DAY + timedelta(days=3), 3)], DAY, DAY + timedelta(days=3))
    first, second = chart.bars
    assert second.x - first.x == pytest.approx(3 * (WIDTH - LEFT - RIGHT) / 4, abs=0.2)


READINGS = st.builds(
    Reading,
    label=st.just("Nov"),
    value=st.none() | st.floats(-100, 100),
    margin=st.none() | st.floats(0, 60),
    n=st.integers(0, 900),
    small=st.booleans(),
)


@given(st.lists(READINGS, min_size=1, max_size=24))
def test_a_whisker_holds_its_point_and_nothing_lies_outside(readings: list[Reading]) -> None:
    chart = charts.trend(readings, None, (-100.0, 100.0))
    assert len(chart.gaps) == len(readings)
    assert len(chart.points) == sum(each.value is not None for each in readings)
    for point in chart.points:
        assert TOP - 0.1 <= point.at <= BASE + 0.1
        if point.low is not None and point.high is not None:
            assert TOP - 0.1 <= point.high <= point.at <= point.low <= BASE + 0.1
    assert 2 <= len(chart.ticks) <= 8


def test_no_line_is_drawn_over_a_month_without_answers() -> None:
    one, none = Reading("Jan", 10.0, 5.0, 40, False), Reading("Feb", None, None, 0, True)
    assert charts.trend([one, none, one], None, (-100.0, 100.0)).lines == []
    chart = charts.trend([one, one, none, one, one], None, (-100.0, 100.0))
    assert [line.count(",") for line in chart.lines] == [2, 2]


def test_zero_and_the_ends_of_a_scale_are_on_the_axis() -> None:
    nps = charts.trend([Reading("a", 40.0, 6.0, 500, False)], None, (-100, 100))
    assert (nps.ticks[0].label, nps.ticks[0].at) == ("0", BASE)
    shares = charts.groups([Reading("a", 80.0, 30.0, 9, True)], (0.0, 100.0), (0.0, 100.0))
    assert [tick.label for tick in shares.ticks] == ["0", "20", "40", "60", "80", "100"]
    assert shares.points[0].high == shares.ticks[-1].at
    assert charts.number_of(-12.50) == "−12.5"
    assert charts.number_of(-0.001) == "0"
