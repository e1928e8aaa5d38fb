from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
    from ..models.macro_outcome_changes import MacroOutcomeChanges
    from ..models.message_out import MessageOut
    from ..models.ticket_out import TicketOut


T = TypeVar("T", bound="MacroOutcome")


@_attrs_define
class MacroOutcome:
    """What a macro does to a ticket: the ticket as it is then, the fields that differ, and what is written on it.

    Attributes:
        ticket (TicketOut): A ticket. `messages` is null unless it was asked for by include=messages. silent: imported
            without clocks.
        changes (MacroOutcomeChanges):
        messages (list[MessageOut]):
    """

    ticket: TicketOut
    changes: MacroOutcomeChanges
    messages: list[MessageOut]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.macro_outcome_changes import MacroOutcomeChanges  # noqa: PLC0415
        from ..models.message_out import MessageOut  # noqa: PLC0415
        from ..models.ticket_out import TicketOut  # noqa: PLC0415

        ticket = self.ticket.to_dict()

        changes = self.changes.to_dict()

        messages = []
        for messages_item_data in self.messages:
            messages_item = messages_item_data.to_dict()
            messages.append(messages_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "ticket": ticket,
                "changes": changes,
                "messages": messages,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.macro_outcome_changes import MacroOutcomeChanges  # noqa: PLC0415
        from ..models.message_out import MessageOut  # noqa: PLC0415
        from ..models.ticket_out import TicketOut  # noqa: PLC0415

        d = dict(src_dict)
        ticket = TicketOut.from_dict(d.pop("ticket"))

        changes = MacroOutcomeChanges.from_dict(d.pop("changes"))

        messages = []
        _messages = d.pop("messages")
        for messages_item_data in _messages:
            messages_item = MessageOut.from_dict(messages_item_data)

            messages.append(messages_item)

        macro_outcome = cls(
            ticket=ticket,
            changes=changes,
            messages=messages,
        )

        macro_outcome.additional_properties = d
        return macro_outcome

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
