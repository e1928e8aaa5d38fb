from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.rule_match_channel_item import check_rule_match_channel_item
from ..models.rule_match_channel_item import RuleMatchChannelItem
from ..models.rule_match_priority_item import check_rule_match_priority_item
from ..models.rule_match_priority_item import RuleMatchPriorityItem
from ..models.rule_match_type_item import check_rule_match_type_item
from ..models.rule_match_type_item import RuleMatchTypeItem
from ..types import UNSET, Unset
from typing import cast
from uuid import UUID


T = TypeVar("T", bound="RuleMatch")


@_attrs_define
class RuleMatch:
    """Which tickets a rule is for: every given condition must hold, and an empty one always does.

    Of several values one suffices. words: in the subject or the first message, whole and whatever their case; several
    in one text must stand together.

        Attributes:
            channel (list[RuleMatchChannelItem] | Unset):
            type_ (list[RuleMatchTypeItem] | Unset):
            priority (list[RuleMatchPriorityItem] | Unset):
            brand (list[str] | Unset):
            tags (list[str] | Unset):
            contact_reason_id (list[UUID] | Unset):
            account_tier (list[str] | Unset):
            words (list[str] | Unset):
    """

    channel: list[RuleMatchChannelItem] | Unset = UNSET
    type_: list[RuleMatchTypeItem] | Unset = UNSET
    priority: list[RuleMatchPriorityItem] | Unset = UNSET
    brand: list[str] | Unset = UNSET
    tags: list[str] | Unset = UNSET
    contact_reason_id: list[UUID] | Unset = UNSET
    account_tier: list[str] | Unset = UNSET
    words: list[str] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        channel: list[str] | Unset = UNSET
        if not isinstance(self.channel, Unset):
            channel = []
            for channel_item_data in self.channel:
                channel_item: str = channel_item_data
                channel.append(channel_item)

        type_: list[str] | Unset = UNSET
        if not isinstance(self.type_, Unset):
            type_ = []
            for type_item_data in self.type_:
                type_item: str = type_item_data
                type_.append(type_item)

        priority: list[str] | Unset = UNSET
        if not isinstance(self.priority, Unset):
            priority = []
            for priority_item_data in self.priority:
                priority_item: str = priority_item_data
                priority.append(priority_item)

        brand: list[str] | Unset = UNSET
        if not isinstance(self.brand, Unset):
            brand = self.brand

        tags: list[str] | Unset = UNSET
        if not isinstance(self.tags, Unset):
            tags = self.tags

        contact_reason_id: list[str] | Unset = UNSET
        if not isinstance(self.contact_reason_id, Unset):
            contact_reason_id = []
            for contact_reason_id_item_data in self.contact_reason_id:
                contact_reason_id_item = str(contact_reason_id_item_data)
                contact_reason_id.append(contact_reason_id_item)

        account_tier: list[str] | Unset = UNSET
        if not isinstance(self.account_tier, Unset):
            account_tier = self.account_tier

        words: list[str] | Unset = UNSET
        if not isinstance(self.words, Unset):
            words = self.words

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if channel is not UNSET:
            field_dict["channel"] = channel
        if type_ is not UNSET:
            field_dict["type"] = type_
        if priority is not UNSET:
            field_dict["priority"] = priority
        if brand is not UNSET:
            field_dict["brand"] = brand
        if tags is not UNSET:
            field_dict["tags"] = tags
        if contact_reason_id is not UNSET:
            field_dict["contact_reason_id"] = contact_reason_id
        if account_tier is not UNSET:
            field_dict["account_tier"] = account_tier
        if words is not UNSET:
            field_dict["words"] = words

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        _channel = d.pop("channel", UNSET)
        channel: list[RuleMatchChannelItem] | Unset = UNSET
        if _channel is not UNSET:
            channel = []
            for channel_item_data in _channel:
                channel_item = check_rule_match_channel_item(channel_item_data)

                channel.append(channel_item)

        _type_ = d.pop("type", UNSET)
        type_: list[RuleMatchTypeItem] | Unset = UNSET
        if _type_ is not UNSET:
            type_ = []
            for type_item_data in _type_:
                type_item = check_rule_match_type_item(type_item_data)

                type_.append(type_item)

        _priority = d.pop("priority", UNSET)
        priority: list[RuleMatchPriorityItem] | Unset = UNSET
        if _priority is not UNSET:
            priority = []
            for priority_item_data in _priority:
                priority_item = check_rule_match_priority_item(priority_item_data)

                priority.append(priority_item)

        brand = cast(list[str], d.pop("brand", UNSET))

        tags = cast(list[str], d.pop("tags", UNSET))

        _contact_reason_id = d.pop("contact_reason_id", UNSET)
        contact_reason_id: list[UUID] | Unset = UNSET
        if _contact_reason_id is not UNSET:
            contact_reason_id = []
            for contact_reason_id_item_data in _contact_reason_id:
                contact_reason_id_item = UUID(contact_reason_id_item_data)

                contact_reason_id.append(contact_reason_id_item)

        account_tier = cast(list[str], d.pop("account_tier", UNSET))

        words = cast(list[str], d.pop("words", UNSET))

        rule_match = cls(
            channel=channel,
            type_=type_,
            priority=priority,
            brand=brand,
            tags=tags,
            contact_reason_id=contact_reason_id,
            account_tier=account_tier,
            words=words,
        )

        return rule_match
