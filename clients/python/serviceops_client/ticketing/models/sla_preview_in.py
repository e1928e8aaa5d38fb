from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.sla_preview_in_channel import check_sla_preview_in_channel
from ..models.sla_preview_in_channel import SlaPreviewInChannel
from ..models.sla_preview_in_priority import check_sla_preview_in_priority
from ..models.sla_preview_in_priority import SlaPreviewInPriority
from ..models.sla_preview_in_status import check_sla_preview_in_status
from ..models.sla_preview_in_status import SlaPreviewInStatus
from ..models.sla_preview_in_type import check_sla_preview_in_type
from ..models.sla_preview_in_type import SlaPreviewInType
from ..types import UNSET, Unset
from typing import cast
from uuid import UUID
import datetime


T = TypeVar("T", bound="SlaPreviewIn")


@_attrs_define
class SlaPreviewIn:
    """A ticket that does not exist yet, as far as policies look at it. created_at: now unless given.

    status: open where it is opened with an assignee.

        Attributes:
            type_ (SlaPreviewInType):
            priority (SlaPreviewInPriority | Unset):  Default: 'normal'.
            channel (SlaPreviewInChannel | Unset):  Default: 'api'.
            status (SlaPreviewInStatus | Unset):  Default: 'new'.
            tags (list[str] | Unset):
            brand (str | Unset):  Default: 'default'.
            account_id (None | Unset | UUID):
            created_at (datetime.datetime | None | Unset):
    """

    type_: SlaPreviewInType
    priority: SlaPreviewInPriority | Unset = "normal"
    channel: SlaPreviewInChannel | Unset = "api"
    status: SlaPreviewInStatus | Unset = "new"
    tags: list[str] | Unset = UNSET
    brand: str | Unset = "default"
    account_id: None | Unset | UUID = UNSET
    created_at: datetime.datetime | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        type_: str = self.type_

        priority: str | Unset = UNSET
        if not isinstance(self.priority, Unset):
            priority = self.priority

        channel: str | Unset = UNSET
        if not isinstance(self.channel, Unset):
            channel = self.channel

        status: str | Unset = UNSET
        if not isinstance(self.status, Unset):
            status = self.status

        tags: list[str] | Unset = UNSET
        if not isinstance(self.tags, Unset):
            tags = self.tags

        brand = self.brand

        account_id: None | str | Unset
        if isinstance(self.account_id, Unset):
            account_id = UNSET
        elif isinstance(self.account_id, UUID):
            account_id = str(self.account_id)
        else:
            account_id = self.account_id

        created_at: None | str | Unset
        if isinstance(self.created_at, Unset):
            created_at = UNSET
        elif isinstance(self.created_at, datetime.datetime):
            created_at = self.created_at.isoformat()
        else:
            created_at = self.created_at

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "type": type_,
            }
        )
        if priority is not UNSET:
            field_dict["priority"] = priority
        if channel is not UNSET:
            field_dict["channel"] = channel
        if status is not UNSET:
            field_dict["status"] = status
        if tags is not UNSET:
            field_dict["tags"] = tags
        if brand is not UNSET:
            field_dict["brand"] = brand
        if account_id is not UNSET:
            field_dict["account_id"] = account_id
        if created_at is not UNSET:
            field_dict["created_at"] = created_at

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        type_ = check_sla_preview_in_type(d.pop("type"))

        _priority = d.pop("priority", UNSET)
        priority: SlaPreviewInPriority | Unset
        if isinstance(_priority, Unset):
            priority = UNSET
        else:
            priority = check_sla_preview_in_priority(_priority)

        _channel = d.pop("channel", UNSET)
        channel: SlaPreviewInChannel | Unset
        if isinstance(_channel, Unset):
            channel = UNSET
        else:
            channel = check_sla_preview_in_channel(_channel)

        _status = d.pop("status", UNSET)
        status: SlaPreviewInStatus | Unset
        if isinstance(_status, Unset):
            status = UNSET
        else:
            status = check_sla_preview_in_status(_status)

        tags = cast(list[str], d.pop("tags", UNSET))

        brand = d.pop("brand", UNSET)

        def _parse_account_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                account_id_type_0 = UUID(data)

                return account_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        account_id = _parse_account_id(d.pop("account_id", UNSET))

        def _parse_created_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                created_at_type_0 = datetime.datetime.fromisoformat(data)

                return created_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        created_at = _parse_created_at(d.pop("created_at", UNSET))

        sla_preview_in = cls(
            type_=type_,
            priority=priority,
            channel=channel,
            status=status,
            tags=tags,
            brand=brand,
            account_id=account_id,
            created_at=created_at,
        )

        return sla_preview_in
