from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
from uuid import UUID
import datetime


T = TypeVar("T", bound="AgentOut")


@_attrs_define
class AgentOut:
    """A member of staff as an agent: what the directory says, and what was set here. version 0: not set yet.

    Attributes:
        id (UUID):
        staff_id (UUID):
        name (str):
        email (str):
        notify_address (None | str):
        active (bool):
        away_from (datetime.datetime | None):
        away_until (datetime.datetime | None):
        group_ids (list[UUID]):
        skills (list[str]):
        capacity (int | None):
        version (int):
    """

    id: UUID
    staff_id: UUID
    name: str
    email: str
    notify_address: None | str
    active: bool
    away_from: datetime.datetime | None
    away_until: datetime.datetime | None
    group_ids: list[UUID]
    skills: list[str]
    capacity: int | None
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        staff_id = str(self.staff_id)

        name = self.name

        email = self.email

        notify_address: None | str
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

        group_ids = []
        for group_ids_item_data in self.group_ids:
            group_ids_item = str(group_ids_item_data)
            group_ids.append(group_ids_item)

        skills = self.skills

        capacity: int | None
        capacity = self.capacity

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "staff_id": staff_id,
                "name": name,
                "email": email,
                "notify_address": notify_address,
                "active": active,
                "away_from": away_from,
                "away_until": away_until,
                "group_ids": group_ids,
                "skills": skills,
                "capacity": capacity,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        staff_id = UUID(d.pop("staff_id"))

        name = d.pop("name")

        email = d.pop("email")

        def _parse_notify_address(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        notify_address = _parse_notify_address(d.pop("notify_address"))

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

        group_ids = []
        _group_ids = d.pop("group_ids")
        for group_ids_item_data in _group_ids:
            group_ids_item = UUID(group_ids_item_data)

            group_ids.append(group_ids_item)

        skills = cast(list[str], d.pop("skills"))

        def _parse_capacity(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        capacity = _parse_capacity(d.pop("capacity"))

        version = d.pop("version")

        agent_out = cls(
            id=id,
            staff_id=staff_id,
            name=name,
            email=email,
            notify_address=notify_address,
            active=active,
            away_from=away_from,
            away_until=away_until,
            group_ids=group_ids,
            skills=skills,
            capacity=capacity,
            version=version,
        )

        agent_out.additional_properties = d
        return agent_out

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
