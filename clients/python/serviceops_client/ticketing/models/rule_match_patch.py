from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.rule_match_patch_channel_type_0_item import check_rule_match_patch_channel_type_0_item
from ..models.rule_match_patch_channel_type_0_item import RuleMatchPatchChannelType0Item
from ..models.rule_match_patch_priority_type_0_item import check_rule_match_patch_priority_type_0_item
from ..models.rule_match_patch_priority_type_0_item import RuleMatchPatchPriorityType0Item
from ..models.rule_match_patch_type_type_0_item import check_rule_match_patch_type_type_0_item
from ..models.rule_match_patch_type_type_0_item import RuleMatchPatchTypeType0Item
from ..types import UNSET, Unset
from typing import cast
from uuid import UUID


T = TypeVar("T", bound="RuleMatchPatch")


@_attrs_define
class RuleMatchPatch:
    """Which conditions change; null takes one away.

    Attributes:
        channel (list[RuleMatchPatchChannelType0Item] | None | Unset):
        type_ (list[RuleMatchPatchTypeType0Item] | None | Unset):
        priority (list[RuleMatchPatchPriorityType0Item] | None | Unset):
        brand (list[str] | None | Unset):
        tags (list[str] | None | Unset):
        contact_reason_id (list[UUID] | None | Unset):
        account_tier (list[str] | None | Unset):
        words (list[str] | None | Unset):
    """

    channel: list[RuleMatchPatchChannelType0Item] | None | Unset = UNSET
    type_: list[RuleMatchPatchTypeType0Item] | None | Unset = UNSET
    priority: list[RuleMatchPatchPriorityType0Item] | None | Unset = UNSET
    brand: list[str] | None | Unset = UNSET
    tags: list[str] | None | Unset = UNSET
    contact_reason_id: list[UUID] | None | Unset = UNSET
    account_tier: list[str] | None | Unset = UNSET
    words: list[str] | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        channel: list[str] | None | Unset
        if isinstance(self.channel, Unset):
            channel = UNSET
        elif isinstance(self.channel, list):
            channel = []
            for channel_type_0_item_data in self.channel:
                channel_type_0_item: str = channel_type_0_item_data
                channel.append(channel_type_0_item)

        else:
            channel = self.channel

        type_: list[str] | None | Unset
        if isinstance(self.type_, Unset):
            type_ = UNSET
        elif isinstance(self.type_, list):
            type_ = []
            for type_type_0_item_data in self.type_:
                type_type_0_item: str = type_type_0_item_data
                type_.append(type_type_0_item)

        else:
            type_ = self.type_

        priority: list[str] | None | Unset
        if isinstance(self.priority, Unset):
            priority = UNSET
        elif isinstance(self.priority, list):
            priority = []
            for priority_type_0_item_data in self.priority:
                priority_type_0_item: str = priority_type_0_item_data
                priority.append(priority_type_0_item)

        else:
            priority = self.priority

        brand: list[str] | None | Unset
        if isinstance(self.brand, Unset):
            brand = UNSET
        elif isinstance(self.brand, list):
            brand = self.brand

        else:
            brand = self.brand

        tags: list[str] | None | Unset
        if isinstance(self.tags, Unset):
            tags = UNSET
        elif isinstance(self.tags, list):
            tags = self.tags

        else:
            tags = self.tags

        contact_reason_id: list[str] | None | Unset
        if isinstance(self.contact_reason_id, Unset):
            contact_reason_id = UNSET
        elif isinstance(self.contact_reason_id, list):
            contact_reason_id = []
            for contact_reason_id_type_0_item_data in self.contact_reason_id:
                contact_reason_id_type_0_item = str(contact_reason_id_type_0_item_data)
                contact_reason_id.append(contact_reason_id_type_0_item)

        else:
            contact_reason_id = self.contact_reason_id

        account_tier: list[str] | None | Unset
        if isinstance(self.account_tier, Unset):
            account_tier = UNSET
        elif isinstance(self.account_tier, list):
            account_tier = self.account_tier

        else:
            account_tier = self.account_tier

        words: list[str] | None | Unset
        if isinstance(self.words, Unset):
            words = UNSET
        elif isinstance(self.words, list):
            words = self.words

        else:
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

        def _parse_channel(data: object) -> list[RuleMatchPatchChannelType0Item] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                channel_type_0 = []
                _channel_type_0 = data
                for channel_type_0_item_data in _channel_type_0:
                    channel_type_0_item = check_rule_match_patch_channel_type_0_item(channel_type_0_item_data)

                    channel_type_0.append(channel_type_0_item)

                return channel_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[RuleMatchPatchChannelType0Item] | None | Unset, data)

        channel = _parse_channel(d.pop("channel", UNSET))

        def _parse_type_(data: object) -> list[RuleMatchPatchTypeType0Item] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                type_type_0 = []
                _type_type_0 = data
                for type_type_0_item_data in _type_type_0:
                    type_type_0_item = check_rule_match_patch_type_type_0_item(type_type_0_item_data)

                    type_type_0.append(type_type_0_item)

                return type_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[RuleMatchPatchTypeType0Item] | None | Unset, data)

        type_ = _parse_type_(d.pop("type", UNSET))

        def _parse_priority(data: object) -> list[RuleMatchPatchPriorityType0Item] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                priority_type_0 = []
                _priority_type_0 = data
                for priority_type_0_item_data in _priority_type_0:
                    priority_type_0_item = check_rule_match_patch_priority_type_0_item(priority_type_0_item_data)

                    priority_type_0.append(priority_type_0_item)

                return priority_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[RuleMatchPatchPriorityType0Item] | None | Unset, data)

        priority = _parse_priority(d.pop("priority", UNSET))

        def _parse_brand(data: object) -> list[str] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                brand_type_0 = cast(list[str], data)

                return brand_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None | Unset, data)

        brand = _parse_brand(d.pop("brand", UNSET))

        def _parse_tags(data: object) -> list[str] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                tags_type_0 = cast(list[str], data)

                return tags_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None | Unset, data)

        tags = _parse_tags(d.pop("tags", UNSET))

        def _parse_contact_reason_id(data: object) -> list[UUID] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                contact_reason_id_type_0 = []
                _contact_reason_id_type_0 = data
                for contact_reason_id_type_0_item_data in _contact_reason_id_type_0:
                    contact_reason_id_type_0_item = UUID(contact_reason_id_type_0_item_data)

                    contact_reason_id_type_0.append(contact_reason_id_type_0_item)

                return contact_reason_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[UUID] | None | Unset, data)

        contact_reason_id = _parse_contact_reason_id(d.pop("contact_reason_id", UNSET))

        def _parse_account_tier(data: object) -> list[str] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                account_tier_type_0 = cast(list[str], data)

                return account_tier_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None | Unset, data)

        account_tier = _parse_account_tier(d.pop("account_tier", UNSET))

        def _parse_words(data: object) -> list[str] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                words_type_0 = cast(list[str], data)

                return words_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None | Unset, data)

        words = _parse_words(d.pop("words", UNSET))

        rule_match_patch = cls(
            channel=channel,
            type_=type_,
            priority=priority,
            brand=brand,
            tags=tags,
            contact_reason_id=contact_reason_id,
            account_tier=account_tier,
            words=words,
        )

        return rule_match_patch
