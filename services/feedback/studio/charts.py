"""The geometry of charts, in the units of their view box. Pure: the templates draw what is computed here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil, floor, log10

WIDTH = 1080.0
LEFT, RIGHT, TOP = 44.0, 36.0, 14.0
PLOT_HEIGHT = 200.0
MOST_TICKS = 5
STEPS = (1.0, 2.0, 5.0, 10.0)


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the grid, and what is written at it."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of one day."""

    on: date
    value: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Bars:
    """A bar chart of days, from zero. base: where the bars stand."""

    bars: Sequence[Bar]
    ticks: Sequence[Tick]
    days: Sequence[Tick]
    base: float


@dataclass(frozen=True, slots=True)
class Reading:
    """A number with its margin, as a chart takes it; None where there is none. small: few stand behind it."""

    label: str
    value: float | None
    margin: float | None
    n: int
    small: bool


@dataclass(frozen=True, slots=True)
class Point:
    """A reading in its place. low, high: the ends of its margin along the axis of values."""

    reading: Reading
    along: float
    at: float
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Trend:
    """Readings over time. lines: between those that follow one another, as points of a polyline."""

    points: Sequence[Point]
    gaps: Sequence[Tick]
    ticks: Sequence[Tick]
    lines: Sequence[str]
    base: float


@dataclass(frozen=True, slots=True)
class Groups:
    """Readings one below the other, with their margins sideways."""

    points: Sequence[Point]
    ticks: Sequence[Tick]
    height: float


def bars(counts: Sequence[tuple[date, int]], first: date, last: date) -> Bars:
    """How many on each day from the first to the last; a day that is not named has none."""
    known = dict(counts)
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    ticks, top = whole_ticks(max([*known.values(), 1]))
    base = TOP + PLOT_HEIGHT
    step = (WIDTH - LEFT - RIGHT) / len(days)
    found = []
    for number, day in enumerate(days):
        value = known.get(day, 0)
        height = PLOT_HEIGHT * value / top
        found.append(
            Bar(day, value, _r(LEFT + number * step + step * 0.1), _r(base - height), _r(step * 0.8), _r(height))
        )
    places = [Tick(_r(base - PLOT_HEIGHT * value / top), str(value)) for value in ticks]
    every = max(1, ceil(len(days) / 10))
    named = [
        Tick(_r(LEFT + number * step + step / 2), f"{day.day} {day:%b}")
        for number, day in enumerate(days)
        if number % every == 0
    ]
    return Bars([bar for bar in found if bar.value], places, named, base)


def trend(readings: Sequence[Reading], ends: tuple[float, float] | None, limits: tuple[float, float]) -> Trend:
    """Readings from left to right. ends: the axis; None fits it to the margins. limits: beyond which nothing lies."""
    low, high = ends or _fitting(readings, limits)
    base, span = TOP + PLOT_HEIGHT, high - low
    step = (WIDTH - LEFT - RIGHT) / max(1, len(readings))

    def place(value: float) -> float:
        return _r(base - PLOT_HEIGHT * (min(max(value, low), high) - low) / span)

    points, gaps = [], []
    lines: list[list[str]] = []
    run: list[str] = []
    for number, reading in enumerate(readings):
        along = _r(LEFT + step * (number + 0.5))
        gaps.append(Tick(along, reading.label))
        if reading.value is None:
            lines, run = [*lines, run], []
            continue
        margin = reading.margin
        points.append(
            Point(
                reading,
                along,
                place(reading.value),
                None if margin is None else place(reading.value - margin),
                None if margin is None else place(reading.value + margin),
            )
        )
        run.append(f"{along},{place(reading.value)}")
    drawn = [" ".join(each) for each in [*lines, run] if len(each) > 1]
    ticks = [Tick(place(value), number_of(value)) for value in _between(low, high)]
    return Trend(points, gaps, ticks, drawn, base)


ROW = 42.0
FROM, TO = 220.0, 900.0


def groups(readings: Sequence[Reading], ends: tuple[float, float] | None, limits: tuple[float, float]) -> Groups:
    """Readings from top to bottom, those without a value left out."""
    shown = [reading for reading in readings if reading.value is not None]
    low, high = ends or _fitting(shown, limits)

    def place(value: float) -> float:
        return _r(FROM + (TO - FROM) * (min(max(value, low), high) - low) / (high - low))

    points = []
    for number, reading in enumerate(shown):
        value, margin = reading.value or 0.0, reading.margin
        points.append(
            Point(
                reading,
                _r(TOP + ROW * (number + 0.4)),
                place(value),
                None if margin is None else place(value - margin),
                None if margin is None else place(value + margin),
            )
        )
    ticks = [Tick(place(value), number_of(value)) for value in _between(low, high)]
    return Groups(points, ticks, TOP + ROW * len(shown))


def whole_ticks(most: int) -> tuple[list[int], int]:
    """Whole numbers from 0 to at least `most`, few of them, and the last one."""
    step = max(1, round(_step(most)))
    last = step * ceil(most / step)
    return list(range(0, last + 1, step)), last


def number_of(value: float) -> str:
    """A number as people write it: with a real minus, and no zeros behind it."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text.replace("-", "−")


def _fitting(readings: Sequence[Reading], limits: tuple[float, float]) -> tuple[float, float]:
    """An axis from and to round numbers that holds every margin, and zero."""
    reached = [0.0]
    for reading in readings:
        if reading.value is not None:
            reached += [reading.value - (reading.margin or 0.0), reading.value + (reading.margin or 0.0)]
    low, high = max(min(reached), limits[0]), min(max(reached), limits[1])
    step = _step(max(high - low, 1.0))
    return max(floor(low / step) * step, limits[0]), min(max(ceil(high / step) * step, low + step), limits[1])


def _between(low: float, high: float) -> list[float]:
    step = _step(high - low)
    first = ceil(low / step - 1e-9)
    return [step * number for number in range(first, floor(high / step + 1e-9) + 1)]


def _step(span: float) -> float:
    """A round number that goes a few times into a span."""
    rough = span / MOST_TICKS
    power = 10.0 ** floor(log10(rough)) if rough > 0 else 1.0
    return next(step * power for step in STEPS if step * power >= rough * (1 - 1e-9))


def _r(value: float) -> float:
    return round(value, 1)
