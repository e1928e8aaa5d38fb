from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.rule_out_repair import check_rule_out_repair
from ..models.rule_out_repair import RuleOutRepair
from typing import cast
import datetime

if TYPE_CHECKING:
    from ..models.step_out import StepOut
    from ..models.trigger_out import TriggerOut


T = TypeVar("T", bound="RuleOut")


@_attrs_define
class RuleOut:
    """One version of a rule. ended_at: from when on triggers no longer set it off.

    Attributes:
        rule_id (str):
        version (int):
        triggers (list[TriggerOut]):
        match (str):
        repair (RuleOutRepair):
        steps (list[StepOut]):
        called_off_by (list[TriggerOut]):
        effective_from (datetime.datetime):
        ended_at (datetime.datetime | None):
        created_at (datetime.datetime):
    """

    rule_id: str
    version: int
    triggers: list[TriggerOut]
    match: str
    repair: RuleOutRepair
    steps: list[StepOut]
    called_off_by: list[TriggerOut]
    effective_from: datetime.datetime
    ended_at: datetime.datetime | None
    created_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.step_out import StepOut  # noqa: PLC0415
        from ..models.trigger_out import TriggerOut  # noqa: PLC0415

        rule_id = self.rule_id

        version = self.version

        triggers = []
        for triggers_item_data in self.triggers:
            triggers_item = triggers_item_data.to_dict()
            triggers.append(triggers_item)

        match = self.match

        repair: str = self.repair

        steps = []
        for steps_item_data in self.steps:
            steps_item = steps_item_data.to_dict()
            steps.append(steps_item)

        called_off_by = []
        for called_off_by_item_data in self.called_off_by:
            called_off_by_item = called_off_by_item_data.to_dict()
            called_off_by.append(called_off_by_item)

        effective_from = self.effective_from.isoformat()

        ended_at: None | str
        if isinstance(self.ended_at, datetime.datetime):
            ended_at = self.ended_at.isoformat()
        else:
            ended_at = self.ended_at

        created_at = self.created_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "rule_id": rule_id,
                "version": version,
                "triggers": triggers,
                "match": match,
                "repair": repair,
                "steps": steps,
                "called_off_by": called_off_by,
                "effective_from": effective_from,
                "ended_at": ended_at,
                "created_at": created_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.step_out import StepOut  # noqa: PLC0415
        from ..models.trigger_out import TriggerOut  # noqa: PLC0415

        d = dict(src_dict)
        rule_id = d.pop("rule_id")

        version = d.pop("version")

        triggers = []
        _triggers = d.pop("triggers")
        for triggers_item_data in _triggers:
            triggers_item = TriggerOut.from_dict(triggers_item_data)

            triggers.append(triggers_item)

        match = d.pop("match")

        repair = check_rule_out_repair(d.pop("repair"))

        steps = []
        _steps = d.pop("steps")
        for steps_item_data in _steps:
            steps_item = StepOut.from_dict(steps_item_data)

            steps.append(steps_item)

        called_off_by = []
        _called_off_by = d.pop("called_off_by")
        for called_off_by_item_data in _called_off_by:
            called_off_by_item = TriggerOut.from_dict(called_off_by_item_data)

            called_off_by.append(called_off_by_item)

        effective_from = datetime.datetime.fromisoformat(d.pop("effective_from"))

        def _parse_ended_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ended_at_type_0 = datetime.datetime.fromisoformat(data)

                return ended_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        ended_at = _parse_ended_at(d.pop("ended_at"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        rule_out = cls(
            rule_id=rule_id,
            version=version,
            triggers=triggers,
            match=match,
            repair=repair,
            steps=steps,
            called_off_by=called_off_by,
            effective_from=effective_from,
            ended_at=ended_at,
            created_at=created_at,
        )

        rule_out.additional_properties = d
        return rule_out

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
