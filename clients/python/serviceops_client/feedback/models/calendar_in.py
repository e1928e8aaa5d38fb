from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
    from ..models.other_hours import OtherHours
    from ..models.own_holiday import OwnHoliday
    from ..models.public_holidays import PublicHolidays
    from ..models.weekday_hours import WeekdayHours


T = TypeVar("T", bound="CalendarIn")


@_attrs_define
class CalendarIn:
    """A calendar. It must be open at some time.

    Attributes:
        name (str):
        timezone (str):
        intervals (list[WeekdayHours]):
        holidays (None | PublicHolidays | Unset):
        own_holidays (list[OwnHoliday] | Unset):
        exceptions (list[OtherHours] | Unset):
    """

    name: str
    timezone: str
    intervals: list[WeekdayHours]
    holidays: None | PublicHolidays | Unset = UNSET
    own_holidays: list[OwnHoliday] | Unset = UNSET
    exceptions: list[OtherHours] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.other_hours import OtherHours  # noqa: PLC0415
        from ..models.own_holiday import OwnHoliday  # noqa: PLC0415
        from ..models.public_holidays import PublicHolidays  # noqa: PLC0415
        from ..models.weekday_hours import WeekdayHours  # noqa: PLC0415

        name = self.name

        timezone = self.timezone

        intervals = []
        for intervals_item_data in self.intervals:
            intervals_item = intervals_item_data.to_dict()
            intervals.append(intervals_item)

        holidays: dict[str, Any] | None | Unset
        if isinstance(self.holidays, Unset):
            holidays = UNSET
        elif isinstance(self.holidays, PublicHolidays):
            holidays = self.holidays.to_dict()
        else:
            holidays = self.holidays

        own_holidays: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.own_holidays, Unset):
            own_holidays = []
            for own_holidays_item_data in self.own_holidays:
                own_holidays_item = own_holidays_item_data.to_dict()
                own_holidays.append(own_holidays_item)

        exceptions: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.exceptions, Unset):
            exceptions = []
            for exceptions_item_data in self.exceptions:
                exceptions_item = exceptions_item_data.to_dict()
                exceptions.append(exceptions_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
                "timezone": timezone,
                "intervals": intervals,
            }
        )
        if holidays is not UNSET:
            field_dict["holidays"] = holidays
        if own_holidays is not UNSET:
            field_dict["own_holidays"] = own_holidays
        if exceptions is not UNSET:
            field_dict["exceptions"] = exceptions

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.other_hours import OtherHours  # noqa: PLC0415
        from ..models.own_holiday import OwnHoliday  # noqa: PLC0415
        from ..models.public_holidays import PublicHolidays  # noqa: PLC0415
        from ..models.weekday_hours import WeekdayHours  # noqa: PLC0415

        d = dict(src_dict)
        name = d.pop("name")

        timezone = d.pop("timezone")

        intervals = []
        _intervals = d.pop("intervals")
        for intervals_item_data in _intervals:
            intervals_item = WeekdayHours.from_dict(intervals_item_data)

            intervals.append(intervals_item)

        def _parse_holidays(data: object) -> None | PublicHolidays | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                holidays_type_0 = PublicHolidays.from_dict(data)

                return holidays_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PublicHolidays | Unset, data)

        holidays = _parse_holidays(d.pop("holidays", UNSET))

        _own_holidays = d.pop("own_holidays", UNSET)
        own_holidays: list[OwnHoliday] | Unset = UNSET
        if _own_holidays is not UNSET:
            own_holidays = []
            for own_holidays_item_data in _own_holidays:
                own_holidays_item = OwnHoliday.from_dict(own_holidays_item_data)

                own_holidays.append(own_holidays_item)

        _exceptions = d.pop("exceptions", UNSET)
        exceptions: list[OtherHours] | Unset = UNSET
        if _exceptions is not UNSET:
            exceptions = []
            for exceptions_item_data in _exceptions:
                exceptions_item = OtherHours.from_dict(exceptions_item_data)

                exceptions.append(exceptions_item)

        calendar_in = cls(
            name=name,
            timezone=timezone,
            intervals=intervals,
            holidays=holidays,
            own_holidays=own_holidays,
            exceptions=exceptions,
        )

        return calendar_in
