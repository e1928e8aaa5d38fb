from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.sla_previewed_clock_metric import check_sla_previewed_clock_metric
from ..models.sla_previewed_clock_metric import SlaPreviewedClockMetric
from ..models.state import check_state
from ..models.state import State
from typing import cast
from uuid import UUID
import datetime


T = TypeVar("T", bound="SlaPreviewedClock")


@_attrs_define
class SlaPreviewedClock:
    """What is due when for one metric. starts_with: what starts its clock, where that is still to come.

    Attributes:
        metric (SlaPreviewedClockMetric):
        target_seconds (int):
        calendar_id (None | UUID):
        state (None | State):
        due_at (datetime.datetime | None):
        warn_at (datetime.datetime | None):
        starts_with (None | str):
    """

    metric: SlaPreviewedClockMetric
    target_seconds: int
    calendar_id: None | UUID
    state: None | State
    due_at: datetime.datetime | None
    warn_at: datetime.datetime | None
    starts_with: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        metric: str = self.metric

        target_seconds = self.target_seconds

        calendar_id: None | str
        if isinstance(self.calendar_id, UUID):
            calendar_id = str(self.calendar_id)
        else:
            calendar_id = self.calendar_id

        state: None | str
        if isinstance(self.state, str):
            state = self.state
        else:
            state = self.state

        due_at: None | str
        if isinstance(self.due_at, datetime.datetime):
            due_at = self.due_at.isoformat()
        else:
            due_at = self.due_at

        warn_at: None | str
        if isinstance(self.warn_at, datetime.datetime):
            warn_at = self.warn_at.isoformat()
        else:
            warn_at = self.warn_at

        starts_with: None | str
        starts_with = self.starts_with

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "metric": metric,
                "target_seconds": target_seconds,
                "calendar_id": calendar_id,
                "state": state,
                "due_at": due_at,
                "warn_at": warn_at,
                "starts_with": starts_with,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        metric = check_sla_previewed_clock_metric(d.pop("metric"))

        target_seconds = d.pop("target_seconds")

        def _parse_calendar_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                calendar_id_type_0 = UUID(data)

                return calendar_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        calendar_id = _parse_calendar_id(d.pop("calendar_id"))

        def _parse_state(data: object) -> None | State:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                state_type_0 = check_state(data)

                return state_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | State, data)

        state = _parse_state(d.pop("state"))

        def _parse_due_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                due_at_type_0 = datetime.datetime.fromisoformat(data)

                return due_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        due_at = _parse_due_at(d.pop("due_at"))

        def _parse_warn_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                warn_at_type_0 = datetime.datetime.fromisoformat(data)

                return warn_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        warn_at = _parse_warn_at(d.pop("warn_at"))

        def _parse_starts_with(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        starts_with = _parse_starts_with(d.pop("starts_with"))

        sla_previewed_clock = cls(
            metric=metric,
            target_seconds=target_seconds,
            calendar_id=calendar_id,
            state=state,
            due_at=due_at,
            warn_at=warn_at,
            starts_with=starts_with,
        )

        sla_previewed_clock.additional_properties = d
        return sla_previewed_clock

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
