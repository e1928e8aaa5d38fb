from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
    from ..models.trigger_out_where import TriggerOutWhere


T = TypeVar("T", bound="TriggerOut")


@_attrs_define
class TriggerOut:
    """See TriggerIn.

    Attributes:
        type_ (str):
        where (TriggerOutWhere):
    """

    type_: str
    where: TriggerOutWhere
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.trigger_out_where import TriggerOutWhere  # noqa: PLC0415

        type_ = self.type_

        where = self.where.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "type": type_,
                "where": where,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.trigger_out_where import TriggerOutWhere  # noqa: PLC0415

        d = dict(src_dict)
        type_ = d.pop("type")

        where = TriggerOutWhere.from_dict(d.pop("where"))

        trigger_out = cls(
            type_=type_,
            where=where,
        )

        trigger_out.additional_properties = d
        return trigger_out

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
