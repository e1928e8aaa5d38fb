from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.response_plan_in_severity_type_0 import check_response_plan_in_severity_type_0
from ..models.response_plan_in_severity_type_0 import ResponsePlanInSeverityType0
from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
    from ..models.planned_step import PlannedStep


T = TypeVar("T", bound="ResponsePlanIn")


@_attrs_define
class ResponsePlanIn:
    """What to do after a failure of one type. severity: for which cases it is meant; null for all.

    Attributes:
        failure_type (str):
        name (str):
        text (str):
        steps (list[PlannedStep]):
        severity (None | ResponsePlanInSeverityType0 | Unset):
    """

    failure_type: str
    name: str
    text: str
    steps: list[PlannedStep]
    severity: None | ResponsePlanInSeverityType0 | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.planned_step import PlannedStep  # noqa: PLC0415

        failure_type = self.failure_type

        name = self.name

        text = self.text

        steps = []
        for steps_item_data in self.steps:
            steps_item = steps_item_data.to_dict()
            steps.append(steps_item)

        severity: None | str | Unset
        if isinstance(self.severity, Unset):
            severity = UNSET
        elif isinstance(self.severity, str):
            severity = self.severity
        else:
            severity = self.severity

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "failure_type": failure_type,
                "name": name,
                "text": text,
                "steps": steps,
            }
        )
        if severity is not UNSET:
            field_dict["severity"] = severity

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.planned_step import PlannedStep  # noqa: PLC0415

        d = dict(src_dict)
        failure_type = d.pop("failure_type")

        name = d.pop("name")

        text = d.pop("text")

        steps = []
        _steps = d.pop("steps")
        for steps_item_data in _steps:
            steps_item = PlannedStep.from_dict(steps_item_data)

            steps.append(steps_item)

        def _parse_severity(data: object) -> None | ResponsePlanInSeverityType0 | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                severity_type_0 = check_response_plan_in_severity_type_0(data)

                return severity_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ResponsePlanInSeverityType0 | Unset, data)

        severity = _parse_severity(d.pop("severity", UNSET))

        response_plan_in = cls(
            failure_type=failure_type,
            name=name,
            text=text,
            steps=steps,
            severity=severity,
        )

        return response_plan_in
