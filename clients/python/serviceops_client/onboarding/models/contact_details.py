from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.contact_details_roles_item import check_contact_details_roles_item
from ..models.contact_details_roles_item import ContactDetailsRolesItem
from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
    from ..models.contact_details_consent import ContactDetailsConsent
    from ..models.contact_details_external_ids import ContactDetailsExternalIds


T = TypeVar("T", bound="ContactDetails")


@_attrs_define
class ContactDetails:
    """A person at a customer that the surroundings name.

    Attributes:
        name (str):
        email (None | str | Unset):
        phone (None | str | Unset):
        locale (None | str | Unset):
        timezone (None | str | Unset):
        roles (list[ContactDetailsRolesItem] | Unset):
        consent (ContactDetailsConsent | Unset):
        external_ids (ContactDetailsExternalIds | Unset):
    """

    name: str
    email: None | str | Unset = UNSET
    phone: None | str | Unset = UNSET
    locale: None | str | Unset = UNSET
    timezone: None | str | Unset = UNSET
    roles: list[ContactDetailsRolesItem] | Unset = UNSET
    consent: ContactDetailsConsent | Unset = UNSET
    external_ids: ContactDetailsExternalIds | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.contact_details_consent import ContactDetailsConsent  # noqa: PLC0415
        from ..models.contact_details_external_ids import ContactDetailsExternalIds  # noqa: PLC0415

        name = self.name

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
        from ..models.contact_details_consent import ContactDetailsConsent  # noqa: PLC0415
        from ..models.contact_details_external_ids import ContactDetailsExternalIds  # noqa: PLC0415

        d = dict(src_dict)
        name = d.pop("name")

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
        roles: list[ContactDetailsRolesItem] | Unset = UNSET
        if _roles is not UNSET:
            roles = []
            for roles_item_data in _roles:
                roles_item = check_contact_details_roles_item(roles_item_data)

                roles.append(roles_item)

        _consent = d.pop("consent", UNSET)
        consent: ContactDetailsConsent | Unset
        if isinstance(_consent, Unset):
            consent = UNSET
        else:
            consent = ContactDetailsConsent.from_dict(_consent)

        _external_ids = d.pop("external_ids", UNSET)
        external_ids: ContactDetailsExternalIds | Unset
        if isinstance(_external_ids, Unset):
            external_ids = UNSET
        else:
            external_ids = ContactDetailsExternalIds.from_dict(_external_ids)

        contact_details = cls(
            name=name,
            email=email,
            phone=phone,
            locale=locale,
            timezone=timezone,
            roles=roles,
            consent=consent,
            external_ids=external_ids,
        )

        return contact_details
