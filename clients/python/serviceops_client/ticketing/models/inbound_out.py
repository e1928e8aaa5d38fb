from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.inbound_out_outcome import check_inbound_out_outcome
from ..models.inbound_out_outcome import InboundOutOutcome
from ..models.inbound_out_threaded_by_type_0 import check_inbound_out_threaded_by_type_0
from ..models.inbound_out_threaded_by_type_0 import InboundOutThreadedByType0
from typing import cast

if TYPE_CHECKING:
    from ..models.message_out import MessageOut
    from ..models.ticket_out import TicketOut


T = TypeVar("T", bound="InboundOut")


@_attrs_define
class InboundOut:
    """What became of it.

    opened: a new ticket. added: on the ticket that it belongs to, or on the follow-up of one that is over. known: it
    came before. ignored: it was automatic and belongs to no ticket, or was our own mail; nothing is kept.
    threaded_by: by what its ticket was found; null where it opened one, was known or ignored.

        Attributes:
            outcome (InboundOutOutcome):
            threaded_by (InboundOutThreadedByType0 | None):
            message (MessageOut | None):
            ticket (None | TicketOut):
    """

    outcome: InboundOutOutcome
    threaded_by: InboundOutThreadedByType0 | None
    message: MessageOut | None
    ticket: None | TicketOut
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.message_out import MessageOut  # noqa: PLC0415
        from ..models.ticket_out import TicketOut  # noqa: PLC0415

        outcome: str = self.outcome

        threaded_by: None | str
        if isinstance(self.threaded_by, str):
            threaded_by = self.threaded_by
        else:
            threaded_by = self.threaded_by

        message: dict[str, Any] | None
        if isinstance(self.message, MessageOut):
            message = self.message.to_dict()
        else:
            message = self.message

        ticket: dict[str, Any] | None
        if isinstance(self.ticket, TicketOut):
            ticket = self.ticket.to_dict()
        else:
            ticket = self.ticket

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "outcome": outcome,
                "threaded_by": threaded_by,
                "message": message,
                "ticket": ticket,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.message_out import MessageOut  # noqa: PLC0415
        from ..models.ticket_out import TicketOut  # noqa: PLC0415

        d = dict(src_dict)
        outcome = check_inbound_out_outcome(d.pop("outcome"))

        def _parse_threaded_by(data: object) -> InboundOutThreadedByType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                threaded_by_type_0 = check_inbound_out_threaded_by_type_0(data)

                return threaded_by_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(InboundOutThreadedByType0 | None, data)

        threaded_by = _parse_threaded_by(d.pop("threaded_by"))

        def _parse_message(data: object) -> MessageOut | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                message_type_0 = MessageOut.from_dict(data)

                return message_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(MessageOut | None, data)

        message = _parse_message(d.pop("message"))

        def _parse_ticket(data: object) -> None | TicketOut:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                ticket_type_0 = TicketOut.from_dict(data)

                return ticket_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | TicketOut, data)

        ticket = _parse_ticket(d.pop("ticket"))

        inbound_out = cls(
            outcome=outcome,
            threaded_by=threaded_by,
            message=message,
            ticket=ticket,
        )

        inbound_out.additional_properties = d
        return inbound_out

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
