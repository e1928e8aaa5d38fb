from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
    from ..models.coming_run_out import ComingRunOut


T = TypeVar("T", bound="ProgramCalendarOut")


@_attrs_define
class ProgramCalendarOut:
    """What is coming, in order. Programs that are set off by events, or ask by hand, have no times of their own.

    Attributes:
        from_ (datetime.datetime):
        until (datetime.datetime):
        items (list[ComingRunOut]):
    """

    from_: datetime.datetime
    until: datetime.datetime
    items: list[ComingRunOut]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.coming_run_out import ComingRunOut  # noqa: PLC0415

        from_ = self.from_.isoformat()

        until = self.until.isoformat()

        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "from": from_,
                "until": until,
                "items": items,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.coming_run_out import ComingRunOut  # noqa: PLC0415

        d = dict(src_dict)
        from_ = datetime.datetime.fromisoformat(d.pop("from"))

        until = datetime.datetime.fromisoformat(d.pop("until"))

        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = ComingRunOut.from_dict(items_item_data)

            items.append(items_item)

        program_calendar_out = cls(
            from_=from_,
            until=until,
            items=items,
        )

        program_calendar_out.additional_properties = d
        return program_calendar_out

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
