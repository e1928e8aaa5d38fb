from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.macro_set_priority_type_0 import check_macro_set_priority_type_0
from ..models.macro_set_priority_type_0 import MacroSetPriorityType0
from ..models.macro_set_type_type_0 import check_macro_set_type_type_0
from ..models.macro_set_type_type_0 import MacroSetTypeType0
from ..types import UNSET, Unset
from typing import cast
from typing import Literal, cast
from uuid import UUID

if TYPE_CHECKING:
    from ..models.macro_set_custom import MacroSetCustom


T = TypeVar("T", bound="MacroSet")


@_attrs_define
class MacroSet:
    """What becomes of a ticket's fields and owners. assignee_id `me`: whoever applies it; null takes an owner away.

    Attributes:
        priority (MacroSetPriorityType0 | None | Unset):
        type_ (MacroSetTypeType0 | None | Unset):
        tags_add (list[str] | Unset):
        tags_remove (list[str] | Unset):
        custom (MacroSetCustom | Unset):
        group_id (None | Unset | UUID):
        assignee_id (Literal['me'] | None | Unset | UUID):
    """

    priority: MacroSetPriorityType0 | None | Unset = UNSET
    type_: MacroSetTypeType0 | None | Unset = UNSET
    tags_add: list[str] | Unset = UNSET
    tags_remove: list[str] | Unset = UNSET
    custom: MacroSetCustom | Unset = UNSET
    group_id: None | Unset | UUID = UNSET
    assignee_id: Literal["me"] | None | Unset | UUID = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.macro_set_custom import MacroSetCustom  # noqa: PLC0415

        priority: None | str | Unset
        if isinstance(self.priority, Unset):
            priority = UNSET
        elif isinstance(self.priority, str):
            priority = self.priority
        else:
            priority = self.priority

        type_: None | str | Unset
        if isinstance(self.type_, Unset):
            type_ = UNSET
        elif isinstance(self.type_, str):
            type_ = self.type_
        else:
            type_ = self.type_

        tags_add: list[str] | Unset = UNSET
        if not isinstance(self.tags_add, Unset):
            tags_add = self.tags_add

        tags_remove: list[str] | Unset = UNSET
        if not isinstance(self.tags_remove, Unset):
            tags_remove = self.tags_remove

        custom: dict[str, Any] | Unset = UNSET
        if not isinstance(self.custom, Unset):
            custom = self.custom.to_dict()

        group_id: None | str | Unset
        if isinstance(self.group_id, Unset):
            group_id = UNSET
        elif isinstance(self.group_id, UUID):
            group_id = str(self.group_id)
        else:
            group_id = self.group_id

        assignee_id: Literal["me"] | None | str | Unset
        if isinstance(self.assignee_id, Unset):
            assignee_id = UNSET
        elif isinstance(self.assignee_id, UUID):
            assignee_id = str(self.assignee_id)
        else:
            assignee_id = self.assignee_id

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if priority is not UNSET:
            field_dict["priority"] = priority
        if type_ is not UNSET:
            field_dict["type"] = type_
        if tags_add is not UNSET:
            field_dict["tags_add"] = tags_add
        if tags_remove is not UNSET:
            field_dict["tags_remove"] = tags_remove
        if custom is not UNSET:
            field_dict["custom"] = custom
        if group_id is not UNSET:
            field_dict["group_id"] = group_id
        if assignee_id is not UNSET:
            field_dict["assignee_id"] = assignee_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.macro_set_custom import MacroSetCustom  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_priority(data: object) -> MacroSetPriorityType0 | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                priority_type_0 = check_macro_set_priority_type_0(data)

                return priority_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(MacroSetPriorityType0 | None | Unset, data)

        priority = _parse_priority(d.pop("priority", UNSET))

        def _parse_type_(data: object) -> MacroSetTypeType0 | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                type_type_0 = check_macro_set_type_type_0(data)

                return type_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(MacroSetTypeType0 | None | Unset, data)

        type_ = _parse_type_(d.pop("type", UNSET))

        tags_add = cast(list[str], d.pop("tags_add", UNSET))

        tags_remove = cast(list[str], d.pop("tags_remove", UNSET))

        _custom = d.pop("custom", UNSET)
        custom: MacroSetCustom | Unset
        if isinstance(_custom, Unset):
            custom = UNSET
        else:
            custom = MacroSetCustom.from_dict(_custom)

        def _parse_group_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                group_id_type_0 = UUID(data)

                return group_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        group_id = _parse_group_id(d.pop("group_id", UNSET))

        def _parse_assignee_id(data: object) -> Literal["me"] | None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                assignee_id_type_0 = UUID(data)

                return assignee_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            assignee_id_type_1 = cast(Literal["me"], data)
            if assignee_id_type_1 != "me":
                raise ValueError(f"assignee_id_type_1 must match const 'me', got '{assignee_id_type_1}'")
            return assignee_id_type_1
            return cast(Literal["me"] | None | Unset | UUID, data)

        assignee_id = _parse_assignee_id(d.pop("assignee_id", UNSET))

        macro_set = cls(
            priority=priority,
            type_=type_,
            tags_add=tags_add,
            tags_remove=tags_remove,
            custom=custom,
            group_id=group_id,
            assignee_id=assignee_id,
        )

        return macro_set
