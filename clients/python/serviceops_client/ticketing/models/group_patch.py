from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.group_patch_strategy_type_0 import check_group_patch_strategy_type_0
from ..models.group_patch_strategy_type_0 import GroupPatchStrategyType0
from ..types import UNSET, Unset
from typing import cast
from uuid import UUID


T = TypeVar("T", bound="GroupPatch")


@_attrs_define
class GroupPatch:
    """What changes about a group, as a merge-patch; `member_ids` is the whole list.

    Attributes:
        name (None | str | Unset):
        lead_id (None | Unset | UUID):
        member_ids (list[UUID] | None | Unset):
        notify_address (None | str | Unset):
        strategy (GroupPatchStrategyType0 | None | Unset):
        account_owner_first (bool | None | Unset):
    """

    name: None | str | Unset = UNSET
    lead_id: None | Unset | UUID = UNSET
    member_ids: list[UUID] | None | Unset = UNSET
    notify_address: None | str | Unset = UNSET
    strategy: GroupPatchStrategyType0 | None | Unset = UNSET
    account_owner_first: bool | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        name: None | str | Unset
        if isinstance(self.name, Unset):
            name = UNSET
        else:
            name = self.name

        lead_id: None | str | Unset
        if isinstance(self.lead_id, Unset):
            lead_id = UNSET
        elif isinstance(self.lead_id, UUID):
            lead_id = str(self.lead_id)
        else:
            lead_id = self.lead_id

        member_ids: list[str] | None | Unset
        if isinstance(self.member_ids, Unset):
            member_ids = UNSET
        elif isinstance(self.member_ids, list):
            member_ids = []
            for member_ids_type_0_item_data in self.member_ids:
                member_ids_type_0_item = str(member_ids_type_0_item_data)
                member_ids.append(member_ids_type_0_item)

        else:
            member_ids = self.member_ids

        notify_address: None | str | Unset
        if isinstance(self.notify_address, Unset):
            notify_address = UNSET
        else:
            notify_address = self.notify_address

        strategy: None | str | Unset
        if isinstance(self.strategy, Unset):
            strategy = UNSET
        elif isinstance(self.strategy, str):
            strategy = self.strategy
        else:
            strategy = self.strategy

        account_owner_first: bool | None | Unset
        if isinstance(self.account_owner_first, Unset):
            account_owner_first = UNSET
        else:
            account_owner_first = self.account_owner_first

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if name is not UNSET:
            field_dict["name"] = name
        if lead_id is not UNSET:
            field_dict["lead_id"] = lead_id
        if member_ids is not UNSET:
            field_dict["member_ids"] = member_ids
        if notify_address is not UNSET:
            field_dict["notify_address"] = notify_address
        if strategy is not UNSET:
            field_dict["strategy"] = strategy
        if account_owner_first is not UNSET:
            field_dict["account_owner_first"] = account_owner_first

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        name = _parse_name(d.pop("name", UNSET))

        def _parse_lead_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                lead_id_type_0 = UUID(data)

                return lead_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        lead_id = _parse_lead_id(d.pop("lead_id", UNSET))

        def _parse_member_ids(data: object) -> list[UUID] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                member_ids_type_0 = []
                _member_ids_type_0 = data
                for member_ids_type_0_item_data in _member_ids_type_0:
                    member_ids_type_0_item = UUID(member_ids_type_0_item_data)

                    member_ids_type_0.append(member_ids_type_0_item)

                return member_ids_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[UUID] | None | Unset, data)

        member_ids = _parse_member_ids(d.pop("member_ids", UNSET))

        def _parse_notify_address(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        notify_address = _parse_notify_address(d.pop("notify_address", UNSET))

        def _parse_strategy(data: object) -> GroupPatchStrategyType0 | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                strategy_type_0 = check_group_patch_strategy_type_0(data)

                return strategy_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(GroupPatchStrategyType0 | None | Unset, data)

        strategy = _parse_strategy(d.pop("strategy", UNSET))

        def _parse_account_owner_first(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        account_owner_first = _parse_account_owner_first(d.pop("account_owner_first", UNSET))

        group_patch = cls(
            name=name,
            lead_id=lead_id,
            member_ids=member_ids,
            notify_address=notify_address,
            strategy=strategy,
            account_owner_first=account_owner_first,
        )

        return group_patch
