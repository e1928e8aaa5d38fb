from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
    from ..models.plan_step_out import PlanStepOut


T = TypeVar("T", bound="PlanOut")


@_attrs_define
class PlanOut:
    """How the customer is to be won back.

    Attributes:
        text (str):
        steps (list[PlanStepOut]):
        agreed_with_customer_at (datetime.datetime | None):
    """

    text: str
    steps: list[PlanStepOut]
    agreed_with_customer_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.plan_step_out import PlanStepOut  # noqa: PLC0415

        text = self.text

        steps = []
        for steps_item_data in self.steps:
            steps_item = steps_item_data.to_dict()
            steps.append(steps_item)

        agreed_with_customer_at: None | str
        if isinstance(self.agreed_with_customer_at, datetime.datetime):
            agreed_with_customer_at = self.agreed_with_customer_at.isoformat()
        else:
            agreed_with_customer_at = self.agreed_with_customer_at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "text": text,
                "steps": steps,
                "agreed_with_customer_at": agreed_with_customer_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.plan_step_out import PlanStepOut  # noqa: PLC0415

        d = dict(src_dict)
        text = d.pop("text")

        steps = []
        _steps = d.pop("steps")
        for steps_item_data in _steps:
            steps_item = PlanStepOut.from_dict(steps_item_data)

            steps.append(steps_item)

        def _parse_agreed_with_customer_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                agreed_with_customer_at_type_0 = datetime.datetime.fromisoformat(data)

                return agreed_with_customer_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        agreed_with_customer_at = _parse_agreed_with_customer_at(d.pop("agreed_with_customer_at"))

        plan_out = cls(
            text=text,
            steps=steps,
            agreed_with_customer_at=agreed_with_customer_at,
        )

        plan_out.additional_properties = d
        return plan_out

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
