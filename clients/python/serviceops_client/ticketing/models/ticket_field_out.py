from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.ticket_field_out_required_on_item import check_ticket_field_out_required_on_item
from ..models.ticket_field_out_required_on_item import TicketFieldOutRequiredOnItem
from ..models.ticket_field_out_type import check_ticket_field_out_type
from ..models.ticket_field_out_type import TicketFieldOutType
from ..models.ticket_field_out_types_item import check_ticket_field_out_types_item
from ..models.ticket_field_out_types_item import TicketFieldOutTypesItem
from typing import cast
from uuid import UUID
import datetime


T = TypeVar("T", bound="TicketFieldOut")


@_attrs_define
class TicketFieldOut:
    """A declared field.

    Attributes:
        id (UUID):
        key (str):
        label (str):
        type_ (TicketFieldOutType):
        options (list[str]):
        required_on (list[TicketFieldOutRequiredOnItem]):
        types (list[TicketFieldOutTypesItem]):
        active (bool):
        created_at (datetime.datetime):
        updated_at (datetime.datetime):
        version (int):
    """

    id: UUID
    key: str
    label: str
    type_: TicketFieldOutType
    options: list[str]
    required_on: list[TicketFieldOutRequiredOnItem]
    types: list[TicketFieldOutTypesItem]
    active: bool
    created_at: datetime.datetime
    updated_at: datetime.datetime
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        key = self.key

        label = self.label

        type_: str = self.type_

        options = self.options

        required_on = []
        for required_on_item_data in self.required_on:
            required_on_item: str = required_on_item_data
            required_on.append(required_on_item)

        types = []
        for types_item_data in self.types:
            types_item: str = types_item_data
            types.append(types_item)

        active = self.active

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "key": key,
                "label": label,
                "type": type_,
                "options": options,
                "required_on": required_on,
                "types": types,
                "active": active,
                "created_at": created_at,
                "updated_at": updated_at,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        key = d.pop("key")

        label = d.pop("label")

        type_ = check_ticket_field_out_type(d.pop("type"))

        options = cast(list[str], d.pop("options"))

        required_on = []
        _required_on = d.pop("required_on")
        for required_on_item_data in _required_on:
            required_on_item = check_ticket_field_out_required_on_item(required_on_item_data)

            required_on.append(required_on_item)

        types = []
        _types = d.pop("types")
        for types_item_data in _types:
            types_item = check_ticket_field_out_types_item(types_item_data)

            types.append(types_item)

        active = d.pop("active")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        version = d.pop("version")

        ticket_field_out = cls(
            id=id,
            key=key,
            label=label,
            type_=type_,
            options=options,
            required_on=required_on,
            types=types,
            active=active,
            created_at=created_at,
            updated_at=updated_at,
            version=version,
        )

        ticket_field_out.additional_properties = d
        return ticket_field_out

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
