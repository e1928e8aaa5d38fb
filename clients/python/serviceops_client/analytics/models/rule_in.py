from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.rule_in_repair import check_rule_in_repair
from ..models.rule_in_repair import RuleInRepair
from ..types import UNSET, Unset
from typing import cast
import datetime

if TYPE_CHECKING:
    from ..models.step_in import StepIn
    from ..models.trigger_in import TriggerIn


T = TypeVar("T", bound="RuleIn")


@_attrs_define
class RuleIn:
    """A new rule, or the next version of one. It holds for triggers recorded from effective_from on.

    called_off_by: facts after which what is not due yet need not happen any more.

        Attributes:
            rule_id (str):
            triggers (list[TriggerIn]):
            match (str):
            steps (list[StepIn]):
            repair (RuleInRepair | Unset):  Default: 'on_request'.
            called_off_by (list[TriggerIn] | Unset):
            effective_from (datetime.datetime | None | Unset):
    """

    rule_id: str
    triggers: list[TriggerIn]
    match: str
    steps: list[StepIn]
    repair: RuleInRepair | Unset = "on_request"
    called_off_by: list[TriggerIn] | Unset = UNSET
    effective_from: datetime.datetime | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.step_in import StepIn  # noqa: PLC0415
        from ..models.trigger_in import TriggerIn  # noqa: PLC0415

        rule_id = self.rule_id

        triggers = []
        for triggers_item_data in self.triggers:
            triggers_item = triggers_item_data.to_dict()
            triggers.append(triggers_item)

        match = self.match

        steps = []
        for steps_item_data in self.steps:
            steps_item = steps_item_data.to_dict()
            steps.append(steps_item)

        repair: str | Unset = UNSET
        if not isinstance(self.repair, Unset):
            repair = self.repair

        called_off_by: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.called_off_by, Unset):
            called_off_by = []
            for called_off_by_item_data in self.called_off_by:
                called_off_by_item = called_off_by_item_data.to_dict()
                called_off_by.append(called_off_by_item)

        effective_from: None | str | Unset
        if isinstance(self.effective_from, Unset):
            effective_from = UNSET
        elif isinstance(self.effective_from, datetime.datetime):
            effective_from = self.effective_from.isoformat()
        else:
            effective_from = self.effective_from

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "rule_id": rule_id,
                "triggers": triggers,
                "match": match,
                "steps": steps,
            }
        )
        if repair is not UNSET:
            field_dict["repair"] = repair
        if called_off_by is not UNSET:
            field_dict["called_off_by"] = called_off_by
        if effective_from is not UNSET:
            field_dict["effective_from"] = effective_from

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.step_in import StepIn  # noqa: PLC0415
        from ..models.trigger_in import TriggerIn  # noqa: PLC0415

        d = dict(src_dict)
        rule_id = d.pop("rule_id")

        triggers = []
        _triggers = d.pop("triggers")
        for triggers_item_data in _triggers:
            triggers_item = TriggerIn.from_dict(triggers_item_data)

            triggers.append(triggers_item)

        match = d.pop("match")

        steps = []
        _steps = d.pop("steps")
        for steps_item_data in _steps:
            steps_item = StepIn.from_dict(steps_item_data)

            steps.append(steps_item)

        _repair = d.pop("repair", UNSET)
        repair: RuleInRepair | Unset
        if isinstance(_repair, Unset):
            repair = UNSET
        else:
            repair = check_rule_in_repair(_repair)

        _called_off_by = d.pop("called_off_by", UNSET)
        called_off_by: list[TriggerIn] | Unset = UNSET
        if _called_off_by is not UNSET:
            called_off_by = []
            for called_off_by_item_data in _called_off_by:
                called_off_by_item = TriggerIn.from_dict(called_off_by_item_data)

                called_off_by.append(called_off_by_item)

        def _parse_effective_from(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                effective_from_type_0 = datetime.datetime.fromisoformat(data)

                return effective_from_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        effective_from = _parse_effective_from(d.pop("effective_from", UNSET))

        rule_in = cls(
            rule_id=rule_id,
            triggers=triggers,
            match=match,
            steps=steps,
            repair=repair,
            called_off_by=called_off_by,
            effective_from=effective_from,
        )

        return rule_in
