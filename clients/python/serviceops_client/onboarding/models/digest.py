from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast


T = TypeVar("T", bound="Digest")


@_attrs_define
class Digest:
    """One message for several: every so many minutes from midnight on, or daily at a time.

    Attributes:
        every_minutes (int | None | Unset):
        daily (None | str | Unset):
    """

    every_minutes: int | None | Unset = UNSET
    daily: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        every_minutes: int | None | Unset
        if isinstance(self.every_minutes, Unset):
            every_minutes = UNSET
        else:
            every_minutes = self.every_minutes

        daily: None | str | Unset
        if isinstance(self.daily, Unset):
            daily = UNSET
        else:
            daily = self.daily

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if every_minutes is not UNSET:
            field_dict["every_minutes"] = every_minutes
        if daily is not UNSET:
            field_dict["daily"] = daily

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_every_minutes(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        every_minutes = _parse_every_minutes(d.pop("every_minutes", UNSET))

        def _parse_daily(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        daily = _parse_daily(d.pop("daily", UNSET))

        digest = cls(
            every_minutes=every_minutes,
            daily=daily,
        )

        return digest
