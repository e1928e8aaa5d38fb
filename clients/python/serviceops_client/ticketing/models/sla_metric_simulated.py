from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.sla_metric_simulated_metric import check_sla_metric_simulated_metric
from ..models.sla_metric_simulated_metric import SlaMetricSimulatedMetric
from typing import cast

if TYPE_CHECKING:
    from ..models.sla_judged import SlaJudged


T = TypeVar("T", bound="SlaMetricSimulated")


@_attrs_define
class SlaMetricSimulated:
    """A metric's clocks as they were, and as they would have been.

    Attributes:
        metric (SlaMetricSimulatedMetric):
        then (SlaJudged): How many clocks of a metric were in time, late, or are not judged (yet).
        now (SlaJudged): How many clocks of a metric were in time, late, or are not judged (yet).
    """

    metric: SlaMetricSimulatedMetric
    then: SlaJudged
    now: SlaJudged
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.sla_judged import SlaJudged  # noqa: PLC0415

        metric: str = self.metric

        then = self.then.to_dict()

        now = self.now.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "metric": metric,
                "then": then,
                "now": now,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.sla_judged import SlaJudged  # noqa: PLC0415

        d = dict(src_dict)
        metric = check_sla_metric_simulated_metric(d.pop("metric"))

        then = SlaJudged.from_dict(d.pop("then"))

        now = SlaJudged.from_dict(d.pop("now"))

        sla_metric_simulated = cls(
            metric=metric,
            then=then,
            now=now,
        )

        sla_metric_simulated.additional_properties = d
        return sla_metric_simulated

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
