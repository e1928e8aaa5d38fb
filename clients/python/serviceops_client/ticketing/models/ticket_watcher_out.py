from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
from uuid import UUID
import datetime


T = TypeVar("T", bound="TicketWatcherOut")


@_attrs_define
class TicketWatcherOut:
    """Somebody who follows a ticket. ticket_id: the one that they follow, which may be merged into the one asked for.

    name: null while the directory has not told of them.

        Attributes:
            ticket_id (UUID):
            staff_id (UUID):
            name (None | str):
            since_at (datetime.datetime):
            added_by (str):
    """

    ticket_id: UUID
    staff_id: UUID
    name: None | str
    since_at: datetime.datetime
    added_by: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        ticket_id = str(self.ticket_id)

        staff_id = str(self.staff_id)

        name: None | str
        name = self.name

        since_at = self.since_at.isoformat()

        added_by = self.added_by

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "ticket_id": ticket_id,
                "staff_id": staff_id,
                "name": name,
                "since_at": since_at,
                "added_by": added_by,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        ticket_id = UUID(d.pop("ticket_id"))

        staff_id = UUID(d.pop("staff_id"))

        def _parse_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        name = _parse_name(d.pop("name"))

        since_at = datetime.datetime.fromisoformat(d.pop("since_at"))

        added_by = d.pop("added_by")

        ticket_watcher_out = cls(
            ticket_id=ticket_id,
            staff_id=staff_id,
            name=name,
            since_at=since_at,
            added_by=added_by,
        )

        ticket_watcher_out.additional_properties = d
        return ticket_watcher_out

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
