from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.trigger_event_type_0 import check_trigger_event_type_0
from ..models.trigger_event_type_0 import TriggerEventType0
from ..models.trigger_kind import check_trigger_kind
from ..models.trigger_kind import TriggerKind
from ..types import UNSET, Unset
from typing import cast
import datetime


T = TypeVar("T", bound="Trigger")


@_attrs_define
class Trigger:
    """What sets the program off.

    event: a fact's name, and how long after it; schedule: an RFC 5545 rule of days, from starts_at on by the clock of
    the zone, each time a wave; wave: somebody plans one; manual: somebody asks single contacts.

        Attributes:
            kind (TriggerKind):
            event (None | TriggerEventType0 | Unset):
            delay_seconds (int | Unset):  Default: 0.
            rrule (None | str | Unset):
            starts_at (datetime.datetime | None | Unset):
    """

    kind: TriggerKind
    event: None | TriggerEventType0 | Unset = UNSET
    delay_seconds: int | Unset = 0
    rrule: None | str | Unset = UNSET
    starts_at: datetime.datetime | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        kind: str = self.kind

        event: None | str | Unset
        if isinstance(self.event, Unset):
            event = UNSET
        elif isinstance(self.event, str):
            event = self.event
        else:
            event = self.event

        delay_seconds = self.delay_seconds

        rrule: None | str | Unset
        if isinstance(self.rrule, Unset):
            rrule = UNSET
        else:
            rrule = self.rrule

        starts_at: None | str | Unset
        if isinstance(self.starts_at, Unset):
            starts_at = UNSET
        elif isinstance(self.starts_at, datetime.datetime):
            starts_at = self.starts_at.isoformat()
        else:
            starts_at = self.starts_at

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "kind": kind,
            }
        )
        if event is not UNSET:
            field_dict["event"] = event
        if delay_seconds is not UNSET:
            field_dict["delay_seconds"] = delay_seconds
        if rrule is not UNSET:
            field_dict["rrule"] = rrule
        if starts_at is not UNSET:
            field_dict["starts_at"] = starts_at

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = check_trigger_kind(d.pop("kind"))

        def _parse_event(data: object) -> None | TriggerEventType0 | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                event_type_0 = check_trigger_event_type_0(data)

                return event_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | TriggerEventType0 | Unset, data)

        event = _parse_event(d.pop("event", UNSET))

        delay_seconds = d.pop("delay_seconds", UNSET)

        def _parse_rrule(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        rrule = _parse_rrule(d.pop("rrule", UNSET))

        def _parse_starts_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                starts_at_type_0 = datetime.datetime.fromisoformat(data)

                return starts_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        starts_at = _parse_starts_at(d.pop("starts_at", UNSET))

        trigger = cls(
            kind=kind,
            event=event,
            delay_seconds=delay_seconds,
            rrule=rrule,
            starts_at=starts_at,
        )

        return trigger
