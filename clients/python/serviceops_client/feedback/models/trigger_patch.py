from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.trigger_patch_event_type_0 import check_trigger_patch_event_type_0
from ..models.trigger_patch_event_type_0 import TriggerPatchEventType0
from ..models.trigger_patch_kind_type_0 import check_trigger_patch_kind_type_0
from ..models.trigger_patch_kind_type_0 import TriggerPatchKindType0
from ..types import UNSET, Unset
from typing import cast
import datetime


T = TypeVar("T", bound="TriggerPatch")


@_attrs_define
class TriggerPatch:
    """What of the trigger changes.

    Attributes:
        kind (None | TriggerPatchKindType0 | Unset):
        event (None | TriggerPatchEventType0 | Unset):
        delay_seconds (int | None | Unset):
        rrule (None | str | Unset):
        starts_at (datetime.datetime | None | Unset):
    """

    kind: None | TriggerPatchKindType0 | Unset = UNSET
    event: None | TriggerPatchEventType0 | Unset = UNSET
    delay_seconds: int | None | Unset = UNSET
    rrule: None | str | Unset = UNSET
    starts_at: datetime.datetime | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        kind: None | str | Unset
        if isinstance(self.kind, Unset):
            kind = UNSET
        elif isinstance(self.kind, str):
            kind = self.kind
        else:
            kind = self.kind

        event: None | str | Unset
        if isinstance(self.event, Unset):
            event = UNSET
        elif isinstance(self.event, str):
            event = self.event
        else:
            event = self.event

        delay_seconds: int | None | Unset
        if isinstance(self.delay_seconds, Unset):
            delay_seconds = UNSET
        else:
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

        field_dict.update({})
        if kind is not UNSET:
            field_dict["kind"] = kind
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

        def _parse_kind(data: object) -> None | TriggerPatchKindType0 | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                kind_type_0 = check_trigger_patch_kind_type_0(data)

                return kind_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | TriggerPatchKindType0 | Unset, data)

        kind = _parse_kind(d.pop("kind", UNSET))

        def _parse_event(data: object) -> None | TriggerPatchEventType0 | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                event_type_0 = check_trigger_patch_event_type_0(data)

                return event_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | TriggerPatchEventType0 | Unset, data)

        event = _parse_event(d.pop("event", UNSET))

        def _parse_delay_seconds(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        delay_seconds = _parse_delay_seconds(d.pop("delay_seconds", UNSET))

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

        trigger_patch = cls(
            kind=kind,
            event=event,
            delay_seconds=delay_seconds,
            rrule=rrule,
            starts_at=starts_at,
        )

        return trigger_patch
