from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast
from uuid import UUID


T = TypeVar("T", bound="OlaTargetIn")


@_attrs_define
class OlaTargetIn:
    """How long a ticket may rest with a group: until somebody of it has it, and until it is solved or handed on.

    Business seconds of the calendar, or 24x7; null: nothing is promised, and nothing measured.

        Attributes:
            pickup_seconds (int | None | Unset):
            handling_seconds (int | None | Unset):
            calendar_id (None | Unset | UUID):
    """

    pickup_seconds: int | None | Unset = UNSET
    handling_seconds: int | None | Unset = UNSET
    calendar_id: None | Unset | UUID = UNSET

    def to_dict(self) -> dict[str, Any]:
        pickup_seconds: int | None | Unset
        if isinstance(self.pickup_seconds, Unset):
            pickup_seconds = UNSET
        else:
            pickup_seconds = self.pickup_seconds

        handling_seconds: int | None | Unset
        if isinstance(self.handling_seconds, Unset):
            handling_seconds = UNSET
        else:
            handling_seconds = self.handling_seconds

        calendar_id: None | str | Unset
        if isinstance(self.calendar_id, Unset):
            calendar_id = UNSET
        elif isinstance(self.calendar_id, UUID):
            calendar_id = str(self.calendar_id)
        else:
            calendar_id = self.calendar_id

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if pickup_seconds is not UNSET:
            field_dict["pickup_seconds"] = pickup_seconds
        if handling_seconds is not UNSET:
            field_dict["handling_seconds"] = handling_seconds
        if calendar_id is not UNSET:
            field_dict["calendar_id"] = calendar_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_pickup_seconds(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        pickup_seconds = _parse_pickup_seconds(d.pop("pickup_seconds", UNSET))

        def _parse_handling_seconds(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        handling_seconds = _parse_handling_seconds(d.pop("handling_seconds", UNSET))

        def _parse_calendar_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                calendar_id_type_0 = UUID(data)

                return calendar_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        calendar_id = _parse_calendar_id(d.pop("calendar_id", UNSET))

        ola_target_in = cls(
            pickup_seconds=pickup_seconds,
            handling_seconds=handling_seconds,
            calendar_id=calendar_id,
        )

        return ola_target_in
