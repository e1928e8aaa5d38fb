from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
from uuid import UUID
import datetime

if TYPE_CHECKING:
    from ..models.staff_out_preferences_type_0 import StaffOutPreferencesType0


T = TypeVar("T", bound="StaffOut")


@_attrs_define
class StaffOut:
    """A member of staff. Of a notify_address that holds secrets only the beginning is shown.

    Attributes:
        id (UUID):
        name (str):
        email (str):
        notify_address (str):
        active (bool):
        away_from (datetime.datetime | None):
        away_until (datetime.datetime | None):
        skills (list[str]):
        locale (None | str):
        timezone (None | str):
        preferences (None | StaffOutPreferencesType0):
        created_at (datetime.datetime):
        updated_at (datetime.datetime):
        version (int):
    """

    id: UUID
    name: str
    email: str
    notify_address: str
    active: bool
    away_from: datetime.datetime | None
    away_until: datetime.datetime | None
    skills: list[str]
    locale: None | str
    timezone: None | str
    preferences: None | StaffOutPreferencesType0
    created_at: datetime.datetime
    updated_at: datetime.datetime
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.staff_out_preferences_type_0 import StaffOutPreferencesType0  # noqa: PLC0415

        id = str(self.id)

        name = self.name

        email = self.email

        notify_address = self.notify_address

        active = self.active

        away_from: None | str
        if isinstance(self.away_from, datetime.datetime):
            away_from = self.away_from.isoformat()
        else:
            away_from = self.away_from

        away_until: None | str
        if isinstance(self.away_until, datetime.datetime):
            away_until = self.away_until.isoformat()
        else:
            away_until = self.away_until

        skills = self.skills

        locale: None | str
        locale = self.locale

        timezone: None | str
        timezone = self.timezone

        preferences: dict[str, Any] | None
        if isinstance(self.preferences, StaffOutPreferencesType0):
            preferences = self.preferences.to_dict()
        else:
            preferences = self.preferences

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "name": name,
                "email": email,
                "notify_address": notify_address,
                "active": active,
                "away_from": away_from,
                "away_until": away_until,
                "skills": skills,
                "locale": locale,
                "timezone": timezone,
                "preferences": preferences,
                "created_at": created_at,
                "updated_at": updated_at,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.staff_out_preferences_type_0 import StaffOutPreferencesType0  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        name = d.pop("name")

        email = d.pop("email")

        notify_address = d.pop("notify_address")

        active = d.pop("active")

        def _parse_away_from(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                away_from_type_0 = datetime.datetime.fromisoformat(data)

                return away_from_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        away_from = _parse_away_from(d.pop("away_from"))

        def _parse_away_until(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                away_until_type_0 = datetime.datetime.fromisoformat(data)

                return away_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        away_until = _parse_away_until(d.pop("away_until"))

        skills = cast(list[str], d.pop("skills"))

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

        def _parse_preferences(data: object) -> None | StaffOutPreferencesType0:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                preferences_type_0 = StaffOutPreferencesType0.from_dict(data)

                return preferences_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | StaffOutPreferencesType0, data)

        preferences = _parse_preferences(d.pop("preferences"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        version = d.pop("version")

        staff_out = cls(
            id=id,
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
            created_at=created_at,
            updated_at=updated_at,
            version=version,
        )

        staff_out.additional_properties = d
        return staff_out

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
