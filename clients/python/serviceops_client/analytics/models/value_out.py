from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.value_out_flags_item import check_value_out_flags_item
from ..models.value_out_flags_item import ValueOutFlagsItem
from typing import cast
import datetime


T = TypeVar("T", bound="ValueOut")


@_attrs_define
class ValueOut:
    """One period, and one group where they were asked for. Without any subject value is null and n is 0.

    Attributes:
        from_ (datetime.datetime):
        to (datetime.datetime):
        group (None | str): null without group_by, and for what belongs to no group.
        value (float | None):
        numerator (int | None):
        denominator (int | None):
        n (int):
        left_out (int): Subjects of the period without a value, as tickets without a reply.
        ci_low (float | None): 95 %: Wilson for shares, adjusted Wald for NPS, t for means.
        ci_high (float | None):
        flags (list[ValueOutFlagsItem]):
    """

    from_: datetime.datetime
    to: datetime.datetime
    group: None | str
    value: float | None
    numerator: int | None
    denominator: int | None
    n: int
    left_out: int
    ci_low: float | None
    ci_high: float | None
    flags: list[ValueOutFlagsItem]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from_ = self.from_.isoformat()

        to = self.to.isoformat()

        group: None | str
        group = self.group

        value: float | None
        value = self.value

        numerator: int | None
        numerator = self.numerator

        denominator: int | None
        denominator = self.denominator

        n = self.n

        left_out = self.left_out

        ci_low: float | None
        ci_low = self.ci_low

        ci_high: float | None
        ci_high = self.ci_high

        flags = []
        for flags_item_data in self.flags:
            flags_item: str = flags_item_data
            flags.append(flags_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "from": from_,
                "to": to,
                "group": group,
                "value": value,
                "numerator": numerator,
                "denominator": denominator,
                "n": n,
                "left_out": left_out,
                "ci_low": ci_low,
                "ci_high": ci_high,
                "flags": flags,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        from_ = datetime.datetime.fromisoformat(d.pop("from"))

        to = datetime.datetime.fromisoformat(d.pop("to"))

        def _parse_group(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        group = _parse_group(d.pop("group"))

        def _parse_value(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        value = _parse_value(d.pop("value"))

        def _parse_numerator(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        numerator = _parse_numerator(d.pop("numerator"))

        def _parse_denominator(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        denominator = _parse_denominator(d.pop("denominator"))

        n = d.pop("n")

        left_out = d.pop("left_out")

        def _parse_ci_low(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        ci_low = _parse_ci_low(d.pop("ci_low"))

        def _parse_ci_high(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        ci_high = _parse_ci_high(d.pop("ci_high"))

        flags = []
        _flags = d.pop("flags")
        for flags_item_data in _flags:
            flags_item = check_value_out_flags_item(flags_item_data)

            flags.append(flags_item)

        value_out = cls(
            from_=from_,
            to=to,
            group=group,
            value=value,
            numerator=numerator,
            denominator=denominator,
            n=n,
            left_out=left_out,
            ci_low=ci_low,
            ci_high=ci_high,
            flags=flags,
        )

        value_out.additional_properties = d
        return value_out

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
