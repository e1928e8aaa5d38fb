from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast


T = TypeVar("T", bound="BounceIn")


@_attrs_define
class BounceIn:
    """A mail that came back, as it came.

    message: the mail as text, or message_base64: its bytes. recipient: the envelope's, where the gateway knows it.

        Attributes:
            message (None | str | Unset):
            message_base64 (None | str | Unset):
            recipient (None | str | Unset):
    """

    message: None | str | Unset = UNSET
    message_base64: None | str | Unset = UNSET
    recipient: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        message: None | str | Unset
        if isinstance(self.message, Unset):
            message = UNSET
        else:
            message = self.message

        message_base64: None | str | Unset
        if isinstance(self.message_base64, Unset):
            message_base64 = UNSET
        else:
            message_base64 = self.message_base64

        recipient: None | str | Unset
        if isinstance(self.recipient, Unset):
            recipient = UNSET
        else:
            recipient = self.recipient

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if message is not UNSET:
            field_dict["message"] = message
        if message_base64 is not UNSET:
            field_dict["message_base64"] = message_base64
        if recipient is not UNSET:
            field_dict["recipient"] = recipient

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_message(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        message = _parse_message(d.pop("message", UNSET))

        def _parse_message_base64(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        message_base64 = _parse_message_base64(d.pop("message_base64", UNSET))

        def _parse_recipient(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        recipient = _parse_recipient(d.pop("recipient", UNSET))

        bounce_in = cls(
            message=message,
            message_base64=message_base64,
            recipient=recipient,
        )

        return bounce_in
