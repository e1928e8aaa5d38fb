from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.ticket_field_policy_out_undeclared import check_ticket_field_policy_out_undeclared
from ..models.ticket_field_policy_out_undeclared import TicketFieldPolicyOutUndeclared
from typing import cast


T = TypeVar("T", bound="TicketFieldPolicyOut")


@_attrs_define
class TicketFieldPolicyOut:
    """What becomes of keys that no field declares. version 0: nobody has said it, and they are kept.

    Attributes:
        undeclared (TicketFieldPolicyOutUndeclared):
        version (int):
    """

    undeclared: TicketFieldPolicyOutUndeclared
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        undeclared: str = self.undeclared

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "undeclared": undeclared,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        undeclared = check_ticket_field_policy_out_undeclared(d.pop("undeclared"))

        version = d.pop("version")

        ticket_field_policy_out = cls(
            undeclared=undeclared,
            version=version,
        )

        ticket_field_policy_out.additional_properties = d
        return ticket_field_policy_out

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
