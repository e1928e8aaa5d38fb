from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.ticket_link_out_kind_type_0 import check_ticket_link_out_kind_type_0
from ..models.ticket_link_out_kind_type_0 import TicketLinkOutKindType0
from ..models.ticket_link_out_kind_type_1 import check_ticket_link_out_kind_type_1
from ..models.ticket_link_out_kind_type_1 import TicketLinkOutKindType1
from ..models.ticket_link_out_status import check_ticket_link_out_status
from ..models.ticket_link_out_status import TicketLinkOutStatus
from typing import cast
from uuid import UUID
import datetime


T = TypeVar("T", bound="TicketLinkOut")


@_attrs_define
class TicketLinkOut:
    """A link as the ticket sees it: `kind` is what this ticket is to the other one, which is named.

    Attributes:
        id (UUID):
        kind (TicketLinkOutKindType0 | TicketLinkOutKindType1):
        ticket_id (UUID):
        number (int):
        subject (str):
        status (TicketLinkOutStatus):
        created_at (datetime.datetime):
        created_by (str):
    """

    id: UUID
    kind: TicketLinkOutKindType0 | TicketLinkOutKindType1
    ticket_id: UUID
    number: int
    subject: str
    status: TicketLinkOutStatus
    created_at: datetime.datetime
    created_by: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        kind: str
        if isinstance(self.kind, str):
            kind = self.kind
        else:
            kind = self.kind

        ticket_id = str(self.ticket_id)

        number = self.number

        subject = self.subject

        status: str = self.status

        created_at = self.created_at.isoformat()

        created_by = self.created_by

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "kind": kind,
                "ticket_id": ticket_id,
                "number": number,
                "subject": subject,
                "status": status,
                "created_at": created_at,
                "created_by": created_by,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        def _parse_kind(data: object) -> TicketLinkOutKindType0 | TicketLinkOutKindType1:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                kind_type_0 = check_ticket_link_out_kind_type_0(data)

                return kind_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, str):
                raise TypeError()
            kind_type_1 = check_ticket_link_out_kind_type_1(data)

            return kind_type_1

        kind = _parse_kind(d.pop("kind"))

        ticket_id = UUID(d.pop("ticket_id"))

        number = d.pop("number")

        subject = d.pop("subject")

        status = check_ticket_link_out_status(d.pop("status"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        created_by = d.pop("created_by")

        ticket_link_out = cls(
            id=id,
            kind=kind,
            ticket_id=ticket_id,
            number=number,
            subject=subject,
            status=status,
            created_at=created_at,
            created_by=created_by,
        )

        ticket_link_out.additional_properties = d
        return ticket_link_out

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
