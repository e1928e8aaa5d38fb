from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.action_out_do import ActionOutDo
from ..models.action_out_do import check_action_out_do
from ..models.action_out_result import ActionOutResult
from ..models.action_out_result import check_action_out_result
from typing import cast


T = TypeVar("T", bound="ActionOut")


@_attrs_define
class ActionOut:
    """What was done, or why not: done, nothing_to_do, refused (by the ticket's state), recorded (it was too late).

    Attributes:
        do (ActionOutDo):
        result (ActionOutResult):
    """

    do: ActionOutDo
    result: ActionOutResult
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        do: str = self.do

        result: str = self.result

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "do": do,
                "result": result,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        do = check_action_out_do(d.pop("do"))

        result = check_action_out_result(d.pop("result"))

        action_out = cls(
            do=do,
            result=result,
        )

        action_out.additional_properties = d
        return action_out

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
