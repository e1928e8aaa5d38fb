from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime


T = TypeVar("T", bound="SlaInterval")


@_attrs_define
class SlaInterval:
    """A part of a clock's time. reason: why it was counted, or why not.

    Attributes:
        from_ (datetime.datetime):
        to (datetime.datetime):
        counted (bool):
        seconds (int):
        reason (str):
    """

    from_: datetime.datetime
    to: datetime.datetime
    counted: bool
    seconds: int
    reason: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from_ = self.from_.isoformat()

        to = self.to.isoformat()

        counted = self.counted

        seconds = self.seconds

        reason = self.reason

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "from": from_,
                "to": to,
                "counted": counted,
                "seconds": seconds,
                "reason": reason,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        from_ = datetime.datetime.fromisoformat(d.pop("from"))

        to = datetime.datetime.fromisoformat(d.pop("to"))

        counted = d.pop("counted")

        seconds = d.pop("seconds")

        reason = d.pop("reason")

        sla_interval = cls(
            from_=from_,
            to=to,
            counted=counted,
            seconds=seconds,
            reason=reason,
        )

        sla_interval.additional_properties = d
        return sla_interval

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
