from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.escalation_rule_in_metrics_item import check_escalation_rule_in_metrics_item
from ..models.escalation_rule_in_metrics_item import EscalationRuleInMetricsItem
from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
    from ..models.escalation_level_in import EscalationLevelIn
    from ..models.rule_conditions import RuleConditions


T = TypeVar("T", bound="EscalationRuleIn")


@_attrs_define
class EscalationRuleIn:
    """A rule. Every active rule that fits a ticket applies to it; of levels at one instant the lower rank goes first.

    A level fires once for each cycle of a clock. A rule, and each change of it, holds for levels that are reached
    from then on, on clocks that run already too.

        Attributes:
            name (str):
            metrics (list[EscalationRuleInMetricsItem]):
            levels (list[EscalationLevelIn]):
            rank (int | Unset):  Default: 100.
            active (bool | Unset):  Default: True.
            conditions (RuleConditions | Unset): Which tickets a rule is for, as they are when a level is seen: every
                condition that is given must hold.
    """

    name: str
    metrics: list[EscalationRuleInMetricsItem]
    levels: list[EscalationLevelIn]
    rank: int | Unset = 100
    active: bool | Unset = True
    conditions: RuleConditions | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.escalation_level_in import EscalationLevelIn  # noqa: PLC0415
        from ..models.rule_conditions import RuleConditions  # noqa: PLC0415

        name = self.name

        metrics = []
        for metrics_item_data in self.metrics:
            metrics_item: str = metrics_item_data
            metrics.append(metrics_item)

        levels = []
        for levels_item_data in self.levels:
            levels_item = levels_item_data.to_dict()
            levels.append(levels_item)

        rank = self.rank

        active = self.active

        conditions: dict[str, Any] | Unset = UNSET
        if not isinstance(self.conditions, Unset):
            conditions = self.conditions.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
                "metrics": metrics,
                "levels": levels,
            }
        )
        if rank is not UNSET:
            field_dict["rank"] = rank
        if active is not UNSET:
            field_dict["active"] = active
        if conditions is not UNSET:
            field_dict["conditions"] = conditions

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.escalation_level_in import EscalationLevelIn  # noqa: PLC0415
        from ..models.rule_conditions import RuleConditions  # noqa: PLC0415

        d = dict(src_dict)
        name = d.pop("name")

        metrics = []
        _metrics = d.pop("metrics")
        for metrics_item_data in _metrics:
            metrics_item = check_escalation_rule_in_metrics_item(metrics_item_data)

            metrics.append(metrics_item)

        levels = []
        _levels = d.pop("levels")
        for levels_item_data in _levels:
            levels_item = EscalationLevelIn.from_dict(levels_item_data)

            levels.append(levels_item)

        rank = d.pop("rank", UNSET)

        active = d.pop("active", UNSET)

        _conditions = d.pop("conditions", UNSET)
        conditions: RuleConditions | Unset
        if isinstance(_conditions, Unset):
            conditions = UNSET
        else:
            conditions = RuleConditions.from_dict(_conditions)

        escalation_rule_in = cls(
            name=name,
            metrics=metrics,
            levels=levels,
            rank=rank,
            active=active,
            conditions=conditions,
        )

        return escalation_rule_in
