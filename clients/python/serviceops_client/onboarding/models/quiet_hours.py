from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast


T = TypeVar("T", bound="QuietHours")


@_attrs_define
class QuietHours:
    """When somebody is left alone. weekdays: 0 = Monday, those on which it begins; it may end on the next day.

    Attributes:
        weekdays (list[int]):
        begins (str):
        ends (str):
    """

    weekdays: list[int]
    begins: str
    ends: str

    def to_dict(self) -> dict[str, Any]:
        weekdays = self.weekdays

        begins = self.begins

        ends = self.ends

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "weekdays": weekdays,
                "begins": begins,
                "ends": ends,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        weekdays = cast(list[int], d.pop("weekdays"))

        begins = d.pop("begins")

        ends = d.pop("ends")

        quiet_hours = cls(
            weekdays=weekdays,
            begins=begins,
            ends=ends,
        )

        return quiet_hours
