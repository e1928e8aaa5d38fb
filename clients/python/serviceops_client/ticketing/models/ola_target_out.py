from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
from uuid import UUID
import datetime


T = TypeVar("T", bound="OlaTargetOut")


@_attrs_define
class OlaTargetOut:
    """What a group promises.

    Attributes:
        group_id (UUID):
        pickup_seconds (int | None):
        handling_seconds (int | None):
        calendar_id (None | UUID):
        updated_at (datetime.datetime):
        version (int):
    """

    group_id: UUID
    pickup_seconds: int | None
    handling_seconds: int | None
    calendar_id: None | UUID
    updated_at: datetime.datetime
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        group_id = str(self.group_id)

        pickup_seconds: int | None
        pickup_seconds = self.pickup_seconds

        handling_seconds: int | None
        handling_seconds = self.handling_seconds

        calendar_id: None | str
        if isinstance(self.calendar_id, UUID):
            calendar_id = str(self.calendar_id)
        else:
            calendar_id = self.calendar_id

        updated_at = self.updated_at.isoformat()

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "group_id": group_id,
                "pickup_seconds": pickup_seconds,
                "handling_seconds": handling_seconds,
                "calendar_id": calendar_id,
                "updated_at": updated_at,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        group_id = UUID(d.pop("group_id"))

        def _parse_pickup_seconds(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        pickup_seconds = _parse_pickup_seconds(d.pop("pickup_seconds"))

        def _parse_handling_seconds(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        handling_seconds = _parse_handling_seconds(d.pop("handling_seconds"))

        def _parse_calendar_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                calendar_id_type_0 = UUID(data)

                return calendar_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        calendar_id = _parse_calendar_id(d.pop("calendar_id"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        version = d.pop("version")

        ola_target_out = cls(
            group_id=group_id,
            pickup_seconds=pickup_seconds,
            handling_seconds=handling_seconds,
            calendar_id=calendar_id,
            updated_at=updated_at,
            version=version,
        )

        ola_target_out.additional_properties = d
        return ola_target_out

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
