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
    from ..models.sla_difference import SlaDifference


T = TypeVar("T", bound="SlaReplayOut")


@_attrs_define
class SlaReplayOut:
    """A ticket's clocks gone through again from its history. Nothing was changed.

    deeds: of the history; clocks: cycles that come of it. differences: empty where all is kept as it should be.

        Attributes:
            ticket_id (UUID):
            deeds (int):
            clocks (int):
            differences (list[SlaDifference]):
            as_of (datetime.datetime):
    """

    ticket_id: UUID
    deeds: int
    clocks: int
    differences: list[SlaDifference]
    as_of: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.sla_difference import SlaDifference  # noqa: PLC0415

        ticket_id = str(self.ticket_id)

        deeds = self.deeds

        clocks = self.clocks

        differences = []
        for differences_item_data in self.differences:
            differences_item = differences_item_data.to_dict()
            differences.append(differences_item)

        as_of = self.as_of.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "ticket_id": ticket_id,
                "deeds": deeds,
                "clocks": clocks,
                "differences": differences,
                "as_of": as_of,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.sla_difference import SlaDifference  # noqa: PLC0415

        d = dict(src_dict)
        ticket_id = UUID(d.pop("ticket_id"))

        deeds = d.pop("deeds")

        clocks = d.pop("clocks")

        differences = []
        _differences = d.pop("differences")
        for differences_item_data in _differences:
            differences_item = SlaDifference.from_dict(differences_item_data)

            differences.append(differences_item)

        as_of = datetime.datetime.fromisoformat(d.pop("as_of"))

        sla_replay_out = cls(
            ticket_id=ticket_id,
            deeds=deeds,
            clocks=clocks,
            differences=differences,
            as_of=as_of,
        )

        sla_replay_out.additional_properties = d
        return sla_replay_out

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
