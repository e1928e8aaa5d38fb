from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast
import datetime

if TYPE_CHECKING:
    from ..models.attachment_ref import AttachmentRef
    from ..models.sender import Sender


T = TypeVar("T", bound="InboundIn")


@_attrs_define
class InboundIn:
    """What a customer wrote, in the form that is the same for all channels.

    source_id: its name in the channel, for mail its Message-ID: one name is one message. in_reply_to: the source_id
    of an earlier message, or the Message-ID of a reply. automatic: nobody wrote it, as an out-of-office does.
    to: not kept. occurred_at: when it was written; clocks count from when it came.

        Attributes:
            source_id (str):
            from_ (Sender): Who wrote: by a mail address, a phone number, or a handle of the channel's; at least one.
            body (str):
            to (None | str | Unset):
            subject (None | str | Unset):
            in_reply_to (None | str | Unset):
            occurred_at (datetime.datetime | None | Unset):
            attachments (list[AttachmentRef] | Unset):
            automatic (bool | Unset):  Default: False.
    """

    source_id: str
    from_: Sender
    body: str
    to: None | str | Unset = UNSET
    subject: None | str | Unset = UNSET
    in_reply_to: None | str | Unset = UNSET
    occurred_at: datetime.datetime | None | Unset = UNSET
    attachments: list[AttachmentRef] | Unset = UNSET
    automatic: bool | Unset = False

    def to_dict(self) -> dict[str, Any]:
        from ..models.attachment_ref import AttachmentRef  # noqa: PLC0415
        from ..models.sender import Sender  # noqa: PLC0415

        source_id = self.source_id

        from_ = self.from_.to_dict()

        body = self.body

        to: None | str | Unset
        if isinstance(self.to, Unset):
            to = UNSET
        else:
            to = self.to

        subject: None | str | Unset
        if isinstance(self.subject, Unset):
            subject = UNSET
        else:
            subject = self.subject

        in_reply_to: None | str | Unset
        if isinstance(self.in_reply_to, Unset):
            in_reply_to = UNSET
        else:
            in_reply_to = self.in_reply_to

        occurred_at: None | str | Unset
        if isinstance(self.occurred_at, Unset):
            occurred_at = UNSET
        elif isinstance(self.occurred_at, datetime.datetime):
            occurred_at = self.occurred_at.isoformat()
        else:
            occurred_at = self.occurred_at

        attachments: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.attachments, Unset):
            attachments = []
            for attachments_item_data in self.attachments:
                attachments_item = attachments_item_data.to_dict()
                attachments.append(attachments_item)

        automatic = self.automatic

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "source_id": source_id,
                "from": from_,
                "body": body,
            }
        )
        if to is not UNSET:
            field_dict["to"] = to
        if subject is not UNSET:
            field_dict["subject"] = subject
        if in_reply_to is not UNSET:
            field_dict["in_reply_to"] = in_reply_to
        if occurred_at is not UNSET:
            field_dict["occurred_at"] = occurred_at
        if attachments is not UNSET:
            field_dict["attachments"] = attachments
        if automatic is not UNSET:
            field_dict["automatic"] = automatic

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.attachment_ref import AttachmentRef  # noqa: PLC0415
        from ..models.sender import Sender  # noqa: PLC0415

        d = dict(src_dict)
        source_id = d.pop("source_id")

        from_ = Sender.from_dict(d.pop("from"))

        body = d.pop("body")

        def _parse_to(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        to = _parse_to(d.pop("to", UNSET))

        def _parse_subject(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        subject = _parse_subject(d.pop("subject", UNSET))

        def _parse_in_reply_to(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        in_reply_to = _parse_in_reply_to(d.pop("in_reply_to", UNSET))

        def _parse_occurred_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                occurred_at_type_0 = datetime.datetime.fromisoformat(data)

                return occurred_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        occurred_at = _parse_occurred_at(d.pop("occurred_at", UNSET))

        _attachments = d.pop("attachments", UNSET)
        attachments: list[AttachmentRef] | Unset = UNSET
        if _attachments is not UNSET:
            attachments = []
            for attachments_item_data in _attachments:
                attachments_item = AttachmentRef.from_dict(attachments_item_data)

                attachments.append(attachments_item)

        automatic = d.pop("automatic", UNSET)

        inbound_in = cls(
            source_id=source_id,
            from_=from_,
            body=body,
            to=to,
            subject=subject,
            in_reply_to=in_reply_to,
            occurred_at=occurred_at,
            attachments=attachments,
            automatic=automatic,
        )

        return inbound_in
