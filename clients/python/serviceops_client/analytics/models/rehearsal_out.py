from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
    from ..models.foreseen import Foreseen
    from ..models.rehearsal_out_counts import RehearsalOutCounts


T = TypeVar("T", bound="RehearsalOut")


@_attrs_define
class RehearsalOut:
    """What past facts would give, had the rule held; nothing of it is stored.

    counts: expectations by state. truncated: there are more triggers than were looked at.

        Attributes:
            rule_id (str):
            version (int):
            from_ (datetime.datetime):
            to (datetime.datetime):
            triggers (int):
            counts (RehearsalOutCounts):
            items (list[Foreseen]):
            truncated (bool):
    """

    rule_id: str
    version: int
    from_: datetime.datetime
    to: datetime.datetime
    triggers: int
    counts: RehearsalOutCounts
    items: list[Foreseen]
    truncated: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.foreseen import Foreseen  # noqa: PLC0415
        from ..models.rehearsal_out_counts import RehearsalOutCounts  # noqa: PLC0415

        rule_id = self.rule_id

        version = self.version

        from_ = self.from_.isoformat()

        to = self.to.isoformat()

        triggers = self.triggers

        counts = self.counts.to_dict()

        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        truncated = self.truncated

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "rule_id": rule_id,
                "version": version,
                "from": from_,
                "to": to,
                "triggers": triggers,
                "counts": counts,
                "items": items,
                "truncated": truncated,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.foreseen import Foreseen  # noqa: PLC0415
        from ..models.rehearsal_out_counts import RehearsalOutCounts  # noqa: PLC0415

        d = dict(src_dict)
        rule_id = d.pop("rule_id")

        version = d.pop("version")

        from_ = datetime.datetime.fromisoformat(d.pop("from"))

        to = datetime.datetime.fromisoformat(d.pop("to"))

        triggers = d.pop("triggers")

        counts = RehearsalOutCounts.from_dict(d.pop("counts"))

        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = Foreseen.from_dict(items_item_data)

            items.append(items_item)

        truncated = d.pop("truncated")

        rehearsal_out = cls(
            rule_id=rule_id,
            version=version,
            from_=from_,
            to=to,
            triggers=triggers,
            counts=counts,
            items=items,
            truncated=truncated,
        )

        rehearsal_out.additional_properties = d
        return rehearsal_out

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
