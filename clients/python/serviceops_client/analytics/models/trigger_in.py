from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
    from ..models.trigger_in_where import TriggerInWhere


T = TypeVar("T", bound="TriggerIn")


@_attrs_define
class TriggerIn:
    """A fact that sets the rule off. where: {field: the values of which it must have one}; all must fit.

    Attributes:
        type_ (str):
        where (TriggerInWhere | Unset):
    """

    type_: str
    where: TriggerInWhere | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.trigger_in_where import TriggerInWhere  # noqa: PLC0415

        type_ = self.type_

        where: dict[str, Any] | Unset = UNSET
        if not isinstance(self.where, Unset):
            where = self.where.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "type": type_,
            }
        )
        if where is not UNSET:
            field_dict["where"] = where

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.trigger_in_where import TriggerInWhere  # noqa: PLC0415

        d = dict(src_dict)
        type_ = d.pop("type")

        _where = d.pop("where", UNSET)
        where: TriggerInWhere | Unset
        if isinstance(_where, Unset):
            where = UNSET
        else:
            where = TriggerInWhere.from_dict(_where)

        trigger_in = cls(
            type_=type_,
            where=where,
        )

        return trigger_in
