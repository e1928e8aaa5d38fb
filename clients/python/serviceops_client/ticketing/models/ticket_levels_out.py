from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
    from ..models.coming_level_out import ComingLevelOut
    from ..models.fired_level_out import FiredLevelOut


T = TypeVar("T", bound="TicketLevelsOut")


@_attrs_define
class TicketLevelsOut:
    """A ticket's levels: the newest 100 that its clocks reached, newest first, and the coming ones, soonest first.

    level: `75%` of the target, `due-30m` and `due+30m` before and after its end.

        Attributes:
            fired (list[FiredLevelOut]):
            coming (list[ComingLevelOut]):
    """

    fired: list[FiredLevelOut]
    coming: list[ComingLevelOut]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.coming_level_out import ComingLevelOut  # noqa: PLC0415
        from ..models.fired_level_out import FiredLevelOut  # noqa: PLC0415

        fired = []
        for fired_item_data in self.fired:
            fired_item = fired_item_data.to_dict()
            fired.append(fired_item)

        coming = []
        for coming_item_data in self.coming:
            coming_item = coming_item_data.to_dict()
            coming.append(coming_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "fired": fired,
                "coming": coming,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.coming_level_out import ComingLevelOut  # noqa: PLC0415
        from ..models.fired_level_out import FiredLevelOut  # noqa: PLC0415

        d = dict(src_dict)
        fired = []
        _fired = d.pop("fired")
        for fired_item_data in _fired:
            fired_item = FiredLevelOut.from_dict(fired_item_data)

            fired.append(fired_item)

        coming = []
        _coming = d.pop("coming")
        for coming_item_data in _coming:
            coming_item = ComingLevelOut.from_dict(coming_item_data)

            coming.append(coming_item)

        ticket_levels_out = cls(
            fired=fired,
            coming=coming,
        )

        ticket_levels_out.additional_properties = d
        return ticket_levels_out

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
