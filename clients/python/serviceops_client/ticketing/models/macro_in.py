from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
    from ..models.macro_action import MacroAction


T = TypeVar("T", bound="MacroIn")


@_attrs_define
class MacroIn:
    """Named deeds on a ticket, done in their order, all of them or none.

    Attributes:
        name (str):
        actions (list[MacroAction]):
        active (bool | Unset):  Default: True.
    """

    name: str
    actions: list[MacroAction]
    active: bool | Unset = True

    def to_dict(self) -> dict[str, Any]:
        from ..models.macro_action import MacroAction  # noqa: PLC0415

        name = self.name

        actions = []
        for actions_item_data in self.actions:
            actions_item = actions_item_data.to_dict()
            actions.append(actions_item)

        active = self.active

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
                "actions": actions,
            }
        )
        if active is not UNSET:
            field_dict["active"] = active

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.macro_action import MacroAction  # noqa: PLC0415

        d = dict(src_dict)
        name = d.pop("name")

        actions = []
        _actions = d.pop("actions")
        for actions_item_data in _actions:
            actions_item = MacroAction.from_dict(actions_item_data)

            actions.append(actions_item)

        active = d.pop("active", UNSET)

        macro_in = cls(
            name=name,
            actions=actions,
            active=active,
        )

        return macro_in
