from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.rule_conditions_channel_item import check_rule_conditions_channel_item
from ..models.rule_conditions_channel_item import RuleConditionsChannelItem
from ..models.rule_conditions_priority_item import check_rule_conditions_priority_item
from ..models.rule_conditions_priority_item import RuleConditionsPriorityItem
from ..models.rule_conditions_type_item import check_rule_conditions_type_item
from ..models.rule_conditions_type_item import RuleConditionsTypeItem
from ..types import UNSET, Unset
from typing import cast
from uuid import UUID


T = TypeVar("T", bound="RuleConditions")


@_attrs_define
class RuleConditions:
    """Which tickets a rule is for, as they are when a level is seen: every condition that is given must hold.

    Attributes:
        type_ (list[RuleConditionsTypeItem] | Unset):
        channel (list[RuleConditionsChannelItem] | Unset):
        tags (list[str] | Unset):
        account_tier (list[str] | Unset):
        brand (list[str] | Unset):
        priority (list[RuleConditionsPriorityItem] | Unset):
        group_id (list[UUID] | Unset):
    """

    type_: list[RuleConditionsTypeItem] | Unset = UNSET
    channel: list[RuleConditionsChannelItem] | Unset = UNSET
    tags: list[str] | Unset = UNSET
    account_tier: list[str] | Unset = UNSET
    brand: list[str] | Unset = UNSET
    priority: list[RuleConditionsPriorityItem] | Unset = UNSET
    group_id: list[UUID] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        type_: list[str] | Unset = UNSET
        if not isinstance(self.type_, Unset):
            type_ = []
            for type_item_data in self.type_:
                type_item: str = type_item_data
                type_.append(type_item)

        channel: list[str] | Unset = UNSET
        if not isinstance(self.channel, Unset):
            channel = []
            for channel_item_data in self.channel:
                channel_item: str = channel_item_data
                channel.append(channel_item)

        tags: list[str] | Unset = UNSET
        if not isinstance(self.tags, Unset):
            tags = self.tags

        account_tier: list[str] | Unset = UNSET
        if not isinstance(self.account_tier, Unset):
            account_tier = self.account_tier

        brand: list[str] | Unset = UNSET
        if not isinstance(self.brand, Unset):
            brand = self.brand

        priority: list[str] | Unset = UNSET
        if not isinstance(self.priority, Unset):
            priority = []
            for priority_item_data in self.priority:
                priority_item: str = priority_item_data
                priority.append(priority_item)

        group_id: list[str] | Unset = UNSET
        if not isinstance(self.group_id, Unset):
            group_id = []
            for group_id_item_data in self.group_id:
                group_id_item = str(group_id_item_data)
                group_id.append(group_id_item)

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if type_ is not UNSET:
            field_dict["type"] = type_
        if channel is not UNSET:
            field_dict["channel"] = channel
        if tags is not UNSET:
            field_dict["tags"] = tags
        if account_tier is not UNSET:
            field_dict["account_tier"] = account_tier
        if brand is not UNSET:
            field_dict["brand"] = brand
        if priority is not UNSET:
            field_dict["priority"] = priority
        if group_id is not UNSET:
            field_dict["group_id"] = group_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        _type_ = d.pop("type", UNSET)
        type_: list[RuleConditionsTypeItem] | Unset = UNSET
        if _type_ is not UNSET:
            type_ = []
            for type_item_data in _type_:
                type_item = check_rule_conditions_type_item(type_item_data)

                type_.append(type_item)

        _channel = d.pop("channel", UNSET)
        channel: list[RuleConditionsChannelItem] | Unset = UNSET
        if _channel is not UNSET:
            channel = []
            for channel_item_data in _channel:
                channel_item = check_rule_conditions_channel_item(channel_item_data)

                channel.append(channel_item)

        tags = cast(list[str], d.pop("tags", UNSET))

        account_tier = cast(list[str], d.pop("account_tier", UNSET))

        brand = cast(list[str], d.pop("brand", UNSET))

        _priority = d.pop("priority", UNSET)
        priority: list[RuleConditionsPriorityItem] | Unset = UNSET
        if _priority is not UNSET:
            priority = []
            for priority_item_data in _priority:
                priority_item = check_rule_conditions_priority_item(priority_item_data)

                priority.append(priority_item)

        _group_id = d.pop("group_id", UNSET)
        group_id: list[UUID] | Unset = UNSET
        if _group_id is not UNSET:
            group_id = []
            for group_id_item_data in _group_id:
                group_id_item = UUID(group_id_item_data)

                group_id.append(group_id_item)

        rule_conditions = cls(
            type_=type_,
            channel=channel,
            tags=tags,
            account_tier=account_tier,
            brand=brand,
            priority=priority,
            group_id=group_id,
        )

        return rule_conditions
