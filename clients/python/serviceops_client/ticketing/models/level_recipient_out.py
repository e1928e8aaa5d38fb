from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.level_recipient_out_found import check_level_recipient_out_found
from ..models.level_recipient_out_found import LevelRecipientOutFound
from ..models.level_recipient_out_role import check_level_recipient_out_role
from ..models.level_recipient_out_role import LevelRecipientOutRole
from typing import cast
from uuid import UUID


T = TypeVar("T", bound="LevelRecipientOut")


@_attrs_define
class LevelRecipientOut:
    """Who hears of a level for which role; found: by the role, or by what stands in for it.

    Attributes:
        role (LevelRecipientOutRole):
        staff_id (None | UUID):
        found (LevelRecipientOutFound):
    """

    role: LevelRecipientOutRole
    staff_id: None | UUID
    found: LevelRecipientOutFound
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        role: str = self.role

        staff_id: None | str
        if isinstance(self.staff_id, UUID):
            staff_id = str(self.staff_id)
        else:
            staff_id = self.staff_id

        found: str = self.found

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "role": role,
                "staff_id": staff_id,
                "found": found,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        role = check_level_recipient_out_role(d.pop("role"))

        def _parse_staff_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                staff_id_type_0 = UUID(data)

                return staff_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        staff_id = _parse_staff_id(d.pop("staff_id"))

        found = check_level_recipient_out_found(d.pop("found"))

        level_recipient_out = cls(
            role=role,
            staff_id=staff_id,
            found=found,
        )

        level_recipient_out.additional_properties = d
        return level_recipient_out

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
