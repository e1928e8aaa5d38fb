from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime


T = TypeVar("T", bound="PromisedDate")


@_attrs_define
class PromisedDate:
    """What sales promised for a day.

    Attributes:
        name (str):
        on (datetime.date):
    """

    name: str
    on: datetime.date

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        on = self.on.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
                "on": on,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        on = datetime.date.fromisoformat(d.pop("on"))

        promised_date = cls(
            name=name,
            on=on,
        )

        return promised_date
