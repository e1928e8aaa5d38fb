from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.contact_in_channel import check_contact_in_channel
from ..models.contact_in_channel import ContactInChannel
from ..models.contact_in_outcome import check_contact_in_outcome
from ..models.contact_in_outcome import ContactInOutcome
from ..types import UNSET, Unset
from typing import cast
import datetime


T = TypeVar("T", bound="ContactIn")


@_attrs_define
class ContactIn:
    """An attempt to reach the customer; only `reached` counts as the contact that is due.

    Attributes:
        contacted_at (datetime.datetime):
        channel (ContactInChannel):
        note (None | str | Unset):
        outcome (ContactInOutcome | Unset):  Default: 'reached'.
    """

    contacted_at: datetime.datetime
    channel: ContactInChannel
    note: None | str | Unset = UNSET
    outcome: ContactInOutcome | Unset = "reached"

    def to_dict(self) -> dict[str, Any]:
        contacted_at = self.contacted_at.isoformat()

        channel: str = self.channel

        note: None | str | Unset
        if isinstance(self.note, Unset):
            note = UNSET
        else:
            note = self.note

        outcome: str | Unset = UNSET
        if not isinstance(self.outcome, Unset):
            outcome = self.outcome

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "contacted_at": contacted_at,
                "channel": channel,
            }
        )
        if note is not UNSET:
            field_dict["note"] = note
        if outcome is not UNSET:
            field_dict["outcome"] = outcome

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        contacted_at = datetime.datetime.fromisoformat(d.pop("contacted_at"))

        channel = check_contact_in_channel(d.pop("channel"))

        def _parse_note(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        note = _parse_note(d.pop("note", UNSET))

        _outcome = d.pop("outcome", UNSET)
        outcome: ContactInOutcome | Unset
        if isinstance(_outcome, Unset):
            outcome = UNSET
        else:
            outcome = check_contact_in_outcome(_outcome)

        contact_in = cls(
            contacted_at=contacted_at,
            channel=channel,
            note=note,
            outcome=outcome,
        )

        return contact_in
