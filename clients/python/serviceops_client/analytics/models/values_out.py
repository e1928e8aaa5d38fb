from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.values_out_unit import check_values_out_unit
from ..models.values_out_unit import ValuesOutUnit
from typing import cast
import datetime

if TYPE_CHECKING:
    from ..models.value_out import ValueOut


T = TypeVar("T", bound="ValuesOut")


@_attrs_define
class ValuesOut:
    """A metric's values. watermark: the latest event time seen among the facts that it is made of.

    Attributes:
        metric_id (str):
        definition_version (int):
        unit (ValuesOutUnit):
        from_ (datetime.datetime):
        to (datetime.datetime):
        interval (None | str):
        timezone (str):
        group_by (None | str):
        as_of (datetime.datetime):
        watermark (datetime.datetime | None):
        items (list[ValueOut]):
        next_cursor (None | str):
    """

    metric_id: str
    definition_version: int
    unit: ValuesOutUnit
    from_: datetime.datetime
    to: datetime.datetime
    interval: None | str
    timezone: str
    group_by: None | str
    as_of: datetime.datetime
    watermark: datetime.datetime | None
    items: list[ValueOut]
    next_cursor: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.value_out import ValueOut  # noqa: PLC0415

        metric_id = self.metric_id

        definition_version = self.definition_version

        unit: str = self.unit

        from_ = self.from_.isoformat()

        to = self.to.isoformat()

        interval: None | str
        interval = self.interval

        timezone = self.timezone

        group_by: None | str
        group_by = self.group_by

        as_of = self.as_of.isoformat()

        watermark: None | str
        if isinstance(self.watermark, datetime.datetime):
            watermark = self.watermark.isoformat()
        else:
            watermark = self.watermark

        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        next_cursor: None | str
        next_cursor = self.next_cursor

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "metric_id": metric_id,
                "definition_version": definition_version,
                "unit": unit,
                "from": from_,
                "to": to,
                "interval": interval,
                "timezone": timezone,
                "group_by": group_by,
                "as_of": as_of,
                "watermark": watermark,
                "items": items,
                "next_cursor": next_cursor,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.value_out import ValueOut  # noqa: PLC0415

        d = dict(src_dict)
        metric_id = d.pop("metric_id")

        definition_version = d.pop("definition_version")

        unit = check_values_out_unit(d.pop("unit"))

        from_ = datetime.datetime.fromisoformat(d.pop("from"))

        to = datetime.datetime.fromisoformat(d.pop("to"))

        def _parse_interval(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        interval = _parse_interval(d.pop("interval"))

        timezone = d.pop("timezone")

        def _parse_group_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        group_by = _parse_group_by(d.pop("group_by"))

        as_of = datetime.datetime.fromisoformat(d.pop("as_of"))

        def _parse_watermark(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                watermark_type_0 = datetime.datetime.fromisoformat(data)

                return watermark_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        watermark = _parse_watermark(d.pop("watermark"))

        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = ValueOut.from_dict(items_item_data)

            items.append(items_item)

        def _parse_next_cursor(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        next_cursor = _parse_next_cursor(d.pop("next_cursor"))

        values_out = cls(
            metric_id=metric_id,
            definition_version=definition_version,
            unit=unit,
            from_=from_,
            to=to,
            interval=interval,
            timezone=timezone,
            group_by=group_by,
            as_of=as_of,
            watermark=watermark,
            items=items,
            next_cursor=next_cursor,
        )

        values_out.additional_properties = d
        return values_out

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
