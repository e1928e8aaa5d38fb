from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
    from ..models.coming_level_out import ComingLevelOut


T = TypeVar("T", bound="RuleDryRunOut")


@_attrs_define
class RuleDryRunOut:
    """What the rule would do, soonest first, were it active: when, for whom, on which clock. Nothing was changed.

    Attributes:
        as_of (datetime.datetime):
        tickets (int):
        would_fire (list[ComingLevelOut]):
    """

    as_of: datetime.datetime
    tickets: int
    would_fire: list[ComingLevelOut]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.coming_level_out import ComingLevelOut  # noqa: PLC0415

        as_of = self.as_of.isoformat()

        tickets = self.tickets

        would_fire = []
        for would_fire_item_data in self.would_fire:
            would_fire_item = would_fire_item_data.to_dict()
            would_fire.append(would_fire_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "as_of": as_of,
                "tickets": tickets,
                "would_fire": would_fire,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.coming_level_out import ComingLevelOut  # noqa: PLC0415

        d = dict(src_dict)
        as_of = datetime.datetime.fromisoformat(d.pop("as_of"))

        tickets = d.pop("tickets")

        would_fire = []
        _would_fire = d.pop("would_fire")
        for would_fire_item_data in _would_fire:
            would_fire_item = ComingLevelOut.from_dict(would_fire_item_data)

            would_fire.append(would_fire_item)

        rule_dry_run_out = cls(
            as_of=as_of,
            tickets=tickets,
            would_fire=would_fire,
        )

        rule_dry_run_out.additional_properties = d
        return rule_dry_run_out

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
