from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast


T = TypeVar("T", bound="BrandIn")


@_attrs_define
class BrandIn:
    """A brand: who asks, and in which colours.

    key: as surveys and answers name it. text_colour: of what stands on colour, with a contrast of at least 4.5:1.
    sender_name: from whom mails come.

        Attributes:
            key (str):
            name (str):
            colour (str):
            sender_name (str):
            text_colour (str | Unset):  Default: '#ffffff'.
            logo_url (None | str | Unset):
    """

    key: str
    name: str
    colour: str
    sender_name: str
    text_colour: str | Unset = "#ffffff"
    logo_url: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        key = self.key

        name = self.name

        colour = self.colour

        sender_name = self.sender_name

        text_colour = self.text_colour

        logo_url: None | str | Unset
        if isinstance(self.logo_url, Unset):
            logo_url = UNSET
        else:
            logo_url = self.logo_url

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "key": key,
                "name": name,
                "colour": colour,
                "sender_name": sender_name,
            }
        )
        if text_colour is not UNSET:
            field_dict["text_colour"] = text_colour
        if logo_url is not UNSET:
            field_dict["logo_url"] = logo_url

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        key = d.pop("key")

        name = d.pop("name")

        colour = d.pop("colour")

        sender_name = d.pop("sender_name")

        text_colour = d.pop("text_colour", UNSET)

        def _parse_logo_url(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        logo_url = _parse_logo_url(d.pop("logo_url", UNSET))

        brand_in = cls(
            key=key,
            name=name,
            colour=colour,
            sender_name=sender_name,
            text_colour=text_colour,
            logo_url=logo_url,
        )

        return brand_in
