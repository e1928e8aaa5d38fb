from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.ola_explanation_out_metric import check_ola_explanation_out_metric
from ..models.ola_explanation_out_metric import OlaExplanationOutMetric
from typing import cast
from uuid import UUID
import datetime

if TYPE_CHECKING:
    from ..models.sla_interval import SlaInterval


T = TypeVar("T", bound="OlaExplanationOut")


@_attrs_define
class OlaExplanationOut:
    """How a stay came to what has elapsed: the seconds of its counted intervals add up to it.

    Attributes:
        clock_id (UUID):
        metric (OlaExplanationOutMetric):
        elapsed_seconds (int):
        target_seconds (int):
        due_at (datetime.datetime | None):
        intervals (list[SlaInterval]):
    """

    clock_id: UUID
    metric: OlaExplanationOutMetric
    elapsed_seconds: int
    target_seconds: int
    due_at: datetime.datetime | None
    intervals: list[SlaInterval]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.sla_interval import SlaInterval  # noqa: PLC0415

        clock_id = str(self.clock_id)

        metric: str = self.metric

        elapsed_seconds = self.elapsed_seconds

        target_seconds = self.target_seconds

        due_at: None | str
        if isinstance(self.due_at, datetime.datetime):
            due_at = self.due_at.isoformat()
        else:
            due_at = self.due_at

        intervals = []
        for intervals_item_data in self.intervals:
            intervals_item = intervals_item_data.to_dict()
            intervals.append(intervals_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "clock_id": clock_id,
                "metric": metric,
                "elapsed_seconds": elapsed_seconds,
                "target_seconds": target_seconds,
                "due_at": due_at,
                "intervals": intervals,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.sla_interval import SlaInterval  # noqa: PLC0415

        d = dict(src_dict)
        clock_id = UUID(d.pop("clock_id"))

        metric = check_ola_explanation_out_metric(d.pop("metric"))

        elapsed_seconds = d.pop("elapsed_seconds")

        target_seconds = d.pop("target_seconds")

        def _parse_due_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                due_at_type_0 = datetime.datetime.fromisoformat(data)

                return due_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        due_at = _parse_due_at(d.pop("due_at"))

        intervals = []
        _intervals = d.pop("intervals")
        for intervals_item_data in _intervals:
            intervals_item = SlaInterval.from_dict(intervals_item_data)

            intervals.append(intervals_item)

        ola_explanation_out = cls(
            clock_id=clock_id,
            metric=metric,
            elapsed_seconds=elapsed_seconds,
            target_seconds=target_seconds,
            due_at=due_at,
            intervals=intervals,
        )

        ola_explanation_out.additional_properties = d
        return ola_explanation_out

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
