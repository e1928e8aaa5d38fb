from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.message_out_channel import check_message_out_channel
from ..models.message_out_channel import MessageOutChannel
from ..models.message_out_visibility import check_message_out_visibility
from ..models.message_out_visibility import MessageOutVisibility
from typing import cast
from uuid import UUID
import datetime

if TYPE_CHECKING:
    from ..models.attached_file import AttachedFile
    from ..models.author_out import AuthorOut
    from ..models.delivery_out import DeliveryOut


T = TypeVar("T", bound="MessageOut")


@_attrs_define
class MessageOut:
    """One message of a ticket. delivery is null where it is no public reply of an agent.

    occurred_at: when it was written, where its channel says so.

        Attributes:
            id (UUID):
            ticket_id (UUID):
            visibility (MessageOutVisibility):
            author (AuthorOut): Who wrote a message.
            channel (MessageOutChannel):
            body (str):
            source_id (None | str):
            created_at (datetime.datetime):
            occurred_at (datetime.datetime | None):
            attachments (list[AttachedFile]):
            delivery (DeliveryOut | None):
    """

    id: UUID
    ticket_id: UUID
    visibility: MessageOutVisibility
    author: AuthorOut
    channel: MessageOutChannel
    body: str
    source_id: None | str
    created_at: datetime.datetime
    occurred_at: datetime.datetime | None
    attachments: list[AttachedFile]
    delivery: DeliveryOut | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.attached_file import AttachedFile  # noqa: PLC0415
        from ..models.author_out import AuthorOut  # noqa: PLC0415
        from ..models.delivery_out import DeliveryOut  # noqa: PLC0415

        id = str(self.id)

        ticket_id = str(self.ticket_id)

        visibility: str = self.visibility

        author = self.author.to_dict()

        channel: str = self.channel

        body = self.body

        source_id: None | str
        source_id = self.source_id

        created_at = self.created_at.isoformat()

        occurred_at: None | str
        if isinstance(self.occurred_at, datetime.datetime):
            occurred_at = self.occurred_at.isoformat()
        else:
            occurred_at = self.occurred_at

        attachments = []
        for attachments_item_data in self.attachments:
            attachments_item = attachments_item_data.to_dict()
            attachments.append(attachments_item)

        delivery: dict[str, Any] | None
        if isinstance(self.delivery, DeliveryOut):
            delivery = self.delivery.to_dict()
        else:
            delivery = self.delivery

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "ticket_id": ticket_id,
                "visibility": visibility,
                "author": author,
                "channel": channel,
                "body": body,
                "source_id": source_id,
                "created_at": created_at,
                "occurred_at": occurred_at,
                "attachments": attachments,
                "delivery": delivery,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.attached_file import AttachedFile  # noqa: PLC0415
        from ..models.author_out import AuthorOut  # noqa: PLC0415
        from ..models.delivery_out import DeliveryOut  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        ticket_id = UUID(d.pop("ticket_id"))

        visibility = check_message_out_visibility(d.pop("visibility"))

        author = AuthorOut.from_dict(d.pop("author"))

        channel = check_message_out_channel(d.pop("channel"))

        body = d.pop("body")

        def _parse_source_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        source_id = _parse_source_id(d.pop("source_id"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        def _parse_occurred_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                occurred_at_type_0 = datetime.datetime.fromisoformat(data)

                return occurred_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        occurred_at = _parse_occurred_at(d.pop("occurred_at"))

        attachments = []
        _attachments = d.pop("attachments")
        for attachments_item_data in _attachments:
            attachments_item = AttachedFile.from_dict(attachments_item_data)

            attachments.append(attachments_item)

        def _parse_delivery(data: object) -> DeliveryOut | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                delivery_type_0 = DeliveryOut.from_dict(data)

                return delivery_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(DeliveryOut | None, data)

        delivery = _parse_delivery(d.pop("delivery"))

        message_out = cls(
            id=id,
            ticket_id=ticket_id,
            visibility=visibility,
            author=author,
            channel=channel,
            body=body,
            source_id=source_id,
            created_at=created_at,
            occurred_at=occurred_at,
            attachments=attachments,
            delivery=delivery,
        )

        message_out.additional_properties = d
        return message_out

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
