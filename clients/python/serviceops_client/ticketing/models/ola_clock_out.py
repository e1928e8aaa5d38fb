from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.ola_clock_out_metric import check_ola_clock_out_metric
from ..models.ola_clock_out_metric import OlaClockOutMetric
from ..models.state import check_state
from ..models.state import State
from ..models.verdict import check_verdict
from ..models.verdict import Verdict
from typing import cast
from uuid import UUID
import datetime


T = TypeVar("T", bound="OlaClockOut")


@_attrs_define
class OlaClockOut:
    """One stay of a ticket with a group or a supplier, counted up to `as_of`, or to ended_at.

    reason: why it stands still, or why it ended: picked_up, handed_on, came_back, solved, closed.

        Attributes:
            id (UUID):
            ticket_id (UUID):
            metric (OlaClockOutMetric):
            group_id (None | UUID):
            supplier_id (None | UUID):
            calendar_id (None | UUID):
            state (State): What a clock does.
            reason (str):
            verdict (Verdict): Whether the promise held. A clock that was cancelled in time stays pending.
            target_seconds (int):
            elapsed_seconds (int):
            remaining_seconds (int):
            started_at (datetime.datetime):
            due_at (datetime.datetime | None):
            paused_at (datetime.datetime | None):
            ended_at (datetime.datetime | None):
            breached_at (datetime.datetime | None):
            detected_at (datetime.datetime | None):
            as_of (datetime.datetime):
    """

    id: UUID
    ticket_id: UUID
    metric: OlaClockOutMetric
    group_id: None | UUID
    supplier_id: None | UUID
    calendar_id: None | UUID
    state: State
    reason: str
    verdict: Verdict
    target_seconds: int
    elapsed_seconds: int
    remaining_seconds: int
    started_at: datetime.datetime
    due_at: datetime.datetime | None
    paused_at: datetime.datetime | None
    ended_at: datetime.datetime | None
    breached_at: datetime.datetime | None
    detected_at: datetime.datetime | None
    as_of: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        ticket_id = str(self.ticket_id)

        metric: str = self.metric

        group_id: None | str
        if isinstance(self.group_id, UUID):
            group_id = str(self.group_id)
        else:
            group_id = self.group_id

        supplier_id: None | str
        if isinstance(self.supplier_id, UUID):
            supplier_id = str(self.supplier_id)
        else:
            supplier_id = self.supplier_id

        calendar_id: None | str
        if isinstance(self.calendar_id, UUID):
            calendar_id = str(self.calendar_id)
        else:
            calendar_id = self.calendar_id

        state: str = self.state

        reason = self.reason

        verdict: str = self.verdict

        target_seconds = self.target_seconds

        elapsed_seconds = self.elapsed_seconds

        remaining_seconds = self.remaining_seconds

        started_at = self.started_at.isoformat()

        due_at: None | str
        if isinstance(self.due_at, datetime.datetime):
            due_at = self.due_at.isoformat()
        else:
            due_at = self.due_at

        paused_at: None | str
        if isinstance(self.paused_at, datetime.datetime):
            paused_at = self.paused_at.isoformat()
        else:
            paused_at = self.paused_at

        ended_at: None | str
        if isinstance(self.ended_at, datetime.datetime):
            ended_at = self.ended_at.isoformat()
        else:
            ended_at = self.ended_at

        breached_at: None | str
        if isinstance(self.breached_at, datetime.datetime):
            breached_at = self.breached_at.isoformat()
        else:
            breached_at = self.breached_at

        detected_at: None | str
        if isinstance(self.detected_at, datetime.datetime):
            detected_at = self.detected_at.isoformat()
        else:
            detected_at = self.detected_at

        as_of = self.as_of.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "ticket_id": ticket_id,
                "metric": metric,
                "group_id": group_id,
                "supplier_id": supplier_id,
                "calendar_id": calendar_id,
                "state": state,
                "reason": reason,
                "verdict": verdict,
                "target_seconds": target_seconds,
                "elapsed_seconds": elapsed_seconds,
                "remaining_seconds": remaining_seconds,
                "started_at": started_at,
                "due_at": due_at,
                "paused_at": paused_at,
                "ended_at": ended_at,
                "breached_at": breached_at,
                "detected_at": detected_at,
                "as_of": as_of,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        ticket_id = UUID(d.pop("ticket_id"))

        metric = check_ola_clock_out_metric(d.pop("metric"))

        def _parse_group_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                group_id_type_0 = UUID(data)

                return group_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        group_id = _parse_group_id(d.pop("group_id"))

        def _parse_supplier_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                supplier_id_type_0 = UUID(data)

                return supplier_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        supplier_id = _parse_supplier_id(d.pop("supplier_id"))

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

        state = check_state(d.pop("state"))

        reason = d.pop("reason")

        verdict = check_verdict(d.pop("verdict"))

        target_seconds = d.pop("target_seconds")

        elapsed_seconds = d.pop("elapsed_seconds")

        remaining_seconds = d.pop("remaining_seconds")

        started_at = datetime.datetime.fromisoformat(d.pop("started_at"))

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

        def _parse_paused_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                paused_at_type_0 = datetime.datetime.fromisoformat(data)

                return paused_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        paused_at = _parse_paused_at(d.pop("paused_at"))

        def _parse_ended_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ended_at_type_0 = datetime.datetime.fromisoformat(data)

                return ended_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        ended_at = _parse_ended_at(d.pop("ended_at"))

        def _parse_breached_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                breached_at_type_0 = datetime.datetime.fromisoformat(data)

                return breached_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        breached_at = _parse_breached_at(d.pop("breached_at"))

        def _parse_detected_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                detected_at_type_0 = datetime.datetime.fromisoformat(data)

                return detected_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        detected_at = _parse_detected_at(d.pop("detected_at"))

        as_of = datetime.datetime.fromisoformat(d.pop("as_of"))

        ola_clock_out = cls(
            id=id,
            ticket_id=ticket_id,
            metric=metric,
            group_id=group_id,
            supplier_id=supplier_id,
            calendar_id=calendar_id,
            state=state,
            reason=reason,
            verdict=verdict,
            target_seconds=target_seconds,
            elapsed_seconds=elapsed_seconds,
            remaining_seconds=remaining_seconds,
            started_at=started_at,
            due_at=due_at,
            paused_at=paused_at,
            ended_at=ended_at,
            breached_at=breached_at,
            detected_at=detected_at,
            as_of=as_of,
        )

        ola_clock_out.additional_properties = d
        return ola_clock_out

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
