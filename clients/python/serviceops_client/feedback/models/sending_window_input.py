from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast


T = TypeVar("T", bound="SendingWindowInput")


@_attrs_define
class SendingWindowInput:
    """When something may be sent, by the contact's clock: on these days (1 = Monday), from one time to another.

    Attributes:
        days (list[int]):
        from_ (str):
        until (str):
    """

    days: list[int]
    from_: str
    until: str

    def to_dict(self) -> dict[str, Any]:
        days = self.days

        from_ = self.from_

        until = self.until

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "days": days,
                "from": from_,
                "until": until,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        days = cast(list[int], d.pop("days"))

        from_ = d.pop("from")

        until = d.pop("until")

        sending_window_input = cls(
            days=days,
            from_=from_,
            until=until,
        )

        return sending_window_input
