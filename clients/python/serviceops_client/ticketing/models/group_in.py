from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.group_in_strategy import check_group_in_strategy
from ..models.group_in_strategy import GroupInStrategy
from ..types import UNSET, Unset
from typing import cast
from uuid import UUID


T = TypeVar("T", bound="GroupIn")


@_attrs_define
class GroupIn:
    """A group. Its people need not be known yet: the directory's facts may come later.

    strategy: who of the group gets a ticket that it gets. manual: whoever takes it. round_robin: whose turn it is.
    least_loaded: who has the smallest share of their capacity taken. skills: of those who have all skills that the
    routing rule asks for, the least loaded. account_owner_first: before that the account's CSM, who need not be in
    the group.

        Attributes:
            name (str):
            lead_id (None | Unset | UUID):
            member_ids (list[UUID] | Unset):
            notify_address (None | str | Unset):
            strategy (GroupInStrategy | Unset):  Default: 'manual'.
            account_owner_first (bool | Unset):  Default: False.
    """

    name: str
    lead_id: None | Unset | UUID = UNSET
    member_ids: list[UUID] | Unset = UNSET
    notify_address: None | str | Unset = UNSET
    strategy: GroupInStrategy | Unset = "manual"
    account_owner_first: bool | Unset = False

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        lead_id: None | str | Unset
        if isinstance(self.lead_id, Unset):
            lead_id = UNSET
        elif isinstance(self.lead_id, UUID):
            lead_id = str(self.lead_id)
        else:
            lead_id = self.lead_id

        member_ids: list[str] | Unset = UNSET
        if not isinstance(self.member_ids, Unset):
            member_ids = []
            for member_ids_item_data in self.member_ids:
                member_ids_item = str(member_ids_item_data)
                member_ids.append(member_ids_item)

        notify_address: None | str | Unset
        if isinstance(self.notify_address, Unset):
            notify_address = UNSET
        else:
            notify_address = self.notify_address

        strategy: str | Unset = UNSET
        if not isinstance(self.strategy, Unset):
            strategy = self.strategy

        account_owner_first = self.account_owner_first

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
            }
        )
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
        name = d.pop("name")

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

        _member_ids = d.pop("member_ids", UNSET)
        member_ids: list[UUID] | Unset = UNSET
        if _member_ids is not UNSET:
            member_ids = []
            for member_ids_item_data in _member_ids:
                member_ids_item = UUID(member_ids_item_data)

                member_ids.append(member_ids_item)

        def _parse_notify_address(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        notify_address = _parse_notify_address(d.pop("notify_address", UNSET))

        _strategy = d.pop("strategy", UNSET)
        strategy: GroupInStrategy | Unset
        if isinstance(_strategy, Unset):
            strategy = UNSET
        else:
            strategy = check_group_in_strategy(_strategy)

        account_owner_first = d.pop("account_owner_first", UNSET)

        group_in = cls(
            name=name,
            lead_id=lead_id,
            member_ids=member_ids,
            notify_address=notify_address,
            strategy=strategy,
            account_owner_first=account_owner_first,
        )

        return group_in
