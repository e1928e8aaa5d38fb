from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.response_plan_patch_severity_type_0 import check_response_plan_patch_severity_type_0
from ..models.response_plan_patch_severity_type_0 import ResponsePlanPatchSeverityType0
from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
    from ..models.planned_step import PlannedStep


T = TypeVar("T", bound="ResponsePlanPatch")


@_attrs_define
class ResponsePlanPatch:
    """What changes about a response plan, as a merge-patch; `steps` is the whole list.

    Attributes:
        failure_type (None | str | Unset):
        severity (None | ResponsePlanPatchSeverityType0 | Unset):
        name (None | str | Unset):
        text (None | str | Unset):
        steps (list[PlannedStep] | None | Unset):
    """

    failure_type: None | str | Unset = UNSET
    severity: None | ResponsePlanPatchSeverityType0 | Unset = UNSET
    name: None | str | Unset = UNSET
    text: None | str | Unset = UNSET
    steps: list[PlannedStep] | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.planned_step import PlannedStep  # noqa: PLC0415

        failure_type: None | str | Unset
        if isinstance(self.failure_type, Unset):
            failure_type = UNSET
        else:
            failure_type = self.failure_type

        severity: None | str | Unset
        if isinstance(self.severity, Unset):
            severity = UNSET
        elif isinstance(self.severity, str):
            severity = self.severity
        else:
            severity = self.severity

        name: None | str | Unset
        if isinstance(self.name, Unset):
            name = UNSET
        else:
            name = self.name

        text: None | str | Unset
        if isinstance(self.text, Unset):
            text = UNSET
        else:
            text = self.text

        steps: list[dict[str, Any]] | None | Unset
        if isinstance(self.steps, Unset):
            steps = UNSET
        elif isinstance(self.steps, list):
            steps = []
            for steps_type_0_item_data in self.steps:
                steps_type_0_item = steps_type_0_item_data.to_dict()
                steps.append(steps_type_0_item)

        else:
            steps = self.steps

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if failure_type is not UNSET:
            field_dict["failure_type"] = failure_type
        if severity is not UNSET:
            field_dict["severity"] = severity
        if name is not UNSET:
            field_dict["name"] = name
        if text is not UNSET:
            field_dict["text"] = text
        if steps is not UNSET:
            field_dict["steps"] = steps

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.planned_step import PlannedStep  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_failure_type(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        failure_type = _parse_failure_type(d.pop("failure_type", UNSET))

        def _parse_severity(data: object) -> None | ResponsePlanPatchSeverityType0 | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                severity_type_0 = check_response_plan_patch_severity_type_0(data)

                return severity_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ResponsePlanPatchSeverityType0 | Unset, data)

        severity = _parse_severity(d.pop("severity", UNSET))

        def _parse_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        name = _parse_name(d.pop("name", UNSET))

        def _parse_text(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        text = _parse_text(d.pop("text", UNSET))

        def _parse_steps(data: object) -> list[PlannedStep] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                steps_type_0 = []
                _steps_type_0 = data
                for steps_type_0_item_data in _steps_type_0:
                    steps_type_0_item = PlannedStep.from_dict(steps_type_0_item_data)

                    steps_type_0.append(steps_type_0_item)

                return steps_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[PlannedStep] | None | Unset, data)

        steps = _parse_steps(d.pop("steps", UNSET))

        response_plan_patch = cls(
            failure_type=failure_type,
            severity=severity,
            name=name,
            text=text,
            steps=steps,
        )

        return response_plan_patch
