from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.message_in_channel import check_message_in_channel
from ..models.message_in_channel import MessageInChannel
from ..models.message_in_visibility import check_message_in_visibility
from ..models.message_in_visibility import MessageInVisibility
from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
    from ..models.attachment_ref import AttachmentRef
    from ..models.author import Author


T = TypeVar("T", bound="MessageIn")


@_attrs_define
class MessageIn:
    """A message. A second one with the same channel and source_id is the same message.

    channel: by which it came. Of a public agent reply without a source_id, which goes out: by which it is to leave;
    where none is given, by the one that the customer used last. attachments: uploads that no message has yet.

        Attributes:
            body (str):
            visibility (MessageInVisibility):
            author (Author | Unset): Who wrote. An agent's id is the caller's staff_id unless given.
            channel (MessageInChannel | Unset):  Default: 'api'.
            source_id (None | str | Unset):
            attachments (list[AttachmentRef] | Unset):
    """

    body: str
    visibility: MessageInVisibility
    author: Author | Unset = UNSET
    channel: MessageInChannel | Unset = "api"
    source_id: None | str | Unset = UNSET
    attachments: list[AttachmentRef] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.attachment_ref import AttachmentRef  # noqa: PLC0415
        from ..models.author import Author  # noqa: PLC0415

        body = self.body

        visibility: str = self.visibility

        author: dict[str, Any] | Unset = UNSET
        if not isinstance(self.author, Unset):
            author = self.author.to_dict()

        channel: str | Unset = UNSET
        if not isinstance(self.channel, Unset):
            channel = self.channel

        source_id: None | str | Unset
        if isinstance(self.source_id, Unset):
            source_id = UNSET
        else:
            source_id = self.source_id

        attachments: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.attachments, Unset):
            attachments = []
            for attachments_item_data in self.attachments:
                attachments_item = attachments_item_data.to_dict()
                attachments.append(attachments_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "body": body,
                "visibility": visibility,
            }
        )
        if author is not UNSET:
            field_dict["author"] = author
        if channel is not UNSET:
            field_dict["channel"] = channel
        if source_id is not UNSET:
            field_dict["source_id"] = source_id
        if attachments is not UNSET:
            field_dict["attachments"] = attachments

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.attachment_ref import AttachmentRef  # noqa: PLC0415
        from ..models.author import Author  # noqa: PLC0415

        d = dict(src_dict)
        body = d.pop("body")

        visibility = check_message_in_visibility(d.pop("visibility"))

        _author = d.pop("author", UNSET)
        author: Author | Unset
        if isinstance(_author, Unset):
            author = UNSET
        else:
            author = Author.from_dict(_author)

        _channel = d.pop("channel", UNSET)
        channel: MessageInChannel | Unset
        if isinstance(_channel, Unset):
            channel = UNSET
        else:
            channel = check_message_in_channel(_channel)

        def _parse_source_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        source_id = _parse_source_id(d.pop("source_id", UNSET))

        _attachments = d.pop("attachments", UNSET)
        attachments: list[AttachmentRef] | Unset = UNSET
        if _attachments is not UNSET:
            attachments = []
            for attachments_item_data in _attachments:
                attachments_item = AttachmentRef.from_dict(attachments_item_data)

                attachments.append(attachments_item)

        message_in = cls(
            body=body,
            visibility=visibility,
            author=author,
            channel=channel,
            source_id=source_id,
            attachments=attachments,
        )

        return message_in
