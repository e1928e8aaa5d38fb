from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
    from ..models.hours import Hours


T = TypeVar("T", bound="OtherHours")


@_attrs_define
class OtherHours:
    """On this day these hours hold instead, holiday or not; none means closed.

    Attributes:
        on (datetime.date):
        intervals (list[Hours]):
    """

    on: datetime.date
    intervals: list[Hours]

    def to_dict(self) -> dict[str, Any]:
        from ..models.hours import Hours  # noqa: PLC0415

        on = self.on.isoformat()

        intervals = []
        for intervals_item_data in self.intervals:
            intervals_item = intervals_item_data.to_dict()
            intervals.append(intervals_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "on": on,
                "intervals": intervals,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.hours import Hours  # noqa: PLC0415

        d = dict(src_dict)
        on = datetime.date.fromisoformat(d.pop("on"))

        intervals = []
        _intervals = d.pop("intervals")
        for intervals_item_data in _intervals:
            intervals_item = Hours.from_dict(intervals_item_data)

            intervals.append(intervals_item)

        other_hours = cls(
            on=on,
            intervals=intervals,
        )

        return other_hours
