from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast
import datetime

if TYPE_CHECKING:
    from ..models.notification_preferences import NotificationPreferences


T = TypeVar("T", bound="StaffPatch")


@_attrs_define
class StaffPatch:
    """A merge-patch of a member of staff.

    Attributes:
        name (None | str | Unset):
        email (None | str | Unset):
        notify_address (None | str | Unset):
        active (bool | None | Unset):
        away_from (datetime.datetime | None | Unset):
        away_until (datetime.datetime | None | Unset):
        skills (list[str] | None | Unset):
        locale (None | str | Unset):
        timezone (None | str | Unset):
        preferences (None | NotificationPreferences | Unset):
    """

    name: None | str | Unset = UNSET
    email: None | str | Unset = UNSET
    notify_address: None | str | Unset = UNSET
    active: bool | None | Unset = UNSET
    away_from: datetime.datetime | None | Unset = UNSET
    away_until: datetime.datetime | None | Unset = UNSET
    skills: list[str] | None | Unset = UNSET
    locale: None | str | Unset = UNSET
    timezone: None | str | Unset = UNSET
    preferences: None | NotificationPreferences | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.notification_preferences import NotificationPreferences  # noqa: PLC0415

        name: None | str | Unset
        if isinstance(self.name, Unset):
            name = UNSET
        else:
            name = self.name

        email: None | str | Unset
        if isinstance(self.email, Unset):
            email = UNSET
        else:
            email = self.email

        notify_address: None | str | Unset
        if isinstance(self.notify_address, Unset):
            notify_address = UNSET
        else:
            notify_address = self.notify_address

        active: bool | None | Unset
        if isinstance(self.active, Unset):
            active = UNSET
        else:
            active = self.active

        away_from: None | str | Unset
        if isinstance(self.away_from, Unset):
            away_from = UNSET
        elif isinstance(self.away_from, datetime.datetime):
            away_from = self.away_from.isoformat()
        else:
            away_from = self.away_from

        away_until: None | str | Unset
        if isinstance(self.away_until, Unset):
            away_until = UNSET
        elif isinstance(self.away_until, datetime.datetime):
            away_until = self.away_until.isoformat()
        else:
            away_until = self.away_until

        skills: list[str] | None | Unset
        if isinstance(self.skills, Unset):
            skills = UNSET
        elif isinstance(self.skills, list):
            skills = self.skills

        else:
            skills = self.skills

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

        field_dict.update({})
        if name is not UNSET:
            field_dict["name"] = name
        if email is not UNSET:
            field_dict["email"] = email
        if notify_address is not UNSET:
            field_dict["notify_address"] = notify_address
        if active is not UNSET:
            field_dict["active"] = active
        if away_from is not UNSET:
            field_dict["away_from"] = away_from
        if away_until is not UNSET:
            field_dict["away_until"] = away_until
        if skills is not UNSET:
            field_dict["skills"] = skills
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

        def _parse_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        name = _parse_name(d.pop("name", UNSET))

        def _parse_email(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        email = _parse_email(d.pop("email", UNSET))

        def _parse_notify_address(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        notify_address = _parse_notify_address(d.pop("notify_address", UNSET))

        def _parse_active(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        active = _parse_active(d.pop("active", UNSET))

        def _parse_away_from(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                away_from_type_0 = datetime.datetime.fromisoformat(data)

                return away_from_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        away_from = _parse_away_from(d.pop("away_from", UNSET))

        def _parse_away_until(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                away_until_type_0 = datetime.datetime.fromisoformat(data)

                return away_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        away_until = _parse_away_until(d.pop("away_until", UNSET))

        def _parse_skills(data: object) -> list[str] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                skills_type_0 = cast(list[str], data)

                return skills_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None | Unset, data)

        skills = _parse_skills(d.pop("skills", UNSET))

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

        staff_patch = cls(
            name=name,
            email=email,
            notify_address=notify_address,
            active=active,
            away_from=away_from,
            away_until=away_until,
            skills=skills,
            locale=locale,
            timezone=timezone,
            preferences=preferences,
        )

        return staff_patch
