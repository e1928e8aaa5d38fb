from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset


T = TypeVar("T", bound="WeekdayHours")


@_attrs_define
class WeekdayHours:
    """Open on each such weekday; 0 is Monday.

    Attributes:
        from_ (str):
        to (str):
        weekday (int):
    """

    from_: str
    to: str
    weekday: int

    def to_dict(self) -> dict[str, Any]:
        from_ = self.from_

        to = self.to

        weekday = self.weekday

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "from": from_,
                "to": to,
                "weekday": weekday,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        from_ = d.pop("from")

        to = d.pop("to")

        weekday = d.pop("weekday")

        weekday_hours = cls(
            from_=from_,
            to=to,
            weekday=weekday,
        )

        return weekday_hours
