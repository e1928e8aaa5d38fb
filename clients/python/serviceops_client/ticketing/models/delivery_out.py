from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.delivery_out_channel import check_delivery_out_channel
from ..models.delivery_out_channel import DeliveryOutChannel
from ..models.delivery_out_state import check_delivery_out_state
from ..models.delivery_out_state import DeliveryOutState
from typing import cast
import datetime


T = TypeVar("T", bound="DeliveryOut")


@_attrs_define
class DeliveryOut:
    """How far a public reply is on its way to the customer. not_applicable: nothing leaves by this channel.

    last_error: the code of the last attempt that failed.

        Attributes:
            channel (DeliveryOutChannel):
            state (DeliveryOutState):
            attempts (int):
            last_error (None | str):
            sent_at (datetime.datetime | None):
    """

    channel: DeliveryOutChannel
    state: DeliveryOutState
    attempts: int
    last_error: None | str
    sent_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        channel: str = self.channel

        state: str = self.state

        attempts = self.attempts

        last_error: None | str
        last_error = self.last_error

        sent_at: None | str
        if isinstance(self.sent_at, datetime.datetime):
            sent_at = self.sent_at.isoformat()
        else:
            sent_at = self.sent_at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "channel": channel,
                "state": state,
                "attempts": attempts,
                "last_error": last_error,
                "sent_at": sent_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        channel = check_delivery_out_channel(d.pop("channel"))

        state = check_delivery_out_state(d.pop("state"))

        attempts = d.pop("attempts")

        def _parse_last_error(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        last_error = _parse_last_error(d.pop("last_error"))

        def _parse_sent_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                sent_at_type_0 = datetime.datetime.fromisoformat(data)

                return sent_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        sent_at = _parse_sent_at(d.pop("sent_at"))

        delivery_out = cls(
            channel=channel,
            state=state,
            attempts=attempts,
            last_error=last_error,
            sent_at=sent_at,
        )

        delivery_out.additional_properties = d
        return delivery_out

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
