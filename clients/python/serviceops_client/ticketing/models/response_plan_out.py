from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.response_plan_out_severity_type_0 import check_response_plan_out_severity_type_0
from ..models.response_plan_out_severity_type_0 import ResponsePlanOutSeverityType0
from typing import cast
from uuid import UUID
import datetime

if TYPE_CHECKING:
    from ..models.planned_step import PlannedStep


T = TypeVar("T", bound="ResponsePlanOut")


@_attrs_define
class ResponsePlanOut:
    """A response plan.

    Attributes:
        id (UUID):
        failure_type (str):
        severity (None | ResponsePlanOutSeverityType0):
        name (str):
        text (str):
        steps (list[PlannedStep]):
        created_at (datetime.datetime):
        updated_at (datetime.datetime):
        version (int):
    """

    id: UUID
    failure_type: str
    severity: None | ResponsePlanOutSeverityType0
    name: str
    text: str
    steps: list[PlannedStep]
    created_at: datetime.datetime
    updated_at: datetime.datetime
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.planned_step import PlannedStep  # noqa: PLC0415

        id = str(self.id)

        failure_type = self.failure_type

        severity: None | str
        if isinstance(self.severity, str):
            severity = self.severity
        else:
            severity = self.severity

        name = self.name

        text = self.text

        steps = []
        for steps_item_data in self.steps:
            steps_item = steps_item_data.to_dict()
            steps.append(steps_item)

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "failure_type": failure_type,
                "severity": severity,
                "name": name,
                "text": text,
                "steps": steps,
                "created_at": created_at,
                "updated_at": updated_at,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.planned_step import PlannedStep  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        failure_type = d.pop("failure_type")

        def _parse_severity(data: object) -> None | ResponsePlanOutSeverityType0:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                severity_type_0 = check_response_plan_out_severity_type_0(data)

                return severity_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ResponsePlanOutSeverityType0, data)

        severity = _parse_severity(d.pop("severity"))

        name = d.pop("name")

        text = d.pop("text")

        steps = []
        _steps = d.pop("steps")
        for steps_item_data in _steps:
            steps_item = PlannedStep.from_dict(steps_item_data)

            steps.append(steps_item)

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        version = d.pop("version")

        response_plan_out = cls(
            id=id,
            failure_type=failure_type,
            severity=severity,
            name=name,
            text=text,
            steps=steps,
            created_at=created_at,
            updated_at=updated_at,
            version=version,
        )

        response_plan_out.additional_properties = d
        return response_plan_out

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
