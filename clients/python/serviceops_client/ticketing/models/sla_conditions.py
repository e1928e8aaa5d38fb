from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.sla_conditions_channel_item import check_sla_conditions_channel_item
from ..models.sla_conditions_channel_item import SlaConditionsChannelItem
from ..models.sla_conditions_type_item import check_sla_conditions_type_item
from ..models.sla_conditions_type_item import SlaConditionsTypeItem
from ..types import UNSET, Unset
from typing import cast


T = TypeVar("T", bound="SlaConditions")


@_attrs_define
class SlaConditions:
    """Which tickets a policy is for: every condition that is given must hold; an empty one always does.

    Of several values one suffices.

        Attributes:
            type_ (list[SlaConditionsTypeItem] | Unset):
            channel (list[SlaConditionsChannelItem] | Unset):
            tags (list[str] | Unset):
            account_tier (list[str] | Unset):
            brand (list[str] | Unset):
    """

    type_: list[SlaConditionsTypeItem] | Unset = UNSET
    channel: list[SlaConditionsChannelItem] | Unset = UNSET
    tags: list[str] | Unset = UNSET
    account_tier: list[str] | Unset = UNSET
    brand: list[str] | Unset = UNSET

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

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        _type_ = d.pop("type", UNSET)
        type_: list[SlaConditionsTypeItem] | Unset = UNSET
        if _type_ is not UNSET:
            type_ = []
            for type_item_data in _type_:
                type_item = check_sla_conditions_type_item(type_item_data)

                type_.append(type_item)

        _channel = d.pop("channel", UNSET)
        channel: list[SlaConditionsChannelItem] | Unset = UNSET
        if _channel is not UNSET:
            channel = []
            for channel_item_data in _channel:
                channel_item = check_sla_conditions_channel_item(channel_item_data)

                channel.append(channel_item)

        tags = cast(list[str], d.pop("tags", UNSET))

        account_tier = cast(list[str], d.pop("account_tier", UNSET))

        brand = cast(list[str], d.pop("brand", UNSET))

        sla_conditions = cls(
            type_=type_,
            channel=channel,
            tags=tags,
            account_tier=account_tier,
            brand=brand,
        )

        return sla_conditions
