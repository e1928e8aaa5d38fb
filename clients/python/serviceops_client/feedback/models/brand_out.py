from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
from uuid import UUID
import datetime


T = TypeVar("T", bound="BrandOut")


@_attrs_define
class BrandOut:
    """A brand.

    Attributes:
        id (UUID):
        key (str):
        name (str):
        colour (str):
        text_colour (str):
        logo_url (None | str):
        sender_name (str):
        created_at (datetime.datetime):
        updated_at (datetime.datetime):
        version (int):
    """

    id: UUID
    key: str
    name: str
    colour: str
    text_colour: str
    logo_url: None | str
    sender_name: str
    created_at: datetime.datetime
    updated_at: datetime.datetime
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        key = self.key

        name = self.name

        colour = self.colour

        text_colour = self.text_colour

        logo_url: None | str
        logo_url = self.logo_url

        sender_name = self.sender_name

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "key": key,
                "name": name,
                "colour": colour,
                "text_colour": text_colour,
                "logo_url": logo_url,
                "sender_name": sender_name,
                "created_at": created_at,
                "updated_at": updated_at,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        key = d.pop("key")

        name = d.pop("name")

        colour = d.pop("colour")

        text_colour = d.pop("text_colour")

        def _parse_logo_url(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        logo_url = _parse_logo_url(d.pop("logo_url"))

        sender_name = d.pop("sender_name")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        version = d.pop("version")

        brand_out = cls(
            id=id,
            key=key,
            name=name,
            colour=colour,
            text_colour=text_colour,
            logo_url=logo_url,
            sender_name=sender_name,
            created_at=created_at,
            updated_at=updated_at,
            version=version,
        )

        brand_out.additional_properties = d
        return brand_out

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
