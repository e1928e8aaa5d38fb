from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.action_done_out_do import ActionDoneOutDo
from ..models.action_done_out_do import check_action_done_out_do
from ..models.action_done_out_result import ActionDoneOutResult
from ..models.action_done_out_result import check_action_done_out_result
from typing import cast


T = TypeVar("T", bound="ActionDoneOut")


@_attrs_define
class ActionDoneOut:
    """What came of one action. reason: why it was skipped.

    Attributes:
        do (ActionDoneOutDo):
        result (ActionDoneOutResult):
        reason (None | str):
    """

    do: ActionDoneOutDo
    result: ActionDoneOutResult
    reason: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        do: str = self.do

        result: str = self.result

        reason: None | str
        reason = self.reason

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "do": do,
                "result": result,
                "reason": reason,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        do = check_action_done_out_do(d.pop("do"))

        result = check_action_done_out_result(d.pop("result"))

        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))

        action_done_out = cls(
            do=do,
            result=result,
            reason=reason,
        )

        action_done_out.additional_properties = d
        return action_done_out

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
