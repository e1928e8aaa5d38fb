from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
    from ..models.calendar_patch_holidays_type_0 import CalendarPatchHolidaysType0
    from ..models.other_hours import OtherHours
    from ..models.own_holiday import OwnHoliday
    from ..models.weekday_hours import WeekdayHours


T = TypeVar("T", bound="CalendarPatch")


@_attrs_define
class CalendarPatch:
    """A merge-patch of a calendar: lists are replaced whole, null takes an optional part away.

    Attributes:
        name (None | str | Unset):
        timezone (None | str | Unset):
        intervals (list[WeekdayHours] | None | Unset):
        holidays (CalendarPatchHolidaysType0 | None | Unset):
        own_holidays (list[OwnHoliday] | None | Unset):
        exceptions (list[OtherHours] | None | Unset):
    """

    name: None | str | Unset = UNSET
    timezone: None | str | Unset = UNSET
    intervals: list[WeekdayHours] | None | Unset = UNSET
    holidays: CalendarPatchHolidaysType0 | None | Unset = UNSET
    own_holidays: list[OwnHoliday] | None | Unset = UNSET
    exceptions: list[OtherHours] | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.calendar_patch_holidays_type_0 import CalendarPatchHolidaysType0  # noqa: PLC0415
        from ..models.other_hours import OtherHours  # noqa: PLC0415
        from ..models.own_holiday import OwnHoliday  # noqa: PLC0415
        from ..models.weekday_hours import WeekdayHours  # noqa: PLC0415

        name: None | str | Unset
        if isinstance(self.name, Unset):
            name = UNSET
        else:
            name = self.name

        timezone: None | str | Unset
        if isinstance(self.timezone, Unset):
            timezone = UNSET
        else:
            timezone = self.timezone

        intervals: list[dict[str, Any]] | None | Unset
        if isinstance(self.intervals, Unset):
            intervals = UNSET
        elif isinstance(self.intervals, list):
            intervals = []
            for intervals_type_0_item_data in self.intervals:
                intervals_type_0_item = intervals_type_0_item_data.to_dict()
                intervals.append(intervals_type_0_item)

        else:
            intervals = self.intervals

        holidays: dict[str, Any] | None | Unset
        if isinstance(self.holidays, Unset):
            holidays = UNSET
        elif isinstance(self.holidays, CalendarPatchHolidaysType0):
            holidays = self.holidays.to_dict()
        else:
            holidays = self.holidays

        own_holidays: list[dict[str, Any]] | None | Unset
        if isinstance(self.own_holidays, Unset):
            own_holidays = UNSET
        elif isinstance(self.own_holidays, list):
            own_holidays = []
            for own_holidays_type_0_item_data in self.own_holidays:
                own_holidays_type_0_item = own_holidays_type_0_item_data.to_dict()
                own_holidays.append(own_holidays_type_0_item)

        else:
            own_holidays = self.own_holidays

        exceptions: list[dict[str, Any]] | None | Unset
        if isinstance(self.exceptions, Unset):
            exceptions = UNSET
        elif isinstance(self.exceptions, list):
            exceptions = []
            for exceptions_type_0_item_data in self.exceptions:
                exceptions_type_0_item = exceptions_type_0_item_data.to_dict()
                exceptions.append(exceptions_type_0_item)

        else:
            exceptions = self.exceptions

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if name is not UNSET:
            field_dict["name"] = name
        if timezone is not UNSET:
            field_dict["timezone"] = timezone
        if intervals is not UNSET:
            field_dict["intervals"] = intervals
        if holidays is not UNSET:
            field_dict["holidays"] = holidays
        if own_holidays is not UNSET:
            field_dict["own_holidays"] = own_holidays
        if exceptions is not UNSET:
            field_dict["exceptions"] = exceptions

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.calendar_patch_holidays_type_0 import CalendarPatchHolidaysType0  # noqa: PLC0415
        from ..models.other_hours import OtherHours  # noqa: PLC0415
        from ..models.own_holiday import OwnHoliday  # noqa: PLC0415
        from ..models.weekday_hours import WeekdayHours  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        name = _parse_name(d.pop("name", UNSET))

        def _parse_timezone(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        timezone = _parse_timezone(d.pop("timezone", UNSET))

        def _parse_intervals(data: object) -> list[WeekdayHours] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                intervals_type_0 = []
                _intervals_type_0 = data
                for intervals_type_0_item_data in _intervals_type_0:
                    intervals_type_0_item = WeekdayHours.from_dict(intervals_type_0_item_data)

                    intervals_type_0.append(intervals_type_0_item)

                return intervals_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[WeekdayHours] | None | Unset, data)

        intervals = _parse_intervals(d.pop("intervals", UNSET))

        def _parse_holidays(data: object) -> CalendarPatchHolidaysType0 | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                holidays_type_0 = CalendarPatchHolidaysType0.from_dict(data)

                return holidays_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CalendarPatchHolidaysType0 | None | Unset, data)

        holidays = _parse_holidays(d.pop("holidays", UNSET))

        def _parse_own_holidays(data: object) -> list[OwnHoliday] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                own_holidays_type_0 = []
                _own_holidays_type_0 = data
                for own_holidays_type_0_item_data in _own_holidays_type_0:
                    own_holidays_type_0_item = OwnHoliday.from_dict(own_holidays_type_0_item_data)

                    own_holidays_type_0.append(own_holidays_type_0_item)

                return own_holidays_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[OwnHoliday] | None | Unset, data)

        own_holidays = _parse_own_holidays(d.pop("own_holidays", UNSET))

        def _parse_exceptions(data: object) -> list[OtherHours] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                exceptions_type_0 = []
                _exceptions_type_0 = data
                for exceptions_type_0_item_data in _exceptions_type_0:
                    exceptions_type_0_item = OtherHours.from_dict(exceptions_type_0_item_data)

                    exceptions_type_0.append(exceptions_type_0_item)

                return exceptions_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[OtherHours] | None | Unset, data)

        exceptions = _parse_exceptions(d.pop("exceptions", UNSET))

        calendar_patch = cls(
            name=name,
            timezone=timezone,
            intervals=intervals,
            holidays=holidays,
            own_holidays=own_holidays,
            exceptions=exceptions,
        )

        return calendar_patch
