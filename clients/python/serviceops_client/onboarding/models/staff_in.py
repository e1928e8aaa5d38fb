from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
    from ..models.notification_preferences import NotificationPreferences


T = TypeVar("T", bound="StaffIn")


@_attrs_define
class StaffIn:
    """A member of staff; notify_address null = mailto: and the email, preferences null = told at once.

    Attributes:
        name (str):
        email (str):
        notify_address (None | str | Unset):
        locale (None | str | Unset):
        timezone (None | str | Unset):
        preferences (None | NotificationPreferences | Unset):
    """

    name: str
    email: str
    notify_address: None | str | Unset = UNSET
    locale: None | str | Unset = UNSET
    timezone: None | str | Unset = UNSET
    preferences: None | NotificationPreferences | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.notification_preferences import NotificationPreferences  # noqa: PLC0415

        name = self.name

        email = self.email

        notify_address: None | str | Unset
        if isinstance(self.notify_address, Unset):
            notify_address = UNSET
        else:
            notify_address = self.notify_address

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

        preferences: dict[str, Any] | None | Unset
        if isinstance(self.preferences, Unset):
            preferences = UNSET
        elif isinstance(self.preferences, NotificationPreferences):
            preferences = self.preferences.to_dict()
        else:
            preferences = self.preferences

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
                "email": email,
            }
        )
        if notify_address is not UNSET:
            field_dict["notify_address"] = notify_address
        if locale is not UNSET:
            field_dict["locale"] = locale
        if timezone is not UNSET:
            field_dict["timezone"] = timezone
        if preferences is not UNSET:
            field_dict["preferences"] = preferences

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.notification_preferences import NotificationPreferences  # noqa: PLC0415

        d = dict(src_dict)
        name = d.pop("name")

        email = d.pop("email")

        def _parse_notify_address(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        notify_address = _parse_notify_address(d.pop("notify_address", UNSET))

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

        def _parse_preferences(data: object) -> None | NotificationPreferences | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                preferences_type_0 = NotificationPreferences.from_dict(data)

                return preferences_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | NotificationPreferences | Unset, data)

        preferences = _parse_preferences(d.pop("preferences", UNSET))

        staff_in = cls(
            name=name,
            email=email,
            notify_address=notify_address,
            locale=locale,
            timezone=timezone,
            preferences=preferences,
        )

        return staff_in
