from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
from uuid import UUID
import datetime


T = TypeVar("T", bound="SlaConsidered")


@_attrs_define
class SlaConsidered:
    """A policy that was looked at, in order. It takes the ticket if there are no reasons why it does not.

    reasons: the conditions that do not hold, `not_effective_yet`, or `outranked` by one that comes before it.

        Attributes:
            policy_id (UUID):
            policy_version (int):
            name (str):
            rank (int):
            effective_from (datetime.datetime):
            reasons (list[str]):
    """

    policy_id: UUID
    policy_version: int
    name: str
    rank: int
    effective_from: datetime.datetime
    reasons: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        policy_id = str(self.policy_id)

        policy_version = self.policy_version

        name = self.name

        rank = self.rank

        effective_from = self.effective_from.isoformat()

        reasons = self.reasons

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "policy_id": policy_id,
                "policy_version": policy_version,
                "name": name,
                "rank": rank,
                "effective_from": effective_from,
                "reasons": reasons,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        policy_id = UUID(d.pop("policy_id"))

        policy_version = d.pop("policy_version")

        name = d.pop("name")

        rank = d.pop("rank")

        effective_from = datetime.datetime.fromisoformat(d.pop("effective_from"))

        reasons = cast(list[str], d.pop("reasons"))

        sla_considered = cls(
            policy_id=policy_id,
            policy_version=policy_version,
            name=name,
            rank=rank,
            effective_from=effective_from,
            reasons=reasons,
        )

        sla_considered.additional_properties = d
        return sla_considered

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
