from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
from uuid import UUID


T = TypeVar("T", bound="ContactOut")


@_attrs_define
class ContactOut:
    """Somebody whom surveys may ask; no name and no address once they were erased.

    Attributes:
        id (UUID):
        account_id (UUID):
        name (None | str):
        email (None | str):
        locale (None | str):
        timezone (None | str):
        roles (list[str]):
        active (bool):
    """

    id: UUID
    account_id: UUID
    name: None | str
    email: None | str
    locale: None | str
    timezone: None | str
    roles: list[str]
    active: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        account_id = str(self.account_id)

        name: None | str
        name = self.name

        email: None | str
        email = self.email

        locale: None | str
        locale = self.locale

        timezone: None | str
        timezone = self.timezone

        roles = self.roles

        active = self.active

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "account_id": account_id,
                "name": name,
                "email": email,
                "locale": locale,
                "timezone": timezone,
                "roles": roles,
                "active": active,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        account_id = UUID(d.pop("account_id"))

        def _parse_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        name = _parse_name(d.pop("name"))

        def _parse_email(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        email = _parse_email(d.pop("email"))

        def _parse_locale(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        locale = _parse_locale(d.pop("locale"))

        def _parse_timezone(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        timezone = _parse_timezone(d.pop("timezone"))

        roles = cast(list[str], d.pop("roles"))

        active = d.pop("active")

        contact_out = cls(
            id=id,
            account_id=account_id,
            name=name,
            email=email,
            locale=locale,
            timezone=timezone,
            roles=roles,
            active=active,
        )

        contact_out.additional_properties = d
        return contact_out

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
