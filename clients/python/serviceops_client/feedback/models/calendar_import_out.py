from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
    from ..models.calendar_out import CalendarOut
    from ..models.other_hours import OtherHours
    from ..models.own_holiday import OwnHoliday


T = TypeVar("T", bound="CalendarImportOut")


@_attrs_define
class CalendarImportOut:
    """What an iCalendar file adds to a calendar.

    applied: it was added; else it is only shown. occurrences: what the file says of the time. own_holidays, exceptions:
    what is new by it. calendar: as it is after that, or as it stays.

        Attributes:
            applied (bool):
            occurrences (int):
            own_holidays (list[OwnHoliday]):
            exceptions (list[OtherHours]):
            version (int):
            calendar (CalendarOut): A calendar.
    """

    applied: bool
    occurrences: int
    own_holidays: list[OwnHoliday]
    exceptions: list[OtherHours]
    version: int
    calendar: CalendarOut
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.calendar_out import CalendarOut  # noqa: PLC0415
        from ..models.other_hours import OtherHours  # noqa: PLC0415
        from ..models.own_holiday import OwnHoliday  # noqa: PLC0415

        applied = self.applied

        occurrences = self.occurrences

        own_holidays = []
        for own_holidays_item_data in self.own_holidays:
            own_holidays_item = own_holidays_item_data.to_dict()
            own_holidays.append(own_holidays_item)

        exceptions = []
        for exceptions_item_data in self.exceptions:
            exceptions_item = exceptions_item_data.to_dict()
            exceptions.append(exceptions_item)

        version = self.version

        calendar = self.calendar.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "applied": applied,
                "occurrences": occurrences,
                "own_holidays": own_holidays,
                "exceptions": exceptions,
                "version": version,
                "calendar": calendar,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.calendar_out import CalendarOut  # noqa: PLC0415
        from ..models.other_hours import OtherHours  # noqa: PLC0415
        from ..models.own_holiday import OwnHoliday  # noqa: PLC0415

        d = dict(src_dict)
        applied = d.pop("applied")

        occurrences = d.pop("occurrences")

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

        version = d.pop("version")

        calendar = CalendarOut.from_dict(d.pop("calendar"))

        calendar_import_out = cls(
            applied=applied,
            occurrences=occurrences,
            own_holidays=own_holidays,
            exceptions=exceptions,
            version=version,
            calendar=calendar,
        )

        calendar_import_out.additional_properties = d
        return calendar_import_out

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
