from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.ticket_link_in_kind_type_0 import check_ticket_link_in_kind_type_0
from ..models.ticket_link_in_kind_type_0 import TicketLinkInKindType0
from ..models.ticket_link_in_kind_type_1 import check_ticket_link_in_kind_type_1
from ..models.ticket_link_in_kind_type_1 import TicketLinkInKindType1
from typing import cast
from uuid import UUID


T = TypeVar("T", bound="TicketLinkIn")


@_attrs_define
class TicketLinkIn:
    """How this ticket hangs together with another one.

    Attributes:
        kind (TicketLinkInKindType0 | TicketLinkInKindType1):
        ticket_id (UUID):
    """

    kind: TicketLinkInKindType0 | TicketLinkInKindType1
    ticket_id: UUID

    def to_dict(self) -> dict[str, Any]:
        kind: str
        if isinstance(self.kind, str):
            kind = self.kind
        else:
            kind = self.kind

        ticket_id = str(self.ticket_id)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "kind": kind,
                "ticket_id": ticket_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_kind(data: object) -> TicketLinkInKindType0 | TicketLinkInKindType1:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                kind_type_0 = check_ticket_link_in_kind_type_0(data)

                return kind_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, str):
                raise TypeError()
            kind_type_1 = check_ticket_link_in_kind_type_1(data)

            return kind_type_1

        kind = _parse_kind(d.pop("kind"))

        ticket_id = UUID(d.pop("ticket_id"))

        ticket_link_in = cls(
            kind=kind,
            ticket_id=ticket_id,
        )

        return ticket_link_in
