from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
from uuid import UUID

if TYPE_CHECKING:
    from ..models.sla_differing import SlaDiffering
    from ..models.sla_metric_simulated import SlaMetricSimulated


T = TypeVar("T", bound="SlaSimulationOut")


@_attrs_define
class SlaSimulationOut:
    """What a changed policy would have done. Nothing was changed.

    tickets: gone through. left_out: tickets without clocks, and those whose history is not whole. whole: whether all
    that were asked for were looked at, in the time there is. differ: clocks that would be judged otherwise; differing
    shows the first 200. The account's tier is taken as it is now.

        Attributes:
            policy_id (UUID):
            tickets (int):
            left_out (int):
            whole (bool):
            metrics (list[SlaMetricSimulated]):
            differ (int):
            differing (list[SlaDiffering]):
    """

    policy_id: UUID
    tickets: int
    left_out: int
    whole: bool
    metrics: list[SlaMetricSimulated]
    differ: int
    differing: list[SlaDiffering]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.sla_differing import SlaDiffering  # noqa: PLC0415
        from ..models.sla_metric_simulated import SlaMetricSimulated  # noqa: PLC0415

        policy_id = str(self.policy_id)

        tickets = self.tickets

        left_out = self.left_out

        whole = self.whole

        metrics = []
        for metrics_item_data in self.metrics:
            metrics_item = metrics_item_data.to_dict()
            metrics.append(metrics_item)

        differ = self.differ

        differing = []
        for differing_item_data in self.differing:
            differing_item = differing_item_data.to_dict()
            differing.append(differing_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "policy_id": policy_id,
                "tickets": tickets,
                "left_out": left_out,
                "whole": whole,
                "metrics": metrics,
                "differ": differ,
                "differing": differing,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.sla_differing import SlaDiffering  # noqa: PLC0415
        from ..models.sla_metric_simulated import SlaMetricSimulated  # noqa: PLC0415

        d = dict(src_dict)
        policy_id = UUID(d.pop("policy_id"))

        tickets = d.pop("tickets")

        left_out = d.pop("left_out")

        whole = d.pop("whole")

        metrics = []
        _metrics = d.pop("metrics")
        for metrics_item_data in _metrics:
            metrics_item = SlaMetricSimulated.from_dict(metrics_item_data)

            metrics.append(metrics_item)

        differ = d.pop("differ")

        differing = []
        _differing = d.pop("differing")
        for differing_item_data in _differing:
            differing_item = SlaDiffering.from_dict(differing_item_data)

            differing.append(differing_item)

        sla_simulation_out = cls(
            policy_id=policy_id,
            tickets=tickets,
            left_out=left_out,
            whole=whole,
            metrics=metrics,
            differ=differ,
            differing=differing,
        )

        sla_simulation_out.additional_properties = d
        return sla_simulation_out

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
