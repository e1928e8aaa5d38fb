from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.ticket_field_in_required_on_item import check_ticket_field_in_required_on_item
from ..models.ticket_field_in_required_on_item import TicketFieldInRequiredOnItem
from ..models.ticket_field_in_type import check_ticket_field_in_type
from ..models.ticket_field_in_type import TicketFieldInType
from ..models.ticket_field_in_types_item import check_ticket_field_in_types_item
from ..models.ticket_field_in_types_item import TicketFieldInTypesItem
from ..types import UNSET, Unset
from typing import cast


T = TypeVar("T", bound="TicketFieldIn")


@_attrs_define
class TicketFieldIn:
    """A declared key of `custom`. types: of the tickets that have it; none means all.

    required_on: without a value no such ticket is created, or solved. Only a choice has options.

        Attributes:
            key (str):
            label (str):
            type_ (TicketFieldInType):
            options (list[str] | Unset):
            required_on (list[TicketFieldInRequiredOnItem] | Unset):
            types (list[TicketFieldInTypesItem] | Unset):
            active (bool | Unset):  Default: True.
    """

    key: str
    label: str
    type_: TicketFieldInType
    options: list[str] | Unset = UNSET
    required_on: list[TicketFieldInRequiredOnItem] | Unset = UNSET
    types: list[TicketFieldInTypesItem] | Unset = UNSET
    active: bool | Unset = True

    def to_dict(self) -> dict[str, Any]:
        key = self.key

        label = self.label

        type_: str = self.type_

        options: list[str] | Unset = UNSET
        if not isinstance(self.options, Unset):
            options = self.options

        required_on: list[str] | Unset = UNSET
        if not isinstance(self.required_on, Unset):
            required_on = []
            for required_on_item_data in self.required_on:
                required_on_item: str = required_on_item_data
                required_on.append(required_on_item)

        types: list[str] | Unset = UNSET
        if not isinstance(self.types, Unset):
            types = []
            for types_item_data in self.types:
                types_item: str = types_item_data
                types.append(types_item)

        active = self.active

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "key": key,
                "label": label,
                "type": type_,
            }
        )
        if options is not UNSET:
            field_dict["options"] = options
        if required_on is not UNSET:
            field_dict["required_on"] = required_on
        if types is not UNSET:
            field_dict["types"] = types
        if active is not UNSET:
            field_dict["active"] = active

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        key = d.pop("key")

        label = d.pop("label")

        type_ = check_ticket_field_in_type(d.pop("type"))

        options = cast(list[str], d.pop("options", UNSET))

        _required_on = d.pop("required_on", UNSET)
        required_on: list[TicketFieldInRequiredOnItem] | Unset = UNSET
        if _required_on is not UNSET:
            required_on = []
            for required_on_item_data in _required_on:
                required_on_item = check_ticket_field_in_required_on_item(required_on_item_data)

                required_on.append(required_on_item)

        _types = d.pop("types", UNSET)
        types: list[TicketFieldInTypesItem] | Unset = UNSET
        if _types is not UNSET:
            types = []
            for types_item_data in _types:
                types_item = check_ticket_field_in_types_item(types_item_data)

                types.append(types_item)

        active = d.pop("active", UNSET)

        ticket_field_in = cls(
            key=key,
            label=label,
            type_=type_,
            options=options,
            required_on=required_on,
            types=types,
            active=active,
        )

        return ticket_field_in
