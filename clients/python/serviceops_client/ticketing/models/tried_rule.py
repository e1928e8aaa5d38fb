from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
from uuid import UUID


T = TypeVar("T", bound="TriedRule")


@_attrs_define
class TriedRule:
    """A rule that was looked at. misses: the conditions that did not hold; with none it was taken.

    Attributes:
        rule_id (UUID):
        name (str):
        rank (int):
        misses (list[str]):
    """

    rule_id: UUID
    name: str
    rank: int
    misses: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        rule_id = str(self.rule_id)

        name = self.name

        rank = self.rank

        misses = self.misses

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "rule_id": rule_id,
                "name": name,
                "rank": rank,
                "misses": misses,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        rule_id = UUID(d.pop("rule_id"))

        name = d.pop("name")

        rank = d.pop("rank")

        misses = cast(list[str], d.pop("misses"))

        tried_rule = cls(
            rule_id=rule_id,
            name=name,
            rank=rank,
            misses=misses,
        )

        tried_rule.additional_properties = d
        return tried_rule

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
