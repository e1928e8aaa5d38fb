from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.escalation_rule_out_metrics_item import check_escalation_rule_out_metrics_item
from ..models.escalation_rule_out_metrics_item import EscalationRuleOutMetricsItem
from typing import cast
from uuid import UUID
import datetime

if TYPE_CHECKING:
    from ..models.escalation_level_in import EscalationLevelIn
    from ..models.rule_conditions import RuleConditions


T = TypeVar("T", bound="EscalationRuleOut")


@_attrs_define
class EscalationRuleOut:
    """A rule in its newest version. updated_at: from when that holds.

    Attributes:
        id (UUID):
        name (str):
        rank (int):
        active (bool):
        metrics (list[EscalationRuleOutMetricsItem]):
        conditions (RuleConditions): Which tickets a rule is for, as they are when a level is seen: every condition that
            is given must hold.
        levels (list[EscalationLevelIn]):
        created_at (datetime.datetime):
        updated_at (datetime.datetime):
        version (int):
    """

    id: UUID
    name: str
    rank: int
    active: bool
    metrics: list[EscalationRuleOutMetricsItem]
    conditions: RuleConditions
    levels: list[EscalationLevelIn]
    created_at: datetime.datetime
    updated_at: datetime.datetime
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.escalation_level_in import EscalationLevelIn  # noqa: PLC0415
        from ..models.rule_conditions import RuleConditions  # noqa: PLC0415

        id = str(self.id)

        name = self.name

        rank = self.rank

        active = self.active

        metrics = []
        for metrics_item_data in self.metrics:
            metrics_item: str = metrics_item_data
            metrics.append(metrics_item)

        conditions = self.conditions.to_dict()

        levels = []
        for levels_item_data in self.levels:
            levels_item = levels_item_data.to_dict()
            levels.append(levels_item)

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "name": name,
                "rank": rank,
                "active": active,
                "metrics": metrics,
                "conditions": conditions,
                "levels": levels,
                "created_at": created_at,
                "updated_at": updated_at,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.escalation_level_in import EscalationLevelIn  # noqa: PLC0415
        from ..models.rule_conditions import RuleConditions  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        name = d.pop("name")

        rank = d.pop("rank")

        active = d.pop("active")

        metrics = []
        _metrics = d.pop("metrics")
        for metrics_item_data in _metrics:
            metrics_item = check_escalation_rule_out_metrics_item(metrics_item_data)

            metrics.append(metrics_item)

        conditions = RuleConditions.from_dict(d.pop("conditions"))

        levels = []
        _levels = d.pop("levels")
        for levels_item_data in _levels:
            levels_item = EscalationLevelIn.from_dict(levels_item_data)

            levels.append(levels_item)

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        version = d.pop("version")

        escalation_rule_out = cls(
            id=id,
            name=name,
            rank=rank,
            active=active,
            metrics=metrics,
            conditions=conditions,
            levels=levels,
            created_at=created_at,
            updated_at=updated_at,
            version=version,
        )

        escalation_rule_out.additional_properties = d
        return escalation_rule_out

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
