from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from uuid import UUID


T = TypeVar("T", bound="StaffInTeam")


@_attrs_define
class StaffInTeam:
    """A member of staff, as a team shows them.

    Attributes:
        staff_id (UUID):
        name (str):
        email (str):
        notify_address (str):
    """

    staff_id: UUID
    name: str
    email: str
    notify_address: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        staff_id = str(self.staff_id)

        name = self.name

        email = self.email

        notify_address = self.notify_address

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "staff_id": staff_id,
                "name": name,
                "email": email,
                "notify_address": notify_address,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        staff_id = UUID(d.pop("staff_id"))

        name = d.pop("name")

        email = d.pop("email")

        notify_address = d.pop("notify_address")

        staff_in_team = cls(
            staff_id=staff_id,
            name=name,
            email=email,
            notify_address=notify_address,
        )

        staff_in_team.additional_properties = d
        return staff_in_team

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
