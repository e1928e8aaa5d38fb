from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.contact_in_roles_item import check_contact_in_roles_item
from ..models.contact_in_roles_item import ContactInRolesItem
from ..types import UNSET, Unset
from typing import cast
from uuid import UUID

if TYPE_CHECKING:
    from ..models.contact_in_consent import ContactInConsent
    from ..models.contact_in_external_ids import ContactInExternalIds


T = TypeVar("T", bound="ContactIn")


@_attrs_define
class ContactIn:
    """A person at a customer.

    Attributes:
        name (str):
        account_id (UUID):
        email (None | str | Unset):
        phone (None | str | Unset):
        locale (None | str | Unset):
        timezone (None | str | Unset):
        roles (list[ContactInRolesItem] | Unset):
        consent (ContactInConsent | Unset):
        external_ids (ContactInExternalIds | Unset):
    """

    name: str
    account_id: UUID
    email: None | str | Unset = UNSET
    phone: None | str | Unset = UNSET
    locale: None | str | Unset = UNSET
    timezone: None | str | Unset = UNSET
    roles: list[ContactInRolesItem] | Unset = UNSET
    consent: ContactInConsent | Unset = UNSET
    external_ids: ContactInExternalIds | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.contact_in_consent import ContactInConsent  # noqa: PLC0415
        from ..models.contact_in_external_ids import ContactInExternalIds  # noqa: PLC0415

        name = self.name

        account_id = str(self.account_id)

        email: None | str | Unset
        if isinstance(self.email, Unset):
            email = UNSET
        else:
            email = self.email

        phone: None | str | Unset
        if isinstance(self.phone, Unset):
            phone = UNSET
        else:
            phone = self.phone

        locale: None | str | Unset
        if isinstance(self.locale, Unset):
            locale = UNSET
        else:
            locale = self.locale

        timezone: None | str | Unset
        if isinstance(self.timezone, Unset):
            timezone = UNSET
        else:
            timezone = self.timezone

        roles: list[str] | Unset = UNSET
        if not isinstance(self.roles, Unset):
            roles = []
            for roles_item_data in self.roles:
                roles_item: str = roles_item_data
                roles.append(roles_item)

        consent: dict[str, Any] | Unset = UNSET
        if not isinstance(self.consent, Unset):
            consent = self.consent.to_dict()

        external_ids: dict[str, Any] | Unset = UNSET
        if not isinstance(self.external_ids, Unset):
            external_ids = self.external_ids.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
                "account_id": account_id,
            }
        )
        if email is not UNSET:
            field_dict["email"] = email
        if phone is not UNSET:
            field_dict["phone"] = phone
        if locale is not UNSET:
            field_dict["locale"] = locale
        if timezone is not UNSET:
            field_dict["timezone"] = timezone
        if roles is not UNSET:
            field_dict["roles"] = roles
        if consent is not UNSET:
            field_dict["consent"] = consent
        if external_ids is not UNSET:
            field_dict["external_ids"] = external_ids

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.contact_in_consent import ContactInConsent  # noqa: PLC0415
        from ..models.contact_in_external_ids import ContactInExternalIds  # noqa: PLC0415

        d = dict(src_dict)
        name = d.pop("name")

        account_id = UUID(d.pop("account_id"))

        def _parse_email(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        email = _parse_email(d.pop("email", UNSET))

        def _parse_phone(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        phone = _parse_phone(d.pop("phone", UNSET))

        def _parse_locale(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        locale = _parse_locale(d.pop("locale", UNSET))

        def _parse_timezone(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        timezone = _parse_timezone(d.pop("timezone", UNSET))

        _roles = d.pop("roles", UNSET)
        roles: list[ContactInRolesItem] | Unset = UNSET
        if _roles is not UNSET:
            roles = []
            for roles_item_data in _roles:
                roles_item = check_contact_in_roles_item(roles_item_data)

                roles.append(roles_item)

        _consent = d.pop("consent", UNSET)
        consent: ContactInConsent | Unset
        if isinstance(_consent, Unset):
            consent = UNSET
        else:
            consent = ContactInConsent.from_dict(_consent)

        _external_ids = d.pop("external_ids", UNSET)
        external_ids: ContactInExternalIds | Unset
        if isinstance(_external_ids, Unset):
            external_ids = UNSET
        else:
            external_ids = ContactInExternalIds.from_dict(_external_ids)

        contact_in = cls(
            name=name,
            account_id=account_id,
            email=email,
            phone=phone,
            locale=locale,
            timezone=timezone,
            roles=roles,
            consent=consent,
            external_ids=external_ids,
        )

        return contact_in
