from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast
from uuid import UUID

if TYPE_CHECKING:
    from ..models.ticket_in import TicketIn


T = TypeVar("T", bound="SimulationIn")


@_attrs_define
class SimulationIn:
    """A ticket that is there, or one as it would be opened; neither is touched, and none is opened.

    Attributes:
        ticket_id (None | Unset | UUID):
        ticket (None | TicketIn | Unset):
    """

    ticket_id: None | Unset | UUID = UNSET
    ticket: None | TicketIn | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.ticket_in import TicketIn  # noqa: PLC0415

        ticket_id: None | str | Unset
        if isinstance(self.ticket_id, Unset):
            ticket_id = UNSET
        elif isinstance(self.ticket_id, UUID):
            ticket_id = str(self.ticket_id)
        else:
            ticket_id = self.ticket_id

        ticket: dict[str, Any] | None | Unset
        if isinstance(self.ticket, Unset):
            ticket = UNSET
        elif isinstance(self.ticket, TicketIn):
            ticket = self.ticket.to_dict()
        else:
            ticket = self.ticket

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if ticket_id is not UNSET:
            field_dict["ticket_id"] = ticket_id
        if ticket is not UNSET:
            field_dict["ticket"] = ticket

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.ticket_in import TicketIn  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_ticket_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ticket_id_type_0 = UUID(data)

                return ticket_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        ticket_id = _parse_ticket_id(d.pop("ticket_id", UNSET))

        def _parse_ticket(data: object) -> None | TicketIn | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                ticket_type_0 = TicketIn.from_dict(data)

                return ticket_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | TicketIn | Unset, data)

        ticket = _parse_ticket(d.pop("ticket", UNSET))

        simulation_in = cls(
            ticket_id=ticket_id,
            ticket=ticket,
        )

        return simulation_in
