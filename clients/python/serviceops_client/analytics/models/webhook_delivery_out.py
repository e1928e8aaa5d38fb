from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.webhook_delivery_out_state import check_webhook_delivery_out_state
from ..models.webhook_delivery_out_state import WebhookDeliveryOutState
from typing import cast
from uuid import UUID
import datetime


T = TypeVar("T", bound="WebhookDeliveryOut")


@_attrs_define
class WebhookDeliveryOut:
    """One fact on its way to one webhook.

    event_id: the fact's, sent as `webhook-id`. told_at: when it was stored. attempts: how many were begun.
    due_at: not before this is the next one made. last_outcome: of the last one that ended: `delivered`, `http_503`
    and the like, `timeout`, `unreachable`, `address_refused`, `protocol`; or `breaker_open` where it was given up
    because no attempt could be made, `not_kept` where the fact is not there any more.

        Attributes:
            id (UUID):
            webhook_id (UUID):
            event_id (UUID):
            type_ (str):
            subject (str):
            told_at (datetime.datetime):
            state (WebhookDeliveryOutState):
            attempts (int):
            due_at (datetime.datetime):
            delivered_at (datetime.datetime | None):
            last_outcome (None | str):
    """

    id: UUID
    webhook_id: UUID
    event_id: UUID
    type_: str
    subject: str
    told_at: datetime.datetime
    state: WebhookDeliveryOutState
    attempts: int
    due_at: datetime.datetime
    delivered_at: datetime.datetime | None
    last_outcome: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        webhook_id = str(self.webhook_id)

        event_id = str(self.event_id)

        type_ = self.type_

        subject = self.subject

        told_at = self.told_at.isoformat()

        state: str = self.state

        attempts = self.attempts

        due_at = self.due_at.isoformat()

        delivered_at: None | str
        if isinstance(self.delivered_at, datetime.datetime):
            delivered_at = self.delivered_at.isoformat()
        else:
            delivered_at = self.delivered_at

        last_outcome: None | str
        last_outcome = self.last_outcome

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "webhook_id": webhook_id,
                "event_id": event_id,
                "type": type_,
                "subject": subject,
                "told_at": told_at,
                "state": state,
                "attempts": attempts,
                "due_at": due_at,
                "delivered_at": delivered_at,
                "last_outcome": last_outcome,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        webhook_id = UUID(d.pop("webhook_id"))

        event_id = UUID(d.pop("event_id"))

        type_ = d.pop("type")

        subject = d.pop("subject")

        told_at = datetime.datetime.fromisoformat(d.pop("told_at"))

        state = check_webhook_delivery_out_state(d.pop("state"))

        attempts = d.pop("attempts")

        due_at = datetime.datetime.fromisoformat(d.pop("due_at"))

        def _parse_delivered_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                delivered_at_type_0 = datetime.datetime.fromisoformat(data)

                return delivered_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        delivered_at = _parse_delivered_at(d.pop("delivered_at"))

        def _parse_last_outcome(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        last_outcome = _parse_last_outcome(d.pop("last_outcome"))

        webhook_delivery_out = cls(
            id=id,
            webhook_id=webhook_id,
            event_id=event_id,
            type_=type_,
            subject=subject,
            told_at=told_at,
            state=state,
            attempts=attempts,
            due_at=due_at,
            delivered_at=delivered_at,
            last_outcome=last_outcome,
        )

        webhook_delivery_out.additional_properties = d
        return webhook_delivery_out

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
