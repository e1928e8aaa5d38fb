from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.opening_visibility import check_opening_visibility
from ..models.opening_visibility import OpeningVisibility
from ..types import UNSET, Unset
from typing import cast


T = TypeVar("T", bound="Opening")


@_attrs_define
class Opening:
    """The first message: what the requester said (public), or a note about it (internal).

    Attributes:
        body (str):
        visibility (OpeningVisibility | Unset):  Default: 'public'.
    """

    body: str
    visibility: OpeningVisibility | Unset = "public"

    def to_dict(self) -> dict[str, Any]:
        body = self.body

        visibility: str | Unset = UNSET
        if not isinstance(self.visibility, Unset):
            visibility = self.visibility

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "body": body,
            }
        )
        if visibility is not UNSET:
            field_dict["visibility"] = visibility

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        body = d.pop("body")

        _visibility = d.pop("visibility", UNSET)
        visibility: OpeningVisibility | Unset
        if isinstance(_visibility, Unset):
            visibility = UNSET
        else:
            visibility = check_opening_visibility(_visibility)

        opening = cls(
            body=body,
            visibility=visibility,
        )

        return opening
