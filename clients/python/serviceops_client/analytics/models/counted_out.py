from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
    from ..models.counted_out_groups import CountedOutGroups


T = TypeVar("T", bound="CountedOut")


@_attrs_define
class CountedOut:
    """What a subject contributes.

    Attributes:
        at (datetime.datetime):
        numerator (int):
        denominator (int):
        value (float | None):
        groups (CountedOutGroups):
    """

    at: datetime.datetime
    numerator: int
    denominator: int
    value: float | None
    groups: CountedOutGroups
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.counted_out_groups import CountedOutGroups  # noqa: PLC0415

        at = self.at.isoformat()

        numerator = self.numerator

        denominator = self.denominator

        value: float | None
        value = self.value

        groups = self.groups.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "at": at,
                "numerator": numerator,
                "denominator": denominator,
                "value": value,
                "groups": groups,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.counted_out_groups import CountedOutGroups  # noqa: PLC0415

        d = dict(src_dict)
        at = datetime.datetime.fromisoformat(d.pop("at"))

        numerator = d.pop("numerator")

        denominator = d.pop("denominator")

        def _parse_value(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        value = _parse_value(d.pop("value"))

        groups = CountedOutGroups.from_dict(d.pop("groups"))

        counted_out = cls(
            at=at,
            numerator=numerator,
            denominator=denominator,
            value=value,
            groups=groups,
        )

        counted_out.additional_properties = d
        return counted_out

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
