from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
from uuid import UUID
import datetime


T = TypeVar("T", bound="DealOut")


@_attrs_define
class DealOut:
    """A won deal, with what was made of it.

    Attributes:
        id (UUID):
        crm (str):
        crm_id (str):
        account_id (UUID):
        contact_ids (list[UUID]):
        handoff_id (UUID):
        closed_at (datetime.datetime):
        received_at (datetime.datetime):
        trace_id (UUID):
    """

    id: UUID
    crm: str
    crm_id: str
    account_id: UUID
    contact_ids: list[UUID]
    handoff_id: UUID
    closed_at: datetime.datetime
    received_at: datetime.datetime
    trace_id: UUID
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        crm = self.crm

        crm_id = self.crm_id

        account_id = str(self.account_id)

        contact_ids = []
        for contact_ids_item_data in self.contact_ids:
            contact_ids_item = str(contact_ids_item_data)
            contact_ids.append(contact_ids_item)

        handoff_id = str(self.handoff_id)

        closed_at = self.closed_at.isoformat()

        received_at = self.received_at.isoformat()

        trace_id = str(self.trace_id)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "crm": crm,
                "crm_id": crm_id,
                "account_id": account_id,
                "contact_ids": contact_ids,
                "handoff_id": handoff_id,
                "closed_at": closed_at,
                "received_at": received_at,
                "trace_id": trace_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        crm = d.pop("crm")

        crm_id = d.pop("crm_id")

        account_id = UUID(d.pop("account_id"))

        contact_ids = []
        _contact_ids = d.pop("contact_ids")
        for contact_ids_item_data in _contact_ids:
            contact_ids_item = UUID(contact_ids_item_data)

            contact_ids.append(contact_ids_item)

        handoff_id = UUID(d.pop("handoff_id"))

        closed_at = datetime.datetime.fromisoformat(d.pop("closed_at"))

        received_at = datetime.datetime.fromisoformat(d.pop("received_at"))

        trace_id = UUID(d.pop("trace_id"))

        deal_out = cls(
            id=id,
            crm=crm,
            crm_id=crm_id,
            account_id=account_id,
            contact_ids=contact_ids,
            handoff_id=handoff_id,
            closed_at=closed_at,
            received_at=received_at,
            trace_id=trace_id,
        )

        deal_out.additional_properties = d
        return deal_out

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
