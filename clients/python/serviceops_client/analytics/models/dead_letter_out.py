from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.dead_letter_out_state import check_dead_letter_out_state
from ..models.dead_letter_out_state import DeadLetterOutState
from typing import cast
from uuid import UUID
import datetime


T = TypeVar("T", bound="DeadLetterOut")


@_attrs_define
class DeadLetterOut:
    """A fact that could not be applied. Its bytes stay in the database, since they may hold personal data.

    Attributes:
        id (UUID):
        topic (str):
        partition (int):
        offset (int):
        event_id (None | UUID):
        type_ (None | str):
        subject (None | str):
        handler (None | str):
        attempts (int):
        error (str):
        state (DeadLetterOutState):
        received_at (datetime.datetime):
        decided_at (datetime.datetime | None):
        reason (None | str):
    """

    id: UUID
    topic: str
    partition: int
    offset: int
    event_id: None | UUID
    type_: None | str
    subject: None | str
    handler: None | str
    attempts: int
    error: str
    state: DeadLetterOutState
    received_at: datetime.datetime
    decided_at: datetime.datetime | None
    reason: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        topic = self.topic

        partition = self.partition

        offset = self.offset

        event_id: None | str
        if isinstance(self.event_id, UUID):
            event_id = str(self.event_id)
        else:
            event_id = self.event_id

        type_: None | str
        type_ = self.type_

        subject: None | str
        subject = self.subject

        handler: None | str
        handler = self.handler

        attempts = self.attempts

        error = self.error

        state: str = self.state

        received_at = self.received_at.isoformat()

        decided_at: None | str
        if isinstance(self.decided_at, datetime.datetime):
            decided_at = self.decided_at.isoformat()
        else:
            decided_at = self.decided_at

        reason: None | str
        reason = self.reason

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "topic": topic,
                "partition": partition,
                "offset": offset,
                "event_id": event_id,
                "type": type_,
                "subject": subject,
                "handler": handler,
                "attempts": attempts,
                "error": error,
                "state": state,
                "received_at": received_at,
                "decided_at": decided_at,
                "reason": reason,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        topic = d.pop("topic")

        partition = d.pop("partition")

        offset = d.pop("offset")

        def _parse_event_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                event_id_type_0 = UUID(data)

                return event_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        event_id = _parse_event_id(d.pop("event_id"))

        def _parse_type_(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        type_ = _parse_type_(d.pop("type"))

        def _parse_subject(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        subject = _parse_subject(d.pop("subject"))

        def _parse_handler(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        handler = _parse_handler(d.pop("handler"))

        attempts = d.pop("attempts")

        error = d.pop("error")

        state = check_dead_letter_out_state(d.pop("state"))

        received_at = datetime.datetime.fromisoformat(d.pop("received_at"))

        def _parse_decided_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                decided_at_type_0 = datetime.datetime.fromisoformat(data)

                return decided_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        decided_at = _parse_decided_at(d.pop("decided_at"))

        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))

        dead_letter_out = cls(
            id=id,
            topic=topic,
            partition=partition,
            offset=offset,
            event_id=event_id,
            type_=type_,
            subject=subject,
            handler=handler,
            attempts=attempts,
            error=error,
            state=state,
            received_at=received_at,
            decided_at=decided_at,
            reason=reason,
        )

        dead_letter_out.additional_properties = d
        return dead_letter_out

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
