from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.ticket_field_patch_required_on_type_0_item import check_ticket_field_patch_required_on_type_0_item
from ..models.ticket_field_patch_required_on_type_0_item import TicketFieldPatchRequiredOnType0Item
from ..models.ticket_field_patch_types_type_0_item import check_ticket_field_patch_types_type_0_item
from ..models.ticket_field_patch_types_type_0_item import TicketFieldPatchTypesType0Item
from ..types import UNSET, Unset
from typing import cast


T = TypeVar("T", bound="TicketFieldPatch")


@_attrs_define
class TicketFieldPatch:
    """What changes about a field, as a merge-patch; lists are replaced whole. Key and type stay what they are.

    Attributes:
        label (None | str | Unset):
        options (list[str] | None | Unset):
        required_on (list[TicketFieldPatchRequiredOnType0Item] | None | Unset):
        types (list[TicketFieldPatchTypesType0Item] | None | Unset):
        active (bool | None | Unset):
    """

    label: None | str | Unset = UNSET
    options: list[str] | None | Unset = UNSET
    required_on: list[TicketFieldPatchRequiredOnType0Item] | None | Unset = UNSET
    types: list[TicketFieldPatchTypesType0Item] | None | Unset = UNSET
    active: bool | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        label: None | str | Unset
        if isinstance(self.label, Unset):
            label = UNSET
        else:
            label = self.label

        options: list[str] | None | Unset
        if isinstance(self.options, Unset):
            options = UNSET
        elif isinstance(self.options, list):
            options = self.options

        else:
            options = self.options

        required_on: list[str] | None | Unset
        if isinstance(self.required_on, Unset):
            required_on = UNSET
        elif isinstance(self.required_on, list):
            required_on = []
            for required_on_type_0_item_data in self.required_on:
                required_on_type_0_item: str = required_on_type_0_item_data
                required_on.append(required_on_type_0_item)

        else:
            required_on = self.required_on

        types: list[str] | None | Unset
        if isinstance(self.types, Unset):
            types = UNSET
        elif isinstance(self.types, list):
            types = []
            for types_type_0_item_data in self.types:
                types_type_0_item: str = types_type_0_item_data
                types.append(types_type_0_item)

        else:
            types = self.types

        active: bool | None | Unset
        if isinstance(self.active, Unset):
            active = UNSET
        else:
            active = self.active

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if label is not UNSET:
            field_dict["label"] = label
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

        def _parse_label(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        label = _parse_label(d.pop("label", UNSET))

        def _parse_options(data: object) -> list[str] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                options_type_0 = cast(list[str], data)

                return options_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None | Unset, data)

        options = _parse_options(d.pop("options", UNSET))

        def _parse_required_on(data: object) -> list[TicketFieldPatchRequiredOnType0Item] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                required_on_type_0 = []
                _required_on_type_0 = data
                for required_on_type_0_item_data in _required_on_type_0:
                    required_on_type_0_item = check_ticket_field_patch_required_on_type_0_item(
                        required_on_type_0_item_data
                    )

                    required_on_type_0.append(required_on_type_0_item)

                return required_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[TicketFieldPatchRequiredOnType0Item] | None | Unset, data)

        required_on = _parse_required_on(d.pop("required_on", UNSET))

        def _parse_types(data: object) -> list[TicketFieldPatchTypesType0Item] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                types_type_0 = []
                _types_type_0 = data
                for types_type_0_item_data in _types_type_0:
                    types_type_0_item = check_ticket_field_patch_types_type_0_item(types_type_0_item_data)

                    types_type_0.append(types_type_0_item)

                return types_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[TicketFieldPatchTypesType0Item] | None | Unset, data)

        types = _parse_types(d.pop("types", UNSET))

        def _parse_active(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        active = _parse_active(d.pop("active", UNSET))

        ticket_field_patch = cls(
            label=label,
            options=options,
            required_on=required_on,
            types=types,
            active=active,
        )

        return ticket_field_patch
