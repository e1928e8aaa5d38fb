"""HTTP bodies of calendars. What they let through, `business_time.parse` reads."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Any, LiteralString, Self
from uuid import UUID

from pydantic import Field, StringConstraints, field_validator, model_validator
from pydantic_core import PydanticCustomError

from shared import business_time
from shared.features.calendars.models import CalendarRow
from shared.http.fields import Body, Day, Instant, ShortText, View, example

MOST_ROWS = 1_000  # of one list; a century of bank holidays

_CLOCK_TIME = r"^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$"
ClockTime = Annotated[str, StringConstraints(strict=True, max_length=5, pattern=_CLOCK_TIME)]
"""Hours and minutes of a day; 24:00 ends it."""

_ALWAYS_OPEN = {
    "timezone": "UTC",
    "intervals": [{"weekday": day, "from": "00:00", "to": "24:00"} for day in range(7)],
}
_BODY: dict[str, Any] = {
    "name": "Oslo desk",
    "timezone": "Europe/Oslo",
    "intervals": [
        {"weekday": 0, "from": "09:00", "to": "12:00"},
        {"weekday": 0, "from": "13:00", "to": "17:00"},
    ],
    "holidays": {"country": "NO", "subdivision": None},
    "own_holidays": [{"on": "2026-12-24", "name": "Closed"}],
    "exceptions": [{"on": "2026-12-23", "intervals": [{"from": "09:00", "to": "11:00"}]}],
}


class Hours(Body):
    """Open from one time of a day to another."""

    opens: ClockTime = Field(alias="from")
    closes: ClockTime = Field(alias="to")


class WeekdayHours(Hours):
    """Open on each such weekday; 0 is Monday."""

    weekday: int = Field(ge=0, le=6)


class PublicHolidays(Body):
    """Closed on the public holidays of a country (ISO 3166-1) or its subdivision (ISO 3166-2)."""

    country: ShortText
    subdivision: ShortText | None = None

    @model_validator(mode="after")
    def _known(self) -> Self:
        _must_read({"holidays": self.model_dump()}, "unknown_place", "No holidays are known for this country and part")
        return self


class OwnHoliday(Body):
    """Closed on this day."""

    on: Day
    name: ShortText | None = None


class OtherHours(Body):
    """On this day these hours hold instead, holiday or not; none means closed."""

    on: Day
    intervals: list[Hours] = Field(max_length=MOST_ROWS)


class CalendarIn(Body):
    """A calendar. It must be open at some time."""

    model_config = example(_BODY)

    name: ShortText
    timezone: ShortText
    intervals: list[WeekdayHours] = Field(max_length=MOST_ROWS)
    holidays: PublicHolidays | None = None
    own_holidays: list[OwnHoliday] = Field(default=[], max_length=MOST_ROWS)
    exceptions: list[OtherHours] = Field(default=[], max_length=MOST_ROWS)

    @field_validator("timezone")
    @classmethod
    def _is_a_zone(cls, timezone: str) -> str:
        _must_read({"timezone": timezone}, "unknown_timezone", "No time zone of the IANA database")
        return timezone

    @field_validator("intervals")
    @classmethod
    def _are_apart(cls, intervals: list[WeekdayHours]) -> list[WeekdayHours]:
        if intervals:
            _must_read({"intervals": _dumped(intervals)}, "hours", _BAD_HOURS)
        return intervals

    @field_validator("exceptions")
    @classmethod
    def _are_apart_too(cls, exceptions: list[OtherHours]) -> list[OtherHours]:
        if len({exception.on for exception in exceptions}) < len(exceptions):
            raise PydanticCustomError("two_exceptions", "A day has at most one exception")
        _must_read({"exceptions": _dumped(exceptions)}, "hours", _BAD_HOURS)
        return exceptions

    @model_validator(mode="after")
    def _opens(self) -> Self:
        if not self.intervals and not any(exception.intervals for exception in self.exceptions):
            raise PydanticCustomError("never_open", "A calendar needs hours on at least one day")
        return self

    def row(self) -> dict[str, Any]:
        """The columns, as JSON keeps them."""
        return self.model_dump(mode="json", by_alias=True)


class CalendarPatch(Body):
    """A merge-patch of a calendar: lists are replaced whole, null takes an optional part away."""

    model_config = example({"own_holidays": [{"on": "2026-12-24", "name": "Closed"}]})

    name: ShortText | None = None
    timezone: ShortText | None = None
    intervals: list[WeekdayHours] | None = None
    holidays: dict[str, ShortText | None] | None = None
    own_holidays: list[OwnHoliday] | None = None
    exceptions: list[OtherHours] | None = None


class CalendarOut(View):
    """A calendar."""

    model_config = example(
        {
            **_BODY,
            "id": "01935f2e-7c00-7000-8000-000000000007",
            "created_at": "2026-11-22T10:15:00Z",
            "updated_at": "2026-11-22T10:15:00Z",
            "version": 1,
        }
    )

    id: UUID
    name: str
    timezone: str
    intervals: list[WeekdayHours]
    holidays: PublicHolidays | None
    own_holidays: list[OwnHoliday]
    exceptions: list[OtherHours]
    created_at: datetime
    updated_at: datetime
    version: int

    @classmethod
    def of(cls, row: CalendarRow) -> Self:
        """A row as the API shows it."""
        return cls.model_validate(row)


class CalendarImportOut(View):
    """What an iCalendar file adds to a calendar.

    applied: it was added; else it is only shown. occurrences: what the file says of the time. own_holidays, exceptions:
    what is new by it. calendar: as it is after that, or as it stays.
    """

    model_config = example(
        {
            "applied": False,
            "occurrences": 2,
            "own_holidays": [{"on": "2026-12-31", "name": "New Year's Eve"}],
            "exceptions": [{"on": "2026-12-22", "intervals": [{"from": "09:00", "to": "12:00"}]}],
            "version": 1,
            "calendar": {
                **_BODY,
                "id": "01935f2e-7c00-7000-8000-000000000007",
                "created_at": "2026-11-22T10:15:00Z",
                "updated_at": "2026-11-22T10:15:00Z",
                "version": 1,
            },
        }
    )

    applied: bool
    occurrences: int
    own_holidays: list[OwnHoliday]
    exceptions: list[OtherHours]
    version: int
    calendar: CalendarOut


class DueQuestion(Body):
    """When will so much business time have passed?"""

    model_config = example({"from": "2026-12-18T15:30:00Z", "seconds": 14400})

    starts_at: Instant = Field(alias="from")
    seconds: int = Field(ge=0)


class DueAnswer(View):
    """The earliest instant by which it has."""

    model_config = example({"due_at": "2026-12-21T10:30:00Z"})

    due_at: datetime


class ElapsedQuestion(Body):
    """How much business time lies between two instants?"""

    model_config = example({"from": "2026-12-18T15:30:00Z", "to": "2026-12-21T10:30:00Z"})

    starts_at: Instant = Field(alias="from")
    ends_at: Instant = Field(alias="to")


class ElapsedAnswer(View):
    """Whole seconds of business time."""

    model_config = example({"seconds": 14400})

    seconds: int


_BAD_HOURS = "Hours end after they begin and do not overlap"


def _must_read(part: dict[str, Any], code: LiteralString, message: LiteralString) -> None:
    """Refuse a part that business_time does not read; its own words repeat what was sent."""
    try:
        business_time.parse({**_ALWAYS_OPEN, **part})
    except ValueError:
        raise PydanticCustomError(code, message) from None


def _dumped(rows: Sequence[Body]) -> list[dict[str, Any]]:
    return [row.model_dump(mode="json", by_alias=True) for row in rows]
