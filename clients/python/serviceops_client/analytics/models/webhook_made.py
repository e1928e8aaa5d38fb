from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.webhook_made_disabled_type_0 import check_webhook_made_disabled_type_0
from ..models.webhook_made_disabled_type_0 import WebhookMadeDisabledType0
from typing import cast
from uuid import UUID
import datetime


T = TypeVar("T", bound="WebhookMade")


@_attrs_define
class WebhookMade:
    """A webhook with a new secret, shown this once; null where a repeated request gets this answer again.

    Attributes:
        id (UUID):
        name (str):
        url (str):
        types (list[str]):
        enabled (bool):
        disabled (None | WebhookMadeDisabledType0):
        disabled_at (datetime.datetime | None):
        created_at (datetime.datetime):
        created_by (str):
        updated_at (datetime.datetime):
        rotated_at (datetime.datetime | None):
        previous_expires_at (datetime.datetime | None):
        version (int):
        secret (None | str):
    """

    id: UUID
    name: str
    url: str
    types: list[str]
    enabled: bool
    disabled: None | WebhookMadeDisabledType0
    disabled_at: datetime.datetime | None
    created_at: datetime.datetime
    created_by: str
    updated_at: datetime.datetime
    rotated_at: datetime.datetime | None
    previous_expires_at: datetime.datetime | None
    version: int
    secret: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        name = self.name

        url = self.url

        types = self.types

        enabled = self.enabled

        disabled: None | str
        if isinstance(self.disabled, str):
            disabled = self.disabled
        else:
            disabled = self.disabled

        disabled_at: None | str
        if isinstance(self.disabled_at, datetime.datetime):
            disabled_at = self.disabled_at.isoformat()
        else:
            disabled_at = self.disabled_at

        created_at = self.created_at.isoformat()

        created_by = self.created_by

        updated_at = self.updated_at.isoformat()

        rotated_at: None | str
        if isinstance(self.rotated_at, datetime.datetime):
            rotated_at = self.rotated_at.isoformat()
        else:
            rotated_at = self.rotated_at

        previous_expires_at: None | str
        if isinstance(self.previous_expires_at, datetime.datetime):
            previous_expires_at = self.previous_expires_at.isoformat()
        else:
            previous_expires_at = self.previous_expires_at

        version = self.version

        secret: None | str
        secret = self.secret

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "name": name,
                "url": url,
                "types": types,
                "enabled": enabled,
                "disabled": disabled,
                "disabled_at": disabled_at,
                "created_at": created_at,
                "created_by": created_by,
                "updated_at": updated_at,
                "rotated_at": rotated_at,
                "previous_expires_at": previous_expires_at,
                "version": version,
                "secret": secret,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        name = d.pop("name")

        url = d.pop("url")

        types = cast(list[str], d.pop("types"))

        enabled = d.pop("enabled")

        def _parse_disabled(data: object) -> None | WebhookMadeDisabledType0:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                disabled_type_0 = check_webhook_made_disabled_type_0(data)

                return disabled_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | WebhookMadeDisabledType0, data)

        disabled = _parse_disabled(d.pop("disabled"))

        def _parse_disabled_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                disabled_at_type_0 = datetime.datetime.fromisoformat(data)

                return disabled_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        disabled_at = _parse_disabled_at(d.pop("disabled_at"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        created_by = d.pop("created_by")

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        def _parse_rotated_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                rotated_at_type_0 = datetime.datetime.fromisoformat(data)

                return rotated_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        rotated_at = _parse_rotated_at(d.pop("rotated_at"))

        def _parse_previous_expires_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                previous_expires_at_type_0 = datetime.datetime.fromisoformat(data)

                return previous_expires_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        previous_expires_at = _parse_previous_expires_at(d.pop("previous_expires_at"))

        version = d.pop("version")

        def _parse_secret(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        secret = _parse_secret(d.pop("secret"))

        webhook_made = cls(
            id=id,
            name=name,
            url=url,
            types=types,
            enabled=enabled,
            disabled=disabled,
            disabled_at=disabled_at,
            created_at=created_at,
            created_by=created_by,
            updated_at=updated_at,
            rotated_at=rotated_at,
            previous_expires_at=previous_expires_at,
            version=version,
            secret=secret,
        )

        webhook_made.additional_properties = d
        return webhook_made

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
