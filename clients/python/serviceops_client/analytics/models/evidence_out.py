from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
from uuid import UUID
import datetime


T = TypeVar("T", bound="EvidenceOut")


@_attrs_define
class EvidenceOut:
    """A fact that an expectation rests on; at: when its teller recorded it.

    Attributes:
        fact_id (UUID):
        type_ (str):
        source (str):
        at (datetime.datetime):
    """

    fact_id: UUID
    type_: str
    source: str
    at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        fact_id = str(self.fact_id)

        type_ = self.type_

        source = self.source

        at = self.at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "fact_id": fact_id,
                "type": type_,
                "source": source,
                "at": at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        fact_id = UUID(d.pop("fact_id"))

        type_ = d.pop("type")

        source = d.pop("source")

        at = datetime.datetime.fromisoformat(d.pop("at"))

        evidence_out = cls(
            fact_id=fact_id,
            type_=type_,
            source=source,
            at=at,
        )

        evidence_out.additional_properties = d
        return evidence_out

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
