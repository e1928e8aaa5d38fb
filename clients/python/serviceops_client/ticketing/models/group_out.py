from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.group_out_strategy import check_group_out_strategy
from ..models.group_out_strategy import GroupOutStrategy
from typing import cast
from uuid import UUID
import datetime


T = TypeVar("T", bound="GroupOut")


@_attrs_define
class GroupOut:
    """A group with its members.

    Attributes:
        id (UUID):
        name (str):
        lead_id (None | UUID):
        member_ids (list[UUID]):
        notify_address (None | str):
        strategy (GroupOutStrategy):
        account_owner_first (bool):
        created_at (datetime.datetime):
        updated_at (datetime.datetime):
        version (int):
    """

    id: UUID
    name: str
    lead_id: None | UUID
    member_ids: list[UUID]
    notify_address: None | str
    strategy: GroupOutStrategy
    account_owner_first: bool
    created_at: datetime.datetime
    updated_at: datetime.datetime
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        name = self.name

        lead_id: None | str
        if isinstance(self.lead_id, UUID):
            lead_id = str(self.lead_id)
        else:
            lead_id = self.lead_id

        member_ids = []
        for member_ids_item_data in self.member_ids:
            member_ids_item = str(member_ids_item_data)
            member_ids.append(member_ids_item)

        notify_address: None | str
        notify_address = self.notify_address

        strategy: str = self.strategy

        account_owner_first = self.account_owner_first

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "name": name,
                "lead_id": lead_id,
                "member_ids": member_ids,
                "notify_address": notify_address,
                "strategy": strategy,
                "account_owner_first": account_owner_first,
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

        name = d.pop("name")

        def _parse_lead_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                lead_id_type_0 = UUID(data)

                return lead_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        lead_id = _parse_lead_id(d.pop("lead_id"))

        member_ids = []
        _member_ids = d.pop("member_ids")
        for member_ids_item_data in _member_ids:
            member_ids_item = UUID(member_ids_item_data)

            member_ids.append(member_ids_item)

        def _parse_notify_address(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        notify_address = _parse_notify_address(d.pop("notify_address"))

        strategy = check_group_out_strategy(d.pop("strategy"))

        account_owner_first = d.pop("account_owner_first")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        version = d.pop("version")

        group_out = cls(
            id=id,
            name=name,
            lead_id=lead_id,
            member_ids=member_ids,
            notify_address=notify_address,
            strategy=strategy,
            account_owner_first=account_owner_first,
            created_at=created_at,
            updated_at=updated_at,
            version=version,
        )

        group_out.additional_properties = d
        return group_out

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
