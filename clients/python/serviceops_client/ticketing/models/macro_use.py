from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from uuid import UUID


T = TypeVar("T", bound="MacroUse")


@_attrs_define
class MacroUse:
    """Which macro is applied to the ticket.

    Attributes:
        macro_id (UUID):
    """

    macro_id: UUID

    def to_dict(self) -> dict[str, Any]:
        macro_id = str(self.macro_id)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "macro_id": macro_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        macro_id = UUID(d.pop("macro_id"))

        macro_use = cls(
            macro_id=macro_id,
        )

        return macro_use
