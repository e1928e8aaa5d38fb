from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast
from uuid import UUID


T = TypeVar("T", bound="Audience")


@_attrs_define
class Audience:
    """Whom the program is for: every list that is not empty must hold one of the contact's.

    account_ids, tiers, segments and tags are those of the contact's account.

        Attributes:
            roles (list[str] | Unset):
            account_ids (list[UUID] | Unset):
            tiers (list[str] | Unset):
            segments (list[str] | Unset):
            tags (list[str] | Unset):
    """

    roles: list[str] | Unset = UNSET
    account_ids: list[UUID] | Unset = UNSET
    tiers: list[str] | Unset = UNSET
    segments: list[str] | Unset = UNSET
    tags: list[str] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        roles: list[str] | Unset = UNSET
        if not isinstance(self.roles, Unset):
            roles = self.roles

        account_ids: list[str] | Unset = UNSET
        if not isinstance(self.account_ids, Unset):
            account_ids = []
            for account_ids_item_data in self.account_ids:
                account_ids_item = str(account_ids_item_data)
                account_ids.append(account_ids_item)

        tiers: list[str] | Unset = UNSET
        if not isinstance(self.tiers, Unset):
            tiers = self.tiers

        segments: list[str] | Unset = UNSET
        if not isinstance(self.segments, Unset):
            segments = self.segments

        tags: list[str] | Unset = UNSET
        if not isinstance(self.tags, Unset):
            tags = self.tags

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if roles is not UNSET:
            field_dict["roles"] = roles
        if account_ids is not UNSET:
            field_dict["account_ids"] = account_ids
        if tiers is not UNSET:
            field_dict["tiers"] = tiers
        if segments is not UNSET:
            field_dict["segments"] = segments
        if tags is not UNSET:
            field_dict["tags"] = tags

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        roles = cast(list[str], d.pop("roles", UNSET))

        _account_ids = d.pop("account_ids", UNSET)
        account_ids: list[UUID] | Unset = UNSET
        if _account_ids is not UNSET:
            account_ids = []
            for account_ids_item_data in _account_ids:
                account_ids_item = UUID(account_ids_item_data)

                account_ids.append(account_ids_item)

        tiers = cast(list[str], d.pop("tiers", UNSET))

        segments = cast(list[str], d.pop("segments", UNSET))

        tags = cast(list[str], d.pop("tags", UNSET))

        audience = cls(
            roles=roles,
            account_ids=account_ids,
            tiers=tiers,
            segments=segments,
            tags=tags,
        )

        return audience
