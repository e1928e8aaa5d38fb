from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
from uuid import UUID
import datetime

if TYPE_CHECKING:
    from ..models.other_hours import OtherHours
    from ..models.own_holiday import OwnHoliday
    from ..models.public_holidays import PublicHolidays
    from ..models.weekday_hours import WeekdayHours


T = TypeVar("T", bound="CalendarOut")


@_attrs_define
class CalendarOut:
    """A calendar.

    Attributes:
        id (UUID):
        name (str):
        timezone (str):
        intervals (list[WeekdayHours]):
        holidays (None | PublicHolidays):
        own_holidays (list[OwnHoliday]):
        exceptions (list[OtherHours]):
        created_at (datetime.datetime):
        updated_at (datetime.datetime):
        version (int):
    """

    id: UUID
    name: str
    timezone: str
    intervals: list[WeekdayHours]
    holidays: None | PublicHolidays
    own_holidays: list[OwnHoliday]
    exceptions: list[OtherHours]
    created_at: datetime.datetime
    updated_at: datetime.datetime
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.other_hours import OtherHours  # noqa: PLC0415
        from ..models.own_holiday import OwnHoliday  # noqa: PLC0415
        from ..models.public_holidays import PublicHolidays  # noqa: PLC0415
        from ..models.weekday_hours import WeekdayHours  # noqa: PLC0415

        id = str(self.id)

        name = self.name

        timezone = self.timezone

        intervals = []
        for intervals_item_data in self.intervals:
            intervals_item = intervals_item_data.to_dict()
            intervals.append(intervals_item)

        holidays: dict[str, Any] | None
        if isinstance(self.holidays, PublicHolidays):
            holidays = self.holidays.to_dict()
        else:
            holidays = self.holidays

        own_holidays = []
        for own_holidays_item_data in self.own_holidays:
            own_holidays_item = own_holidays_item_data.to_dict()
            own_holidays.append(own_holidays_item)

        exceptions = []
        for exceptions_item_data in self.exceptions:
            exceptions_item = exceptions_item_data.to_dict()
            exceptions.append(exceptions_item)

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "name": name,
                "timezone": timezone,
                "intervals": intervals,
                "holidays": holidays,
                "own_holidays": own_holidays,
                "exceptions": exceptions,
                "created_at": created_at,
                "updated_at": updated_at,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.other_hours import OtherHours  # noqa: PLC0415
        from ..models.own_holiday import OwnHoliday  # noqa: PLC0415
        from ..models.public_holidays import PublicHolidays  # noqa: PLC0415
        from ..models.weekday_hours import WeekdayHours  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        name = d.pop("name")

        timezone = d.pop("timezone")

        intervals = []
        _intervals = d.pop("intervals")
        for intervals_item_data in _intervals:
            intervals_item = WeekdayHours.from_dict(intervals_item_data)

            intervals.append(intervals_item)

        def _parse_holidays(data: object) -> None | PublicHolidays:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                holidays_type_0 = PublicHolidays.from_dict(data)

                return holidays_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PublicHolidays, data)

        holidays = _parse_holidays(d.pop("holidays"))

        own_holidays = []
        _own_holidays = d.pop("own_holidays")
        for own_holidays_item_data in _own_holidays:
            own_holidays_item = OwnHoliday.from_dict(own_holidays_item_data)

            own_holidays.append(own_holidays_item)

        exceptions = []
        _exceptions = d.pop("exceptions")
        for exceptions_item_data in _exceptions:
            exceptions_item = OtherHours.from_dict(exceptions_item_data)

            exceptions.append(exceptions_item)

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        version = d.pop("version")

        calendar_out = cls(
            id=id,
            name=name,
            timezone=timezone,
            intervals=intervals,
            holidays=holidays,
            own_holidays=own_holidays,
            exceptions=exceptions,
            created_at=created_at,
            updated_at=updated_at,
            version=version,
        )

        calendar_out.additional_properties = d
        return calendar_out

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
