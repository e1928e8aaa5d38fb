from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from uuid import UUID


T = TypeVar("T", bound="PreviewOf")


@_attrs_define
class PreviewOf:
    """For which ticket a macro is shown.

    Attributes:
        ticket_id (UUID):
    """

    ticket_id: UUID

    def to_dict(self) -> dict[str, Any]:
        ticket_id = str(self.ticket_id)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "ticket_id": ticket_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        ticket_id = UUID(d.pop("ticket_id"))

        preview_of = cls(
            ticket_id=ticket_id,
        )

        return preview_of
