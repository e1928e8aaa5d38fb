from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.ticket_field_policy_in_undeclared import check_ticket_field_policy_in_undeclared
from ..models.ticket_field_policy_in_undeclared import TicketFieldPolicyInUndeclared
from typing import cast


T = TypeVar("T", bound="TicketFieldPolicyIn")


@_attrs_define
class TicketFieldPolicyIn:
    """What becomes of keys that no field declares.

    Attributes:
        undeclared (TicketFieldPolicyInUndeclared):
    """

    undeclared: TicketFieldPolicyInUndeclared

    def to_dict(self) -> dict[str, Any]:
        undeclared: str = self.undeclared

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "undeclared": undeclared,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        undeclared = check_ticket_field_policy_in_undeclared(d.pop("undeclared"))

        ticket_field_policy_in = cls(
            undeclared=undeclared,
        )

        return ticket_field_policy_in
