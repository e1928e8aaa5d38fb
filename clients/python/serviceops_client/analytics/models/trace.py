from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.trace_state import check_trace_state
from ..models.trace_state import TraceState
from typing import cast
from uuid import UUID
import datetime

if TYPE_CHECKING:
    from ..models.hop import Hop


T = TypeVar("T", bound="Trace")


@_attrs_define
class Trace:
    """A story: its hops in order of time, and where it stands.

    state: broken where a step is missing, failed, doubled or misdirected and was not made good; complete where
    nothing is open; else open.

        Attributes:
            trace_id (UUID):
            state (TraceState):
            account_id (None | UUID):
            contact_id (None | UUID):
            response_ids (list[UUID]):
            ticket_ids (list[UUID]):
            started_at (datetime.datetime):
            as_of (datetime.datetime):
            hops (list[Hop]):
    """

    trace_id: UUID
    state: TraceState
    account_id: None | UUID
    contact_id: None | UUID
    response_ids: list[UUID]
    ticket_ids: list[UUID]
    started_at: datetime.datetime
    as_of: datetime.datetime
    hops: list[Hop]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.hop import Hop  # noqa: PLC0415

        trace_id = str(self.trace_id)

        state: str = self.state

        account_id: None | str
        if isinstance(self.account_id, UUID):
            account_id = str(self.account_id)
        else:
            account_id = self.account_id

        contact_id: None | str
        if isinstance(self.contact_id, UUID):
            contact_id = str(self.contact_id)
        else:
            contact_id = self.contact_id

        response_ids = []
        for response_ids_item_data in self.response_ids:
            response_ids_item = str(response_ids_item_data)
            response_ids.append(response_ids_item)

        ticket_ids = []
        for ticket_ids_item_data in self.ticket_ids:
            ticket_ids_item = str(ticket_ids_item_data)
            ticket_ids.append(ticket_ids_item)

        started_at = self.started_at.isoformat()

        as_of = self.as_of.isoformat()

        hops = []
        for hops_item_data in self.hops:
            hops_item = hops_item_data.to_dict()
            hops.append(hops_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "trace_id": trace_id,
                "state": state,
                "account_id": account_id,
                "contact_id": contact_id,
                "response_ids": response_ids,
                "ticket_ids": ticket_ids,
                "started_at": started_at,
                "as_of": as_of,
                "hops": hops,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.hop import Hop  # noqa: PLC0415

        d = dict(src_dict)
        trace_id = UUID(d.pop("trace_id"))

        state = check_trace_state(d.pop("state"))

        def _parse_account_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                account_id_type_0 = UUID(data)

                return account_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        account_id = _parse_account_id(d.pop("account_id"))

        def _parse_contact_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                contact_id_type_0 = UUID(data)

                return contact_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        contact_id = _parse_contact_id(d.pop("contact_id"))

        response_ids = []
        _response_ids = d.pop("response_ids")
        for response_ids_item_data in _response_ids:
            response_ids_item = UUID(response_ids_item_data)

            response_ids.append(response_ids_item)

        ticket_ids = []
        _ticket_ids = d.pop("ticket_ids")
        for ticket_ids_item_data in _ticket_ids:
            ticket_ids_item = UUID(ticket_ids_item_data)

            ticket_ids.append(ticket_ids_item)

        started_at = datetime.datetime.fromisoformat(d.pop("started_at"))

        as_of = datetime.datetime.fromisoformat(d.pop("as_of"))

        hops = []
        _hops = d.pop("hops")
        for hops_item_data in _hops:
            hops_item = Hop.from_dict(hops_item_data)

            hops.append(hops_item)

        trace = cls(
            trace_id=trace_id,
            state=state,
            account_id=account_id,
            contact_id=contact_id,
            response_ids=response_ids,
            ticket_ids=ticket_ids,
            started_at=started_at,
            as_of=as_of,
            hops=hops,
        )

        trace.additional_properties = d
        return trace

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
