from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.level_recipient_role import check_level_recipient_role
from ..models.level_recipient_role import LevelRecipientRole
from ..types import UNSET, Unset
from typing import cast


T = TypeVar("T", bound="LevelRecipient")


@_attrs_define
class LevelRecipient:
    """Who hears of it. `address` alone names one, a mail address.

    A role that nobody holds, or whose holder is away, falls back to the lead of the ticket's group, else to the
    group's address. duty_manager: the lead of the group `duty-managers`.

        Attributes:
            role (LevelRecipientRole):
            address (None | str | Unset):
    """

    role: LevelRecipientRole
    address: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        role: str = self.role

        address: None | str | Unset
        if isinstance(self.address, Unset):
            address = UNSET
        else:
            address = self.address

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "role": role,
            }
        )
        if address is not UNSET:
            field_dict["address"] = address

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        role = check_level_recipient_role(d.pop("role"))

        def _parse_address(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        address = _parse_address(d.pop("address", UNSET))

        level_recipient = cls(
            role=role,
            address=address,
        )

        return level_recipient
