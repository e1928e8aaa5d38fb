from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast


T = TypeVar("T", bound="LevelAt")


@_attrs_define
class LevelAt:
    """When: at a share of the target in percent (110 = 10 % over), or so many minutes before or after its end.

    In business time of the clock's calendar: days off are excluded, not subtracted.

        Attributes:
            share (int | None | Unset):
            minutes_before_due (int | None | Unset):
            minutes_after_due (int | None | Unset):
    """

    share: int | None | Unset = UNSET
    minutes_before_due: int | None | Unset = UNSET
    minutes_after_due: int | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        share: int | None | Unset
        if isinstance(self.share, Unset):
            share = UNSET
        else:
            share = self.share

        minutes_before_due: int | None | Unset
        if isinstance(self.minutes_before_due, Unset):
            minutes_before_due = UNSET
        else:
            minutes_before_due = self.minutes_before_due

        minutes_after_due: int | None | Unset
        if isinstance(self.minutes_after_due, Unset):
            minutes_after_due = UNSET
        else:
            minutes_after_due = self.minutes_after_due

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if share is not UNSET:
            field_dict["share"] = share
        if minutes_before_due is not UNSET:
            field_dict["minutes_before_due"] = minutes_before_due
        if minutes_after_due is not UNSET:
            field_dict["minutes_after_due"] = minutes_after_due

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_share(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        share = _parse_share(d.pop("share", UNSET))

        def _parse_minutes_before_due(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        minutes_before_due = _parse_minutes_before_due(d.pop("minutes_before_due", UNSET))

        def _parse_minutes_after_due(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        minutes_after_due = _parse_minutes_after_due(d.pop("minutes_after_due", UNSET))

        level_at = cls(
            share=share,
            minutes_before_due=minutes_before_due,
            minutes_after_due=minutes_after_due,
        )

        return level_at
