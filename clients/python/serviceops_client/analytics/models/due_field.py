from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset


T = TypeVar("T", bound="DueField")


@_attrs_define
class DueField:
    """The fact that states a deadline, and its field.

    Attributes:
        type_ (str):
        field (str):
    """

    type_: str
    field: str

    def to_dict(self) -> dict[str, Any]:
        type_ = self.type_

        field = self.field

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "type": type_,
                "field": field,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        type_ = d.pop("type")

        field = d.pop("field")

        due_field = cls(
            type_=type_,
            field=field,
        )

        return due_field
