from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
    from ..models.range_ import Range


T = TypeVar("T", bound="Bands")


@_attrs_define
class Bands:
    """Which part of the scale means what; together they cover the scale once.

    Attributes:
        positive (None | Range | Unset):
        neutral (None | Range | Unset):
        negative (None | Range | Unset):
    """

    positive: None | Range | Unset = UNSET
    neutral: None | Range | Unset = UNSET
    negative: None | Range | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.range_ import Range  # noqa: PLC0415

        positive: dict[str, Any] | None | Unset
        if isinstance(self.positive, Unset):
            positive = UNSET
        elif isinstance(self.positive, Range):
            positive = self.positive.to_dict()
        else:
            positive = self.positive

        neutral: dict[str, Any] | None | Unset
        if isinstance(self.neutral, Unset):
            neutral = UNSET
        elif isinstance(self.neutral, Range):
            neutral = self.neutral.to_dict()
        else:
            neutral = self.neutral

        negative: dict[str, Any] | None | Unset
        if isinstance(self.negative, Unset):
            negative = UNSET
        elif isinstance(self.negative, Range):
            negative = self.negative.to_dict()
        else:
            negative = self.negative

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if positive is not UNSET:
            field_dict["positive"] = positive
        if neutral is not UNSET:
            field_dict["neutral"] = neutral
        if negative is not UNSET:
            field_dict["negative"] = negative

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.range_ import Range  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_positive(data: object) -> None | Range | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                positive_type_0 = Range.from_dict(data)

                return positive_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Range | Unset, data)

        positive = _parse_positive(d.pop("positive", UNSET))

        def _parse_neutral(data: object) -> None | Range | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                neutral_type_0 = Range.from_dict(data)

                return neutral_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Range | Unset, data)

        neutral = _parse_neutral(d.pop("neutral", UNSET))

        def _parse_negative(data: object) -> None | Range | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                negative_type_0 = Range.from_dict(data)

                return negative_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Range | Unset, data)

        negative = _parse_negative(d.pop("negative", UNSET))

        bands = cls(
            positive=positive,
            neutral=neutral,
            negative=negative,
        )

        return bands
