from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
    from ..models.event_out import EventOut


T = TypeVar("T", bound="EventsOut")


@_attrs_define
class EventsOut:
    """A part of the feed, in the order of positions.

    next_after: ask for the next part with it as `after`; keep it with what you made of the items. With `types` it
    moves on even where no item fits. newest: the highest position so far; while next_after is lower, there is more
    to read at once. oldest: the first position from which on no fact has been removed.

        Attributes:
            items (list[EventOut]):
            next_after (int):
            oldest (int):
            newest (int):
    """

    items: list[EventOut]
    next_after: int
    oldest: int
    newest: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.event_out import EventOut  # noqa: PLC0415

        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        next_after = self.next_after

        oldest = self.oldest

        newest = self.newest

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "items": items,
                "next_after": next_after,
                "oldest": oldest,
                "newest": newest,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.event_out import EventOut  # noqa: PLC0415

        d = dict(src_dict)
        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = EventOut.from_dict(items_item_data)

            items.append(items_item)

        next_after = d.pop("next_after")

        oldest = d.pop("oldest")

        newest = d.pop("newest")

        events_out = cls(
            items=items,
            next_after=next_after,
            oldest=oldest,
            newest=newest,
        )

        events_out.additional_properties = d
        return events_out

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
