from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset


T = TypeVar("T", bound="Source")


@_attrs_define
class Source:
    """What a ticket is made from. One source makes one ticket.

    Attributes:
        service (str):
        kind (str):
        id (str):
    """

    service: str
    kind: str
    id: str

    def to_dict(self) -> dict[str, Any]:
        service = self.service

        kind = self.kind

        id = self.id

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "service": service,
                "kind": kind,
                "id": id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        service = d.pop("service")

        kind = d.pop("kind")

        id = d.pop("id")

        source = cls(
            service=service,
            kind=kind,
            id=id,
        )

        return source
