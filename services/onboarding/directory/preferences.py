"""Bodies of when a member of staff wants to be told."""

from typing import Annotated, Any, Self

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from shared.features.notifications import preferences
from shared.http.fields import Body, example

MOST_QUIET_HOURS = 21  # three a day
SHORTEST_INTERVAL, LONGEST_INTERVAL = 5, 1440  # minutes between digests

ClockTime = Annotated[
    str, StringConstraints(strict=True, max_length=5, pattern=r"^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$")
]
TimeOfDay = Annotated[str, StringConstraints(strict=True, max_length=5, pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]
Weekday = Annotated[int, Field(ge=0, le=6)]

WISHES: dict[str, Any] = {
    "quiet_hours": [
        {"weekdays": [0, 1, 2, 3, 4], "begins": "18:00", "ends": "08:00"},
        {"weekdays": [5, 6], "begins": "00:00", "ends": "24:00"},
    ],
    "urgent_passes": True,
    "digest": {"normal": {"every_minutes": None, "daily": "09:00"}, "urgent": None},
}


class QuietHours(Body):
    """When somebody is left alone. weekdays: 0 = Monday, those on which it begins; it may end on the next day."""

    weekdays: list[Weekday] = Field(min_length=1, max_length=7)
    begins: TimeOfDay
    ends: ClockTime

    @model_validator(mode="after")
    def _lasts(self) -> Self:
        if self.begins == self.ends:
            raise PydanticCustomError("no_time", "Quiet hours end at another time than they begin")
        return self


class Digest(Body):
    """One message for several: every so many minutes from midnight on, or daily at a time."""

    every_minutes: int | None = Field(default=None, ge=SHORTEST_INTERVAL, le=LONGEST_INTERVAL)
    daily: TimeOfDay | None = None

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if (self.every_minutes is None) == (self.daily is None):
            raise PydanticCustomError("digest", "A digest comes either every so many minutes or at a time")
        return self


class Digests(Body):
    """The digests of urgent notifications and of all others; null = each by itself."""

    normal: Digest | None = None
    urgent: Digest | None = None


class NotificationPreferences(Body):
    """When somebody wants to be told, by the clock of their time zone (UTC without one).

    urgent_passes: whether urgent notifications come in quiet hours all the same.
    """

    model_config = example(WISHES)

    quiet_hours: list[QuietHours] = Field(default=[], max_length=MOST_QUIET_HOURS)
    urgent_passes: bool = True
    digest: Digests = Digests()


def refuse_always_quiet(timezone: str | None, wishes: NotificationPreferences | None) -> None:
    """Raises PydanticCustomError for quiet hours that leave no time at all."""
    if wishes is None:
        return
    try:
        preferences.parse(timezone, wishes.model_dump(mode="json"))
    except preferences.AlwaysQuiet as always:
        raise PydanticCustomError("always_quiet", "{why}", {"why": str(always)}) from None
    except ValueError:
        raise PydanticCustomError("unknown_timezone", "Quiet hours need the time zone of a place") from None
