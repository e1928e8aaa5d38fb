from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.escalation_rule_patch_metrics_type_0_item import check_escalation_rule_patch_metrics_type_0_item
from ..models.escalation_rule_patch_metrics_type_0_item import EscalationRulePatchMetricsType0Item
from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
    from ..models.escalation_level_in import EscalationLevelIn
    from ..models.rule_conditions import RuleConditions


T = TypeVar("T", bound="EscalationRulePatch")


@_attrs_define
class EscalationRulePatch:
    """What the rule's next version says otherwise, as a merge-patch; a list is replaced whole.

    Attributes:
        name (None | str | Unset):
        rank (int | None | Unset):
        active (bool | None | Unset):
        metrics (list[EscalationRulePatchMetricsType0Item] | None | Unset):
        conditions (None | RuleConditions | Unset):
        levels (list[EscalationLevelIn] | None | Unset):
    """

    name: None | str | Unset = UNSET
    rank: int | None | Unset = UNSET
    active: bool | None | Unset = UNSET
    metrics: list[EscalationRulePatchMetricsType0Item] | None | Unset = UNSET
    conditions: None | RuleConditions | Unset = UNSET
    levels: list[EscalationLevelIn] | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.escalation_level_in import EscalationLevelIn  # noqa: PLC0415
        from ..models.rule_conditions import RuleConditions  # noqa: PLC0415

        name: None | str | Unset
        if isinstance(self.name, Unset):
            name = UNSET
        else:
            name = self.name

        rank: int | None | Unset
        if isinstance(self.rank, Unset):
            rank = UNSET
        else:
            rank = self.rank

        active: bool | None | Unset
        if isinstance(self.active, Unset):
            active = UNSET
        else:
            active = self.active

        metrics: list[str] | None | Unset
        if isinstance(self.metrics, Unset):
            metrics = UNSET
        elif isinstance(self.metrics, list):
            metrics = []
            for metrics_type_0_item_data in self.metrics:
                metrics_type_0_item: str = metrics_type_0_item_data
                metrics.append(metrics_type_0_item)

        else:
            metrics = self.metrics

        conditions: dict[str, Any] | None | Unset
        if isinstance(self.conditions, Unset):
            conditions = UNSET
        elif isinstance(self.conditions, RuleConditions):
            conditions = self.conditions.to_dict()
        else:
            conditions = self.conditions

        levels: list[dict[str, Any]] | None | Unset
        if isinstance(self.levels, Unset):
            levels = UNSET
        elif isinstance(self.levels, list):
            levels = []
            for levels_type_0_item_data in self.levels:
                levels_type_0_item = levels_type_0_item_data.to_dict()
                levels.append(levels_type_0_item)

        else:
            levels = self.levels

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if name is not UNSET:
            field_dict["name"] = name
        if rank is not UNSET:
            field_dict["rank"] = rank
        if active is not UNSET:
            field_dict["active"] = active
        if metrics is not UNSET:
            field_dict["metrics"] = metrics
        if conditions is not UNSET:
            field_dict["conditions"] = conditions
        if levels is not UNSET:
            field_dict["levels"] = levels

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.escalation_level_in import EscalationLevelIn  # noqa: PLC0415
        from ..models.rule_conditions import RuleConditions  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        name = _parse_name(d.pop("name", UNSET))

        def _parse_rank(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        rank = _parse_rank(d.pop("rank", UNSET))

        def _parse_active(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        active = _parse_active(d.pop("active", UNSET))

        def _parse_metrics(data: object) -> list[EscalationRulePatchMetricsType0Item] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                metrics_type_0 = []
                _metrics_type_0 = data
                for metrics_type_0_item_data in _metrics_type_0:
                    metrics_type_0_item = check_escalation_rule_patch_metrics_type_0_item(metrics_type_0_item_data)

                    metrics_type_0.append(metrics_type_0_item)

                return metrics_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[EscalationRulePatchMetricsType0Item] | None | Unset, data)

        metrics = _parse_metrics(d.pop("metrics", UNSET))

        def _parse_conditions(data: object) -> None | RuleConditions | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                conditions_type_0 = RuleConditions.from_dict(data)

                return conditions_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | RuleConditions | Unset, data)

        conditions = _parse_conditions(d.pop("conditions", UNSET))

        def _parse_levels(data: object) -> list[EscalationLevelIn] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                levels_type_0 = []
                _levels_type_0 = data
                for levels_type_0_item_data in _levels_type_0:
                    levels_type_0_item = EscalationLevelIn.from_dict(levels_type_0_item_data)

                    levels_type_0.append(levels_type_0_item)

                return levels_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[EscalationLevelIn] | None | Unset, data)

        levels = _parse_levels(d.pop("levels", UNSET))

        escalation_rule_patch = cls(
            name=name,
            rank=rank,
            active=active,
            metrics=metrics,
            conditions=conditions,
            levels=levels,
        )

        return escalation_rule_patch
