from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.contact_out_channel import check_contact_out_channel
from ..models.contact_out_channel import ContactOutChannel
from ..models.contact_out_outcome import check_contact_out_outcome
from ..models.contact_out_outcome import ContactOutOutcome
from typing import cast
from uuid import UUID
import datetime


T = TypeVar("T", bound="ContactOut")


@_attrs_define
class ContactOut:
    """An attempt to reach the customer. recorded_by: as the audit trail names them.

    Attributes:
        id (UUID):
        contacted_at (datetime.datetime):
        channel (ContactOutChannel):
        note (None | str):
        outcome (ContactOutOutcome):
        recorded_at (datetime.datetime):
        recorded_by (str):
    """

    id: UUID
    contacted_at: datetime.datetime
    channel: ContactOutChannel
    note: None | str
    outcome: ContactOutOutcome
    recorded_at: datetime.datetime
    recorded_by: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        contacted_at = self.contacted_at.isoformat()

        channel: str = self.channel

        note: None | str
        note = self.note

        outcome: str = self.outcome

        recorded_at = self.recorded_at.isoformat()

        recorded_by = self.recorded_by

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "contacted_at": contacted_at,
                "channel": channel,
                "note": note,
                "outcome": outcome,
                "recorded_at": recorded_at,
                "recorded_by": recorded_by,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        contacted_at = datetime.datetime.fromisoformat(d.pop("contacted_at"))

        channel = check_contact_out_channel(d.pop("channel"))

        def _parse_note(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        note = _parse_note(d.pop("note"))

        outcome = check_contact_out_outcome(d.pop("outcome"))

        recorded_at = datetime.datetime.fromisoformat(d.pop("recorded_at"))

        recorded_by = d.pop("recorded_by")

        contact_out = cls(
            id=id,
            contacted_at=contacted_at,
            channel=channel,
            note=note,
            outcome=outcome,
            recorded_at=recorded_at,
            recorded_by=recorded_by,
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
