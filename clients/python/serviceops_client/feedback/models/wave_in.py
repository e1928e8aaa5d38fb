from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast
import datetime


T = TypeVar("T", bound="WaveIn")


@_attrs_define
class WaveIn:
    """A wave of a program: its whole audience is considered once.

    not_before: when it begins, at once by default. trickle_seconds: over how long its invitations are spread.

        Attributes:
            name (str):
            not_before (datetime.datetime | None | Unset):
            trickle_seconds (int | Unset):  Default: 0.
    """

    name: str
    not_before: datetime.datetime | None | Unset = UNSET
    trickle_seconds: int | Unset = 0

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        not_before: None | str | Unset
        if isinstance(self.not_before, Unset):
            not_before = UNSET
        elif isinstance(self.not_before, datetime.datetime):
            not_before = self.not_before.isoformat()
        else:
            not_before = self.not_before

        trickle_seconds = self.trickle_seconds

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
            }
        )
        if not_before is not UNSET:
            field_dict["not_before"] = not_before
        if trickle_seconds is not UNSET:
            field_dict["trickle_seconds"] = trickle_seconds

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        def _parse_not_before(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                not_before_type_0 = datetime.datetime.fromisoformat(data)

                return not_before_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        not_before = _parse_not_before(d.pop("not_before", UNSET))

        trickle_seconds = d.pop("trickle_seconds", UNSET)

        wave_in = cls(
            name=name,
            not_before=not_before,
            trickle_seconds=trickle_seconds,
        )

        return wave_in
