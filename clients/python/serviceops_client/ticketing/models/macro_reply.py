from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.macro_reply_visibility import check_macro_reply_visibility
from ..models.macro_reply_visibility import MacroReplyVisibility
from typing import cast


T = TypeVar("T", bound="MacroReply")


@_attrs_define
class MacroReply:
    """A message of whoever applies it. body: may hold `{{ field }}` and `{% if field %} … {% endif %}`.

    Attributes:
        body (str):
        visibility (MacroReplyVisibility):
    """

    body: str
    visibility: MacroReplyVisibility

    def to_dict(self) -> dict[str, Any]:
        body = self.body

        visibility: str = self.visibility

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "body": body,
                "visibility": visibility,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        body = d.pop("body")

        visibility = check_macro_reply_visibility(d.pop("visibility"))

        macro_reply = cls(
            body=body,
            visibility=visibility,
        )

        return macro_reply
