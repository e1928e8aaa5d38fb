from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.sla_difference_metric_type_0 import check_sla_difference_metric_type_0
from ..models.sla_difference_metric_type_0 import SlaDifferenceMetricType0
from typing import cast
from uuid import UUID


T = TypeVar("T", bound="SlaDifference")


@_attrs_define
class SlaDifference:
    """A field that is kept otherwise than the ticket's history says.

    metric and cycle are null for what is kept of the ticket besides its clocks; clock_id where there is no such clock.

        Attributes:
            clock_id (None | UUID):
            metric (None | SlaDifferenceMetricType0):
            cycle (int | None):
            field (str):
            kept (Any):
            replayed (Any):
    """

    clock_id: None | UUID
    metric: None | SlaDifferenceMetricType0
    cycle: int | None
    field: str
    kept: Any
    replayed: Any
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        clock_id: None | str
        if isinstance(self.clock_id, UUID):
            clock_id = str(self.clock_id)
        else:
            clock_id = self.clock_id

        metric: None | str
        if isinstance(self.metric, str):
            metric = self.metric
        else:
            metric = self.metric

        cycle: int | None
        cycle = self.cycle

        field = self.field

        kept = self.kept

        replayed = self.replayed

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "clock_id": clock_id,
                "metric": metric,
                "cycle": cycle,
                "field": field,
                "kept": kept,
                "replayed": replayed,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_clock_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                clock_id_type_0 = UUID(data)

                return clock_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        clock_id = _parse_clock_id(d.pop("clock_id"))

        def _parse_metric(data: object) -> None | SlaDifferenceMetricType0:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                metric_type_0 = check_sla_difference_metric_type_0(data)

                return metric_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SlaDifferenceMetricType0, data)

        metric = _parse_metric(d.pop("metric"))

        def _parse_cycle(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        cycle = _parse_cycle(d.pop("cycle"))

        field = d.pop("field")

        kept = d.pop("kept")

        replayed = d.pop("replayed")

        sla_difference = cls(
            clock_id=clock_id,
            metric=metric,
            cycle=cycle,
            field=field,
            kept=kept,
            replayed=replayed,
        )

        sla_difference.additional_properties = d
        return sla_difference

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
