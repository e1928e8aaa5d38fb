from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.contact_out_roles_item import check_contact_out_roles_item
from ..models.contact_out_roles_item import ContactOutRolesItem
from typing import cast
from uuid import UUID
import datetime

if TYPE_CHECKING:
    from ..models.contact_out_consent import ContactOutConsent
    from ..models.contact_out_external_ids import ContactOutExternalIds


T = TypeVar("T", bound="ContactOut")


@_attrs_define
class ContactOut:
    """A contact as the directory holds it; `name` is null once the person was erased.

    Attributes:
        id (UUID):
        account_id (UUID):
        name (None | str):
        email (None | str):
        phone (None | str):
        locale (None | str):
        timezone (None | str):
        roles (list[ContactOutRolesItem]):
        consent (ContactOutConsent):
        external_ids (ContactOutExternalIds):
        active (bool):
        merged_into_id (None | UUID):
        erased_at (datetime.datetime | None):
        created_at (datetime.datetime):
        updated_at (datetime.datetime):
        version (int):
    """

    id: UUID
    account_id: UUID
    name: None | str
    email: None | str
    phone: None | str
    locale: None | str
    timezone: None | str
    roles: list[ContactOutRolesItem]
    consent: ContactOutConsent
    external_ids: ContactOutExternalIds
    active: bool
    merged_into_id: None | UUID
    erased_at: datetime.datetime | None
    created_at: datetime.datetime
    updated_at: datetime.datetime
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.contact_out_consent import ContactOutConsent  # noqa: PLC0415
        from ..models.contact_out_external_ids import ContactOutExternalIds  # noqa: PLC0415

        id = str(self.id)

        account_id = str(self.account_id)

        name: None | str
        name = self.name

        email: None | str
        email = self.email

        phone: None | str
        phone = self.phone

        locale: None | str
        locale = self.locale

        timezone: None | str
        timezone = self.timezone

        roles = []
        for roles_item_data in self.roles:
            roles_item: str = roles_item_data
            roles.append(roles_item)

        consent = self.consent.to_dict()

        external_ids = self.external_ids.to_dict()

        active = self.active

        merged_into_id: None | str
        if isinstance(self.merged_into_id, UUID):
            merged_into_id = str(self.merged_into_id)
        else:
            merged_into_id = self.merged_into_id

        erased_at: None | str
        if isinstance(self.erased_at, datetime.datetime):
            erased_at = self.erased_at.isoformat()
        else:
            erased_at = self.erased_at

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "account_id": account_id,
                "name": name,
                "email": email,
                "phone": phone,
                "locale": locale,
                "timezone": timezone,
                "roles": roles,
                "consent": consent,
                "external_ids": external_ids,
                "active": active,
                "merged_into_id": merged_into_id,
                "erased_at": erased_at,
                "created_at": created_at,
                "updated_at": updated_at,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.contact_out_consent import ContactOutConsent  # noqa: PLC0415
        from ..models.contact_out_external_ids import ContactOutExternalIds  # noqa: PLC0415

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

        def _parse_phone(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        phone = _parse_phone(d.pop("phone"))

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

        roles = []
        _roles = d.pop("roles")
        for roles_item_data in _roles:
            roles_item = check_contact_out_roles_item(roles_item_data)

            roles.append(roles_item)

        consent = ContactOutConsent.from_dict(d.pop("consent"))

        external_ids = ContactOutExternalIds.from_dict(d.pop("external_ids"))

        active = d.pop("active")

        def _parse_merged_into_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                merged_into_id_type_0 = UUID(data)

                return merged_into_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        merged_into_id = _parse_merged_into_id(d.pop("merged_into_id"))

        def _parse_erased_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                erased_at_type_0 = datetime.datetime.fromisoformat(data)

                return erased_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        erased_at = _parse_erased_at(d.pop("erased_at"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        version = d.pop("version")

        contact_out = cls(
            id=id,
            account_id=account_id,
            name=name,
            email=email,
            phone=phone,
            locale=locale,
            timezone=timezone,
            roles=roles,
            consent=consent,
            external_ids=external_ids,
            active=active,
            merged_into_id=merged_into_id,
            erased_at=erased_at,
            created_at=created_at,
            updated_at=updated_at,
            version=version,
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
